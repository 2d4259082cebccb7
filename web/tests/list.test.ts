import { describe, expect, it } from 'vitest';
import type { AgreementDocument, ReportEntry, ReportsDocument } from '../src/documents';
import { day } from '../src/parts/calendar';
import { declaredHow, saidHow, saidWords, Shelf, wordsOf, type Filter, type SaidHow } from '../src/reports/list';

const none: Filter = { words: '', by: '', grade: '', place: '', kind: '', contested: '', since: '', until: '' };

const agreement = {
  schema: 'proviso/agreement/1', name: 'lake', title: 'Lake', version: '1', sound: true, files: [], diagnostics: [],
  parties: [{ name: 'north', title: 'Northland', group: false, between: true }, { name: 'south', title: 'Southland', group: false, between: true }],
  places: [
    { name: 'lake', title: 'the lake', kind: 'region', within: [] },
    { name: 'north-shore', title: 'the northern shore', kind: 'region', within: ['lake'] },
    { name: 'port', title: 'Port North', kind: 'site', within: ['north-shore'] },
  ],
} as AgreementDocument;

function report(name: string, more: Partial<ReportEntry>): ReportEntry {
  return { name, kind: 'state', says: `What ${name} says`, by: 'south', grade: 'own statement', said: '2024-01-01', contestedBy: [], ...more };
}

const document: ReportsDocument = {
  schema: 'proviso/reports/1',
  agreement: { name: 'lake', title: 'Lake' },
  knownOn: '2024-07-01',
  reports: [
    report('heron-seen', { says: 'The Heron boat was present', place: 'port', said: '2024-02-13', from: '2024-02-10', grade: 'official', contestedBy: ['north'], title: 'Note of Southland' }),
    report('shorter', { kind: 'correction', of: 'heron-seen', said: '2024-02-20' }),
    report('drought', { kind: 'event', by: 'north', said: '2024-03-01', from: '2024-01-15', place: 'lake', grade: 'press' }),
  ],
  positions: [{ holder: 'north', verb: 'denies', says: 'Northland denied that it was armed', by: 'north', grade: 'own statement', said: '2024-02-14', on: '2024-02-14', report: 'heron-seen' }],
};

const shelf = new Shelf(document, agreement);
const keys = (filter: Partial<Filter>, order: 'newest' | 'day' | 'name' = 'newest') => shelf.found({ ...none, ...filter }, order).map(item => item.key);

describe('the list', () => {
  it('shows what was said last first, or goes by day, or by name', () => {
    expect(keys({})).toEqual(['drought', 'shorter', 'position:1', 'heron-seen']);
    expect(keys({}, 'day')).toEqual(['drought', 'heron-seen', 'position:1', 'shorter']);
    expect(keys({}, 'name')).toEqual(['drought', 'heron-seen', 'shorter', 'position:1']);
  });

  it('finds words in any order, in names, places, parties and titles', () => {
    expect(keys({ words: 'BOAT heron' })).toEqual(['heron-seen']);
    expect(keys({ words: 'port north' })).toEqual(['heron-seen']);
    expect(keys({ words: 'northland' })).toEqual(['drought', 'position:1']);
    expect(keys({ words: '"note of southland"' })).toEqual(['heron-seen']);
    expect(keys({ words: '"of note"' })).toEqual([]);
  });

  it('finds what lies in a place by the names of the places around it', () => {
    expect(keys({ words: 'northern shore' })).toEqual(['heron-seen']);
    expect(keys({ words: '"the lake"' })).toEqual(['drought', 'heron-seen']);
  });

  it('counts reports and positions apart', () => {
    expect([shelf.onFile, shelf.reportsOnFile]).toEqual([4, 3]);
  });

  it('takes a place with all that lies in it', () => {
    expect(keys({ place: 'lake' })).toEqual(['drought', 'heron-seen']);
    expect(keys({ place: 'north-shore' })).toEqual(['heron-seen']);
    expect(shelf.choices('place', shelf.placeTitle).map(choice => [choice.value, choice.count])).toEqual([['port', 1], ['lake', 2], ['north-shore', 1]]);
  });

  it('filters by whom, grade, kind, contested or not, and when it was said', () => {
    expect(keys({ by: 'north' })).toEqual(['drought', 'position:1']);
    expect(keys({ grade: 'press' })).toEqual(['drought']);
    expect(keys({ kind: 'contest' })).toEqual(['position:1']);
    expect(keys({ contested: 'yes' })).toEqual(['heron-seen']);
    expect(keys({ contested: 'no' })).toHaveLength(3);
    expect(keys({ since: '2024-02-14', until: '2024-02-20' })).toEqual(['shorter', 'position:1']);
  });

  it('knows what contests a report and what came later of it', () => {
    expect(shelf.contests.get('heron-seen')?.map(item => item.key)).toEqual(['position:1']);
    expect(shelf.later.get('heron-seen')?.map(item => item.key)).toEqual(['shorter']);
  });

  it('searches ten thousand in a moment', () => {
    const many = new Shelf({ ...document, reports: Array.from({ length: 10_000 }, (_, index) => report(`r-${index}`, { says: 'At least one boat was present in the lake '.repeat(8), said: `2024-01-${10 + index % 20}` })) }, agreement);
    many.found(none, 'newest');
    expect(many.found({ ...none, words: 'boat r-9999' }, 'newest').map(item => item.key)).toEqual(['r-9999']);
  });
});

