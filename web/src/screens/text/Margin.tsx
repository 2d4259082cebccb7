import type { Question } from '../../address';
import type { DisputeEntry, StatusDocument, ViewHeading } from '../../documents';
import { capital } from '../../parts/names';
import type { Calling } from '../../parts/naming';
import { Link } from '../../parts/Link';
import { Verdict } from '../../parts/Verdict';
import { readingTried } from '../verdicts/choices';
import { DisputeSwitch } from '../verdicts/Disputes';
import { cellName, clausesOf, keyOf, matrixOf, titlesOf } from '../verdicts/grouping';

/** More than these are a line that leads to the table. */
const mostTold = 6;

/** Where a clause stands in one view, told beside its words, and what of its words is disputed. */
export function ClauseMargin({ clause, status, view, question, calling, disputes, views }: {
  clause: { id: string; title: string };
  status: StatusDocument | undefined;
  /** The view that is told, by index. */
  view: number;
  question: Question;
  calling: Calling;
  disputes: readonly DisputeEntry[];
  views: readonly ViewHeading[];
}) {
  const rows = status === undefined ? [] : clausesOf(status.rows).find(one => one.clause.id === clause.id)?.whole ?? [];
  const { columns } = matrixOf(rows.map(row => ({ ...row, verdicts: row.verdicts.slice(view, view + 1) })));
  const { titles, common } = titlesOf(columns, { ...calling, offer: calling.isOffer(clause.id) });
  const differs = rows.some(row => row.verdicts.some(one => keyOf(one) !== keyOf(row.verdicts[view]!)));
  const viewName = status?.views[view]?.name;
  return (
    <div class="margin">
      <h3 id={`clause-${clause.id}`}>Clause {clause.id}: {clause.title}</h3>
      {status !== undefined && viewName !== undefined && (
        <>
          {common.length > 0 && <p class="note">{capital(common)}</p>}
          <ul class="standing">
            {columns.slice(0, mostTold).map((column, index) => (
              <li key={titles[index]}>
                {titles[index]!.length > 0 && <span class="where">{capital(titles[index]!)}</span>}
                <Link to={{ screen: 'verdicts', question, own: { cell: cellName(column[0]!, viewName) } }}>
                  <Verdict told={column[0]!.verdicts[0]!} since={column[0]!.verdicts[0]!.since} firstDay={status.firstDay} />
                </Link>
              </li>
            ))}
          </ul>
          {columns.length > mostTold && <p class="note"><Link to={{ screen: 'verdicts', question, own: {} }}>{columns.length - mostTold} more</Link></p>}
          {differs && <p class="note">Some other view answers otherwise.</p>}
        </>
      )}
      {disputes.map(dispute => (
        <details key={dispute.name} class="disputed" open={readingTried(question, dispute.name) !== undefined}>
          <summary>Disputed: {dispute.title}</summary>
          <DisputeSwitch dispute={dispute} question={question} views={views} at={`clause ${clause.id}`} />
        </details>
      ))}
    </div>
  );
}
