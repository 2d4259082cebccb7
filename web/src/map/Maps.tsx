import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { keep, type Question } from '../address';
import type { AgreementDocument, MapDocument, WorldDocument } from '../documents';
import { capital, listed } from '../parts/names';
import { callingOf } from '../parts/naming';
import { ProblemBox } from '../parts/ProblemBox';
import { Legend } from '../parts/Verdict';
import { day as inWords } from '../parts/calendar';
import { useDocument } from '../server';
import type { Called } from './called';
import type { Lane } from './lanes';
import { MapFigure, MapPatterns } from './MapFigure';
import { byPlace, countsOn, type Dated } from './marks';
import { extentOf, extentOfPlaces, marksFor, namesFor, withAllIn } from './naming';
import { pictureOf, worthSaying, type Subject } from './picture';
import { PlacePanel } from './PlacePanel';
import { PlaceTable } from './PlaceTable';
import { isoOf } from './scale';
import { fitted, inside, read, written, zoomed, type Box } from './sheet';
import { useMaps } from './useMaps';
import './Maps.css';

/** As many lands of a theatre as are named beside the map. */
const mostLands = 4;

/** The maps of a clause on a day, one for each view, all of the same part of the earth; and what they show, in words. */
export function Maps({ question, own, agreement, called, subject, views, lanes, reports, day, known, isBusy, children }: {
  question: Question;
  own: Record<string, string>;
  agreement: AgreementDocument;
  called: Called;
  subject: Subject;
  views: readonly string[];
  /** For each view, the lanes of the clause. */
  lanes: readonly Lane[][];
  reports: readonly Dated[];
  day: number;
  known: number;
  isBusy: boolean;
  /** What stands right below the map, where there is no room beside it. */
  children?: preact.ComponentChildren;
}) {
  const world = useDocument<WorldDocument>('/api/map');
  const drawn = useMaps(question, views, day, !isBusy);
  const room = useRef<HTMLDivElement>(null);
  const width = useWidth(room);
  const isSingle = views.length === 1;
  const columns = isSingle || width < 640 ? 1 : width >= 1000 && (views.length === 3 || views.length > 4) ? 3 : 2;
  const mapWidth = Math.max(200, Math.floor((width - (columns - 1) * 16) / columns));
  const mapHeight = Math.round(Math.min(Math.max(mapWidth * 0.58, 220), isSingle ? Math.min(Math.max(innerHeight - 520, 300), 560) : 340));
  const shape = mapWidth / mapHeight;
  const sheet = useMemo(() => ({ x: 0, y: 0, width: world.answer?.width ?? 10_000, height: world.answer?.height ?? 4_868 }), [world.answer]);

  const pictures = useMemo(() => views.map((_, at) => pictureOf(lanes[at] ?? [], drawn.maps[at], day)), [lanes, day, ...drawn.maps]);
  const fit = useMemo(() => {
    const extent = drawn.maps[0] && extentOf(drawn.maps[0], pictures[0]!);
    return extent === undefined ? inside({ ...sheet }, shape, sheet) : fitted(extent, shape, sheet);
    // What a day changes is in the looks, seldom in what there is: the window stays.
  }, [drawn.maps[0], subject.clause, subject.whom, shape, sheet]);
  const [box, setBox] = useWindow(own['at'], fit, shape, sheet);
  const unit = box.width / mapWidth;
  const rough = useMemo(() => box.width / mapWidth, [Math.round(box.width), mapWidth]);

  const showsReports = own['reports'] !== 'no';
  const entries = useMemo(() => new Map((agreement.places ?? []).map(place => [place.name, place])), [agreement]);
  const placed = useMemo(() => byPlace(reports, known), [reports, known]);
  const counted = useMemo(() => (showsReports ? countsOn(placed, day) : new Map<string, never>()), [placed, day, showsReports]);
  const marked = useMemo(() => (drawn.maps[0] ? marksFor(counted, drawn.maps[0], entries, sheet, rough) : { marks: [], nowhere: [] }), [counted, drawn.maps[0], entries, sheet, rough]);
  const within = useMemo(() => new Map<string, string[]>(), [agreement]);
  const countIn = (places: readonly string[]) => {
    const key = places.join(' ');
    within.has(key) || within.set(key, withAllIn(places, agreement));
    return within.get(key)!.reduce((sum, name) => sum + (counted.get(name)?.past ?? 0), 0);
  };
  const lookKey = pictures.map(picture => [...picture.regions.keys(), ...picture.said.map(said => said.place)].join()).join('\n');
  const names = useMemo(() => views.map((_, at) => (drawn.maps[at] ? namesFor(drawn.maps[at], pictures[at]!, rough) : [])), [...drawn.maps, lookKey, rough]);

  const chosen = (own['place'] ?? '').split(' ').filter(name => name.length > 0);
  const opener = useRef<Element | null>(null);
  const open = (places: string[]) => {
    opener.current = document.activeElement;
    keep({ place: places.join(' ') }, 'replace');
  };
  const close = () => {
    keep({ place: '' }, 'replace');
    (opener.current as HTMLElement | null)?.focus();
  };
  const showing = (places: readonly string[]) => {
    const map = drawn.maps[0];
    const isThere = map?.places.some(place => places.includes(place.name) && place.regions.length + place.sites.length > 0) === true;
    return map === undefined || !isThere ? undefined : () => {
      const extent = extentOfPlaces(map, places);
      setBox(extent && fitted(extent, shape, sheet));
    };
  };
  const rows = worthSaying(pictures);
  const keys = new Set(pictures.flatMap(picture => [...picture.regions.values(), ...picture.sites.values()].map(each => each.look.key)));
  const said = chosen.length === 0 ? [] : withAllIn(chosen, agreement).flatMap(place => placed.get(place) ?? []);
  const isEmpty = drawn.maps[0] !== undefined && pictures.every(picture => picture.regions.size + picture.sites.size === 0);
  // Until it is known otherwise there is a map; reports alone are worth one, too.
  const isDrawn = drawn.maps[0] === undefined || drawn.maps[0].regions.length + drawn.maps[0].sites.length + marked.marks.length > 0;
  const dayWord = inWords(isoOf(day));
  const table = (
    <PlaceTable
      question={question} rows={chosen.length > 0 ? rows.filter(row => row.places.some(place => chosen.includes(place))) : rows} lanes={lanes} views={views} called={called} day={day} onOpen={open} showing={showing}
      counts={chosen.length === 0 && showsReports ? countIn : undefined}
    />
  );
  const told = (
    <div class={isBusy ? 'told busy' : 'told'}>
      {isEmpty && isDrawn && <p class="note">{rows.length === 0 ? 'This clause is about no place.' : 'What this clause is about has no outline, so no land is filled.'}</p>}
      {!isDrawn && <p class="note">No place of this agreement has an outline or coordinates, so there is no map.</p>}
      {chosen.length > 0
        ? (
          <PlacePanel
            question={question} places={chosen} title={listed(chosen.slice(0, 3).map(called.Place)) + (chosen.length > 3 ? ' and others' : '')} reports={said} day={day} known={known}
            placeOf={called.Place} partyOf={callingOf(agreement).party} takesFocus={opener.current !== null} onClose={close}
          >
            {table}
          </PlacePanel>
        )
        : table}
      {chosen.length === 0 && <Theatres maps={drawn.maps} called={called} />}
      {chosen.length === 0 && showsReports && <Sources nowhere={marked.nowhere} counts={counted} called={called} onOpen={open} />}
    </div>
  );
  // Beside a long list there is room below a single map.
  const fitsBelow = isSingle && !children;
  const under = (
    <>
      <Legend keys={keys} />
      <details class="note about" onToggle={intoView}><summary>What is drawn, and what not</summary>
        <p>
          {world.answer?.attribution} The outlines draw who controls what, not who is entitled to it; drawing them takes no side. With a dashed border, whatever the colour in it, is ground that more than one side claims, as far as the
          outlines draw it by themselves{world.answer !== undefined && `: ${world.answer.contestedNames.join(', ')}`}. That list is ours and not complete: other lines are contested too. Lines are coarse; nothing is
          computed from what is drawn here. Numbers in boxes count the reports on file at a place, up to the day shown; filled where one is of that very day. Projection: Equal Earth, centred on 11° E.
        </p>
      </details>
      {drawn.maps[0] !== undefined && drawn.maps[0].open.length > 0 && (
        <p class="note">Drawn as the text declares it; this view leaves open which lands belong there: {listed(drawn.maps[0].open.map(name => `“${agreement.disputes?.find(one => one.name === name)?.title ?? name}”`))}</p>
      )}
    </>
  );
  if (!isDrawn) {
    return <section class="maps without" aria-label="Where it stands">{children}{told}</section>;
  }

  return (
    <section class={isSingle ? 'maps one' : 'maps'} aria-label="On the map">
      {drawn.problem !== undefined && <ProblemBox problem={drawn.problem} />}
      {world.state === 'failed' && <ProblemBox problem={world.problem} />}
      <div class="beside">
        <div class="sheets" ref={room}>
          <MapPatterns unit={unit} />
          <div class={`grid columns-${columns}`}>
            {width > 0 && views.map((view, at) => (
              <figure key={view}>
                <MapFigure
                  id={`map-${at}`} title={`Clause ${subject.clause} ${called.inViews([view])} on ${dayWord}`}
                  says={pictures[at]!.said.filter(each => !each.isNarrower).map(each => `${called.Place(each.place)}: ${each.stretch.told.label}`).join('. ')}
                  world={world.answer} map={drawn.maps[at]} picture={pictures[at]} names={names[at] ?? []} marks={marked.marks} box={box} sheet={sheet} width={mapWidth} height={mapHeight}
                  onBox={setBox} onFit={() => setBox(undefined)} onPlace={open} chosen={chosen}
                />
                <figcaption>{isSingle ? '' : <b>{capital(called.view(view))}</b>}</figcaption>
              </figure>
            ))}
          </div>
          <div class="move" role="group" aria-label="Move the map">
            <button type="button" onClick={() => setBox(zoomed(box, 1 / 1.6, middleOf(box), shape, sheet))} aria-label="Come closer">+</button>
            <button type="button" onClick={() => setBox(zoomed(box, 1.6, middleOf(box), shape, sheet))} aria-label="Go farther away">−</button>
            <button type="button" onClick={() => setBox(undefined)}>Fit</button>
            <button type="button" onClick={() => setBox(inside({ ...sheet }, shape, sheet))}>Whole earth</button>
            <label><input type="checkbox" checked={showsReports} onChange={event => keep({ reports: event.currentTarget.checked ? '' : 'no' }, 'replace')} /> Reports</label>
          </div>
          {fitsBelow && under}
        </div>
        {children}
        {told}
      </div>
      {!fitsBelow && under}
    </section>
  );
}

