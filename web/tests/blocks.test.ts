import { describe, expect, it } from 'vitest';
import type { DiagnosticEntry, NameEntry } from '../src/documents';
import { besides, blocksOf, faultsIn, runsOf, usesIn } from '../src/text/blocks';

const text = [
  'party north "North".',
  '',
  '--| "shall keep"',
  'clause 1 "Boats"',
  '  north shall not have boat. -- so it is',
  '',
  'dispute size "How big?"',
  '  on boat.',
  'view small "small".',
  '',
].join('\n');
const file = { path: 'a.proviso', text };
const at = (words: string, from = 0) => text.indexOf(words, from);
const clause = { id: '1', title: 'Boats', asked: '', slots: [], offer: false, file: 'a.proviso', from: at('clause 1'), to: at('. -- so') + 1 };
const dispute = { name: 'size', title: 'How big?', about: '', readings: [], file: 'a.proviso', from: at('dispute'), to: at('on boat.') + 8 };
const north: NameEntry = { name: 'north', sort: 'party', title: 'North', file: 'a.proviso', from: at('north'), to: at('north') + 5, uses: [{ file: 'a.proviso', from: at('north', 30), to: at('north', 30) + 5 }] };

describe('a file', () => {
  const blocks = blocksOf(file, { clauses: [clause], disputes: [dispute] });

  it('is cut at its clauses and disputes, and nothing of it is lost', () => {
    expect(blocks.map(({ kind }) => kind)).toEqual(['between', 'clause', 'dispute', 'between']);
    expect(blocks.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
  });

  it('leaves a comment with the clause below it, and one at the end of its line', () => {
    expect(text.slice(blocks[1]!.from, blocks[1]!.to)).toBe('--| "shall keep"\nclause 1 "Boats"\n  north shall not have boat. -- so it is\n\n');
  });

  it('without clauses is one block', () => {
    expect(blocksOf(file, {})).toEqual([{ kind: 'between', name: '0', from: 0, to: text.length }]);
    expect(blocksOf({ path: 'a', text: '' }, {})).toEqual([]);
  });
});

describe('a stretch', () => {
  const uses = usesIn('a.proviso', [north]);
  const written = (runs: ReturnType<typeof runsOf>) => runs.map(run => (run.kind === 'fault' ? '' : run.text)).join('');

  it('is shown with every character, its names among them', () => {
    const runs = runsOf(text, 0, text.length, uses, []);
    expect(written(runs)).toBe(text);
    expect(runs.flatMap(run => (run.kind === 'name' ? [[run.text, run.isFirst]] : []))).toEqual([['north', true], ['north', false]]);
    expect(runs.flatMap(run => (run.kind === 'quote' ? [run.text] : []))).toEqual(['"North"', '"Boats"', '"How big?"', '"small"']);
  });

  it('tells what is wrong below the line that it is in', () => {
    const fault = { code: 'PV1', severity: 'error', message: 'no', place: { file: 'a.proviso', line: 5, column: 3, offset: at('shall not'), length: 5 }, hints: [], related: [], fixes: [] } satisfies DiagnosticEntry;
    const runs = runsOf(text, 0, text.length, uses, [fault]);
    const index = runs.findIndex(run => run.kind === 'fault');
    expect(runs.find(run => run.kind === 'wrong')).toEqual({ kind: 'wrong', text: 'shall' });
    expect(written(runs.slice(0, index)).endsWith('-- so it is\n')).toBe(true);
    expect(written(runs)).toBe(text);
  });

  it('tells what is missing at the very end, too', () => {
    const missing = { code: 'PV2', severity: 'error', message: 'a full stop is missing', place: { file: 'a.proviso', line: 10, column: 1, offset: text.length, length: 0 }, hints: [], related: [], fixes: [] } satisfies DiagnosticEntry;
    const blocks = blocksOf(file, { clauses: [clause] });
    expect(blocks.map(block => faultsIn(file, block, [missing]).length)).toEqual([0, 0, 1]);
    const last = blocks[2]!;
    expect(runsOf(text, last.from, last.to - 1, uses, faultsIn(file, last, [missing])).pop()).toEqual({ kind: 'fault', diagnostic: missing });
  });

  it('that is never closed or ends oddly is shown all the same', () => {
    for (const odd of ['"open', '--', '"a\\', '"a\nb"', 'x']) {
      expect(written(runsOf(odd, 0, odd.length, [], []))).toBe(odd);
    }
  });
});

describe('the reading', () => {
  it('of a clause stands beside it, and what is between clauses beside what is between them', () => {
    const section = (title: string, clause?: string) => ({ title, blocks: [], ...(clause === undefined ? {} : { clause }) });
    const blocks = blocksOf(file, { clauses: [clause], disputes: [dispute] });
    const beside = besides(blocks, [section('Parties'), section('Boats', '1'), section('Disputes')]);
    expect(beside.map(all => all.map(one => one.title))).toEqual([['Parties'], ['Boats'], ['Disputes'], []]);
  });
});
