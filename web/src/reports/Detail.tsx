import { useState } from 'preact/hooks';
import { ask, untried, type Question } from '../address';
import type { AgreementDocument, ChangesDocument } from '../documents';
import { day } from '../parts/calendar';
import { Day } from '../parts/Days';
import { Link, Outward } from '../parts/Link';
import { capital } from '../parts/names';
import { visible } from '../parts/turning';
import { Shown } from '../parts/Waiting';
import { pathOf, useDocument } from '../server';
import { ChangesList, Summary } from './ChangesList';
import { saidWords, type Item, type Shelf } from './list';
import { gradeWords, kindWords } from './words';

/** All of what is on file about one report or position. */
export function Detail({ item, shelf, question, agreement, onGo, onSuppose }: {
  item: Item;
  shelf: Shelf;
  question: Question;
  agreement: AgreementDocument;
  /** Goes to another row. */
  onGo: (key: string) => void;
  /** Opens the form with some fields filled in. */
  onSuppose: (fields: Record<string, string>) => void;
}) {
  const { report, position } = item;
  const source = report ?? position!;
  const contests = shelf.contests.get(item.key) ?? [];
  const later = shelf.later.get(item.key) ?? [];
  const of = report?.of ?? position?.report;
  return (
    <>
      <dl>
        <Part name="whose statement">{capital(shelf.partyTitle(item.by))}</Part>
        {position !== undefined && position.holder !== position.by && (
          <Part name="about">{capital(shelf.partyTitle(position.holder))}; it is a description by another, and proves no position</Part>
        )}
        {item.grade.length > 0 && <Part name="how we have it">{capital(gradeWords(item.grade))}</Part>}
        <Part name="source"><Outward address={source.address}>{source.title ?? 'none is named'}</Outward></Part>
        <Part name="said">
          {capital(saidWords(item, day))}
        </Part>
        {position !== undefined && position.on !== position.said && <Part name="taken"><Day of={position.on} /></Part>}
        {(report?.from !== undefined || report?.through !== undefined) && (
          <Part name="within the days">{report.from === undefined ? 'from an unknown day' : <Day of={report.from} />}{report.through === undefined ? ' on; no end is known' : report.through === report.from ? '' : <> through <Day of={report.through} /></>}</Part>
        )}
        {item.place.length > 0 && <Part name="where">{capital(shelf.placeTitle(item.place))}</Part>}
        {!['state', 'event', 'position'].includes(item.kind) && <Part name="what it is">{capital(kindWords(item.kind))}</Part>}
        {of !== undefined && <Part name={report?.kind === 'correction' ? 'corrects' : position === undefined ? 'ends' : 'contests'}><To name={of} shelf={shelf} onGo={onGo} /></Part>}
        {position?.clause !== undefined && <Part name="clause"><Link to={{ screen: 'text', question, own: { clause: position.clause } }}>Clause {position.clause}</Link></Part>}
        {source.file !== undefined && <Part name="on file in"><code>{source.file}{source.line === undefined ? '' : `, line ${source.line}`}</code></Part>}
      </dl>
      {source.sentence !== undefined
        ? <figure class="sentence"><figcaption>The sentence as it is written</figcaption><pre tabIndex={0}>{visible(source.sentence)}</pre></figure>
        : <p class="note">It comes from a record and has no sentence of its own.</p>}
      {contests.length > 0 && (
        <>
          <h4>Who contests it</h4>
          <ul>{contests.map(one => <li key={one.key}><Entry item={one} onGo={onGo} /></li>)}</ul>
        </>
      )}
      {later.length > 0 && (
        <>
          <h4>What was said of it later</h4>
          <ul>{later.map(one => <li key={one.key}><Entry item={one} onGo={onGo} /></li>)}</ul>
        </>
      )}
      {report !== undefined && !item.supposed && <Bears item={item} question={question} agreement={agreement} />}
      {item.supposed && <p class="note">This is invented by whoever made the address of this page. It is not on file.</p>}
      {report !== undefined && (
        <p class="ways">
          <span>Suppose that</span>
          <button type="button" onClick={() => onSuppose({ what: 'contest', verb: 'denies', report: report.name })}>somebody denies it …</button>
          <button type="button" onClick={() => onSuppose({ what: 'retraction', report: report.name, by: report.by })}>it is taken back …</button>
          {report.kind === 'state' && report.through === undefined && <button type="button" onClick={() => onSuppose({ what: 'end', report: report.name })}>it came to an end …</button>}
        </p>
      )}
    </>
  );
}

/** Which verdicts a report bears on: what they would be without it, or if it were believed whoever contests it. Asked for only when somebody wants to know, since it judges the case anew. */
function Bears({ item, question, agreement }: { item: Item; question: Question; agreement: AgreementDocument }) {
  const [asked, setAsked] = useState<'disbelieve' | 'believe'>();
  const isBelieved = question.believe.includes(item.key);
  const isSetAside = question.disbelieve.includes(item.key);
  const without = { believe: question.believe.filter(name => name !== item.key), disbelieve: question.disbelieve.filter(name => name !== item.key) };
  return (
    <section class="bears">
      <h4>What it bears on</h4>
      <div class="ways">
        <button type="button" aria-pressed={asked === 'disbelieve'} onClick={() => setAsked(asked === 'disbelieve' ? undefined : 'disbelieve')}>What changes without it?</button>
        {item.contestedBy.length > 0 && (
          <button type="button" aria-pressed={asked === 'believe'} onClick={() => setAsked(asked === 'believe' ? undefined : 'believe')}>What changes if all believe it?</button>
        )}
        {isBelieved || isSetAside
          ? <button type="button" onClick={() => ask(without)}>Take it as on file again</button>
          : <button type="button" onClick={() => ask({ ...without, disbelieve: [...without.disbelieve, item.key] })}>Set it aside on all screens</button>}
        {!isBelieved && item.contestedBy.length > 0 && (
          <button type="button" onClick={() => ask({ ...without, believe: [...without.believe, item.key] })}>Believe it on all screens</button>
        )}
      </div>
      {asked !== undefined && <Changed key={asked} trial={{ ...untried(question), [asked]: [item.key] }} says={asked === 'disbelieve' ? 'without it' : 'if all believe it'} agreement={agreement} />}
    </section>
  );
}

function Changed({ trial, says, agreement }: { trial: Question; says: string; agreement: AgreementDocument }) {
  const asked = useDocument<ChangesDocument>(pathOf(trial, 'changes'));
  return (
    <Shown asked={asked} what="what changes">
      {changes => (
        <>
          <Summary changes={changes} trial={trial} agreement={agreement} />
          <p class="note">Against what is on file{changes.knownBefore === agreement.knownThrough ? '' : `, as known on ${day(changes.knownBefore)}`}; only what changes is shown.</p>
          <ChangesList changes={changes} trial={trial} agreement={agreement} was="is" becomes={`would be ${says}`} />
        </>
      )}
    </Shown>
  );
}

function Part({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

function Entry({ item, onGo }: { item: Item; onGo: (key: string) => void }) {
  return <><button type="button" class="plain" onClick={() => onGo(item.key)}>{capital(item.says)}</button> <span class="note">said {saidWords(item, day)}</span></>;
}

function To({ name, shelf, onGo }: { name: string; shelf: Shelf; onGo: (key: string) => void }) {
  const item = shelf.find(name);
  return item === undefined ? <code>{name}</code> : <button type="button" class="plain" onClick={() => onGo(item.key)}><code>{name}</code>: {item.says}</button>;
}
