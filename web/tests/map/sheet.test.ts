import { describe, expect, it } from 'vitest';
import { areaOf, ringsOf } from '../../src/map/outline';
import { placed, type Naming } from '../../src/map/placing';
import { fitted, inside, read, spotOf, written, zoomed, type Box } from '../../src/map/sheet';

const sheet: Box = { x: 0, y: 0, width: 10_000, height: 4_868 };

describe('the sheet', () => {
  it('puts points where the server does', () => {
    expect(spotOf(34.7, -120.6, 10_000)).toEqual({ x: 1659, y: 1178 });
    expect(spotOf(62.9, 40.6, 10_000)).toEqual({ x: 5601, y: 353 });
  });

  it('keeps both sides of the date line apart at the Bering Strait only', () => {
    expect(spotOf(66, -169.9, 10_000).x).toBeGreaterThan(7_000);
    expect(spotOf(66, -168.1, 10_000).x).toBeLessThan(3_000);
    expect(spotOf(-18, 179.9, 10_000).x).toBeLessThan(spotOf(-18, -179.9, 10_000).x);
  });
});

describe('the window', () => {
  it('holds what it is fitted to', () => {
    const own = { x: 4_000, y: 300, width: 2_000, height: 900 };
    for (const shape of [0.8, 1.5, 2.3]) {
      const box = fitted(own, shape, sheet);
      expect(box.width / box.height).toBeCloseTo(shape);
      expect(box.x).toBeLessThanOrEqual(own.x);
      expect(box.y).toBeLessThanOrEqual(own.y);
      expect(box.x + box.width).toBeGreaterThanOrEqual(own.x + own.width);
      expect(box.y + box.height).toBeGreaterThanOrEqual(own.y + own.height);
    }
  });

  it('shows what lies around a single point', () => {
    expect(fitted({ x: 5_000, y: 1_000, width: 2, height: 2 }, 2, sheet).width).toBeGreaterThan(500);
  });

  it('does not leave the sheet', () => {
    const box = inside({ x: -3_000, y: 9_000, width: 1_000, height: 500 }, 2, sheet);
    expect([box.x, box.y + box.height]).toEqual([0, sheet.height]);
    expect(inside({ x: 0, y: 0, width: 90_000, height: 45_000 }, 2, sheet).width).toBe(10_000);
  });

  it('shows the whole sheet in its middle where it has another shape', () => {
    const tall = inside({ ...sheet }, 1, sheet);
    expect(tall.width).toBe(10_000);
    expect(tall.y + tall.height / 2).toBe(sheet.height / 2);
  });

  it('comes closer to a point without moving it', () => {
    const box = { x: 2_000, y: 1_000, width: 4_000, height: 2_000 }, at = { x: 3_000, y: 1_500 };
    const near = zoomed(box, 0.5, at, 2, sheet);
    expect((at.x - near.x) / near.width).toBeCloseTo((at.x - box.x) / box.width);
    expect((at.y - near.y) / near.height).toBeCloseTo((at.y - box.y) / box.height);
  });

  it('stands in an address and is read from it, and nonsense is not', () => {
    const box = { x: 2_000, y: 1_000, width: 4_000, height: 2_000 };
    expect(written(box)).toBe('4000 2000 4000');
    expect(read('4000 2000 4000', 2, sheet)).toEqual(box);
    for (const nonsense of [undefined, '', '1 2', 'a b c', '1 2 -3', '1 2 NaN', '1 2 Infinity']) {
      expect(read(nonsense, 2, sheet)).toBeUndefined();
    }
  });
});

describe('an outline', () => {
  it('is read as the server writes it', () => {
    expect(ringsOf('M10 10l20 0 0 20-20 0zM100 100l5 0 0-5z')).toEqual([
      [{ x: 10, y: 10 }, { x: 30, y: 10 }, { x: 30, y: 30 }, { x: 10, y: 30 }],
      [{ x: 100, y: 100 }, { x: 105, y: 100 }, { x: 105, y: 95 }],
    ]);
  });

  it('has an area, whichever way it runs', () => {
    const [ring] = ringsOf('M0 0l100 0 0 100-100 0z');
    expect([areaOf(ring!), areaOf([...ring!].reverse())]).toEqual([10_000, 10_000]);
  });
});

describe('names', () => {
  const view: Box = { x: 0, y: 0, width: 1_000, height: 500 };
  const overlap = (one: { x: number; y: number; width: number }, other: { x: number; y: number; width: number }) =>
    one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + 13 && other.y < one.y + 13;

  it('never lie on each other', () => {
    const names: Naming[] = Array.from({ length: 40 }, (_, at) => ({ key: `${at}`, text: `Place number ${at}`, at: { x: 300 + (at * 37) % 200, y: 200 + (at * 23) % 100 }, sort: at % 3 === 0 ? 'area' : 'point' }));
    const found = placed(names, view, 13);
    expect(found.length).toBeGreaterThan(10);
    for (const one of found) {
      expect(found.filter(other => other !== one && overlap(one, other))).toEqual([]);
      expect(one.x >= 0 && one.x + one.width <= 1_000).toBe(true);
    }
  });

  it('of what is out of sight are left out', () => {
    expect(placed([{ key: 'a', text: 'Far', at: { x: 2_000, y: 100 }, sort: 'point' }], view, 13)).toEqual([]);
  });

  it('that had to move away have a line to their point', () => {
    const crowd: Naming[] = Array.from({ length: 9 }, (_, at) => ({ key: `${at}`, text: 'A rather long name', at: { x: 500, y: 250 + at }, sort: 'point' as const }));
    const found = placed(crowd, view, 13);
    expect(found[0]!.to).toBeUndefined();
    expect(found.some(name => name.to !== undefined)).toBe(true);
  });
});
