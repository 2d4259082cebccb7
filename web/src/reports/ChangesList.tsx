import type { ComponentChildren } from 'preact';
import type { Question } from '../address';
import type { AgreementDocument, ChangesDocument, RowEntry, Told } from '../documents';
import { Day } from '../parts/Days';
import { Link } from '../parts/Link';
import { capital, inViews, nameOfView, viewsOf } from '../parts/names';
import { Verdict } from '../parts/Verdict';
import { cellName } from '../verdicts/grouping';
import { opening } from '../verdicts/opening';
import { groupsOf, summary, type ChangeGroup } from './changes';

/** More groups than this of one clause are folded away: a report of a whole region changes every country of it. */
const mostShown = 12;

/** What a trial changes, and nothing else: who, where, in whose view, what it was and would be, and since when; each leads to its reasons under the trial. */
export function ChangesList({ changes, trial, agreement, was, becomes }: {
  changes: ChangesDocument;
  /** The question that tries it. */
  trial: Question;
  agreement: AgreementDocument;
  /** Headings of what is told without and with the trial. */
  was: string;
  becomes: string;
}) {
  const offers = new Set((agreement.clauses ?? []).filter(clause => clause.offer).map(clause => clause.id));
  const clauses = groupsOf(changes.changes, id => offers.has(id));
  if (clauses.length === 0) {
    return <p class="nothing" role="status"><b>No verdict changes</b>, on any day, in any of the views asked about.</p>;
  }

  const views = trial.view.length > 0 ? trial.view.length : agreement.views?.length ?? 0;
  const place = (name: string) => agreement.places?.find(one => one.name === name)?.title ?? name;
  const party = (name: string) => name.split(' to ').map(one => agreement.parties?.find(party => party.name === one)?.title ?? one).join(' to ');
  const rowsOf = (group: ChangeGroup, withWhom: boolean, withPlaces: boolean) => group.first.changes.map((change, index) => {
    const days = change.becomes ?? change.was!;
    const isLast = days.through === changes.knownAfter || days.through === changes.knownBefore;
    return (
      <tr key={`${index} ${days.from}`} class={index === 0 ? 'begins' : ''}>
        {withWhom && <td data-label="who">{index === 0 ? capital(group.whom.map(party).join(', ')) : ''}</td>}
        {withPlaces && <td data-label="where">{index === 0 ? <Several of={group.places.map(name => capital(place(name)))} /> : ''}</td>}
        {views > 1 && <td data-label="view">{index === 0 ? group.views.length === views ? 'all views' : <Several of={group.views.map(view => capital(nameOfView(view, agreement.views)))} /> : ''}</td>}
        <td data-label="days"><Day of={days.from} />{days.through !== days.from && (isLast ? ' on' : <> through <Day of={days.through} /></>)}</td>
        <td data-label={was}><ToldOf told={change.was} absent="not told yet" /></td>
        <td data-label={becomes}>
          <ToldOf told={change.becomes} absent="no longer told">
            {change.becomes !== undefined && <> <Reasons row={group.first.row} view={group.first.view} day={change.becomes.from} trial={trial} label={change.becomes.label} /></>}
          </ToldOf>
        </td>
      </tr>
    );
  });

  return (
    <div class="changes-list">
      {clauses.map(({ clause, groups }) => {
        const withWhom = groups.some(group => group.first.row.addressee !== undefined) || new Set(groups.flatMap(group => group.whom)).size > 1;
        const withPlaces = groups.some(group => group.places.length > 0);
        const table = (some: ChangeGroup[]) => (
          <table class="stack">
            <caption class="hidden">What changes of clause {clause.id}</caption>
            <thead>
              <tr>{withWhom && <th>who</th>}{withPlaces && <th>where</th>}{views > 1 && <th>view</th>}<th>from, through</th><th>{was}</th><th>{becomes}</th></tr>
            </thead>
            <tbody>{some.flatMap(group => rowsOf(group, withWhom, withPlaces))}</tbody>
          </table>
        );
        return (
          <section key={clause.id}>
            <h4>Clause {clause.id}: {clause.title}</h4>
            {table(groups.slice(0, mostShown))}
            {groups.length > mostShown && <details><summary>{groups.length - mostShown} more groups of this clause</summary>{table(groups.slice(mostShown))}</details>}
          </section>
        );
      })}
    </div>
  );
}

/** Says with what days are compared of which nothing is on file. */
export function Beyond({ lastOnFile }: { lastOnFile: string | undefined }) {
  return lastOnFile === undefined ? null : <p class="note">All that is on file ends with <Day of={lastOnFile} />; what is supposed goes on, and its later days are compared with the last answer on file.</p>;
}

/** What a trial changes, in one sentence; nothing where that is nothing, which the list says itself. */
export function Summary({ changes, trial, agreement }: { changes: ChangesDocument; trial: Question; agreement: AgreementDocument }) {
  const offers = new Set((agreement.clauses ?? []).filter(clause => clause.offer).map(clause => clause.id));
  const says = summary(groupsOf(changes.changes, id => offers.has(id)), {
    place: name => agreement.places?.find(one => one.name === name)?.title ?? name,
    inViews: names => inViews(viewsOf(names, agreement.views)),
    party: name => name.split(' to ').map(one => agreement.parties?.find(party => party.name === one)?.title ?? one).join(' to '),
  }, trial.view.length > 0 ? trial.view.length : agreement.views?.length ?? 0);
  return says === '' ? null : <p class="summary" role="status"><b>{says}</b></p>;
}

function ToldOf({ told, absent, children }: { told: Told | undefined; absent: string; children?: ComponentChildren }) {
  return told === undefined ? <span class="note">({absent})</span> : <Verdict told={told}>{children}</Verdict>;
}

function Reasons({ row, view, day, trial, label }: { row: RowEntry; view: string; day: string; trial: Question; label: string }) {
  // On the other screen the reasons are what is read first.
  return (
    <span class="why" onClickCapture={() => (opening.wanted = true)}>
      <Link to={{ screen: 'verdicts', question: { ...trial, view: [], on: day }, own: { cell: cellName(row, view) } }} aria-label={`Why it would be “${label}”`}>Why</Link>
    </span>
  );
}

/** A long list of names is folded after a few. */
function Several({ of }: { of: string[] }) {
  return of.length <= 6 ? <>{of.join(', ')}</> : <details class="several"><summary>{of.slice(0, 4).join(', ')} and {of.length - 4} more</summary>{of.slice(4).join(', ')}</details>;
}
