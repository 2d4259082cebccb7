import { describe, expect, it } from 'vitest';
import { Heights, rowsBetween } from '../src/reports/window';

describe('heights', () => {
  it('tell where a row begins, whatever was measured, as adding up does', () => {
    const plain = Array.from({ length: 137 }, (_, index) => 40 + (index * 7) % 31);
    const heights = new Heights(plain);
    for (const [index, height] of [[0, 12], [136, 300], [64, 1], [63, 999], [64, 77.5]] as const) {
      expect(heights.set(index, height)).toBe(height - plain[index]!);
      plain[index] = height;
    }

    let top = 0;
    for (let index = 0; index < plain.length; index++) {
      expect(heights.top(index)).toBeCloseTo(top, 6);
      expect(heights.at(top)).toBe(index);
      expect(heights.at(top + plain[index]! - 0.5)).toBe(index);
      top += plain[index]!;
    }

    expect(heights.total).toBeCloseTo(top, 6);
  });

  it('answer the first and the last row outside of all', () => {
    const heights = new Heights([10, 20, 30]);
    expect(heights.at(-5)).toBe(0);
    expect(heights.at(60)).toBe(2);
    expect(heights.at(1e9)).toBe(2);
    expect(new Heights([]).at(0)).toBe(-1);
    expect(new Heights([]).total).toBe(0);
  });
});

describe('the rows between two places', () => {
  const heights = new Heights(new Array(10_000).fill(50));

  it('are those in view and a few more', () => {
    expect(rowsBetween(heights, 5000, 5800, 100)).toEqual({ first: 98, before: 119 });
  });

  it('begin with the first and end with the last', () => {
    expect(rowsBetween(heights, -300, 500, 600).first).toBe(0);
    expect(rowsBetween(heights, 499_900, 500_700, 600).before).toBe(10_000);
  });

  it('are none when the list lies below what is seen, or is empty', () => {
    expect(rowsBetween(heights, -5000, -4200, 600)).toEqual({ first: 0, before: 0 });
    expect(rowsBetween(new Heights([]), 0, 800, 600)).toEqual({ first: 0, before: 0 });
  });
});
