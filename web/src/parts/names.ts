import type { DisputeEntry, ViewHeading } from '../documents';

/** What a view is called where it stands by itself: the common view, the party whose own positions it is, or the title that the text gives it. */
export function viewName(view: ViewHeading): string {
  return view.kind === 'party' ? view.title : view.kind === 'common' ? 'the common view' : `“${view.title.length > 0 ? view.title : view.name}”`;
}

/** What a view takes for granted, in a few words; empty where its title says so. */
export function viewGloss(view: ViewHeading): string {
  return view.kind === 'party' ? 'by its own positions on file' : view.kind === 'common' ? view.title : '';
}

/** Views as they stand in a sentence: "in the common view", "in the views of Russia and NATO", "in the view “any appearance ends it”". */
export function inViews(views: readonly ViewHeading[]): string {
  const named = (kind: ViewHeading['kind']) => views.filter(view => view.kind === kind).map(viewName);
  const several = (names: readonly string[], of: string) => (names.length === 0 ? [] : [`in the view${names.length > 1 ? 's' : ''} ${of}${listed(names)}`]);
  const parts = [...named('common').map(name => `in ${name}`), ...several(named('party'), 'of '), ...several(named('named'), '')];
  return parts.length < 3 ? parts.join(' and ') : `${parts.slice(0, -1).join(', ')}, and ${parts[parts.length - 1]}`;
}

/** The views of some names, in the order of the names. One that there is not is called by its name. */
export function viewsOf(names: readonly string[], views: readonly ViewHeading[] | undefined): ViewHeading[] {
  return names.map(name => views?.find(one => one.name === name) ?? { name, title: name, kind: 'named' });
}

/** What a view is called, by its name in the text. */
export function nameOfView(name: string, views: readonly ViewHeading[] | undefined): string {
  return viewName(viewsOf([name], views)[0]!);
}

/** Whether a dispute and one of its readings are meant by "dispute:reading". */
export function readingOf(choice: string, disputes: readonly DisputeEntry[] | undefined): { dispute: string; reading: string; title: string; says: string } {
  const colon = choice.indexOf(':');
  const [name, way] = colon < 0 ? [choice, ''] : [choice.slice(0, colon), choice.slice(colon + 1)];
  const dispute = disputes?.find(one => one.name === name);
  const reading = dispute?.readings.find(one => one.name === way);
  return { dispute: name, reading: way, title: dispute?.title ?? name, says: reading?.title ?? way };
}

export function capital(text: string): string {
  return text.length === 0 ? text : text[0]!.toUpperCase() + text.slice(1);
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
