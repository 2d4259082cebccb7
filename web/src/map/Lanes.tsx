import { useMemo, useState } from 'preact/hooks';
import type { Question } from '../address';
import { Day } from '../parts/Days';
import { capital, listed } from '../parts/names';
import { Near } from '../parts/Near';
import { Legend, Since, Swatch } from '../parts/Verdict';
import type { Called } from './called';
import { isCrowded, LaneBar } from './LaneBar';
import { clausesOf, indexAt, olderOf, type Block, type ClauseBlocks, type Course, type Lane } from './lanes';
import type { Subject } from './picture';
import { isoOf, percent, yearsOf, type Days } from './scale';
import { usePrinting } from '../parts/usePrinting';
import { WhyLink } from './WhyLink';
import './Lanes.css';

/** More lanes than these are drawn only where they are near to what is seen. */
const many = 60;

interface Shared { question: Question; days: Days; day: number; known: number; called: Called; views: number; onDay: (day: number) => void }

/** How the answers changed through the years: for each clause, a lane for each place and group of views that run alike. */
export function Lanes({ lanes, subject, ...shared }: Shared & { lanes: readonly Lane[]; subject: Subject | undefined }) {
  const clauses = useMemo(() => clausesOf(lanes), [lanes]);
  const ordered = useMemo(() => [...clauses.filter(one => one.clause.id === subject?.clause), ...clauses.filter(one => one.clause.id !== subject?.clause)], [clauses, subject?.clause]);
  const keys = useMemo(() => new Set(lanes.flatMap(lane => lane.stretches.map(stretch => stretch.look.key))), [lanes]);
  const isLong = useMemo(() => clauses.reduce((sum, clause) => sum + clause.blocks.reduce((own, block) => own + block.courses.length, 0), 0) > many, [clauses]);
  return (
    <section class="years" aria-labelledby="years-title">
      <h2 id="years-title">Through the years</h2>
      <p class="note">A lane for each place and each group of views that are told the same on every day. Choose a stretch to go to its first day; the words on the right are of the day shown. In a lane the arrow keys go from stretch to stretch.</p>
      <Legend keys={keys} />
      {ordered.map(clause => <Clause key={clause.clause.id} clause={clause} isLong={isLong} {...shared} />)}
    </section>
  );
}

function Clause({ clause, isLong, ...shared }: Shared & { clause: ClauseBlocks; isLong: boolean }) {
  const { days, called } = shared;
  const [isTold, setTold] = useState(false);
  const isPrinting = usePrinting();
  const scale = useMemo(() => <YearScale days={days} />, [days]);
  return (
    <section class="clause">
      <h3>Clause {clause.clause.id}: {clause.clause.title}</h3>
      {scale}
      {clause.blocks.some(block => [...block.courses, ...block.narrower].some(course => isCrowded(course.stretches))) && <p class="note">Where there are very many stretches in a lane, neighbours of the same sort are drawn as one.</p>}
      {clause.blocks.map(block => (
        <Near key={`${block.places.join()} ${block.whom.join()}`} always={!isLong || isPrinting} height={(block.courses.length + 1) * 44}>
          {() => <BlockOf block={block} namesWhom={clause.namesWhom} {...shared} />}
        </Near>
      ))}
      <details class="turns" onToggle={event => setTold(event.currentTarget.open)}>
        <summary>The changes in words<span class="hidden"> of clause {clause.clause.id}</span></summary>
        {(isTold || isPrinting) && clause.blocks.map(block => [...block.courses, ...block.narrower].map(course => (
          <Turns key={`${block.places.join()} ${block.whom.join()} ${course.places.join()} ${course.views.join()}`} name={`${titleOf(block, clause.namesWhom, called)}${nameOf(course, called, shared.views)}`} course={course} {...shared} />
        )))}
      </details>
    </section>
  );
}

function BlockOf({ block, namesWhom, ...shared }: Shared & { block: Block; namesWhom: boolean }) {
  const { called } = shared;
  const [isOpen, setOpen] = useState(false);
  const isPrinting = usePrinting();
  const title = useMemo(() => titleOf(block, namesWhom, called), [block, called]);
  return (
    <div class="block">
      {title.length > 0 && <h4>{title}</h4>}
      {block.courses.map(course => <LaneOf key={course.views.join()} course={course} title={title} {...shared} />)}
      {block.narrower.length > 0 && (
        <details onToggle={event => setOpen(event.currentTarget.open)}>
          <summary>Places within it that are told otherwise ({new Set(block.narrower.flatMap(course => course.places)).size})</summary>
          {(isOpen || isPrinting) && block.narrower.map(course => <LaneOf key={`${course.places.join()} ${course.views.join()}`} course={course} title={title} {...shared} />)}
        </details>
      )}
    </div>
  );
}

/** One lane: whose it is, its stretches, and what is told on the day shown. */
function LaneOf({ course, title, question, days, day, known, called, views, onDay }: Shared & { course: Course; title: string }) {
  const at = indexAt(course.stretches, Math.min(day, known));
  const name = nameOf(course, called, views);
  // The stretches do not change with the day; only the line of the day and the words beside it do.
  const words = useMemo(() => {
    const stretch = course.stretches[at];
    return stretch === undefined ? <p class="what">nothing told</p> : (
      <p class="what"><Swatch look={stretch.look} /><span>{stretch.told.label} <span class="since"><Since told={stretch.told} since={isoOf(stretch.from)} older={olderOf(course.stretches, at)} short /></span></span></p>
    );
  }, [course, at]);
  return (
    <div class="lane">
      <p class="who">{name}</p>
      <LaneBar stretches={course.stretches} days={days} day={day} known={known} name={`${title}: ${name}`} onDay={onDay} />
      <div class="then">
        {words}
        {at >= 0 && <WhyLink question={question} row={course.row} view={course.views[0]!} day={day} label={`Why: ${title}: ${name}, ${course.stretches[at]!.told.label}`}>Why?</WhyLink>}
      </div>
    </div>
  );
}

/** The same lane as a list of links, for those who read it. */
function Turns({ name, course, question, onDay: _ }: Shared & { name: string; course: Course }) {
  return (
    <div class="list">
      <h4>{name}</h4>
      <ol>
        {course.stretches.map(stretch => (
          <li key={stretch.from}>
            <Swatch look={stretch.look} /><span><WhyLink question={question} row={course.row} view={course.views[0]!} day={stretch.from}><Day of={isoOf(stretch.from)} /></WhyLink> {stretch.told.label}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function YearScale({ days }: { days: Days }) {
  return (
    <div class="scale" aria-hidden="true">
      <svg width="100%" height="18" focusable="false">
        {yearsOf(days, 12).map(({ year, day }) => (
          <g key={year}><text class="year" x={percent(day, days)} y="11" text-anchor="middle">{year}</text><line class="tick" x1={percent(day, days)} x2={percent(day, days)} y1="13" y2="18" /></g>
        ))}
      </svg>
    </div>
  );
}

function titleOf(block: Block, namesWhom: boolean, called: Called): string {
  const places = listed(block.places.map(called.place)), whom = namesWhom ? listed(block.whom.map(whom => called.whom(whom, block.clause.id))) : '';
  return capital([places, whom].filter(part => part.length > 0).join('; '));
}

function nameOf(course: Course, called: Called, views: number): string {
  const own = called.views(course.views, views);
  return course.places.length === 0 ? own : `${capital(listed(course.places.map(called.place)))}: ${own}`;
}
