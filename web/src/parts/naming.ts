import type { AgreementDocument, RowEntry } from '../documents';
import { capital } from './names';

/** What the parties, places and clauses of an agreement are called. A name that it does not have is shown as it stands. */
export interface Calling {
  party: (name: string) => string;
  place: (name: string) => string;
  kinds: ReadonlyMap<string, 'theatre' | 'region' | 'site'>;
  isOffer: (clause: string) => boolean;
  asked: (clause: string) => string | undefined;
  /** On what it hangs that a clause binds: "until a launcher is there". */
  binds: (clause: string) => string | undefined;
  /** Where, and for whom or to whom: "Europe, for Russia". */
  row: (row: RowEntry) => string;
  /** "for Russia", "to NATO" of an offer, "the United States to Russia". */
  whom: (row: RowEntry) => string;
}

export function callingOf(agreement: Pick<AgreementDocument, 'parties' | 'places' | 'clauses'> | undefined): Calling {
  const parties = new Map(agreement?.parties?.map(party => [party.name, party.title]));
  const places = new Map(agreement?.places?.map(place => [place.name, place.title]));
  const clauses = new Map(agreement?.clauses?.map(clause => [clause.id, clause]));
  const party = (name: string) => parties.get(name) ?? name;
  const place = (name: string) => places.get(name) ?? name;
  const isOffer = (clause: string) => clauses.get(clause)?.offer ?? false;
  const whom = (row: RowEntry) => (row.addressee === undefined ? `for ${party(row.party)}` : isOffer(row.clause.id) ? `to ${party(row.addressee)}` : `${party(row.party)} to ${party(row.addressee)}`);
  return {
    party,
    place,
    kinds: new Map(agreement?.places?.map(one => [one.name, one.kind])),
    isOffer,
    asked: clause => {
      const entry = clauses.get(clause);
      return entry === undefined || entry.asked.length === 0 ? undefined : capital([entry.asked.replace(/\.$/, ''), ...entry.slots].join(', '));
    },
    binds: clause => {
      const hangs = clauses.get(clause)?.slots.filter(slot => /^(while|until) /.test(slot)) ?? [];
      return hangs.length === 0 ? undefined : hangs.join(', and ');
    },
    row: row => capital([row.place === undefined ? '' : place(row.place), whom(row)].filter(text => text.length > 0).join(', ')),
    whom,
  };
}
