import type { OverviewEntry } from '../documents';
import { listed } from '../parts/names';

type Turned = NonNullable<OverviewEntry['turned']>[number];

/** What became of something on a day, in a line: of which clause and where, or of which clauses. */
export interface Turn { day: string; where: string; was: string | undefined; becomes: string }

/** More names than these are told by their number. */
const mostNamed = 4;

/** The changes of answers, those of one day to one answer together, in the order of the first of each. What was before is told where it was one thing. */
export function turnsOf(turned: readonly Turned[]): Turn[] {
  const same = new Map<string, Turned[]>();
  for (const one of turned) {
    const key = JSON.stringify([one.day, one.becomes]);
    same.set(key, [...(same.get(key) ?? []), one]);
  }

  return [...same.values()].map(all => {
    const before = [...new Set(all.map(one => one.was))];
    return { day: all[0]!.day, where: whereOf(all), was: before.length === 1 ? before[0] : undefined, becomes: all[0]!.becomes };
  });
}

/** "Clause 1, in Europe, for Russia"; "Clauses 2a, 2b and 2c". */
function whereOf(all: readonly Turned[]): string {
  const clauses = [...new Set(all.map(one => one.clause.id))];
  if (clauses.length > 1) {
    return clauses.length > mostNamed ? `${clauses.length} clauses` : `Clauses ${listed(clauses)}`;
  }

  const places = [...new Set(all.flatMap(one => one.places))];
  const whom = [...new Set(all.map(one => one.who))];
  return [
    `Clause ${clauses[0]}, ${all[0]!.clause.title}`,
    ...(places.length === 0 ? [] : [`in ${places.length > mostNamed ? `${places.length} places` : listed(places)}`]),
    ...(all.every(one => one.places.length === places.length) ? [`${all[0]!.offered ? 'to' : 'for'} ${listed(whom)}`] : []),
  ].join(', ');
}
