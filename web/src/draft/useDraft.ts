import { useEffect, useState } from 'preact/hooks';
import { go } from '../address';
import type { AgreementDocument, Problem } from '../documents';
import { changes, get, problem } from '../server';
import { example, isPristine, sameFiles, type Draft, type DraftFile } from './draft';
import { forget, keep, kept } from './keep';
import { draftIn } from './share';

/** A draft in the page, and how it came there. */
export interface Drafting {
  draft: Draft | undefined;
  /** The files of the agreement that it began from, as the server has them now. */
  begun: readonly DraftFile[] | undefined;
  /** Something to be told: a link that could not be read, an agreement that is not there, a browser that keeps nothing. */
  trouble: Problem | undefined;
  /** Set when the address names an agreement, and the page keeps a draft of something else. */
  choice: string | undefined;
  /** True when a draft was put aside for one that a link brought. */
  hasBefore: boolean;
  /** Another one whenever another draft took the place of the one before. */
  turn: number;
  change: (draft: Draft) => void;
  begin: (agreement: string) => void;
  goOn: () => void;
  discard: () => void;
  back: () => void;
}

/** Keeps the draft of the page: where it begins, what is written, and what was there before. */
export function useDraft(agreement: string | undefined): Drafting {
  const [draft, setDraft] = useState<Draft>();
  const [begun, setBegun] = useState<readonly DraftFile[]>();
  const [trouble, setTrouble] = useState<Problem>();
  const [unread, setUnread] = useState<Problem>();
  const [choice, setChoice] = useState<string>();
  const [hasBefore, setBefore] = useState(kept('before') !== undefined);

  const [turn, setTurn] = useState(0);

  const replace = (next: Draft) => {
    change(next);
    setTurn(before => before + 1);
  };

  const change = (next: Draft) => {
    setDraft(next);
    if (!keep(next)) {
      setTrouble({ status: 0, title: 'The browser does not keep the draft', detail: 'It lets the page store nothing, or no more. Download the files before you leave.' });
    }
  };

  const filesOf = (name: string) => get<AgreementDocument>(`/api/agreements/${encodeURIComponent(name)}`).then(found => found.files);

  const begin = (name: string) => {
    setChoice(undefined);
    filesOf(name).then(
      files => {
        setBegun(files);
        replace({ agreement: name, files: files.map(file => ({ ...file })), open: 0 });
      },
      (error: unknown) => {
        setTrouble(problem(error));
        replace(kept() ?? example);
      },
    );
  };

  // The address says where to begin; a link, the draft itself.
  useEffect(() => {
    let isWanted = true;
    void draftIn(location.hash).then(linked => {
      if (!isWanted) {
        return;
      }

      const own = kept();
      if (linked !== undefined) {
        history.replaceState(null, '', location.pathname + location.search);
      }

      if (linked === 'broken') {
        setTrouble({ status: 0, title: 'The link holds no draft that can be read', detail: 'Perhaps it was cut off on the way. Ask for it again, or for the files.' });
      } else if (linked !== undefined) {
        if (own !== undefined && !sameFiles(own.files, linked.files) && !isPristine(own, [])) {
          setBefore(keep(own, 'before'));
        }

        replace(linked);
        return;
      }

      if (agreement === undefined || own?.agreement === agreement) {
        setDraft(own ?? example);
      } else if (own === undefined || isPristine(own, [])) {
        begin(agreement);
      } else {
        setDraft(own);
        setChoice(agreement);
      }
    });
    return () => {
      isWanted = false;
    };
  }, [agreement]);

  const of = draft?.agreement;
  const turnOfServer = changes.value;
  useEffect(() => {
    if (of === undefined) {
      setBegun(undefined);
      return;
    }

    filesOf(of).then(
      files => {
        setBegun(files);
        setUnread(undefined);
      },
      (error: unknown) => setUnread(problem(error)),
    );
  }, [of, turnOfServer]);

  return {
    draft,
    begun,
    trouble: trouble ?? unread,
    choice,
    hasBefore,
    turn,
    change,
    begin,
    goOn: () => {
      setChoice(undefined);
      go({ screen: 'draft', own: {} }, 'replace');
    },
    discard: () => {
      forget();
      setTrouble(undefined);
      setDraft(example);
      setTurn(before => before + 1);
      go({ screen: 'draft', own: {} }, 'replace');
    },
    back: () => {
      const before = kept('before');
      forget('before');
      setBefore(false);
      if (before !== undefined) {
        replace(before);
      }
    },
  };
}
