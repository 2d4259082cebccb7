import { address, format, isTried, untried, type Address } from '../address';
import type { Problem } from '../documents';
import { askAgain } from '../server';
import { Link } from './Link';
import { Message } from './Prose';

/** What went wrong, in words, and the ways out of it. */
export function ProblemBox({ problem }: { problem: Problem }) {
  const here = address.value;
  return (
    <section class="problem" role="alert">
      <h2>{problem.title}</h2>
      {problem.detail !== undefined && <p><Message text={problem.detail} /></p>}
      {problem.hint !== undefined && <p class="note"><Message text={problem.hint} /></p>}
      <p class="ways">
        <button type="button" onClick={askAgain}>Try again</button>
        {'question' in here && isTried(here.question) && (
          <Link to={{ ...here, question: untried(here.question) }}>Leave out what you are trying</Link>
        )}
        {'question' in here && format(here) !== format(plain(here.question.agreement)) && (
          <Link to={plain(here.question.agreement)}>Ask about the last day known, in all views</Link>
        )}
        {here.screen !== 'overview' && <Link to={{ screen: 'overview' }}>All agreements</Link>}
      </p>
    </section>
  );
}

function plain(agreement: string): Address {
  return { screen: 'verdicts', question: { agreement, view: [], reading: [], believe: [], disbelieve: [] }, own: {} };
}
