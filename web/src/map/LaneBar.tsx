import { useMemo, useRef, useState } from 'preact/hooks';
import { day as inWords } from '../parts/calendar';
import type { Stretch } from './lanes';
import { isoOf, percent, type Days } from './scale';

/** The stretches of one lane. It is one stop for the keyboard: arrow keys go from stretch to stretch, Enter goes to the first day of one. */
export function LaneBar({ stretches, days, day, known, name, onDay }: { stretches: readonly Stretch[]; days: Days; day: number; known: number; name: string; onDay: (day: number) => void }) {
  const bar = useRef<SVGSVGElement>(null);
  const [stop, setStop] = useState(0);
  const at = Math.min(stop, stretches.length - 1);
  const focus = (to: number) => {
    const next = Math.min(Math.max(to, 0), stretches.length - 1);
    setStop(next);
    (bar.current?.querySelectorAll('[role=button]')[next] as SVGElement | undefined)?.focus();
  };
  const drawn = useMemo(() => stretches.map((stretch, index) => {
    const says = `${inWords(isoOf(stretch.from))} to ${inWords(isoOf(stretch.before - 1))}: ${stretch.told.label}`;
    return (
      <rect
        key={stretch.from} class="edge" role="button" tabindex={index === at ? 0 : -1} aria-label={says}
        x={percent(stretch.from, days)} y="1" width={percent(days.from + stretch.before - stretch.from, days)} height="18" fill={`url(#s-${stretch.look.key})`}
        onClick={() => {
          setStop(index);
          onDay(stretch.from);
        }}
        onKeyDown={event => {
          const move = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: stretches.length - 1 }[event.key];
          if (move !== undefined) {
            event.preventDefault();
            focus(move);
          } else if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            onDay(stretch.from);
          }
        }}
      ><title>{says}</title></rect>
    );
  }), [stretches, days, at]);

  return (
    <svg ref={bar} class="bar-of-lane" width="100%" height="20" role="group" aria-label={name} focusable="false">
      {known + 1 < days.before && <rect class="unknown" x={percent(known + 1, days)} y="1" width={percent(days.from + days.before - known - 1, days)} height="18"><title>not known yet</title></rect>}
      {drawn}
      <line class="now" x1={percent(day, days)} x2={percent(day, days)} y1="-4" y2="24" />
    </svg>
  );
}
