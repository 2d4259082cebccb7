import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, type Question } from '../address';
import { isDay } from '../parts/calendar';
import { isoOf, numberOf } from './scale';

/** The day shown and the day of knowledge, and how to move them. */
export interface Time {
  /** The day shown; never beyond what is known. */
  day: number;
  /** What was public by the end of this day counts. */
  known: number;
  /** Why the day is not the one that was wanted, in words. */
  held?: 'not known yet';
  setDay: (day: number) => void;
  setKnown: (known: number) => void;
}

/** How long a slider rests before the address, and with it the server, hears of it. Browsers refuse some hundred changes of the address in a row. */
const rest = 160;

/** Moves in the page at once, and in the address when it has come to rest.
 * @param first The first day that can be shown.
 * @param last The last day that the file knows. */
export function useTime(question: Question, first: number, last: number): Time {
  const [moved, setMoved] = useState<{ day?: number; known?: number }>({});
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // The day that somebody wanted to see, so that it comes back when more is known again.
  const wanted = useRef<number | undefined>(undefined);
  const [isHeld, setHeld] = useState(false);

  // What is asked elsewhere on the page takes the place of what was moved here; what was asked from here may have moved on already.
  const here = useRef('');
  useEffect(() => {
    if (keyOf(question) !== here.current) {
      clearTimeout(timer.current);
      wanted.current = undefined;
      here.current = keyOf(question);
      setMoved({});
      setHeld(false);
    }
  }, [question.on, question.knownOn]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const within = (day: number, from: number, through: number) => Math.min(Math.max(day, from), through);
  const known = within(moved.known ?? dayIn(question.knownOn) ?? last, first, last);
  const asked = moved.day ?? dayIn(question.on) ?? known;
  const day = within(asked, first, known);

  const move = (to: { day: number | undefined; known: number }) => {
    const next = { known: to.known, ...(to.day === undefined ? {} : { day: to.day }) };
    setMoved(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const change = { on: to.day === undefined || to.day === last ? undefined : isoOf(to.day), knownOn: to.known === last ? undefined : isoOf(to.known) };
      here.current = keyOf(change);
      ask(change, 'replace');
      setMoved(now => (now === next ? {} : now));
    }, rest);
  };

  return {
    day,
    known,
    ...(isHeld || asked > known ? { held: 'not known yet' as const } : {}),
    setDay: to => {
      wanted.current = within(to, first, last);
      setHeld(to > known);
      move({ day: to >= known && known === last ? undefined : within(to, first, known), known });
    },
    setKnown: to => {
      const next = within(to, first, last);
      const wish = wanted.current ?? moved.day ?? dayIn(question.on);
      wanted.current = wish;
      setHeld(wish !== undefined && wish > next);
      move({ day: wish === undefined ? undefined : within(wish, first, next), known: next });
    },
  };
}

/** A day of an address; anything else there is not asked about. */
function dayIn(text: string | undefined): number | undefined {
  return text !== undefined && isDay(text) ? numberOf(text) : undefined;
}

function keyOf({ on, knownOn }: { on?: string | undefined; knownOn?: string | undefined }): string {
  return `${on ?? ''} ${knownOn ?? ''}`;
}
