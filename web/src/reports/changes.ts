import type { ChangesDocument, RowEntry, Told } from '../documents';
import { day } from '../parts/calendar';
import { listed } from '../parts/names';

type Entry = ChangesDocument['changes'][number];

/** Rows and views of one clause that change in the same way, as the command line groups them. */
export interface ChangeGroup {
  /** Those who owe the clause, or are offered it. */
  whom: string[];
  /** Empty when the clause has no places. */
  places: string[];
  views: string[];
  /** One of them. */
  first: Entry;
}

/** True for a change of days after all that is on file: what is supposed may be said later. */
export function isBeyond({ was, becomes }: Entry['changes'][number], { knownBefore }: ChangesDocument): boolean {
  return was === undefined && becomes !== undefined && knownBefore < becomes.from;
}

/** What changes, where an answer of days after all that is on file is a change only if it is another than the last on file. */
export function compared(changes: ChangesDocument, last: (row: RowEntry, view: string) => Told | undefined): ChangesDocument {
  const against = (one: Entry): Entry => ({
    ...one,
    changes: one.changes.flatMap(change => {
      if (!isBeyond(change, changes)) {
        return [change];
      }

      const { becomes } = change;
      const was = last(one.row, one.view);
      return was === undefined || becomes === undefined || was.label === becomes.label ? [] : [{ was: { ...was, from: becomes.from, through: becomes.through }, becomes }];
    }),
  });
  return { ...changes, changes: changes.changes.map(against).filter(one => one.changes.length > 0) };
}

/** The groups, clause by clause, in the order of the rows. A place within a place is left out where it changes as the whole does. */
export function groupsOf(changes: readonly Entry[], isOffer: (clause: string) => boolean): { clause: RowEntry['clause']; groups: ChangeGroup[] }[] {
  const wholes = new Map(changes.filter(one => one.row.place === one.row.instance).map(one => [wholeKey(one), JSON.stringify(one.changes)]));
  const clauses = new Map<string, { clause: RowEntry['clause']; same: Map<string, Entry[]> }>();
  for (const one of changes) {
    const told = JSON.stringify(one.changes);
    if (one.row.place !== one.row.instance && wholes.get(wholeKey(one)) === told) {
      continue;
    }

    const { clause } = one.row;
    const of = clauses.get(clause.id) ?? { clause, same: new Map<string, Entry[]>() };
    clauses.set(clause.id, of);
    of.same.set(told, [...(of.same.get(told) ?? []), one]);
  }

  return [...clauses.values()].map(({ clause, same }) => ({ clause, groups: [...same.values()].flatMap(entries => blocks(entries, isOffer(clause.id))) }));
}

/** What changes in one sentence: how many verdicts, and the first of them; empty when none does. */
export function summary(clauses: ReturnType<typeof groupsOf>, called: { place: (name: string) => string; inViews: (names: readonly string[]) => string; party: (name: string) => string }, views: number): string {
  const groups = clauses.flatMap(({ clause, groups }) => groups.map(group => ({ clause, group })));
  const [begin] = groups;
  if (begin === undefined) {
    return '';
  }

  const count = groups.reduce((sum, { group }) => sum + group.whom.length * Math.max(1, group.places.length) * group.views.length, 0);
  const { clause, group } = begin;
  const [change] = group.first.changes;
  const told = change?.becomes ?? change?.was;
  const few = (names: readonly string[], call: (name: string) => string) => (names.length > 3 ? `${names.slice(0, 2).map(call).join(', ')} and ${names.length - 2} more` : listed(names.map(call)));
  const parts = [
    ...(views < 2 ? [] : [group.views.length === views ? 'in all views' : group.views.length > 3 ? `in ${group.views.length} views` : called.inViews(group.views)]),
    ...(clauses.length > 1 ? [`clause ${clause.id}`] : []),
    few(group.places.length > 0 ? group.places : group.whom, group.places.length > 0 ? called.place : called.party),
    ...(told === undefined ? [] : [`from ${day(told.from)}${change?.becomes === undefined ? '' : ` “${change.becomes.label}”`}`]),
  ];
  const others = groups.length - 1;
  return `${count.toLocaleString('en')} ${count === 1 ? 'verdict changes' : 'verdicts change'}: ${parts.join(', ')}${others > 0 ? `; and ${others.toLocaleString('en')} more ${others === 1 ? 'group' : 'groups'} below` : ''}.`;
}

/** The one a row is about: the addressee of an offer, or who owes it and to whom. */
export function whomOf({ party, addressee }: RowEntry, isOffer: boolean): string {
  return addressee === undefined ? party : isOffer ? addressee : `${party} to ${addressee}`;
}

/** Rows and views that make a whole block are named together: never a row with a view in which it does not change. */
function blocks(entries: Entry[], isOffer: boolean): ChangeGroup[] {
  const rows = gather(entries, one => JSON.stringify([whomOf(one.row, isOffer), one.row.place ?? null]))
    .map(same => ({ whom: whomOf(same[0]!.row, isOffer), place: same[0]!.row.place, views: [...new Set(same.map(one => one.view))], first: same[0]! }));
  const placed = gather(rows, row => JSON.stringify([row.whom, row.views]))
    .map(same => ({ whom: same[0]!.whom, places: same.flatMap(row => row.place ?? []), views: same[0]!.views, first: same[0]!.first }));
  return gather(placed, block => JSON.stringify([block.places, block.views]))
    .map(same => ({ whom: [...new Set(same.map(block => block.whom))], places: same[0]!.places, views: same[0]!.views, first: same[0]!.first }));
}

function wholeKey({ row, view }: Entry): string {
  return JSON.stringify([view, row.clause.id, row.party, row.addressee, row.instance]);
}

/** In the order in which each key comes first. */
function gather<T>(all: readonly T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const same = groups.get(key(one));
    if (same === undefined) {
      groups.set(key(one), [one]);
    } else {
      same.push(one);
    }
  }

  return [...groups.values()];
}
