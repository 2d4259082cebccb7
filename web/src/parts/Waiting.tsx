import type { ComponentChildren } from 'preact';
import { isUnanswered, type Asked } from '../server';
import { ProblemBox } from './ProblemBox';

/** Says that an answer is on its way; only after a moment, so that quick answers do not flicker. */
export function Waiting({ what }: { what?: string }) {
  return <p class="waiting" role="status">Finding {what ?? 'the answer'} …</p>;
}

/** Shows an answer when it is here. While a newer one is on its way the one before stays, dimmed; so it does, below the problem, while the server does not answer. */
export function Shown<T>({ asked, what, children }: { asked: Asked<T>; what?: string; children: (answer: T) => ComponentChildren }) {
  const stays = asked.answer !== undefined && (asked.state !== 'failed' || isUnanswered(asked.problem));
  return (
    <>
      {asked.state === 'failed' && <ProblemBox problem={asked.problem} />}
      {asked.state !== 'failed' && asked.answer === undefined && <Waiting {...(what === undefined ? {} : { what })} />}
      {stays && <div class="shown" aria-busy={asked.state !== 'here'}>{children(asked.answer!)}</div>}
    </>
  );
}
