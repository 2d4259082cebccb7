import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { address, go, keep, type Question } from '../address';
import type { AgreementDocument, ReportsDocument } from '../documents';
import { Day } from '../parts/Days';
import { ProblemBox } from '../parts/ProblemBox';
import { Unsound } from '../parts/Unsound';
import { Waiting } from '../parts/Waiting';
import { Detail } from '../reports/Detail';
import { ExportBar } from '../reports/ExportBar';
import { Feed } from '../reports/Feed';
import { Filters, filterOf, filterWords, orderOf, unfiltered } from '../reports/Filters';
import { Shelf, type Item } from '../reports/list';
import { usePrinted } from '../reports/Printed';
import { guess, Row, titleId } from '../reports/Row';
import { begin, Suppose } from '../reports/Suppose';
import { reportsPath, useDocument } from '../server';
import './Reports.css';

/** Everything on file: searched, read in full, tried without, added to by what somebody supposes, and taken along. */
export function Reports({ question, own }: { question: Question; own: Record<string, string> }) {
  const agreement = useDocument<AgreementDocument>(`/api/agreements/${encodeURIComponent(question.agreement)}`).answer;
  // The list is the same in every view and of every day. What was known when decides what is in it, and who had contested it by then.
  const knownOn = own['later'] === 'yes' ? undefined : question.knownOn;
  const { knownOn: _, ...anyKnown } = question;
  const asked = useDocument<ReportsDocument>(agreement?.sound === false ? undefined : reportsPath(knownOn === undefined ? anyKnown : question));
  if (agreement?.sound === false) {
    return <Unsound agreement={agreement} so="its reports cannot be read" />;
  }

  return (
    <div class="reports">
      {asked.state === 'failed' && <ProblemBox problem={asked.problem} />}
      {asked.answer !== undefined && agreement !== undefined
        // While a newer list is on its way the form and the list before stay as they are: somebody may be writing.
        ? <List document={asked.answer} agreement={agreement} question={question} own={own} isBusy={asked.state === 'waiting'} />
        : asked.state !== 'failed' && <Waiting what="the reports" />}
    </div>
  );
}

function List({ document, agreement, question, own, isBusy }: { document: ReportsDocument; agreement: AgreementDocument; question: Question; own: Record<string, string>; isBusy: boolean }) {
  const shelf = useMemo(() => new Shelf(document, agreement), [document, agreement]);
  const [words, setWords] = useWords(own['q'] ?? '');
  const knownOn = own['later'] === 'yes' ? undefined : question.knownOn;
  const filter = { ...filterOf(own), words };
  const order = orderOf(own);
  const found = useMemo(() => shelf.found(filter, order), [shelf, order, ...Object.values(filter)]);
  const [reveal, setReveal] = useState<{ key: string; turn: number }>();
  const opened = own['item'];
  const isSupposing = own['form'] === 'suppose';
  const described = filterWords(filter, shelf);
  usePrinted(found, shelf, { title: agreement.title, described, knownOn });

  const goTo = useCallback((key: string) => {
    setReveal(before => ({ key, turn: (before?.turn ?? 0) + 1 }));
  }, []);
  // An address that opens a report leads to it.
  useEffect(() => {
    if (opened !== undefined && found.some(item => item.key === opened)) {
      goTo(opened);
    }
  }, []);

  const open = (key: string) => {
    const isFound = found.some(item => item.key === key);
    if (!isFound) {
      setWords('');
    }

    keep({ ...(isFound ? {} : { ...unfiltered(), later: 'yes' }), item: key });
    goTo(key);
  };
  const toggle = (item: Item) => keep({ item: opened === item.key ? '' : item.key }, 'replace');
  const suppose = (fields?: Record<string, string>) => {
    begin(question, agreement, shelf, fields);
    keep({ form: 'suppose' });
    focusSoon('suppose-title');
  };
  const close = () => {
    keep({ form: '' });
    focusSoon('on-file');
  };

  return (
    <>
      {isSupposing && <Suppose question={question} agreement={agreement} shelf={shelf} onClose={close} />}
      <section aria-labelledby="on-file">
        <div class="head">
          <h2 id="on-file" tabIndex={-1}>On file</h2>
          {!isSupposing && <button type="button" class="screen-only" onClick={() => suppose()}>Suppose a report, and see what it would change …</button>}
        </div>
        <Filters shelf={shelf} filter={filter} order={order} onWords={setWords} />
        <div class="under">
          <Count shelf={shelf} found={found} isFiltered={described.length > 0} question={question} showsLater={own['later'] === 'yes'} onAll={() => {
            setWords('');
            keep(unfiltered());
          }} />
          <ExportBar found={found} document={document} agreement={agreement} question={question} described={described} />
        </div>
        <p class="keys" id="reports-keys">Arrow keys go from one to the next, Page Up and Page Down by a screenful, Home and End to the first and the last; Enter opens; Ctrl+End leaves the list.</p>
        {found.length === 0
          ? <p class="nothing">Nothing on file fits. Take a filter away, or search for fewer words.</p>
          : (
            <Feed
              items={found}
              label="Reports and positions"
              keyOf={item => item.key}
              sizeOf={item => (item.key === opened ? `${item.key} open` : item.key)}
              guess={guess}
              labelledBy={titleId}
              describedBy="reports-keys"
              reveal={reveal}
              before="on-file"
              after="reports-end"
              isBusy={isBusy}
              onOpen={toggle}
            >
              {(item, { isActive }) => (
                <Row item={item} shelf={shelf} order={order} tried={triedOf(item, question)} isOpen={item.key === opened} isActive={isActive} onToggle={() => toggle(item)}>
                  <Detail item={item} shelf={shelf} question={question} agreement={agreement} onGo={open} onSuppose={suppose} />
                </Row>
              )}
            </Feed>
          )}
        <p class="note" id="reports-end" tabIndex={-1}>{found.length > 0 && 'That is all that was found.'}</p>
      </section>
    </>
  );
}

