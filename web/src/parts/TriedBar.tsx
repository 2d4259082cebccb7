import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { address, ask, go, isTried, untried, type Question } from '../address';
import type { AgreementDocument, ReportsDocument, SupposeDocument } from '../documents';
import { changes, post, reportsPath, useDocument } from '../server';
import { Link } from './Link';
import { readingOf } from './names';
import './TriedBar.css';

/** Says plainly what is tried in the page and is not on file, so that nobody takes a trial for the record. */
export function TriedBar({ question, agreement, isVerdicts }: { question: Question; agreement: AgreementDocument | undefined; isVerdicts: boolean }) {
  const asksOfReports = question.believe.length + question.disbelieve.length > 0;
  const reports = useDocument<ReportsDocument>(asksOfReports ? reportsPath(question) : undefined).answer?.reports;
  const supposed = useSays(question);
  const bar = useRef<HTMLElement>(null);
  const isShown = isTried(question);
  useLayoutEffect(() => roomFor(bar.current), [isShown]);
  if (!isShown) {
    return null;
  }

  const saysOf = (name: string) => reports?.find(one => one.name === name)?.says;
  return (
    <section ref={bar} class="tried" aria-label="What you are trying">
      <p><b>You are trying:</b> this is not what is on file. <span class="more">Nothing is kept; the address of this page holds it.</span></p>
      <p class="then">
        {isVerdicts ? <a href="#flips">What flips</a> : <Link to={{ screen: 'verdicts', question, own: {} }}>What flips</Link>}
        <button type="button" onClick={discard}>Discard all</button>
      </p>
      <ul class="chips">
        {question.reading.map(choice => {
          const { title, says } = readingOf(choice, agreement?.disputes);
          return <Chip key={`r ${choice}`} leave={() => ask({ reading: question.reading.filter(one => one !== choice) })}>{title} <b>{says}</b></Chip>;
        })}
        {question.believe.map(name => (
          <Chip key={`b ${name}`} leave={() => ask({ believe: question.believe.filter(one => one !== name) })}>report <code>{name}</code> <b>believed</b>{told(saysOf(name))}</Chip>
        ))}
        {question.disbelieve.map(name => (
          <Chip key={`d ${name}`} leave={() => ask({ disbelieve: question.disbelieve.filter(one => one !== name) })}>report <code>{name}</code> <b>set aside</b>{told(saysOf(name))}</Chip>
        ))}
        {question.suppose !== undefined && (
          <Chip leave={() => ask({ suppose: undefined })}><b>supposed</b>: {supposed.length > 0 ? supposed.join(' ') : question.suppose}</Chip>
        )}
      </ul>
    </section>
  );
}

/** The bar stays at the top of the window: what is scrolled to must come to stand below it. */
function roomFor(bar: HTMLElement | null) {
  const root = document.documentElement.style;
  if (bar === null) {
    return undefined;
  }

  const measure = () => root.setProperty('--tried', `${bar.offsetHeight}px`);
  measure();
  const seen = new ResizeObserver(measure);
  seen.observe(bar);
  return () => {
    seen.disconnect();
    root.removeProperty('--tried');
  };
}

function Chip({ leave, children }: { leave: () => void; children: preact.ComponentChildren }) {
  return <li class="chip"><span>{children}</span><button type="button" onClick={() => { leave(); moveOn(); }}>Take away</button></li>;
}

function discard() {
  const here = address.value;
  if ('question' in here) {
    go({ ...here, question: untried(here.question) });
    moveOn();
  }
}

/** What was pressed is gone: the focus goes to what else is tried, or to the content. */
function moveOn() {
  requestAnimationFrame(() => (document.querySelector<HTMLElement>('.tried .chip button') ?? document.getElementById('content'))?.focus({ preventScroll: true }));
}

function told(says: string | undefined) {
  return says === undefined ? '' : `: ${says}`;
}

/** What the supposed sentences say, in plain English; none until it is known. */
function useSays({ agreement, suppose }: Question): string[] {
  const [says, setSays] = useState<string[]>([]);
  const turn = changes.value;
  useEffect(() => {
    setSays([]);
    if (suppose === undefined) {
      return undefined;
    }

    const stop = new AbortController();
    post<SupposeDocument>(`/api/agreements/${encodeURIComponent(agreement)}/suppose`, { suppose }, stop.signal)
      .then(answer => setSays(answer.says), () => undefined);
    return () => stop.abort();
  }, [agreement, suppose, turn]);
  return says;
}
