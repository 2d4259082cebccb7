import { untried, type Question } from '../address';
import type { ChangesDocument, StatusDocument } from '../documents';
import { pathOf, useDocument } from '../server';
import { cellName } from '../verdicts/grouping';
import { compared, isBeyond } from './changes';

/** What changes, on days after all that is on file against the last answer there; and the last day on file where some are such days. */
export function useCompared(told: ChangesDocument, trial: Question): { changes: ChangesDocument; lastOnFile?: string } {
  const goesBeyond = told.changes.some(one => one.changes.some(change => isBeyond(change, told)));
  const { on: _, ...untold } = untried(trial);
  const last = useDocument<StatusDocument>(goesBeyond ? pathOf(untold, 'status') : undefined).answer;
  const onFile = new Map(last?.rows.flatMap(row => row.verdicts.map(verdict => [cellName(row, verdict.view), verdict])));
  return { changes: compared(told, (row, view) => onFile.get(cellName(row, view))), ...(goesBeyond ? { lastOnFile: told.knownBefore } : {}) };
}
