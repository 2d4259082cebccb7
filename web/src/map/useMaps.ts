import { useEffect, useRef, useState } from 'preact/hooks';
import type { Question } from '../address';
import type { MapDocument, Problem } from '../documents';
import { changes, get, pathOf, problem } from '../server';
import { isoOf, numberOf } from './scale';

/** How long a slider rests before a map of another day is asked for. */
const rest = 150;

/** The maps of some views on a day, asked for one after the other. While the day lies in the days of which a map says that it draws the same, no other is asked for; until another has come, the one of the nearest days stands.
 * @param isReady False while something else is on its way that the server needs for the maps, too. */
export function useMaps(question: Question, views: readonly string[], day: number, isReady: boolean): { maps: (MapDocument | undefined)[]; problem?: Problem } {
  const [held, setHeld] = useState<ReadonlyMap<string, readonly MapDocument[]>>(new Map());
  const [failed, setFailed] = useState<Problem>();
  const { on: _, view: __, ...asked } = question;
  const turn = changes.value;
  const keyOf = (view: string) => `${turn} ${pathOf({ ...asked, view: [view] }, 'map')}`;
  const missing = views.filter(view => nearest(held.get(keyOf(view)), day)?.isOf !== true).join('\n');
  const keys = views.map(keyOf);
  useEffect(() => {
    if (missing.length === 0 || !isReady) {
      return undefined;
    }

    let isWanted = true;
    const ask = async () => {
      for (const view of missing.split('\n')) {
        try {
          const map = isWanted ? await get<MapDocument>(pathOf({ ...asked, view: [view], on: isoOf(day) }, 'map')) : undefined;
          if (map !== undefined) {
            setFailed(undefined);
            setHeld(before => added(before, turn, keyOf(view), map));
          }
        } catch (error) {
          setFailed(problem(error));
        }
      }
    };
    const timer = setTimeout(ask, held.size === 0 ? 0 : rest);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [keys.join('\n'), missing.length === 0 || !isReady ? undefined : day]);

  // A view or a day of knowledge that is asked about for the first time shows the outlines of before for a moment.
  const last = useRef<(MapDocument | undefined)[]>([]);
  const own = keys.map(key => nearest(held.get(key), day)?.map);
  const maps = views.map((view, at) => own[at] ?? last.current.find(map => map?.view === view) ?? own.find(map => map !== undefined) ?? last.current[0]);
  last.current = maps;
  return { maps, ...(failed === undefined ? {} : { problem: failed }) };
}

/** The maps held, with one more; those of before a change on the server are let go. */
function added(held: ReadonlyMap<string, readonly MapDocument[]>, turn: number, key: string, map: MapDocument): ReadonlyMap<string, readonly MapDocument[]> {
  const kept = new Map([...held].filter(([other]) => other.startsWith(`${turn} `)));
  return kept.set(key, [...(kept.get(key) ?? []).filter(other => other.from !== map.from), map]);
}

/** The map that draws a day, else that of the nearest days. */
function nearest(maps: readonly MapDocument[] | undefined, day: number): { map: MapDocument; isOf: boolean } | undefined {
  const all = (maps ?? []).map(map => ({ map, away: Math.max(numberOf(map.from) - day, day - numberOf(map.through), 0) })).sort((one, other) => one.away - other.away);
  return all[0] && { map: all[0].map, isOf: all[0].away === 0 };
}
