import { useState } from 'preact/hooks';
import { address, format, type Question } from '../address';
import type { AgreementDocument, ReportsDocument } from '../documents';
import { csvOf, jsonOf, save, supposedText } from './export';
import type { Item } from './list';
import { mostPrinted } from './Printed';

/** Takes the list along as it is filtered, or the way to it. */
export function ExportBar({ found, document, agreement, question, described }: { found: readonly Item[]; document: ReportsDocument; agreement: AgreementDocument; question: Question; described: readonly string[] }) {
  const [said, setSaid] = useState('');
  const [link, setLink] = useState<string>();
  const name = `${agreement.name}-reports`;
  const count = found.length.toLocaleString('en');
  const copy = async () => {
    const link = new URL(format(address.value), location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      setSaid('The address of this page is copied.');
    } catch {
      // A browser gives the clipboard to pages of this machine or of a secure server only.
      setLink(link);
    }
  };
  return (
    <div class="export screen-only">
      <div class="ways">
        <span class="note">Take {found.length === 1 ? 'it' : `these ${count}`} along:</span>
        <button type="button" disabled={found.length === 0} onClick={() => { save(`${name}.csv`, 'text/csv', csvOf(found)); setSaid(`${count} saved as ${name}.csv.`); }}>CSV</button>
        <button type="button" disabled={found.length === 0} onClick={() => { save(`${name}.json`, 'application/json', jsonOf(found, document, described)); setSaid(`${count} saved as ${name}.json.`); }}>JSON</button>
        <button type="button" onClick={() => window.print()}>Print</button>
        <button type="button" onClick={copy}>Copy link</button>
        {question.suppose !== undefined && <button type="button" onClick={() => save(`${agreement.name}-supposed.proviso`, 'text/plain', supposedText(question.suppose!))}>What is supposed, as sentences</button>}
      </div>
      {found.length > mostPrinted && <p class="note">Printed are the first {mostPrinted.toLocaleString('en')}; the files hold all.</p>}
      <p class="note" role="status">{said}</p>
      {link !== undefined && (
        <div class="field">
          <label for="link">The browser does not let this page copy; here is the link</label>
          <input id="link" readOnly value={link} onFocus={event => event.currentTarget.select()} />
        </div>
      )}
    </div>
  );
}
