import type { StatusRow, StatusVerdict, ViewHeading } from '../documents';
import { bondOf, possibilities, type Bond } from '../parts/bond';
import { day } from '../parts/calendar';
import { listed } from '../parts/names';

const kinds: readonly ViewHeading['kind'][] = ['common', 'party', 'named'];

/** Views that answer alike: those that tell what became of the clause, then those that leave it open, if there are both; in each the parties' own before the others. */
export function toldFirst(lines: readonly number[][], rows: readonly StatusRow[], views: readonly ViewHeading[]): number[][][] {
  const rank = (line: number[]) => Math.min(...line.map(view => kinds.indexOf(views[view]!.kind)));
  const isOpen = (line: number[]) => rows.some(row => row.verdicts[line[0]!]!.standing === 'cannot tell');
  const ranked = [...lines].sort((one, other) => rank(one) - rank(other));
  return [ranked.filter(line => !isOpen(line)), ranked.filter(isOpen)].filter(group => group.length > 0);
}

/** Whether a clause is in force in one view, over all its answers: what all tell, or that they tell various things. */
type Whole = Bond | 'in part' | 'nowhere' | 'untold in part';

function wholeOf(rows: readonly StatusRow[], view: number): Whole {
  const bonds = new Set(rows.map(row => bondOf(row.verdicts[view]!)));
  return bonds.size === 1 ? [...bonds][0]! : bonds.has('untold') ? 'untold in part' : bonds.has('in force') ? 'in part' : 'nowhere';
}

/** Whether a clause is in force, view by view: what has the same can be told together. */
export function wholesOf(rows: readonly StatusRow[], views: readonly ViewHeading[]): Whole[] {
  return views.map((_, view) => wholeOf(rows, view));
}

const order: readonly Whole[] = ['in force', 'in part', 'over', 'suspended', 'idle', 'nowhere', 'untold in part', 'untold'];

/**
 * Whether a clause is in force on a day, in sentences for whoever reads no more than the first of them; over all its rows, also those about places within places.
 * `clause` is what it is called; `isChosen` when the views are not all that there are.
 */
export function summaryOf(clause: string, rows: readonly StatusRow[], views: readonly ViewHeading[], asOf: string, isChosen: boolean, place: (name: string) => string): string[] {
  const wholes = wholesOf(rows, views);
  const found = order.filter(whole => wholes.includes(whole));
  if (found.length === 1) {
    const who = views.length === 1 ? 'In this view' : isChosen ? 'In every chosen view' : 'In every view';
    const isOver = found[0] === 'over' && !isNever(rows);
    const says = wholeSay(found[0]!, clause, rows, isOver ? '' : `on ${day(asOf)}`);
    return [`${who}, ${says}${isOver ? `, since ${day(latest(rows))} at the latest` : ''}.`, ...(views.length === 1 ? [] : [endedSay(rows, views, place) ?? differenceOf(rows)])];
  }

  const parts = found.map((whole, index) => {
    const number = wholes.filter(one => one === whole).length;
    return `in ${number}${index === 0 ? ` of ${views.length}${isChosen ? ' chosen' : ''} views` : ''} ${wholeSay(whole, index === 0 ? clause : 'it', rows)}`;
  });
  return [`On ${day(asOf)}, ${parts.join('; ')}.`];
}

function wholeSay(whole: Whole, it: string, rows: readonly StatusRow[], on = ''): string {
  const when = on.length > 0 ? ` ${on}` : '';
  switch (whole) {
    case 'in force':
      return `${it} is in force${when}`;
    case 'over':
      return isNever(rows) ? `${it} does not bind${when}, and never did` : `${it} binds nobody${when}`;
    case 'suspended':
      return `${it} is suspended${when}`;
    case 'idle':
      return `${it} does not bind${when}`;
    case 'in part':
      return `${it} is in force${when} ${isOfOne(rows) ? 'in some places and not in others' : 'for some and not for others'}`;
    case 'nowhere':
      return `${it} does not bind anywhere${when}`;
    case 'untold in part':
      return `whether ${it} is in force${when} cannot be told for ${isOfOne(rows) ? 'some places' : 'some'}`;
    case 'untold':
      return `whether ${it} is in force${when} cannot be told`;
  }
}

/** On what the views differ where all tell alike whether it is in force. */
function differenceOf(rows: readonly StatusRow[]): string {
  const same = rows.every(row => row.verdicts.every(one => one.standing === row.verdicts[0]!.standing && possibilities(one).join() === possibilities(row.verdicts[0]!).join()));
  const isOver = rows.every(row => row.verdicts.every(one => bondOf(one) === 'over'));
  if (!same) {
    const ends = endsSay(rows.flatMap(row => row.verdicts));
    return isOver && ends !== undefined ? `The views differ on whether it ${ends}, where and when.` : 'The views differ on what became of it.';
  }

  const differs = (part: (one: StatusVerdict) => string | undefined) => rows.some(row => row.verdicts.some(one => part(one) !== part(row.verdicts[0]!)));
  const conduct = rows.every(row => row.verdicts.every(one => bondOf(one) !== 'in force')) ? 'whether a breach begun before goes on' : 'whether it is kept';
  const what = differs(one => one.conduct) ? conduct
    : differs(one => JSON.stringify(one.numbers)) ? 'how many there are'
    : differs(one => one.label) ? conduct
    : differs(one => one.basis) ? 'what that leans on'
    : 'since when that is the answer';
  return `The views differ on ${what}.`;
}

