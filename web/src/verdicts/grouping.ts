import type { ChangesDocument, ClauseHeading, PlaceEntry, RowEntry, StatusDocument, StatusRow, StatusVerdict, Told } from '../documents';
import { daysAfter } from '../parts/calendar';
import { olderConduct, perhapsBeside } from '../parts/conduct';
import { listed } from '../parts/names';

/** The rows of one clause: those about the places that it is for, and those about places within them. */
export interface ClauseRows { clause: ClauseHeading; whole: StatusRow[]; narrower: StatusRow[] }

/** Views against places. Rows with equal answers in every view share a column, and views with equal answers in every column share a line. */
export interface Matrix { columns: StatusRow[][]; lines: number[][] }

/** An answer and the views, by index, that share it. */
export interface SharedVerdict { views: number[]; verdict: StatusVerdict }

/** True for a row about a place within the place of its clause instance. */
export function isNarrower(row: RowEntry): boolean {
  return row.place !== undefined && row.instance !== undefined && row.place !== row.instance;
}

/** The rows clause by clause, in the order of the answer. */
export function clausesOf(rows: readonly StatusRow[]): ClauseRows[] {
  const clauses = new Map<string, ClauseRows>();
  for (const row of rows) {
    let clause = clauses.get(row.clause.id);
    if (clause === undefined) {
      clauses.set(row.clause.id, (clause = { clause: row.clause, whole: [], narrower: [] }));
    }

    (isNarrower(row) ? clause.narrower : clause.whole).push(row);
  }

  return [...clauses.values()];
}

/** Views against places, for rows that have a verdict for each of the same views. */
export function matrixOf(rows: readonly StatusRow[]): Matrix {
  const columns = gathered(rows, row => row.verdicts.map(keyOf).join('\n'));
  const views = rows[0]?.verdicts.map((_, index) => index) ?? [];
  return { columns, lines: gathered(views, view => columns.map(column => keyOf(column[0]!.verdicts[view]!)).join('\n')) };
}

/** Equal answers together, in the order of the first of each. */
export function sharedOf(verdicts: readonly StatusVerdict[]): SharedVerdict[] {
  return gathered(verdicts.map((_, index) => index), index => keyOf(verdicts[index]!)).map(views => ({ views, verdict: verdicts[views[0]!]! }));
}

/** For places within the place of a clause instance: the answers that are not those of the whole, and all that say that it is broken there. Rows that say the same stand together. */
export function otherwise({ whole, narrower }: ClauseRows): { rows: StatusRow[]; answers: SharedVerdict[] }[] {
  const told = narrower.map(row => {
    const own = whole.find(one => one.party === row.party && one.addressee === row.addressee && one.instance === row.instance);
    const answers = sharedOf(row.verdicts)
      .map(({ verdict, views }) => ({ verdict, views: views.filter(view => own === undefined || row.verdicts[view]!.conduct === 'broken' || keyOf(own.verdicts[view]!) !== keyOf(row.verdicts[view]!)) }))
      .filter(({ views }) => views.length > 0);
    return { row, answers };
  });
  return gathered(told.filter(({ answers }) => answers.length > 0), ({ row, answers }) => [row.party, row.addressee, row.instance, ...answers.map(({ views, verdict }) => `${views.join()} ${keyOf(verdict)}`)].join('\n'))
    .map(same => ({ rows: same.map(({ row }) => row), answers: same[0]!.answers }));
}

/** Lines in an order in which each, from the second on, is that which has most cells in common with the one before it. */
export function besideAlike<T>(lines: readonly T[], keysOf: (line: T) => readonly string[]): T[] {
  const left = [...lines], told = left.splice(0, 1);
  while (left.length > 0) {
    const last = keysOf(told[told.length - 1]!);
    const shared = left.map(line => keysOf(line).filter((key, index) => key === last[index]).length);
    told.push(...left.splice(shared.indexOf(Math.max(...shared)), 1));
  }

  return told;
}

/** A cell over some columns; `isAgain` when the same stands right above it. */
export interface Span { from: number; columns: number; isAgain: boolean }

