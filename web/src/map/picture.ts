import type { MapDocument } from '../documents';
import { named, type Look } from '../look';
import { courseKey, grouped, isNarrower, stretchAt, whomOf, type Lane, type Stretch } from './lanes';

/** What is asked of the map: a clause, and whom it concerns. */
export interface Subject { clause: string; whom: string }

/** What a place is told on a day in a view. */
export interface Said { place: string; instance: string; isNarrower: boolean; stretch: Stretch; lane: Lane }

/** What a map shows: the looks of regions and sites by their names, and what is said of each place. */
export interface Picture { regions: Map<string, { look: Look; said: Said[] }>; sites: Map<string, { look: Look; said: Said[] }>; said: Said[] }

/** The subjects that the lanes have, in the order in which they come; those without a place last. */
export function subjectsOf(lanes: readonly Lane[]): (Subject & { title: string; hasPlace: boolean })[] {
  const subjects = [...grouped(lanes, lane => `${lane.row.clause.id}\n${whomOf(lane.row)}`).values()]
    .map(own => ({ clause: own[0]!.row.clause.id, title: own[0]!.row.clause.title, whom: whomOf(own[0]!.row), hasPlace: own.some(lane => lane.row.place !== undefined) }));
  return [...subjects.filter(subject => subject.hasPlace), ...subjects.filter(subject => !subject.hasPlace)];
}

/** The lanes of a subject in a view. */
export function lanesFor(lanes: readonly Lane[], subject: Subject, view: string): Lane[] {
  return lanes.filter(lane => lane.view === view && lane.row.clause.id === subject.clause && whomOf(lane.row) === subject.whom);
}

/** The views of a subject, those that are told the same of every place on every day together. */
export function viewGroups(lanes: readonly Lane[], subject: Subject): string[][] {
  const views = grouped(lanes.filter(lane => lane.row.clause.id === subject.clause && whomOf(lane.row) === subject.whom), lane => lane.view);
  return [...grouped(views, ([, own]) => own.map(lane => `${lane.row.instance}\n${lane.row.place}\n${courseKey(lane.stretches)}`).join('\n\n')).values()].map(same => same.map(([view]) => view));
}

/** What the map of a subject shows on a day. Without a map there are the words alone. */
export function pictureOf(lanes: readonly Lane[], map: MapDocument | undefined, day: number): Picture {
  const places = new Map(map?.places.map(place => [place.name, place])), regions = new Set(map?.regions.map(region => region.name)), sites = new Set(map?.sites.map(site => site.name));
  const picture: Picture = { regions: new Map(), sites: new Map(), said: [] };
  const found = { regions: new Map<string, Said[]>(), sites: new Map<string, Said[]>() };
  for (const lane of lanes) {
    const place = lane.row.place, stretch = stretchAt(lane, day);
    if (place === undefined || stretch === undefined) {
      continue;
    }

    const said = { place, instance: lane.row.instance ?? place, isNarrower: isNarrower(lane.row), stretch, lane };
    picture.said.push(said);
    for (const region of places.get(place)?.regions ?? (regions.has(place) ? [place] : [])) {
      found.regions.set(region, [...(found.regions.get(region) ?? []), said]);
    }

    if (sites.has(place)) {
      found.sites.set(place, [...(found.sites.get(place) ?? []), said]);
    }
  }

  for (const sort of ['regions', 'sites'] as const) {
    for (const [name, said] of found[sort]) {
      picture[sort].set(name, { look: lookFor(said), said });
    }
  }

  return picture;
}

/** The answer about the narrowest place counts; where places do not lie in one another and differ, none does. */
function lookFor(said: readonly Said[]): Look {
  const narrowest = [...grouped(said, each => each.instance).values()].flatMap(same => (same.some(each => each.isNarrower) ? same.filter(each => each.isNarrower) : same));
  return new Set(narrowest.map(each => each.stretch.told.label)).size === 1 ? narrowest[0]!.stretch.look : named('several');
}

/** A line beside the maps: places that are told the same in every view since the same days. */
export interface SaidLine { places: string[]; instance: string; isNarrower: boolean; in: (Said | undefined)[] }

/** What is worth saying beside maps: the places of the clause, and places within one only where they are told otherwise in one of the views. */
export function worthSaying(pictures: readonly Picture[]): SaidLine[] {
  const rows = new Map<string, SaidLine>();
  pictures.forEach((picture, at) => {
    for (const said of picture.said) {
      const key = `${said.instance}\n${said.place}`;
      const row = rows.get(key) ?? { places: [said.place], instance: said.instance, isNarrower: said.isNarrower, in: pictures.map(() => undefined) };
      row.in[at] = said;
      rows.set(key, row);
    }
  });
  return [...grouped(rows.values(), row => row.instance).values()].flatMap(own => {
    const whole = own.find(row => !row.isNarrower);
    const otherwise = own.filter(row => row.isNarrower && row.in.some((said, at) => said !== undefined && said.stretch.told.label !== whole?.in[at]?.stretch.told.label));
    const shared = [...grouped(otherwise, row => row.in.map(said => (said === undefined ? '' : `${said.stretch.told.label} ${said.stretch.from}`)).join('\n')).values()]
      .map(same => ({ ...same[0]!, places: same.flatMap(row => row.places) }));
    return whole === undefined ? shared : [whole, ...shared];
  });
}
