import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { day as inWords } from '../parts/calendar';
import { indexAt, type Stretch } from './lanes';
import { isoOf, percent, type Days } from './scale';

/** The stretches of one lane. It is one stop for the keyboard: arrow keys go from stretch to stretch, Enter goes to the first day of one. */
export function LaneBar({ stretches, days, day, known, name, onDay }: { stretches: readonly Stretch[]; days: Days; day: number; known: number; name: string; onDay: (day: number) => void }) {
  const bar = useRef<SVGSVGElement>(null);
  const [stop, setStop] = useState(0);
  const at = Math.min(stop, stretches.length - 1);
  const toFocus = useRef(false);
  // What one went to may be in the page only now.
  useLayoutEffect(() => {
    if (toFocus.current) {
      toFocus.current = false;
      bar.current?.querySelector<SVGElement>('[role=button][tabindex="0"]')?.focus();
    }
  });
  const focus = (to: number) => {
    const next = Math.min(Math.max(to, 0), stretches.length - 1);
    setStop(next);
    toFocus.current = true;
  };
  const go = (event: KeyboardEvent, index: number) => {
    const move = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: stretches.length - 1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      focus(move);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onDay(stretches[index]!.from);
    }
  };
  const latest = useRef(go);
  latest.current = go;
  const crowded = isCrowded(stretches);
  const button = (stretch: Stretch, index: number) => {
    const says = `${inWords(isoOf(stretch.from))} to ${inWords(isoOf(stretch.before - 1))}: ${stretch.told.label}`;
    return (
      <rect
        key={stretch.from} class="edge" role="button" tabindex={index === at ? 0 : -1} aria-label={says} {...placed(stretch, days)}
        onClick={() => {
          setStop(index);
          onDay(stretch.from);
        }}
        onKeyDown={event => latest.current(event, index)}
      ><title>{says}</title></rect>
    );
  };
  const drawn = useMemo(() => (crowded ? joined(stretches).map(stretch => <rect key={stretch.from} {...placed(stretch, days)} />) : stretches.map(button)), [stretches, days, crowded ? 0 : at]);
  // Of very many only the one that the keyboard is at is a button of its own; the pointer finds its stretch by its place.
  const point = ({ clientX }: MouseEvent) => {
    const { left, width } = bar.current!.getBoundingClientRect();
    const index = indexAt(stretches, days.from + Math.floor(((clientX - left) / width) * (days.before - days.from)));
    if (index >= 0) {
      setStop(index);
      onDay(stretches[index]!.from);
    }
  };

  return (
    <svg ref={bar} class="bar-of-lane" width="100%" height="20" role="group" aria-label={name} focusable="false" {...(crowded ? { onClick: point } : {})}>
      {known + 1 < days.before && <rect class="unknown" x={percent(known + 1, days)} y="1" width={percent(days.from + days.before - known - 1, days)} height="18"><title>not known yet</title></rect>}
      {drawn}
      {crowded && button(stretches[at]!, at)}
      <line class="now" x1={percent(day, days)} x2={percent(day, days)} y1="-4" y2="24" />
    </svg>
  );
}

/** More stretches than these are not drawn one by one. */
const most = 150;

/** Whether there are too many stretches to draw each by itself. */
export function isCrowded(stretches: readonly Stretch[]): boolean {
  return stretches.length > most;
}

/** Neighbours that look the same as one. */
export function joined(stretches: readonly Stretch[]): Pick<Stretch, 'from' | 'before' | 'look'>[] {
  const all: Pick<Stretch, 'from' | 'before' | 'look'>[] = [];
  for (const { from, before, look } of stretches) {
    const last = all[all.length - 1];
    if (last?.look === look && last.before === from) {
      last.before = before;
    } else {
      all.push({ from, before, look });
    }
  }

  return all;
}

function placed({ from, before, look }: Pick<Stretch, 'from' | 'before' | 'look'>, days: Days) {
  return { x: percent(from, days), y: '1', width: percent(days.from + before - from, days), height: '18', fill: `url(#s-${look.key})` };
}