function Count({ shelf, found, isFiltered, question, showsLater, onAll }: { shelf: Shelf; found: readonly Item[]; isFiltered: boolean; question: Question; showsLater: boolean; onAll: () => void }) {
  const supposed = found.filter(item => item.supposed).length;
  const { knownOn } = question;
  return (
    <div class="count">
      <p role="status">
        <b>{(found.length - supposed).toLocaleString('en')}</b>
        {found.length - supposed === shelf.onFile
          ? ` ${shelf.onFile === 1 ? 'entry' : 'entries'}: ${counted(shelf.reportsOnFile, 'report')}, ${counted(shelf.onFile - shelf.reportsOnFile, 'position')}`
          : ` of ${counted(shelf.onFile, 'entry', 'entries')}`}
        {supposed > 0 && <>, and <b>{supposed}</b> supposed</>}
      </p>
      {isFiltered && <button type="button" class="plain" onClick={onAll}>Take all filters away</button>}
      {question.on !== undefined && <p class="note">The list shows everything known, of all days, not only of <Day of={question.on} />.</p>}
      {knownOn !== undefined && (
        <p class="note">
          {showsLater ? <>What was said, or perhaps said, after <Day of={knownOn} /> is listed too.</> : <>As known on <Day of={knownOn} />: what was said, or perhaps said, later is left out.</>}
          {' '}<button type="button" class="plain" onClick={() => keep({ later: showsLater ? '' : 'yes' }, 'replace')}>{showsLater ? 'Leave it out' : 'List it too'}</button>
        </p>
      )}
    </div>
  );
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}

function triedOf(item: Item, question: Question): string | undefined {
  return question.disbelieve.includes(item.key) ? 'set aside in what you are trying' : question.believe.includes(item.key) ? 'believed in what you are trying' : undefined;
}

/** Takes the focus to what the next rendering puts into the page, and shows it. */
function focusSoon(id: string) {
  setTimeout(() => {
    const element = document.getElementById(id);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'start' });
  });
}

/** The words that are typed: searched at once, and put into the address when one pauses, since browsers take only so many addresses a second. */
function useWords(kept: string): [string, (words: string) => void] {
  const [typed, setTyped] = useState(kept);
  const sent = useRef(kept);
  // What comes back as it was sent is no news: meanwhile one may have gone on typing.
  useEffect(() => {
    if (kept !== sent.current) {
      sent.current = kept;
      setTyped(kept);
    }
  }, [kept]);
  useEffect(() => {
    if (typed === kept) {
      return undefined;
    }

    const timer = setTimeout(() => {
      const here = address.value;
      if ('own' in here && here.screen === 'reports') {
        sent.current = typed;
        go({ ...here, own: { ...here.own, q: typed } }, 'replace');
      }
    }, 300);
    return () => clearTimeout(timer);
  }, [typed, kept]);
  return [typed, setTyped];
}
