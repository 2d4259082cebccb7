import type { RowEntry, TimelineDocument, Told } from '../documents';
import { lookOf, type Look } from '../look';
import { tellsConduct } from '../parts/conduct';
import { isoOf, numberOf, sortedDays } from './scale';

/** What is told over some days: `from` is the first, `before` the day after the last. */
export interface Stretch { from: number; before: number; told: Told; look: Look }

/** What one row is told in one view, in order of days. */
export interface Lane { row: RowEntry; view: string; stretches: Stretch[] }

/** Whom a row concerns: the party that owes it, and the one it is owed or offered to if there is one, by their names. */
export function whomOf(row: RowEntry): string {
  return row.addressee === undefined ? row.party : `${row.party} ${row.addressee}`;
}

/** True for a place within the place of a clause. */
export function isNarrower(row: RowEntry): boolean {
  return row.place !== undefined && row.instance !== undefined && row.place !== row.instance;
}

export function lanesOf(timeline: TimelineDocument): Lane[] {
  // Lanes of two documents are never compared.
  numbers.clear();
  return timeline.lanes.map(lane => ({
    row: lane.row,
    view: lane.view,
    stretches: lane.told.map(told => ({ from: numberOf(told.from), before: numberOf(told.through) + 1, told, look: lookOf(told) })),
  }));
}

/** Which of the stretches a day is in; -1 for a day of which nothing is told. */
export function indexAt(stretches: readonly Stretch[], day: number): number {
  let low = 0, high = stretches.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1, found = stretches[middle]!;
    if (day < found.from) {
      high = middle - 1;
    } else if (day >= found.before) {
      low = middle + 1;
    } else {
      return middle;
    }
  }

  return -1;
}

export function stretchAt(lane: Lane, day: number): Stretch | undefined {
  return lane.stretches[indexAt(lane.stretches, day)];
}

/** The first day of what was done, where the label of a stretch tells it and stretches before say the same of it. */
export function olderOf(stretches: readonly Stretch[], at: number): string | undefined {
  const { told } = stretches[at]!;
  let first = at;
  while (first > 0 && stretches[first - 1]!.told.conduct === told.conduct) {
    first--;
  }

  return first < at && tellsConduct(told) ? isoOf(stretches[first]!.from) : undefined;
}

/** The days on which something changes in any of the lanes; the day on which a lane begins is none. */
export function turnsOf(lanes: Iterable<Lane>): number[] {
  const turns = new Set<number>();
  for (const lane of lanes) {
    for (let at = 1; at < lane.stretches.length; at++) {
      turns.add(lane.stretches[at]!.from);
    }
  }

  return sortedDays(turns);
}

/** Views that are told the same of places, or of those whom it concerns. */
export interface Course {
  /** Named only for places within the place of the clause. */
  places: string[];
  views: string[];
  stretches: Stretch[];
  /** One of the rows that run so, for links. */
  row: RowEntry;
}

/** Places, and those whom it concerns, with the same courses in all views. */
export interface Block { clause: RowEntry['clause']; whom: string[]; places: string[]; courses: Course[]; narrower: Course[] }

/** The lanes of one clause, as few as tell everything: rows that run alike in every view share a block, views that run alike a lane. */
export interface ClauseBlocks { clause: RowEntry['clause']; blocks: Block[]; namesWhom: boolean }

export function clausesOf(lanes: readonly Lane[]): ClauseBlocks[] {
  const clauses = grouped(lanes, lane => lane.row.clause.id);
  return [...clauses.values()].map(own => {
    const blocks = blocksOf(own);
    return { clause: own[0]!.row.clause, blocks, namesWhom: own.some(lane => lane.row.addressee !== undefined) || new Set(blocks.map(block => block.whom.join('\n'))).size > 1 };
  });
}

function blocksOf(lanes: readonly Lane[]): Block[] {
  const joined: Block[] = [];
  for (const instance of grouped(lanes, lane => `${whomOf(lane.row)}\n${lane.row.instance ?? ''}`).values()) {
    const block = blockOf(instance);
    const same = joined.find(other => other.narrower.length === 0 && keyOf(other) === keyOf(block) && other.whom.join() === block.whom.join());
    if (same) {
      same.places.push(...block.places);
    } else {
      joined.push(block);
    }
  }

  const blocks: Block[] = [];
  for (const block of joined) {
    const same = blocks.find(other => keyOf(other) === keyOf(block) && other.places.join() === block.places.join());
    if (same) {
      same.whom.push(...block.whom);
    } else {
      blocks.push(block);
    }
  }

  return blocks;
}

function blockOf(instance: readonly Lane[]): Block {
  const whole = instance.filter(lane => !isNarrower(lane.row));
  const first = whole[0] ?? instance[0]!;
  const place = first.row.instance ?? first.row.place;
  const wholeIn = new Map(whole.map(lane => [lane.view, courseKey(lane.stretches)]));
  const narrower = coursesOf(instance.filter(lane => isNarrower(lane.row) && wholeIn.get(lane.view) !== courseKey(lane.stretches)), true);
  return { clause: first.row.clause, whom: [whomOf(first.row)], places: place === undefined ? [] : [place], courses: coursesOf(whole, false), narrower };
}

function coursesOf(lanes: readonly Lane[], named: boolean): Course[] {
  const courses: Course[] = [];
  for (const own of grouped(lanes, lane => `${lane.row.place ?? ''}\n${courseKey(lane.stretches)}`).values()) {
    const views = own.map(lane => lane.view), place = own[0]!.row.place;
    const same = named ? courses.find(other => courseKey(other.stretches) === courseKey(own[0]!.stretches) && other.views.join() === views.join()) : undefined;
    if (same && place !== undefined) {
      same.places.push(place);
    } else {
      courses.push({ places: named && place !== undefined ? [place] : [], views, stretches: own[0]!.stretches, row: own[0]!.row });
    }
  }

  return courses;
}

const keys = new WeakMap<readonly Stretch[], string>();
const numbers = new Map<string, string>();
let lastNumber = 0;

/** What two lanes of a document have in common that are told the same on every day: a short text, however many days there are. */
export function courseKey(stretches: readonly Stretch[]): string {
  let key = keys.get(stretches);
  if (key === undefined) {
    const course = stretches.map(each => `${each.from} ${each.told.label} ${each.told.basis ?? ''}`).join('\n');
    key = numbers.get(course) ?? `${++lastNumber}`;
    numbers.set(course, key);
    keys.set(stretches, key);
  }

  return key;
}

function keyOf(block: Block): string {
  return [...block.courses, ...block.narrower].map(course => `${course.places.join()}\n${course.views.join()}\n${courseKey(course.stretches)}`).join('\n\n');
}

/** Things by a key, in the order in which the keys come. */
export function grouped<T>(things: Iterable<T>, key: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const own = groups.get(key(thing));
    if (own) {
      own.push(thing);
    } else {
      groups.set(key(thing), [thing]);
    }
  }

  return groups;
}
