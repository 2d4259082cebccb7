import { screens, screenTitles, type Screen } from '../address';
import type { OverviewDocument, OverviewEntry } from '../documents';
import { lookOf } from '../look';
import { daysBetween } from '../parts/calendar';
import { Day } from '../parts/Days';
import { Link } from '../parts/Link';
import { capital, listed } from '../parts/names';
import { Message } from '../parts/Prose';
import { Swatch } from '../parts/Verdict';
import { Shown } from '../parts/Waiting';
import { useDocument } from '../server';
import { turnsOf } from '../overview/turns';
import './Overview.css';

/** More of what came, or is due, stands on the screens of the agreement. */
const mostTold = 3;

/** All agreements: where each stands, what came lately, what is due. */
export function Overview() {
  const asked = useDocument<OverviewDocument>('/api/agreements');
  return (
    <div class="overview">
      <h1>Agreements</h1>
      <p class="lead">
        Who kept what, where and since when, according to whom, and why: worked out from agreements written as text and from reports of what was done. Where sides read the words differently, each reading has its own answer. None is a legal finding.
      </p>
      <Shown asked={asked} what="the agreements">
        {({ agreements }) => agreements.length === 0
          ? <p>There is no agreement in the folder that is served. Put one there, and it appears here.</p>
          : <ul class="cards">{agreements.map(entry => <li key={entry.name}>{entry.sound ? <Card entry={entry} /> : <Unsound entry={entry} />}</li>)}</ul>}
      </Shown>
    </div>
  );
}

function Card({ entry }: { entry: OverviewEntry }) {
  const rows = entry.tally?.reduce((sum, { rows }) => sum + rows, 0) ?? 0;
  return (
    <article aria-labelledby={`agreement-${entry.name}`}>
      <h2 id={`agreement-${entry.name}`}><Link to={placeOf(entry, 'verdicts')}>{entry.title}</Link></h2>
      {entry.binds === false && <p><b>No clause of it binds anybody, in any view{entry.unbound !== undefined && <>, since <Day of={entry.unbound} /></>}.</b></p>}
      {entry.differing !== undefined && entry.differing.length > 0 && (
        <p>The views differ on {differingSay(entry.differing)}. <Link to={placeOf(entry, 'verdicts')}>See what each says, and why<span class="hidden">, in {entry.title}</span></Link></p>
      )}
      {entry.differing?.length === 0 && <p>All views give the same answers.</p>}
      <p class="note">
        {entry.parties !== undefined && entry.parties.length > 0 && `Between ${listed(entry.parties)}. `}
        {entry.inForceFrom !== undefined && <>From <Day of={entry.inForceFrom} />{entry.inForceThrough !== undefined && <> through <Day of={entry.inForceThrough} /></>}. </>}
        {entry.reports !== undefined && `${entry.reports.toLocaleString('en-GB')} ${entry.reports === 1 ? 'report' : 'reports'} on file`}
        {entry.knownThrough !== undefined && <>, known through <Day of={entry.knownThrough} /></>}{entry.reports !== undefined && '.'}
      </p>
      {entry.tally !== undefined && entry.tally.length > 0 && <Tally rows={rows} tally={entry.tally} isFolded={entry.binds === false} />}
      {entry.lately !== undefined && entry.lately.length > 0 && (
        <section>
          <h3>The latest on file</h3>
          <Age of={entry.lately[0]!.day} known={entry.knownThrough} />
          <ul class="dated">
            {entry.lately.slice(0, mostTold).map(({ day, earliest, says, by }, index) => (
              <li key={index}><span><Day of={day} short />{earliest && <span class="note"> or later</span>}</span> <span>{capital(says)}, according to {by}</span></li>
            ))}
          </ul>
        </section>
      )}
      {entry.turned !== undefined && entry.turned.length > 0 && (
        <section>
          <h3>The latest changes of an answer, in the common view</h3>
          <Age of={entry.turned[0]!.day} known={entry.knownThrough} />
          <ul class="dated">
            {turnsOf(entry.turned).slice(0, mostTold).map(({ day, where, was, becomes }, index) => (
              <li key={index}><Day of={day} short /> <span>{where}: <b>{becomes}</b>{was !== undefined && `; before: ${was}`}</span></li>
            ))}
          </ul>
        </section>
      )}
      {entry.due !== undefined && entry.due.length > 0 && (
        <section>
          <h3>Due</h3>
          <ul class="dated">{entry.due.slice(0, mostTold).map(({ day, who, duty, label }, index) => <li key={index}><Day of={day} short /> <span>{capital(`${who} ${duty}`)}: <b>{label}</b></span></li>)}</ul>
        </section>
      )}
      <p class="ways">
        {screens.map(screen => <Link key={screen} to={placeOf(entry, screen)}>{screenTitles[screen]}<span class="hidden"> of {entry.title}</span></Link>)}
      </p>
    </article>
  );
}

/** How many answers there are of each sort; of what binds nobody any more only who asks wants them. */
function Tally({ rows, tally, isFolded }: { rows: number; tally: NonNullable<OverviewEntry['tally']>; isFolded: boolean }) {
  const says = `${rows} ${rows === 1 ? 'answer' : 'answers'} in the common view: what no party contests`;
  const list = <ul class="tally">{tally.map(one => <li key={one.label}><Swatch look={lookOf(one)} /><span><b>{one.rows}</b> {one.label}</span></li>)}</ul>;
  return isFolded ? <details><summary>{says}</summary>{list}</details> : <><h3>{says}</h3>{list}</>;
}

/** More clauses than these are counted. */
const mostDiffering = 2;

function differingSay(differing: NonNullable<OverviewEntry['differing']>): string {
  return differing.length > mostDiffering ? `${differing.length} of its clauses` : listed(differing.map(({ clause }) => `clause ${clause.id} (${clause.title})`));
}

/** Says when even the newest is old, so that nobody takes it for news. */
function Age({ of, known }: { of: string; known: string | undefined }) {
  const years = known === undefined ? 0 : Math.floor(daysBetween(of, known) / 365.25);
  return years < 1 ? null : <p class="note">Nothing newer is known: the last is {years === 1 ? 'more than a year' : `${years} years`} before the last day known.</p>;
}

function Unsound({ entry }: { entry: OverviewEntry }) {
  return (
    <article class="unsound" aria-labelledby={`agreement-${entry.name}`}>
      <h2 id={`agreement-${entry.name}`}><Link to={placeOf(entry, 'text')}>{entry.title}</Link></h2>
      <p><b>It cannot be judged, so nothing can be told.</b> {entry.problem !== undefined && <>The first error: <Message text={entry.problem} /></>}</p>
      <p class="ways"><Link to={placeOf(entry, 'text')}>See them where they are<span class="hidden">, in {entry.title}</span></Link></p>
    </article>
  );
}

function placeOf({ name }: OverviewEntry, screen: Screen) {
  return { screen, question: { agreement: name, view: [], reading: [], believe: [], disbelieve: [] }, own: {} };
}
