import { useMemo, useRef } from 'preact/hooks';
import { keep, type Question } from '../address';
import type { AgreementDocument, NumbersDocument, ReportsDocument, TimelineDocument, WorldDocument } from '../documents';
import { calledIn } from '../map/called';
import { Charts } from '../map/Charts';
import { Lanes } from '../map/Lanes';
import { grouped, isNarrower, lanesOf, stretchAt, turnsOf, whomOf } from '../map/lanes';
import { Maps } from '../map/Maps';
import { datedOf } from '../map/marks';
import { lanesFor, subjectsOf, viewGroups, type Subject } from '../map/picture';
import { numberOf, sortedDays } from '../map/scale';
import { useNarrow } from '../parts/useNarrow';
import { TimeBar } from '../map/TimeBar';
import { useLatest } from '../map/useLatest';
import { useTime } from '../map/useTime';
import { capital, listed } from '../parts/names';
import { ProblemBox } from '../parts/ProblemBox';
import { Unsound } from '../parts/Unsound';
import { useDays } from '../parts/useDays';
import { Waiting } from '../parts/Waiting';
import { changes, pathOf, reportsPath, useDocument } from '../server';
import './MapAndTime.css';

/** As many maps as can be compared at a glance. */
const mostMaps = 6;

/** Where an agreement stands on a day, and when that changed: a map, two sliders, and the lanes of the years. */
export function MapAndTime({ question, own }: { question: Question; own: Record<string, string> }) {
  const agreement = useDocument<AgreementDocument>(`/api/agreements/${encodeURIComponent(question.agreement)}`).answer;
  const { on: _, ...anyDay } = question;
  const asked = useLatest<TimelineDocument>(pathOf(anyDay, 'timeline'));
  const timeline = asked.answer;
  // Numbers and verdicts of a day of knowledge come of the same work: one after the other.
  const numbers = useNumbers(anyDay, asked.state === 'here');
  const known = useDays(question, agreement);
  // The outlines of the earth are asked for at once, and the many reports only when these are here: first there is a map, then what is on it.
  const isWorldHere = useDocument<WorldDocument>('/api/map').state !== 'waiting';
  if (agreement === undefined || (timeline === undefined && asked.state !== 'failed')) {
    return <Waiting what="the timeline" />;
  }

  if (timeline === undefined || known === undefined) {
    return agreement.sound && asked.state === 'failed' ? <ProblemBox problem={asked.problem} /> : <Unsound agreement={agreement} so="nothing can be shown through time" />;
  }

  return <Through question={question} own={own} agreement={agreement} lastKnown={known.last} timeline={timeline} numbers={numbers} asksReports={isWorldHere} isBusy={asked.state === 'waiting'} problem={asked.state === 'failed' ? <ProblemBox problem={asked.problem} /> : undefined} />;
}

