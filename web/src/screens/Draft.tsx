import { useRef, useState } from 'preact/hooks';
import { keep as keepInAddress } from '../address';
import type { CompletionDocument, DiagnosticEntry, DraftQuestion, FormattedDocument, HoverDocument } from '../documents';
import { fixed, movedOf, sentOf, titleOf, withTheirs, written, type Draft as DraftText, type DraftFile, type Moved } from '../draft/draft';
import type { DraftEditor } from '../draft/editor';
import { Editor } from '../draft/Editor';
import { Files } from '../draft/Files';
import { Judged } from '../draft/Judged';
import { Share } from '../draft/Share';
import { useAnswer } from '../draft/useAnswer';
import { useDraft, type Drafting } from '../draft/useDraft';
import { clockTime, day, localDay } from '../parts/calendar';
import { Diagnostics } from '../parts/Diagnostics';
import { ProblemBox } from '../parts/ProblemBox';
import { Waiting } from '../parts/Waiting';
import { post, problem } from '../server';
import './Draft.css';

/** A draft: written here, checked as one types, judged when it is sound, and kept by the page alone. */
export function Draft({ own }: { own: Record<string, string> }) {
  const drafting = useDraft(own['agreement']);
  const { draft } = drafting;
  const on = own['day'];
  return (
    <div class="draft">
      <h1>Draft</h1>
      <p class="banner">A draft in this page. Nothing is written on the server.</p>
      {drafting.trouble !== undefined && <ProblemBox problem={drafting.trouble} />}
      {drafting.isLinked && <p class="asking" role="status">A link brought this draft.{drafting.others.length > 0 && ' Those that were here before are kept.'}</p>}
      {drafting.parted !== undefined && (
        <p class="asking" role="status">
          Another tab has written on this draft, too. What is written here is kept beside that.{' '}
          <button type="button" onClick={() => drafting.open(drafting.parted!)}>Show what the other tab wrote</button>
        </p>
      )}
      <Others drafting={drafting} />
      {draft === undefined ? <Waiting what="the draft" /> : <Writing key={drafting.turn} draft={draft} drafting={drafting} on={on} />}
    </div>
  );
}

