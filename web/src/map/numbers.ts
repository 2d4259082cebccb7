import type { NumbersDocument, RowEntry } from '../documents';
import { day as inWords } from '../parts/calendar';
import { grouped, isNarrower, whomOf, type Lane } from './lanes';
import { isoOf, numberOf, type Days } from './scale';

/** A number told of some days. */
export interface Told { from: number; before: number; atLeast: number; atMost?: number; amount: string; margin: string; over: boolean; conflict: boolean }

/** What is told of one of those who owe a ceiling. */
export interface NumberCourse { row: RowEntry; told: Told[] }

/** The days on which a limit binds, or may bind (`isOpen`); `whom` is empty where it binds all alike. */
export interface Limit { from: number; before: number; isOpen: boolean; whom: string[] }

/** Views to whom the same is told. */
export interface Panel { views: string[]; courses: NumberCourse[]; limits: Limit[] }

export interface Chart { clause: RowEntry['clause']; place: string | undefined; limit: number; panels: Panel[] }

/** How many of those who owe a ceiling can be told apart in one chart. */
const mostSigns = 4;

/** The charts of all ceilings: one for each place, with a panel for each group of views to whom the same is told of everybody. Places within a place have none. */
export function chartsOf(numbers: NumbersDocument, lanes: readonly Lane[]): Chart[] {
  const standing = new Map(lanes.map(lane => [keyOf(lane.row, lane.view), lane]));
  const series = numbers.series.filter(one => !isNarrower(one.row));
  return [...grouped(series, one => `${one.row.clause.id}\n${one.row.place ?? ''}\n${one.limit}`).values()].map(own => ({
    clause: own[0]!.row.clause,
    place: own[0]!.row.place,
    limit: own[0]!.limit,
    panels: panelsOf(own, standing),
  }));
}

function panelsOf(series: NumbersDocument['series'], standing: ReadonlyMap<string, Lane>): Panel[] {
  const views = [...grouped(series, one => one.view)], whom = [...new Set(series.map(one => whomOf(one.row)))];
  const panels: Panel[] = [];
  for (let at = 0; at < whom.length; at += mostSigns) {
    const some = new Set(whom.slice(at, at + mostSigns));
    const own = views.map(([view, all]) => {
      const rows = all.filter(one => some.has(whomOf(one.row)));
      return { view, courses: rows.map(one => ({ row: one.row, told: one.days.map(toldOf) })), limits: limitsOf(rows.map(one => one.row), view, standing) };
    });
    for (const same of grouped(own, one => JSON.stringify([one.courses.map(course => [whomOf(course.row), course.told]), one.limits])).values()) {
      panels.push({ views: same.map(one => one.view), courses: same[0]!.courses, limits: same[0]!.limits });
    }
  }

  return panels;
}

function toldOf(day: NumbersDocument['series'][number]['days'][number]): Told {
  const { atLeast, atMost, amount, margin, over, conflict } = day;
  return { from: numberOf(day.from), before: numberOf(day.through) + 1, atLeast, ...(atMost === undefined ? {} : { atMost }), amount, margin, over, conflict };
}

function limitsOf(rows: readonly RowEntry[], view: string, standing: ReadonlyMap<string, Lane>): Limit[] {
  const all = rows.flatMap(row => bindsOf(standing.get(keyOf(row, view))).map(bind => ({ ...bind, whom: whomOf(row) })));
  return [...grouped(all, each => `${each.from} ${each.before} ${each.isOpen}`).values()]
    .map(same => ({ from: same[0]!.from, before: same[0]!.before, isOpen: same[0]!.isOpen, whom: same.length === rows.length ? [] : same.map(each => each.whom) }))
    .sort((one, other) => one.from - other.from || one.before - other.before);
}

/** The days on which a lane has its clause in force, or cannot tell. */
function bindsOf(lane: Lane | undefined): { from: number; before: number; isOpen: boolean }[] {
  const binds: { from: number; before: number; isOpen: boolean }[] = [];
  for (const { from, before, told } of lane?.stretches ?? []) {
    const isOpen = told.standing === 'cannot tell', last = binds[binds.length - 1];
    if (told.standing !== 'in force' && !isOpen) {
      continue;
    }

    if (last && last.before === from && last.isOpen === isOpen) {
      last.before = before;
    } else {
      binds.push({ from, before, isOpen });
    }
  }

  return binds;
}

