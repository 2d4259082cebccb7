import { ask, type Question } from '../address';
import type { DisputeEntry, ViewHeading } from '../documents';
import { Link } from '../parts/Link';
import { capital, listed, nameOfView } from '../parts/names';
import { readingTried, withReading } from './choices';

/** A dispute as a switch: as each view reads it, or read in one way in all of them. */
export function DisputeSwitch({ dispute, question, views, at }: {
  dispute: DisputeEntry;
  question: Question;
  views: readonly ViewHeading[];
  /** Where it stands when it is in a margin, and told in short; the same dispute may stand in several. */
  at?: string;
}) {
  const tried = readingTried(question, dispute.name);
  const name = `${at ?? 'all'} ${dispute.name}`;
  const choose = (reading: string | undefined) => ask(withReading(question, dispute.name, reading));
  return (
    <fieldset class="dispute" id={at === undefined ? `dispute-${dispute.name}` : undefined}>
      <legend>{dispute.title} <code>{dispute.name}</code></legend>
      {at === undefined && <p class="note">{capital(dispute.about)}</p>}
      <label>
        <input type="radio" name={name} checked={tried === undefined} onChange={() => choose(undefined)} />
        <span>as each view reads it</span>
      </label>
      {dispute.readings.map(reading => (
        <label key={reading.name}>
          <input type="radio" name={name} checked={tried === reading.name} onChange={() => choose(reading.name)} />
          <span>
            <b>{reading.title}</b>
            {at === undefined && reading.says.length > 0 && reading.says !== reading.title && <span class="gloss">means: {reading.says}</span>}
            <span class="gloss">{reading.takenBy.length === 0 ? 'no view takes it' : `taken by ${listed(reading.takenBy.map(one => nameOfView(one, views)))}`}</span>
          </span>
        </label>
      ))}
      {tried !== undefined && <p class="note" role="status">You are trying this reading in every view. {at === undefined ? <a href="#flips">What flips</a> : <Link to={{ screen: 'verdicts', question, own: {} }}>What flips</Link>}</p>}
    </fieldset>
  );
}
