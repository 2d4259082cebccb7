import type { AgreementDocument, PositionEntry, ReportEntry, ReportsDocument } from '../documents';
import { daysBetween } from '../parts/calendar';

/** Something on file, or supposed: a report or a position, as the list shows and searches it. */
export interface Item {
  /** Its name for a report; "position:positions.proviso:12" for the position on that line. Stands in the address, whatever else is in the list. */
  key: string;
  report?: ReportEntry;
  position?: PositionEntry;
  says: string;
  by: string;
  grade: string;
  kind: string;
  place: string;
  said: string;
  /** Whether that is the day on which it was said, one of a few on which it was, the last on which it can have been, or nothing but the day its source was read. */
  saidHow: SaidHow;
  /** The first day it is of; empty when that cannot be told. */
  from: string;
  contestedBy: string[];
  supposed: boolean;
  /** All its words in lower case, made once. */
  words: string;
}

/** Something that can be looked for, and how many there are of it. */
export interface Choice { value: string; title: string; count: number }

/** What is looked for. Empty texts ask for nothing. */
export interface Filter {
  words: string;
  by: string;
  grade: string;
  place: string;
  kind: string;
  contested: '' | 'yes' | 'no';
  /** Said on this day or later, and on this day or earlier. */
  since: string;
  until: string;
}

export const orders = { newest: 'newest first', day: 'by the day it is of', name: 'by name' } as const;
export type Order = keyof typeof orders;

/** Everything on file, ready to be searched. Cost is that of reading each word once. */
export class Shelf {
  readonly items: readonly Item[];
  private readonly byKey: Map<string, Item>;
  private readonly counted = new Map<string, readonly Choice[]>();
  private readonly sorted = new Map<Order, readonly Item[]>();
  private readonly within: Map<string, Set<string>>;
  /** The titles of a place and of all places around it: who searches for a country finds what lies in it. */
  private readonly around: Map<string, string>;
  /** How many are on file: without what is supposed. */
  readonly onFile: number;
  readonly reportsOnFile: number;
  readonly partyTitle: (name: string) => string;
  readonly placeTitle: (name: string) => string;
  /** The positions that contest a report, and the reports that correct it or end it, by its name. */
  readonly contests: ReadonlyMap<string, readonly Item[]>;
  readonly later: ReadonlyMap<string, readonly Item[]>;

  constructor(document: ReportsDocument, agreement: AgreementDocument | undefined) {
    const parties = new Map((agreement?.parties ?? []).map(party => [party.name, party.title]));
    const places = new Map((agreement?.places ?? []).map(place => [place.name, place.title]));
    this.partyTitle = name => parties.get(name) ?? name;
    this.placeTitle = name => places.get(name) ?? name;
    this.within = placesWithin(agreement);
    this.around = new Map();
    for (const [outer, inside] of this.within) {
      for (const place of inside) {
        this.around.set(place, `${this.around.get(place) ?? ''}${this.placeTitle(outer)}\n`);
      }
    }

    const taken = new Set<string>();
    const keyOf = ({ file, line }: PositionEntry, index: number) => {
      const place = file === undefined || line === undefined ? `position:${index + 1}` : `position:${file}:${line}`;
      const key = taken.has(place) ? `${place}:${index + 1}` : place;
      taken.add(key);
      return key;
    };
    this.items = [
      ...document.reports.map(report => this.ofReport(report)),
      ...document.positions.map((position, index) => this.ofPosition(position, keyOf(position, index))),
    ];
    this.onFile = this.items.filter(item => !item.supposed).length;
    this.reportsOnFile = this.items.filter(item => !item.supposed && item.report !== undefined).length;
    this.byKey = new Map(this.items.map(item => [item.key, item]));
    this.contests = gathered(this.items, item => item.position?.report);
    this.later = gathered(this.items, item => item.report?.of);
  }

  find(key: string): Item | undefined {
    return this.byKey.get(key);
  }

  /** Those that are looked for, in order. */
  found(filter: Filter, order: Order): Item[] {
    const fits = this.test(filter);
    return this.inOrder(order).filter(fits);
  }

