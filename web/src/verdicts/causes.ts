import type { DecisionEntry, ProofEntry, WhyEntry } from '../documents';
import { eitherWay, possibilities } from './summary';

/** What brought an answer about, in a sentence, or undefined where no single thing on file can be named for it. */
export function causeOf({ verdict, proof }: WhyEntry): string | undefined {
  const [standing, conduct] = proof;
  // A number is the sum of many reports; none of them alone brought it about.
  if (verdict.numbers !== undefined) {
    return undefined;
  }

  if (verdict.conduct === 'broken') {
    return told(sure(conduct));
  }

  switch (verdict.standing) {
    case 'ended':
    case 'void from birth':
      return told(sure(standing));
    case 'withdrawn':
    case 'refused':
    case 'offered':
      return told(leaves(standing).filter(leaf => leaf.kind === 'position').slice(-1));
    case 'cannot tell':
      // It is over in any case, and that somebody took it back is then on file, whatever else may have ended it before.
      return eitherWay(verdict) !== undefined && possibilities(verdict).includes('withdrawn') ? told(leaves(standing).filter(leaf => leaf.kind === 'position' && (leaf.doubts?.length ?? 0) === 0).slice(-1)) : undefined;
    default:
      return undefined;
  }
}

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

/** A leaf's words without who says so, which the reasons tell: "At least one launcher was there …". */
export function withoutSource(says: string): string {
  const plain = says.replace(/ \[[0-9a-f]{12}\]$/, '').replace(/^report [^ :]+: /, '');
  // A sentence that begins with the source is another's description, and only true with it.
  const at = plain.startsWith('According to') ? -1 : plain.indexOf(', according to ');
  return at < 0 ? plain.replace(/\.$/, '') : plain.slice(0, at);
}

function told(from: readonly ProofEntry[]): string | undefined {
  const says = [...new Set(from.map(leaf => withoutSource(leaf.says)))];
  return says.length === 0 ? undefined : says[0]! + (says.length > 1 ? `; and ${says.length - 1} more` : '');
}

function sure(proof: ProofEntry | undefined): ProofEntry[] {
  return leaves(proof).filter(leaf => leaf.kind === 'report' && (leaf.doubts?.length ?? 0) === 0);
}

function leaves(proof: ProofEntry | undefined): ProofEntry[] {
  return proof === undefined ? [] : proof.because === undefined || proof.because.length === 0 ? [proof] : proof.because.flatMap(leaves);
}
