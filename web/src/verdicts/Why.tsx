import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { ask, isTried, keep, type Question } from '../address';
import type { DecisionEntry, DisputeEntry, ReportEntry, ReportsDocument, StatusDocument, StatusRow, StatusVerdict, WhyDocument, WhyEntry } from '../documents';
import { lookOf } from '../look';
import { Day } from '../parts/Days';
import { capital, inViews, viewGloss } from '../parts/names';
import type { Calling } from '../parts/naming';
import { Prose } from '../parts/Prose';
import { SinceAfter, Swatch, Verdict } from '../parts/Verdict';
import { Shown } from '../parts/Waiting';
import { pathOf, reportsPath, useDocument } from '../server';
import { areTried, wayKey, waysTried, withChoices, type Choice } from './choices';
import { Alike } from './Alike';
import { keyOf } from './grouping';
import { bringIntoView, closing, opening, pressedIn, pressing } from './opening';
import { ProofTree } from './ProofTree';

/** The address of the reasons of one row in some views. */
export function whyPath(question: Question, row: StatusRow, views: string[]): string {
  return pathOf({ ...question, view: views }, 'why', { clause: row.clause.id, party: row.party, to: row.addressee, region: row.place });
}

export interface Opened { row: StatusRow; view: number; verdict: StatusVerdict; was: StatusVerdict | undefined }

/** The reasons of one answer: the account, what decides it, and the proof down to the sources. */
export function Why({ question, opened, status, calling, disputes, name }: {
  question: Question;
  opened: Opened;
  status: StatusDocument;
  calling: Calling;
  disputes: readonly DisputeEntry[];
  name: string;
}) {
  const { row, verdict, was } = opened;
  const view = status.views[opened.view]!;
  const path = whyPath(question, row, [view.name]);
  const asked = useDocument<WhyDocument>(path);
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLElement>(null);
  const isHere = asked.state === 'here';
  const isShown = useRef(false);
  useEffect(() => {
    if (panel.current && opening.wanted) {
      panel.current.scrollTop = 0;
      heading.current?.focus({ preventScroll: true });
      bringIntoView(panel.current);
      opening.wanted = false;
      isShown.current = true;
    } else if (panel.current && isHere && !isShown.current) {
      // A link leads to the answer that it opens; where the focus is, is not its business.
      bringIntoView(panel.current);
      isShown.current = true;
    }
  }, [name, path, isHere]);
  // What was pressed moves to what is tried, or back, and the focus with it; once the new reasons are here their verdict is to be seen.
  useLayoutEffect(() => {
    if (panel.current === null || opening.pressed === undefined) {
      return;
    }

    const pressed = pressedIn(panel.current) ?? heading.current;
    if (pressed !== document.activeElement) {
      pressed?.focus({ preventScroll: true });
    }

    if (isHere) {
      panel.current.scrollTop = 0;
      bringIntoView(panel.current);
      opening.pressed = undefined;
    }
  });

  return (
    <section ref={panel} class="why" id="why" aria-labelledby="why-title" onKeyDown={event => event.key === 'Escape' && close()}>
      <header>
        <h3 id="why-title" ref={heading} tabIndex={-1}>
          <span class="kicker">Why: clause {row.clause.id}, {row.clause.title}</span>
          {calling.row(row)}, {inViews([view])}
        </h3>
        <button type="button" onClick={() => close()}>Close</button>
      </header>
      {viewGloss(view).length > 0 && <p class="note">{view.kind === 'common' ? `The common view takes only ${viewGloss(view)}.` : capital(viewGloss(view))}</p>}
      <p><Verdict told={verdict} dated={verdict} firstDay={status.firstDay} /></p>
      <Alike row={row} view={opened.view} status={status} calling={calling} />
      <p class="was" role="status">{isTried(question) && was !== undefined && (keyOf(was) === keyOf(verdict)
        ? 'What you are trying does not change this answer.'
        : <>Tried: <b>{verdict.label}</b>. On file: <b>{was.label}</b>{was.since !== status.firstDay && <SinceAfter verdict={was} />}.</>)}</p>
      <Shown asked={asked} what="the reasons">
        {why => why.answers.map(answer => <Reasons key={answer.verdict.view} answer={answer} question={question} calling={calling} disputes={disputes} />)}
      </Shown>
    </section>
  );
}