  /** What can be chosen in a filter, with how many there are of each; by title. Counted once. */
  choices(of: 'by' | 'grade' | 'kind' | 'place', title: (value: string) => string): readonly Choice[] {
    let choices = this.counted.get(of);
    if (choices === undefined) {
      const counts = new Map<string, number>();
      for (const item of this.items) {
        if (item[of].length > 0) {
          counts.set(item[of], (counts.get(item[of]) ?? 0) + 1);
        }
      }

      choices = [...(of === 'place' ? this.withInner(counts) : counts)].map(([value, count]) => ({ value, title: title(value), count })).sort((one, other) => compare(one.title, other.title));
      this.counted.set(of, choices);
    }

    return choices;
  }

  /** The places that something is in, and those around them, with how many are in each. */
  private withInner(own: ReadonlyMap<string, number>): [string, number][] {
    return [...new Set([...own.keys(), ...this.within.keys()])]
      .map((place): [string, number] => [place, [...(this.within.get(place) ?? [place])].reduce((sum, inner) => sum + (own.get(inner) ?? 0), 0)])
      .filter(([, count]) => count > 0);
  }

  private test(filter: Filter): (item: Item) => boolean {
    const words = wordsOf(filter.words);
    const inside = filter.place.length > 0 ? this.within.get(filter.place) ?? new Set([filter.place]) : undefined;
    return item =>
      (filter.by.length === 0 || item.by === filter.by)
      && (filter.grade.length === 0 || item.grade === filter.grade)
      && (filter.kind.length === 0 || item.kind === filter.kind)
      && (inside === undefined || inside.has(item.place))
      && (filter.contested === '' || item.contestedBy.length > 0 === (filter.contested === 'yes'))
      && (filter.since.length === 0 || item.said >= filter.since)
      && (filter.until.length === 0 || item.said <= filter.until)
      && words.every(word => item.words.includes(word));
  }

  private inOrder(order: Order): readonly Item[] {
    let items = this.sorted.get(order);
    if (items === undefined) {
      // What is supposed stands before all that is on file. Sorting is stable: what is equal keeps the order of the files.
      const by = comparisons[order];
      items = [...this.items].sort((one, other) => Number(other.supposed) - Number(one.supposed) || by(one, other));
      this.sorted.set(order, items);
    }

    return items;
  }

  private ofReport(entry: ReportEntry): Item {
    const report = withoutPlaceIfSupposed(entry);
    const place = report.place ?? '';
    return {
      key: report.name,
      report,
      says: report.says,
      by: report.by,
      grade: report.grade,
      kind: report.kind,
      place,
      said: report.said,
      saidHow: saidHow(report),
      from: report.from ?? '',
      contestedBy: report.contestedBy,
      supposed: report.supposed === true,
      words: this.lower([report.name, report.says, report.by, this.partyTitle(report.by), place, this.around.get(place), report.title, report.of, report.address, report.sentence]),
    };
  }

  private ofPosition(entry: PositionEntry, key: string): Item {
    const position = withoutPlaceIfSupposed(entry);
    const place = position.place ?? '';
    return {
      key,
      position,
      says: position.says,
      by: position.by,
      grade: position.grade,
      kind: isContest(position) ? 'contest' : 'position',
      place,
      said: position.said,
      saidHow: declaredHow(position.sentence),
      from: position.on,
      contestedBy: [],
      supposed: position.supposed === true,
      words: this.lower([position.holder, this.partyTitle(position.holder), position.verb, position.says, position.by, this.partyTitle(position.by), place, this.around.get(place),
        position.title, position.report, position.address, position.sentence]),
    };
  }

  private lower(parts: (string | undefined)[]): string {
    return parts.filter(part => part !== undefined && part.length > 0).join('\n').toLowerCase();
  }
}

/** The day that the list tells first: when it was said; where that is not on file, the day it is of, since the day its source was read says nothing of its age. */
export function dayTold(item: Item): string {
  return item.saidHow === 'not on file' ? item.from || item.said : item.said;
}

/** The same where something tells its age: a position that is only known to have been taken by some day may be much older, and nothing else tells. */
function dayKnown(item: Item): string {
  return item.saidHow === 'by' && item.report === undefined ? '' : dayTold(item);
}

