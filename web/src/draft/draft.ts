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

/** True for a draft that nobody has written in: it can be left without loss. */
export function isPristine(draft: Draft, begun: readonly DraftFile[]): boolean {
  return sameFiles(draft.files, begun) || sameFiles(draft.files, example.files);
}

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
