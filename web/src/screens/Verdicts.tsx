import { isTried, untried, type Question } from '../address';
import type { AgreementDocument, StatusDocument } from '../documents';
import { lookOf } from '../look';
import { callingOf, type Calling } from '../parts/naming';
import { Day } from '../parts/Days';
import { listed } from '../parts/names';
import { Unsound } from '../parts/Unsound';
import { Legend } from '../parts/Verdict';
import { Shown } from '../parts/Waiting';
import { pathOf, useDocument } from '../server';
import type { Grid } from '../verdicts/Cell';
import { ClauseMatrix } from '../verdicts/ClauseMatrix';
import { DisputeSwitch } from '../verdicts/Disputes';
import { Flips } from '../verdicts/Flips';
import { cellName, cellOf, clausesOf, gathered, keyOf, matrixOf, type ClauseRows } from '../verdicts/grouping';
import { isOfOne, meaningsOf, summaryOf, wholesOf } from '../verdicts/summary';
import { Why } from '../verdicts/Why';
import './Verdicts.css';

/** Every answer, view against place; each opens its reasons; each dispute is a switch. */
export function Verdicts({ question, own }: { question: Question; own: Record<string, string> }) {
  const agreement = useDocument<AgreementDocument>(`/api/agreements/${encodeURIComponent(question.agreement)}`).answer;
  const asked = useDocument<StatusDocument>(agreement?.sound === false ? undefined : pathOf(question, 'status'));
  if (agreement?.sound === false) {
    return <Unsound agreement={agreement} so="nothing can be told" />;
  }

  return (
    <div class="verdicts">
      <Shown asked={asked} what="the verdicts">
        {status => <Answered question={question} open={own['cell']} status={status} isFresh={asked.state === 'here'} agreement={agreement} />}
      </Shown>
    </div>
  );
}

