import type { Question } from '../address';
import type { RowEntry } from '../documents';
import { Link } from '../parts/Link';
import { cellName } from '../verdicts/grouping';
import { opening } from '../verdicts/opening';
import { isoOf } from './scale';

/** The way to the reasons of an answer: the verdicts on that day, with the answer meant opened in its view. The other views stay beside it. */
export function WhyLink({ question, row, view, day, label, children }: { question: Question; row: RowEntry; view: string; day: number; label?: string; children: preact.ComponentChildren }) {
  const to = { screen: 'verdicts' as const, question: { ...question, on: isoOf(day) }, own: { cell: cellName(row, view) } };
  return (
    <span
      onClick={() => {
        opening.wanted = true;
      }}
    >
      <Link to={to} stay class="why" {...(label === undefined ? {} : { 'aria-label': label })}>{children}</Link>
    </span>
  );
}
