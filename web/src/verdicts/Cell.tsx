import { keep, type Question } from '../address';
import type { DisputeEntry, StatusDocument, StatusRow, StatusVerdict, ViewHeading } from '../documents';
import { capital, listed, viewGloss, viewName } from '../parts/names';
import type { Calling } from '../parts/naming';
import { Verdict } from '../parts/Verdict';
import { cellName, gathered, keyOf } from './grouping';
import { openedBy } from './opening';

/** What all cells of a screen have in common. */
export interface Grid {
  question: Question;
  status: StatusDocument;
  disputes: readonly DisputeEntry[];
  /** All views of the agreement, chosen or not. */
  views: readonly ViewHeading[];
  /** The answers without what is tried, by row and view; undefined when nothing is. */
  before: ((row: StatusRow, view: number) => StatusVerdict | undefined) | undefined;
  calling: Calling;
  /** The cell that is open. */
  open: string | undefined;
}

/** One answer, shared by some rows and views: a button that opens the reasons of the first of them. With `isAgain` the same stands right above. */
export function Cell({ rows, views, grid, cause, isAgain = false }: { rows: StatusRow[]; views: number[]; grid: Grid; cause?: string | undefined; isAgain?: boolean }) {
  const { status } = grid;
  const names = rows.flatMap(row => views.map(view => cellName(row, status.views[view]!.name)));
  const isOpen = grid.open !== undefined && names.includes(grid.open);
  const verdict = rows[0]!.verdicts[views[0]!]!;
  return (
    <button
      type="button"
      class="cell"
      aria-expanded={isOpen}
      onClick={event => {
        if (!isOpen) {
          openedBy(event.currentTarget);
        }

        keep({ cell: isOpen ? '' : names[0]! });
      }}
    >
      {isAgain ? <span class="again">as above<span class="hidden"> {verdict.label}</span><Was rows={rows} views={views} grid={grid} /></span> : <Verdict told={verdict} dated={verdict} firstDay={status.firstDay}>
        {cause !== undefined && <span class="cause">{capital(cause)}</span>}
        {verdict.basis !== undefined && verdict.basis !== 'reported' && <span class="cause">leans on: {verdict.basis}</span>}
        <Was rows={rows} views={views} grid={grid} />
      </Verdict>}
      <span class="why-sign" aria-hidden="true">{isOpen ? 'why ▸' : 'why'}</span>
    </button>
  );
}

/** What the answer was without what is tried, where it was another; and of what it was, where that is not all that shares the cell. */
function Was({ rows, views, grid: { before, status, calling } }: { rows: StatusRow[]; views: number[]; grid: Grid }) {
  if (before === undefined) {
    return null;
  }

  const flipped = rows.flatMap(row => views.flatMap(view => {
    const was = before(row, view), now = row.verdicts[view]!;
    return was === undefined || keyOf(was) === keyOf(now) ? [] : [{ row, view, label: was.label === now.label ? `${was.label}, other days` : was.label }];
  }));
  const says = gathered(flipped, ({ label }) => label).map(same => {
    const places = [...new Set(same.map(({ row }) => row))], seen = [...new Set(same.map(({ view }) => view))];
    const of = [
      ...(places.length === rows.length ? [] : [listed(places.map(calling.row))]),
      ...(seen.length === views.length ? [] : [listed(seen.map(view => viewName(status.views[view]!)))]),
    ].join('; ');
    const isEach = same.length === places.length * seen.length;
    return `${same[0]!.label}${isEach && of.length === 0 ? '' : ` (${isEach ? '' : 'some of: '}${of.length === 0 ? 'these' : of})`}`;
  });
  return says.length === 0 ? null : <span class="was">on file: {says.join('; ')}</span>;
}

/** The views of a line, each sort with what it takes for granted. */
export function Views({ views, status }: { views: number[]; status: StatusDocument }) {
  if (views.length === status.views.length && views.length > 1) {
    return <b>All {views.length} views</b>;
  }

  const sorts = gathered(views.map(view => status.views[view]!), view => (view.kind === 'named' ? view.name : view.kind));
  return <>{sorts.map(same => (
    <span key={same[0]!.name} class="one">
      <b>{capital(listed(same.map(viewName)))}</b>
      {glossOf(same).length > 0 && <span class="gloss">{glossOf(same)}</span>}
    </span>
  ))}</>;
}

/** What views of one sort take for granted; of a reading its title says so. */
function glossOf([view, ...others]: readonly ViewHeading[]): string {
  return others.length > 0 ? 'by their own positions on file' : viewGloss(view!);
}

/** "the common view, Russia and NATO", or "all 9 views". */
export function viewsSay(views: readonly number[], status: StatusDocument): string {
  return views.length === status.views.length && views.length > 1 ? `all ${views.length} views` : listed(views.map(view => viewName(status.views[view]!)));
}