/** A theatre is named on the map as the text names it, and may be much else than the name lets one expect: what it is made of is said. */
function Theatres({ maps, called }: { maps: readonly (MapDocument | undefined)[]; called: Called }) {
  const map = maps[0];
  const theatres = map?.places.filter(place => place.kind === 'theatre' && place.regions.length > 0) ?? [];
  if (map === undefined || theatres.length === 0) {
    return null;
  }

  const title = (name: string) => map.regions.find(region => region.name === name)?.title ?? called.place(name);
  // Views may read the lands of a theatre differently; then they are not named here.
  const isSame = ({ name, regions }: MapDocument['places'][number]) => maps.every(other => other?.places.find(place => place.name === name)?.regions.join() === regions.join());
  const made = theatres.filter(isSame).map(({ name, regions }) => `${called.Place(name)}: ${regions.length > mostLands ? `${regions.length} lands` : listed(regions.map(title))}`);
  return <p class="note theatres">Theatres are drawn as the text draws them, the lands in them as the view reads them.{made.length > 0 && ` ${made.join('; ')}.`}</p>;
}

/** The reports by place, for those who do not use the map. */
function Sources({ nowhere, counts, called, onOpen }: { nowhere: readonly string[]; counts: ReadonlyMap<string, { past: number }>; called: Called; onOpen: (places: string[]) => void }) {
  const places = [...counts].map(([place, { past }]) => ({ place, count: past }));
  return places.length === 0 ? null : (
    <details class="sources" onToggle={intoView}>
      <summary>Reports on file by place ({places.length})</summary>
      <ul>
        {places.map(({ place, count }) => (
          <li key={place}><button type="button" class="plain" onClick={() => onOpen([place])}>{called.Place(place)}: {count}</button>{nowhere.includes(place) && <span class="gloss"> not on the map</span>}</li>
        ))}
      </ul>
    </details>
  );
}

