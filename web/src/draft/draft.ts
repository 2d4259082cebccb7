import type { DiagnosticEntry } from '../documents';

export interface DraftFile { path: string; text: string }

/** A draft as the page keeps it. */
export interface Draft {
  /** The agreement of the server that it began from, whose outlines it uses. */
  agreement?: string;
  files: DraftFile[];
  /** Which file is open. */
  open: number;
}

/** A small whole example: an agreement that says something at once. */
export const example: Draft = {
  open: 0,
  files: [
    {
      path: 'agreement.proviso',
      text: `agreement river "Quiet on the river"
  between upland, lowland
  in force from 2026-01-01 through 2028-12-31
  with calendar days, clock Europe/Zurich.

party upland  "Upland".
party lowland "Lowland".

region river "the river" zone Europe/Zurich.

kind boat "boat" with guns: number.
define gunboat "gunboat" as boat where guns at least 1.
state present "is present".

clause 1 "Upland's gunboats"
  while no gunboat with operator lowland is present in river,
  upland shall not have gunboat present in river.
`,
    },
    {
      path: 'reports.proviso',
      text: `report gunboat-seen
  boat as heron with guns 2, operator upland present in river from 2026-03-10 to 2026-03-12
  by lowland said 2026-03-13 grade official
  source "Note of Lowland, 13 March 2026" at "https://example.org/note-of-lowland".
`,
    },
  ],
};

export function sameFiles(one: readonly DraftFile[], other: readonly DraftFile[]): boolean {
  return one.length === other.length && one.every((file, index) => file.path === other[index]!.path && file.text === other[index]!.text);
}

/** A draft from something that was kept or sent; undefined when it is none. */
export function draftFrom(kept: unknown): Draft | undefined {
  if (typeof kept !== 'object' || kept === null || !('files' in kept) || !Array.isArray(kept.files)) {
    return undefined;
  }

  const files = kept.files.filter((file): file is DraftFile => typeof file?.path === 'string' && typeof file?.text === 'string').map(({ path, text }) => ({ path, text }));
  if (files.length === 0 || files.length !== kept.files.length || new Set(files.map(file => file.path)).size !== files.length) {
    return undefined;
  }

  const open = 'open' in kept && typeof kept.open === 'number' && Number.isInteger(kept.open) && kept.open >= 0 && kept.open < files.length ? kept.open : 0;
  return 'agreement' in kept && typeof kept.agreement === 'string' && kept.agreement.length > 0 ? { agreement: kept.agreement, files, open } : { files, open };
}

/** What a draft is called where several are to choose from: the title in its text, or its first file. */
export function titleOf(draft: Draft): string {
  for (const { text } of draft.files) {
    const found = /^\s*agreement\s+\S+\s+"((?:[^"\\\n]|\\.)*)"/m.exec(text)?.[1];
    if (found !== undefined && found.trim().length > 0) {
      return found.replace(/\\(.)/g, '$1');
    }
  }

  return draft.files[0]?.path ?? '';
}

/** So many characters can be sent each time that somebody stops typing. */
const mostSent = 400_000;

/** The files of a draft that are sent to be judged: all that are shown, so that it is judged by these. Of a very long one, those that the server has just so are left out. */
export function sentOf(draft: Draft, path: string, begun: readonly DraftFile[] | undefined): DraftFile[] {
  if (draft.files.reduce((length, file) => length + file.text.length, 0) <= mostSent) {
    return draft.files;
  }

  const same = new Map(draft.agreement === undefined ? [] : begun?.map(one => [one.path, one.text]));
  return draft.files.filter(one => one.path === path || same.get(one.path) !== one.text);
}

/** A file of the agreement that a draft began from, and what became of it there: it came, it changed, or it is gone. */
export interface Moved { path: string; was: string | undefined; is: string | undefined }

/** What became of the files of an agreement between two looks at it. */
export function movedBetween(before: readonly DraftFile[], after: readonly DraftFile[]): Moved[] {
  const is = new Map(after.map(file => [file.path, file.text]));
  const was = new Map(before.map(file => [file.path, file.text]));
  return [...new Set([...was.keys(), ...is.keys()])].filter(path => was.get(path) !== is.get(path)).map(path => ({ path, was: was.get(path), is: is.get(path) }));
}

/** What moved first one way and then another, as one move. What is as it was has not moved. */
export function movedOn(first: readonly Moved[], then: readonly Moved[]): Moved[] {
  const all = new Map(first.map(one => [one.path, one]));
  for (const one of then) {
    const before = all.get(one.path);
    all.set(one.path, before === undefined ? one : { ...one, was: before.was });
  }

  return [...all.values()].filter(one => one.was !== one.is);
}

/** What is to be said of the agreement's files: those whose text there is another than the draft's since it is open, and those that the draft does not have. */
export function movedOf(draft: Draft, begun: readonly DraftFile[] | undefined, moved: readonly Moved[]): Moved[] {
  const own = new Map(draft.files.map(file => [file.path, file.text]));
  const more = (begun ?? []).filter(file => !own.has(file.path)).map(({ path, text }) => ({ path, was: undefined, is: text }));
  return [...moved.filter(one => own.has(one.path) && own.get(one.path) !== one.is), ...more];
}

/** The draft with a file as the agreement has it. */
export function withTheirs(draft: Draft, path: string, text: string): Draft {
  return draft.files.some(file => file.path === path) ? written(draft, path, text) : { ...draft, files: [...draft.files, { path, text }] };
}

/** The draft with another text in a file. */
export function written(draft: Draft, path: string, text: string): Draft {
  return { ...draft, files: draft.files.map(file => (file.path === path ? { ...file, text } : file)) };
}

/** Why a name will not do for a new file; undefined when it will. */
export function nameFault(name: string, draft: Draft): string | undefined {
  if (!/^[\p{L}\p{M}\p{Nd}_-][\p{L}\p{M}\p{Nd} ._-]*\.proviso$/u.test(name) || name.length > 120) {
    return 'A name is of letters, digits and hyphens, and ends in “.proviso”.';
  }

  return draft.files.some(file => file.path === name) ? 'There is a file of that name.' : undefined;
}

/** A draft with a fix of the server's in it. Undefined when the draft has changed so much that the fix no longer fits. */
export function fixed(draft: Draft, fix: DiagnosticEntry['fixes'][number]): Draft | undefined {
  const texts = new Map(draft.files.map(file => [file.path, file.text]));
  const edits = [...fix.edits].sort((one, other) => other.place.offset - one.place.offset);
  for (const { place, newText } of edits) {
    const text = texts.get(place.file);
    if (text === undefined || place.offset + place.length > text.length) {
      return undefined;
    }

    texts.set(place.file, text.slice(0, place.offset) + newText + text.slice(place.offset + place.length));
  }

  return { ...draft, files: draft.files.map(file => ({ ...file, text: texts.get(file.path)! })) };
}

/** The stretch that differs between two texts: what to take out and what to put there, so that a place in the rest stays where it is. */
export function difference(before: string, after: string): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start++;
  }

  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end++;
  }

  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
