import type { Question } from '../../address';
import type { DecisionEntry } from '../../documents';

type Choice = DecisionEntry['choices'][number];
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
