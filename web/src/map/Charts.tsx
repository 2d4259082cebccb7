import { useMemo, useState } from 'preact/hooks';
import { capital, listed } from '../parts/names';
import { Day } from '../parts/Days';
import { Near } from '../parts/Near';
import { usePrinting } from '../parts/usePrinting';
import type { NumbersDocument } from '../documents';
import type { Called } from './called';
import { whomOf, type Lane } from './lanes';
import {
  axisOf, chartsOf, daysOf, endsOf, figure, heightOf, highestOf, inShort, isAtLeast, isAtMost, isRange, lowestOf, ticksOn,
  type Axis, type Chart, type NumberCourse, type Panel, type Told,
} from './numbers';
import { isoOf, partOf, percent, yearsOf, type Days } from './scale';
import './Charts.css';

/** Room for numbers, in pixels, and what is left above and below it. */
const height = 220, above = 18, below = 24;

/** More charts than these are drawn only where they are near to what is seen. */
const many = 8;

/** More numbers of one party than these are drawn as lines, without their signs. */
const mostSigns = 150;

/** The signs by which those who owe a ceiling are told apart: path data around a middle of 0, 0. */
const signs = ['M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z', 'M0 -6L6 0L0 6L-6 0Z', 'M-4.5 -4.5h9v9h-9Z', 'M0 -6L5.5 4.5H-5.5Z'];
const marks = { up: 'M0 -5V-14M-3 -11L0 -14L3 -11', down: 'M0 5V14M-3 11L0 14L3 11', over: 'M-9.5 0a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0 -19 0Z', conflict: 'M-4 -2.5H4M-4 2.5H4M-3 6L3 -6' };

/** What is told of the numbers under each ceiling through the years, with the limit on the days on which it binds. A number is of its own days, so nothing is drawn between two of them. */
export function Charts({ numbers, lanes, days, day, views, called, first }: {
  numbers: NumbersDocument; lanes: readonly Lane[]; days: Days; day: number; views: number; called: Called;
  /** The clause that comes first. */
  first: string | undefined;
}) {
  const all = useMemo(() => chartsOf(numbers, lanes), [numbers, lanes]);
  const charts = useMemo(() => [...all.filter(chart => chart.clause.id === first), ...all.filter(chart => chart.clause.id !== first)], [all, first]);
  const span = useMemo(() => daysOf(all, days), [all, days]);
  const isPrinting = usePrinting();
  if (charts.length === 0) {
    return null;
  }

  return (
    <section class="numbers" aria-labelledby="numbers-title">
      <h2 id="numbers-title">The numbers and the limits</h2>
      <p class="note">Each sign is a number told of one day, or of the days it spans. Of the days between two signs nothing is told, so no line joins them. The limit is drawn on the days on which it binds.</p>
      <Signs charts={charts} />
      {charts.map(chart => (
        <Near key={`${chart.clause.id} ${chart.place}`} always={charts.length <= many || isPrinting} height={80 + Math.ceil(chart.panels.length / 2) * (above + height + below + 140)}>
          {() => <OfChart chart={chart} days={span} day={day} views={views} called={called} />}
        </Near>
      ))}
    </section>
  );
}

/** What the signs mean, as far as they are used. */
function Signs({ charts }: { charts: readonly Chart[] }) {
  const used = useMemo(() => {
    const told = charts.flatMap(chart => chart.panels).flatMap(panel => panel.courses).flatMap(course => course.told);
    return [
      { sign: marks.up, kind: 'at-up', y: 19, says: 'at least so many: no total of all is declared', isUsed: told.some(isAtLeast) },
      { sign: marks.down, kind: 'at-up', y: 1, says: 'at most so many', isUsed: told.some(isAtMost) },
      { sign: 'M0 -6V6M-5 -6H5M-5 6H5', kind: 'at-up', y: 10, says: 'between the two: which number in between is not told', isUsed: told.some(isRange) },
      { sign: marks.conflict, kind: 'at-conflict', y: 10, says: 'reports contradict each other: both numbers are shown', isUsed: told.some(each => each.conflict) },
      { sign: marks.over, kind: 'at-over', y: 10, says: 'over the limit on a day on which it binds', isUsed: told.some(each => each.over) },
    ].filter(each => each.isUsed);
  }, [charts]);
  return used.length === 0 ? null : (
    <ul class="legend" aria-label="What the signs mean">
      {used.map(each => (
        <li key={each.says}><svg class="swatch sign ink" width="20" height="20" aria-hidden="true" focusable="false"><path class={each.kind} d={each.sign} transform={`translate(10 ${each.y})`} /></svg>{each.says}</li>
      ))}
    </ul>
  );
}