describe('the name of a position in the address', () => {
  it('is its place, and each has its own', () => {
    const position = { ...document.positions[0]!, file: 'positions.proviso', line: 12 };
    const both = new Shelf({ ...document, reports: [], positions: [position, position, document.positions[0]!] }, agreement);
    expect(both.items.map(item => item.key)).toEqual(['position:positions.proviso:12', 'position:positions.proviso:12:2', 'position:3']);
  });
});

describe('what is typed to be found', () => {
  it('is words, and what stands in quotes as one', () => {
    expect(wordsOf('  Two "of The" three')).toEqual(['two', 'of the', 'three']);
    expect(wordsOf('an open "quote')).toEqual(['an', 'open', 'quote']);
  });
});

describe('the day of saying', () => {
  it('is told as exactly as it is known', () => {
    expect(saidHow({ saidFrom: '2024-01-02', said: '2024-01-02' })).toBe('exactly');
    expect(saidHow({ saidFrom: '2024-01-02', said: '2024-01-05' })).toBe('between');
    expect(saidHow({ saidFrom: '2024-04-01', said: '2024-06-28', sentence: 'report r … said between 2024-04-01 and 2024-06-28 grade press source "x".' })).toBe('by');
    expect(saidHow({ saidFrom: '2016-05-12', said: '2026-11-24', sentence: 'report r … grade press source "a \\"note\\" said 2024-01-02".' })).toBe('not on file');
    expect(saidHow({ said: '2026-11-24' })).toBe('by');
  });

  it('is told of a declaration as exactly as its sentence has it, whatever its titles say', () => {
    expect(declaredHow('position … said 2024-01-02 grade press source "x".')).toBe('exactly');
    expect(declaredHow('position … said 2024-01 grade press source "x".')).toBe('by');
    expect(declaredHow('position … grade press source "a \\"note\\" said 2024-01-02".')).toBe('not on file');
    expect(declaredHow(undefined)).toBe('exactly');
  });

  it('is told in words', () => {
    const words = (saidFrom: string | undefined, said: string, saidHow: SaidHow) => saidWords({ said, saidHow, report: report('r', { said, ...(saidFrom === undefined ? {} : { saidFrom }) }) }, day);
    expect(words('2023-09-18', '2023-09-30', 'between')).toBe('between 18 September 2023 and 30 September 2023; the day is not exactly known');
    expect(words(undefined, '2023-09-30', 'by')).toBe('by 30 September 2023; the day is not exactly known');
    expect(words('2023-09-30', '2023-09-30', 'exactly')).toBe('30 September 2023');
  });

  it('does not make something old the newest because its source was read late', () => {
    const old = report('old', { said: '2026-11-24', from: '2016-05-12', sentence: 'report old boat present in lake from 2016-05-12 onward by south grade press source "x".' });
    const found = new Shelf({ ...document, reports: [old, ...document.reports], positions: [] }, agreement).found(none, 'newest');
    expect(found.map(item => item.key)).toEqual(['drought', 'shorter', 'heron-seen', 'old']);
  });
});
