import { ask, type Question } from '../address';
import type { ProofEntry, ReportEntry } from '../documents';
import { day } from '../parts/Days';
import { Outward } from '../parts/Link';
import { capital, listed } from '../parts/names';
import { Prose } from '../parts/Prose';
import { saidHow, saidWords } from '../reports/list';
import { gradeWords } from '../reports/words';
import { wayKey, withBelief } from './choices';
import { pressing } from './opening';

/** What a proof may tell about reports: who said it, where it stands, who contests it. */
export interface OnFile { question: Question; reports: ReadonlyMap<string, ReportEntry>; party: (name: string) => string }

const kinds: Record<ProofEntry['kind'], string> = {
  'step': '',
  'report': 'Report',
  'nothing on file': 'Looked for, not found',
  'position': 'Position',
  'term': 'Term',
  'reading': 'Reading',
};

/** A proof as a list in lists: each step unfolds to what it follows from, down to reports and what was not found. */
export function ProofTree({ proof, onFile, depth = 0 }: { proof: readonly ProofEntry[]; onFile: OnFile; depth?: number }) {
  return (
    <ul class="proof">
      {distinct(proof).map((entry, index) => (
        <li key={index}>
          {entry.because !== undefined && entry.because.length > 0 ? (
            <details open={depth < 2}>
              <summary><Says entry={entry} /></summary>
              <ProofTree proof={entry.because} onFile={onFile} depth={depth + 1} />
            </details>
          ) : <Leaf entry={entry} onFile={onFile} />}
        </li>
      ))}
    </ul>
  );
}

function Says({ entry }: { entry: ProofEntry }) {
  return <>{kinds[entry.kind].length > 0 && <span class="kind">{kinds[entry.kind]}</span>} <Prose text={withoutDigest(entry.says)} /></>;
}

function Leaf({ entry, onFile }: { entry: ProofEntry; onFile: OnFile }) {
  const report = entry.report === undefined ? undefined : onFile.reports.get(entry.report);
  return (
    <>
      {report === undefined || entry.kind !== 'report' ? <Says entry={entry} /> : <Report report={report} onFile={onFile} />}
      {entry.doubts !== undefined && entry.doubts.length > 0 && (
        <div class="doubts">Not sure here, since
          <ul>{entry.doubts.map(doubt => <li key={doubt}>{doubt}</li>)}</ul>
        </div>
      )}
    </>
  );
}

function Report({ report, onFile: { question, party } }: { report: ReportEntry; onFile: OnFile }) {
  const isAside = question.disbelieve.includes(report.name);
  const setAside = [{ report: report.name, believed: false }];
  return (
    <div class="report">
      <p><span class="kind">{report.supposed === true ? 'Supposed report' : 'Report'}</span> <code>{report.name}</code>: {report.says}</p>
      <p class="note">
        Said by {party(report.by)}{report.said.length > 0 && `, ${saidWords({ said: report.said, saidHow: saidHow(report), report }, day)}`}.
        {(report.title !== undefined || report.address !== undefined) && <> {capital(gradeWords(report.grade))}: <Outward address={report.address}><cite>{report.title ?? 'the page'}</cite></Outward>.</>}
        {' '}{report.contestedBy.length > 0 ? <b>Contested by {listed(report.contestedBy.map(party))}.</b> : question.knownOn === undefined && question.knownTo === undefined ? 'Nobody on file contests it.' : 'As far as was known, nobody contests it.'}
      </p>
      <button
        type="button"
        class="plain"
        aria-pressed={isAside}
        data-way={wayKey(setAside)}
        onClick={() => {
          pressing(setAside);
          ask(withBelief(question, report.name, isAside ? undefined : false));
        }}
      >
        {isAside ? 'Take it as each view does' : 'Try without this report'}
      </button>
    </div>
  );
}

/** The digest ties a leaf to the report's bytes; it is for machines, and in the documents. */
function withoutDigest(says: string): string {
  return says.replace(/ \[[0-9a-f]{12}\]$/, '');
}

/** The same step may be needed twice by a proof; to read it once is enough. */
function distinct(proof: readonly ProofEntry[]): ProofEntry[] {
  const seen = new Set<string>();
  return proof.filter(entry => {
    const text = JSON.stringify(entry);
    return !seen.has(text) && seen.add(text);
  });
}
