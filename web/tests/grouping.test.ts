import { describe, expect, it } from 'vitest';
import type { StatusDocument, StatusRow, StatusVerdict } from '../src/documents';
import { besideAlike, cellName, cellOf, clausesOf, flipsOf, matrixOf, onDay, otherwise, spansOf, titlesOf } from '../src/verdicts/grouping';

const clause = { id: '1', title: 'Moratorium' };

function verdict(view: string, label: string, since = '2020-01-01', conduct = 'kept'): StatusVerdict {
  return { view, label, standing: 'in force', conduct, since, standingSince: since, conductSince: since };
}

function row(place: string, labels: string[], more: Partial<StatusRow> = {}): StatusRow {
  return { clause, party: 'north', instance: place, place, verdicts: labels.map((label, index) => verdict(`v${index}`, label)), ...more };
}

describe('a matrix', () => {
  it('joins places that all views answer alike, and views that answer alike everywhere', () => {
    const { columns, lines } = matrixOf([row('a', ['kept', 'kept', 'ended']), row('b', ['kept', 'kept', 'kept']), row('c', ['kept', 'kept', 'ended'])]);
    expect(columns.map(column => column.map(one => one.place))).toEqual([['a', 'c'], ['b']]);
    expect(lines).toEqual([[0, 1], [2]]);
  });

  it('keeps answers apart that differ only in their day', () => {
    const one = { ...row('a', []), verdicts: [verdict('v0', 'ended', '2020-01-01'), verdict('v1', 'ended', '2021-01-01')] };
    expect(matrixOf([one]).lines).toEqual([[0], [1]]);
  });

  it('keeps answers apart that differ only in since when it is broken', () => {
    const broken = { ...verdict('v0', 'broken, whether ended or withdrawn', '2025-08-05', 'broken'), standing: 'cannot tell' };
    const one = { ...row('a', []), verdicts: [{ ...broken, conductSince: '2019-08-05' }, { ...broken, conductSince: '2020-08-05' }] };
    expect(matrixOf([one]).lines).toEqual([[0], [1]]);
  });

  it('of no rows has no lines', () => {
    expect(matrixOf([])).toEqual({ columns: [], lines: [] });
  });
});

describe('cells that say the same', () => {
  it('are one side by side, and marked below each other', () => {
    expect(spansOf([['a', 'x', 'x'], ['b', 'x', 'x'], ['b', 'x', 'x']])).toEqual([
      [{ from: 0, columns: 1, isAgain: false }, { from: 1, columns: 2, isAgain: false }],
      [{ from: 0, columns: 1, isAgain: false }, { from: 1, columns: 2, isAgain: true }],
      [{ from: 0, columns: 1, isAgain: true }, { from: 1, columns: 2, isAgain: true }],
    ]);
  });

  it('are no repetition where they are not as wide, or not right above', () => {
    expect(spansOf([['x', 'x', 'x'], ['x', 'x', 'a'], ['x', 'b', 'x']]).flat().some(({ isAgain }) => isAgain)).toBe(false);
    expect(spansOf([['x'], ['a'], ['x']]).flat().some(({ isAgain }) => isAgain)).toBe(false);
  });

  it('cover each line exactly once', () => {
    for (let number = 0; number < 2 ** 9; number++) {
      const keys = [0, 1, 2].map(line => [0, 1, 2].map(column => ['a', 'b'][(number >> (line * 3 + column)) & 1]!));
      spansOf(keys).forEach((spans, line) => {
        expect(spans.flatMap(({ from, columns }) => keys[line]!.slice(from, from + columns))).toEqual(keys[line]);
        expect(spans.filter(({ from, isAgain }) => isAgain && keys[line - 1]![from] !== keys[line]![from])).toEqual([]);
      });
    }
  });

  it('bring their lines together', () => {
    expect(besideAlike(['aaa', 'bbb', 'aab', 'cbb'], line => [...line])).toEqual(['aaa', 'aab', 'bbb', 'cbb']);
    expect(besideAlike([], () => [])).toEqual([]);
  });
});

