import { describe, expect, it } from 'vitest';
import { turnsOf } from '../src/overview/turns';

const clause = (id: string) => ({ id, title: `Title of ${id}` });
const turn = (id: string, places: string[], who: string, was: string, becomes: string, day = '2024-05-01', offered = false) => ({ day, clause: clause(id), places, who, offered, was, becomes });

describe('the latest changes of answers', () => {
  it('tell of one clause where and for whom', () => {
    expect(turnsOf([turn('1', ['Europe', 'Oceania'], 'Russia', 'in force', 'ended')]))
      .toEqual([{ day: '2024-05-01', where: 'Clause 1, Title of 1, in Europe and Oceania, for Russia', was: 'in force', becomes: 'ended' }]);
  });

  it('tell to whom a clause is offered', () => {
    expect(turnsOf([turn('2', [], 'NATO', 'offered', 'refused', '2021-12-15', true)])[0]!.where).toBe('Clause 2, Title of 2, to NATO');
  });

  it('tell those of one day to one answer together, and leave out what was before where it was not one thing', () => {
    expect(turnsOf([turn('1', [], 'Russia', 'in force', 'expired'), turn('2', [], 'Russia', 'suspended', 'expired'), turn('1', [], 'Russia', 'offered', 'in force', '2023-01-01')]))
      .toEqual([
        { day: '2024-05-01', where: 'Clauses 1 and 2', was: undefined, becomes: 'expired' },
        { day: '2023-01-01', where: 'Clause 1, Title of 1, for Russia', was: 'offered', becomes: 'in force' },
      ]);
  });

  it('name nobody where not all are meant in all places', () => {
    expect(turnsOf([turn('1', ['Europe'], 'Russia', 'in force', 'ended'), turn('1', ['Oceania'], 'NATO', 'in force', 'ended')])[0]!.where)
      .toBe('Clause 1, Title of 1, in Europe and Oceania');
  });
});
