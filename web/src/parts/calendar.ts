const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const written = /^(\d{4})-(\d{2})-(\d{2})$/;

/** An ISO day in words, "19 September 2023"; anything else as it stands. */
export function day(iso: string): string {
  const parts = written.exec(iso);
  const month = parts && months[Number(parts[2]) - 1];
  return parts && month ? `${Number(parts[3])} ${month} ${Number(parts[1])}` : iso;
}

/** A day, perhaps with a time behind it, in words: "6 September 2022, 08:13". */
export function moment(text: string): string {
  const at = text.indexOf(' ');
  return at < 0 ? day(text) : `${day(text.slice(0, at))}, ${text.slice(at + 1)}`;
}

/** An ISO day in few letters, "19 Sep 2023", for where there is little room. */
export function shortDay(iso: string): string {
  return day(iso).replace(/[A-Z][a-z]+/, month => month.slice(0, 3));
}

/** True for a day that is in the calendar, written as ISO. */
export function isDay(text: string): boolean {
  const parts = written.exec(text);
  if (!parts) {
    return false;
  }

  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day some days later, or earlier. */
export function daysAfter(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The day of a moment where this browser is. */
export function localDay(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The time of a moment where this browser is: "17:05". */
export function clockTime(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** How many days the second is after the first. */
export function daysBetween(first: string, second: string): number {
  return Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000);
}

/** What is wrong with a day that was put in, in words, or undefined. ISO days compare as texts. */
export function faultOf(text: string, first: string, last: string): string | undefined {
  if (!isDay(text)) {
    return 'This is not a day of the calendar.';
  }

  return text < first ? `The first day that can be asked about is ${day(first)}.` : text > last ? `The last day that can be asked about is ${day(last)}.` : undefined;
}
