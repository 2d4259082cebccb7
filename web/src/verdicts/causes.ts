import type { DecisionEntry, WhyEntry } from '../documents';

/** The disputes and reports that alone settle an answer that cannot be told; each way by its parts. */
export function settledBy({ verdict, decidedBy }: WhyEntry): string[][] {
  if (verdict.standing !== 'cannot tell' && verdict.conduct !== 'cannot tell') {
    return [];
  }

  const ways = decidedBy.map(({ choices }) => choices.map(({ dispute, report }) => dispute ?? report ?? ''));
  return ways.filter((way, index) => ways.findIndex(other => other.join() === way.join()) === index);
}

/** The ways that settle each of some answers. */
export function settledAlike(whys: readonly WhyEntry[]): string[][] {
  const [first, ...others] = whys.map(settledBy);
  return (first ?? []).filter(way => others.every(ways => ways.some(other => other.join() === way.join())));
}

/** Whether some way settles each of some answers, or none settles any of them. */
export function areSettledAlike(whys: readonly WhyEntry[]): boolean {
  return settledAlike(whys).length > 0 || whys.every(why => settledBy(why).length === 0);
}

/** The disputes and reports that are part of some way to make answers others, each with the answers, by index, that it decides. */
export function decidersOf(ways: readonly (readonly DecisionEntry[])[]): { disputes: ReadonlyMap<string, number[]>; reports: ReadonlyMap<string, number[]> } {
  const disputes = new Map<string, number[]>(), reports = new Map<string, number[]>();
  ways.forEach((own, index) => own.flatMap(({ choices }) => choices).forEach(({ dispute, report }) => {
    const [names, name] = dispute !== undefined ? [disputes, dispute] : [reports, report ?? ''];
    const at = names.get(name) ?? [];
    names.set(name, at.includes(index) ? at : [...at, index]);
  }));
  return { disputes, reports };
}
