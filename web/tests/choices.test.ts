import { describe, expect, it } from 'vitest';
import { areTried, readingTried, withBelief, withChoices, withReading } from '../src/verdicts/choices';

const none = { reading: [], believe: [], disbelieve: [] };

describe('what is tried', () => {
  it('reads a dispute in one way at a time', () => {
    const tried = withReading(withReading(none, 'wording', 'appear'), 'wording', 'are-deployed');
    expect(tried.reading).toEqual(['wording:are-deployed']);
    expect(readingTried(tried, 'wording')).toBe('are-deployed');
    expect(withReading(tried, 'wording', undefined)).toEqual(none);
  });

  it('believes a report or sets it aside, never both', () => {
    expect(withBelief(withBelief(none, 'seen', true), 'seen', false)).toEqual({ reading: [], believe: [], disbelieve: ['seen'] });
  });

  it('takes several choices together, and back', () => {
    const choices = [{ dispute: 'wording', reading: 'appear' }, { report: 'seen', believed: true }];
    const tried = withChoices(none, choices, true);
    expect(areTried(tried, choices)).toBe(true);
    expect(areTried(none, choices)).toBe(false);
    expect(withChoices(tried, choices, false)).toEqual(none);
  });

  it('does not take one dispute for another whose name begins alike', () => {
    expect(readingTried({ ...none, reading: ['range-sm-6:km-500'] }, 'range')).toBeUndefined();
  });
});
