import { useEffect, useRef, useState } from 'preact/hooks';
import { go } from '../address';
import type { Problem, TextDocument } from '../documents';
import { changes, get, problem } from '../server';
import { example, movedBetween, movedOn, sameFiles, type Draft, type DraftFile, type Moved } from './draft';
import { keptDrafts, Place, show, shownKey, type KeptDraft } from './keep';
import { draftIn } from './share';

/** A draft in the page, and how it came there. */
export interface Drafting {
  draft: Draft | undefined;
  /** The files of the agreement that it began from, as the server has them now. */
  begun: readonly DraftFile[] | undefined;
  /** What became of these files on the server while the draft is open. */
  moved: readonly Moved[];
  /** Something to be told: a link that could not be read, an agreement that is not there, a browser that keeps nothing. */
  trouble: Problem | undefined;
  /** Set when a link brought this draft. */
  isLinked: boolean;
  /** Set when another tab has written on this draft, and what is written here is kept beside it: where the other text is. */
  parted: string | undefined;
  /** What else the browser keeps. */
  others: readonly KeptDraft[];
  /** Another one whenever another draft took the place of the one before. */
  turn: number;
  change: (draft: Draft) => void;
  /** Shows another of the drafts that are kept. */
  open: (key: string) => void;
  /** Begins a draft from the agreement that this one began from, as it is now; or from the example. */
  beginAnew: () => void;
  /** Forgets this draft, or another that is kept. */
  discard: (key?: string) => void;
}

/** Keeps the drafts of the page: where one begins, what is written, and what was there before. None takes the place of another. */
export function useDraft(agreement: string | undefined): Drafting {
  const [draft, setDraft] = useState<Draft>();
  const [begun, setBegun] = useState<{ of: string; files: readonly DraftFile[]; moved: readonly Moved[] }>();
  const [trouble, setTrouble] = useState<Problem>();
  const [unread, setUnread] = useState<Problem>();
  const [isLinked, setLinked] = useState(false);
  const [parted, setParted] = useState<string>();
  const [others, setOthers] = useState<readonly KeptDraft[]>([]);
  const [turn, setTurn] = useState(0);
  const place = useRef<Place>(undefined);
  place.current ??= Place.fresh();

  /** Shows a draft that is kept somewhere, or will be as soon as somebody writes in it. */
  const replace = (next: Draft, at: Place) => {
    place.current = at;
    show(at.key);
    setOthers(keptDrafts().filter(one => one.key !== at.key));
    setDraft(next);
    setLinked(false);
    setParted(undefined);
    setTurn(before => before + 1);
  };

  const change = (next: Draft) => {
    setDraft(next);
    const before = place.current!;
    const at = before.keep(next);
    if (at === undefined) {
      setTrouble({ status: 0, title: 'The browser does not keep the draft', detail: 'It lets the page store nothing, or no more. Download the files before you leave.' });
    } else if (at !== before) {
      place.current = at;
      show(at.key);
      setParted(before.key);
      setOthers(keptDrafts().filter(one => one.key !== at.key));
    }
  };

  const begin = (name: string) => filesOf(name).then(
    files => replace({ agreement: name, files: files.map(file => ({ ...file })), open: 0 }, Place.fresh()),
    (error: unknown) => {
      setTrouble(problem(error));
      const [last] = keptDrafts();
      replace(last?.draft ?? example, last === undefined ? Place.fresh() : Place.of(last.key));
    },
  );

  /** Takes the draft that a link holds, if the address has one. */
  const takeLinked = async (isWanted: () => boolean): Promise<boolean> => {
    const linked = await draftIn(location.hash);
    if (linked === undefined || !isWanted()) {
      return false;
    }

    history.replaceState(null, '', location.pathname + location.search);
    if (linked === 'broken') {
      setTrouble({ status: 0, title: 'The link holds no draft that can be read', detail: 'Perhaps it was cut off on the way. Ask for it again, or for the files.' });
      return false;
    }

    const same = keptDrafts().find(one => one.draft.agreement === linked.agreement && sameFiles(one.draft.files, linked.files));
    setTrouble(undefined);
    replace(linked, same === undefined ? Place.fresh() : Place.of(same.key));
    setLinked(true);
    change(linked);
    return true;
  };

  // The address says where to begin; a link, the draft itself.
  useEffect(() => {
    let isWanted = true;
    void takeLinked(() => isWanted).then(isTaken => {
      const isHere = draft !== undefined && place.current!.key === shownKey() && (agreement === undefined || draft.agreement === agreement);
      if (isTaken || !isWanted || isHere) {
        return;
      }

      const kept = keptDrafts();
      const last = kept.find(one => one.key === shownKey()) ?? kept[0];
      const own = agreement === undefined || last?.draft.agreement === agreement ? last : kept.find(one => one.draft.agreement === agreement);
      if (own !== undefined) {
        replace(own.draft, Place.of(own.key));
      } else if (agreement !== undefined) {
        void begin(agreement);
      } else {
        replace(example, Place.fresh());
      }
    });
    return () => {
      isWanted = false;
    };
  }, [agreement]);

  // A link that is opened while the page is here already changes nothing but what stands behind the #.
  useEffect(() => {
    const linked = () => void takeLinked(() => true);
    // Another tab may write on this draft, or on others.
    const written = () => {
      setOthers(keptDrafts().filter(one => one.key !== place.current!.key));
      setParted(before => before ?? (place.current!.isElsewhere ? place.current!.key : undefined));
    };
    window.addEventListener('hashchange', linked);
    window.addEventListener('storage', written);
    return () => {
      window.removeEventListener('hashchange', linked);
      window.removeEventListener('storage', written);
    };
  }, []);

  const of = draft?.agreement;
  const turnOfServer = changes.value;
  useEffect(() => {
    let isWanted = true;
    if (of === undefined) {
      setBegun(undefined);
    } else {
      filesOf(of).then(
        files => {
          if (isWanted) {
            setBegun(before => ({ of, files, moved: before?.of !== of ? [] : movedOn(before.moved, movedBetween(before.files, files)) }));
            setUnread(undefined);
          }
        },
        (error: unknown) => isWanted && setUnread(problem(error)),
      );
    }

    return () => {
      isWanted = false;
    };
  }, [of, turnOfServer]);

  return {
    draft,
    begun: begun?.of === of ? begun?.files : undefined,
    moved: begun?.moved ?? [],
    trouble: trouble ?? unread,
    isLinked,
    parted,
    others,
    turn,
    change,
    open: key => {
      const wanted = keptDrafts().find(one => one.key === key);
      if (wanted !== undefined) {
        replace(wanted.draft, Place.of(key));
        go({ screen: 'draft', own: {} }, 'replace');
      }
    },
    beginAnew: () => void (of === undefined ? replace(example, Place.fresh()) : begin(of)),
    discard: key => {
      if (key !== undefined && key !== place.current!.key) {
        Place.of(key).forget();
        setOthers(others.filter(one => one.key !== key));
        return;
      }

      place.current!.forget();
      setTrouble(undefined);
      replace(example, Place.fresh());
      go({ screen: 'draft', own: {} }, 'replace');
    },
  };
}

function filesOf(name: string): Promise<TextDocument['files']> {
  return get<TextDocument>(`/api/agreements/${encodeURIComponent(name)}/text`).then(found => found.files);
}
