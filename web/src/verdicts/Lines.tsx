import type { StatusRow, ViewHeading, WhyDocument, WhyEntry } from '../documents';
import { capital, inViews, listed } from '../parts/names';
import { useNarrow } from '../parts/useNarrow';
import { useDocuments } from '../server';
import { causeOf, leftOpen } from './causes';
import { Cell, Views, type Grid } from './Cell';
import { besideAlike, keyOf, spansOf, type ClauseRows } from './grouping';
import { areAllParties, endsSay, isOfOne, isParty, toldFirst } from './summary';
import { whyPath } from './Why';

/** Of more rows than these the reasons are not asked for before somebody opens one. */
const mostCaused = 8;

/** The lines of views: first those that tell what became of the clause, then those that leave it open. What is the same side by side is told once, and what is the same below each other is told as that. */
export function Lines({ clause, columns, lines, titles, grid, isCaused }: {
  clause: ClauseRows;
  columns: readonly StatusRow[][];
  lines: readonly number[][];
  titles: readonly string[];
  grid: Grid;
  isCaused: boolean;
}) {
  const { status, question } = grid;
  const isNarrow = useNarrow();
  const rows = isCaused && clause.whole.length <= mostCaused ? clause.whole : [];
  const found = useDocuments<WhyDocument>(rows.map(row => whyPath(question, row, question.view)));
  const whys = new Map(rows.map((row, index) => [row, found[index]]));
  /** The reasons of an answer in each of its rows and views; of those that are not here, undefined. */
  const whysOf = (views: readonly number[], column: readonly StatusRow[]) =>
    column.flatMap(row => views.map(view => whys.get(row)?.answers.find(answer => answer.verdict.view === status.views[view]!.name)));
  // Reasons come one by one; only when all are here what they say shapes the table, and then cells become more, so that none that has the focus goes.
  const isAllHere = found.every(why => why !== undefined);
  const keysOf = (views: readonly number[]) => columns.map(column => `${keyOf(column[0]!.verdicts[views[0]!]!)} ${isAllHere ? causeOf(whysOf(views, column)) ?? '' : ''}`);
  const groups = toldFirst(lines, clause.whole, status.views).map(group => besideAlike(group, keysOf));
  const untold = (group: readonly number[][]) => group.flatMap(views => columns.flatMap(column => (column[0]!.verdicts[views[0]!]!.standing === 'cannot tell' ? whysOf(views, column) : [])));
  return (
    <>
      {groups.map((group, number) => {
        // On a phone each view is a list of its own, with all of its answers.
        const spans = isNarrow ? group.flatMap(views => spansOf([keysOf(views)])) : spansOf(group.map(keysOf));
        const views = group.flat().map(view => status.views[view]!);
        return (
          <tbody key={number}>
            {groups.length > 1 && (
              <tr>
                <th class="sort" scope="rowgroup" colSpan={columns.length + 1}>
                  {number === 0 ? <Telling views={views} /> : <Open views={views} grid={grid} rows={clause.whole} whys={untold(group)} />}
                </th>
              </tr>
            )}
            {group.map((own, line) => (
              <tr key={own.join()}>
                <th scope="row"><Views views={own} status={status} /></th>
                {spans[line]!.map(({ from, columns: wide, isAgain }) => (
                  <td key={from} colSpan={wide} data-label={capital(listed(titles.slice(from, from + wide))) || 'Verdict'}>
                    <Cell rows={columns.slice(from, from + wide).flat()} views={own} grid={grid} cause={causeOf(whysOf(own, columns[from]!))} isAgain={isAgain} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        );
      })}
    </>
  );
}

function Telling({ views }: { views: readonly ViewHeading[] }) {
  return <>{views.every(view => view.kind === 'named') ? views.length > 1 ? `${views.length} possible readings; none is a party's own` : "A possible reading; it is no party's own" : 'Views that tell what became of it'}</>;
}

/** More views than these are counted. */
const mostNamed = 4;

/** Which views leave it open what became of the clause, and by which questions. */
function Open({ views, grid, rows, whys }: { views: readonly ViewHeading[]; grid: Grid; rows: readonly StatusRow[]; whys: readonly (WhyEntry | undefined)[] }) {
  const who = areAllParties(views, grid.status.views) && views.filter(isParty).length === grid.views.filter(isParty).length ? `In the parties' own views${views.every(isParty) ? '' : ', and in others,'}`
    : views.length < mostNamed ? capital(inViews(views))
    : `In ${views.length} of ${grid.status.views.length} views`;
  const at = new Set(views.map(view => grid.status.views.indexOf(view)));
  const untold = rows.flatMap(row => row.verdicts.filter((verdict, view) => at.has(view) && verdict.standing === 'cannot tell'));
  const ends = endsSay(untold);
  const isInPart = rows.some(row => row.verdicts.some((verdict, view) => at.has(view) && verdict.standing !== 'cannot tell'));
  // Until all reasons are here nothing is known that all have in common.
  const { all, everywhere } = leftOpen(whys.every(why => why !== undefined) ? whys : [], grid.disputes);
  const more = all.length - everywhere.length;
  return (
    <>
      {who} it cannot be told{isInPart && (isOfOne(rows) ? ', in some places,' : ', for some,')} {ends === undefined ? 'what became of it' : `whether it ${ends}`}
      {everywhere.length === 0 && all.length > 0 && (
        <span class="because">{views.length === 1 ? 'It leaves' : 'Among them they leave'} {all.length} disputed {all.length === 1 ? 'question' : 'questions'} open: see the reasons.</span>
      )}
      {everywhere.length > 0 && (
        <span class="because">
          {views.length === 1 ? 'It leaves' : 'Each of them leaves'} open {listed(everywhere.map(({ title }) => `“${title}”`))}
          {more > 0 && `, and ${more} more disputed ${more === 1 ? 'question is' : 'questions are'} open${views.length === 1 ? '' : ' in some'}`}.
        </span>
      )}
    </>
  );
}

