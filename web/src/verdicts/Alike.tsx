import { keep } from '../address';
import type { StatusDocument, StatusRow } from '../documents';
import { viewName } from '../parts/names';
import type { Calling } from '../parts/naming';
import { cellName, clausesOf, keyOf } from './grouping';
import { openedBy } from './opening';

/** More places than these are found in the table. */
const mostPlaces = 8;

/** Where else the answer is the same: the table tells it once for those beside each other, and from here one goes to the reasons of each. */
export function Alike({ row, view, status, calling }: { row: StatusRow; view: number; status: StatusDocument; calling: Calling }) {
  const key = keyOf(row.verdicts[view]!);
  const whole = clausesOf(status.rows).find(({ clause }) => clause.id === row.clause.id)?.whole ?? [];
  const all = whole.includes(row) ? whole.filter(other => other !== row && keyOf(other.verdicts[view]!) === key) : [];
  const rows = all.slice(0, mostPlaces);
  const views = status.views.flatMap((_, index) => (index !== view && keyOf(row.verdicts[index]!) === key ? [index] : []));
  if (rows.length + views.length === 0) {
    return null;
  }

  const open = (name: string, says: string) => (
    <button key={name} type="button" class="plain" onClick={event => { openedBy(event.currentTarget); keep({ cell: name }); }}>{says}</button>
  );
  return (
    <div class="alike">
      {rows.length > 0 && <p class="note">The same answer, perhaps for other reasons: {rows.map(other => open(cellName(other, status.views[view]!.name), calling.row(other)))}{all.length > rows.length && ` and ${all.length - rows.length} more in the table`}</p>}
      {views.length > 0 && <p class="note">{rows.length > 0 ? 'And in' : 'The same answer, perhaps for other reasons, in'} {views.length === 1 ? 'this view' : 'these views'}: {views.map(index => open(cellName(row, status.views[index]!.name), viewName(status.views[index]!)))}</p>}
    </div>
  );
}