function OfChart({ chart, days, day, views, called }: { chart: Chart; days: Days; day: number; views: number; called: Called }) {
  const axis = useMemo(() => axisOf(chart), [chart]);
  return (
    <section class="chart">
      <h3>Clause {chart.clause.id}: {chart.clause.title}{chart.place === undefined ? '' : `, ${called.place(chart.place)}`}</h3>
      {chart.panels.some(panel => panel.courses.some(isDense)) && <p class="note">There are so many numbers that each is drawn as a line over its days, without a sign; the table has them all.</p>}
      {axis.bottom > 0 && chart.panels.some(panel => panel.courses.some(course => course.told.length > 0)) && <p class="note">The scale begins at {figure(axis.bottom)}, not at zero.</p>}
      <div class={chart.panels.length === 1 ? 'panels one' : 'panels'}>
        {chart.panels.map(panel => <OfPanel key={`${panel.views.join()} ${panel.courses.map(course => whomOf(course.row)).join()}`} chart={chart} panel={panel} axis={axis} days={days} day={day} views={views} called={called} />)}
      </div>
    </section>
  );
}

function OfPanel({ chart, panel, axis, days, day, views, called }: { chart: Chart; panel: Panel; axis: Axis; days: Days; day: number; views: number; called: Called }) {
  const whom = (course: NumberCourse) => capital(called.whom(whomOf(course.row), chart.clause.id));
  const whose = panel.views.length === views && views > 1 ? 'in all views' : called.inViews(panel.views);
  // Only the line of the day moves with the slider.
  const still = useMemo(() => <Drawn chart={chart} panel={panel} axis={axis} days={days} />, [chart, panel, axis, days]);
  const table = useMemo(() => <AsTable chart={chart} panel={panel} whom={whom} whose={whose} />, [panel, called]);
  const says = useMemo(() => `Clause ${chart.clause.id}, ${chart.clause.title}: the numbers told, against the limit of ${figure(chart.limit)}, ${whose}. `
    + panel.courses.map(course => `${whom(course)}: ${inShort(course.told)}.`).join(' ') + ' The table below has every number.', [chart, panel, called]);
  const caption = useMemo(() => (
    <figcaption>
      <b>{capital(whose)}</b>
      <ul>
        {panel.courses.map((course, at) => (
          <li key={whomOf(course.row)}>
            <svg class={`swatch sign tone-${at + 1}`} width="16" height="16" aria-hidden="true" focusable="false"><path class="dot" d={signs[at % signs.length]} transform="translate(8 8)" /></svg>
            <span><b>{whom(course)}</b>: {inShort(course.told)}</span>
          </li>
        ))}
        {panel.limits.map(limit => (
          <li key={`${limit.from} ${limit.isOpen}`}>
            <svg class="swatch" width="16" height="16" aria-hidden="true" focusable="false"><line class={limit.isOpen ? 'limit open' : 'limit'} x1="0" x2="16" y1="8" y2="8" /></svg>
            <span>the limit{limit.whom.length > 0 && ` for ${listed(limit.whom.map(name => called.whom(name, chart.clause.id)))}`}: at most {figure(chart.limit)}{limit.isOpen && ', where it cannot be told whether it binds,'} from <Day of={isoOf(limit.from)} />
              {limit.before >= days.before ? ' on' : <> through <Day of={isoOf(limit.before - 1)} /></>}</span>
          </li>
        ))}
      </ul>
    </figcaption>
  ), [panel, days, called]);
  return (
    <figure>
      {caption}
      {panel.courses.some(course => course.told.length > 0) && <div class="plot">
        <svg width="100%" height={above + height + below} role="img" aria-label={says} focusable="false">
          {still}
          {day >= days.from && day < days.before && <line class="day" x1={percent(day, days)} x2={percent(day, days)} y1={above - 8} y2={above + height} />}
        </svg>
      </div>}
      {table}
    </figure>
  );
}

function Drawn({ chart, panel, axis, days }: { chart: Chart; panel: Panel; axis: Axis; days: Days }) {
  const y = (number: number) => Math.round((above + height - heightOf(axis, number) * height) * 10) / 10;
  const last = panel.limits.reduce<number | undefined>((latest, limit) => Math.max(latest ?? -Infinity, limit.before), undefined);
  return (
    <>
      {ticksOn(axis).map(number => (
        <g key={number}>
          <line class={number === 0 ? 'tick' : 'gridline'} x1="0" x2="100%" y1={y(number)} y2={y(number)} />
          <text class="year" x="-6" y={y(number)} dy="4" text-anchor="end">{figure(number)}</text>
        </g>
      ))}
      {yearsOf(days, 8).map(({ year, day }) => (
        <g key={year}>
          <line class="tick" x1={percent(day, days)} x2={percent(day, days)} y1={above + height} y2={above + height + 5} />
          <text class="year" x={percent(day, days)} y={above + height + 18} text-anchor="middle">{year}</text>
        </g>
      ))}
      {panel.limits.map(limit => (
        <line key={`${limit.from} ${limit.isOpen}`} class={limit.isOpen ? 'limit open' : 'limit'} x1={percent(limit.from, days)} x2={percent(Math.min(limit.before, days.before), days)} y1={y(chart.limit)} y2={y(chart.limit)} />
      ))}
      {panel.courses.map((course, at) => (isDense(course)
        ? <Dense key={at} course={course} at={at} days={days} axis={axis} />
        : course.told.map(told => <Sign key={`${at} ${told.from}`} told={told} at={at} days={days} y={y} />)))}
      {last !== undefined && <text class="word" x={percent(Math.min(last, days.before), days)} y={y(chart.limit)} dy="-7" text-anchor="end">limit {figure(chart.limit)}</text>}
      {panel.courses.filter(course => !isDense(course)).flatMap(course => course.told).filter(told => told.over).map((told, at) => (
        <text key={`o ${at}`} class="word" x={percent(told.from, days)} y={y(lowestOf(told))} dy="-14" text-anchor="middle">{figure(lowestOf(told))} over</text>
      ))}
    </>
  );
}

