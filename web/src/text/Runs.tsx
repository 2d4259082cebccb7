import type { DiagnosticEntry, NameEntry } from '../documents';
import { Message } from '../parts/Prose';
import { visible } from '../parts/turning';
import type { Run } from './blocks';

/** A stretch of the text. Names can be hovered and focused; of each the first in a stretch is a stop for the tab key, so that it does not take hundreds to get through. */
export function Runs({ runs, names }: { runs: readonly Run[]; names: readonly NameEntry[] }) {
  return (
    <div class="words">
      {runs.map((run, index) => {
        switch (run.kind) {
          case 'plain':
            return visible(run.text);
          case 'name':
            return <span key={index} role="button" class="name" data-name={run.name} tabIndex={run.isFirst ? 0 : -1} aria-label={`${run.text}: ${names[run.name]?.title ?? ''}`}>{run.text}</span>;
          case 'fault':
            return <Fault key={index} diagnostic={run.diagnostic} />;
          case 'wrong':
            return <mark key={index}>{visible(run.text)}</mark>;
          default:
            return <span key={index} class={run.kind}>{visible(run.text)}</span>;
        }
      })}
    </div>
  );
}

function Fault({ diagnostic: { severity, message, hints, place, code } }: { diagnostic: DiagnosticEntry }) {
  return (
    <div class={`told ${severity}`} id={`fault-${place.file}-${place.offset}`} tabIndex={-1}>
      <b>{severity === 'error' ? 'Error' : 'Warning'}</b>, column {place.column}: <Message text={message} /> <code>{code}</code>
      {hints.map(hint => <div key={hint} class="hint"><Message text={hint} /></div>)}
    </div>
  );
}
