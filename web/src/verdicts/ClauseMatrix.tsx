import { keep, type Question } from '../address';
import type { DisputeEntry, StatusDocument, StatusRow, StatusVerdict, ViewHeading, WhyDocument, WhyEntry } from '../documents';
import { capital, inViews, listed, viewGloss, viewName } from '../parts/names';
import type { Calling } from '../parts/naming';
import { useNarrow } from '../parts/useNarrow';
import { Verdict } from '../parts/Verdict';
import { useDocuments } from '../server';
import { causeOf, leftOpen } from './causes';
import { besideAlike, cellName, gathered, keyOf, matrixOf, otherwise, spansOf, titlesOf, type ClauseRows } from './grouping';
import { Duties } from './Duties';
import { openedBy } from './opening';
import { isOfOne, toldFirst } from './summary';
import { whyPath } from './Why';

/** More columns than this are read more easily as lines. */
const mostColumns = 5;

/** Of more rows than these the reasons are not asked for before somebody opens one. */
const mostCaused = 8;

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

/** A clause: views against places, each cell a button that opens its reasons. With `isCaused` a few words of them stand in the cell already. */
export function ClauseMatrix({ clause, grid, isCaused }: { clause: ClauseRows; grid: Grid; isCaused: boolean }) {
  const { status, calling } = grid;
  const { columns, lines } = matrixOf(clause.whole);
  const { titles, common, apart } = titlesOf(columns, { ...calling, offer: calling.isOffer(clause.clause.id) });
  const isTurned = columns.length > mostColumns || (lines.length === 1 && columns.length > 1 && !isCaused);
  const caption = `Clause ${clause.clause.id}${common.length > 0 ? `, ${common}` : ''}.`;
  return (
    <div class="scroll">
      <table class={`matrix stack${isTurned ? ' turned' : ''}`}>
        <caption>{caption}<span class="on-screen"> Press an answer for its reasons, down to the sources.</span></caption>
        {isTurned ? (
          <>
            <thead>
              <tr>
                <th scope="col">{capital(apart)}</th>
                {lines.map(views => <th key={views.join()} scope="col"><Views views={views} status={status} /></th>)}
              </tr>
            </thead>
            <tbody>
              {columns.map((column, index) => (
                <tr key={titles[index]}>
                  <th scope="row">{capital(titles[index]!)}</th>
                  {lines.map(views => <td key={views.join()} data-label={capital(viewsSay(views, status))}><Cell rows={column} views={views} grid={grid} /></td>)}
                </tr>
              ))}
            </tbody>
          </>
        ) : (
          <>
            <thead>
              <tr>
                <th scope="col">View</th>
                {columns.map((_, index) => <th key={index} scope="col">{capital(titles[index]!) || 'Verdict'}</th>)}
              </tr>
            </thead>
            <Lines clause={clause} columns={columns} lines={lines} titles={titles} grid={grid} isCaused={isCaused} />
          </>
        )}
      </table>
      <Narrower clause={clause} grid={grid} />
      <Duties clause={clause} status={status} calling={calling} />
    </div>
  );
}

