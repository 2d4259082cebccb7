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
