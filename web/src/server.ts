import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { queryOf, type Question } from './address';
import type { Problem } from './documents';
import { readJson } from './parts/turning';

/** What came of asking: still on its way, an answer (perhaps of a moment ago, while a newer one is on its way), or a problem. */
export type Asked<T> = { state: 'waiting'; answer?: T } | { state: 'here'; answer: T } | { state: 'failed'; problem: Problem; answer?: T };

/** A refusal of the server in the user's words. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

/** Counts up whenever something changed on the server, so that what is shown is asked for again. */
export const changes = signal(0);

/** How many answers are on their way. */
export const waiting = signal(0);

const known = new Map<string, Promise<unknown>>();
const mostKnown = 400;

/** Gets a document. The same address is asked for once until something changes on the server. */
export function get<T>(path: string): Promise<T> {
  const found = known.get(path) as Promise<T> | undefined;
  if (found !== undefined) {
    return found;
  }

  waiting.value++;
  const asked: Promise<T> = send<T>(path)
    .catch((error: unknown) => {
      // Only if it has not been asked again meanwhile.
      if (known.get(path) === asked) {
        known.delete(path);
      }

      throw error;
    })
    .finally(() => waiting.value--);
  if (known.size >= mostKnown) {
    known.delete(known.keys().next().value as string);
  }

  known.set(path, asked);
  return asked;
}

/** Sends something to be judged; nothing is kept by the server. */
export function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return send<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), ...(signal ? { signal } : {}) });
}

/** The path of an answer about an agreement. */
export function pathOf(question: Question, answer: string, more: Record<string, string | undefined> = {}): string {
  const query = queryOf(question);
  for (const [name, value] of Object.entries(more)) {
    if (value !== undefined) {
      query.set(name, value);
    }
  }

  const text = query.toString();
  return `/api/agreements/${encodeURIComponent(question.agreement)}${answer.length > 0 ? '/' + answer : ''}${text.length > 0 ? '?' + text : ''}`;
}

/** The path of everything on file, and of what is supposed, as it was known then and to whom: the same for every day and view, so that it is asked for once. */
export function reportsPath({ on: _, ...question }: Question): string {
  return pathOf({ ...question, view: [], reading: [], believe: [], disbelieve: [] }, 'reports');
}

async function send<T>(path: string, init?: RequestInit): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    let response: Response;
    try {
      response = await fetch(path, init);
    } catch (error) {
      if (init?.signal?.aborted) {
        throw error;
      }

      throw new Refused({ status: 0, title: 'The server does not answer', detail: 'Is `proviso serve` still running? The page tries again when it is back.' });
    }

    // Asked too often, or busy: wait as long as the server says, and ask again.
    if ((response.status === 429 || response.status === 503) && attempt < 4) {
      const seconds = Number(response.headers.get('retry-after') ?? '1');
      await new Promise(resolve => setTimeout(resolve, (Number.isFinite(seconds) ? Math.min(seconds, 10) : 1) * 1000 * (1 + attempt)));
      continue;
    }

    if (response.ok) {
      return readJson<T>(await response.text());
    }

    throw new Refused(await problemOf(response));
  }
}

async function problemOf(response: Response): Promise<Problem> {
  if (response.status === 401) {
    connection.value = 'locked';
    return { status: 401, title: 'The server asks for its key', detail: 'It was perhaps started anew, with another key. Give that above, and the page goes on where it is.' };
  }

  try {
    return readJson<Problem>(await response.text());
  } catch {
    return { status: response.status, title: 'The server refused', detail: `It answered ${response.status} without a reason.` };
  }
}

/** A document for a component: asked for again when the path or something on the server changes. The answer before stays until the next is there. */
export function useDocument<T>(path: string | undefined): Asked<T> {
  const [{ of, asked }, setAsked] = useState<{ of: string | undefined; asked: Asked<T> }>({ of: path, asked: { state: 'waiting' } });
  const turn = changes.value;
  useEffect(() => {
    if (path === undefined) {
      return undefined;
    }

    let isWanted = true;
    setAsked(({ asked: before }) => ({ of: path, asked: awaiting(before) }));
    get<T>(path).then(
      answer => isWanted && setAsked({ of: path, asked: { state: 'here', answer } }),
      (error: unknown) => isWanted && setAsked(({ asked: before }) => ({ of: path, asked: { ...awaiting(before), state: 'failed', problem: problem(error) } })),
    );
    return () => {
      isWanted = false;
    };
  }, [path, turn]);
  // Until the effect has run, what is held answers the question before.
  return of === path ? asked : awaiting(asked);
}

function awaiting<T>({ answer }: Asked<T>): { state: 'waiting'; answer?: T } {
  return answer === undefined ? { state: 'waiting' } : { state: 'waiting', answer };
}

/**
 * Several documents for a component, each undefined until it is here; the same order as the paths. They are asked for one after the other,
 * so that what somebody opens meanwhile does not wait behind them. A document that cannot be had stays undefined.
 */
export function useDocuments<T>(paths: readonly string[]): readonly (T | undefined)[] {
  const [found, setFound] = useState<ReadonlyMap<string, T>>(new Map());
  const turn = changes.value;
  useEffect(() => {
    let isWanted = true;
    const wanted = [...new Set(paths)];
    void (async () => {
      for (const path of wanted) {
        const answer = isWanted ? await get<T>(path).catch(() => undefined) : undefined;
        if (isWanted && answer !== undefined) {
          setFound(before => new Map([...before].filter(([other]) => wanted.includes(other))).set(path, answer));
        }
      }
    })();
    return () => {
      isWanted = false;
    };
  }, [paths.join('\n'), turn]);
  return paths.map(path => found.get(path));
}

/** Any error as a problem to show. */
export function problem(error: unknown): Problem {
  return error instanceof Refused ? error.problem : { status: 0, title: 'Something went wrong in the page', detail: String(error) };
}

/** True for a problem that is none of the question: the server is gone, or asks for its key. */
export function isUnanswered({ status }: Problem): boolean {
  return status === 0 || status === 401;
}

/** Whether the server can be heard; `locked` when it can, and asks for its key. */
export const connection = signal<'here' | 'gone' | 'locked'>('here');

/** What is to be said of what is shown, and why it was asked for again. */
export const news = signal<'changed' | 'back' | undefined>(undefined);

/** A connection that was refused is not tried again by browsers: so many seconds later the page does, each time after a longer pause. */
const firstPause = 3, longestPause = 30;

/** Listens for changes as long as the page is open, and begins anew when the connection is lost. */
export function listen(pause = firstPause): void {
  const events = new EventSource('/api/events');
  events.addEventListener('open', () => {
    pause = firstPause;
    if (connection.value !== 'here') {
      connection.value = 'here';
      news.value = 'back';
      askAgain();
    }
  });
  events.addEventListener('error', () => {
    if (connection.value === 'here') {
      connection.value = 'gone';
    }

    if (events.readyState === EventSource.CLOSED) {
      void seeWhetherLocked();
      setTimeout(listen, pause * 1000, Math.min(2 * pause, longestPause));
    }
  });
  events.addEventListener('changed', () => {
    news.value = 'changed';
    askAgain();
  });
}

/** The one who listens is not told why nobody speaks. */
async function seeWhetherLocked(): Promise<void> {
  const status = await fetch('/', { method: 'HEAD' }).then(response => response.status, () => 0);
  if (connection.value !== 'here') {
    connection.value = status === 401 ? 'locked' : 'gone';
  }
}

/** Forgets every answer, so that whatever is shown is asked for again. */
export function askAgain(): void {
  known.clear();
  changes.value++;
}
