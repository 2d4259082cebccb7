import type { Address, Question } from '../address';
import type { RowEntry } from '../documents';
import { cellName } from '../screens/verdicts/grouping';
import { isoOf } from './scale';

/** Where the reasons of an answer stand: the verdicts on that day, with the answer meant opened in its view. The other views stay beside it. */
export function whyAddress(question: Question, row: RowEntry, view: string, day: number): Address {
  return { screen: 'verdicts', question: { ...question, on: isoOf(day) }, own: { cell: cellName(row, view) } };
}