function Through({ question, own, agreement, lastKnown, timeline, numbers, asksReports, isBusy, problem }: {
  question: Question; own: Record<string, string>; agreement: AgreementDocument; lastKnown: string; timeline: TimelineDocument; numbers: NumbersDocument | undefined; asksReports: boolean; isBusy: boolean; problem: preact.ComponentChildren;
}) {
  const called = useMemo(() => calledIn(agreement), [agreement]);
  const lanes = useMemo(() => lanesOf(timeline), [timeline]);
  const subjects = useMemo(() => subjectsOf(lanes), [lanes]);
  const { reports, news } = useReports(question, asksReports);
  const days = useMemo(() => ({ from: numberOf(timeline.firstDay), before: numberOf(lastKnown) + 1 }), [timeline.firstDay, lastKnown]);
  const time = useTime(question, days.from, days.before - 1);

  const isNarrow = useNarrow();
  const views = useMemo(() => [...new Set(lanes.map(lane => lane.view))], [lanes]);
  const subject: Subject | undefined = subjects.find(one => one.clause === own['clause'] && one.whom === own['whom']) ?? subjects.find(one => one.clause === own['clause']) ?? subjects[0];
  const groups = useMemo(() => (subject === undefined ? [] : viewGroups(lanes, subject)), [lanes, subject]);
  const only = views.includes(own['as'] ?? '') ? own['as']! : views[0];
  const isComparing = question.view.length > 1 || (question.view.length === 0 && own['compare'] === 'yes' && groups.length > 1);
  const maps = isComparing ? groups.slice(0, mostMaps) : only === undefined ? [] : [[only]];
  const shown = maps.map(views => views[0]!);
  // A map that stands for several views is called by all of them.
  const calling = useMemo(() => {
    const group = (view: string) => maps.find(one => one[0] === view) ?? [view];
    return { ...called, view: (view: string) => listed(group(view).map(called.view)), inViews: (views: readonly string[]) => called.inViews(views.flatMap(group)) };
  }, [called, maps.join('\n')]);
  const ownLanes = useMemo(() => (subject === undefined ? [] : shown.map(view => lanesFor(lanes, subject, view))), [lanes, subject, shown.join()]);
  const turns = useMemo(() => turnsOf(ownLanes.flat()), [ownLanes]);
  const otherTurns = useMemo(() => turnsOf(lanes), [lanes]);
  // What is on its way may be of a day of knowledge that is before the day shown; then the last answer stands for a moment.
  const lastTold = numberOf(timeline.lastDay);
  const day = Math.min(time.day, lastTold);
  const then = useMemo(() => changedOn(day, ownLanes, shown, calling), [day, ownLanes, calling]);
  const bar = <TimeBar time={time} days={days} turns={turns} otherTurns={otherTurns} news={news} changed={then} busy={isBusy} />;
  // Where the clause is a ceiling its numbers say most.
  const isCeiling = numbers?.series.some(one => one.row.clause.id === subject?.clause) === true;
  const charts = numbers !== undefined && <Charts numbers={numbers} lanes={lanes} days={days} day={day} views={views.length} called={called} first={subject?.clause} />;

  return (
    <div class="map-time">
      {problem}
      {subject !== undefined && (
        <form class="pick" aria-label="What the map shows" onSubmit={event => event.preventDefault()}>
          <SubjectFields subject={subject} subjects={subjects} called={called} />
          {question.view.length === 0 && views.length > 1 && (
            <>
              {groups.length > 1
                ? <button type="button" aria-pressed={isComparing} onClick={() => keep({ compare: isComparing ? '' : 'yes' })}>Compare all views: {groups.length} different answers</button>
                : <p class="note">All views agree here, on every day.</p>}
              {!isComparing && (
                <div class="field">
                  <label for="map-view">View drawn on this map</label>
                  <select id="map-view" value={only} onChange={event => keep({ as: event.currentTarget.value }, 'replace')}>
                    {views.map(view => <option key={view} value={view}>{capital(called.view(view))}</option>)}
                  </select>
                </div>
              )}
            </>
          )}
          {isComparing && groups.length > mostMaps && <p class="note">The views give {groups.length} different answers; the maps show the first {mostMaps}, the lanes below all.</p>}
        </form>
      )}
      {subject !== undefined && (
        <Maps question={question} own={own} agreement={agreement} called={calling} subject={subject} views={shown} lanes={ownLanes} reports={reports} day={day} known={time.known} isBusy={isBusy}>
          {isNarrow && bar}
        </Maps>
      )}
      {!(isNarrow && subject !== undefined) && bar}
      {isCeiling && charts}
      <Lanes question={question} lanes={lanes} subject={subject} views={views.length} days={days} day={day} known={lastTold} called={called} onDay={time.setDay} />
      {!isCeiling && charts}
    </div>
  );
}

