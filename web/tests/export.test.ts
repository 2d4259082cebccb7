import { describe, expect, it } from 'vitest';
import type { ReportsDocument } from '../src/documents';
import { csvOf, inert, jsonOf, supposedText } from '../src/reports/export';
import { Shelf } from '../src/reports/list';

const document: ReportsDocument = {
  schema: 'proviso/reports/1',
  agreement: { name: 'lake', title: 'Lake' },
  knownOn: '2024-07-01',
  reports: [
    { name: 'seen', kind: 'state', says: '=HYPERLINK("https://example.org")', by: 'south', grade: 'press', said: '2024-02-13', contestedBy: ['north', 'east'], title: 'A "note",\nin two lines', sentence: 'report seen\n  boat present in lake.' },
    { name: 'made-up', kind: 'state', says: 'plain', by: 'south', grade: 'press', said: '2024-02-14', contestedBy: [], supposed: true },
  ],
  positions: [{ holder: 'north', verb: 'denies', says: 'North denied it', by: 'north', grade: 'own statement', said: '2024-02-14', on: '2024-02-14', report: 'seen' }],
};
const items = new Shelf(document, undefined).items;

describe('the list as a table', () => {
  const rows = csvOf(items).split('\r\n');

  it('has a heading, a row for each, and ends its lines as the standard says', () => {
    expect(rows[0]).toMatch(/^on file,sort,name,what,says,by,/);
    expect(rows).toHaveLength(5);
    expect(rows[4]).toBe('');
  });

  it('keeps quotes, commas and line breaks inside of quotes', () => {
    expect(rows[1]).toContain('"A ""note"",\nin two lines"');
    expect(rows[1]).toContain('"north, east"');
  });

  it('holds nothing that a spreadsheet takes for a formula', () => {
    expect(rows[1]).toContain(`"'=HYPERLINK(""https://example.org"")"`);
    for (const start of ['=', '+', '-', '@', '\t', '\r', "'="]) {
      expect(inert(`${start}1`)).toBe(`'${start}1`);
    }

    expect(inert("'tis")).toBe("'tis");
    expect(inert('2024-01-01')).toBe('2024-01-01');
  });

  it('marks what is supposed', () => {
    expect(rows[1]).toMatch(/^yes,report,seen,/);
    expect(rows[2]).toMatch(/^"no, supposed",report,made-up,/);
    expect(rows[3]).toMatch(/^yes,position,,denies,North denied it,/);
  });
});

describe('the list as JSON', () => {
  it('has the shape in which the server gives it, and says what was looked for', () => {
    const written = JSON.parse(jsonOf(items.slice(1), document, ['by South']));
    expect(written).toEqual({ schema: 'proviso/reports/1', agreement: document.agreement, knownOn: '2024-07-01', filter: ['by South'], reports: [document.reports[1]], positions: document.positions });
  });
});

describe('what is supposed as a file', () => {
  it('says that it is invented', () => {
    expect(supposedText('report x.\n\n')).toMatch(/^-- Supposed in the Proviso workbench\. This is invented[^\n]*\n\nreport x\.\n$/);
  });
});
