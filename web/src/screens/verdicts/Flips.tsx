import type { Question } from '../../address';
import type { ChangesDocument, RowEntry, Told, ViewHeading } from '../../documents';
import { lookOf } from '../../look';
import { Day } from '../../parts/Days';
import { capital, listed, nameOfView } from '../../parts/names';
import type { Calling } from '../../parts/naming';
import { Swatch } from '../../parts/Verdict';
import { Shown } from '../../parts/Waiting';
import { pathOf, useDocument } from '../../server';
import { flipsOf, gathered, isNarrower, onDay, type Flip } from './grouping';

/** What is tried, against what is on file: which answers flip, was and would be. */
export function Flips({ question, day, views, calling }: { question: Question; day: string; views: readonly ViewHeading[]; calling: Calling }) {
  const asked = useDocument<ChangesDocument>(pathOf(question, 'changes'));
  return (
    <section class="flips" id="flips" aria-labelledby="flips-title">
      <h2 id="flips-title">What flips</h2>
      <Shown asked={asked} what="what flips">
        {({ changes }) => {
          const flips = flipsOf(changes);
          const today = onDay(flips, day);
          const [whole, narrower] = [flips.filter(flip => !flip.rows.every(isNarrower)), flips.filter(flip => flip.rows.every(isNarrower))];
          return flips.length === 0 ? <p role="status">{changes.length === 0
            ? 'Nothing: every answer on every day stays as it is on file.'
            : 'No answer flips on any day; of some there is only less, or more, that they lean on.'}</p> : (
            <>
              <p role="status">
                {today.length === 0 ? <>On <Day of={day} /> every answer stays as it is on file. On other days some flip.</> : <>On <b><Day of={day} /></b>:</>}
              </p>
              {today.length > 0 && <List flips={today} views={views} calling={calling} dated={false} />}
              <details open={today.length === 0}>
                <summary>Through all the days</summary>
                <List flips={whole} views={views} calling={calling} dated />
                {narrower.length > 0 && <details><summary>In places within these</summary><List flips={narrower} views={views} calling={calling} dated /></details>}
              </details>
            </>
          );
        }}
      </Shown>
    </section>
  );
}

function List({ flips, views, calling, dated }: { flips: readonly Flip[]; views: readonly ViewHeading[]; calling: Calling; dated: boolean }) {
  return (
    <ul class="flip-list">
      {flips.map(({ rows, views: names, changes }, index) => (
        <li key={index}>
          <p>
            <b>Clause {rows[0]!.clause.id}, {rows[0]!.clause.title}</b>: {whereOf(rows, calling)}; in {names.length === views.length && names.length > 1 ? `all ${names.length} views` : `the view of ${listed(names.map(name => nameOfView(name, views)))}`}
          </p>
          <ul>
            {changes.map(({ was, becomes, from, through }, number) => (
              <li key={number}>
                {dated && (from === through ? <>on <Day of={from} />: </> : <>from <Day of={from} /> through <Day of={through} />: </>)}
                was <ToldOf told={was} />, would be <ToldOf told={becomes} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** "Europe and Oceania, for Russia". */
function whereOf(rows: readonly RowEntry[], calling: Calling): string {
  const places = [...new Set(rows.flatMap(row => (row.place === undefined ? [] : [calling.place(row.place)])))];
  const whom = gathered(rows, row => calling.whom(row)).map(same => calling.whom(same[0]!));
  return capital([listed(places), listed(whom)].filter(text => text.length > 0).join(', '));
}

function ToldOf({ told }: { told: Told | undefined }) {
  return told === undefined ? <b>no answer</b> : <span class="told"><Swatch look={lookOf(told)} /><b>{told.label}</b></span>;
}
