import type { AgreementDocument } from '../documents';
import { capital, inViews, listed, nameOfView, viewsOf } from '../parts/names';
import { callingOf } from '../parts/naming';

/** What the names in lanes are called in sentences. */
export interface Called {
  place(name: string): string;
  /** A place at the beginning of a line. */
  Place(name: string): string;
  view(name: string): string;
  /** Views in a sentence: "in the common view". */
  inViews(names: readonly string[]): string;
  /** Several views, "All views" where these are all. */
  views(names: readonly string[], all: number): string;
  /** Whom a row concerns, by `whomOf`. */
  whom(names: string, clause: string): string;
}

export function calledIn(agreement: AgreementDocument | undefined): Called {
  const { place, party, isOffer } = callingOf(agreement);
  const view = (name: string) => nameOfView(name, agreement?.views);
  return {
    place,
    Place: name => capital(place(name)),
    view,
    inViews: names => inViews(viewsOf(names, agreement?.views)),
    views: (names, all) => (names.length === all && all > 1 ? 'All views' : capital(listed(names.map(view)))),
    whom: (names, clause) => {
      const [owes, addressee] = names.split(' ').map(party);
      return addressee === undefined ? owes! : isOffer(clause) ? `to ${addressee}` : `${owes} to ${addressee}`;
    },
  };
}
