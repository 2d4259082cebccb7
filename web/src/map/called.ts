import type { AgreementDocument, ViewHeading } from '../documents';
import { capital, listed, viewName } from '../parts/names';

/** What the names in rows are called in sentences. */
export interface Called {
  place(name: string): string;
  /** A place at the beginning of a line. */
  Place(name: string): string;
  view(name: string): string;
  /** Several views, "All views" where these are all. */
  views(names: readonly string[], all: number): string;
  /** Whom a row concerns, by `whomOf`. */
  whom(names: string, clause: string): string;
}

export function calledIn(agreement: AgreementDocument | undefined): Called {
  const places = titles(agreement?.places), parties = titles(agreement?.parties);
  const views = new Map((agreement?.views ?? []).map((view: ViewHeading) => [view.name, viewName(view)]));
  const offers = new Set((agreement?.clauses ?? []).filter(clause => clause.offer).map(clause => clause.id));
  const place = (name: string) => places.get(name) ?? name, view = (name: string) => views.get(name) ?? name;
  return {
    place,
    Place: name => capital(place(name)),
    view,
    views: (names, all) => (names.length === all && all > 1 ? 'All views' : listed(names.map(view))),
    whom: (names, clause) => {
      const [party, addressee] = names.split(' ').map(name => parties.get(name) ?? name);
      return addressee === undefined ? party! : offers.has(clause) ? `to ${addressee}` : `${party} to ${addressee}`;
    },
  };
}

function titles(named: readonly { name: string; title: string }[] | undefined): Map<string, string> {
  return new Map((named ?? []).map(one => [one.name, one.title]));
}