function Reasons({ answer, question, calling, disputes }: { answer: WhyEntry; question: Question; calling: Calling; disputes: readonly DisputeEntry[] }) {
  const onFile = useDocument<ReportsDocument>(reportsPath(question)).answer;
  const reports = new Map(onFile?.reports.map(report => [report.name, report]));
  const isOpen = answer.verdict.standing === 'cannot tell' || answer.verdict.conduct === 'cannot tell';
  const tried = waysTried(question, opening.ways);
  const decidedBy = answer.decidedBy.filter(({ choices }) => !tried.some(way => wayKey(way) === wayKey(choices)));
  const way = (choices: readonly Choice[], then?: DecisionEntry) => <li key={wayKey(choices)}><Way choices={choices} then={then} question={question} disputes={disputes} reports={reports} /></li>;
  return (
    <>
      {tried.length > 0 && (
        <section aria-labelledby="tried-here">
          <h4 id="tried-here">Tried now</h4>
          <p class="note">Press {tried.length === 1 ? 'it' : 'one'} again to take it back.</p>
          <ul class="decisions">{tried.map(choices => way(choices))}</ul>
        </section>
      )}
      <section aria-labelledby="account">
        <h4 id="account">How it came about</h4>
        {/* The first paragraph says what the heading says. */}
        <div class="account">{answer.paragraphs.slice(1).map((paragraph, index) => <p key={index}><Prose text={paragraph} /></p>)}</div>
      </section>
      {decidedBy.length > 0 && (
        <section aria-labelledby="decided">
          <h4 id="decided">{isOpen ? 'What would settle it' : 'Decided by'}</h4>
          <p class="note">{decisionsSay(decidedBy.length, isOpen)}</p>
          <ul class="decisions">{decidedBy.map(decision => way(decision.choices, decision))}</ul>
        </section>
      )}
      {answer.turnsOn !== undefined && answer.turnsOn.length > 0 && (
        <section>
          <h4>It also turns on when somebody joined</h4>
          <ul>{answer.turnsOn.map(({ member, whole, from, grade, label }) => (
            <li key={`${member} ${whole}`}>{calling.place(calling.party(member))} in {calling.place(calling.party(whole))} since <Day of={from} />{grade !== undefined && ` (${grade})`}; without that: {label}</li>
          ))}</ul>
        </section>
      )}
      <section aria-labelledby="proof">
        <h4 id="proof">Step by step, down to the sources</h4>
        <ProofTree proof={answer.proof} onFile={{ question, reports, party: calling.party }} />
      </section>
      {answer.firstKnown !== undefined && (
        <p class="note">In hindsight: not all that this leans on was public on the day asked about. It was by <Day of={answer.firstKnown} />.</p>
      )}
    </>
  );
}

/** They are the smallest sets of choices; larger ones may do it, too. */
function decisionsSay(number: number, isOpen: boolean): string {
  const what = number === 1
    ? isOpen ? 'The shortest way to settle it.' : 'The shortest way to make it another.'
    : isOpen ? 'The shortest ways; each of these alone settles it.' : 'The shortest ways; each of these alone makes it another.';
  return `${what} Press ${number === 1 ? 'it' : 'one'} to try it in the page; nothing is kept.`;
}

/** One way to make the answer another, as a switch. */
function Way({ choices, then, question, disputes, reports }: {
  choices: readonly Choice[];
  /** What it would make of the answer; undefined when it is tried. */
  then: DecisionEntry | undefined;
  question: Question;
  disputes: readonly DisputeEntry[];
  reports: ReadonlyMap<string, ReportEntry>;
}) {
  const isMade = areTried(question, choices);
  const says = (name: string | undefined) => {
    const report = name === undefined ? undefined : reports.get(name);
    return report === undefined ? '' : ` (${report.says})`;
  };
  return (
    <button
      type="button"
      class="decision"
      aria-pressed={isMade}
      data-way={wayKey(choices)}
      onClick={() => {
        pressing(choices);
        ask(withChoices(question, choices, !isMade));
      }}
    >
      {choices.map((choice, index) => {
        const dispute = disputes.find(one => one.name === choice.dispute);
        const reading = dispute?.readings.find(one => one.name === choice.reading);
        return (
          <span key={index}>
            {index > 0 && 'and '}
            {choice.dispute !== undefined
              ? <>{dispute?.title ?? choice.dispute} <b>{reading?.title ?? choice.reading}</b>{reading?.takenBy.length === 0 && ' (no view takes this reading)'}</>
              : <>report <code>{choice.report}</code>{says(choice.report)} <b>{choice.believed === true ? 'believed' : 'set aside'}</b></>}
          </span>
        );
      })}
      {then !== undefined && <span class="then"><Swatch look={lookOf(then)} />would be: <b>{then.label}</b></span>}
    </button>
  );
}

function close() {
  closing(() => keep({ cell: '' }));
}
