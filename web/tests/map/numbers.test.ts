import { describe, expect, it } from 'vitest';
import type { NumbersDocument } from '../../src/documents';
import { lanesOf } from '../../src/map/lanes';
import { axisOf, chartsOf, daysOf, endsOf, figure, heightOf, inShort, isAtLeast, isAtMost, isRange, ticksOn, type Chart, type Told } from '../../src/map/numbers';
import { numberOf } from '../../src/map/scale';

const told = (atLeast: number, atMost?: number, more: Partial<Told> = {}): Told =>
  ({ from: 0, before: 1, atLeast, ...(atMost === undefined ? {} : { atMost }), amount: String(atMost ?? atLeast), margin: '', over: false, conflict: false, ...more });
const chart = (limit: number, ...all: Told[]): Chart =>
  ({ clause: { id: '1', title: '' }, place: 'world', limit, panels: [{ views: ['common'], courses: [{ row: { clause: { id: '1', title: '' }, party: 'north' }, told: all }], limits: [] }] });

describe('the axis', () => {
  it('begins at zero', () => {
    expect(axisOf(chart(700, told(882, 882), told(521, 521))).bottom).toBe(0);
  });

  it('begins higher only where all would lie in the uppermost third', () => {
    const axis = axisOf(chart(1550, told(1796, 1796), told(1400, 1400)));
    expect(axis.bottom).toBeGreaterThan(1000);
    expect(ticksOn(axis)[0]).toBe(axis.bottom);
    expect(ticksOn(axis)[axis.steps]).toBeGreaterThan(1796);
  });

  it('has room for all, with few and round steps', () => {
    for (const highest of [1, 3, 7, 12, 99, 171, 800, 12_345]) {
      const axis = axisOf(chart(highest, told(1, 1)));
      expect(heightOf(axis, highest)).toBeLessThanOrEqual(1);
      expect(axis.steps).toBeLessThanOrEqual(7);
      expect(String(axis.step)).toMatch(/^[125]0*$/);
    }
  });
});

describe('a number', () => {
  it('is bounded on one side, on both, or on none', () => {
    expect([isAtLeast(told(5)), isAtMost(told(0, 5)), isRange(told(3, 5))]).toEqual([true, true, true]);
    expect([isAtLeast(told(5, 5)), isAtMost(told(5, 5)), isRange(told(5, 5)), isAtMost(told(0, 0))]).toEqual([false, false, false, false]);
  });

  it('has two signs where it is a range or a contradiction', () => {
    expect(endsOf(told(3, 5))).toEqual([3, 5]);
    expect(endsOf(told(9, 5, { conflict: true }))).toEqual([9, 5]);
    expect(endsOf(told(0, 5))).toEqual([5]);
  });

  it('is written with commas', () => {
    expect([figure(5), figure(999), figure(1550), figure(1234567)]).toEqual(['5', '999', '1,550', '1,234,567']);
  });

  it('is told in short, with what was over the limit', () => {
    const at = (iso: string, count: number, more: Partial<Told> = {}) => told(count, count, { from: numberOf(iso), before: numberOf(iso) + 1, ...more });
    expect(inShort([])).toBe('no number is told');
    expect(inShort([at('2018-02-05', 800), at('2022-03-01', 901, { over: true }), at('2022-09-01', 790, { margin: '10 below the limit' })]))
      .toBe('first 800 on 5 February 2018, last 790 on 1 September 2022, 10 below the limit; over the limit with 901 on 1 March 2022');
  });
});

describe('charts', () => {
  const clause = { id: '2a', title: 'Missiles' }, row = { clause, party: 'north', instance: 'world', place: 'world' };
  const series = (view: string, count: number, own = row): NumbersDocument['series'][number] =>
    ({ row: own, view, limit: 700, days: [{ from: '2010-03-01', through: '2010-03-01', standing: 'not in force', atLeast: count, atMost: count, amount: String(count), margin: '', over: false, conflict: false }] });
  const lanes = lanesOf({
    schema: 'proviso/timeline/1', agreement: { name: 'a', title: 'A' }, knownOn: '2020-12-31', firstDay: '2011-01-01', lastDay: '2020-12-31',
    lanes: ['a', 'b', 'c'].map(view => ({ row, view, told: [
      { from: '2011-01-01', through: '2017-12-31', label: '', standing: 'not in force', conduct: '' },
      { from: '2018-01-01', through: '2018-06-30', label: 'x', standing: 'in force', conduct: 'kept' },
      { from: '2018-07-01', through: '2019-12-31', label: 'y', standing: 'in force', conduct: 'cannot tell' },
      { from: '2020-01-01', through: '2020-12-31', label: 'z', standing: 'cannot tell', conduct: '' },
    ] })),
  });
  const numbers = (...all: NumbersDocument['series']): NumbersDocument => ({ schema: 'proviso/numbers/1', agreement: { name: 'a', title: 'A' }, firstDay: '2010-03-01', lastDay: '2020-12-31', series: all });

  it('have a panel for each group of views to whom the same is told', () => {
    const [own] = chartsOf(numbers(series('a', 800), series('b', 901), series('c', 800)), lanes);
    expect(own!.panels.map(panel => panel.views)).toEqual([['a', 'c'], ['b']]);
  });

  it('draw the limit on the days on which it binds, whatever the conduct, and apart where that cannot be told', () => {
    const [own] = chartsOf(numbers(series('a', 800)), lanes);
    expect(own!.panels[0]!.limits).toEqual([
      { from: numberOf('2018-01-01'), before: numberOf('2020-01-01'), isOpen: false, whom: [] },
      { from: numberOf('2020-01-01'), before: numberOf('2021-01-01'), isOpen: true, whom: [] },
    ]);
  });

  it('have none for places within a place, and begin with the oldest number', () => {
    const all = chartsOf(numbers(series('a', 800), series('a', 5, { ...row, place: 'part' })), lanes);
    expect(all.length).toBe(1);
    expect(daysOf(all, { from: numberOf('2011-01-01'), before: numberOf('2021-01-01') })).toEqual({ from: numberOf('2010-03-01'), before: numberOf('2021-01-01') });
  });
});
