import { keep, type Question } from '../../address';
import type { DisputeEntry, StatusDocument, WhyDocument, WhyEntry } from '../../documents';
import { lookOf } from '../../look';
import { Day } from '../../parts/Days';
import { viewGloss, viewName } from '../../parts/names';
import type { Calling } from '../../parts/naming';
import { sinceSay, Swatch } from '../../parts/Verdict';
import { useDocuments } from '../../server';
import { causeOf, settledBy } from './causes';
import { viewsSay } from './ClauseMatrix';
import { cellName, gathered, keyOf, matrixOf, whereSay, type ClauseRows } from './grouping';
import { opening } from './opening';
import { answersFirst, eitherWay, summaryOf } from './summary';
import { whyPath } from './Why';

/** Beyond this the table is the shorter way to tell it. */
const mostColumns = 6;

/** For a clause whose answers differ from view to view: a sentence for each group of views, with what brought it about. */
export function InShort({ clause, status, question, calling, disputes }: {
  clause: ClauseRows;
  status: StatusDocument;
  question: Question;
  calling: Calling;
  disputes: readonly DisputeEntry[];
}) {
  const { columns, lines } = matrixOf(clause.whole);
  const naming = { ...calling, offer: calling.isOffer(clause.clause.id) };
  const isShort = columns.length <= mostColumns;
  const whys = useDocuments<WhyDocument>(isShort ? columns.map(column => whyPath(question, column[0]!, lines.map(views => status.views[views[0]!]!.name))) : []);
  const asksFor = calling.asked(clause.clause.id);
  return (
    <div class="in-short">
      <p class="lead">
        <b>Clause {clause.clause.id}, {clause.clause.title}{asksFor === undefined ? '.' : ':'}</b> {asksFor !== undefined && `${asksFor}. `}
        {lines.length > 1 && `${status.views.length} views give ${lines.length} different answers.`}
      </p>
      <p class="sum">{summaryOf(clause.clause.id, [...clause.whole, ...clause.narrower], status.views, status.asOf, question.view.length > 0)}</p>
      {!isShort && <p class="note">It stands in many ways: <a href={`#clause-${clause.clause.id}`}>see its table</a>.</p>}
      {isShort && <dl>
        {answersFirst(lines, clause.whole, status.views).map(views => {
          const view = status.views[views[0]!]!;
          const told = gathered(columns.map((column, index) => ({ column, verdict: column[0]!.verdicts[views[0]!]!, why: whys[index]?.answers.find(answer => answer.verdict.view === view.name) })), sentenceKey);
          return (
            <div key={views.join()}>
              <dt><b>{viewsSay(views, status)}</b>{views.length === 1 && <span class="gloss">{viewGloss(view)}</span>}</dt>
              {told.map(same => {
                const { column, verdict, why } = same[0]!;
                const where = whereSay(same.flatMap(one => one.column), clause.whole, naming);
                return (
                  <dd key={cellName(column[0]!, view.name)}>
                    <Swatch look={lookOf(verdict)} />
                    <span>
                      <b>{verdict.label}</b>{eitherWay(verdict) !== undefined && ` (${eitherWay(verdict)})`}{where.length > 0 && ` ${where}`}
                      {verdict.since !== status.firstDay && <>{verdict.standing === 'cannot tell' && ','} {sinceSay(verdict)} <Day of={verdict.since} /></>}
                      {why !== undefined && <Because why={why} disputes={disputes} />}.{' '}
                      <button type="button" class="plain" onClick={() => { opening.wanted = true; keep({ cell: cellName(column[0]!, view.name) }); }}>
                        Why<span class="hidden"> {verdict.label} {where} in the view of {viewName(view)}</span>
                      </button>
                    </span>
                  </dd>
                );
              })}
            </div>
          );
        })}
      </dl>}
    </div>
  );

  function sentenceKey({ verdict, why }: { verdict: Parameters<typeof keyOf>[0]; why: WhyEntry | undefined }) {
    return `${keyOf(verdict)} ${why === undefined ? '' : `${causeOf(why)} ${settledBy(why).join('|')}`}`;
  }
}

function Because({ why, disputes }: { why: WhyEntry; disputes: readonly DisputeEntry[] }) {
  const cause = causeOf(why);
  const ways = settledBy(why);
  return (
    <>
      {cause !== undefined && <span class="cause">: {cause}</span>}
      {ways.length > 0 && (
        <span class="cause">; it hangs on {ways.map((way, index) => (
          <span key={index}>{index > 0 && ', or alone on '}{way.map((name, part) => <span key={name}>{part > 0 && ' together with '}<Settling name={name} disputes={disputes} /></span>)}</span>
        ))}</span>
      )}
    </>
  );
}

function Settling({ name, disputes }: { name: string; disputes: readonly DisputeEntry[] }) {
  const dispute = disputes.find(one => one.name === name);
  return dispute === undefined ? <>the report <code>{name}</code></> : <a href={`#dispute-${name}`}>“{dispute.title}”</a>;
}
