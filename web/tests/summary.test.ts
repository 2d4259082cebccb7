import { describe, expect, it } from 'vitest';
import type { StatusRow, StatusVerdict, ViewHeading } from '../src/documents';
import { bondOf, eitherWay } from '../src/parts/bond';
import { endsSay, meaningsOf, summaryOf, toldFirst } from '../src/verdicts/summary';

const views: ViewHeading[] = [{ name: 'common', title: 'common', kind: 'common' }, { name: 'x', title: 'X', kind: 'named' }, { name: 'north', title: 'North', kind: 'party' }];

/** An answer by its standing, or by the standings that are possible, and the day since which it is so. */
function verdict(standing: string, since = '2020-01-01', conduct = 'not triggered'): StatusVerdict {
  const possible = standing.split('/');
  return { view: '', label: standing, standing: possible.length > 1 ? 'cannot tell' : standing, ...(possible.length > 1 ? { possible } : {}), conduct, since, standingSince: since, conductSince: since };
}

function row(...verdicts: StatusVerdict[]): StatusRow {
  return { clause: { id: '1', title: 'Moratorium' }, party: 'north', verdicts };
}

const say = (rows: StatusRow[], isChosen = false) => summaryOf('clause 1', rows, views.slice(0, rows[0]!.verdicts.length), '2026-11-24', isChosen, name => name.toUpperCase()).join(' ');

describe('whether it binds', () => {
  it('is told where every possibility comes to the same', () => {
    expect(bondOf(verdict('ended/void from birth/withdrawn'))).toBe('over');
    expect(bondOf(verdict('in force/ended'))).toBe('untold');
    expect(bondOf(verdict('suspended/ended'))).toBe('untold');
    expect(bondOf({ label: '', standing: 'cannot tell', conduct: 'kept' })).toBe('untold');
    expect(bondOf(verdict('offered'))).toBe('idle');
  });

  it('is said beside an answer that cannot tell what became of it', () => {
    expect(eitherWay(verdict('ended/withdrawn'))).toBe('either way it no longer binds');
    expect(eitherWay(verdict('ended/void from birth/withdrawn'))).toBe('in each case it does not bind');
    expect(eitherWay(verdict('in force/ended'))).toBeUndefined();
    expect(eitherWay(verdict('ended'))).toBeUndefined();
  });
});

describe('the summary of a clause', () => {
  it('says that it is over in every view, by which day at the latest, and on what they differ', () => {
    expect(say([row(verdict('ended/withdrawn', '2025-08-05'), verdict('ended', '2023-09-19')), row(verdict('void from birth'), verdict('withdrawn'))]))
      .toBe('In every view, clause 1 binds nobody, since 5 August 2025 at the latest. The views differ on whether it ended, was withdrawn or never bound, where and when.');
  });

  it('says in which years it ended, in which places, in some', () => {
    const at = (place: string, ...verdicts: StatusVerdict[]) => ({ ...row(...verdicts), place, instance: place });
    const ended = { ...verdict('ended', '2025-01-02'), perhapsSince: '2024-12-20' }, loose = { ...verdict('ended', '2025-01-02'), perhapsSince: '2022-12-20' };
    const withdrawn = verdict('withdrawn', '2025-08-05');
    expect(say([at('a', withdrawn, verdict('ended', '2023-09-19')), at('b', withdrawn, withdrawn), at('c', withdrawn, ended), at('d', verdict('ended', '2024-02-01'), loose)]))
      .toMatch(/In each it ended in D between 2022 and 2025, or in 2024\. In some it ended in A in 2023 and in C in 2024 or 2025\.$/);
    expect(say([at('a', verdict('ended', '2023-09-19'), verdict('ended', '2023-09-19')), at('b', withdrawn, verdict('ended', '2024-09-19'))]))
      .toMatch(/In each it ended in A in 2023\. In some it ended in B in 2024\.$/);
    expect(say([at('a', withdrawn, verdict('ended', '2023-09-19')), { ...at('b', withdrawn, withdrawn), party: 'south' }])).not.toContain('In some it ended');
  });

  it('says that it binds, and that what differs is whether it is kept', () => {
    expect(say([row(verdict('in force', '2020-01-01', 'kept'), verdict('in force', '2020-01-01', 'broken'))], true))
      .toBe('In every chosen view, clause 1 is in force on 24 November 2026. The views differ on whether it is kept.');
  });

  it('says on what else they differ', () => {
    const kept = verdict('in force', '2020-01-01', 'kept');
    const numbers = (atLeast: number) => ({ limit: 5, atLeast });
    const differ = (one: StatusVerdict, other: StatusVerdict) => say([row(one, other)]).replace(/^.*\. (?=The views)/, '');
    expect(differ({ ...kept, numbers: numbers(3) }, { ...kept, numbers: numbers(1) })).toBe('The views differ on how many there are.');
    expect(differ({ ...kept, basis: 'verified' }, { ...kept, basis: 'not observed' })).toBe('The views differ on what that leans on.');
    expect(differ(kept, { ...kept, since: '2021-01-01' })).toBe('The views differ on since when that is the answer.');
    expect(differ(verdict('ended', '2020-01-01', 'broken'), verdict('ended'))).toBe('The views differ on whether a breach begun before goes on.');
  });

  it('counts the views that differ', () => {
    expect(say([row(verdict('in force/ended'), verdict('in force'), verdict('ended'))]))
      .toBe('On 24 November 2026, in 1 of 3 views clause 1 is in force; in 1 it binds nobody; in 1 whether it is in force cannot be told.');
    expect(say([row(verdict('in force'), verdict('ended')), row(verdict('in force/ended'), verdict('in force'))]))
      .toBe('On 24 November 2026, in 1 of 2 views clause 1 is in force in some places and not in others; in 1 whether it is in force cannot be told for some places.');
  });

  it('tells several parties apart from several places, and several ways not to bind from binding', () => {
    expect(say([row(verdict('in force')), { ...row(verdict('ended')), party: 'south' }])).toBe('In this view, clause 1 is in force on 24 November 2026 for some and not for others.');
    expect(say([row(verdict('offered')), row(verdict('ended'))])).toBe('In this view, clause 1 does not bind anywhere on 24 November 2026.');
  });

  it('of a single view speaks of that view alone', () => {
    expect(say([row(verdict('void from birth', '2019-08-05'))])).toBe('In this view, clause 1 does not bind on 24 November 2026, and never did.');
  });
});

it('definite answers come first, and the parties\' own before the others', () => {
  const rows = [row(verdict('ended/withdrawn'), verdict('ended'), verdict('withdrawn'))];
  expect(toldFirst([[0], [1], [2]], rows, views)).toEqual([[[2], [1]], [[0]]]);
  expect(toldFirst([[1], [2]], rows, views)).toEqual([[[2], [1]]]);
});

it('in how many ways a clause can be over is said of answers that leave nothing else possible', () => {
  expect(endsSay([verdict('ended/withdrawn'), verdict('void from birth')])).toBe('ended, was withdrawn or never bound');
  expect(endsSay([verdict('ended/withdrawn'), verdict('in force')])).toBeUndefined();
  expect(endsSay([verdict('ended')])).toBeUndefined();
  expect(endsSay([])).toBeUndefined();
});

it('the words that occur are explained, no others', () => {
  expect(meaningsOf([row(verdict('ended/withdrawn'), verdict('in force'))]).map(([word]) => word)).toEqual(['ended', 'withdrawn', 'cannot tell']);
});
