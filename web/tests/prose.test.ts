import { describe, expect, it } from 'vitest';
import { hostOf } from '../src/parts/Link';
import { piecesOf } from '../src/parts/Prose';
import { causeOf, settledBy, withoutSource } from '../src/verdicts/causes';
import type { WhyEntry } from '../src/documents';

describe('sentences', () => {
  it('have their web addresses as links, without the punctuation around them', () => {
    expect(piecesOf('So says a page (“Note”, https://example.org/a?b=1). More')).toEqual([
      { text: 'So says a page (“Note”, ' },
      { text: 'example.org', address: 'https://example.org/a?b=1' },
      { text: '). More' },
    ]);
  });

  it('make no link of any other kind of address', () => {
    expect(piecesOf('javascript:alert(1) and data:text/html,x')).toEqual([{ text: 'javascript:alert(1) and data:text/html,x' }]);
    expect(hostOf('javascript:alert(1)')).toBeUndefined();
    expect(hostOf('not an address')).toBeUndefined();
  });
});

describe('what brought an answer about', () => {
  const verdict = { view: 'v', label: 'ended', standing: 'ended', conduct: 'not triggered', since: '2023-09-19', standingSince: '2023-09-19', conductSince: '2023-09-19' };
  const leaf = { kind: 'report' as const, says: 'report visit: At least one launcher was there, according to the United States (press report: “x”; said on 1 May 2020). [0b7d97f99c82]', report: 'visit' };

  it('is the first report that surely shows it, without who says so', () => {
    const why: WhyEntry = { verdict, paragraphs: [], decidedBy: [], proof: [{ kind: 'step', says: 'ended', because: [{ ...leaf, says: 'report other: Maybe', doubts: ['its dates are loose'] }, leaf] }] };
    expect(causeOf(why)).toBe('At least one launcher was there');
  });

  it('stays with its source where it is only that one\'s description', () => {
    expect(withoutSource('According to north (note), on 1 May 2020 south withdrew.')).toBe('According to north (note), on 1 May 2020 south withdrew');
  });

  it('that cannot be told hangs on the smallest choices that settle it, each way once', () => {
    const open = { label: 'x', standing: 'ended', conduct: 'kept' };
    const why: WhyEntry = {
      verdict: { ...verdict, standing: 'cannot tell' },
      paragraphs: [],
      decidedBy: [{ ...open, choices: [{ dispute: 'revival', reading: 'a' }] }, { ...open, choices: [{ dispute: 'revival', reading: 'b' }] }, { ...open, choices: [{ report: 'seen', believed: true }] }],
      proof: [],
    };
    expect(settledBy(why)).toEqual([['revival'], ['seen']]);
    expect(causeOf(why)).toBeUndefined();
  });
});
