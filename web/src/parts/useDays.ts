import { type Question } from '../address';
import type { AgreementDocument, StatusDocument } from '../documents';
import { pathOf, useDocument } from '../server';

/** The first and the last day that can be asked about. */
export interface Days { first: string; last: string }

/** The days of what is on file and of what is supposed, which may be said later than all else; undefined where nothing can be judged. */
export function useDays({ agreement: name, suppose }: Question, agreement: AgreementDocument | undefined): Days | undefined {
  const { firstDay: first, knownThrough: last } = agreement ?? {};
  const supposed = useDocument<StatusDocument>(
    suppose === undefined || last === undefined ? undefined : pathOf({ agreement: name, view: [], reading: [], believe: [], disbelieve: [], suppose }, 'status'),
  ).answer;
  if (first === undefined || last === undefined) {
    return undefined;
  }

  return suppose === undefined || supposed === undefined ? { first, last } : { first: supposed.firstDay, last: supposed.lastDay };
}
