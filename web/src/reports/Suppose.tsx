import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ask, untried, type Question } from '../address';
import type { AgreementDocument, ChangesDocument, DiagnosticEntry } from '../documents';
import { Day } from '../parts/Days';
import { Diagnostics } from '../parts/Diagnostics';
import { Shown, Waiting } from '../parts/Waiting';
import { pathOf, useDocument } from '../server';
import { Beyond, ChangesList, Summary } from './ChangesList';
import { save, supposedText } from './export';
import type { Shelf } from './list';
import { build, fieldAt, freeName, type Built } from './sentence';
import { changed, fixed, inForm, isOurs, isTouched, possible, startFields, tooLong, useCheck, work, type Check, type Work } from './supposing';
import { SupposeForm } from './SupposeForm';
import { useCompared } from './useCompared';
import './Suppose.css';

/** Begins to suppose something, with some fields filled in, or goes on with what was begun. What was written before, by hand or whole in the form, stays beside it. */
export function begin(question: Question, agreement: AgreementDocument, shelf: Shelf, fields?: Record<string, string>): void {
  const before = work.value?.agreement === question.agreement ? work.value : undefined;
  const fresh: Work = { agreement: question.agreement, sentences: question.suppose === undefined ? [] : [question.suppose], fields: changed(startFields, { what: possible(agreement, true)[0] ?? 'state' }, agreement) };
  const now = before ?? fresh;
  work.value = fields === undefined ? now : { ...finished(now, shelf), fields: changed(startFields, fields, agreement) };
}

/** Suppose something, see what it would change, keep it in the page or discard it. Nothing of it ever goes on file. */
export function Suppose({ question, agreement, shelf, onClose }: { question: Question; agreement: AgreementDocument; shelf: Shelf; onClose: () => void }) {
  useEffect(() => {
    if (work.value?.agreement !== question.agreement) {
      begin(question, agreement, shelf);
    }
  }, [question.agreement]);

  const now = work.value;
  if (now === undefined || now.agreement !== question.agreement) {
    return null;
  }

  const built = builtOf(now, shelf);
  const isWritten = now.text !== undefined;
  const before = now.sentences.map(sentence => `${sentence.trim()}\n\n`).join('');
  const isBegun = isWritten ? now.text!.trim().length > 0 : isTouched(now);
  const isWhole = isWritten ? isBegun : built.missing.length === 0;
  const text = isWritten ? now.text! : before + (isTouched(now) ? built.text : '');
  const isEmpty = text.trim().length === 0;
  const isReady = !isEmpty && (isWritten || isWhole || (!isTouched(now) && now.sentences.length > 0));
  const set = (change: Partial<Work>) => (work.value = { ...now, ...change });

  return (
    <section class="suppose" aria-labelledby="suppose-title">
      <div class="head">
        <h2 id="suppose-title" tabIndex={-1}>Suppose a report</h2>
        <button type="button" onClick={onClose}>Close</button>
      </div>
      <p class="note">What would change if this were reported, or this position taken? What you suppose is invented by you: it is marked so everywhere, and never goes on file.</p>
      <div class="modes" role="group" aria-label="How to say it">
        <button type="button" aria-pressed={!isWritten} onClick={() => isWritten && (work.value = inForm(now, before + (isTouched(now) ? built.text : '')))}>With a form</button>
        <button type="button" aria-pressed={isWritten} onClick={() => !isWritten && set({ text: text.trim() })}>In the language itself</button>
      </div>
      <Parts now={now} built={built} before={before} text={text} isReady={isReady} question={question} agreement={agreement} shelf={shelf} set={set} />
    </section>
  );
}