/** The other drafts that the browser keeps: none is lost because another was begun. */
function Others({ drafting: { others, open, discard } }: { drafting: Drafting }) {
  return others.length === 0 ? null : (
    <details class="others">
      <summary>Other drafts that this browser keeps ({others.length})</summary>
      <ul>
        {others.map(({ key, draft, at }) => (
          <li key={key}>
            <b>{titleOf(draft)}</b>{draft.agreement !== undefined && <>, of {draft.agreement}</>}{at > 0 && <>, written last on {day(localDay(at))}, {clockTime(at)}</>}{' '}
            <button type="button" onClick={() => open(key)}>Open<span class="hidden"> {titleOf(draft)}</span></button>{' '}
            <button type="button" class="plain" onClick={() => confirm(`Discard “${titleOf(draft)}”? What is written in it and was not downloaded is lost.`) && discard(key)}>Discard<span class="hidden"> {titleOf(draft)}</span></button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What became of the agreement's files since the draft is open. The draft goes by the text that it shows, until somebody takes the other. */
function MovedFiles({ draft, begun, moved, onTake }: { draft: DraftText; begun: readonly DraftFile[] | undefined; moved: readonly Moved[]; onTake: (path: string, text: string) => void }) {
  const told = movedOf(draft, begun, moved);
  return told.length === 0 ? null : (
    <ul class="moved" role="status" aria-label={`Changed in ${draft.agreement}`}>
      {told.map(({ path, was, is }) => {
        const own = draft.files.find(file => file.path === path)?.text;
        const take = () => is !== undefined && (own === undefined || own === was || confirm(`Take the text of ${path} as ${draft.agreement} has it now? What you wrote in it is lost.`)) && onTake(path, is);
        return (
          <li key={path}>
            {own === undefined
              ? <>{draft.agreement} has a file that this draft does not show, {path}; it counts here as it is there. </>
              : is === undefined
                ? <>{path} is no longer in {draft.agreement}. The draft has it still, and goes by it.</>
                : <>{path} was changed in {draft.agreement} since you opened this draft. The draft goes by the text that stands here. </>}
            {is !== undefined && <button type="button" onClick={take}>{own === undefined ? `Show ${path}` : `Take the new text of ${path}`}</button>}
          </li>
        );
      })}
    </ul>
  );
}

function Writing({ draft, drafting, on }: { draft: DraftText; drafting: Drafting; on: string | undefined }) {
  const file = draft.files[draft.open]!;
  const editor = useRef<DraftEditor | undefined>(undefined);
  const latest = useRef(draft);
  latest.current = draft;
  const [said, setSaid] = useState('');
  const [turn, setTurn] = useState(0);

  const questionOf = (of: DraftText, path: string): DraftQuestion => ({
    files: sentOf(of, path, drafting.begun),
    file: path,
    ...(of.agreement === undefined ? {} : { agreement: of.agreement }),
  });

  const answer = useAnswer({ ...questionOf(draft, file.path), ...(on === undefined ? {} : { on }) });
  const last = answer.last;
  const isOld = answer.isChecking || last === undefined || last.of !== file.text || last.file !== file.path;

  const typed = (next: DraftText) => {
    latest.current = next;
    drafting.change(next);
  };

  const change = (next: DraftText) => {
    typed(next);
    setTurn(before => before + 1);
  };

  const format = () => {
    const { path, text } = latest.current.files[latest.current.open]!;
    post<FormattedDocument>('/api/draft/format', { files: [{ path, text }], file: path }).then(
      formatted => {
        // Whoever typed on meanwhile keeps what was typed.
        if (latest.current.files.find(one => one.path === path)?.text === text) {
          change(written(latest.current, path, formatted.text));
          setSaid(formatted.errors > 0 ? 'Laid out; sentences with an error stay as they are.' : formatted.text === text ? 'It is laid out already.' : 'Laid out.');
        }
      },
      (error: unknown) => setSaid(problem(error).title),
    );
  };

  const fix = (way: DiagnosticEntry['fixes'][number]) => {
    const better = fixed(latest.current, way);
    if (better !== undefined) {
      change(better);
    }
  };

  const show = (at: DiagnosticEntry['place']) => {
    const index = draft.files.findIndex(one => one.path === at.file);
    if (index === draft.open) {
      editor.current?.select(at.offset, at.offset + at.length);
    } else if (index >= 0) {
      change({ ...draft, open: index });
      // The editor shows the other file in its next turn.
      setTimeout(() => editor.current?.select(at.offset, at.offset + at.length), 50);
    }
  };

  const errors = last?.document.diagnostics.filter(one => one.severity === 'error').length ?? 0;
  const warnings = (last?.document.diagnostics.length ?? 0) - errors;
  return (
    <>
      <p class="note">{draft.agreement === undefined ? 'It stands alone.' : <>It began from <b>{draft.agreement}</b>, and uses its outlines.</>} The page keeps it on this device until you discard it. <button type="button" class="plain" onClick={drafting.beginAnew}>Begin another</button></p>
      <MovedFiles draft={draft} begun={drafting.begun} moved={drafting.moved} onTake={(path, text) => change(withTheirs(latest.current, path, text))} />
      <Files
        draft={draft}
        isOwn={path => draft.agreement === undefined || drafting.begun?.some(one => one.path === path) === false}
        onOpen={open => change({ ...draft, open })}
        onAdd={path => change({ ...draft, files: [...draft.files, { path, text: '' }], open: draft.files.length })}
        onRemove={index => change({ ...draft, files: draft.files.filter((_, at) => at !== index), open: Math.max(0, index - 1) })}
      />
      <div class="desk">
        <div class="left">
          <Editor
            path={file.path}
            text={file.text}
            turn={turn}
            answer={last !== undefined && last.file === file.path ? last : undefined}
            around={{
              changed: (path, text) => typed(written(latest.current, path, text)),
              complete: (path, offset, signal) => post<CompletionDocument>('/api/draft/complete', { ...questionOf(latest.current, path), offset }, signal),
              hover: (path, offset) => post<HoverDocument>('/api/draft/hover', { ...questionOf(latest.current, path), offset }),
              format,
              fix,
            }}
            onReady={made => {
              editor.current = made;
            }}
          />
          <p class="note">Control and Space show what may stand at a place. Tab leaves the editor; Escape closes what is open in it.</p>
          <p class="ways">
            <button type="button" onClick={format}>Lay out (Shift+Alt+F)</button>
            <span class="note" role="status">{said}</span>
          </p>
          <section aria-labelledby="wrong">
            <h2 id="wrong">What is wrong with it</h2>
            <p class="count" role="status" aria-busy={answer.isChecking}>
              {last === undefined ? 'Looking …' : `${countOf(errors, 'error')}, ${countOf(warnings, 'warning')}${answer.isChecking ? '; looking again …' : ''}`}
            </p>
            {answer.problem !== undefined && <ProblemBox problem={answer.problem} />}
            {last?.document.problem !== undefined && <p>{last.document.problem}</p>}
            {last?.document.diagnostics.length === 0 && <p class="fine">Nothing is wrong with the text.</p>}
            {last !== undefined && (
              <Diagnostics
                of={last.document.diagnostics}
                placeSays={place => `${place.file}, line ${place.line}`}
                showing={place => (draft.files.some(one => one.path === place.file) ? () => show(place) : undefined)}
                mending={way => (fixed(draft, way) === undefined ? undefined : () => fix(way))}
                isOld={isOld}
              />
            )}
          </section>
        </div>
        <section class="right" aria-labelledby="says">
          <h2 id="says">What it says</h2>
          {answer.sound === undefined
            ? <p class="note">{last === undefined ? 'Looking …' : 'The verdicts come when the text has no error.'}</p>
            : <Judged document={answer.sound} isOld={last?.document.sound !== true} on={on} onDay={day => keepInAddress({ day }, 'replace')} />}
        </section>
      </div>
      <h2>Keep it or send it</h2>
      <Share draft={draft} onDiscard={drafting.discard} />
    </>
  );
}

function countOf(number: number, noun: string): string {
  return number === 0 ? `no ${noun}s` : number === 1 ? `one ${noun}` : `${number} ${noun}s`;
}
