import { keep, type Question } from '../address';
import type { DisputeEntry, StatusDocument, StatusRow, StatusVerdict, ViewHeading, WhyDocument, WhyEntry } from '../documents';
import { Day } from '../parts/Days';
import { capital, listed, viewGloss, viewName } from '../parts/names';
import type { Calling } from '../parts/naming';
import { Verdict } from '../parts/Verdict';
import { useDocuments } from '../server';
import { areSettledAlike } from './causes';
import { cellName, gathered, keyOf, matrixOf, otherwise, titlesOf, type ClauseRows } from './grouping';
import { Duties } from './Duties';
import { openedBy } from './opening';
import { Reason } from './Reason';
import { answersFirst } from './summary';
import { whyPath } from './Why';

/** More columns than this are read more easily as lines. */
const mostColumns = 5;

export interface Grid {
  question: Question;
  status: StatusDocument;
  disputes: readonly DisputeEntry[];
  /** The answers without what is tried, by row and view; undefined when nothing is. */
  before: ((row: StatusRow, view: number) => StatusVerdict | undefined) | undefined;
  calling: Calling;
  /** The cell that is open. */
  open: string | undefined;
}

/** A clause: views against places, each cell a button that opens its reasons. With `isCaused` a few words of them stand in the cell already. */
export function ClauseMatrix({ clause, grid, isCaused }: { clause: ClauseRows; grid: Grid; isCaused: boolean }) {
  const { status, calling, question } = grid;
  const { columns, lines: unordered } = matrixOf(clause.whole);
  const lines = answersFirst(unordered, clause.whole, status.views);
  const { titles, common, apart } = titlesOf(columns, { ...calling, offer: calling.isOffer(clause.clause.id) });
  const isTurned = columns.length > mostColumns || (lines.length === 1 && columns.length > 1);
  const whys = useDocuments<WhyDocument>(isCaused && !isTurned ? columns.map(column => whyPath(question, column[0]!, lines.map(views => status.views[views[0]!]!.name))) : []);
  const caption = `Clause ${clause.clause.id}${common.length > 0 ? `, ${common}` : ''}: where it stands on `;
  const cell = (parts: Part[], views: number[]) => <Cell rows={parts.flatMap(part => part.column)} views={views} grid={grid} whys={parts.flatMap(({ why }) => why ?? [])} />;
  const partsOf = (views: number[]) => besideOf(columns.map((column, index): Part => {
    const why = whys[index]?.answers.find(answer => answer.verdict.view === status.views[views[0]!]!.name);
    return { column, title: titles[index]!, why, key: `${keyOf(column[0]!.verdicts[views[0]!]!)} ${why?.cause ?? ''}` };
  }));

  return (
    <div class="scroll">
      <table class={`matrix stack${isTurned ? ' turned' : ''}`}>
        <caption>{caption}<Day of={status.asOf} />.<span class="on-screen"> Press an answer for its reasons, down to the sources.</span></caption>
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
            <tbody>
              {lines.map(views => (
                <tr key={views.join()}>
                  <th scope="row"><Views views={views} status={status} /></th>
                  {partsOf(views).map(parts => (
                    <td key={parts[0]!.title} colSpan={parts.length} data-label={capital(listed(parts.map(part => part.title))) || 'Verdict'}>{cell(parts, views)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </>
        )}
      </table>
      <Narrower clause={clause} grid={grid} />
      <Duties clause={clause} status={status} calling={calling} />
    </div>
  );
}

/** What one column says in a line: the rows of the column, and by what the answer is told from that beside it. */
interface Part { column: StatusRow[]; title: string; why: WhyEntry | undefined; key: string }

/** Columns beside each other that say the same, together; where that cannot be told only those that one way settles alike. */
function besideOf(parts: readonly Part[]): Part[][] {
  const told: Part[][] = [];
  for (const part of parts) {
    const last = told[told.length - 1];
    if (last !== undefined && last[0]!.key === part.key && areSettledAlike([...last, part].flatMap(({ why }) => why ?? []))) {
      last.push(part);
    } else {
      told.push([part]);
    }
  }

  return told;
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
function Cell({ rows, views, grid, whys }: { rows: StatusRow[]; views: number[]; grid: Grid; whys?: readonly WhyEntry[] }) {
  const { status } = grid;
  const names = rows.flatMap(row => views.map(view => cellName(row, status.views[view]!.name)));
  const isOpen = grid.open !== undefined && names.includes(grid.open);
  const verdict = rows[0]!.verdicts[views[0]!]!;
  return (
    <button
      type="button"
      class="cell"
      id={`cell ${names[0]}`}
      aria-expanded={isOpen}
      onClick={event => {
        if (!isOpen) {
          openedBy(event.currentTarget);
        }

        keep({ cell: isOpen ? '' : names[0]! });
      }}
    >
      <Verdict told={verdict} dated={verdict} firstDay={status.firstDay}>
        {whys !== undefined && whys.length > 0 && <Reason whys={whys} disputes={grid.disputes} />}
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
      <span class="gloss">{glossOf(same)}</span>
    </span>
  ))}</>;
}

/** What views of one sort take for granted. That of a reading is nobody's own. */
function glossOf([view, ...others]: readonly ViewHeading[]): string {
  return view!.kind === 'named' ? 'one way to read it, no party\'s own view' : others.length > 0 ? 'by their own positions on file' : viewGloss(view!);
}

/** "the common view, Russia and NATO", or "all 9 views". */
export function viewsSay(views: readonly number[], status: StatusDocument): string {
  return views.length === status.views.length && views.length > 1 ? `all ${views.length} views` : listed(views.map(view => viewName(status.views[view]!)));
}