/** What has no day or no name comes last. */
const comparisons: Record<Order, (one: Item, other: Item) => number> = {
  newest: (one, other) => compare(dayKnown(other), dayKnown(one)),
  day: (one, other) => compare(one.from || '~', other.from || '~'),
  name: (one, other) => compare(one.report?.name ?? '~', other.report?.name ?? '~'),
};

/** The words that are looked for: each must be there, in any order. What stands in double quotes is looked for as it stands. */
export function wordsOf(text: string): string[] {
  return [...text.toLowerCase().matchAll(/"([^"]+)"|[^\s"]+/g)].map(match => match[1] ?? match[0]);
}

export type SaidHow = 'exactly' | 'between' | 'by' | 'not on file';

/** Days that are farther apart than these say too little to be told both: then it is said by the last of them. */
const mostApart = 62;

/** How far it is known when a report was said. Where its sentence says nothing of it and the days are far apart, the last is but the day its source was read. */
export function saidHow({ saidFrom, said, sentence }: Pick<ReportEntry, 'saidFrom' | 'said' | 'sentence'>): SaidHow {
  if (saidFrom === said) {
    return 'exactly';
  }

  return saidFrom !== undefined && daysBetween(saidFrom, said) <= mostApart ? 'between' : speaksOfSaying(sentence) ? 'by' : 'not on file';
}

/** The same of a position, of which only the last day is told apart from its sentence. */
export function declaredHow(sentence: string | undefined): SaidHow {
  return sentence === undefined || /\bsaid\s+\d{4}-\d{2}-\d{2}\b/.test(unquoted(sentence)) ? 'exactly' : speaksOfSaying(sentence) ? 'by' : 'not on file';
}

/** A record always tells when; what stands in quotes is a title. */
function speaksOfSaying(sentence: string | undefined): boolean {
  return sentence === undefined || /\bsaid\b/.test(unquoted(sentence));
}

function unquoted(sentence: string): string {
  return sentence.replace(/"(?:\\.|[^"\\])*"/g, '');
}

/** When it was said, in words as exact as what is on file; `write` writes a day. */
export function saidWords({ said, saidHow, report }: Pick<Item, 'said' | 'saidHow' | 'report'>, write: (iso: string) => string): string {
  switch (saidHow) {
    case 'exactly':
      return write(said);
    case 'between':
      return `between ${write(report?.saidFrom ?? said)} and ${write(said)}; the day is not exactly known`;
    case 'by':
      return `by ${write(said)}; the day is not exactly known`;
    case 'not on file':
      return `on a day that is not told; it counts as known from ${write(said)}`;
  }
}

export function isContest(position: PositionEntry): boolean {
  return position.report !== undefined;
}

/** What is supposed stands in no file. */
function withoutPlaceIfSupposed<T extends { supposed?: boolean; file?: string; line?: number }>(entry: T): T {
  const { file: _, line: __, ...rest } = entry;
  return entry.supposed === true ? rest as T : entry;
}

/** Each place with all that lies in it, itself included. */
function placesWithin(agreement: AgreementDocument | undefined): Map<string, Set<string>> {
  const places = agreement?.places ?? [];
  const around = new Map(places.map(place => [place.name, place.within]));
  const inside = new Map(places.map(place => [place.name, new Set([place.name])]));
  for (const place of places) {
    const seen = new Set([place.name]);
    const next = [place.name];
    while (next.length > 0) {
      for (const outer of around.get(next.pop()!) ?? []) {
        if (!seen.has(outer)) {
          seen.add(outer);
          next.push(outer);
          inside.get(outer)?.add(place.name);
        }
      }
    }
  }

  return inside;
}

function gathered(items: readonly Item[], of: (item: Item) => string | undefined): Map<string, Item[]> {
  const all = new Map<string, Item[]>();
  for (const item of items) {
    const name = of(item);
    if (name !== undefined) {
      const same = all.get(name);
      if (same === undefined) {
        all.set(name, [item]);
      } else {
        same.push(item);
      }
    }
  }

  return all;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
