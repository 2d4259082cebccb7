import { describe, expect, it } from 'vitest';
import { difference, draftFrom, example, fixed, isPristine, nameFault, written, type Draft } from '../src/draft/draft';
import { draftIn, fragmentOf } from '../src/draft/share';

const draft: Draft = { files: [{ path: 'a.proviso', text: 'party x.\nparty y.' }, { path: 'b.proviso', text: '' }], open: 1 };
const place = (file: string, offset: number, length: number) => ({ file, line: 1, column: 1, offset, length });

describe('a draft that is kept or sent', () => {
  it('comes back as it was', () => {
    expect(draftFrom(JSON.parse(JSON.stringify({ ...draft, agreement: 'river' })))).toEqual({ ...draft, agreement: 'river' });
  });

  it.each([null, 7, 'x', {}, { files: [] }, { files: [{ path: 'a' }] }, { files: [{ path: 'a', text: 1 }] }, { files: [{ path: 'a', text: '' }, { path: 'a', text: '' }] }])('is none: %j', kept => {
    expect(draftFrom(kept)).toBeUndefined();
  });

  it('opens its first file where the one that was open is not there', () => {
    expect(draftFrom({ ...draft, open: 9 })?.open).toBe(0);
  });

  it('keeps nothing that it does not know', () => {
    expect(draftFrom({ ...draft, __proto__: { x: 1 }, other: 1 })).toEqual(draft);
  });
});

describe('a link', () => {
  it.each([draft, example, { ...draft, files: [{ path: 'ж.proviso', text: 'party ж "Ж — 🙂".' }], open: 0 }])('holds the whole draft', async of => {
    const fragment = await fragmentOf(of);
    expect(fragment).toMatch(/^#draft=[A-Za-z0-9_-]+$/);
    expect(await draftIn(fragment)).toEqual(of);
  });

  it('says nothing of other fragments', async () => {
    expect(await draftIn('')).toBeUndefined();
    expect(await draftIn('#content')).toBeUndefined();
  });

  it.each(['#draft=', '#draft=!!!', '#draft=AAAA', '#draft=q1ZKy8xJ'])('that is broken is told: %s', async fragment => {
    expect(await draftIn(fragment)).toBe('broken');
  });

  it('that unfolds to too much is broken', async () => {
    const huge = await fragmentOf({ files: [{ path: 'a.proviso', text: ' '.repeat(5 << 20) }], open: 0 });
    expect(huge.length).toBeLessThan(20_000);
    expect(await draftIn(huge)).toBe('broken');
  });
});

describe('a fix', () => {
  it('is put into its files, the last place first', () => {
    const mended = fixed(draft, { title: '', edits: [{ place: place('a.proviso', 6, 1), newText: 'one' }, { place: place('a.proviso', 15, 1), newText: 'two' }, { place: place('b.proviso', 0, 0), newText: '-- x' }] });
    expect(mended?.files.map(file => file.text)).toEqual(['party one.\nparty two.', '-- x']);
  });

  it('of a file that is not there, or of a place beyond its end, is none', () => {
    expect(fixed(draft, { title: '', edits: [{ place: place('c.proviso', 0, 0), newText: '' }] })).toBeUndefined();
    expect(fixed(draft, { title: '', edits: [{ place: place('a.proviso', 16, 5), newText: '' }] })).toBeUndefined();
  });
});

describe('what differs', () => {
  it.each([['abc', 'abc'], ['abc', 'axc'], ['', 'x'], ['x', ''], ['aaa', 'aa'], ['aa', 'aaa'], ['abab', 'ab']])('leads from %j to %j', (before, after) => {
    const { from, to, insert } = difference(before, after);
    expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
  });
});

it('a draft is pristine until somebody writes in it', () => {
  expect(isPristine(example, [])).toBe(true);
  expect(isPristine(draft, draft.files)).toBe(true);
  expect(isPristine(written(example, 'agreement.proviso', ''), [])).toBe(false);
});

it.each([['reports.proviso', true], ['Berichte 2.proviso', true], ['b.proviso', false], ['x', false], ['../x.proviso', false], ['.proviso', false], ['a/b.proviso', false]])('a new file may be called %s: %s', (name, may) => {
  expect(nameFault(name, draft) === undefined).toBe(may);
});
