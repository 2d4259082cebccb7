import type { DisputeEntry, ViewHeading } from '../documents';

/** What a view is called: the party whose own positions it is, or its name. */
export function viewName(view: ViewHeading): string {
  return view.kind === 'party' ? capital(view.title) : view.name;
}

/** What a view takes for granted, in a few words. */
export function viewGloss(view: ViewHeading): string {
  return view.kind === 'party' ? 'by its own positions on file' : view.title;
}

/** The name of a view by its short name. */
export function nameOfView(name: string, views: readonly ViewHeading[] | undefined): string {
  const view = views?.find(one => one.name === name);
  return view === undefined ? name : viewName(view);
}

/** Whether a dispute and one of its readings are meant by "dispute:reading". */
export function readingOf(choice: string, disputes: readonly DisputeEntry[] | undefined): { dispute: string; reading: string; title: string; says: string } {
  const colon = choice.indexOf(':');
  const [name, way] = colon < 0 ? [choice, ''] : [choice.slice(0, colon), choice.slice(colon + 1)];
  const dispute = disputes?.find(one => one.name === name);
  const reading = dispute?.readings.find(one => one.name === way);
  return { dispute: name, reading: way, title: dispute?.title ?? name, says: way === 'open' ? 'left open' : reading?.title ?? way };
}

export function capital(text: string): string {
  return text.length === 0 ? text : text[0]!.toUpperCase() + text.slice(1);
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
