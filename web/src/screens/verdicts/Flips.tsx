import type { Question } from '../../address';
import type { ChangesDocument, Told, ViewHeading } from '../../documents';
import { lookOf } from '../../look';
import { Day } from '../../parts/Days';
import { capital, listed, nameOfView } from '../../parts/names';
import type { Calling } from '../../parts/naming';
import { Swatch } from '../../parts/Verdict';
import { Shown } from '../../parts/Waiting';
import { pathOf, useDocument } from '../../server';
import { flipsOf, titlesOf } from './grouping';

/** More groups than this are unfolded only when wanted. */
const mostAtOnce = 8;

/** What is tried, against what is on file: which answers flip, was and would be, through all the days. */
export function Flips({ question, views, calling }: { question: Question; views: readonly ViewHeading[]; calling: Calling }) {
  const asked = useDocument<ChangesDocument>(pathOf(question, 'changes'));
  return (
    <section class="flips" id="flips" aria-labelledby="flips-title">
      <h2 id="flips-title">What flips</h2>
      <Shown asked={asked} what="what flips">
        {({ changes }) => {
          const flips = flipsOf(changes);
          return flips.length === 0
            ? <p role="status">Nothing: every answer on every day stays as it is on file.</p>
            : (
              <>
                <p class="note" role="status">What you are trying makes {changes.length === 1 ? 'one answer' : `${changes.length} answers`} another, on some day.</p>
                <Groups flips={flips.slice(0, mostAtOnce)} views={views} calling={calling} />
                {flips.length > mostAtOnce && (
                  <details><summary>{flips.length - mostAtOnce} more</summary><Groups flips={flips.slice(mostAtOnce)} views={views} calling={calling} /></details>
                )}
              </>
            );
        }}
      </Shown>
    </section>
  );
}

function Groups({ flips, views, calling }: { flips: ReturnType<typeof flipsOf>; views: readonly ViewHeading[]; calling: Calling }) {
  return (
    <ul class="flip-list">
      {flips.map(({ rows, views: names, changes }, index) => {
        const { clause } = rows[0]!;
        const { titles, common } = titlesOf([rows.map(row => ({ ...row, verdicts: [] }))], { ...calling, offer: calling.isOffer(clause.id) });
        return (
          <li key={index}>
            <p><b>Clause {clause.id}, {clause.title}</b> {titles[0] || common}; in the view of {names.length === views.length && names.length > 1 ? `all ${names.length} views` : capital(listed(names.map(name => nameOfView(name, views))))}</p>
            <ul>
              {changes.map(({ was, becomes }, number) => {
                const days = becomes ?? was;
                return (
                  <li key={number}>
                    {days !== undefined && <>from <Day of={days.from} /> through <Day of={days.through} />: </>}
                    was <ToldOf told={was} />, would be <ToldOf told={becomes} />
                  </li>
                );
              })}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

function ToldOf({ told }: { told: Told | undefined }) {
  return told === undefined ? <b>no answer</b> : <span class="told"><Swatch look={lookOf(told)} /><b>{told.label}</b></span>;
}
