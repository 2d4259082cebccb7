import type { AgreementDocument } from '../documents';
import { Link } from './Link';
import { Message } from './Prose';

const most = 5;

/** Why an agreement cannot be judged: the errors of its text, or what else is the matter with its files. */
export function Unsound({ agreement, so, isText }: {
  agreement: Pick<AgreementDocument, 'name' | 'diagnostics' | 'problem'>;
  /** What follows: "nothing can be told". */
  so: string;
  /** True where the text itself is shown. */
  isText?: boolean;
}) {
  const errors = agreement.diagnostics.filter(one => one.severity === 'error');
  return (
    <section class="problem" role="alert">
      <h2>{errors.length > 0 ? 'The text has errors' : 'The agreement cannot be judged'}, so {so}</h2>
      {errors.length > 0
        ? isText !== true && (
          <>
            <ul>{errors.slice(0, most).map((one, index) => <li key={index}><Message text={one.message} /> <span class="note">({one.place.file}, line {one.place.line})</span></li>)}</ul>
            <p><Link to={{ screen: 'text', question: { agreement: agreement.name, view: [], reading: [], believe: [], disbelieve: [] }, own: {} }}>See them where they are</Link></p>
          </>
        )
        : agreement.problem !== undefined && <p><Message text={agreement.problem} /></p>}
    </section>
  );
}
