import { capital } from '../parts/names';
import { Cell, Views, viewsSay, type Grid } from './Cell';
import { Duties } from './Duties';
import { cellName, matrixOf, otherwise, titlesOf, type ClauseRows } from './grouping';
import { Lines } from './Lines';

/** More columns than this are read more easily as lines. */
const mostColumns = 5;

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

function Narrower({ clause, grid }: { clause: ClauseRows; grid: Grid }) {
  const groups = otherwise(clause);
  if (groups.length === 0) {
    return null;
  }

  const { titles } = titlesOf(groups.map(({ rows }) => rows), { ...grid.calling, offer: grid.calling.isOffer(clause.clause.id) });
  // Where the views differ within the places only, that is what is to be seen.
  const isOpen = (grid.status.views.length > 1 && matrixOf(clause.whole).lines.length === 1 && groups.some(({ answers }) => answers.length > 1)) || groups.some(({ rows }) => rows.some(row => grid.status.views.some(view => cellName(row, view.name) === grid.open)));
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
