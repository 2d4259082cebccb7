import type { ReportEntry, ReportsDocument } from '../documents';
import { numberOf } from './scale';

/** A report with its days as numbers, so that a step of a slider only compares. */
export interface Dated { report: ReportEntry; said: number; from: number; before: number; contests: readonly { by: string; said: number }[] }

/** The reports with a place or without, in the order of the document. */
export function datedOf(document: ReportsDocument): Dated[] {
  const contests = new Map<string, { by: string; said: number }[]>();
  for (const { report, verb, holder, said } of document.positions) {
    if (report !== undefined && (verb === 'denies' || verb === 'doubts')) {
      contests.set(report, [...(contests.get(report) ?? []), { by: holder, said: numberOf(said) }]);
    }
  }

  return document.reports.map(report => {
    const said = numberOf(report.said);
    const from = report.from === undefined ? said : numberOf(report.from);
    return { report, said, from, before: report.through === undefined ? (report.from === undefined ? said + 1 : Infinity) : numberOf(report.through) + 1, contests: contests.get(report.name) ?? [] };
  });
}

/** The reports that were public by a day, by their places. A report without a place is none of them. */
export function byPlace(reports: readonly Dated[], known: number): Map<string, Dated[]> {
  const places = new Map<string, Dated[]>();
  for (const each of reports) {
    const place = each.report.place;
    if (place === undefined || each.said > known) {
      continue;
    }

    const own = places.get(place);
    if (own) {
      own.push(each);
    } else {
      places.set(place, [each]);
    }
  }

  return places;
}

/** Who had contested a report by a day, each once. */
export function contestedBy({ contests }: Dated, known: number): string[] {
  return [...new Set(contests.filter(({ said }) => said <= known).map(({ by }) => by))];
}

/** Of those, what is of a day, and of days before it. */
export function onDay(reports: readonly Dated[], day: number): { past: number; ofDay: number } {
  let past = 0, ofDay = 0;
  for (const each of reports) {
    if (each.from <= day) {
      past++;
      if (day < each.before) {
        ofDay++;
      }
    }
  }

  return { past, ofDay };
}

/** The same for each place that has any up to the day. */
export function countsOn(places: ReadonlyMap<string, readonly Dated[]>, day: number): Map<string, { past: number; ofDay: number }> {
  const counts = new Map<string, { past: number; ofDay: number }>();
  for (const [place, reports] of places) {
    const count = onDay(reports, day);
    if (count.past > 0) {
      counts.set(place, count);
    }
  }

  return counts;
}

/** The reports of a place for reading: those of the day first, then those before it, the latest first; those of later days last. */
export function toRead(reports: readonly Dated[], day: number): { title: string; reports: Dated[] }[] {
  const latest = (one: Dated, other: Dated) => other.from - one.from || other.said - one.said;
  return [
    { title: 'Of this day', reports: reports.filter(each => each.from <= day && day < each.before).sort(latest) },
    { title: 'Of days before', reports: reports.filter(each => each.before <= day).sort(latest) },
    { title: 'Of days after', reports: reports.filter(each => each.from > day).sort((one, other) => latest(other, one)) },
  ].filter(group => group.reports.length > 0);
}
