import { useEffect } from 'preact/hooks';
import { address, format, go, type Address, type Screen } from './address';
import { Draft } from './screens/Draft';
import { MapAndTime } from './screens/MapAndTime';
import { Overview } from './screens/Overview';
import { Reports } from './screens/Reports';
import { Text } from './screens/Text';
import { Verdicts } from './screens/Verdicts';
import { isConnected } from './server';

const titles: Record<Screen, string> = { verdicts: 'Verdicts and why', text: 'Agreement', map: 'Map and time', reports: 'Reports' };

/** The page: where one is, the way to elsewhere, and the screen. */
export function App() {
  const here = address.value;
  useEffect(() => {
    document.title = titleOf(here);
  }, [here]);

  return (
    <>
      <a class="skip" href="#content">Skip to the content</a>
      <header class="bar">
        <Link to={{ screen: 'overview' }} class="home">Proviso</Link>
        <nav aria-label="Screens">
          {'question' in here && (Object.keys(titles) as Screen[]).map(screen => (
            <Link key={screen} to={{ ...here, screen, own: {} }} current={here.screen === screen}>{titles[screen]}</Link>
          ))}
          <Link to={{ screen: 'draft', own: 'question' in here ? { agreement: here.question.agreement } : {} }} current={here.screen === 'draft'}>Draft</Link>
        </nav>
        {!isConnected.value && <p class="lost" role="status">The server does not answer; what is shown may be old.</p>}
      </header>
      <main id="content" tabIndex={-1}>
        <CurrentScreen here={here} />
      </main>
    </>
  );
}

function CurrentScreen({ here }: { here: Address }) {
  switch (here.screen) {
    case 'overview':
      return <Overview />;
    case 'draft':
      return <Draft own={here.own} />;
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

/** A link inside the page: a real address, followed without loading anew. */
export function Link({ to, current, children, ...rest }: { to: Address; current?: boolean; class?: string; children: preact.ComponentChildren }) {
  return (
    <a
      {...rest}
      href={format(to)}
      aria-current={current === true ? 'page' : undefined}
      onClick={event => {
        if (!event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
          event.preventDefault();
          go(to);
          window.scrollTo(0, 0);
        }
      }}
    >
      {children}
    </a>
  );
}

function titleOf(here: Address): string {
  return 'question' in here ? `${titles[here.screen]} · ${here.question.agreement} · Proviso` : here.screen === 'draft' ? 'Draft · Proviso' : 'Proviso workbench';
}
