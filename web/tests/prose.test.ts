import { describe, expect, it } from 'vitest';
import { hostOf } from '../src/parts/Link';
import { piecesOf } from '../src/parts/Prose';
import { causeOf, leftOpen, settledBy } from '../src/verdicts/causes';
import type { ProofEntry, WhyEntry } from '../src/documents';

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

describe('what settles an answer', () => {
  it('that cannot be told are the smallest choices, each way once', () => {
    const verdict = { view: 'v', label: 'x', standing: 'cannot tell', conduct: 'kept', since: '2023-09-19', standingSince: '2023-09-19', conductSince: '2023-09-19' };
    const open = { label: 'x', standing: 'ended', conduct: 'kept' };
    const why: WhyEntry = {
      verdict,
      paragraphs: [],
      decidedBy: [{ ...open, choices: [{ dispute: 'revival', reading: 'a' }] }, { ...open, choices: [{ dispute: 'revival', reading: 'b' }] }, { ...open, choices: [{ report: 'seen', believed: true }] }],
      proof: [],
    };
    expect(settledBy(why)).toEqual([['revival'], ['seen']]);
    expect(settledBy({ ...why, verdict: { ...verdict, standing: 'ended' } })).toEqual([]);

    const dispute = (name: string) => ({ name, title: name, about: '', readings: [], file: '', from: 0, to: 0 });
    const other = { ...why, decidedBy: [{ ...open, choices: [{ dispute: 'range', reading: 'a' }, { dispute: 'revival', reading: 'a' }] }] };
    const proof: ProofEntry[] = [{ kind: 'step', says: '', because: [{ kind: 'reading', says: '', dispute: 'range' }, { kind: 'reading', says: '', dispute: 'revival' }, { kind: 'reading', says: '', dispute: 'wording', reading: 'appear' }] }];
    const names = (of: { name: string }[]) => of.map(({ name }) => name);
    const { all, everywhere } = leftOpen([{ ...why, proof }, { ...other, proof }], ['range', 'revival', 'wording', 'launcher'].map(dispute));
    expect([names(all), names(everywhere)]).toEqual([['range', 'revival'], ['revival']]);
    expect(leftOpen([], [dispute('revival')])).toEqual({ all: [], everywhere: [] });
  });
});

describe('what brought an answer about', () => {
  const why = (cause?: string): WhyEntry => ({
    verdict: { view: 'v', label: 'ended', standing: 'ended', conduct: 'not triggered', since: '2023-09-19', standingSince: '2023-09-19', conductSince: '2023-09-19' },
    ...(cause === undefined ? {} : { cause }),
    paragraphs: [],
    decidedBy: [],
    proof: [],
  });

  it('is told only when it is known of all that share the answer, and the same', () => {
    expect(causeOf([why('a launcher'), why('a launcher')])).toBe('a launcher');
    expect(causeOf([why('a launcher'), why('a missile')])).toBeUndefined();
    expect(causeOf([why('a launcher'), undefined])).toBeUndefined();
    expect(causeOf([why(), why()])).toBeUndefined();
    expect(causeOf([])).toBeUndefined();
  });
});