function SubjectFields({ subject, subjects, called }: { subject: Subject; subjects: ReturnType<typeof subjectsOf>; called: ReturnType<typeof calledIn> }) {
  const clauses = [...grouped(subjects, one => one.clause).values()];
  const whom = subjects.filter(one => one.clause === subject.clause);
  return (
    <>
      <div class="field">
        <label for="map-clause">Clause</label>
        <select id="map-clause" value={subject.clause} onChange={event => keep({ clause: event.currentTarget.value, whom: '', at: '' }, 'replace')}>
          {clauses.map(([one]) => <option key={one!.clause} value={one!.clause}>{one!.clause}: {one!.title}{one!.hasPlace ? '' : ' (no place)'}</option>)}
        </select>
      </div>
      {whom.length > 1 && (
        <div class="field">
          <label for="map-whom">Whom it concerns</label>
          <select id="map-whom" value={subject.whom} onChange={event => keep({ clause: subject.clause, whom: event.currentTarget.value }, 'replace')}>
            {whom.map(one => <option key={one.whom} value={one.whom}>{called.whom(one.whom, one.clause)}</option>)}
          </select>
        </div>
      )}
    </>
  );
}

/** What is told of what is under ceilings; an agreement that has none is not asked again on every day of knowledge. */
function useNumbers(question: Question, isAsked: boolean): NumbersDocument | undefined {
  const turn = changes.value;
  const without = useRef<number | undefined>(undefined);
  const numbers = useDocument<NumbersDocument>(!isAsked || without.current === turn ? undefined : pathOf(question, 'numbers'));
  if (numbers.state === 'here' && numbers.answer.series.length === 0) {
    without.current = turn;
  }

  return numbers.answer;
}

/** All reports on file, and the days on which something was said. Which of them were public on a day, and who had contested them by then, is found in the page, so a step of knowledge needs no new list. */
function useReports(question: Question, isAsked: boolean) {
  const { knownOn: _, ...rest } = question;
  const document = useDocument<ReportsDocument>(!isAsked ? undefined : reportsPath(rest)).answer;
  return useMemo(() => ({
    reports: document === undefined ? [] : datedOf(document),
    news: document === undefined ? [] : sortedDays([...document.reports.map(report => numberOf(report.said)), ...document.positions.map(position => numberOf(position.said))]),
  }), [document]);
}

/** What changed on a day in what the maps show, in words. */
function changedOn(day: number, lanes: readonly ReturnType<typeof lanesFor>[], views: readonly string[], called: ReturnType<typeof calledIn>): string {
  const turned = lanes.flatMap((own, at) => own.map(lane => ({ lane, view: views[at]!, now: stretchAt(lane, day), before: stretchAt(lane, day - 1) })))
    .filter(each => each.now !== undefined && each.before !== undefined && each.now !== each.before)
    // A place within a place is worth a word only where it is told otherwise.
    .filter((each, _, all) => !isNarrower(each.lane.row)
      || !all.some(whole => !isNarrower(whole.lane.row) && whole.view === each.view && whole.lane.row.instance === each.lane.row.instance && whole.now!.told.label === each.now!.told.label));
  if (turned.length === 0) {
    return '';
  }

  const said = [...grouped(turned, each => `${each.view}\n${each.before!.told.label}\n${each.now!.told.label}`).values()].map(same => {
    const places = same.map(each => each.lane.row.place).filter(place => place !== undefined);
    const where = places.length === 0 ? called.whom(whomOf(same[0]!.lane.row), same[0]!.lane.row.clause.id) : places.length > 4 ? `${called.Place(places[0]!)} and ${places.length - 1} places in it or beside it` : listed(places.map(called.Place));
    return `${where}${views.length > 1 ? ` (${called.view(same[0]!.view)})` : ''}: ${same[0]!.now!.told.label}; before: ${same[0]!.before!.told.label}`;
  });
  const most = views.length > 1 ? 2 : 4;
  return `Changed on this day. ${said.slice(0, most).join('. ')}.${said.length > most ? ` And ${said.length - most} more.` : ''}`;
}

