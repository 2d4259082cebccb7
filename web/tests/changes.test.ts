import { describe, expect, it } from 'vitest';
import type { ChangesDocument, RowEntry } from '../src/documents';
import { compared, groupsOf, summary, whomOf } from '../src/reports/changes';

type Entry = ChangesDocument['changes'][number];

const clause = { id: '1', title: 'Restraint' };
const ended = [{ was: { label: 'in force', standing: 'in force', conduct: 'kept', from: '2024-01-01', through: '2024-02-01' }, becomes: { label: 'ended', standing: 'ended', conduct: 'not triggered', from: '2024-01-01', through: '2024-02-01' } }];
const broken = [{ becomes: { label: 'broken', standing: 'in force', conduct: 'broken', from: '2024-03-01', through: '2024-03-02' } }];

function entry(row: Partial<RowEntry>, view: string, changes: Entry['changes'] = ended): Entry {
  return { row: { clause, party: 'north', instance: 'lake', place: 'lake', ...row }, view, changes };
}

const told = (changes: Entry[], isOffer = false) => groupsOf(changes, () => isOffer).flatMap(({ groups }) => groups.map(({ whom, places, views }) => [whom, places, views]));

describe('what changes', () => {
  it('is told once for the views and places in which it is the same', () => {
    expect(told([entry({}, 'common'), entry({}, 'north'), entry({ instance: 'sea', place: 'sea' }, 'common'), entry({ instance: 'sea', place: 'sea' }, 'north')]))
      .toEqual([[['north'], ['lake', 'sea'], ['common', 'north']]]);
  });

  it('never names a place with a view in which it does not change', () => {
    expect(told([entry({}, 'common'), entry({}, 'north'), entry({ instance: 'sea', place: 'sea' }, 'common')]))
      .toEqual([[['north'], ['lake'], ['common', 'north']], [['north'], ['sea'], ['common']]]);
  });

  it('leaves out a place within that changes as the whole does, and no other', () => {
    expect(told([entry({}, 'common'), entry({ place: 'shore' }, 'common'), entry({ place: 'port' }, 'common', broken), entry({ place: 'shore' }, 'north')]))
      .toEqual([[['north'], ['lake'], ['common']], [['north'], ['shore'], ['north']], [['north'], ['port'], ['common']]]);
  });

  it('names together those who owe alike, and goes clause by clause', () => {
    const other = { id: '2', title: 'Visits' };
    expect(told([entry({}, 'common'), entry({ party: 'south' }, 'common'), entry({ clause: other, party: 'south' }, 'common')]))
      .toEqual([[['north', 'south'], ['lake'], ['common']], [['south'], ['lake'], ['common']]]);
  });

  it('is nothing where nothing changes', () => {
    expect(groupsOf([], () => false)).toEqual([]);
  });
});

describe('what changes after all that is on file', () => {
  const later = (label: string) => [{ becomes: { label, standing: 'in force', conduct: 'kept', from: '2024-03-01', through: '2024-03-02' } }];
  const document = (...changes: Entry[]): ChangesDocument => ({ schema: 'proviso/changes/1', agreement: { name: 'a', title: 'A' }, knownBefore: '2024-02-29', knownAfter: '2024-03-02', reports: [], changes });
  const kept = { label: 'kept', standing: 'in force', conduct: 'kept' };

  it('is only what is another answer than the last on file', () => {
    const told = compared(document(entry({}, 'common', later('kept')), entry({}, 'north', later('broken'))), () => kept);
    expect(told.changes.map(one => [one.view, one.changes.map(({ was, becomes }) => [was?.label, becomes?.label, was?.from])])).toEqual([['north', [['kept', 'broken', '2024-03-01']]]]);
  });

  it('is not told before the last answer on file is here', () => {
    expect(compared(document(entry({}, 'common', later('broken')), entry({}, 'north')), () => undefined).changes.map(one => one.view)).toEqual(['north']);
  });

  it('leaves alone what has no answer on file on an earlier day', () => {
    const early = [{ becomes: { label: 'kept', standing: 'in force', conduct: 'kept', from: '2023-01-01', through: '2023-02-01' } }];
    expect(compared(document(entry({}, 'common', early)), () => kept).changes).toEqual([entry({}, 'common', early)]);
  });
});

describe('what changes, in one sentence', () => {
  const called = { place: (name: string) => `the ${name}`, inViews: (names: readonly string[]) => `in the view ${names.join(' and ')}`, party: (name: string) => name };
  const says = (changes: Entry[], views = 3) => summary(groupsOf(changes, () => false), called, views);

  it('is how many verdicts, in whose view, where, from when and to what', () => {
    expect(says([entry({}, 'north', broken)])).toBe('1 verdict changes: in the view north, the lake, from 1 March 2024 “broken”.');
    expect(says([entry({}, 'common'), entry({}, 'north'), entry({}, 'south')])).toBe('3 verdicts change: in all views, the lake, from 1 January 2024 “ended”.');
    expect(says([entry({}, 'common')], 1)).toBe('1 verdict changes: the lake, from 1 January 2024 “ended”.');
  });

  it('tells the first, and how many more there are', () => {
    expect(says([entry({}, 'common'), entry({}, 'north', broken)])).toBe('2 verdicts change: in the view common, the lake, from 1 January 2024 “ended”; and 1 more group below.');
  });

  it('is nothing where nothing changes', () => {
    expect(says([])).toBe('');
  });
});

describe('whom a row is about', () => {
  it('is the addressee of an offer, else who owes it and to whom', () => {
    const row = { clause, party: 'north', addressee: 'south' };
    expect(whomOf(row, true)).toBe('south');
    expect(whomOf(row, false)).toBe('north to south');
    expect(whomOf({ clause, party: 'north' }, false)).toBe('north');
  });
});
