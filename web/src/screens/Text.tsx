import { useMemo, useRef, useState } from 'preact/hooks';
import { keep, type Question } from '../address';
import type { AgreementDocument, DiagnosticEntry, ReadingDocument, StatusDocument, TextDocument } from '../documents';
import { Day } from '../parts/Days';
import { inViews, viewGloss } from '../parts/names';
import { callingOf } from '../parts/naming';
import { Message } from '../parts/Prose';
import { ProblemBox } from '../parts/ProblemBox';
import { Unsound } from '../parts/Unsound';
import { Shown } from '../parts/Waiting';
import { pathOf, useDocument, type Asked } from '../server';
import { besides, blocksOf, faultsIn, runsOf, usesIn, type Block, type ReadingSection, type Use } from '../text/blocks';
import { Defining } from '../text/Definition';
import { ClauseMargin } from '../text/Margin';
import { Reading } from '../text/Reading';
import { Runs } from '../text/Runs';
import { DisputeSwitch } from '../verdicts/Disputes';
import './Text.css';

/** What the files declare, with their words. */
type Written = Omit<AgreementDocument, 'files'> & { files: TextDocument['files']; names: NonNullable<TextDocument['names']> };
type File = Written['files'][number];

/** Longer texts are shown plain: nobody hovers over names in a million words, and the page would wait for them. */
const mostMarked = 300_000;

/** The words of the agreement: where each clause stands beside it, what is disputed, and the same in plain English. */
export function Text({ question, own }: { question: Question; own: Record<string, string> }) {
  const path = `/api/agreements/${encodeURIComponent(question.agreement)}`;
  const declared = useDocument<AgreementDocument>(path), words = useDocument<TextDocument>(`${path}/text`);
  const last = useRef<Written | undefined>(undefined);
  const asked = useMemo(() => written(declared, words, last.current), [declared, words]);
  last.current = asked.answer;
  return (
    <div class="text">
      <Shown asked={asked} what="the text">{agreement => <Agreed agreement={agreement} question={question} side={own['side'] === 'reading' ? 'reading' : 'words'} />}</Shown>
    </div>
  );
}

/** What is declared and its words, once both are here of the same version: offsets of one are into the other. Until then, what was shown before. */
function written(declared: Asked<AgreementDocument>, words: Asked<TextDocument>, before: Written | undefined): Asked<Written> {
  const failed = [declared, words].find(one => one.state === 'failed');
  if (failed?.state === 'failed') {
    return { state: 'failed', problem: failed.problem };
  }

  return declared.answer === undefined || declared.answer.version !== words.answer?.version
    ? { state: 'waiting', ...(before === undefined ? {} : { answer: before }) }
    : { state: declared.state === 'here' && words.state === 'here' ? 'here' : 'waiting', answer: { ...declared.answer, files: words.answer.files, names: words.answer.names ?? [] } };
}

function Agreed({ agreement, question, side }: { agreement: Written; question: Question; side: 'words' | 'reading' }) {
  // Asked in all views, so that it can be said where another answers otherwise.
  const status = useDocument<StatusDocument>(agreement.sound ? pathOf({ ...question, view: [] }, 'status') : undefined);
  const reading = useDocument<ReadingDocument>(agreement.sound ? pathOf({ agreement: question.agreement, view: [], reading: [], believe: [], disbelieve: [] }, 'reading') : undefined).answer;
  const views = status.answer?.views ?? [];
  const view = Math.max(0, views.findIndex(one => one.name === (question.view[0] ?? 'common')));
  const names = agreement.names;
  const main = agreement.files.filter(file => isMain(file, agreement));
  const others = agreement.files.filter(file => !main.includes(file));

  return (
    <>
      {!agreement.sound && agreement.diagnostics.every(one => one.severity !== 'error') && <Unsound agreement={agreement} so="nothing is told beside the text" isText />}
      {agreement.diagnostics.length > 0 && <Faults diagnostics={agreement.diagnostics} sound={agreement.sound} />}
      {status.state === 'failed' && <ProblemBox problem={status.problem} />}
      {agreement.sound && (
        <div class="told-by">
          {views[view] !== undefined && status.answer !== undefined && (
            <p class="note">
              In the margin: where each clause stands on <Day of={status.answer.asOf} /> <b>{inViews([views[view]!])}</b>{viewGloss(views[view]!).length > 0 && ` (${viewGloss(views[view]!)})`}.
              {question.view.length > 1 ? ' It is the first of the views chosen above.' : ' Choose another view above.'}
            </p>
          )}
          <div class="sides" role="group" aria-label="Which to show">
            <button type="button" aria-pressed={side === 'words'} onClick={() => keep({ side: '' }, 'replace')}>The text</button>
            <button type="button" aria-pressed={side === 'reading'} onClick={() => keep({ side: 'reading' }, 'replace')}>In plain English</button>
          </div>
        </div>
      )}
      {agreement.sound && <Contents agreement={agreement} />}
      <Defining names={names}>
        {main.map(file => (
          <section key={file.path} class={agreement.sound ? `file shows-${side}` : 'file alone'} aria-label={file.path}>
            <FileBlocks file={file} agreement={agreement} sections={file === main[0] ? reading?.sections ?? [] : []} question={question} status={status.answer} view={view} />
          </section>
        ))}
        {others.map(file => <Folded key={file.path} file={file} agreement={agreement} />)}
      </Defining>
    </>
  );
}

