const marks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const inJson = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\\u(?:061c|200[ef]|202[a-e]|206[6-9])/i;

/** A text in which marks that turn the direction of writing are told by their number, so that nobody reads another text than the one that is kept. */
export function visible(text: string): string {
  return text.replace(marks, mark => `<U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`);
}

/** Reads an answer of the server. Such marks are made visible in all that is only to be shown; texts of files and sentences stay as they are written. */
export function readJson<T>(json: string): T {
  return (inJson.test(json) ? JSON.parse(json, revived) : JSON.parse(json)) as T;
}

function revived(this: unknown, key: string, value: unknown): unknown {
  return typeof value === 'string' && !isWritten(this, key) ? visible(value) : value;
}

function isWritten(holder: unknown, key: string): boolean {
  return key === 'sentence' || key === 'newText' || (key === 'text' && typeof holder === 'object' && holder !== null && !('kind' in holder || 'place' in holder));
}
