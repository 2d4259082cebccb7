import { ask, type Question } from '../../address';
import type { DisputeEntry, ViewHeading } from '../../documents';
import { capital, listed, nameOfView } from '../../parts/names';
import { readingTried, withReading } from './choices';

/** A dispute as a switch: as each view reads it, or read in one way in all of them. */
export function DisputeSwitch({ dispute, question, views, short }: { dispute: DisputeEntry; question: Question; views: readonly ViewHeading[]; short?: boolean }) {
  const tried = readingTried(question, dispute.name);
  const name = `${short === true ? 'margin' : 'switch'} ${dispute.name}`;
  const choose = (reading: string | undefined) => ask(withReading(question, dispute.name, reading));
  return (
    <fieldset class="dispute" id={short === true ? undefined : `dispute-${dispute.name}`}>
      <legend>{dispute.title} <code>{dispute.name}</code></legend>
      {short !== true && <p class="note">{capital(dispute.about)}</p>}
      <label>
        <input type="radio" name={name} checked={tried === undefined} onChange={() => choose(undefined)} />
        <span>as each view reads it</span>
      </label>
      {dispute.readings.map(reading => (
        <label key={reading.name}>
          <input type="radio" name={name} checked={tried === reading.name} onChange={() => choose(reading.name)} />
          <span>
            <b>{reading.title}</b>
            {short !== true && reading.says.length > 0 && reading.says !== reading.title && <span class="gloss">means: {reading.says}</span>}
            <span class="gloss">{reading.takenBy.length === 0 ? 'no view takes it' : `taken by ${listed(reading.takenBy.map(one => nameOfView(one, views)))}`}</span>
          </span>
        </label>
      ))}
      {tried !== undefined && <p class="note" role="status">You are trying this reading in every view. <a href="#flips">What flips</a></p>}
    </fieldset>
  );
}