describe('places within places', () => {
  it('are told where their answer is another, in the views in which it is', () => {
    const rows = [row('east', ['kept', 'kept']), row('town', ['kept', 'ended'], { instance: 'east' }), row('port', ['kept', 'kept'], { instance: 'east' })];
    const [only] = clausesOf(rows);
    expect(only!.whole.length).toBe(1);
    expect(otherwise(only!).map(({ rows: same, answers }) => [same.map(one => one.place), answers.map(({ views }) => views)])).toEqual([[['town'], [[1]]]]);
  });

  it('are told where it is broken, even if the whole is, too', () => {
    const broken = (place: string, instance: string) => ({ ...row(place, []), instance, verdicts: [verdict('v0', 'broken', '2020-01-01', 'broken')] });
    expect(otherwise(clausesOf([broken('east', 'east'), broken('town', 'east')])[0]!).length).toBe(1);
  });
});

describe('titles', () => {
  const naming = { offer: false, place: (name: string) => name.toUpperCase(), party: (name: string) => name, kinds: new Map([['a', 'theatre'], ['b', 'theatre'], ['c', 'theatre']] as const) };

  it('say what distinguishes the columns, and what they have in common once', () => {
    expect(titlesOf([[row('a', [])], [row('b', [])]], naming)).toEqual({ titles: ['A', 'B'], common: 'for north', apart: 'where' });
  });

  it('name all of many places by their number', () => {
    const to = (addressee: string) => ['a', 'b', 'c'].map(place => row(place, [], { addressee }));
    expect(titlesOf([to('east'), to('west')], { ...naming, offer: true })).toEqual({ titles: ['to east', 'to west'], common: 'in all 3 theatres', apart: 'to whom' });
  });
});

describe('an opened cell', () => {
  const status = { views: [{ name: 'v0' }, { name: 'v1' }], rows: [row('a', ['kept', 'ended']), row('town', ['kept', 'kept'], { instance: 'a', addressee: 'west' })] } as StatusDocument;

  it('is found again by its name in the address', () => {
    for (const one of status.rows) {
      expect(cellOf(cellName(one, 'v1'), status)).toMatchObject({ row: one, view: 1 });
    }
  });

  it('that is no more there is not made up', () => {
    expect(cellOf('1/v9/north//a', status)).toBeUndefined();
    expect(cellOf(undefined, status)).toBeUndefined();
  });
});

describe('flips', () => {
  const told = (label: string, from: string, through: string) => ({ label, standing: 'ended', conduct: 'kept', from, through });
  const change = (was: string, becomes: string, from: string, through: string) => ({ was: told(was, from, through), becomes: told(becomes, from, through) });
  const flip = (place: string, view: string, changes: ReturnType<typeof change>[], instance = place) => ({ row: { clause, party: 'north', instance, place }, view, changes });

  it('are told once for rows and views that flip alike', () => {
    const flips = flipsOf(['a', 'b'].flatMap(place => ['v0', 'v1'].map(view => flip(place, view, [change('kept', 'ended', '2020-01-01', '2020-12-31')]))));
    expect(flips.map(({ rows, views }) => [rows.map(one => one.place), views])).toEqual([[['a', 'b'], ['v0', 'v1']]]);
  });

  it('leave out what says the same, and join days that follow each other', () => {
    const [only] = flipsOf([flip('a', 'v0', [change('kept', 'kept', '2020-01-01', '2020-01-31'), change('kept', 'ended', '2020-02-01', '2020-02-29'), change('kept', 'ended', '2020-03-01', '2020-03-31')])]);
    expect(only!.changes.map(({ from, through }) => [from, through])).toEqual([['2020-02-01', '2020-03-31']]);
    expect(flipsOf([flip('a', 'v0', [change('kept', 'kept', '2020-01-01', '2020-01-31')])])).toEqual([]);
  });

  it('of a day name a place within another only where the whole does not flip', () => {
    const flips = flipsOf([
      flip('a', 'v0', [change('kept', 'ended', '2020-01-01', '2020-12-31')]),
      flip('town', 'v0', [change('kept', 'broken', '2020-01-01', '2020-12-31')], 'a'),
      flip('port', 'v0', [change('kept', 'broken', '2020-01-01', '2020-12-31')], 'b'),
    ]);
    expect(onDay(flips, '2020-06-01').map(({ rows }) => rows.map(one => one.place))).toEqual([['a'], ['port']]);
    expect(onDay(flips, '2021-01-01')).toEqual([]);
  });
});
