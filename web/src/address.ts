import { signal } from '@preact/signals';

/** The screens of one agreement; their names stand in the address. */
export const screens = ['verdicts', 'text', 'map', 'reports'] as const;
export type Screen = (typeof screens)[number];

/** What the screens are called, wherever a way leads to them. */
export const screenTitles: Record<Screen, string> = { verdicts: 'Verdicts and why', text: 'Agreement', map: 'Map and time', reports: 'Reports' };

/** What is asked of an agreement; the same names stand in the address of the page and in that of the answer. */
export interface Question {
  agreement: string;
  /** The day asked about; the last day known when absent. */
  on?: string;
  /** Only what was public by the end of that day counts. */
  knownOn?: string;
  /** Only what that party said or received counts. */
  knownTo?: string;
  /** The views asked about; all when empty. */
  view: string[];
  /** Disputes read otherwise than the views do: "dispute:reading". */
  reading: string[];
  /** Reports in question that are believed all the same, or set aside. */
  believe: string[];
  disbelieve: string[];
  /** Sentences supposed on top of what is on file. */
  suppose?: string;
}

/** Where the page is. Everything that it shows follows from this, so that a link shows a colleague the same. */
export type Address =
  | { screen: 'overview' }
  | { screen: 'draft'; own: Record<string, string> }
  | { screen: Screen; question: Question; own: Record<string, string> };

const single = ['on', 'knownOn', 'knownTo', 'suppose'] as const;
const several = ['view', 'reading', 'believe', 'disbelieve'] as const;
const asked = new Set<string>([...single, ...several]);

/** Reads an address of ours; whatever else stands in it is kept in `own` for the screen. */
export function parse(path: string, query: string): Address {
  const parts = path.split('/').filter(part => part.length > 0).map(part => safely(() => decodeURIComponent(part)) ?? part);
  const given = new URLSearchParams(query);
  const own: Record<string, string> = {};
  for (const [name, value] of given) {
    if (!asked.has(name)) {
      own[name] = value;
    }
  }

  const [first, second] = parts;
  if (first === undefined) {
    return { screen: 'overview' };
  }

  if (first === 'draft') {
    return { screen: 'draft', own };
  }

  const question: Question = { agreement: first, view: [], reading: [], believe: [], disbelieve: [] };
  for (const name of single) {
    const value = given.get(name);
    if (value !== null && value.length > 0) {
      question[name] = value;
    }
  }

  for (const name of several) {
    question[name] = [...new Set(given.getAll(name))].filter(value => value.length > 0);
  }

  return { screen: screens.find(screen => screen === second) ?? 'verdicts', question, own };
}

/** The address as it stands in the browser's bar; the same place always has the same one. */
export function format(address: Address): string {
  if (address.screen === 'overview') {
    return '/';
  }

  const query = 'question' in address ? queryOf(address.question) : new URLSearchParams();
  for (const name of Object.keys(address.own).sort()) {
    const value = address.own[name];
    if (value !== undefined && value.length > 0) {
      query.set(name, value);
    }
  }

  const path = 'question' in address ? `/${encodeURIComponent(address.question.agreement)}/${address.screen}` : '/draft';
  const text = query.toString();
  return text.length > 0 ? `${path}?${text}` : path;
}

/** A question as the server is asked it. */
export function queryOf(question: Question): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of single) {
    const value = question[name];
    if (value !== undefined && value.length > 0) {
      query.set(name, value);
    }
  }

  for (const name of several) {
    for (const value of question[name]) {
      query.append(name, value);
    }
  }

  return query;
}

/** Where the page is now. */
export const address = signal<Address>(parse(globalThis.location?.pathname ?? '/', globalThis.location?.search ?? ''));

/** Goes elsewhere. `replace` keeps the step out of the history: for sliders and what one types. */
export function go(to: Address, how: 'push' | 'replace' = 'push'): void {
  const text = format(to);
  if (text !== location.pathname + location.search) {
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', text);
  }

  address.value = to;
}

/** The same place with another question. */
export function ask(change: Partial<{ [Name in keyof Question]: Question[Name] | undefined }>, how: 'push' | 'replace' = 'push'): void {
  const here = address.value;
  if ('question' in here) {
    go({ ...here, question: withoutUndefined({ ...here.question, ...change }) as Question }, how);
  }
}

/** The same place with other parts of the screen's own; an empty text takes one away. */
export function keep(change: Record<string, string>, how: 'push' | 'replace' = 'push'): void {
  const here = address.value;
  if ('own' in here) {
    go({ ...here, own: Object.fromEntries(Object.entries({ ...here.own, ...change }).filter(([, value]) => value.length > 0)) }, how);
  }
}

/** What the question is without readings, beliefs and suppositions that were tried in the page. */
export function untried(question: Question): Question {
  const { suppose: _, ...rest } = question;
  return { ...rest, reading: [], believe: [], disbelieve: [] };
}

/** True when the question tries something that is not on file. */
export function isTried(question: Question): boolean {
  return question.reading.length + question.believe.length + question.disbelieve.length > 0 || (question.suppose ?? '').length > 0;
}

function withoutUndefined<T extends object>(of: T): Partial<T> {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function safely<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

if (typeof window !== 'undefined') {
  window.addEventListener('popstate', () => {
    address.value = parse(location.pathname, location.search);
  });
}
