import type { DiagnosticEntry } from '../documents';
import { Message } from '../parts/Prose';
import { fixed, type Draft } from './draft';

const most = 50;

/** What is wrong with a draft: where, why, what to do, and ways out that can be taken at once. */
export function Problems({ draft, of, isOld, onPlace, onFix }: {
  draft: Draft;
  of: readonly DiagnosticEntry[];
  /** True while a newer answer is on its way: places may have moved, so nothing is mended by them. */
  isOld: boolean;
  onPlace: (place: DiagnosticEntry['place']) => void;
  onFix: (fix: DiagnosticEntry['fixes'][number]) => void;
}) {
  if (of.length === 0) {
    return <p class="fine">Nothing is wrong with the text.</p>;
  }

  return (
    <>
      <ul class="problems">
        {of.slice(0, most).map((one, index) => (
          <li key={index} class={one.severity}>
            <p>
              <b>{one.severity === 'error' ? 'Error' : 'Warning'}</b> in{' '}
              {draft.files.some(file => file.path === one.place.file)
                ? <button type="button" class="plain" onClick={() => onPlace(one.place)}>{one.place.file}, line {one.place.line}</button>
                : <>{one.place.file}, line {one.place.line}</>}
              : <Message text={one.message} />
            </p>
            {one.hints.map((hint, at) => <p key={at} class="note">Hint: <Message text={hint} /></p>)}
            {one.fixes.length > 0 && (
              <p class="ways">
                {one.fixes.map((fix, at) => fixed(draft, fix) !== undefined && <button key={at} type="button" disabled={isOld} onClick={() => onFix(fix)}>{fix.title.replaceAll('`', '')}</button>)}
              </p>
            )}
          </li>
        ))}
      </ul>
      {of.length > most && <p class="note">And {of.length - most} more.</p>}
    </>
  );
}
