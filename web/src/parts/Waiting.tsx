import type { ComponentChildren } from 'preact';
import type { Asked } from '../server';
import { ProblemBox } from './ProblemBox';

/** Says that an answer is on its way; only after a moment, so that quick answers do not flicker. */
export function Waiting({ what }: { what?: string }) {
  return <p class="waiting" role="status">Finding {what ?? 'the answer'} …</p>;
}

/** Shows an answer when it is here. While a newer one is on its way the one before stays, dimmed; a problem is told above it. */
export function Shown<T>({ asked, what, children }: { asked: Asked<T>; what?: string; children: (answer: T) => ComponentChildren }) {
  if (asked.state === 'failed') {
    return <ProblemBox problem={asked.problem} />;
  }

  return asked.answer === undefined
    ? <Waiting {...(what === undefined ? {} : { what })} />
    : <div class="shown" aria-busy={asked.state === 'waiting'}>{children(asked.answer)}</div>;
}
