import { draftFrom, type Draft } from './draft';

/** What the page keeps: the draft, and the one before it where a link or an agreement took its place. */
const names = { now: 'proviso.draft', before: 'proviso.draft.before' } as const;

export function kept(which: keyof typeof names = 'now'): Draft | undefined {
  try {
    const text = localStorage.getItem(names[which]);
    return text === null ? undefined : draftFrom(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Keeps a draft; false when the browser refuses, as in a private window or when it is full. */
export function keep(draft: Draft, which: keyof typeof names = 'now'): boolean {
  try {
    localStorage.setItem(names[which], JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forget(which: keyof typeof names = 'now'): void {
  try {
    localStorage.removeItem(names[which]);
  } catch {
    // Nothing is kept then.
  }
}
