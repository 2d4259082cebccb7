import { useState } from 'preact/hooks';
import type { Draft } from './draft';
import { fragmentOf, longestLink } from './share';

/** What one can do with a draft: keep it as files, send it as a link, leave it. */
export function Share({ draft, onDiscard }: { draft: Draft; onDiscard: () => void }) {
  const [said, setSaid] = useState('');
  const [link, setLink] = useState<string>();

  async function copy() {
    const made = `${location.origin}/draft${await fragmentOf(draft)}`;
    if (made.length > longestLink) {
      setLink(undefined);
      setSaid(`The draft is too long for a link: it would have ${made.length.toLocaleString('en')} characters, and ${longestLink.toLocaleString('en')} are the most. Download the files and send them instead.`);
      return;
    }

    try {
      await navigator.clipboard.writeText(made);
      setLink(undefined);
      setSaid('The link is copied. It holds the whole draft: whoever has it can read it; the server never sees it.');
    } catch {
      setLink(made);
      setSaid('The browser does not let the page copy. Copy the link from here:');
    }
  }

  return (
    <div class="share">
      <p class="ways">
        {draft.files.map(file => <button key={file.path} type="button" onClick={() => download(file.path, file.text)}>Download {file.path}</button>)}
        <button type="button" onClick={() => void copy()}>Copy link</button>
        <button type="button" onClick={() => confirm('Discard the draft? What is written here and was not downloaded is lost.') && onDiscard()}>Discard draft</button>
      </p>
      <p class="note" role="status">{said}</p>
      {link !== undefined && <input aria-label="Link to the draft" readOnly value={link} onFocus={event => event.currentTarget.select()} />}
    </div>
  );
}

function download(path: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: path.split('/').pop() ?? 'draft.proviso' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
