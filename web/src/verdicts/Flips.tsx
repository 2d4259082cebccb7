import type { Question } from '../address';
import type { AgreementDocument, ChangesDocument, RowEntry, Told, ViewHeading } from '../documents';
import { lookOf } from '../look';
import { Day } from '../parts/Days';
import { capital, inViews, listed, viewsOf } from '../parts/names';
import type { Calling } from '../parts/naming';
import { Swatch } from '../parts/Verdict';
import { Shown, Waiting } from '../parts/Waiting';
import { Beyond, ChangesList } from '../reports/ChangesList';
import { useCompared } from '../reports/useCompared';
import { pathOf, useDocument } from '../server';
import { flipsOf, gathered, onDay, type Flip } from './grouping';

/** What is tried, against what is on file: which answers flip on the day asked about, and what changes through all the days. */
export function Flips({ question, day, agreement, calling }: { question: Question; day: string; agreement: AgreementDocument; calling: Calling }) {
  const asked = useDocument<ChangesDocument>(pathOf(question, 'changes'));
  return (
    <section class="flips" id="flips" aria-labelledby="flips-title">
      <h2 id="flips-title">What flips</h2>
      <Shown asked={asked} what="what flips">
        {told => <Found told={told} question={question} day={day} agreement={agreement} calling={calling} />}
      </Shown>
    </section>
  );
}

function Found({ told, question, day, agreement, calling }: { told: ChangesDocument; question: Question; day: string; agreement: AgreementDocument; calling: Calling }) {
  const { changes: answer, isWaiting, lastOnFile } = useCompared(told, question);
  const today = onDay(flipsOf(answer.changes), day);
  const isAfter = lastOnFile !== undefined && lastOnFile < day;
  if (isWaiting) {
    return <Waiting what="what flips" />;
  }

  return answer.changes.length === 0 ? <><p role="status">Nothing: every answer on every day stays as it is on file.</p><Beyond lastOnFile={lastOnFile} /></> : (
    <>
      <p role="status">
        On <b><Day of={day} /></b>{isAfter && <>, against the last answer on file, of <Day of={lastOnFile} /></>}{today.length === 0 ? ' every answer says what it says on file; on other days some change.' : ':'}
      </p>
      {today.length > 0 && <List flips={today} views={agreement.views ?? []} calling={calling} />}
      <details>
        <summary><h3>Through all the days</h3></summary>
        <ChangesList changes={answer} trial={question} agreement={agreement} was="on file" becomes="would be" />
        <Beyond lastOnFile={lastOnFile} />
      </details>
    </>
  );
}

function List({ flips, views, calling }: { flips: readonly Flip[]; views: readonly ViewHeading[]; calling: Calling }) {
  return (
    <ul class="flip-list">
      {flips.map(({ rows, views: names, changes }, index) => (
        <li key={index}>
          <b>Clause {rows[0]!.clause.id}, {rows[0]!.clause.title}</b>: {whereOf(rows, calling)}; {names.length === views.length && names.length > 1 ? `in all ${names.length} views` : inViews(viewsOf(names, views))}:
          {changes.map(({ was, becomes }, number) => <span key={number} class="change">was <ToldOf told={was} />, would be <ToldOf told={becomes} /></span>)}
        </li>
      ))}
    </ul>
  );
}

/** "Europe and Oceania, for Russia". */
function whereOf(rows: readonly RowEntry[], calling: Calling): string {
  const places = [...new Set(rows.flatMap(row => (row.place === undefined ? [] : [calling.place(row.place)])))];
  const whom = gathered(rows, row => calling.whom(row)).map(same => calling.whom(same[0]!));
  return capital([listed(places), listed(whom)].filter(text => text.length > 0).join(', '));
}

function ToldOf({ told }: { told: Told | undefined }) {
  return told === undefined ? <b>no answer</b> : <span class="told"><Swatch look={lookOf(told)} /><b>{told.label}</b></span>;
}
