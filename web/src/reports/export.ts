import type { ReportsDocument } from '../documents';
import type { Item } from './list';

const columns = ['on file', 'sort', 'name', 'what', 'says', 'by', 'grade', 'said from', 'said', 'said how', 'from', 'through', 'place', 'contested by', 'of', 'source', 'address', 'file', 'line', 'sentence'] as const;

/** The list as a table (RFC 4180). */
export function csvOf(items: readonly Item[]): string {
  return [[...columns], ...items.map(cellsOf)].map(row => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** The list in the server's own shape, and of which question it is. */
export function jsonOf(items: readonly Item[], document: ReportsDocument, filter: readonly string[]): string {
  return JSON.stringify({
    schema: document.schema,
    agreement: document.agreement,
    knownOn: document.knownOn,
    ...(filter.length > 0 ? { filter } : {}),
    reports: items.flatMap(item => item.report ?? []),
    positions: items.flatMap(item => item.position ?? []),
  }, null, 2) + '\n';
}

/** What is supposed, as a file of the language that says what it is. */
export function supposedText(suppose: string): string {
  return `-- Supposed in the Proviso workbench. This is invented; none of it is on file.\n\n${suppose.trim()}\n`;
}

/** Gives a text to the person as a file. It is made in the page; nothing goes to a server. */
export function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A spreadsheet takes a text that begins with one of these for a formula; a mark before it keeps it a text, as in the files that the command line writes. */
export function inert(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function cell(text: string): string {
  const safe = inert(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function cellsOf({ report, position, says, by, grade, kind, place, said, saidHow, contestedBy, supposed }: Item): string[] {
  const source = report ?? position;
  return [
    supposed ? 'no, supposed' : 'yes',
    report === undefined ? 'position' : 'report',
    report?.name ?? '',
    position?.verb ?? kind,
    says,
    by,
    grade,
    report === undefined ? '' : report.saidFrom ?? '',
    said,
    saidHow,
    report?.from ?? '',
    report?.through ?? '',
    place,
    contestedBy.join(', '),
    report?.of ?? position?.report ?? '',
    source?.title ?? '',
    source?.address ?? '',
    source?.file ?? '',
    source?.line === undefined ? '' : String(source.line),
    source?.sentence ?? '',
  ];
}
