import { describe, expect, it } from 'vitest';
import { difference, draftFrom, example, fixed, movedBetween, movedOf, movedOn, nameFault, sentOf, titleOf, withTheirs, type Draft } from '../src/draft/draft';
import { keptDrafts, Place } from '../src/draft/keep';
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

describe('what is sent of a draft', () => {
  const begun = [{ path: 'a.proviso', text: 'x' }, { path: 'b.proviso', text: 'y'.repeat(500_000) }];

  it('is all that is shown, so that it is judged by that', () => {
    expect(sentOf({ ...draft, agreement: 'river' }, 'a.proviso', draft.files)).toEqual(draft.files);
  });

  it('leaves out what the server has just so where it is very long', () => {
    const long = { agreement: 'river', files: [{ path: 'a.proviso', text: 'z' }, begun[1]!], open: 0 };
    expect(sentOf(long, 'a.proviso', begun).map(file => file.path)).toEqual(['a.proviso']);
    expect(sentOf(long, 'b.proviso', begun).map(file => file.path)).toEqual(['a.proviso', 'b.proviso']);
    expect(sentOf(long, 'a.proviso', undefined)).toEqual(long.files);
  });
});

describe('what becomes of the files of an agreement while a draft of it is open', () => {
  const file = (path: string, text: string) => ({ path, text });

  it('is told where the draft shows another text, and where it does not show a file', () => {
    const open = { agreement: 'river', files: [file('a', '1'), file('b', '1'), file('c', '2')], open: 0 };
    const after = [file('a', '2'), file('c', '2'), file('d', '1')];
    expect(movedOf(open, after, movedBetween([file('a', '1'), file('b', '1'), file('c', '1')], after))).toEqual([
      { path: 'a', was: '1', is: '2' },
      { path: 'b', was: '1', is: undefined },
      { path: 'd', was: undefined, is: '1' },
    ]);
  });

  it('is nothing once it is as it was', () => {
    const [one, two] = [[file('a', '1')], [file('a', '2')]];
    expect(movedOn(movedBetween(one, two), movedBetween(two, one))).toEqual([]);
    expect(movedOn(movedBetween(one, two), movedBetween(two, [file('a', '3')]))).toEqual([{ path: 'a', was: '1', is: '3' }]);
  });

  it('is taken in without a word of the other files', () => {
    expect(withTheirs(draft, 'a.proviso', 'new').files.map(one => one.text)).toEqual(['new', '']);
    expect(withTheirs(draft, 'c.proviso', 'new').files.map(one => one.path)).toEqual(['a.proviso', 'b.proviso', 'c.proviso']);
  });
});

it('a draft is called by the title in its text', () => {
  expect(titleOf(example)).toBe('Quiet on the river');
  expect(titleOf(draft)).toBe('a.proviso');
});

describe('the drafts that a browser keeps', () => {
  /** As much of a browser's store as is asked of it. */
  class Store {
    [key: string]: unknown;
    getItem(key: string) { return Object.hasOwn(this, key) ? this[key] as string : null; }
    setItem(key: string, text: string) { this[key] = text; }
    removeItem(key: string) { delete this[key]; }
  }

  const store = () => new Store() as unknown as Storage;
  const texts = (of: Storage) => keptDrafts(of).map(one => one.draft.files[0]!.text).sort();
  const saying = (text: string): Draft => ({ files: [{ path: 'a', text }], open: 0 });

  it('stay when another is begun', () => {
    const all = store();
    Place.fresh(all).keep(saying('mine'));
    Place.fresh(all).keep(saying('from a link'));
    expect(texts(all)).toEqual(['from a link', 'mine']);
  });

  it('are written over only where they were read', () => {
    const all = store();
    const first = Place.fresh(all).keep(saying('begun'))!;
    const second = Place.of(first.key, all);
    expect(first.keep(saying('here'))).toBe(first);
    expect(second.isElsewhere).toBe(true);
    const parted = second.keep(saying('there'))!;
    expect(parted.key).not.toBe(first.key);
    expect(parted.keep(saying('there, too'))).toBe(parted);
    expect(texts(all)).toEqual(['here', 'there, too']);
  });

  it('are those of before, too, and nothing else', () => {
    const all = store();
    all.setItem('proviso.draft', JSON.stringify(saying('now')));
    all.setItem('proviso.draft.before', JSON.stringify(saying('before')));
    all.setItem('proviso.draft.broken', '{');
    all.setItem('other', JSON.stringify(saying('other')));
    expect(texts(all)).toEqual(['before', 'now']);
  });

  it('are not kept where the store is full', () => {
    const full = store();
    full.setItem = () => { throw new Error('QuotaExceededError'); };
    expect(Place.fresh(full).keep(draft)).toBeUndefined();
  });
});

it.each([['reports.proviso', true], ['Berichte 2.proviso', true], ['b.proviso', false], ['x', false], ['../x.proviso', false], ['.proviso', false], ['a/b.proviso', false]])('a new file may be called %s: %s', (name, may) => {
  expect(nameFault(name, draft) === undefined).toBe(may);
});