/** The cells of a table by what each place of it says: neighbours in a line that say the same are one. */
export function spansOf(keys: readonly (readonly string[])[]): Span[][] {
  const told: Span[][] = [];
  keys.forEach((line, number) => {
    const spans: Span[] = [];
    line.forEach((key, at) => {
      if (at > 0 && line[at - 1] === key) {
        spans[spans.length - 1]!.columns++;
      } else {
        spans.push({ from: at, columns: 1, isAgain: false });
      }
    });
    const isAgain = ({ from, columns }: Span) => told[number - 1]?.some(above => above.from === from && above.columns === columns) === true && keys[number - 1]![from] === line[from];
    told.push(spans.map(span => ({ ...span, isAgain: isAgain(span) })));
  });
  return told;
}

/** What two answers must have in common to be the same on the day asked about; how long they go on is no part of that. */
export function keyOf(verdict: StatusVerdict): string {
  return [verdict.label, verdict.basis, verdict.since, perhapsBeside(verdict), olderConduct(verdict)].join('|');
}

/** Whose rows they are: who owes the clause, or is offered it, or owes it to whom. */
export function whomOf(row: RowEntry, offer: boolean): string {
  return row.addressee === undefined ? row.party : offer ? row.addressee : `${row.party} to ${row.addressee}`;
}

/** What distinguishes columns: their places, whose they are, or both. */
export interface Naming {
  offer: boolean;
  place: (name: string) => string;
  party: (name: string) => string;
  kinds: ReadonlyMap<string, PlaceEntry['kind']>;
}

/** A title for each group of rows of one clause, what all have in common, which no title repeats, and in what they are apart. */
export function titlesOf(groups: readonly (readonly StatusRow[])[], naming: Naming): { titles: string[]; common: string; apart: string } {
  const all = groups.flat();
  const samePlaces = new Set(groups.map(rows => placesOf(rows).join())).size === 1;
  const sameWhom = new Set(groups.map(rows => whomsOf(rows, naming).join())).size === 1;
  const common = [sameWhom ? `${naming.offer ? '' : 'for '}${whomSay(all, naming)}` : '', samePlaces && placesOf(all).length > 0 ? `in ${placesSay(all, all, naming)}` : ''].filter(text => text.length > 0).join(', ');
  return {
    apart: [sameWhom ? '' : naming.offer ? 'to whom' : 'who', samePlaces ? '' : 'where'].filter(text => text.length > 0).join(', '),
    titles: groups.map(rows => [sameWhom ? '' : whomSay(rows, naming), samePlaces ? '' : placesSay(rows, all, naming)].filter(text => text.length > 0).join('; ')),
    common,
  };
}

/** Where and, unless it goes without saying, to whom or for whom some rows of a clause are: "in Europe and Oceania", "to NATO, in all 4 theatres". */
export function whereSay(rows: readonly StatusRow[], all: readonly StatusRow[], naming: Naming): string {
  const whom = whomsOf(all, naming).length === 1 ? '' : `${naming.offer ? '' : 'for '}${whomSay(rows, naming)}`;
  return [whom, placesOf(rows).length === 0 ? '' : `in ${placesSay(rows, all, naming)}`].filter(text => text.length > 0).join(', ');
}

function placesOf(rows: readonly StatusRow[]): string[] {
  return [...new Set(rows.map(row => row.place).filter(place => place !== undefined))];
}

function whomsOf(rows: readonly StatusRow[], naming: Naming): string[] {
  return [...new Set(rows.map(row => whomOf(row, naming.offer)))];
}

function placesSay(rows: readonly StatusRow[], all: readonly StatusRow[], naming: Naming): string {
  const names = placesOf(rows);
  const kinds = new Set(names.map(name => naming.kinds.get(name)));
  return names.length > 2 && names.length === placesOf(all).length ? `all ${names.length} ${kinds.size === 1 ? `${[...kinds][0] ?? 'place'}s` : 'places'}` : listed(names.map(naming.place));
}

function whomSay(rows: readonly StatusRow[], naming: Naming): string {
  return (naming.offer ? 'to ' : '') + listed(whomsOf(rows, naming).map(name => name.split(' to ').map(naming.party).join(' to ')));
}

/** Which answer is opened: "clause/view/party/addressee/place/instance", parts that there are not left empty, at the end left out. */
export interface CellName { clause: string; view: string; party: string; addressee?: string | undefined; place?: string | undefined; instance?: string | undefined }

