import { expect, it } from 'vitest';
import { named } from '../../src/look';
import { isCrowded, joined } from '../../src/map/LaneBar';
import type { Stretch } from '../../src/map/lanes';

function stretches(...keys: string[]): Stretch[] {
  return keys.map((key, at) => ({ from: at, before: at + 1, look: named(key), told: { label: `${key} ${at}`, standing: 'in force', conduct: 'kept' } as Stretch['told'] }));
}

it('neighbours of the same sort are drawn as one, and no day is lost', () => {
  expect(joined(stretches('kept', 'kept', 'open', 'kept')).map(({ from, before, look }) => [from, before, look.key])).toEqual([[0, 2, 'kept'], [2, 3, 'open'], [3, 4, 'kept']]);
});

it('a lane is crowded only with very many stretches', () => {
  expect(isCrowded(stretches('kept', 'open'))).toBe(false);
  expect(isCrowded(stretches(...Array.from({ length: 400 }, (_, at) => (at % 2 === 0 ? 'kept' : 'open'))))).toBe(true);
});
