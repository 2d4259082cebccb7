import type { Box, Spot } from './sheet';

/** A name to be put on a map. Areas are named in themselves, points beside themselves. */
export interface Naming { key: string; text: string; at: Spot; sort: 'area' | 'part' | 'point' }

/** A name put on a map: where its line of letters begins, and the point to which a line leads where it had to move away. */
export interface Placed { key: string; text: string; sort: Naming['sort']; x: number; y: number; width: number; to?: Spot }

const ways: readonly (readonly [number, number])[] = [[1, 0], [-1, 0], [0.8, -0.8], [0.8, 0.8], [-0.8, -0.8], [-0.8, 0.8], [0, -1], [0, 1]];
const distances = { point: [0.8, 1.6, 2.4], area: [0], part: [0] };
const rows = { area: [0, 1, -1, 2, -2, 3, -3], part: [0, 1, -1], point: [0] };

/** Puts names so that none lies on another or on a point: areas first, then points, then parts of areas; each at the first free spot, near ones first. A name for which
 * there is no room is left out: it also stands in the table, and comes when one looks closer.
 * @param size The height of the letters, in units of the sheet.
 * @param kept Spots that no name may cover, as circles of about the size of the letters. */
export function placed(names: readonly Naming[], view: Box, size: number, kept: readonly Spot[] = []): Placed[] {
  const taken: Box[] = [...kept, ...names.filter(name => name.sort === 'point').map(name => name.at)]
    .map(spot => ({ x: spot.x - size * 0.45, y: spot.y - size * 0.45, width: size * 0.9, height: size * 0.9 }));
  const found: Placed[] = [];
  for (const sort of ['area', 'point', 'part'] as const) {
    for (const name of names.filter(name => name.sort === sort && holds(view, name.at))) {
      const own = sort === 'point' ? besides(name, view, size, taken) : within(name, view, size, taken);
      if (own !== undefined) {
        taken.push({ x: own.x, y: own.y, width: own.width, height: size });
        found.push(own);
      }
    }
  }

  return found;
}

function within(name: Naming, view: Box, size: number, taken: readonly Box[]): Placed | undefined {
  const width = widthOf(name.text, size) * (name.sort === 'area' ? 1.2 : 1);
  for (const row of rows[name.sort]) {
    const box = held(name.at.x - width / 2, name.at.y - size / 2 + row * size * 1.2, width, size, view);
    if (isFree(box, size, taken)) {
      return { key: name.key, text: name.text, sort: name.sort, x: box.x, y: box.y, width };
    }
  }

  return undefined;
}

function besides(name: Naming, view: Box, size: number, taken: readonly Box[]): Placed | undefined {
  const width = widthOf(name.text, size);
  for (const away of distances.point) {
    for (const [right, down] of ways) {
      const x = name.at.x + right * away * size + (right > 0 ? 0 : right < 0 ? -width : -width / 2);
      const box = held(x, name.at.y + down * away * size - size / 2, width, size, view);
      if (isFree(box, size, taken)) {
        return { key: name.key, text: name.text, sort: name.sort, x: box.x, y: box.y, width, ...(away > 1 ? { to: name.at } : {}) };
      }
    }
  }

  return undefined;
}

/** How wide a text is about: scripts of the Far East are as wide as high. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text) {
    width += letter.codePointAt(0)! < 0x2e80 ? 0.56 : 1.05;
  }

  return width * size;
}

function held(x: number, y: number, width: number, size: number, view: Box): Box {
  const left = view.x + size / 2, top = view.y + size / 2;
  return {
    x: Math.max(left, Math.min(x, view.x + view.width - width - size / 2)),
    y: Math.max(top, Math.min(y, view.y + view.height - size * 1.5)),
    width,
    height: size,
  };
}

function holds(view: Box, at: Spot): boolean {
  return at.x >= view.x && at.x <= view.x + view.width && at.y >= view.y && at.y <= view.y + view.height;
}

function isFree(box: Box, size: number, taken: readonly Box[]): boolean {
  return !taken.some(other => box.x < other.x + other.width + size * 0.2 && other.x < box.x + box.width + size * 0.2
    && box.y < other.y + other.height + size * 0.12 && other.y < box.y + box.height + size * 0.12);
}
