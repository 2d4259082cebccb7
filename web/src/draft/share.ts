import { draftFrom, type Draft } from './draft';

/** A link longer than this is cut off by mail programs and chats. */
export const longestLink = 30_000;

const mark = '#draft=';

/** The draft as the fragment of an address, which is never sent to a server. */
export async function fragmentOf(draft: Draft): Promise<string> {
  const text = JSON.stringify(draft);
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  return mark + base64Url(bytes);
}

/** The draft in a fragment; undefined when there is none, and 'broken' when it cannot be read. */
export async function draftIn(fragment: string): Promise<Draft | 'broken' | undefined> {
  if (!fragment.startsWith(mark)) {
    return undefined;
  }

  try {
    const bytes = await through(bytesOf(fragment.slice(mark.length)), new DecompressionStream('deflate-raw'), mostBytes);
    return draftFrom(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))) ?? 'broken';
  } catch {
    return 'broken';
  }
}

/** A small link can unfold to very much. */
const mostBytes = 4 << 20;

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream, most = Infinity): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }

    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError('too long');
    }

    parts.push(value);
  }

  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }

  return all;
}

function base64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += String.fromCharCode(byte);
  }

  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
}
