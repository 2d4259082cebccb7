import { useEffect, useRef, useState } from 'preact/hooks';
import type { DraftDocument, DraftQuestion, Problem } from '../documents';
import { changes, post, problem } from '../server';

/** What was found of a draft. */
export interface Answer {
  /** Of the file that was open, as it was sent. */
  last: { file: string; of: string; document: DraftDocument } | undefined;
  /** The last that was sound. */
  sound: DraftDocument | undefined;
  isChecking: boolean;
  problem: Problem | undefined;
}

const pause = 300;

/** Asks what a draft says, a moment after one stops typing, and again when something changed on the server or it is back. An answer that is overtaken is dropped. */
export function useAnswer(question: DraftQuestion | undefined): Answer {
  const [answer, setAnswer] = useState<Answer>({ last: undefined, sound: undefined, isChecking: true, problem: undefined });
  const body = question === undefined ? undefined : JSON.stringify(question);
  const isFirst = useRef(true);
  const turn = changes.value;
  useEffect(() => {
    if (question === undefined) {
      return undefined;
    }

    const overtaken = new AbortController();
    setAnswer(before => ({ ...before, isChecking: true }));
    const timer = setTimeout(() => {
      const file = question.file ?? '';
      const of = question.files.find(one => one.path === file)?.text ?? '';
      post<DraftDocument>('/api/draft', question, overtaken.signal).then(
        document => !overtaken.signal.aborted && setAnswer(before => ({ last: { file, of, document }, sound: document.sound ? document : before.sound, isChecking: false, problem: undefined })),
        (error: unknown) => !overtaken.signal.aborted && setAnswer(before => ({ ...before, isChecking: false, problem: problem(error) })),
      );
    }, isFirst.current ? 0 : pause);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      overtaken.abort();
    };
  }, [body, turn]);
  return answer;
}
