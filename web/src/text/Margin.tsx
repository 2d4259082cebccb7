import type { ComponentChildren } from 'preact';
import type { Question } from '../address';
import type { DisputeEntry, StatusDocument, StatusRow, ViewHeading, WhyDocument } from '../documents';
import { Link } from '../parts/Link';
import { capital, listed } from '../parts/names';
import type { Calling } from '../parts/naming';
import { Near } from '../parts/Near';
import { usePrinting } from '../parts/usePrinting';
import { Verdict } from '../parts/Verdict';
import { useDocuments } from '../server';
import { decidersOf } from '../verdicts/causes';
import { readingTried } from '../verdicts/choices';
import { DisputeSwitch } from '../verdicts/Disputes';
import { cellName, clausesOf, keyOf, matrixOf, titlesOf } from '../verdicts/grouping';
import { whyPath } from '../verdicts/Why';

/** More than these are a line that leads to the table. */
const mostTold = 6;

/** Where a clause stands in one view, told beside its words; what of its words is disputed, and what decides it that stands elsewhere. */
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
  const own = disputes.filter(dispute => dispute.clause === clause.id);
  const isPrinting = usePrinting();
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
                  <Verdict told={column[0]!.verdicts[0]!} dated={column[0]!.verdicts[0]!} firstDay={status.firstDay} />
                </Link>
              </li>
            ))}
          </ul>
          {columns.length > mostTold && <p class="note"><Link to={{ screen: 'verdicts', question, own: {} }}>{columns.length - mostTold} more</Link></p>}
          {differs && <p class="note">Some other view answers otherwise.</p>}
        </>
      )}
      {own.length > 0 && <p class="sort">Disputed in its own words</p>}
      {own.map(dispute => <Switch key={dispute.name} dispute={dispute} clause={clause.id} question={question} views={views} />)}
      {viewName !== undefined && columns.length > 0 && (
        <Near always={isPrinting} height={0}>
          {() => <Elsewhere clause={clause.id} columns={columns} titles={titles} view={viewName} question={question} disputes={disputes} views={views} />}
        </Near>
      )}
    </div>
  );
}

function Switch({ dispute, clause, question, views, children }: { dispute: DisputeEntry; clause: string; question: Question; views: readonly ViewHeading[]; children?: ComponentChildren }) {
  return (
    <details class="disputed" open={readingTried(question, dispute.name) !== undefined}>
      <summary>{dispute.title}</summary>
      {children}
      <DisputeSwitch dispute={dispute} question={question} views={views} at={`clause ${clause}`} />
    </details>
  );
}

/** What decides where the clause stands and is not in its own words: definitions, places, other clauses, reports. The reasons of the answers name it. */
function Elsewhere({ clause, columns, titles, view, question, disputes, views }: {
  clause: string;
  columns: readonly StatusRow[][];
  titles: readonly string[];
  view: string;
  question: Question;
  disputes: readonly DisputeEntry[];
  views: readonly ViewHeading[];
}) {
  const told = columns.slice(0, mostTold);
  const whys = useDocuments<WhyDocument>(told.map(column => whyPath(question, column[0]!, [view])));
  const found = decidersOf(whys.map(why => why?.answers[0]?.decidedBy ?? []));
  const elsewhere = disputes.filter(dispute => dispute.clause !== clause && (found.disputes.has(dispute.name) || readingTried(question, dispute.name) !== undefined));
  const where = (at: readonly number[]) => (at.length === told.length ? '' : ` In ${listed(at.map(index => titles[index]!))}.`);
  if (elsewhere.length + found.reports.size === 0) {
    return null;
  }

  return (
    <>
      <p class="sort">What else decides where it stands</p>
      {elsewhere.map(dispute => (
        <Switch key={dispute.name} dispute={dispute} clause={clause} question={question} views={views}>
          <p class="note">About {dispute.about}.{where(found.disputes.get(dispute.name) ?? told.map((_, index) => index))}</p>
        </Switch>
      ))}
      {[...found.reports].map(([name, at]) => (
        <p key={name} class="disputed">Whether a report is believed: <code>{name}</code>.{where(at)} <Link to={{ screen: 'verdicts', question, own: { cell: cellName(told[at[0]!]![0]!, view) } }}>The reasons<span class="hidden"> that turn on {name}</span></Link></p>
      ))}
    </>
  );
}
