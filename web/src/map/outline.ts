import type { Spot } from './sheet';

/** The rings of path data as the server writes it: for each ring `M`, one `l` with steps, `z`. */
export function ringsOf(path: string): Spot[][] {
  const rings: Spot[][] = [];
  for (const part of path.split('M')) {
    const numbers = (part.match(/-?\d+/g) ?? []).map(Number);
    if (numbers.length < 6) {
      continue;
    }

    let [x, y] = [numbers[0]!, numbers[1]!];
    const ring = [{ x, y }];
    for (let at = 2; at + 1 < numbers.length; at += 2) {
      x += numbers[at]!;
      y += numbers[at + 1]!;
      ring.push({ x, y });
    }

    rings.push(ring);
  }

  return rings;
}

/** The area inside a ring, in square units. */
export function areaOf(ring: readonly Spot[]): number {
  let twice = 0;
  for (let at = 0; at < ring.length; at++) {
    const from = ring[at]!, to = ring[(at + 1) % ring.length]!;
    twice += from.x * to.y - to.x * from.y;
  }

  return Math.abs(twice) / 2;
}

/** A point well inside the largest of the rings: of the middles of what a few level lines have inside, that of the widest. */
export function insideOf(rings: readonly Spot[][]): Spot | undefined {
  const ring = [...rings].sort((one, other) => areaOf(other) - areaOf(one))[0];
  if (ring === undefined) {
    return undefined;
  }

  const top = Math.min(...ring.map(spot => spot.y)), bottom = Math.max(...ring.map(spot => spot.y));
  let best: { at: Spot; worth: number } | undefined;
  const lines = 15;
  for (let line = 1; line < lines; line++) {
    const y = top + ((bottom - top) * line) / lines + 0.01;
    const crossings = crossingsOf(ring, y);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      // Near the middle of its height a name looks like the name of the whole.
      const width = crossings[at + 1]! - crossings[at]!, worth = width * (1 - 0.6 * Math.abs((2 * line) / lines - 1));
      if (best === undefined || worth > best.worth) {
        best = { at: { x: (crossings[at]! + crossings[at + 1]!) / 2, y }, worth };
      }
    }
  }

  return best?.at ?? ring[0];
}

function crossingsOf(ring: readonly Spot[], y: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < ring.length; at++) {
    const from = ring[at]!, to = ring[(at + 1) % ring.length]!;
    if (from.y <= y !== to.y <= y) {
      found.push(from.x + ((y - from.y) * (to.x - from.x)) / (to.y - from.y));
    }
  }

  return found.sort((one, other) => one - other);
}
