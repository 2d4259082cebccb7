import type { ComponentChildren } from 'preact';
import { shortDay } from '../parts/calendar';
import { capital, listed } from '../parts/names';
import { dayTold, type Item, type Order, type Shelf } from './list';
import { gradeWords } from './words';

/** The id of the words that name a row. */
export function titleId(item: Item): string {
  return `says-${item.key}`;
}

/** One row of the list: when it was said, what it says, whose statement it is and how we have it; all of it when it is opened. */
export function Row({ item, shelf, order, tried, isOpen, isActive, onToggle, children }: {
  item: Item;
  shelf: Shelf;
  order: Order;
  /** What the question tries with it, in words. */
  tried: string | undefined;
  isOpen: boolean;
  isActive: boolean;
  onToggle: () => void;
  children: ComponentChildren;
}) {
  const later = shelf.later.get(item.key) ?? [];
  const hasCorrection = later.some(one => one.kind === 'correction');
  return (
    <div
      class={`item${isOpen ? ' open' : ''}${item.supposed ? ' supposed' : ''}`}
      onClick={event => {
        // Anywhere on a closed row opens it, but not where somebody marks words to copy them.
        if (!isOpen && !(event.target as HTMLElement).closest('a, button') && (getSelection()?.isCollapsed ?? true)) {
          onToggle();
        }
      }}
    >
      <p class="when"><When item={item} order={order} /></p>
      <div class="what">
        <h3>
          <button type="button" tabIndex={isActive ? 0 : -1} aria-expanded={isOpen} onClick={onToggle}>
            <span id={titleId(item)}>{item.supposed && <span class="invented">Supposed, not on file: </span>}{capital(item.says)}</span>
          </button>
        </h3>
        <p class="meta">
          <b>{capital(shelf.partyTitle(item.by))}</b>
          {item.grade.length > 0 && <>, {gradeWords(item.grade)}</>}
          {item.report !== undefined ? <> · <code>{item.report.name}</code></> : ' · a position'}
        </p>
        {(item.contestedBy.length > 0 || later.length > 0 || tried !== undefined) && (
          <p class="marks">
            {tried !== undefined && <span class="mark tried-mark">{tried}</span>}
            {item.contestedBy.length > 0 && <span class="mark">contested by {listed(item.contestedBy.map(shelf.partyTitle))}</span>}
            {hasCorrection && <span class="mark">corrected later</span>}
            {later.some(one => one.kind === 'end') && <span class="mark">its end is reported</span>}
          </p>
        )}
        {isOpen && <div class="all">{children}</div>}
      </div>
    </div>
  );
}

/** The day by which the list is ordered; by name, it is when it was said. */
function When({ item, order }: { item: Item; order: Order }) {
  if (order === 'day' && item.position === undefined) {
    return item.from === '' ? <>first day unknown</> : <>of <time dateTime={item.from}>{shortDay(item.from)}</time></>;
  }

  const told = order === 'day' ? item.from : dayTold(item);
  // A position has the last day on which it can have been made.
  const words = order === 'day' ? 'of' : item.saidHow === 'exactly' ? 'said' : item.saidHow !== 'not on file' ? 'said by' : item.position === undefined ? 'of' : 'by';
  return <>{words} <time dateTime={told}>{shortDay(told)}</time></>;
}

/** How high a row is before it was measured: by how many letters go on a line. */
export function guess(item: Item, width: number): number {
  const isNarrow = width < 600;
  const line = Math.max(20, (isNarrow ? width - 24 : width - 150) / 7.7);
  const lines = Math.ceil((item.says.length + (item.supposed ? 24 : 0)) / line);
  return 24 + lines * 23 + 24 + (isNarrow ? 22 : 0) + (item.contestedBy.length > 0 ? 30 : 0);
}
