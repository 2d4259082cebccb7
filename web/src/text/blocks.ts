import type { AgreementDocument, DiagnosticEntry, NameEntry, ReadingDocument } from '../documents';

/** A stretch of a file: a clause, a dispute, or what stands between them. Offsets count UTF-16 units. */
export interface Block { kind: 'between' | 'clause' | 'dispute'; name: string; from: number; to: number }

/** A file cut at its clauses and disputes, whole and in order. Comments that stand right above one belong to it. */
export function blocksOf(file: { path: string; text: string }, agreement: Pick<AgreementDocument, 'clauses' | 'disputes'>): Block[] {
  const own: Block[] = [
    ...(agreement.clauses ?? []).filter(one => one.file === file.path).map(({ id, from, to }) => ({ kind: 'clause' as const, name: id, from, to })),
    ...(agreement.disputes ?? []).filter(one => one.file === file.path).map(({ name, from, to }) => ({ kind: 'dispute' as const, name, from, to })),
  ].sort((one, other) => one.from - other.from);
  const blocks: Block[] = [];
  let at = 0;
  for (const block of own) {
    const from = Math.max(at, withComments(file.text, block.from));
    between(at, from);

    at = Math.max(from, file.text[block.to - 1] === '\n' ? block.to : lineEnd(file.text, block.to));
    blocks.push({ ...block, from, to: at });
  }

  between(at, file.text.length);
  return blocks;

  /** Blank lines belong to what stands above them. */
  function between(from: number, to: number) {
    const before = blocks[blocks.length - 1];
    if (before !== undefined && file.text.slice(from, to).trim().length === 0) {
      before.to = to;
    } else if (from < to) {
      blocks.push({ kind: 'between', name: `${from}`, from, to });
    }
  }
}

/** A piece of text as it is shown. */
export type Run =
  | { kind: 'plain' | 'comment' | 'quote' | 'word' | 'wrong'; text: string }
  | { kind: 'name'; text: string; name: number; isFirst: boolean }
  | { kind: 'fault'; diagnostic: DiagnosticEntry };

/** Where a name stands in a file. */
export interface Use { from: number; to: number; name: number }

/** All places of a file at which a declared name stands, in order. */
export function usesIn(path: string, names: readonly NameEntry[]): Use[] {
  const uses = names.flatMap((entry, name) => [entry, ...entry.uses].filter(one => one.file === path).map(({ from, to }) => ({ from, to, name })));
  return uses.sort((one, other) => one.from - other.from || other.to - one.to);
}

/** What is wrong within a block. What is missing at the very end of a file is told in its last block. */
export function faultsIn(file: { path: string; text: string }, { from, to }: Block, diagnostics: readonly DiagnosticEntry[]): DiagnosticEntry[] {
  return diagnostics.filter(({ place }) => place.file === file.path && from <= place.offset && (place.offset < to || to === file.text.length));
}

/** A stretch of a file as runs: comments, quotations, names, and what is wrong below the line that it is in. The diagnostics are those of the stretch. */
export function runsOf(text: string, from: number, to: number, uses: readonly Use[], diagnostics: readonly DiagnosticEntry[]): Run[] {
  const runs: Run[] = [];
  const seen = new Set<number>();
  const faults = [...diagnostics].sort((one, other) => one.place.offset - other.place.offset);
  const beginning = new Map(faults.filter(({ place }) => place.length > 0).map(one => [one.place.offset, one]));
  let use = firstAtOrAfter(uses, from);
  let at = from;
  while (at < to) {
    const kind = text.startsWith('--', at) ? 'comment' : text[at] === '"' ? 'quote' : undefined;
    const end = kind === 'comment' ? lineEnd(text, at) : kind === 'quote' ? quoteEnd(text, at) : at;
    while (use < uses.length && uses[use]!.from < at) {
      use++;
    }

    const fault = kind === undefined ? beginning.get(at) : undefined;
    if (fault !== undefined) {
      const wrong = text.slice(at, Math.min(at + fault.place.length, lineEnd(text, at), to)).replace(/\n$/, '');
      push('wrong', wrong);
      at += Math.max(wrong.length, 1);
      if (wrong.length === 0) {
        push('plain', text[at - 1]!);
      }
    } else if (kind !== undefined) {
      push(kind, text.slice(at, Math.min(end, to)));
      at = Math.min(end, to);
    } else if (use < uses.length && uses[use]!.from === at && uses[use]!.to <= to && uses[use]!.to > at) {
      const { name } = uses[use]!;
      runs.push({ kind: 'name', text: text.slice(at, uses[use]!.to), name, isFirst: !seen.has(name) });
      seen.add(name);
      at = uses[use]!.to;
    } else {
      const word = at === 0 || text[at - 1] === '\n' ? /^[a-z]+/.exec(text.slice(at, at + 20)) : null;
      if (word) {
        push('word', word[0]);
        at += word[0].length;
      } else {
        push('plain', text[at]!);
        at++;
      }
    }

    // What is wrong is told below the line in which it begins.
    if (at >= to || text[at - 1] === '\n') {
      while (faults.length > 0 && (faults[0]!.place.offset < at || at >= to)) {
        runs.push({ kind: 'fault', diagnostic: faults.shift()! });
      }
    }
  }

  return runs;

  function push(kind: 'plain' | 'comment' | 'quote' | 'word' | 'wrong', said: string) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.kind === kind && kind === 'plain') {
      last.text += said;
    } else {
      runs.push({ kind, text: said });
    }
  }
}

export type ReadingSection = ReadingDocument['sections'][number];

/** The sections of the reading that stand beside each block: a clause's beside it; those between clauses beside what is between them. */
export function besides(blocks: readonly Block[], sections: readonly ReadingSection[]): ReadingSection[][] {
  const beside: ReadingSection[][] = blocks.map(() => []);
  if (blocks.length === 0) {
    return beside;
  }

  let at = 0;
  for (const section of sections) {
    const own = section.clause === undefined ? -1 : blocks.findIndex(block => block.kind === 'clause' && block.name === section.clause);
    if (own >= 0) {
      at = own;
    } else if (blocks[at]!.kind === 'clause') {
      // What follows the clauses stands beside what follows them in the text.
      const next = blocks.findIndex((block, index) => index > at && block.kind !== 'clause');
      at = next >= 0 ? next : at;
    }

    beside[at]!.push(section);
  }

  return beside;
}

function withComments(text: string, from: number): number {
  let at = text.lastIndexOf('\n', from - 1) + 1;
  while (at > 0) {
    const before = text.lastIndexOf('\n', at - 2) + 1;
    if (!text.slice(before, at).startsWith('--')) {
      break;
    }

    at = before;
  }

  return at;
}

/** Just after the line's end, or the end of the text. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Just after the closing mark; a quotation that is not closed goes to the end of its line. */
function quoteEnd(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === '"') {
      return end + 1;
    }

    if (text[end] === '\n') {
      break;
    }

    if (text[end] === '\\') {
      end++;
    }
  }

  return lineEnd(text, at);
}

function firstAtOrAfter(uses: readonly Use[], from: number): number {
  let low = 0;
  let high = uses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (uses[middle]!.from < from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }

  return low;
}