function keyOf(row: RowEntry, view: string): string {
  return [row.clause.id, whomOf(row), row.instance ?? '', row.place ?? '', view].join('\n');
}

/** Only a lower bound is told. */
export function isAtLeast(told: Told): boolean {
  return !told.conflict && told.atMost === undefined;
}

/** Only an upper bound is told. */
export function isAtMost(told: Told): boolean {
  return !told.conflict && told.atLeast === 0 && (told.atMost ?? 0) > 0;
}

/** It is one of several numbers. */
export function isRange(told: Told): boolean {
  return !told.conflict && told.atLeast > 0 && told.atMost !== undefined && told.atLeast < told.atMost;
}

export function highestOf(told: Told): number {
  return Math.max(told.atLeast, told.atMost ?? 0);
}

/** The least number that is spoken of; a bare "at most" speaks of none below it. */
export function lowestOf(told: Told): number {
  return told.atLeast === 0 ? told.atMost ?? 0 : Math.min(told.atLeast, told.atMost ?? Infinity);
}

/** The numbers at which signs stand: two where they contradict each other or bound a range, else one. */
export function endsOf(told: Told): number[] {
  return (told.conflict || isRange(told)) && told.atMost !== undefined && told.atMost !== told.atLeast ? [told.atLeast, told.atMost] : [highestOf(told)];
}

/** Numbers from below upward. */
export interface Axis { bottom: number; step: number; steps: number }

/** It begins at zero unless all that is shown would then lie in the uppermost third. */
export function axisOf(chart: Chart): Axis {
  const told = chart.panels.flatMap(panel => panel.courses).flatMap(course => course.told);
  let highest = chart.limit, lowest = chart.limit;
  for (const each of told) {
    highest = Math.max(highest, highestOf(each));
    lowest = Math.min(lowest, lowestOf(each));
  }

  const from = 3 * lowest > 2 * highest ? lowest - Math.max(1, Math.floor((highest - lowest) / 4)) : 0;
  let step = 1;
  for (let at = 0; step * 6 < highest - from; at++) {
    step = [1, 2, 5][at % 3]! * 10 ** Math.floor(at / 3);
  }

  const bottom = Math.max(0, Math.floor(from / step) * step);
  return { bottom, step, steps: Math.floor((highest - bottom) / step) + 1 };
}

export function ticksOn(axis: Axis): number[] {
  return Array.from({ length: axis.steps + 1 }, (_, at) => axis.bottom + at * axis.step);
}

/** The share of the height, from below, at which a number stands. */
export function heightOf(axis: Axis, number: number): number {
  return (number - axis.bottom) / (axis.step * axis.steps);
}

/** The days of the charts: those of the lanes, and more before them where a number is older. */
export function daysOf(charts: readonly Chart[], days: Days): Days {
  let from = days.from;
  for (const told of charts.flatMap(chart => chart.panels).flatMap(panel => panel.courses).flatMap(course => course.told)) {
    from = Math.min(from, told.from);
  }

  return { from, before: days.before };
}

/** "first 1,537 on 5 February 2011, last 1,474 on 1 March 2022, 76 below the limit; highest 1,796 on 1 September 2016", and what was over a limit that bound. */
export function inShort(told: readonly Told[]): string {
  const last = told[told.length - 1];
  if (last === undefined) {
    return 'no number is told';
  }

  const on = (each: Told) => `${each.amount} on ${inWords(isoOf(each.from))}`;
  const over = told.filter(each => each.over && each !== last);
  const highest = told.reduce((one, other) => (highestOf(other) > highestOf(one) ? other : one));
  return (told.length === 1 ? on(last) : `first ${on(told[0]!)}, last ${on(last)}`)
    + (last.margin.length > 0 ? `, ${last.margin}` : '')
    + (highestOf(highest) > highestOf(told[0]!) && highestOf(highest) > highestOf(last) && !highest.over ? `; highest ${on(highest)}` : '')
    + (over.length > 0 ? `; over the limit with ${over.slice(0, 3).map(on).join(', ')}${over.length > 3 ? ` and ${over.length - 3} times more` : ''}` : '');
}

/** A number with commas between thousands. */
export function figure(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
