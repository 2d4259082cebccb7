import type { DecisionEntry, DisputeEntry, ProofEntry, WhyEntry } from '../documents';

/** The disputes and reports that alone settle an answer that cannot be told; each way by its parts. */
export function settledBy({ verdict, decidedBy }: WhyEntry): string[][] {
  if (verdict.standing !== 'cannot tell' && verdict.conduct !== 'cannot tell') {
    return [];
  }

  const ways = decidedBy.map(({ choices }) => choices.map(({ dispute, report }) => dispute ?? report ?? ''));
  return ways.filter((way, index) => ways.findIndex(other => other.join() === way.join()) === index);
}

/** What brought an answer about, by the reasons of all rows and views that share it; nothing as long as some are not here, or where they differ. */
export function causeOf(whys: readonly (WhyEntry | undefined)[]): string | undefined {
  return whys.every(why => why !== undefined && why.cause === whys[0]!.cause) ? whys[0]?.cause : undefined;
}

/** The disputes that the proofs of some answers leave open and, of these, those that each of them does, and that are part of settling it. */
export function leftOpen(whys: readonly WhyEntry[], disputes: readonly DisputeEntry[]): { all: DisputeEntry[]; everywhere: DisputeEntry[] } {
  const each = whys.map(why => ({ open: new Set(why.proof.flatMap(openIn)), ways: settledBy(why) }));
  const all = disputes.filter(({ name }) => each.some(({ open }) => open.has(name)));
  return { all, everywhere: all.filter(({ name }) => each.every(({ open, ways }) => open.has(name) && ways.some(way => way.includes(name)))) };
}

function openIn({ kind, dispute, reading, because }: ProofEntry): string[] {
  return kind === 'reading' && dispute !== undefined && reading === undefined ? [dispute] : (because ?? []).flatMap(openIn);
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