/** The lines of views: first those that tell what became of the clause, then those that leave it open. What stands side by side and below each other and is the same is told once. */
function Lines({ clause, columns, lines, titles, grid, isCaused }: {
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
  const keysOf = (views: readonly number[]) => columns.map(column => `${keyOf(column[0]!.verdicts[views[0]!]!)} ${causeOf(whysOf(views, column)) ?? ''}`);
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
                {spans[line]!.filter(span => span.lines > 0).map(({ from, columns: wide, lines: high }) => (
                  <td key={from} colSpan={wide} rowSpan={high} data-label={capital(listed(titles.slice(from, from + wide))) || 'Verdict'}>
                    <Cell rows={columns.slice(from, from + wide).flat()} views={group.slice(line, line + high).flat()} grid={grid} cause={causeOf(whysOf(own, columns[from]!))} />
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
  return <>{views.every(view => view.kind === 'named') ? `${views.length > 1 ? 'Possible readings' : 'A possible reading'}, no party's own ${views.length > 1 ? 'views' : 'view'}` : 'Views that tell what became of it'}</>;
}

/** More views than these are counted. */
const mostNamed = 4;

/** Which views leave it open what became of the clause, and by which questions. */
function Open({ views, grid, rows, whys }: { views: readonly ViewHeading[]; grid: Grid; rows: readonly StatusRow[]; whys: readonly (WhyEntry | undefined)[] }) {
  const isParty = ({ kind }: ViewHeading) => kind === 'party';
  const parties = views.filter(isParty).length;
  const who = parties > 1 && parties === grid.views.filter(isParty).length ? `In the parties' own views${parties < views.length ? ', and in others,' : ''}`
    : views.length < mostNamed ? capital(inViews(views))
    : `In ${views.length} of ${grid.status.views.length} views`;
  const at = new Set(views.map(view => grid.status.views.indexOf(view)));
  const isInPart = rows.some(row => row.verdicts.some((verdict, view) => at.has(view) && verdict.standing !== 'cannot tell'));
  // Until all reasons are here nothing is known that all have in common.
  const { all, everywhere } = leftOpen(whys.every(why => why !== undefined) ? whys : [], grid.disputes);
  const more = all.length - everywhere.length;
  return (
    <>
      {who} it cannot be told{isInPart && (isOfOne(rows) ? ', in some places,' : ', for some,')} what became of it
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

function Narrower({ clause, grid }: { clause: ClauseRows; grid: Grid }) {
  const groups = otherwise(clause);
  if (groups.length === 0) {
    return null;
  }

  const { titles } = titlesOf(groups.map(({ rows }) => rows), { ...grid.calling, offer: grid.calling.isOffer(clause.clause.id) });
  const isOpen = groups.some(({ rows }) => rows.some(row => grid.status.views.some(view => cellName(row, view.name) === grid.open)));
  return (
    <details class="narrower" open={isOpen}>
      <summary>Places within these that answer otherwise ({groups.reduce((count, { rows }) => count + rows.length, 0)})</summary>
      <table class="stack">
        <caption class="hidden">Clause {clause.clause.id}: places within the places above</caption>
        <thead><tr><th scope="col">Where</th><th scope="col">View</th><th scope="col">Verdict</th></tr></thead>
        <tbody>
          {groups.flatMap(({ rows, answers }, index) => answers.map(({ views }, number) => (
            <tr key={`${titles[index]} ${views.join()}`}>
              {number === 0 && <th scope="rowgroup" rowSpan={answers.length}>{capital(titles[index]!) || grid.calling.row(rows[0]!)}</th>}
              <td data-label="View">{capital(viewsSay(views, grid.status))}</td>
              <td data-label="Verdict"><Cell rows={rows} views={views} grid={grid} /></td>
            </tr>
          )))}
        </tbody>
      </table>
    </details>
  );
}

/** One answer, shared by some rows and views: a button that opens the reasons of the first of them. */
function Cell({ rows, views, grid, cause }: { rows: StatusRow[]; views: number[]; grid: Grid; cause?: string | undefined }) {
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
      <Verdict told={verdict} dated={verdict} firstDay={status.firstDay}>
        {cause !== undefined && <span class="cause">{capital(cause)}</span>}
        {verdict.basis !== undefined && verdict.basis !== 'reported' && <span class="cause">leans on: {verdict.basis}</span>}
        <Was rows={rows} views={views} grid={grid} />
      </Verdict>
      <span class="why-sign" aria-hidden="true">{isOpen ? 'why ▸' : 'why'}</span>
    </button>
  );
}

/** What the answer was without what is tried, where it was another. */
function Was({ rows, views, grid: { before, status } }: { rows: StatusRow[]; views: number[]; grid: Grid }) {
  if (before === undefined) {
    return null;
  }

  const flipped = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const view of views) {
      const was = before(row, view);
      if (was !== undefined && keyOf(was) !== keyOf(row.verdicts[view]!)) {
        const label = was.label === row.verdicts[view]!.label ? `${was.label}, other days` : was.label;
        flipped.set(label, (flipped.get(label) ?? new Set()).add(viewName(status.views[view]!)));
      }
    }
  }

  const says = [...flipped].map(([label, names]) => (names.size === views.length ? label : `${label} (${listed([...names])})`));
  return says.length === 0 ? null : <span class="was">on file: {says.join('; ')}</span>;
}

/** The views of a line, each sort with what it takes for granted. */
function Views({ views, status }: { views: number[]; status: StatusDocument }) {
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
