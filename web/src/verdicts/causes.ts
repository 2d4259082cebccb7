import type { DecisionEntry, DisputeEntry, WhyEntry } from '../documents';

/** The disputes and reports that alone settle an answer that cannot be told; each way by its parts. */
export function settledBy({ verdict, decidedBy }: WhyEntry): string[][] {
  if (verdict.standing !== 'cannot tell' && verdict.conduct !== 'cannot tell') {
    return [];
  }

  const ways = decidedBy.map(({ choices }) => choices.map(({ dispute, report }) => dispute ?? report ?? ''));
  return ways.filter((way, index) => ways.findIndex(other => other.join() === way.join()) === index);
}

/** Of some disputes those that an answer to would be part of settling each of some answers. */
export function openTogether(whys: readonly WhyEntry[], disputes: readonly DisputeEntry[]): DisputeEntry[] {
  const ways = whys.map(settledBy);
  return ways.length === 0 ? [] : disputes.filter(({ name }) => ways.every(own => own.some(way => way.includes(name))));
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
