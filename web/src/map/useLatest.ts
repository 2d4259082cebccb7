import { useEffect, useRef, useState } from 'preact/hooks';
import { changes, get, problem, type Asked } from '../server';

/** A document that takes the server some work: only one is on its way at a time. What is asked for meanwhile waits, and of that only the last is asked; the answer before stays until the next is there. */
export function useLatest<T>(path: string): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ state: 'waiting' });
  const wanted = useRef(''), isAsking = useRef(false);
  const key = `${changes.value} ${path}`;
  useEffect(() => {
    wanted.current = key;
    setAsked(before => (before.answer === undefined ? { state: 'waiting' } : { state: 'waiting', answer: before.answer }));
    if (!isAsking.current) {
      void askUntilLatest();
    }

    async function askUntilLatest() {
      isAsking.current = true;
      for (let last = ''; last !== wanted.current && wanted.current !== '';) {
        last = wanted.current;
        try {
          const answer = await get<T>(last.slice(last.indexOf(' ') + 1));
          setAsked({ state: last === wanted.current ? 'here' : 'waiting', answer });
        } catch (error) {
          setAsked(before => (last === wanted.current
            ? { state: 'failed', problem: problem(error), ...(before.answer === undefined ? {} : { answer: before.answer }) }
            : before));
        }
      }

      isAsking.current = false;
    }
  }, [key]);

  // Nothing more is asked once the screen is left.
  useEffect(() => () => {
    wanted.current = '';
  }, []);
  return asked;
}
