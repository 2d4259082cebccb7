import type { Question } from '../address';
import type { DecisionEntry } from '../documents';

export type Choice = DecisionEntry['choices'][number];
type Tried = Pick<Question, 'reading' | 'believe' | 'disbelieve'>;

/** The reading tried for a dispute, if any. */
export function readingTried(tried: Tried, dispute: string): string | undefined {
  return tried.reading.find(choice => choice.startsWith(`${dispute}:`))?.slice(dispute.length + 1);
}

/** What is tried once a dispute is read so; as each view reads it when the reading is undefined. */
export function withReading(tried: Tried, dispute: string, reading: string | undefined): Tried {
  const others = tried.reading.filter(choice => !choice.startsWith(`${dispute}:`));
  return { ...tried, reading: reading === undefined ? others : [...others, `${dispute}:${reading}`].sort() };
}

/** What is tried once a report is believed, set aside, or taken as each view takes it. */
export function withBelief(tried: Tried, report: string, believed: boolean | undefined): Tried {
  const without = (names: string[]) => names.filter(name => name !== report);
  return {
    ...tried,
    believe: believed === true ? [...without(tried.believe), report].sort() : without(tried.believe),
    disbelieve: believed === false ? [...without(tried.disbelieve), report].sort() : without(tried.disbelieve),
  };
}

/** A way to make an answer another, as it is told apart from others: "revival:comes-back", "-bornholm-visit revival:once". */
export function wayKey(choices: readonly Choice[]): string {
  return choices.map(({ dispute, reading, report, believed }) => (dispute !== undefined ? `${dispute}:${reading}` : `${believed === true ? '+' : '-'}${report}`)).sort().join(' ');
}

/** What is tried, as ways: those that were pressed as they were pressed, and every other choice by itself. */
export function waysTried(tried: Tried, pressed: readonly (readonly Choice[])[]): (readonly Choice[])[] {
  const single: Choice[] = [
    ...tried.reading.map(choice => ({ dispute: choice.slice(0, choice.indexOf(':')), reading: choice.slice(choice.indexOf(':') + 1) })),
    ...tried.believe.map(report => ({ report, believed: true })),
    ...tried.disbelieve.map(report => ({ report, believed: false })),
  ];
  const ways: (readonly Choice[])[] = [];
  const told = new Set<string>();
  for (const way of [...pressed.filter(choices => areTried(tried, choices)), ...single.map(choice => [choice])]) {
    const keys = way.map(choice => wayKey([choice]));
    if (!keys.some(key => told.has(key))) {
      ways.push(way);
      keys.forEach(key => told.add(key));
    }
  }

  return ways;
}

/** True when all choices are being tried. */
export function areTried(tried: Tried, choices: readonly Choice[]): boolean {
  return choices.every(({ dispute, reading, report, believed }) =>
    dispute !== undefined ? readingTried(tried, dispute) === reading : report !== undefined && (believed === true ? tried.believe : tried.disbelieve).includes(report));
}

/** What is tried with some choices made, or with them taken back. */
export function withChoices(tried: Tried, choices: readonly Choice[], made: boolean): Tried {
  return choices.reduce<Tried>(
    (so, { dispute, reading, report, believed }) =>
      dispute !== undefined ? withReading(so, dispute, made ? reading : undefined) : report !== undefined ? withBelief(so, report, made ? believed : undefined) : so,
    { reading: tried.reading, believe: tried.believe, disbelieve: tried.disbelieve },
  );
}
