import type { ComponentChildren } from 'preact';
import type { StatusVerdict, Told } from '../documents';
import { lookOf, looks, type Look } from '../look';
import { eitherWay } from './bond';
import { olderConduct, perhapsBeside } from './conduct';
import { Day } from './Days';

/** The patterns that all swatches and lanes are filled with: `url(#s-broken)`. They stand once in the page. */
export function Patterns() {
  return (
    <svg class="store" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {looks.map(({ key, size, lines }) => (
          <pattern key={key} id={`s-${key}`} width={size} height={size} patternUnits="userSpaceOnUse">
            <rect class={`f-${key}`} width={size} height={size} />
            {lines.length > 0 && <path class={`l-${key}`} d={lines} />}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** A small square with the pattern of a verdict; its words always stand beside it. */
export function Swatch({ look }: { look: Look }) {
  return (
    <svg class="swatch" width="16" height="16" aria-hidden="true" focusable="false">
      <rect class="edge" x="0.5" y="0.5" width="15" height="15" fill={`url(#s-${look.key})`} />
    </svg>
  );
}

/** A verdict: its pattern, its words, and since when where that is not the first day. */
export function Verdict({ told, dated, firstDay, children }: { told: Told; dated?: StatusVerdict | undefined; firstDay?: string | undefined; children?: ComponentChildren }) {
  return (
    <span class="verdict">
      <Swatch look={lookOf(told)} />
      <span>
        <b>{told.label}</b>
        {dated !== undefined && dated.since === firstDay && eitherWay(dated) !== undefined && <span class="since"> {eitherWay(dated)}</span>}
        {dated !== undefined && isNever(dated) && <span class="since"> it never bound</span>}
        {dated !== undefined && dated.since !== firstDay && !isNever(dated) && <span class="since"> <Since told={told} since={dated.since} perhaps={perhapsBeside(dated)} older={olderConduct(dated)} /></span>}
        {children}
      </span>
    </span>
  );
}

/** Of what never was there is no day since which it is not. */
function isNever({ standing, conduct }: Told): boolean {
  return standing === 'void from birth' && conduct === 'not triggered';
}

/**
 * The day of the whole answer; where what was done has been so for longer, the day of that before it: "broken since 5 August 2019; answered so since 5 August 2025"; and where the clause may have stood so
 * before, since when perhaps: "since 1 May 2024, perhaps since 2 April 2024". Where only what became of the clause cannot be told, it is the day from which on that is all: "either way it no longer binds, since
 * 5 August 2025 at the latest".
 */
export function Since({ told, since, perhaps, older, short }: { told: Told; since: string; perhaps?: string | undefined; older: string | undefined; short?: boolean | undefined }) {
  return (
    <>
      {older !== undefined && <>{told.conduct} since <Day of={older} short={short} />; </>}
      {sinceSay(told, older)} <Day of={since} short={short} />{eitherWay(told) !== undefined && ' at the latest'}
      {perhaps !== undefined && <>, {told.conduct !== 'not triggered' && `${told.standing} `}perhaps since <Day of={perhaps} short={short} /></>}
    </>
  );
}

/** The same behind the words of an answer, in a sentence. */
export function SinceAfter({ verdict }: { verdict: StatusVerdict }) {
  const older = olderConduct(verdict);
  return <>{(verdict.standing === 'cannot tell' || older !== undefined) && ','} <Since told={verdict} since={verdict.since} perhaps={perhapsBeside(verdict)} older={older} /></>;
}

/** A breach may be older than the doubt about what became of the clause: then the day is that of the whole answer. */
function sinceSay(told: Told, older: string | undefined): string {
  const over = eitherWay(told);
  return over !== undefined ? `${over}, since` : told.standing === 'cannot tell' || older !== undefined ? 'answered so since' : 'since';
}

/** What the patterns mean. */
export function Legend({ keys }: { keys: Iterable<string> }) {
  const wanted = new Set(keys);
  return (
    <ul class="legend" aria-label="What the patterns mean">
      {looks.filter(look => wanted.has(look.key)).map(look => <li key={look.key}><Swatch look={look} />{look.says}</li>)}
    </ul>
  );
}
