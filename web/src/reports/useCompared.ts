import { untried, type Question } from '../address';
import type { ChangesDocument, StatusDocument } from '../documents';
import { pathOf, useDocument } from '../server';
import { cellName } from '../verdicts/grouping';
import { compared, isBeyond } from './changes';

/** What changes, on days after all that is on file against the last answer there, which may be on its way still; and the last day on file where some are such days. */
export function useCompared(told: ChangesDocument, trial: Question): { changes: ChangesDocument; isWaiting: boolean; lastOnFile?: string } {
  const goesBeyond = told.changes.some(one => one.changes.some(change => isBeyond(change, told)));
  const { on: _, ...untold } = untried(trial);
  const asked = useDocument<StatusDocument>(goesBeyond ? pathOf(untold, 'status') : undefined);
  const last = asked.answer;
  const onFile = new Map(last?.rows.flatMap(row => row.verdicts.map(verdict => [cellName(row, verdict.view), verdict])));
  return { changes: compared(told, (row, view) => onFile.get(cellName(row, view))), isWaiting: goesBeyond && asked.state === 'waiting' && last === undefined, ...(goesBeyond ? { lastOnFile: told.knownBefore } : {}) };
}
