import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MapDocument, WorldDocument } from '../documents';
import { looks } from '../look';
import type { Picture } from './picture';
import type { Naming, Placed } from './placing';
import { placed } from './placing';
import type { Box, Spot } from './sheet';
import { zoomed, inside } from './sheet';

/** A mark of reports: where, how many, and how many of them of the day shown. */
export interface Mark { key: string; at: Spot; count: number; ofDay: number; places: string[] }

/** One map: the world, the regions in the looks of their verdicts, sites, names and reports. It is moved by hand, by keys and by its frame's buttons. */
export function MapFigure({ id, title, says, world, map, picture, names, marks, box, sheet, width, height, onBox, onFit, onPlace, chosen }: {
  id: string;
  title: string;
  /** What the picture shows, in words. */
  says: string;
  world: WorldDocument | undefined;
  map: MapDocument | undefined;
  picture: Picture | undefined;
  names: readonly Naming[];
  marks: readonly Mark[];
  box: Box;
  sheet: Box;
  /** In pixels. */
  width: number;
  height: number;
  onBox: (box: Box) => void;
  onFit: () => void;
  onPlace: (places: string[]) => void;
  chosen: readonly string[];
}) {
  const unit = box.width / width, size = 13 * unit;
  const viewBox = `${box.x} ${box.y} ${box.width} ${box.height}`;
  const { isStill, ...frame } = useMoving(box, width, height, sheet, onBox, onFit);
  const ground = useMemo(() => world !== undefined && <Ground world={world} viewBox={viewBox} />, [world, viewBox]);
  const labels = useMemo(() => placed(names, box, size, marks.map(mark => mark.at)), [names, marks, box, size]);
  const letters = useMemo(() => <Names placed={labels} size={size} unit={unit} points={names.filter(name => name.sort === 'point' && picture?.sites.has(name.key) !== true)} />, [labels, size]);
  const lookAt = (name: string) => picture?.regions.get(name)?.look.key;
  return (
    <div
      {...frame} class="sheet" tabIndex={0} role="group" aria-roledescription="map" aria-label={`${title}. Arrow keys move it; plus and minus come closer and go farther; 0 fits it again.`} style={{ height: `${height}px`, '--shape': width / height }}
    >
      {ground}
      <svg class="shown-there" viewBox={viewBox} role="img" aria-labelledby={`${id}-title ${id}-says`} width={width} height={height}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-says`}>{says}</desc>
        {map?.regions.map(region => {
          const look = lookAt(region.name);
          const told = picture?.regions.get(region.name)?.said ?? [];
          return look === undefined ? null : (
            <g key={region.name} onClick={() => isStill() && onPlace([...new Set(told.map(said => said.instance)), region.name])} class="region">
              <path class={chosen.includes(region.name) ? 'area chosen' : 'area'} d={region.path} fill-rule="evenodd" fill={`url(#m-${look})`}><title>{region.title}: {told.map(said => said.stretch.told.label).join('; ')}</title></path>
              {isSmall(region.box, unit) && <circle class="ring" cx={region.box[0] + region.box[2] / 2} cy={region.box[1] + region.box[3] / 2} r={6 * unit} />}
            </g>
          );
        })}
        {world !== undefined && <path class="unsettled" d={world.contested} fill-rule="evenodd" />}
        {map?.sites.filter(site => picture?.sites.has(site.name)).map(site => (
          <circle
            key={site.name} class="area" cx={site.x} cy={site.y} r={8 * unit} fill={`url(#m-${picture!.sites.get(site.name)!.look.key})`}
            onClick={() => isStill() && onPlace([site.name])}
          ><title>{site.title}: {picture!.sites.get(site.name)!.said.map(said => said.stretch.told.label).join('; ')}</title></circle>
        ))}
        {letters}
        {map === undefined && <text class="name" font-size={size} x={box.x + size} y={box.y + box.height - size}>Finding where the places lie …</text>}
        {marks.map(mark => <MarkOf key={mark.key} mark={mark} unit={unit} onOpen={() => isStill() && onPlace(mark.places)} />)}
      </svg>
    </div>
  );
}