function Parts({ now, built, before, text, isReady, question, agreement, shelf, set }: {
  now: Work;
  built: Built;
  before: string;
  text: string;
  isReady: boolean;
  question: Question;
  agreement: AgreementDocument;
  shelf: Shelf;
  set: (change: Partial<Work>) => void;
}) {
  const refusal = tooLong(text);
  const check = useCheck(question, text, isReady && refusal === undefined);
  const [asked, setAsked] = useState<{ text: string; turn: number }>();
  const see = () => setAsked({ text, turn: (asked?.turn ?? 0) + 1 });
  const isWritten = now.text !== undefined;
  const isSound = check.state === 'judged' && check.answer.sound;
  const diagnostics = 'answer' in check ? check.answer?.diagnostics ?? [] : [];
  const fieldOf = (one: DiagnosticEntry) => (isWritten || !isOurs(one.place, agreement) || one.place.offset < before.length ? undefined : fieldAt(built, one.place.offset - before.length));
  const isKept = question.suppose !== undefined && question.suppose.trim() === text.trim();
  const mending = (fix: DiagnosticEntry['fixes'][number]) => {
    const better = fixed(text, fix, agreement);
    return better === undefined ? undefined : () => set({ text: better });
  };

  return (
    <>
      {isWritten
        ? <Written text={text} onText={text => set({ text })} />
        : (
          <>
            {now.sentences.length > 0 && (
              <ul class="sentences" aria-label="Supposed already">
                {now.sentences.map((sentence, index) => (
                  <li key={index}>
                    <pre>{sentence}</pre>
                    <button type="button" onClick={() => set({ sentences: now.sentences.filter((_, other) => other !== index) })}>Take out</button>
                  </li>
                ))}
              </ul>
            )}
            <SupposeForm
              fields={now.fields}
              agreement={agreement}
              shelf={shelf}
              faults={field => diagnostics.filter(one => fieldOf(one) === field).map(one => <Diagnostics key={one.code + one.place.offset} of={[one]} placeSays={() => undefined} mending={mending} />)}
              onChange={change => set({ fields: changed(now.fields, change, agreement) })}
            />
            <figure class="sentence">
              <figcaption>The sentence as it is built</figcaption>
              <pre tabIndex={0}>{built.text}</pre>
              {built.missing.length > 0 && isTouched(now) && <p class="note">Still to choose: what stands as “…”.</p>}
            </figure>
          </>
        )}
      <Judged check={check} refusal={refusal} isReady={isReady} />
      <Diagnostics
        of={diagnostics.filter(one => fieldOf(one) === undefined)}
        placeSays={place => (isOurs(place, agreement) ? `line ${place.line}, column ${place.column}` : undefined)}
        showing={place => (isWritten ? () => selectWritten(place.offset, place.offset + place.length) : undefined)}
        mending={mending}
      />
      <p class="ways">
        <button type="button" disabled={!isSound} onClick={see}>See what changes</button>
        <button type="button" disabled={!isSound || isKept} onClick={() => ask({ suppose: text.trim() })}>{isKept ? 'Used on all screens' : 'Use it on all screens'}</button>
        {!isWritten && <button type="button" disabled={!isSound || !isTouched(now)} onClick={() => set({ sentences: [...now.sentences, built.text], fields: { ...startFields, what: now.fields['what'] ?? 'state' } })}>Add another sentence</button>}
        <button type="button" disabled={!isReady} onClick={() => save(`${agreement.name}-supposed.proviso`, 'text/plain', supposedText(text))}>Save as a file</button>
        <button type="button" onClick={() => { setAsked(undefined); work.value = { agreement: question.agreement, sentences: [], fields: startFields }; ask({ suppose: undefined }); }}>Discard</button>
      </p>
      {isKept && <p class="note" role="status">All screens of this agreement now answer with it, and so does the address of this page, until you take it away.</p>}
      {asked !== undefined && (asked.text === text
        ? <WhatChanges suppose={asked.text.trim()} turn={asked.turn} question={question} agreement={agreement} />
        : <p class="note">The sentences are others now. <button type="button" class="plain" disabled={!isSound} onClick={see}>See what these change</button></p>)}
    </>
  );
}