/** A way to each clause, and to what is disputed, past what is declared before them. */
function Contents({ agreement }: { agreement: Written }) {
  return (
    <nav class="contents" aria-label="Clauses and disputes">
      <ul>
        {agreement.clauses?.map(({ id, title }) => <li key={id}><a href={`#clause-${id}`}>{id} {title}</a></li>)}
        {agreement.disputes?.[0] !== undefined && <li><a href={`#words-${agreement.disputes[0].name}`}>What is disputed</a></li>}
      </ul>
    </nav>
  );
}

/** The files that are read at once: those with clauses, and whatever has an error in it. */
function isMain(file: File, agreement: Written): boolean {
  return agreement.sound
    ? agreement.clauses?.some(clause => clause.file === file.path) === true
    : agreement.diagnostics.some(({ severity, place }) => severity === 'error' && place.file === file.path);
}

function FileBlocks({ file, agreement, sections, question, status, view }: {
  file: File;
  agreement: Written;
  sections: readonly ReadingSection[];
  question: Question;
  status: StatusDocument | undefined;
  view: number;
}) {
  const blocks = useMemo(() => blocksOf(file, agreement), [file, agreement]);
  const uses = useMemo(() => usesIn(file.path, agreement.names), [file.path, agreement]);
  const beside = useMemo(() => besides(blocks, sections), [blocks, sections]);
  const calling = callingOf(agreement);
  const views = agreement.views ?? [];
  const disputes = agreement.disputes ?? [];
  return (
    <>
      <h2 class="path"><code>{file.path}</code></h2>
      {blocks.map((block, index) => {
        const clause = block.kind === 'clause' ? agreement.clauses?.find(one => one.id === block.name) : undefined;
        const dispute = block.kind === 'dispute' ? disputes.find(one => one.name === block.name) : undefined;
        return (
          <div key={`${block.kind} ${block.name}`} id={dispute === undefined ? undefined : `words-${dispute.name}`} class={`row ${block.kind}`}>
            {clause !== undefined
              ? <ClauseMargin clause={clause} status={status} view={view} question={question} calling={calling} views={views} disputes={disputes} />
              : <div class="margin">{dispute !== undefined && <DisputeSwitch dispute={dispute} question={question} views={views} at="its own words" />}</div>}
            <Marked file={file} block={block} agreement={agreement} uses={uses} />
            <Reading sections={beside[index]!} />
          </div>
        );
      })}
    </>
  );
}

function Marked({ file, block, agreement, uses }: { file: File; block: Block; agreement: Written; uses: readonly Use[] }) {
  const runs = useMemo(() => {
    const { from, to } = block;
    const end = from + file.text.slice(from, to).trimEnd().length;
    return file.text.length > mostMarked
      ? [{ kind: 'plain' as const, text: file.text.slice(from, end) }]
      : runsOf(file.text, from, end, uses, faultsIn(file, block, agreement.diagnostics));
  }, [file, block.from, block.to, uses, agreement]);
  return <Runs runs={runs} names={agreement.names} />;
}

/** A file without clauses: reports, positions, expectations. */
function Folded({ file, agreement }: { file: File; agreement: Written }) {
  const [isOpen, setOpen] = useState(false);
  const uses = useMemo(() => (isOpen ? usesIn(file.path, agreement.names) : []), [isOpen, file.path, agreement]);
  const lines = file.text.split('\n').length - 1;
  return (
    <details class="file folded" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary><code>{file.path}</code>, {lines.toLocaleString('en-GB')} lines</summary>
      {isOpen && <Marked file={file} block={{ kind: 'between', name: '0', from: 0, to: file.text.length }} agreement={agreement} uses={uses} />}
    </details>
  );
}

function Faults({ diagnostics, sound }: { diagnostics: readonly DiagnosticEntry[]; sound: boolean }) {
  const errors = diagnostics.filter(one => one.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  return (
    <section class={sound ? 'warned' : 'problem'} aria-label="What is wrong with the text">
      <h2>{sound ? count(warnings, 'warning') : `The text has ${count(errors, 'error')}, so nothing can be told of it yet`}</h2>
      <ul>
        {diagnostics.slice(0, 20).map((one, index) => (
          <li key={index}>
            <a href={`#fault-${one.place.file}-${one.place.offset}`}>{one.place.file}, line {one.place.line}</a>: {one.severity === 'warning' && !sound && 'warning: '}<Message text={one.message} />
          </li>
        ))}
      </ul>
      {diagnostics.length > 20 && <p class="note">and {diagnostics.length - 20} more, each shown where it is.</p>}
    </section>
  );
}

function count(number: number, what: string): string {
  return `${number === 1 ? 'one' : number} ${what}${number === 1 ? '' : 's'}`;
}