function Answered({ question, open, status, isFresh, agreement }: {
  question: Question;
  open: string | undefined;
  status: StatusDocument;
  /** False while a newer answer is on its way: then nothing is compared with it. */
  isFresh: boolean;
  agreement: AgreementDocument | undefined;
}) {
  const tries = isTried(question);
  // What is supposed may be said after all that is on file; of such a day nothing is on file that could be compared.
  const isOnFile = question.on === undefined || (agreement?.knownThrough !== undefined && question.on <= agreement.knownThrough);
  const onRecord = useDocument<StatusDocument>(tries && isOnFile ? pathOf(untried(question), 'status') : undefined);
  const before = isFresh && onRecord.state === 'here' && onRecord.answer.asOf === status.asOf ? onRecord.answer : undefined;
  const calling = callingOf(agreement);
  const disputes = agreement?.disputes ?? [];
  const clauses = clausesOf(status.rows);
  const differing = clauses.filter(clause => isToldApart(clause, status, calling));
  const agreed = clauses.filter(clause => !differing.includes(clause));
  const onFile = new Map(before?.rows.flatMap(row => row.verdicts.map(verdict => [cellName(row, verdict.view), verdict])));
  const was: Grid['before'] = before === undefined || !tries ? undefined : (row, view) => onFile.get(cellName(row, status.views[view]!.name));
  const opened = cellOf(open, status);
  const grid: Grid = { question, status, disputes, views: agreement?.views ?? status.views, calling, before: was, open };
  const isAlone = status.views.length === 1;
  const who = question.view.length === 0 ? 'all views' : 'the chosen views';
  const sayOf = (name: string, { whole, narrower }: ClauseRows) => summaryOf(name, [...whole, ...narrower], status.views, status.asOf, question.view.length > 0, calling.place);
  const section = (clause: ClauseRows, isCaused: boolean) => {
    const isOpen = opened !== undefined && opened.row.clause.id === clause.clause.id;
    return (
      <section key={clause.clause.id} class={isOpen ? 'clause opened' : 'clause'} aria-labelledby={`clause-${clause.clause.id}`}>
        <div class="asked">
          <h3 id={`clause-${clause.clause.id}`}>Clause {clause.clause.id}: {clause.clause.title}</h3>
          {isCaused ? calling.binds(clause.clause.id) !== undefined && <p class="duty">It binds {calling.binds(clause.clause.id)}.</p> : <Asked of={clause} calling={calling} />}
          <ClauseMatrix clause={clause} grid={grid} isCaused={isCaused} />
          {isCaused && <Asked of={clause} calling={calling} />}
        </div>
        {isOpen && open !== undefined && (
          <Why key={open} name={open} question={question} status={status} calling={calling} disputes={disputes} opened={{ ...opened, was: was?.(opened.row, opened.view) }} />
        )}
      </section>
    );
  };

  return (
    <>
      {tries && agreement !== undefined && <Flips question={question} day={status.asOf} agreement={agreement} calling={calling} />}
      <section aria-labelledby="in-short">
        <h2 id="in-short">In short</h2>
        {gathered(differing, clause => [...wholesOf([...clause.whole, ...clause.narrower], status.views), ...sayOf('', clause)].join(' ')).map(same => {
          const names = listed(same.map(({ clause }) => `${clause.id} (${clause.title})`));
          const [first, ...rest] = sayOf(same.length === 1 ? `clause ${names}` : `each of the clauses ${names}`, same[0]!);
          return <p key={names} class="sum"><b>{first}</b> {rest.join(' ')}</p>;
        })}
        <p class="moment">On <b><Day of={status.asOf} /></b>, as known on <b><Day of={status.knownOn} /></b>; computed from the reports on file under readings that are named. It is no legal finding.{differing.length === 0 && !isAlone && ` On every clause ${who} agree.`}</p>
        <details class="words">
          <summary>What the words mean</summary>
          {status.views.length > 1 && <p class="note">A <b>view</b> is one way to take what is disputed or contested: the <b>common view</b> takes only what no party contests; a party's own view follows its positions on file; the others have a reading for each dispute, or leave it open, as the agreement's text says. Views that agree share a line, and so do places.</p>}
          <Meanings of={meaningsOf(status.rows)} />
          <Legend keys={status.rows.flatMap(row => row.verdicts.map(verdict => lookOf(verdict).key))} />
        </details>
      </section>
      {open !== undefined && opened === undefined && <p class="note" role="status">The answer that the address opens is not among these: perhaps its view is not chosen.</p>}
      {differing.length > 0 && (
        <section aria-labelledby="differing">
          <h2 id="differing">{isAlone ? `What differs from ${differing.every(({ whole }) => isOfOne(whole)) ? 'place to place' : 'one to another'}` : 'Where the views differ'}</h2>
          {differing.map(clause => section(clause, true))}
        </section>
      )}
      {agreed.length > 0 && (
        <section aria-labelledby="agreed">
          <h2 id="agreed">{isAlone ? (differing.length === 0 ? 'Every verdict' : 'The other verdicts') : `Where ${who} agree`}</h2>
          <ul class="agreed">
            {agreed.map(({ clause, whole }) => (
              <li key={clause.id}><a href={`#clause-${clause.id}`}>Clause {clause.id}, {clause.title}</a>: {listed([...new Set(whole.map(row => row.verdicts[0]!.label))])}</li>
            ))}
          </ul>
          {agreed.map(clause => section(clause, false))}
        </section>
      )}
      {disputes.length > 0 && (
        <section aria-labelledby="disputed">
          <h2 id="disputed">What is disputed</h2>
          <p class="note">Each of these can be read in more than one way. Switch one to see what would follow if every view read it so; nothing is kept.</p>
          <div class="disputes">{disputes.map(dispute => <DisputeSwitch key={dispute.name} dispute={dispute} question={question} views={agreement?.views ?? []} />)}</div>
        </section>
      )}
    </>
  );
}

/** What views answer differently comes first, with what brought it about; in a single view, what it answers differently from place to place, or of one party and another. */
function isToldApart({ clause, whole, narrower }: ClauseRows, status: StatusDocument, calling: Calling): boolean {
  const { lines, columns } = matrixOf(whole);
  return status.views.length === 1 ? columns.length > 1 && !calling.isOffer(clause.id) : lines.length > 1 || narrower.some(({ verdicts }) => verdicts.some(one => keyOf(one) !== keyOf(verdicts[0]!)));
}

/** What a clause asks of whom: above a short table; below one that says more than who answers what, above which stands only on what it hangs. */
function Asked({ of: { clause }, calling }: { of: ClauseRows; calling: Calling }) {
  const asked = calling.asked(clause.id);
  return asked === undefined ? null : <p class="duty">{asked}.</p>;
}

/** What the words mean that the answers use. */
function Meanings({ of: meanings }: { of: ReturnType<typeof meaningsOf> }) {
  return meanings.length === 0 ? null : (
    <p class="note words">{meanings.map(([word, says], index) => <span key={word}>{index > 0 && '; '}<b>{word}</b>: {says}</span>)}.</p>
  );
}
