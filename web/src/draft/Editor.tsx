import { useEffect, useRef, useState } from 'preact/hooks';
import type { DraftDocument } from '../documents';
import type { Around, DraftEditor } from './editor';

/** The editor. It is loaded when a draft is opened, so that nobody else waits for it; until then, and where it cannot be loaded, the text stands in a plain field. */
export function Editor({ path, text, turn, answer, around, onReady }: {
  path: string;
  text: string;
  /** Another one whenever the text was changed from outside. What is typed here must not come back: meanwhile more is typed. */
  turn: number;
  /** What was found of the text last, and the text that it is of. */
  answer: { of: string; document: DraftDocument } | undefined;
  around: Around;
  onReady: (editor: DraftEditor) => void;
}) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(around);
  latest.current = around;
  const [editor, setEditor] = useState<DraftEditor>();
  const [isPlain, setPlain] = useState(false);

  useEffect(() => {
    let made: DraftEditor | undefined;
    let isWanted = true;
    import('./editor').then(
      ({ mount }) => {
        if (isWanted && host.current) {
          made = mount(host.current, {
            changed: (...given) => latest.current.changed(...given),
            complete: (...given) => latest.current.complete(...given),
            hover: (...given) => latest.current.hover(...given),
            format: () => latest.current.format(),
            fix: fix => latest.current.fix(fix),
          });
          setEditor(made);
          onReady(made);
        }
      },
      () => setPlain(true),
    );
    return () => {
      isWanted = false;
      made?.destroy();
    };
  }, []);

  useEffect(() => editor?.show(path, text), [editor, path, turn]);
  useEffect(() => {
    if (answer !== undefined) {
      editor?.mark(path, answer.of, answer.document.tokens ?? [], answer.document.diagnostics);
    }
  }, [editor, path, answer]);

  return (
    <>
      <div ref={host} class="editor" />
      {editor === undefined && (
        <textarea class="plain-editor" aria-label={`The text of ${path}`} value={text} spellcheck={false} readOnly={!isPlain} aria-busy={!isPlain} onInput={event => around.changed(path, event.currentTarget.value)} />
      )}
    </>
  );
}