/** What is opened grows beneath the sliders: it is moved to where it is seen whole. */
function intoView(event: Event) {
  const details = event.currentTarget as HTMLDetailsElement;
  if (details.open) {
    details.scrollIntoView({ block: 'nearest' });
  }
}

function middleOf(box: Box) {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The part of the earth that is shown: what the address says, else what fits. It stands in the address when it has come to rest. */
function useWindow(at: string | undefined, fit: Box, shape: number, sheet: Box): [Box, (box: Box | undefined) => void] {
  const [moved, setMoved] = useState<Box>();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const wrote = useRef(at);
  useEffect(() => {
    if (at !== wrote.current) {
      wrote.current = at;
      setMoved(undefined);
    }
  }, [at]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const box = useMemo(() => (moved !== undefined ? inside(moved, shape, sheet) : read(at, shape, sheet) ?? fit), [moved, at, fit, shape, sheet]);
  return [box, next => {
    setMoved(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      wrote.current = next === undefined ? undefined : written(next);
      keep({ at: wrote.current ?? '' }, 'replace');
    }, next === undefined ? 0 : 300);
  }];
}

function useWidth(of: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watch = new ResizeObserver(entries => setWidth(Math.floor(entries[0]!.contentRect.width)));
    watch.observe(of.current!);
    setWidth(Math.floor(of.current!.getBoundingClientRect().width));
    return () => watch.disconnect();
  }, []);
  return width;
}
