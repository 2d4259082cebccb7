import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { day as inWords } from '../parts/calendar';
import { isoOf, monthsAfter, nextOf, percent, previousOf, ticksOf, yearsOf, type Days } from './scale';
import type { Time } from './useTime';
import './TimeBar.css';

const none: readonly number[] = [];

/** How fast the day goes from change to change, in milliseconds; slower for those who asked for less motion. */
const pace = { usual: 1400, calm: 3000 };

/** Two sliders over the same days: the day shown, and what was known. Below them, what changed on the day. */
export function TimeBar({ time, days, turns, otherTurns, news, changed, busy }: {
  time: Time;
  days: Days;
  /** Days on which something of what the map shows changes. */
  turns: readonly number[];
  /** Days on which something else changes. */
  otherTurns: readonly number[];
  /** Days on which something was said. */
  news: readonly number[];
  /** What changed on the day shown. */
  changed: string;
  /** True while the answer for another day of knowledge is on its way. */
  busy: boolean;
}) {
  const [isPlaying, setPlaying] = usePlay(time, turns);
  const word = (day: number) => inWords(isoOf(day));
  const before = previousOf(turns, time.day), after = nextOf(turns, time.day), canGo = after !== undefined && after <= time.known;
  const told = previousOf(news, time.known), tells = nextOf(news, time.known);
  return (
    <section class="time" aria-label="The day shown, and what was known" onKeyDown={event => event.key === 'Escape' && setPlaying(false)}>
      <Slider
        name="The day shown" value={time.day} days={days} onValue={day => { setPlaying(false); time.setDay(day); }} ticks={turns} faint={otherTurns} unknown={time.known + 1}
        tells={word(time.day)}
      >
        <button type="button" aria-label="Previous change" disabled={before === undefined} onClick={() => { setPlaying(false); time.setDay(before!); }} title={before === undefined ? undefined : word(before)}>
          <Arrow back /> <span class="long">Previous change</span><span class="brief">Previous</span>
        </button>
        <button type="button" class="play" onClick={() => setPlaying(!isPlaying)} disabled={turns.length === 0}>
          {isPlaying ? <><Pause /> Pause</> : <><Play /> Play</>}
        </button>
        <button type="button" aria-label="Next change" disabled={!canGo} onClick={() => { setPlaying(false); time.setDay(after!); }} title={canGo ? word(after) : undefined}>
          <span class="long">Next change</span><span class="brief">Next</span> <Arrow />
        </button>
      </Slider>
      <Slider
        name="As known on" value={time.known} days={days} onValue={known => { setPlaying(false); time.setKnown(known); }} ticks={news} faint={none}
        tells={word(time.known)} note={time.known === days.before - 1 ? 'all on file' : undefined}
      >
        <button type="button" aria-label="What was said before that" disabled={told === undefined} onClick={() => time.setKnown(told!)} title={told === undefined ? undefined : word(told)}>
          <Arrow back /> <span class="long">Said before</span><span class="brief">Before</span>
        </button>
        <button type="button" aria-label="What was said next" disabled={tells === undefined} onClick={() => time.setKnown(tells!)} title={tells === undefined ? undefined : word(tells)}>
          <span class="long">Said next</span><span class="brief">Next</span> <Arrow />
        </button>
      </Slider>
      <div class="axis" aria-hidden="true">
        <svg width="100%" height="16" focusable="false">
          {yearsOf(days, 12).map(({ year, day }) => (
            <g key={year}><line class="tick" x1={percent(day, days)} x2={percent(day, days)} y1="0" y2="4" /><text class="year" x={percent(day, days)} y="15" text-anchor="middle">{year}</text></g>
          ))}
        </svg>
      </div>
      <p class="changed-then" aria-live="polite">
        {time.held === 'not known yet' && <>By {word(time.known)} nothing later could be known, so no later day can be shown. Move “As known on” to the right first. </>}
        {busy ? <span class="muted">Finding what was known by {word(time.known)} …</span> : changed}
      </p>
    </section>
  );
}

function Slider({ name, value, days, onValue, ticks, faint, unknown, tells, note, children }: {
  name: string; value: number; days: Days; onValue: (value: number) => void; ticks: readonly number[]; faint: readonly number[]; unknown?: number; tells: string; note?: string | undefined;
  children: preact.ComponentChildren;
}) {
  const field = useRef<HTMLInputElement>(null);
  const id = name.replace(/\s/g, '-').toLowerCase();
  // A step moves the thumb and not the ticks.
  const drawn = useMemo(() => (
    <>
      {ticksOf(faint, days, 400).map(day => <line key={`f${day}`} class="tick faint" x1={percent(day, days)} x2={percent(day, days)} y1="7" y2="12" />)}
      {ticksOf(ticks, days, 400).map(day => <line key={day} class="tick" x1={percent(day, days)} x2={percent(day, days)} y1="1" y2="12" />)}
    </>
  ), [faint, ticks, days]);
  return (
    <div class="slider" role="group" aria-label={name}>
      <label for={id}><span class="what">{name}{note !== undefined && `, ${note}`}</span> <b>{tells}</b></label>
      <div class="track">
        <svg width="100%" height="12" aria-hidden="true" focusable="false">
          {unknown !== undefined && unknown < days.before && <rect class="unknown" x={percent(unknown, days)} y="0" width={percent(days.from + days.before - unknown, days)} height="12" />}
          {drawn}
        </svg>
        <input
          ref={field} id={id} type="range" min={days.from} max={days.before - 1} step={1} value={value} aria-valuetext={tells}
          onInput={event => {
            onValue(event.currentTarget.valueAsNumber);
            // The thumb does not go where the day cannot.
            if (unknown !== undefined && event.currentTarget.valueAsNumber >= unknown) {
              event.currentTarget.valueAsNumber = unknown - 1;
            }
          }}
          onKeyDown={event => {
            const months = event.key === 'PageUp' ? 1 : event.key === 'PageDown' ? -1 : 0;
            if (months !== 0) {
              event.preventDefault();
              onValue(Math.min(Math.max(monthsAfter(value, months), days.from), days.before - 1));
            }
          }}
        />
      </div>
      <div class="steps">{children}</div>
    </div>
  );
}

/** Goes from change to change until the last; starts over where there is none ahead. */
function usePlay(time: Time, turns: readonly number[]): [boolean, (playing: boolean) => void] {
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) {
      return undefined;
    }

    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const timer = setTimeout(() => {
      const next = nextOf(turns, time.day);
      if (next === undefined || next > time.known) {
        setPlaying(false);
      } else {
        time.setDay(next);
      }
    }, isCalm ? pace.calm : pace.usual);
    return () => clearTimeout(timer);
  }, [isPlaying, time.day, time.known, turns]);

  return [isPlaying, playing => {
    const next = nextOf(turns, time.day);
    if (playing && turns.length > 0) {
      time.setDay(next === undefined || next > time.known ? turns[0]! : next);
    }

    setPlaying(playing);
  }];
}

function Arrow({ back }: { back?: boolean }) {
  return <svg class="icon" width="10" height="12" viewBox="0 0 10 12" aria-hidden="true"><path d={back === true ? 'M9 1L2 6L9 11z' : 'M1 1L8 6L1 11z'} /></svg>;
}

function Play() {
  return <svg class="icon" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="M2 0L12 6L2 12z" /></svg>;
}

function Pause() {
  return <svg class="icon" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="M1 0h4v12h-4zM7 0h4v12h-4z" /></svg>;
}