function Written({ text, onText }: { text: string; onText: (text: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>Sentences of reports and positions</label>
      <textarea
        id={id}
        class="written"
        rows={Math.max(8, Math.min(24, text.split('\n').length + 2))}
        spellcheck={false}
        autocapitalize="off"
        value={text}
        placeholder={'report supposed-1\n  … in … on 2024-07-10\n  by … grade official\n  source "supposed in the workbench".'}
        onInput={event => onText(event.currentTarget.value)}
      />
    </div>
  );
}

function selectWritten(from: number, to: number) {
  const area = document.querySelector<HTMLTextAreaElement>('.suppose textarea.written');
  area?.focus();
  area?.setSelectionRange(from, to);
}

/** How the sentences are judged, in words that are said aloud too. */
function Judged({ check, refusal, isReady }: { check: Check; refusal: string | undefined; isReady: boolean }) {
  if (refusal !== undefined) {
    return (
      <p class="fault" role="status">
        {refusal} Suppose less, or save them as a file and ask the command line: <code>proviso what-if … --file</code>
      </p>
    );
  }

  if (check.state === 'failed') {
    return <p class="fault" role="alert">{check.problem.detail ?? check.problem.title}</p>;
  }

  const says = check.state === 'judged' && check.answer.sound ? check.answer.says : [];
  return (
    <div class="judged" role="status">
      {isReady && check.state === 'asking' && check.answer === undefined && <p class="waiting">Reading the sentence …</p>}
      {check.state === 'judged' && !check.answer.sound && <p class="note">This cannot be supposed yet:</p>}
      {says.length > 0 && (
        <>
          <p><b>In plain English. Supposed, not on file:</b></p>
          <ul>{says.map((one, index) => <li key={index}>{one}</li>)}</ul>
        </>
      )}
    </div>
  );
}

function WhatChanges({ suppose, turn, question, agreement }: { suppose: string; turn: number; question: Question; agreement: AgreementDocument }) {
  const trial: Question = { ...untried(question), suppose };
  const asked = useDocument<ChangesDocument>(pathOf(trial, 'changes'));
  const others = question.reading.length + question.believe.length + question.disbelieve.length;
  const heading = useRef<HTMLHeadingElement>(null);
  // The answer stands below what is seen: whoever asks for it is led there, and again when it is here, since only then the page is long enough.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [turn]);
  const isHere = asked.state === 'here';
  useEffect(() => {
    if (isHere && document.activeElement === heading.current) {
      heading.current?.scrollIntoView({ block: 'start' });
    }
  }, [isHere, suppose]);
  const notes = (
    <>
      <p class="note">Under the supposition, against what is on file{others > 0 && ' (without the other things that you are trying)'}; only what changes is shown, on all days.</p>
      {question.knownOn !== undefined && <p class="note">Asked as known on <Day of={question.knownOn} />: what is supposed counts only where it is said by that day.</p>}
    </>
  );
  return (
    <section class="outcome" aria-labelledby="outcome">
      <h3 id="outcome" ref={heading} tabIndex={-1}>What changes</h3>
      <Shown asked={asked} what="what changes">
        {told => <Found told={told} trial={trial} agreement={agreement}>{notes}</Found>}
      </Shown>
    </section>
  );
}

/** The sentence of the form, under a name that is free. */
function builtOf({ fields, sentences }: Work, shelf: Shelf): Built {
  return build(fields, freeName(name => shelf.find(name)?.supposed === false, sentences));
}

/** What is written by hand, or whole in the form, as sentences that are finished. */
function finished(now: Work, shelf: Shelf): Work {
  const built = builtOf(now, shelf);
  return now.text === undefined && isTouched(now) && built.missing.length === 0 ? { ...now, sentences: [...now.sentences, built.text] } : inForm(now);
}

function Found({ told, trial, agreement, children }: { told: ChangesDocument; trial: Question; agreement: AgreementDocument; children: ComponentChildren }) {
  const { changes, isWaiting, lastOnFile } = useCompared(told, trial);
  if (isWaiting) {
    return <Waiting what="what changes" />;
  }

  const notes = <>{children}<Beyond lastOnFile={lastOnFile} /></>;
  const list = <ChangesList changes={changes} trial={trial} agreement={agreement} was="is" becomes="would be" />;
  return changes.changes.length === 0 ? <>{list}{notes}</> : <><Summary changes={changes} trial={trial} agreement={agreement} />{notes}{list}</>;
}

