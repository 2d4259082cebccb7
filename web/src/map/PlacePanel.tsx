import { useEffect, useRef } from 'preact/hooks';
import type { Question } from '../address';
import type { ReportEntry } from '../documents';
import { Link, Outward } from '../parts/Link';
import { listed } from '../parts/names';
import { shortDay } from '../parts/calendar';
import { saidHow, saidWords } from '../reports/list';
import { gradeWords } from '../reports/words';
import { contestedBy, toRead, type Dated } from './marks';

/** How many reports are told at once; very many are for the screen of reports. */
const most = 40;

/** What is on file about a place: a panel beside the map, closed by its button or Escape. */
export function PlacePanel({ question, title, places, partyOf, reports, day, known, placeOf, takesFocus, onClose, children }: {
  question: Question;
  title: string;
  /** The places that were chosen. */
  places: readonly string[];
  partyOf: (name: string) => string;
  reports: readonly Dated[];
  day: number;
  /** What was known by the end of this day is told. */
  known: number;
  placeOf: (name: string) => string;
  /** True when somebody opened it here; an address that has it open leaves the focus alone. */
  takesFocus: boolean;
  onClose: () => void;
  children?: preact.ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) {
      heading.current?.focus();
    }
  }, [title]);
  const groups = toRead(reports, day);
  let left = most;
  return (
    <section class="place" aria-label={`On file: ${title}`} onKeyDown={event => event.key === 'Escape' && onClose()}>
      <div class="head">
        <h2 ref={heading} tabIndex={-1}>{title}</h2>
        <button type="button" onClick={onClose}>Close</button>
      </div>
      {children}
      {groups.length === 0 && <p>No report on file names this place, as far as was known then.</p>}
      {groups.map(group => {
        const shown = group.reports.slice(0, left);
        left -= shown.length;
        return shown.length > 0 && (
          <div key={group.title}>
            <h3>{group.title}: {group.reports.length} {group.reports.length === 1 ? 'report' : 'reports'}</h3>
            <ul>
              {shown.map(dated => ({ report: dated.report, contests: contestedBy(dated, known) })).map(({ report, contests }) => (
                <li key={report.name}>
                  {report.says}
                  <span class="gloss">
                    {report.place !== undefined && <>{placeOf(report.place)}. </>}
                    {gradeWords(report.grade)}; <SaidOn report={report} />
                    {report.title !== undefined && <>: <Outward address={report.address}>{report.title}</Outward></>}
                    {contests.length > 0 && <>; <b>contested by {listed(contests.map(partyOf))}</b></>}
                    {report.supposed === true && <>; <b>supposed, not on file</b></>}
                    {' '}<Link to={{ screen: 'reports', question, own: { item: report.name } }} aria-label={`All about it: ${report.says}`}>All about it</Link>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {reports.length > 0 && places.length === 1 && (
        <p class="note">{reports.length > most && `These are ${most} of ${reports.length}. `}<Link to={{ screen: 'reports', question, own: { place: places[0]! } }}>All of them, in the list of reports</Link></p>
      )}
    </section>
  );
}

/** When it was said, as far as that is on file. */
function SaidOn({ report }: { report: ReportEntry }) {
  return <>said {saidWords({ report, said: report.said, saidHow: saidHow(report) }, shortDay)}</>;
}
