/** A rectangle of the sheet, in its units: x to the right, y down. */
export interface Box { x: number; y: number; width: number; height: number }

/** A point of the sheet. */
export interface Spot { x: number; y: number }

// Equal Earth: B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map projection", International Journal of Geographical Information Science 33 (2019).
const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];

/** The meridian in the middle, in degrees east: as the server draws, so that the edge runs through the Bering Strait. */
const middle = 11;

const halfWidth = equalEarth(0, 180).x, halfHeight = equalEarth(90, 0).y;

/** Where a point of the earth falls on a sheet of that width. */
export function spotOf(latitude: number, longitude: number, width: number): Spot {
  const turned = longitude - middle < -180 ? longitude - middle + 360 : longitude - middle;
  const at = equalEarth(latitude, turned), scale = width / 2 / halfWidth;
  return { x: Math.round(width / 2 + at.x * scale), y: Math.round((halfHeight - at.y) * scale) };
}

function equalEarth(latitude: number, longitude: number): Spot {
  const theta = Math.asin((Math.sqrt(3) / 2) * Math.sin((latitude * Math.PI) / 180));
  const second = theta * theta, sixth = second ** 3;
  return {
    x: (2 * Math.sqrt(3) * ((longitude * Math.PI) / 180) * Math.cos(theta)) / (3 * (a1 + 3 * a2 * second + sixth * (7 * a3 + 9 * a4 * second))),
    y: theta * (a1 + a2 * second + sixth * (a3 + a4 * second)),
  };
}

/** The box around boxes; undefined around none. */
export function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) {
    return undefined;
  }

  const x = Math.min(...boxes.map(box => box.x)), y = Math.min(...boxes.map(box => box.y));
  return { x, y, width: Math.max(...boxes.map(box => box.x + box.width)) - x, height: Math.max(...boxes.map(box => box.y + box.height)) - y };
}

/** A window of a given shape (width by height) that shows all of a box with a margin, and some of what lies around it where the box is small. */
export function fitted(box: Box, shape: number, sheet: Box): Box {
  const pad = Math.max(box.width, box.height) / 24;
  const width = Math.max(box.width + 2 * pad, (box.height + 2 * pad) * shape, least * 6);
  return inside({ x: box.x + box.width / 2 - width / 2, y: box.y + box.height / 2 - width / shape / 2, width, height: width / shape }, shape, sheet);
}

/** The narrowest window, in units of the sheet: about as fine as the outlines are. */
const least = 100;

/** The window nearest to a wanted one that has the given shape and does not lose the sheet. */
export function inside(wanted: Box, shape: number, sheet: Box): Box {
  const widest = Math.max(sheet.width, sheet.height * shape);
  const width = Math.min(Math.max(wanted.width, least), widest), height = width / shape;
  const centre = { x: wanted.x + wanted.width / 2, y: wanted.y + wanted.height / 2 };
  return { x: held(centre.x, width, sheet.x, sheet.width), y: held(centre.y, height, sheet.y, sheet.height), width, height };
}

/** Where a stretch around a centre begins so that it lies in the whole; in its middle where it is longer than the whole. */
function held(centre: number, length: number, from: number, whole: number): number {
  return length >= whole ? from + (whole - length) / 2 : Math.min(Math.max(centre - length / 2, from), from + whole - length);
}

/** A window that shows more (above 1) or less of the sheet around a point, which keeps its place in the window. */
export function zoomed(box: Box, factor: number, at: Spot, shape: number, sheet: Box): Box {
  const widest = Math.max(sheet.width, sheet.height * shape);
  const width = Math.min(Math.max(box.width * factor, least), widest), real = width / box.width;
  return inside({ x: at.x - (at.x - box.x) * real, y: at.y - (at.y - box.y) * real, width, height: width / shape }, shape, sheet);
}

/** A window as it stands in an address: its centre and its width, in whole units. */
export function written(box: Box): string {
  return [box.x + box.width / 2, box.y + box.height / 2, box.width].map(Math.round).join(' ');
}

/** The window that an address names; undefined for anything that is none. */
export function read(text: string | undefined, shape: number, sheet: Box): Box | undefined {
  const numbers = (text ?? '').split(' ').map(Number);
  const [x, y, width] = numbers;
  if (numbers.length !== 3 || x === undefined || y === undefined || width === undefined || !numbers.every(Number.isFinite) || width <= 0) {
    return undefined;
  }

  return inside({ x: x - width / 2, y: y - width / shape / 2, width, height: width / shape }, shape, sheet);
}
