import type { AgreementDocument, MapDocument, PlaceEntry } from '../documents';
import { capital } from '../parts/names';
import type { Mark } from './MapFigure';
import { areaOf, ringsOf } from './outline';
import type { Picture } from './picture';
import { widthOf, type Naming } from './placing';
import { around, spotOf, type Box, type Spot } from './sheet';

const mains = new WeakMap<MapDocument['regions'][number], Box>();

/** The box around the largest piece of a region, as wide as its name may be. */
function mainOf(region: MapDocument['regions'][number]): Box {
  let box = mains.get(region);
  if (box === undefined) {
    const largest = ringsOf(region.path).sort((one, other) => areaOf(other) - areaOf(one))[0];
    mains.set(region, box = largest === undefined ? { x: 0, y: 0, width: 0, height: 0 } : boxAround(largest));
  }

  return box;
}

function insideOf(region: MapDocument['regions'][number]): Spot {
  return { x: region.inside[0], y: region.inside[1] };
}

/** The names on a map: the places of the clause at the largest region that draws them, the sites, and regions that are as wide on the screen as their names.
 * @param unit Units of the sheet in a pixel. */
export function namesFor(map: MapDocument, picture: Picture, unit: number): Naming[] {
  const regions = new Map(map.regions.map(region => [region.name, region])), places = new Map(map.places.map(place => [place.name, place]));
  const names: Naming[] = [], taken = new Set<string>();
  for (const said of picture.said) {
    const place = places.get(said.place), at = place && spotFor(place, regions);
    if (!said.isNarrower && place !== undefined && at !== undefined && !taken.has(place.name)) {
      taken.add(place.name);
      names.push({ key: place.name, text: capital(place.title), at, sort: 'area' });
    }
  }

  for (const site of map.sites) {
    names.push({ key: site.name, text: capital(site.title), at: { x: site.x, y: site.y }, sort: 'point' });
  }

  for (const region of map.regions) {
    const text = capital(region.title), main = mainOf(region);
    if (!taken.has(region.name) && picture.regions.has(region.name) && main.width > widthOf(text, 12 * unit) && main.height > 14 * unit) {
      names.push({ key: region.name, text, at: insideOf(region), sort: 'part' });
    }
  }

  return names;
}

function spotFor(place: MapDocument['places'][number], regions: ReadonlyMap<string, MapDocument['regions'][number]>): Spot | undefined {
  const drawn = place.regions.map(name => regions.get(name)).filter(region => region !== undefined).sort((one, other) => sizeOf(other) - sizeOf(one));
  return drawn[0] && insideOf(drawn[0]);
}

function sizeOf(region: MapDocument['regions'][number]): number {
  return region.box[2] * region.box[3];
}

/** What a map is fitted to: the regions and sites of the places that are spoken of; the agreement's where none of them is drawn. */
export function extentOf(map: MapDocument, picture: Picture): Box | undefined {
  const spoken = new Set(picture.said.filter(said => !said.isNarrower).map(said => said.place));
  return extentOfPlaces(map, [...spoken]) ?? around([mostOf(map.regions), ...map.sites.map(pointOf)].filter(box => box !== undefined));
}

/** The box around some places; undefined where none of them is drawn. */
export function extentOfPlaces(map: MapDocument, names: readonly string[]): Box | undefined {
  const regions = new Map(map.regions.map(region => [region.name, region])), places = new Map(map.places.map(place => [place.name, place]));
  const boxes = names.map(name => mostOf((places.get(name)?.regions ?? [name]).map(region => regions.get(region)).filter(region => region !== undefined)));
  return around([...boxes.filter(box => box !== undefined), ...map.sites.filter(site => names.includes(site.name)).map(pointOf)]);
}

/** The box around nearly all of the land of some regions: far islands and lands overseas, a hundredth of it on each side, do not make the map small. */
function mostOf(regions: readonly MapDocument['regions'][number][]): Box | undefined {
  const pieces = regions.flatMap(region => ringsOf(region.path)).map(ring => ({ area: areaOf(ring), box: boxAround(ring) }));
  const spare = pieces.reduce((sum, piece) => sum + piece.area, 0) / 80;
  let kept = pieces;
  for (const far of [(box: Box) => box.x, (box: Box) => -box.x - box.width, (box: Box) => box.y, (box: Box) => -box.y - box.height]) {
    let left = spare, isDropping = true;
    kept = [...kept].sort((one, other) => far(one.box) - far(other.box)).filter(piece => {
      left -= piece.area;
      isDropping &&= left > 0;
      return !isDropping;
    });
  }

  return around((kept.length > 0 ? kept : pieces).map(piece => piece.box));
}

function boxAround(ring: readonly Spot[]): Box {
  const x = Math.min(...ring.map(spot => spot.x)), y = Math.min(...ring.map(spot => spot.y));
  return { x, y, width: Math.max(...ring.map(spot => spot.x)) - x, height: Math.max(...ring.map(spot => spot.y)) - y };
}

/** A site with what lies around it, some 200 km. */
function pointOf(site: { x: number; y: number }): Box {
  return { x: site.x - 50, y: site.y - 50, width: 100, height: 100 };
}

/** The marks of reports on a map, at their sites and regions; marks that would touch are one.
 * @param counts How many are on file, by place.
 * @returns The marks, and the places that are nowhere on the map. */
export function marksFor(counts: ReadonlyMap<string, { past: number; ofDay: number }>, map: MapDocument, places: ReadonlyMap<string, PlaceEntry>, sheet: Box, unit: number): { marks: Mark[]; nowhere: string[] } {
  const regions = new Map(map.regions.map(region => [region.name, region])), drawn = new Map(map.places.map(place => [place.name, place])), sites = new Map(map.sites.map(site => [site.name, site]));
  const marks: Mark[] = [], nowhere: string[] = [];
  for (const [place, { past, ofDay }] of counts) {
    const site = sites.get(place), entry = places.get(place), region = regions.get(place), area = drawn.get(place);
    const at = site ? { x: site.x, y: site.y - 15 * unit }
      : entry?.latitude !== undefined && entry.longitude !== undefined ? lifted(spotOf(entry.latitude, entry.longitude, sheet.width), -15 * unit)
      : lifted((region && insideOf(region)) ?? (area && spotFor(area, regions)), 19 * unit);
    if (at === undefined) {
      nowhere.push(place);
      continue;
    }

    const near = marks.find(mark => Math.abs(mark.at.x - at.x) < 22 * unit && Math.abs(mark.at.y - at.y) < 17 * unit);
    if (near) {
      near.count += past;
      near.ofDay += ofDay;
      near.places.push(place);
    } else {
      marks.push({ key: place, at, count: past, ofDay, places: [place] });
    }
  }

  return { marks, nowhere };
}

function lifted(spot: Spot | undefined, down: number): Spot | undefined {
  return spot && { x: spot.x, y: spot.y + down };
}

/** A place and all that is declared to lie in it. */
export function withAllIn(places: readonly string[], agreement: AgreementDocument | undefined): string[] {
  const found = new Set(places);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const entry of agreement?.places ?? []) {
      if (entry.within.some(outer => found.has(outer))) {
        found.add(entry.name);
      }
    }
  }

  return [...found];
}
