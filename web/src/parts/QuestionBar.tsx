import { ask, type Question } from '../address';
import type { AgreementDocument, ViewHeading } from '../documents';
import { DayField } from './Days';
import { capital, listed, nameOfView, viewGloss, viewName } from './names';
import { useDays } from './useDays';

/** No source that anybody would cite was public before; it keeps half-typed years out. */
const firstKnown = '1900-01-01';

/** What is asked of the agreement: of which day, as known on which day, in whose view. */
export function QuestionBar({ question, agreement }: { question: Question; agreement: AgreementDocument }) {
  const days = useDays(question, agreement);
  if (!agreement.sound || days === undefined) {
    return null;
  }

  const { first, last } = days;
  const knownOn = question.knownOn ?? last;
  // Of a day after the day of knowledge nothing could be known.
  const latest = last < knownOn ? last : knownOn;
  const isLast = question.on === undefined && question.knownOn === undefined;
  return (
    <form class="question" aria-label="What is asked" onSubmit={event => event.preventDefault()}>
      <DayField label="As of" value={question.on ?? latest} first={first} last={latest} note={question.on === undefined ? 'the last day known' : undefined} onDay={on => ask({ on }, 'replace')} />
      <DayField label="As known on" value={knownOn} first={firstKnown} last={last} note={question.knownOn === undefined ? 'all that is on file' : undefined} onDay={day => ask({ knownOn: day === last ? undefined : day, ...(question.on !== undefined && day < question.on ? { on: undefined } : {}) }, 'replace')} />
      <Views chosen={question.view} views={agreement.views ?? []} />
      {question.knownTo !== undefined && <KnownTo party={agreement.parties?.find(one => one.name === question.knownTo)?.title ?? question.knownTo} />}
      {!isLast && <button type="button" onClick={() => ask({ on: undefined, knownOn: undefined })}>Back to the last day known</button>}
    </form>
  );
}

/** A link can ask what one party could know; here it is told, and taken away. */
function KnownTo({ party }: { party: string }) {
  return (
    <div class="field">
      <span class="label">As known to</span>
      <p class="chip"><span><b>{capital(party)}</b>: only what it said or received counts</span><button type="button" onClick={() => ask({ knownTo: undefined })}>Take away</button></p>
    </div>
  );
}

function Views({ chosen, views }: { chosen: string[]; views: readonly ViewHeading[] }) {
  if (views.length < 2) {
    return null;
  }

  const choose = (view: string[]) => ask({ view: view.length === views.length ? [] : view });
  return (
    <div class="field">
      <span class="label" id="views-label">Views</span>
      <details class="choose" onKeyDown={closeOnEscape} onFocusOut={closeWhenLeft}>
        <summary aria-describedby="views-label">{chosen.length === 0 ? `all ${views.length} views` : listed(chosen.map(name => nameOfView(name, views)))}</summary>
        <fieldset>
          <legend class="hidden">Views</legend>
          <p class="note">Beside each, the short name that links and commands use.</p>
          <label><input type="checkbox" checked={chosen.length === 0} onChange={() => ask({ view: [] })} /> <span><b>All views</b></span></label>
          {views.map(view => (
            <label key={view.name}>
              <input
                type="checkbox"
                checked={chosen.includes(view.name)}
                // In the order of the agreement, so that the same choice has the same address.
                onChange={event => choose(views.map(one => one.name).filter(name => (name === view.name ? event.currentTarget.checked : chosen.includes(name))))}
              />
              {' '}<span><b>{capital(viewName(view))}</b> <code>{view.name}</code> <span class="gloss">{viewGloss(view)}</span></span>
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  );
}

function closeOnEscape(event: KeyboardEvent) {
  if (event.key === 'Escape') {
    const details = event.currentTarget as HTMLDetailsElement;
    details.open = false;
    details.querySelector('summary')?.focus();
  }
}

function closeWhenLeft(event: FocusEvent) {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget instanceof Node && !details.contains(event.relatedTarget)) {
    details.open = false;
  }
}
