import { keep, type Question } from '../address';
import type { DisputeEntry, StatusDocument, ViewHeading, WhyDocument, WhyEntry } from '../documents';
import { lookOf } from '../look';
import { capital, inViews, viewGloss } from '../parts/names';
import type { Calling } from '../parts/naming';
import { SinceAfter, Swatch } from '../parts/Verdict';
import { useDocuments } from '../server';
import { causeOf, settledAlike, settledBy } from './causes';
import { viewsSay } from './ClauseMatrix';
import { cellName, gathered, keyOf, matrixOf, whereSay, type ClauseRows } from './grouping';
import { openedBy } from './opening';
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
  const isOnItsWay = whys.some(why => why === undefined);
  const asksFor = calling.asked(clause.clause.id);
  return (
    <div class="in-short">
      <p class="sum">{summaryOf(clause.clause.id, [...clause.whole, ...clause.narrower], status.views, status.asOf, question.view.length > 0)}</p>
      <p class="lead">
        <b>Clause {clause.clause.id}, {clause.clause.title}{asksFor === undefined ? '.' : ':'}</b> {asksFor !== undefined && `${asksFor}. `}
        {lines.length > 1 && `${status.views.length} views give ${lines.length} different answers.`}
      </p>
      {!isShort && <p class="note">It stands in many ways: <a href={`#clause-${clause.clause.id}`}>see its table</a>.</p>}
      {isShort && <dl>
        {answersFirst(lines, clause.whole, status.views).map(views => {
          const view = status.views[views[0]!]!;
          const answers = columns.map((column, index) => ({ column, verdict: column[0]!.verdicts[views[0]!]!, why: whys[index]?.answers.find(answer => answer.verdict.view === view.name) }));
          // Answers that one way settles alike are told once, with that way; what else settles one of them alone stands among its reasons.
          const told = gathered(answers, alikeKey).flatMap(same => (waysOf(same).length > 0 ? [same] : gathered(same, sentenceKey)));
          return (
            <div key={views.join()}>
              <dt><b>{capital(viewsSay(views, status))}</b>{glossOf(views.map(each => status.views[each]!))}</dt>
              {told.map(same => {
                const { column, verdict, why } = same[0]!;
                const ways = waysOf(same);
                const where = whereSay(same.flatMap(one => one.column), clause.whole, naming);
                return (
                  <dd key={cellName(column[0]!, view.name)} class={verdict.standing === 'cannot tell' || verdict.conduct === 'cannot tell' ? 'open' : undefined}>
                    <Swatch look={lookOf(verdict)} />
                    <div>
                      <b>{verdict.label}</b>{eitherWay(verdict) !== undefined && ` (${eitherWay(verdict)})`}{where.length > 0 && ` ${where}`}
                      {verdict.since !== status.firstDay && <SinceAfter verdict={verdict} />}
                      <Because why={why} isOnItsWay={isOnItsWay} />{' '}
                      <Settled ways={ways} disputes={disputes} />
                      <button type="button" class="plain" onClick={event => { openedBy(event.currentTarget); keep({ cell: cellName(column[0]!, view.name) }); }}>
                        Why<span class="hidden"> {verdict.label} {where} {inViews([view])}</span>
                      </button>
                    </div>
                  </dd>
                );
              })}
            </div>
          );
        })}
      </dl>}
    </div>
  );

  function alikeKey({ verdict, why }: Answer) {
    return `${keyOf(verdict)} ${why === undefined ? '' : causeOf(why)}`;
  }

  function sentenceKey(answer: Answer) {
    return `${alikeKey(answer)} ${answer.why === undefined ? '' : settledBy(answer.why).join('|')}`;
  }
}

/** An answer in some places, with its reasons once they are here. */
interface Answer { verdict: Parameters<typeof keyOf>[0]; why: WhyEntry | undefined }

function waysOf(same: readonly Answer[]): string[][] {
  return settledAlike(same.flatMap(({ why }) => why ?? []));
}

/** Whose view it is: that of a reading is nobody's own. */
function glossOf(views: readonly ViewHeading[]) {
  const gloss = views.every(view => view.kind === 'named') ? `${views.length > 1 ? 'ways' : 'one way'} to read it, no party's own view` : views.length === 1 ? viewGloss(views[0]!) : '';
  return gloss.length > 0 && <span class="gloss">{gloss}</span>;
}

/** Beyond this the reasons are the shorter way to tell it. */
const mostWays = 4;

/** What brought an answer about. While that is on its way its room is kept, so that the text does not jump. */
function Because({ why, isOnItsWay }: { why: WhyEntry | undefined; isOnItsWay: boolean }) {
  const cause = why === undefined ? undefined : causeOf(why);
  return why === undefined && isOnItsWay ? <span class="cause waits" aria-hidden="true"> …</span> : <>{cause !== undefined && <span class="cause">: {cause}</span>}.</>;
}

/** The smallest sets of choices that settle an answer that cannot be told; larger ones may settle it, too. */
function Settled({ ways, disputes }: { ways: readonly string[][]; disputes: readonly DisputeEntry[] }) {
  if (ways.length === 0) {
    return null;
  }

  const way = (names: readonly string[]) => names.map((name, part) => <span key={name}>{part > 0 && ' together with '}<Settling name={name} disputes={disputes} /></span>);
  if (ways.length <= 2) {
    return <span class="settled">The shortest way to settle it: {ways.length > 1 && 'either '}{ways.map((names, index) => <span key={index}>{index > 0 && ', or '}{way(names)}</span>)}. </span>;
  }

  return (
    <div class="settled">
      The shortest ways to settle it, each enough alone:
      <ul>
        {ways.slice(0, mostWays).map((names, index) => <li key={index}>{way(names)}</li>)}
        {ways.length > mostWays && <li>{ways.length - mostWays} more, among the reasons</li>}
      </ul>
    </div>
  );
}

function Settling({ name, disputes }: { name: string; disputes: readonly DisputeEntry[] }) {
  const dispute = disputes.find(one => one.name === name);
  return dispute === undefined ? <>whether the report <code>{name}</code> is believed</> : <>a certain answer to <a href={`#dispute-${name}`}>“{dispute.title}”</a></>;
}
