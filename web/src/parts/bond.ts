import type { Told } from '../documents';

/** Whether a clause is in force, as far as one answer tells (whether it then binds may hang on a condition): `over` is no longer, or never was; `idle` is not yet, or only offered. */
export type Bond = 'in force' | 'over' | 'suspended' | 'idle' | 'untold';

/** Whether it is in force by an answer. What cannot be told is still told here where every possibility comes to the same. */
export function bondOf(told: Told): Bond {
  const bonds = new Set(possibilities(told).map(bondOfStanding));
  return bonds.size === 1 ? [...bonds][0]! : 'untold';
}

/** The standings that an answer leaves possible; itself where it is told. */
export function possibilities({ standing, possible }: Told): string[] {
  return standing === 'cannot tell' ? possible ?? [standing] : [standing];
}

function bondOfStanding(standing: string): Bond {
  switch (standing) {
    case 'in force':
      return 'in force';
    case 'ended':
    case 'withdrawn':
    case 'void from birth':
    case 'expired':
      return 'over';
    case 'suspended':
      return 'suspended';
    case 'not in force':
    case 'offered':
    case 'refused':
      return 'idle';
    default:
      return 'untold';
  }
}

/** For an answer that cannot tell what became of a clause, but does tell that it does not bind: that it does, in a few words. */
export function eitherWay(told: Told): string | undefined {
  const all = possibilities(told);
  if (told.standing !== 'cannot tell' || bondOf(told) !== 'over') {
    return undefined;
  }

  return `${all.length === 2 ? 'either way' : 'in each case'} it ${all.includes('void from birth') ? 'does not bind' : 'no longer binds'}`;
}
