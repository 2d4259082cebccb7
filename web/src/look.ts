import type { Told } from './documents';

/** How a verdict looks: a colour and a pattern that tell it without the colour, always beside its words. The status page uses the same. */
export interface Look { key: string; says: string; size: number; lines: string }

export const looks: readonly Look[] = [
  { key: 'kept', says: 'in force, kept', size: 8, lines: '' },
  { key: 'quiet', says: 'in force, nothing asked', size: 8, lines: 'M4 3.5v1' },
  { key: 'broken', says: 'broken', size: 7, lines: 'M0 0L7 7M7 0L0 7' },
  { key: 'excused', says: 'excused', size: 8, lines: 'M4 1v6M1 4h6' },
  { key: 'pending', says: 'due, still in time', size: 8, lines: 'M0 4h4' },
  { key: 'late', says: 'done late', size: 6, lines: 'M0 3h6' },
  { key: 'open', says: 'cannot tell', size: 6, lines: 'M1 1h1M4 4h1' },
  { key: 'ended', says: 'ended', size: 7, lines: 'M-1 1L1 -1M0 7L7 0M6 8L8 6' },
  { key: 'withdrawn', says: 'withdrawn', size: 6, lines: 'M3 0v6' },
  { key: 'void', says: 'void from birth: never bound', size: 9, lines: 'M2 2L7 7M7 2L2 7' },
  { key: 'expired', says: 'expired', size: 5, lines: 'M0 2.5h5' },
  { key: 'suspended', says: 'suspended', size: 8, lines: 'M0 2h5M3 6h5' },
  { key: 'offered', says: 'offered, binds nobody yet', size: 8, lines: 'M2 4a2 2 0 1 0 4 0a2 2 0 1 0 -4 0' },
  { key: 'refused', says: 'refused', size: 7, lines: 'M-1 6L1 8M0 0L7 7M6 -1L8 1' },
  { key: 'none', says: 'not in force', size: 8, lines: '' },
  { key: 'several', says: 'several answers: see the table', size: 10, lines: 'M0 0h10v5h-10z' },
];

/** The look of what is told. */
export function lookOf(told: Told): Look {
  return named(keyOf(told));
}

export function named(key: string): Look {
  return looks.find(look => look.key === key) ?? looks[looks.length - 1]!;
}

function keyOf({ standing, conduct }: Told): string {
  if (conduct === 'broken') {
    return 'broken';
  }

  if (standing === 'cannot tell' || conduct === 'cannot tell') {
    return 'open';
  }

  switch (conduct) {
    case 'kept':
      return standing === 'in force' ? 'kept' : standingKey(standing);
    case 'excused':
      return 'excused';
    case 'pending':
      return 'pending';
    case 'cured late':
      return 'late';
    default:
      return standingKey(standing);
  }
}

function standingKey(standing: string): string {
  switch (standing) {
    case 'in force':
      return 'quiet';
    case 'not in force':
      return 'none';
    case 'void from birth':
      return 'void';
    default:
      return standing;
  }
}
