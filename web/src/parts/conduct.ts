import type { StatusVerdict, Told } from '../documents';

/** The first day of what was done, where the label tells it and it is older than the whole answer. */
export function olderConduct(verdict: StatusVerdict): string | undefined {
  return tellsConduct(verdict) && verdict.conductSince < verdict.since ? verdict.conductSince : undefined;
}

/** False where nothing is told of what was done, or only that it is not broken. */
export function tellsConduct({ standing, conduct }: Told): boolean {
  return conduct !== 'not triggered' && conduct !== 'cannot tell' && !(standing === 'cannot tell' && conduct === 'kept');
}