/** A cell as it stands in the address. */
export function cellName(row: RowEntry, view: string): string {
  const parts = [row.clause.id, view, row.party, row.addressee ?? '', row.place ?? '', row.instance === row.place ? '' : row.instance ?? ''];
  while (parts[parts.length - 1] === '') {
    parts.pop();
  }

  return parts.join('/');
}

/** The answer that an address means, if there still is one. */
export function cellOf(name: string | undefined, status: StatusDocument): { row: StatusRow; verdict: StatusVerdict; view: number } | undefined {
  for (const row of name === undefined ? [] : status.rows) {
    const view = status.views.findIndex(one => cellName(row, one.name) === name);
    if (view >= 0) {
      return { row, view, verdict: row.verdicts[view]! };
    }
  }

  return undefined;
}

/** Answers of some rows and views that would flip in the same way. */
export interface Flip { rows: RowEntry[]; views: string[]; changes: { from: string; through: string; was?: Told | undefined; becomes?: Told | undefined }[] }

/** The changes of labels, those that are the same for several rows or views together. Answers that only lean on something else are left out. */
export function flipsOf(changes: ChangesDocument['changes']): Flip[] {
  const told = changes
    .map(({ row, view, changes: own }) => ({ row, view, changes: joined(own) }))
    .filter(({ changes: own }) => own.length > 0);
  const byRow = gathered(told, ({ row, changes: own }) => JSON.stringify([row, own])).map(same => ({ row: same[0]!.row, views: same.map(({ view }) => view), changes: same[0]!.changes }));
  return gathered(byRow, ({ row, views, changes: own }) => JSON.stringify([row.clause.id, isNarrower(row), views, own]))
    .map(same => ({ rows: same.map(({ row }) => row), views: same[0]!.views, changes: same[0]!.changes }));
}

/** What flips on a day, those that flip alike that day together; places within places only where the whole does not. */
export function onDay(flips: readonly Flip[], day: string): Flip[] {
  const today = flips
    .map(flip => ({ ...flip, changes: flip.changes.filter(({ from, through }) => from <= day && day <= through).map(change => ({ ...change, from: day, through: day })) }))
    .filter(({ changes }) => changes.length > 0);
  const whole = today.filter(({ rows }) => !rows.every(isNarrower));
  const isTold = (row: RowEntry, view: string) => whole.some(flip => flip.views.includes(view) && flip.rows.some(one => one.clause.id === row.clause.id && one.party === row.party && one.addressee === row.addressee && one.instance === row.instance));
  const narrower = today
    .filter(({ rows }) => rows.every(isNarrower))
    .map(flip => ({ ...flip, rows: flip.rows.filter(row => !flip.views.every(view => isTold(row, view))) }))
    .filter(({ rows }) => rows.length > 0);
  return gathered([...whole, ...narrower], ({ rows, views, changes }) => JSON.stringify([rows[0]!.clause.id, views, changes.map(({ was, becomes }) => [was?.label, becomes?.label])]))
    .map(same => ({ ...same[0]!, rows: same.flatMap(({ rows }) => rows) }));
}

/** Stretches that follow each other and say the same, as one. */
function joined(changes: ChangesDocument['changes'][number]['changes']): Flip['changes'] {
  const told: Flip['changes'] = [];
  for (const { was, becomes } of changes) {
    const days = becomes ?? was;
    if (days === undefined || was?.label === becomes?.label) {
      continue;
    }

    const last = told[told.length - 1];
    if (last !== undefined && last.was?.label === was?.label && last.becomes?.label === becomes?.label && daysAfter(last.through, 1) === days.from) {
      last.through = days.through;
    } else {
      told.push({ from: days.from, through: days.through, ...(was === undefined ? {} : { was }), ...(becomes === undefined ? {} : { becomes }) });
    }
  }

  return told;
}

/** Those with the same key together, in the order of the first of each. */
export function gathered<T>(all: readonly T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = key(one);
    const group = groups.get(name);
    if (group === undefined) {
      groups.set(name, [one]);
    } else {
      group.push(one);
    }
  }

  return [...groups.values()];
}