/**
 * Where the clause surely has ended in some view, and in which years: "In some it ended in Europe in 2023 and in Oceania in 2024 or 2025; others say otherwise." Undefined where that is told alike of
 * all, or is not of one party's places.
 */
function endedSay(rows: readonly StatusRow[], all: readonly ViewHeading[], place: (name: string) => string): string | undefined {
  const told = rows.filter(row => row.place !== undefined && row.place === row.instance).map(row => ({ row, ended: row.verdicts.filter(one => one.standing === 'ended') })).filter(({ ended }) => ended.length > 0);
  const say = ({ row, ended }: (typeof told)[number]) => `in ${place(row.place!)} ${[...new Set(ended.map(yearsOf))].sort().join(', or ')}`;
  const inAll = told.filter(({ row, ended }) => ended.length === row.verdicts.length), inSome = told.filter(one => !inAll.includes(one));
  if (inSome.length === 0 || !isOfOne(rows)) {
    return undefined;
  }

  const standings = all.map((_, view) => rows.map(row => row.verdicts[view]!.standing));
  const open = all.filter((_, view) => standings[view]!.includes('cannot tell'));
  const others = [
    ...(standings.some(own => !own.includes('cannot tell') && !own.includes('ended')) ? ['others say otherwise'] : []),
    ...(open.length === 0 ? [] : [areAllParties(open, all) ? `the parties' own views${open.length > all.filter(isParty).length ? ', and others,' : ''} cannot tell` : 'others cannot tell']),
  ];
  return `${inAll.length === 0 ? '' : `In each it ended ${listed(inAll.map(say))}. `}In some it ended ${listed(inSome.map(say))}${others.map(one => `; ${one}`).join('')}.`;
}

/** Whether all parties' own views, of several, are among some. */
export function areAllParties(some: readonly ViewHeading[], all: readonly ViewHeading[]): boolean {
  const parties = all.filter(isParty);
  return parties.length > 1 && parties.every(party => some.includes(party));
}

export function isParty({ kind }: ViewHeading): boolean {
  return kind === 'party';
}

/** Within which years a standing began. */
function yearsOf({ standingSince, perhapsSince }: StatusVerdict): string {
  const last = Number(standingSince.slice(0, 4)), first = perhapsSince === undefined ? last : Number(perhapsSince.slice(0, 4));
  return first === last ? `in ${last}` : last - first === 1 ? `in ${first} or ${last}` : `between ${first} and ${last}`;
}

/** "ended, was withdrawn or never bound", of answers all of which say or leave possible nothing else; undefined of any others, and where there is but one way. */
export function endsSay(answers: readonly StatusVerdict[]): string | undefined {
  const standings = new Set(answers.flatMap(possibilities));
  const ends = ([['ended', 'ended'], ['withdrawn', 'was withdrawn'], ['void from birth', 'never bound'], ['expired', 'expired']] as const).filter(([standing]) => standings.has(standing));
  return ends.length === standings.size && ends.length > 1 ? either(ends.map(([, says]) => says)) : undefined;
}

function either(parts: readonly string[]): string {
  return listed(parts).replace(/ and ([^,]*)$/, ' or $1');
}

/** True when the rows are apart in nothing but their places. */
export function isOfOne(rows: readonly StatusRow[]): boolean {
  return new Set(rows.map(row => `${row.party} ${row.addressee ?? ''}`)).size === 1;
}

function isNever(rows: readonly StatusRow[]): boolean {
  return rows.every(row => row.verdicts.every(one => possibilities(one).join() === 'void from birth'));
}

/** The day from which on every answer is what it is, as to the standing: by then it was so in all of them. */
function latest(rows: readonly StatusRow[]): string {
  return rows.flatMap(row => row.verdicts.map(one => one.standingSince)).reduce((last, one) => (one > last ? one : last), '');
}

const meanings: readonly [standing: string, says: string][] = [
  ['ended', 'its own condition was met'],
  ['withdrawn', 'it was taken back, or left'],
  ['void from birth', 'it never bound'],
  ['expired', 'its time ran out'],
  ['suspended', 'it stands still, and may bind again'],
  ['offered', 'put forward, and not taken up'],
  ['refused', 'put forward, and turned down'],
  ['cannot tell', 'what is on file, under the readings taken, allows more than one answer'],
];

/** What the words mean that occur in some answers, in the order in which they are best read. */
export function meaningsOf(rows: readonly StatusRow[]): readonly (readonly [standing: string, says: string])[] {
  const occurring = new Set(rows.flatMap(row => row.verdicts.flatMap(one => [one.standing, ...possibilities(one), one.conduct])));
  return meanings.filter(([standing]) => occurring.has(standing));
}