function isDense(course: NumberCourse): boolean {
  return course.told.length > mostSigns;
}

/** Very many numbers: a line over the days of each, and a heavier one where it is over a limit that binds. All are two paths. */
function Dense({ course, at, days, axis }: { course: NumberCourse; at: number; days: Days; axis: Axis }) {
  // Both axes from 0 to 100, so that one path holds them all however wide the chart is.
  const lines = (some: readonly Told[]) => some.flatMap(told => endsOf(told).map(end => {
    const y = Math.round((1 - heightOf(axis, end)) * 10_000) / 100;
    return `M${round(partOf(told.from, days))} ${y}H${round(partOf(Math.min(told.before, days.before), days))}`;
  })).join('');
  return (
    <svg class={`sign tone-${at + 1}`} x="0" y={above} width="100%" height={height} viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">
      <path class="span" vector-effect="non-scaling-stroke" d={lines(course.told)} />
      <path class="at-over" vector-effect="non-scaling-stroke" d={lines(course.told.filter(told => told.over))} />
    </svg>
  );
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}

/** One number: its sign, a line over its days where it is of several, and what is known of it. */
function Sign({ told, at, days, y }: { told: Told; at: number; days: Days; y: (number: number) => number }) {
  const x = percent(told.from, days), ends = endsOf(told), middle = (ends[0]! + ends[ends.length - 1]!) / 2;
  // A nested svg takes parts of a hundred, a transform does not.
  const put = (path: string, kind: string, number: number, up = 0) => <svg x={x} y={y(number) - up} overflow="visible"><path class={kind} d={path} /></svg>;
  return (
    <g class={`sign tone-${at + 1}`}>
      {told.before - told.from > 1 && ends.map(end => <line key={end} class="span" x1={x} x2={percent(Math.min(told.before, days.before), days)} y1={y(end)} y2={y(end)} />)}
      {ends.length > 1 && <line class={told.conflict ? 'span against' : 'span'} x1={x} x2={x} y1={y(ends[0]!)} y2={y(ends[1]!)} />}
      {ends.map(end => put(signs[at % signs.length]!, 'dot', end))}
      {told.over && put(marks.over, 'at-over', lowestOf(told))}
      {isAtLeast(told) && put(marks.up, 'at-up', highestOf(told))}
      {isAtMost(told) && put(marks.down, 'at-up', highestOf(told))}
      {told.conflict && put(marks.conflict, 'at-conflict', middle, ends.length > 1 ? 0 : 14)}
    </g>
  );
}

/** The same numbers, day by day. */
function AsTable({ chart, panel, whom, whose }: { chart: Chart; panel: Panel; whom: (course: NumberCourse) => string; whose: string }) {
  const [isTold, setTold] = useState(false);
  const isPrinting = usePrinting();
  if (panel.courses.every(course => course.told.length === 0)) {
    return null;
  }

  const rows = !isTold && !isPrinting ? [] : [...new Map(panel.courses.flatMap(course => course.told).map(told => [`${told.from} ${told.before}`, told])).values()].sort((one, other) => one.from - other.from || one.before - other.before);
  return (
    <details onToggle={event => setTold(event.currentTarget.open)}>
      <summary>The same as a table<span class="hidden">: clause {chart.clause.id}, {whose}</span></summary>
      <table class="stack">
        <caption>What is told of clause {chart.clause.id} {whose}; the limit is {figure(chart.limit)}</caption>
        <thead><tr><th scope="col">Day</th>{panel.courses.map(course => <th key={whomOf(course.row)} scope="col">{whom(course)}</th>)}</tr></thead>
        <tbody>
          {rows.map(row => (
            <tr key={`${row.from} ${row.before}`}>
              <th scope="row"><Day of={isoOf(row.from)} />{row.before - row.from > 1 && <> to <Day of={isoOf(row.before - 1)} /></>}</th>
              {panel.courses.map(course => {
                const told = course.told.find(each => each.from === row.from && each.before === row.before);
                return <td key={whomOf(course.row)} data-label={whom(course)}>{told === undefined ? 'not told' : <><b>{told.amount}</b> <span class="gloss">{told.margin}</span></>}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
