import type { StatusVerdict, Told } from '../documents';

/** The first day of what was done, where the label tells it and it is older than the whole answer. */
export function olderConduct(verdict: StatusVerdict): string | undefined {
  return tellsConduct(verdict) && verdict.conductSince < verdict.since ? verdict.conductSince : undefined;
}

/** Since when the clause perhaps stood so, where that is what is new on the day of the whole answer. */
export function perhapsBeside({ since, standingSince, perhapsSince }: StatusVerdict): string | undefined {
  return since === standingSince ? perhapsSince : undefined;
}

/** False where nothing is told of what was done, or only that it is not broken. */
export function tellsConduct({ standing, conduct }: Told): boolean {
  return conduct !== 'not triggered' && conduct !== 'cannot tell' && !(standing === 'cannot tell' && conduct === 'kept');
}
