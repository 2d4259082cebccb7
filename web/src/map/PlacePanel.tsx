import { useEffect, useRef } from 'preact/hooks';
import { Day } from '../parts/Days';
import { Outward } from '../parts/Link';
import { toRead, type Dated } from './marks';

/** How many reports are told at once; very many are for the screen of reports. */
const most = 40;

/** What is on file about a place: a panel beside the map, closed by its button or Escape. */
export function PlacePanel({ title, reports, day, placeOf, onClose, children }: {
  title: string;
  reports: readonly Dated[];
  day: number;
  placeOf: (name: string) => string;
  onClose: () => void;
  children?: preact.ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);
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
              {shown.map(({ report }) => (
                <li key={report.name}>
                  {report.says}
                  <span class="gloss">
                    {report.place !== undefined && <>{placeOf(report.place)}. </>}
                    {report.grade.length > 0 && <>{report.grade}, </>}said <Day of={report.said} short />
                    {report.title !== undefined && <>: <Outward address={report.address}>{report.title}</Outward></>}
                    {report.contestedBy.length > 0 && <>; <b>contested by {report.contestedBy.join(', ')}</b></>}
                    {report.supposed === true && <>; <b>supposed, not on file</b></>}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {reports.length > most && <p class="note">These are {most} of {reports.length}. All of them are on the screen “Reports”.</p>}
    </section>
  );
}
