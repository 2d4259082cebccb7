import type { DiagnosticEntry } from '../documents';
import { Message } from './Prose';
import './Diagnostics.css';

type Place = DiagnosticEntry['place'];
type Fix = DiagnosticEntry['fixes'][number];

const most = 50;

/** What is wrong with a text: where, why, what to do, and ways out that can be taken at once. */
export function Diagnostics({ of, placeSays, showing, mending, isOld }: {
  of: readonly DiagnosticEntry[];
  /** How a place is told; undefined where it need not be. */
  placeSays: (place: Place) => string | undefined;
  /** Shows a place; undefined where it cannot be shown. */
  showing?: (place: Place) => (() => void) | undefined;
  /** Takes a way out; undefined where it cannot be taken here. */
  mending: (fix: Fix) => (() => void) | undefined;
  /** True while a newer answer is on its way: places may have moved, so nothing is mended by them. */
  isOld?: boolean;
}) {
  if (of.length === 0) {
    return null;
  }

  return (
    <>
      <ul class="diagnostics">
        {of.slice(0, most).map((one, index) => (
          <li key={index} class={one.severity}>
            <p>
              <b>{one.severity === 'error' ? 'Error' : 'Warning'}</b>
              <At says={placeSays(one.place)} show={showing?.(one.place)} />: <Message text={one.message} />
            </p>
            {one.hints.map((hint, at) => <p key={at} class="note">Hint: <Message text={hint} /></p>)}
            {one.related.map((related, at) => <p key={at} class="note"><Message text={related.text} /> ({related.place.file}, line {related.place.line})</p>)}
            <Ways of={one.fixes} mending={mending} isOld={isOld === true} />
          </li>
        ))}
      </ul>
      {of.length > most && <p class="note">And {of.length - most} more.</p>}
    </>
  );
}

function At({ says, show }: { says: string | undefined; show: (() => void) | undefined }) {
  return says === undefined ? null : <> in {show === undefined ? says : <button type="button" class="plain" onClick={show}>{says}</button>}</>;
}

function Ways({ of, mending, isOld }: { of: readonly Fix[]; mending: (fix: Fix) => (() => void) | undefined; isOld: boolean }) {
  const ways = of.flatMap(fix => {
    const mend = mending(fix);
    return mend === undefined ? [] : [{ title: fix.title.replaceAll('`', ''), mend }];
  });
  return ways.length === 0 ? null : <p class="ways">{ways.map(({ title, mend }) => <button key={title} type="button" disabled={isOld} onClick={mend}>{title}</button>)}</p>;
}
