import { describe, expect, it } from 'vitest';
import type { DecisionEntry } from '../src/documents';
import { decidersOf } from '../src/verdicts/causes';
import { wayKey, waysTried } from '../src/verdicts/choices';

const way = (...choices: DecisionEntry['choices']): DecisionEntry => ({ choices, label: 'ended', standing: 'ended', conduct: 'not triggered' });

describe('what decides the answers of a clause', () => {
  it('is every dispute and report of the ways, with the answers that it decides', () => {
    const found = decidersOf([
      [way({ dispute: 'range', reading: 'long' }), way({ report: 'visit', believed: false }, { dispute: 'range', reading: 'short' })],
      [],
      [way({ dispute: 'range', reading: 'long' }, { dispute: 'wording', reading: 'appear' })],
    ]);
    expect([...found.disputes]).toEqual([['range', [0, 2]], ['wording', [2]]]);
    expect([...found.reports]).toEqual([['visit', [0]]]);
  });
});

describe('the ways that are tried', () => {
  const tried = { reading: ['range:long', 'wording:appear'], believe: [], disbelieve: ['visit'] };
  const both = [{ dispute: 'wording', reading: 'appear' }, { report: 'visit', believed: false }];

  it('are those that were pressed, as they were, and every other choice by itself', () => {
    expect(waysTried(tried, [both]).map(wayKey)).toEqual(['-visit wording:appear', 'range:long']);
    expect(waysTried(tried, []).map(wayKey)).toEqual(['range:long', 'wording:appear', '-visit']);
  });

  it('are none of which a part is no longer tried', () => {
    expect(waysTried({ ...tried, disbelieve: [] }, [both]).map(wayKey)).toEqual(['range:long', 'wording:appear']);
  });

  it('have one key whatever the order of their choices', () => {
    expect(wayKey([...both].reverse())).toBe(wayKey(both));
  });
});