/** The patterns of the maps: those of the lanes, of the same size on the screen at any distance. */
export function MapPatterns({ unit }: { unit: number }) {
  const scale = `scale(${Math.round(unit * 1000) / 1000})`;
  return (
    <svg class="store" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {looks.map(({ key, size, lines }) => (
          <pattern key={key} id={`m-${key}`} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform={scale}>
            <rect class={`f-${key}`} width={size} height={size} />
            {lines.length > 0 && <path class={`l-${key}`} d={lines} />}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

function Ground({ world, viewBox }: { world: WorldDocument; viewBox: string }) {
  return (
    <svg class="ground" viewBox={viewBox} aria-hidden="true" focusable="false">
      <path class="sea" d={world.frame} />
      <path class="land" d={world.land} />
      <path class="borders" d={world.borders} />
    </svg>
  );
}

function Names({ placed, points, size, unit }: { placed: readonly Placed[]; points: readonly Naming[]; size: number; unit: number }) {
  return (
    <g class="names">
      {placed.map(name => name.to && (
        <path key={`l ${name.key}`} class="leader" d={`M${name.to.x} ${name.to.y}L${Math.min(Math.max(name.to.x, name.x), name.x + name.width)} ${name.y + (name.to.y > name.y ? size : 0)}`} />
      ))}
      {points.map(point => <circle key={point.key} class="site" cx={point.at.x} cy={point.at.y} r={3.2 * unit}><title>{point.text}</title></circle>)}
      {placed.map(name => (
        <text key={name.key} class={`name of-${name.sort}`} font-size={name.sort === 'area' ? size * 1.1 : size * 0.95} x={name.x} y={name.y + size * 0.82}>{name.text}</text>
      ))}
    </g>
  );
}

function MarkOf({ mark, unit, onOpen }: { mark: Mark; unit: number; onOpen: () => void }) {
  const text = String(mark.count), width = (8 + 7 * text.length) * unit, height = 16 * unit;
  return (
    <g class={mark.ofDay > 0 ? 'mark of-day' : 'mark'} onClick={onOpen}>
      <title>{`${mark.count} ${mark.count === 1 ? 'report' : 'reports'} on file; of the day shown: ${mark.ofDay}`}</title>
      <rect x={mark.at.x - width / 2} y={mark.at.y - height / 2} width={width} height={height} rx={3 * unit} />
      <text x={mark.at.x} y={mark.at.y + 4.3 * unit} font-size={12 * unit} text-anchor="middle">{text}</text>
    </g>
  );
}

function isSmall(box: [number, number, number, number], unit: number): boolean {
  return box[2] < 5 * unit && box[3] < 5 * unit;
}

/** Moves the window of a map: by dragging, by two fingers, by keys. */
function useMoving(box: Box, width: number, height: number, sheet: Box, onBox: (box: Box) => void, onFit: () => void) {
  const shape = width / height;
  const pointers = useRef(new Map<number, Spot>());
  const moved = useRef(0);
  const now = useRef(box);
  const [isMoving, setMoving] = useState(false);
  useEffect(() => {
    now.current = box;
  }, [box]);
  const go = (to: Box) => {
    now.current = to;
    onBox(to);
  };
  const by = (right: number, down: number) => {
    const unit = now.current.width / width;
    go(inside({ ...now.current, x: now.current.x + right * unit, y: now.current.y + down * unit }, shape, sheet));
  };

  return {
    isStill: () => moved.current < 5,
    'data-moving': isMoving,
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0) {
        if (pointers.current.size === 0) {
          moved.current = 0;
        }

        pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      }
    },
    onPointerMove: (event: PointerEvent) => {
      const before = pointers.current.get(event.pointerId);
      if (before === undefined) {
        return;
      }

      const at = { x: event.clientX, y: event.clientY };
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
      moved.current += Math.abs(at.x - before.x) + Math.abs(at.y - before.y);
      pointers.current.set(event.pointerId, at);
      if (moved.current < 5) {
        return;
      }

      // Only what is really dragged is held on to; a click stays with what was clicked.
      const element = event.currentTarget as HTMLElement;
      if (!element.hasPointerCapture(event.pointerId)) {
        element.setPointerCapture(event.pointerId);
        setMoving(true);
      }

      const share = other === undefined ? 1 : 0.5;
      by((before.x - at.x) * share, (before.y - at.y) * share);
      if (other !== undefined) {
        const frame = element.getBoundingClientRect(), unit = now.current.width / width;
        const middle = { x: now.current.x + ((at.x + other.x) / 2 - frame.x) * unit, y: now.current.y + ((at.y + other.y) / 2 - frame.y) * unit };
        go(zoomed(now.current, distance(before, other) / Math.max(1, distance(at, other)), middle, shape, sheet));
      }
    },
    // One finger scrolls the page up and down; two are for the map alone.
    onTouchMove: (event: TouchEvent) => {
      if (event.touches.length > 1 && event.cancelable) {
        event.preventDefault();
      }
    },
    onPointerUp: (event: PointerEvent) => {
      pointers.current.delete(event.pointerId);
      setMoving(false);
    },
    onPointerCancel: (event: PointerEvent) => {
      pointers.current.delete(event.pointerId);
      setMoving(false);
    },
    onWheel: (event: WheelEvent) => {
      // Without a key the wheel scrolls the page, as everywhere.
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const frame = (event.currentTarget as HTMLElement).getBoundingClientRect(), unit = now.current.width / width;
        go(zoomed(now.current, Math.exp(event.deltaY / 300), { x: now.current.x + (event.clientX - frame.x) * unit, y: now.current.y + (event.clientY - frame.y) * unit }, shape, sheet));
      }
    },
    onKeyDown: (event: KeyboardEvent) => {
      const middle = { x: now.current.x + now.current.width / 2, y: now.current.y + now.current.height / 2 };
      const step = 60, keys: Record<string, () => void> = {
        ArrowLeft: () => by(-step, 0), ArrowRight: () => by(step, 0), ArrowUp: () => by(0, -step), ArrowDown: () => by(0, step),
        '+': () => go(zoomed(now.current, 1 / 1.5, middle, shape, sheet)), '=': () => go(zoomed(now.current, 1 / 1.5, middle, shape, sheet)), '-': () => go(zoomed(now.current, 1.5, middle, shape, sheet)), 0: onFit,
      };
      const move = keys[event.key];
      if (move !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        move();
      }
    },
  };
}

function distance(one: Spot, other: Spot): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
