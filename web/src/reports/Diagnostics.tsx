import type { AgreementDocument, DiagnosticEntry } from '../documents';
import { Message } from '../parts/Prose';
import { fixed, isOurs } from './supposing';

/** What is wrong with sentences: where, why, what to do, and ways out that can be taken at once. */
export function Diagnostics({ of, text, agreement, isShort, onUse, onPlace }: {
  of: readonly DiagnosticEntry[];
  text: string;
  agreement: AgreementDocument;
  /** Beside the field that it is about, where the place need not be told. */
  isShort?: boolean;
  /** Takes a whole text with a fix in it. */
  onUse: (text: string) => void;
  /** Shows a stretch of the text. */
  onPlace?: ((from: number, to: number) => void) | undefined;
}) {
  if (of.length === 0) {
    return null;
  }

  return (
    <ul class="diagnostics">
      {of.map((one, index) => (
        <li key={index} class={one.severity}>
          <p>
            <b>{one.severity === 'error' ? 'Error' : 'Warning'}</b>
            {isShort !== true && isOurs(one.place, agreement) && (
              <> in {onPlace === undefined
                ? `line ${one.place.line}`
                : <button type="button" class="plain" onClick={() => onPlace(one.place.offset, one.place.offset + one.place.length)}>line {one.place.line}, column {one.place.column}</button>}</>
            )}
            : <Message text={one.message} />
          </p>
          {one.hints.map((hint, at) => <p key={at} class="note">Hint: <Message text={hint} /></p>)}
          {one.related.map((related, at) => <p key={at} class="note"><Message text={related.text} /> ({related.place.file}, line {related.place.line})</p>)}
          {one.fixes.map((fix, at) => {
            const better = fixed(text, fix, agreement);
            return better !== undefined && <p key={at} class="ways"><span><Message text={fix.title} /></span> <button type="button" onClick={() => onUse(better)}>Use this instead</button></p>;
          })}
        </li>
      ))}
    </ul>
  );
}
