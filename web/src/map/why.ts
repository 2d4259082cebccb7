import type { Address, Question } from '../address';
import type { RowEntry } from '../documents';
import { isoOf } from './scale';

/** Where the reasons of an answer stand: the verdicts on that day in that view, with the one meant opened. */
export function whyAddress(question: Question, row: RowEntry, view: string | undefined, day: number): Address {
  return {
    screen: 'verdicts',
    question: { ...question, on: isoOf(day), ...(view === undefined ? {} : { view: [view] }) },
    own: {
      clause: row.clause.id,
      party: row.party,
      ...(row.addressee === undefined ? {} : { addressee: row.addressee }),
      ...(row.instance === undefined ? {} : { instance: row.instance }),
      ...(row.place === undefined ? {} : { place: row.place }),
      ...(view === undefined ? {} : { in: view }),
    },
  };
}
