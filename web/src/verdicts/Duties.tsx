import type { StatusDocument, StatusRow } from '../documents';
import { lookOf } from '../look';
import { moment } from '../parts/calendar';
import { Day } from '../parts/Days';
import { capital, inViews, viewsOf } from '../parts/names';
import type { Calling } from '../parts/naming';
import { Swatch } from '../parts/Verdict';
import type { ClauseRows } from './grouping';

/** Under a clause that asks for acts: each single duty; under a right: how much of it is used. */
export function Duties({ clause, status, calling }: { clause: ClauseRows; status: StatusDocument; calling: Calling }) {
  const duties = told(clause, row => row.duties);
  const above = told(clause, row => row.above);
  const quota = told(clause, row => row.quota);
  const views = (names: string[]) => (names.length === status.views.length ? '' : inViews(viewsOf(names, status.views)));
  return (
    <>
      {duties.length > 0 && (
        <details class="narrower">
          <summary>Each single duty by that day ({duties.length})</summary>
          <table class="stack">
            <caption class="hidden">Clause {clause.clause.id}: single duties</caption>
            <thead><tr><th scope="col">Due</th><th scope="col">Who</th><th scope="col">How it stands</th><th scope="col">Asked for by</th></tr></thead>
            <tbody>
              {duties.map(({ row, of }, index) => (
                <tr key={index}>
                  <td data-label="Due">{of.due === undefined ? 'not known' : moment(of.due)}{of.dueLatest !== undefined && ` to ${moment(of.dueLatest)}`}</td>
                  <td data-label="Who">{capital(calling.row(row))}</td>
                  <td data-label="How it stands"><span class="verdict"><Swatch look={lookOf({ label: of.label, standing: 'in force', conduct: of.conduct })} /><span>{of.label} {views(of.views)}</span></span></td>
                  <td data-label="Asked for by">{of.trigger === undefined ? 'its date' : <code>{of.trigger}</code>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {above.length > 0 && (
        <details class="narrower">
          <summary>Events that ask for nothing ({above.length})</summary>
          <ul>{above.map(({ row, of }, index) => <li key={index}>{calling.row(row)}: <code>{of.trigger}</code>, {of.label} {views(of.views)}</li>)}</ul>
        </details>
      )}
      {quota.length > 0 && (
        <details class="narrower">
          <summary>What is used and left of the right</summary>
          <ul>
            {quota.map(({ row, of }, index) => (
              <li key={index}>
                {calling.row(row)}, {of.sort} year {of.number}, <Day of={of.from} /> through <Day of={of.through} />: {between(of.usedAtLeast, of.usedAtMost)} of {of.allowed} used, {between(of.leftAtLeast, of.leftAtMost)} left {views(of.views)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function told<T>({ whole }: ClauseRows, part: (row: StatusRow) => T[] | undefined): { row: StatusRow; of: T }[] {
  return whole.flatMap(row => (part(row) ?? []).map(of => ({ row, of })));
}

function between(least: number, most: number): string {
  return least === most ? `${least}` : `${least} to ${most}`;
}
