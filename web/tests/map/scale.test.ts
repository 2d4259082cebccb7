import { describe, expect, it } from 'vitest';
import { isoOf, monthsAfter, nextOf, numberOf, partOf, previousOf, ticksOf, yearsOf } from '../../src/map/scale';

const day = numberOf;

describe('days as numbers', () => {
  it('go there and back', () => {
    expect(isoOf(numberOf('2024-02-29'))).toBe('2024-02-29');
    expect(numberOf('1970-01-02')).toBe(1);
    expect(numberOf('1969-12-31')).toBe(-1);
  });

  it('a month later is the same day of the month, or its last', () => {
    expect(isoOf(monthsAfter(day('2024-01-31'), 1))).toBe('2024-02-29');
    expect(isoOf(monthsAfter(day('2023-03-31'), -1))).toBe('2023-02-28');
    expect(isoOf(monthsAfter(day('2023-12-05'), 1))).toBe('2024-01-05');
  });
});

describe('the scale', () => {
  const days = { from: day('2019-08-05'), before: day('2026-11-25') };

  it('begins at nothing and ends at a hundred', () => {
    expect(partOf(days.from, days)).toBe(0);
    expect(partOf(days.before, days)).toBe(100);
  });

  it('names no more years than there is room for', () => {
    expect(yearsOf(days, 12).map(each => each.year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(yearsOf({ from: day('1988-06-01'), before: day('2026-11-25') }, 12).map(each => each.year)).toEqual([1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025]);
    expect(yearsOf({ from: day('2024-01-01'), before: day('2024-12-01') }, 12)).toEqual([]);
  });

  it('draws one tick for days that would stand on each other, and none outside', () => {
    const within = { from: 0, before: 1000 };
    expect(ticksOf([-1, 0, 1, 9, 10, 999, 1000], within, 100)).toEqual([0, 10, 999]);
  });
});

describe('the change before and after', () => {
  const turns = [10, 20, 30];

  it('is never the day itself', () => {
    expect(previousOf(turns, 20)).toBe(10);
    expect(nextOf(turns, 20)).toBe(30);
  });

  it('is none at the ends', () => {
    expect(previousOf(turns, 10)).toBeUndefined();
    expect(nextOf(turns, 30)).toBeUndefined();
    expect(nextOf([], 5)).toBeUndefined();
  });
});
