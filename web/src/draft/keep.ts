import { draftFrom, type Draft } from './draft';

/** A draft that this browser keeps, under a name of its own in its store. */
export interface KeptDraft {
  key: string;
  draft: Draft;
  /** When it was written last, in milliseconds; 0 when that is not known. */
  at: number;
}

/** Every name in the store that begins so holds a draft. */
const prefix = 'proviso.draft';

/** All drafts that are kept, the one written last first. */
export function keptDrafts(store = own()): KeptDraft[] {
  const found = safely(() => Object.keys(store ?? {}).filter(key => key.startsWith(prefix))) ?? [];
  return found.flatMap(key => readDraft(textOf(key, store), key) ?? []).sort((one, other) => other.at - one.at || (one.key < other.key ? -1 : 1));
}

/** The draft that a place of the store holds; undefined when it holds none. */
export function readDraft(text: string | null, key: string): KeptDraft | undefined {
  const kept = safely(() => JSON.parse(text ?? '') as unknown);
  const draft = draftFrom(kept);
  const at = typeof kept === 'object' && kept !== null && 'at' in kept && typeof kept.at === 'number' ? kept.at : 0;
  return draft === undefined ? undefined : { key, draft, at };
}

/**
 * Where the page keeps the draft that it shows. It never writes over what it has not read or written itself: when another tab has written there
 * meanwhile, it goes on in a place of its own.
 */
export class Place {
  private constructor(readonly key: string, private last: string | null, private readonly store: Storage | undefined) {}

  /** A place where nothing is yet. */
  static fresh(store = own()): Place {
    return new Place(`${prefix}.${crypto.getRandomValues(new Uint32Array(2)).join('-')}`, null, store);
  }

  /** The place of a draft that is kept. */
  static of(key: string, store = own()): Place {
    return new Place(key, textOf(key, store), store);
  }

  /** True when another tab has written here since. */
  get isElsewhere(): boolean {
    const now = textOf(this.key, this.store);
    return now !== null && now !== this.last;
  }

  /** Keeps a draft here, or in a place of its own where another tab has written here; undefined when the browser refuses, as when its store is full. */
  keep(draft: Draft): Place | undefined {
    if (this.isElsewhere) {
      return Place.fresh(this.store).keep(draft);
    }

    const text = JSON.stringify({ ...draft, at: Date.now() });
    return safely(() => {
      if (this.store === undefined) {
        return undefined;
      }

      this.store.setItem(this.key, text);
      this.last = text;
      return this;
    });
  }

  forget(): void {
    safely(() => this.store?.removeItem(this.key));
  }
}

/** Which draft this tab shows, so that it is there again when the tab is loaded again. */
export function shownKey(): string | undefined {
  return safely(() => sessionStorage.getItem(prefix)) ?? undefined;
}

export function show(key: string | undefined): void {
  safely(() => (key === undefined ? sessionStorage.removeItem(prefix) : sessionStorage.setItem(prefix, key)));
}

function own(): Storage | undefined {
  return safely(() => localStorage);
}

function textOf(key: string, store: Storage | undefined): string | null {
  return safely(() => store?.getItem(key)) ?? null;
}

/** A browser may let the page store nothing, not even look. */
function safely<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
