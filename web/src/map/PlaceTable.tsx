import type { Question } from '../address';
import { Day } from '../parts/Days';
import { capital, listed } from '../parts/names';
import { Since, Swatch } from '../parts/Verdict';
import type { Called } from './called';
import { indexAt, olderOf, whomOf, type Lane } from './lanes';
import type { SaidLine } from './picture';
import { isoOf } from './scale';
import { WhyLink } from './WhyLink';

/** What the maps show, in words: each place, what it is told in each view, since when, and the way to the reasons. */
export function PlaceTable({ question, rows, lanes, views, called, day, counts, onOpen, showing }: {
  question: Question;
  rows: readonly SaidLine[];
  lanes: readonly Lane[][];
  views: readonly string[];
  called: Called;
  day: number;
  /** How many reports are on file of a place and of what lies in it; undefined where that is not to be told. */
  counts: ((places: readonly string[]) => number) | undefined;
  onOpen: (places: string[]) => void;
  /** Shows places closer on the map; undefined for those that are not drawn. */
  showing: (places: readonly string[]) => (() => void) | undefined;
}) {
  const unplaced = rows.length === 0 ? lanes.map(own => own.find(lane => lane.row.place === undefined)) : [];
  if (rows.length === 0 && unplaced.every(lane => lane === undefined)) {
    return null;
  }

  return (
    <table class="stack places">
      <caption class={views.length === 1 ? '' : 'hidden'}>{views.length === 1 ? <><b>{capital(called.inViews(views))}</b> on <Day of={isoOf(day)} /></> : <>What the maps show on <Day of={isoOf(day)} /></>}</caption>
      <thead class={views.length === 1 ? 'hidden' : ''}><tr><th scope="col">Place</th>{views.map(view => <th key={view} scope="col">{capital(called.view(view))}</th>)}</tr></thead>
      <tbody>
        {rows.map(row => (
          <tr key={`${row.instance} ${row.places.join()}`} class={row.isNarrower ? 'part' : ''}>
            <th scope="row">
              <Name name={capital(listed(row.places.map(called.place)))} onShow={showing(row.places)} />
              <Count of={counts?.(row.places) ?? 0} about={listed(row.places.map(called.place))} onOpen={() => onOpen(row.places)} />
            </th>
            {row.in.map((said, at) => <Cell key={views[at]} question={question} lane={said?.lane} view={views[at]!} called={called} day={day} />)}
          </tr>
        ))}
        {unplaced.length > 0 && (
          <tr>
            <th scope="row"><b>{called.whom(whomOf(unplaced.find(lane => lane !== undefined)!.row), unplaced.find(lane => lane !== undefined)!.row.clause.id)}</b></th>
            {unplaced.map((lane, at) => <Cell key={views[at]} question={question} lane={lane} view={views[at]!} called={called} day={day} />)}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Name({ name, onShow }: { name: string; onShow: (() => void) | undefined }) {
  return onShow === undefined ? <b>{name}</b> : <button type="button" class="plain name" title="Show it closer on the map" onClick={onShow}>{name}</button>;
}

function Count({ of, about, onOpen }: { of: number; about: string; onOpen: () => void }) {
  return of === 0 ? null : <button type="button" class="plain count" onClick={onOpen}>{of} {of === 1 ? 'report' : 'reports'}<span class="hidden"> about {about}</span></button>;
}

function Cell({ question, lane, view, called, day }: { question: Question; lane: Lane | undefined; view: string; called: Called; day: number }) {
  const at = lane === undefined ? -1 : indexAt(lane.stretches, day), stretch = lane?.stretches[at];
  if (lane === undefined || stretch === undefined) {
    return <td data-label={capital(called.view(view))}>nothing told</td>;
  }

  return (
    <td data-label={capital(called.view(view))}>
      <span class="verdict"><Swatch look={stretch.look} /><span><b>{stretch.told.label}</b> <span class="since"><Since told={stretch.told} since={isoOf(stretch.from)} older={olderOf(lane.stretches, at)} short /></span>{' '}
        <WhyLink question={question} row={lane.row} view={view} day={day} label={`Why: ${lane.row.place === undefined ? '' : called.place(lane.row.place) + ', '}${stretch.told.label}`}>Why?</WhyLink></span></span>
    </td>
  );
}
