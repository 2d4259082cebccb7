import { hostOf } from './Link';

/** A sentence of the server's; web addresses in it are links, told by the host they lead to. Everything else is text. */
export function Prose({ text }: { text: string }) {
  return <>{piecesOf(text).map((piece, index) => (piece.address === undefined ? piece.text : (
    <a key={index} href={piece.address} rel="noopener noreferrer" target="_blank">{piece.text}<span class="hidden"> (opens in a new tab)</span></a>
  )))}</>;
}

/** The text cut into plain stretches and web addresses. Punctuation that ends a sentence is no part of an address. */
export function piecesOf(text: string): { text: string; address?: string }[] {
  const pieces: { text: string; address?: string }[] = [];
  let at = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s<>"“”]+/g)) {
    const address = found[0].replace(/[).,;:!?'’]+$/, '');
    const host = hostOf(address);
    if (host === undefined) {
      continue;
    }

    pieces.push({ text: text.slice(at, found.index) }, { text: host, address });
    at = found.index + address.length;
  }

  pieces.push({ text: text.slice(at) });
  return pieces.filter(piece => piece.text.length > 0);
}

/** A message of the language: what stands in backticks is the user's own words. */
export function Message({ text }: { text: string }) {
  return <>{text.split(/(`[^`]+`)/).map((piece, index) => (piece.length > 2 && piece.startsWith('`') ? <code key={index}>{piece.slice(1, -1)}</code> : piece))}</>;
}
