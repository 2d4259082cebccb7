import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { Heights, rowsBetween } from './window';
import './Feed.css';

/** Rows outside of what is seen that are in the page all the same, in pixels on either side. */
const spare = 700;

interface Row { index: number; isActive: boolean }

/**
 * A list of very many rows, of which only those near what is seen are in the page. It is a feed of articles: each says which one of how many it is.
 * One row takes part in the Tab order; arrows, Page Up and Page Down, Home and End go to others, Ctrl+Home and Ctrl+End leave the list. The row that
 * has the focus stays in the page wherever one scrolls, so that nobody is thrown out.
 */
export function Feed<T>({ items, label, keyOf, sizeOf, guess, labelledBy, describedBy, reveal, before, after, isBusy, onOpen, children }: {
  items: readonly T[];
  label: string;
  keyOf: (item: T) => string;
  /** Names the height of a row: another name when it is opened. */
  sizeOf: (item: T) => string;
  /** How high a row is before it was measured, in a list of that width. */
  guess: (item: T, width: number) => number;
  /** The id of what names a row. */
  labelledBy: (item: T) => string;
  /** The id of what says which keys there are. */
  describedBy: string;
  /** A row to go to; each turn once. */
  reveal?: { key: string; turn: number } | undefined;
  /** Ids of what Ctrl+Home and Ctrl+End go to. */
  before: string;
  after: string;
  isBusy: boolean;
  /** Enter or the space bar on a row. */
  onOpen: (item: T) => void;
  children: (item: T, row: Row) => ComponentChildren;
}) {
  const root = useRef<HTMLDivElement>(null);
  const measured = useRef(new Map<string, number>());
  const [width, setWidth] = useState(0);
  const heights = useMemo(() => new Heights(items.map(item => measured.current.get(sizeOf(item)) ?? guess(item, width || 800))), [items, width]);
  const [range, setRange] = useState({ first: 0, before: 0 });
  const [, redraw] = useReducer((turn: number, _: void) => turn + 1, 0);
  const [active, setActive] = useState<string>();
  const toFocus = useRef<string | undefined>(undefined);
  const latest = useRef({ items, heights });
  latest.current = { items, heights };

  const look = useCallback(() => {
    if (root.current) {
      const top = -root.current.getBoundingClientRect().top;
      const next = rowsBetween(latest.current.heights, top, top + window.innerHeight, spare);
      setRange(range => (range.first === next.first && range.before === next.before ? range : next));
    }
  }, []);

  // Rows are measured when they come into the page and when they change; what is seen stays in place when a row above it turns out to be another height.
  const measure = useCallback((rows: Iterable<Element>) => {
    const { items, heights } = latest.current;
    const top = -(root.current?.getBoundingClientRect().top ?? 0);
    let [shift, isOther] = [0, false];
    for (const row of rows) {
      const index = Number((row as HTMLElement).dataset['index']);
      const item = items[index];
      const height = row.getBoundingClientRect().height;
      if (item !== undefined && height > 0) {
        const isAbove = heights.top(index) + heights.of(index) <= top;
        const difference = heights.set(index, height);
        measured.current.set(sizeOf(item), height);
        shift += isAbove ? difference : 0;
        isOther ||= difference !== 0;
      }
    }

    if (isOther) {
      redraw();
      if (shift !== 0) {
        window.scrollBy(0, shift);
      }

      look();
    }
  }, [sizeOf]);
  const latestMeasure = useRef(measure);
  latestMeasure.current = measure;
  const observer = useMemo(() => new ResizeObserver(entries => latestMeasure.current(entries.map(entry => entry.target))), []);

  useLayoutEffect(() => {
    measure(root.current!.children);
    look();
  }, [heights]);
  useEffect(() => {
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    const widths = new ResizeObserver(() => {
      setWidth(before => {
        const now = root.current?.clientWidth ?? before;
        if (now !== before) {
          measured.current.clear();
        }

        return now;
      });
      soon();
    });
    widths.observe(root.current!);
    widths.observe(document.body);
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      widths.disconnect();
      observer.disconnect();
      window.removeEventListener('scroll', soon);
      window.removeEventListener('resize', soon);
    };
  }, []);

  const goTo = (index: number, align: 'nearest' | 'start') => {
    const item = items[index];
    const box = root.current;
    if (item === undefined || box === null) {
      return;
    }

    const top = box.getBoundingClientRect().top + heights.top(index);
    if (align === 'start' || top < 0) {
      window.scrollBy(0, top - 16);
    } else if (top + heights.of(index) > window.innerHeight) {
      window.scrollBy(0, Math.min(top, top + heights.of(index) - window.innerHeight));
    }

    toFocus.current = keyOf(item);
    setActive(keyOf(item));
    look();
  };

  const indices = useMemo(() => new Map(items.map((item, index) => [keyOf(item), index])), [items]);
  const activeIndex = active === undefined ? 0 : indices.get(active) ?? 0;
  useEffect(() => {
    const index = reveal === undefined ? undefined : indices.get(reveal.key);
    if (index !== undefined) {
      goTo(index, 'start');
    }
  }, [reveal?.turn]);

  // The row that one went to is in the page only now.
  useLayoutEffect(() => {
    const row = toFocus.current === undefined ? null : root.current?.querySelector<HTMLElement>(`[data-index="${indices.get(toFocus.current)}"]`);
    if (row) {
      toFocus.current = undefined;
      row.focus({ preventScroll: true });
      requestAnimationFrame(() => row.getBoundingClientRect().top < 0 && row.scrollIntoView({ block: 'nearest' }));
    }
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const isRow = target.getAttribute('role') === 'article' || target.tagName === 'ARTICLE';
    const page = () => Math.max(1, heights.at(heights.top(activeIndex) + window.innerHeight * 0.85) - activeIndex);
    const back = () => Math.max(1, activeIndex - heights.at(heights.top(activeIndex) - window.innerHeight * 0.85));
    if (target.matches('input, select, textarea')) {
      return;
    }

    if ((event.key === 'Home' || event.key === 'End') && event.ctrlKey) {
      document.getElementById(event.key === 'Home' ? before : after)?.focus();
    } else if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) {
      return;
    } else if (isRow && (event.key === 'Enter' || event.key === ' ')) {
      onOpen(items[activeIndex]!);
    } else {
      const to = keys[event.key]?.({ at: activeIndex, last: items.length - 1, page, back });
      if (to === undefined || (!isRow && !event.key.startsWith('Page'))) {
        return;
      }

      goTo(Math.max(0, Math.min(items.length - 1, to)), 'nearest');
    }

    event.preventDefault();
  };

  const rows: number[] = [];
  for (let index = range.first; index < Math.min(range.before, items.length); index++) {
    rows.push(index);
  }

  if (activeIndex < range.first) {
    rows.unshift(activeIndex);
  } else if (activeIndex >= range.before && activeIndex < items.length) {
    rows.push(activeIndex);
  }

  return (
    <div class="feed" role="feed" aria-label={label} aria-describedby={describedBy} aria-busy={isBusy} ref={root} style={{ height: `${heights.total}px` }} onKeyDown={onKeyDown}>
      {rows.map(index => {
        const item = items[index]!;
        return (
          <Article
            key={keyOf(item)}
            index={index}
            count={items.length}
            top={heights.top(index)}
            isActive={index === activeIndex}
            labelledBy={labelledBy(item)}
            observer={observer}
            onFocus={() => setActive(keyOf(item))}
          >
            {children(item, { index, isActive: index === activeIndex })}
          </Article>
        );
      })}
    </div>
  );
}

/** Where the keys go to. */
const keys: Record<string, (from: { at: number; last: number; page: () => number; back: () => number }) => number> = {
  ArrowDown: ({ at }) => at + 1,
  ArrowUp: ({ at }) => at - 1,
  PageDown: ({ at, page }) => at + page(),
  PageUp: ({ at, back }) => at - back(),
  Home: () => 0,
  End: ({ last }) => last,
};

function Article({ index, count, top, isActive, labelledBy, observer, onFocus, children }: {
  index: number;
  count: number;
  top: number;
  isActive: boolean;
  labelledBy: string;
  observer: ResizeObserver;
  onFocus: () => void;
  children: ComponentChildren;
}) {
  const own = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = own.current!;
    observer.observe(element);
    return () => observer.unobserve(element);
  }, []);
  return (
    <article
      ref={own}
      data-index={index}
      tabIndex={isActive ? 0 : -1}
      aria-posinset={index + 1}
      aria-setsize={count}
      aria-labelledby={labelledBy}
      style={{ top: `${top}px` }}
      onFocusIn={onFocus}
    >
      {children}
    </article>
  );
}
