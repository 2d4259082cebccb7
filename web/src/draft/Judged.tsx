import type { DraftDocument, StatusDocument } from '../documents';
import { lookOf } from '../look';
import { Day, DayField } from '../parts/Days';
import { capital, listed, viewName } from '../parts/names';
import { callingOf } from '../parts/naming';
import { Legend, Verdict } from '../parts/Verdict';
import { clausesOf, matrixOf, titlesOf, whereSay, type ClauseRows } from '../verdicts/grouping';

/** The verdicts of a draft on a day. Views that agree share a line, and places a column. */
export function Judged({ document, isOld, on, onDay }: { document: DraftDocument; isOld: boolean; on: string | undefined; onDay: (day: string) => void }) {
  const { status, firstDay, lastDay } = document;
  if (status === undefined || firstDay === undefined || lastDay === undefined) {
    return null;
  }

  // Of a draft no more is known than what it is called by.
  const calling = callingOf(document);
  const clauses = clausesOf(status.rows);
  return (
    <div class={isOld ? 'judged old' : 'judged'}>
      {isOld && <p class="of" role="status">Of the last text that was sound.</p>}
      <DayField label="On" value={status.asOf} first={firstDay} last={lastDay} note={on === undefined ? 'the last day known' : undefined} onDay={onDay} />
      <Legend keys={status.rows.flatMap(row => row.verdicts.map(verdict => lookOf(verdict).key))} />
      {clauses.length === 0 && <p class="note">No clause has a verdict yet.</p>}
      {clauses.map(clause => <Clause key={clause.clause.id} clause={clause} status={status} firstDay={firstDay} calling={calling} />)}
    </div>
  );
}

function Clause({ clause, status, firstDay, calling }: { clause: ClauseRows; status: StatusDocument; firstDay: string; calling: ReturnType<typeof callingOf> }) {
  const { columns, lines } = matrixOf(clause.whole);
  const naming = { ...calling, offer: calling.isOffer(clause.clause.id) };
  const { common } = titlesOf(columns, naming);
  const asked = calling.asked(clause.clause.id);
  return (
    <section>
      <h3>Clause {clause.clause.id}: {clause.clause.title}</h3>
      {asked !== undefined && <p class="note">{asked}.</p>}
      <table class="stack">
        <caption>{common.length > 0 ? `${capital(common)}, on ` : 'On '}<Day of={status.asOf} /></caption>
        <thead><tr><th scope="col">View</th><th scope="col">Where and who</th><th scope="col">Verdict</th></tr></thead>
        <tbody>
          {lines.flatMap(views => columns.map((column, index) => (
            <tr key={`${views.join()} ${index}`}>
              <td data-label="View">{views.length === status.views.length && views.length > 1 ? 'all views' : capital(listed(views.map(view => viewName(status.views[view]!))))}</td>
              <td data-label="Where and who">{capital(whereSay(column, clause.whole, naming)) || '—'}</td>
              <td data-label="Verdict"><Verdict told={column[0]!.verdicts[views[0]!]!} dated={column[0]!.verdicts[views[0]!]!} firstDay={firstDay} /></td>
            </tr>
          )))}
        </tbody>
      </table>
    </section>
  );
}
