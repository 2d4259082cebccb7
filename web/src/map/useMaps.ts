import { useEffect, useRef, useState } from 'preact/hooks';
import type { Question } from '../address';
import type { MapDocument, Problem } from '../documents';
import { changes, get, pathOf, problem } from '../server';
import { isoOf, numberOf } from './scale';

/** The maps of some views. While a day lies in the days of which a map says that it draws the same, no other is asked for. */
export function useMaps(question: Question, views: readonly string[], day: number): { maps: (MapDocument | undefined)[]; problem?: Problem } {
  const [held, setHeld] = useState<ReadonlyMap<string, MapDocument>>(new Map());
  const [failed, setFailed] = useState<Problem>();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const turn = changes.value;
  const { on: _, view: __, ...rest } = question;
  const keys = views.map(view => `${turn} ${pathOf({ ...rest, view: [view] }, 'map')}`);
  const missing = views.filter((_, at) => !draws(held.get(keys[at]!), day));
  useEffect(() => {
    if (missing.length === 0) {
      return undefined;
    }

    let isWanted = true;
    // The first at once; while a slider moves, when it rests.
    timer.current = setTimeout(() => {
      for (const view of missing) {
        get<MapDocument>(pathOf({ ...rest, view: [view], on: isoOf(day) }, 'map')).then(map => {
          if (isWanted) {
            setFailed(undefined);
            setHeld(before => new Map(before).set(keys[views.indexOf(view)]!, { ...map, asOf: isoOf(day) }));
          }
        }, (error: unknown) => isWanted && setFailed(problem(error)));
      }
    }, held.size === 0 ? 0 : 150);
    return () => {
      isWanted = false;
      clearTimeout(timer.current);
    };
  }, [keys.join(), missing.length === 0 ? undefined : day]);

  // A view or a day of knowledge that is asked about for the first time shows the outlines of before for a moment.
  const last = useRef<(MapDocument | undefined)[]>([]);
  const maps = views.map((view, at) => held.get(keys[at]!) ?? last.current.find(map => map?.view === view) ?? last.current[0]);
  last.current = maps;
  return { maps, ...(failed === undefined ? {} : { problem: failed }) };
}

function draws(map: MapDocument | undefined, day: number): boolean {
  return map !== undefined && numberOf(map.from ?? map.asOf) <= day && day <= numberOf(map.through ?? map.asOf);
}
