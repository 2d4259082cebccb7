import { useEffect } from 'preact/hooks';
import { address, format, screenTitles as titles, type Address, type Question, type Screen } from './address';
import type { AgreementDocument } from './documents';
import { Changed } from './parts/Changed';
import { Link } from './parts/Link';
import { ProblemBox } from './parts/ProblemBox';
import { QuestionBar } from './parts/QuestionBar';
import { TriedBar } from './parts/TriedBar';
import { Patterns } from './parts/Verdict';
import { Draft } from './screens/Draft';
import { MapAndTime } from './screens/MapAndTime';
import { Overview } from './screens/Overview';
import { Reports } from './screens/Reports';
import { Text } from './screens/Text';
import { Verdicts } from './screens/Verdicts';
import { connection, useDocument } from './server';

export { Link } from './parts/Link';

/** The page: where one is, the way to elsewhere, and the screen. */
export function App() {
  const here = address.value;
  const asksOf = 'question' in here ? here.question.agreement : undefined;
  return (
    <>
      <a class="skip" href="#content">Skip to the content</a>
      <Patterns />
      <header class="bar">
        <Link to={{ screen: 'overview' }} class="home" current={here.screen === 'overview'}>Proviso</Link>
        <nav aria-label="Screens">
          {'question' in here && (Object.keys(titles) as Screen[]).map(screen => (
            <Link key={screen} to={{ ...here, screen, own: {} }} current={here.screen === screen}>{titles[screen]}</Link>
          ))}
          <Link to={{ screen: 'draft', own: asksOf === undefined ? {} : { agreement: asksOf } }} current={here.screen === 'draft'}>Draft</Link>
        </nav>
        <p class="lost" role="status">
          {connection.value === 'gone' && 'The server does not answer; what is shown may be old. The page tries again by itself.'}
          {connection.value === 'locked' && <>The server asks for its key; what is shown may be old. <a href={format(here)}>Give the key</a></>}
        </p>
        <Changed />
      </header>
      <main id="content" tabIndex={-1}>
        {'question' in here ? <OfAgreement key={here.question.agreement} here={here} /> : <OnItsOwn here={here} />}
      </main>
    </>
  );
}

function OnItsOwn({ here }: { here: Exclude<Address, { question: Question }> }) {
  useTitle(here.screen === 'draft' ? 'Draft' : undefined);
  return here.screen === 'draft' ? <Draft own={here.own} /> : <Overview />;
}

/** What all screens of an agreement have in common: its title, what is asked of it, and what is tried. */
function OfAgreement({ here }: { here: Extract<Address, { question: Question }> }) {
  const { question } = here;
  const asked = useDocument<AgreementDocument>(`/api/agreements/${encodeURIComponent(question.agreement)}`);
  const agreement = asked.answer;
  const title = agreement?.title ?? question.agreement;
  useTitle(`${titles[here.screen]} · ${title}`);
  if (asked.state === 'failed' && agreement === undefined) {
    return <><h1>{question.agreement}</h1><ProblemBox problem={asked.problem} /></>;
  }

  return (
    <>
      <div class="subject">
        <h1><span class="kicker">{titles[here.screen]}: </span>{title}</h1>
        {agreement !== undefined && <QuestionBar question={question} agreement={agreement} />}
      </div>
      <TriedBar question={question} agreement={agreement} isVerdicts={here.screen === 'verdicts'} />
      <CurrentScreen here={here} />
    </>
  );
}

function CurrentScreen({ here }: { here: Extract<Address, { question: Question }> }) {
  switch (here.screen) {
    case 'verdicts':
      return <Verdicts question={here.question} own={here.own} />;
    case 'text':
      return <Text question={here.question} own={here.own} />;
    case 'map':
      return <MapAndTime question={here.question} own={here.own} />;
    case 'reports':
      return <Reports question={here.question} own={here.own} />;
  }
}

function useTitle(of: string | undefined) {
  useEffect(() => {
    document.title = of === undefined ? 'Proviso workbench' : `${of} · Proviso`;
  }, [of]);
}
