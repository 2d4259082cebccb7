/** What the server answers, as docs/api.md and its OpenAPI document describe it. Days are ISO dates; a part that has no value is absent. */

export interface AgreementHeading { name: string; title: string }
export interface ClauseHeading { id: string; title: string }
export interface ViewHeading { name: string; title: string; kind: 'common' | 'party' | 'named' }

/** GET /api/agreements */
export interface OverviewDocument { schema: 'proviso/overview/1'; agreements: OverviewEntry[] }

export interface OverviewEntry {
  /** The name of its folder, as it stands in addresses. */
  name: string;
  title: string;
  /** Changes whenever anything in the folder does. */
  version: string;
  /** False when the text has errors: then there are only `name`, `title` (the folder's name), `version` and `problem`. */
  sound: boolean;
  /** The first error, in words. */
  problem?: string;
  parties?: string[];
  inForceFrom?: string;
  inForceThrough?: string;
  /** The last day that the file knows. */
  knownThrough?: string;
  reports?: number;
  /** False when on the last day known no clause surely or perhaps binds anybody, in any view. */
  binds?: boolean;
  /** The first of the days since which that is so; absent where something binds, or nothing ever did. */
  unbound?: string;
  /** One line: where it stands in the common view. */
  state?: string;
  /** How many answers of clauses in places have which verdict in the common view, the gravest first. */
  tally?: { label: string; standing: string; conduct: string; rows: number }[];
  /** How many of them some other view answers differently. */
  differ?: number;
  /** To which clauses these are. */
  differing?: { clause: ClauseHeading; rows: number }[];
  /** The last things that came on file, the newest first; at most five. `earliest` when the day is only the earliest on which it can have been said. */
  lately?: { day: string; earliest: boolean; says: string; by: string; report?: string }[];
  /** The last changes of answers in the common view, the newest first; at most twenty. */
  turned?: { day: string; clause: ClauseHeading; who: string; offered: boolean; places: string[]; was: string; becomes: string }[];
  /** What is overdue, and what is due within 90 days of the last day known, in the common view; by day. At most five. */
  due?: { day: string; who: string; duty: string; state: string; label: string }[];
}

/** GET /api/agreements/{name} */
export interface AgreementDocument {
  schema: 'proviso/agreement/1';
  name: string;
  title: string;
  version: string;
  sound: boolean;
  /** The paths of its files. */
  files: string[];
  diagnostics: DiagnosticEntry[];
  /** Why it cannot be judged, in one sentence; that may be something else than the errors of its text. */
  problem?: string;
  /** All that follows is absent when it cannot be judged. */
  parties?: { name: string; title: string; group: boolean; between: boolean }[];
  inForceFrom?: string;
  inForceThrough?: string;
  firstDay?: string;
  knownThrough?: string;
  views?: (ViewHeading & { readings: Record<string, string>; trusts?: string[] })[];
  disputes?: DisputeEntry[];
  clauses?: ClauseEntry[];
  places?: PlaceEntry[];
  /** The words of which a report can be made. */
  vocabulary?: VocabularyEntry;
}

/** GET /api/agreements/{name}/text */
export interface TextDocument {
  schema: 'proviso/text/1';
  name: string;
  version: string;
  files: { path: string; text: string }[];
  /** Declared names and where they are used, for hover; absent when the text has errors. Offsets count UTF-16 units from the beginning of the file. */
  names?: NameEntry[];
}

/** What reports of an agreement can speak of, besides its parties and places; everything in the order of the text. */
export interface VocabularyEntry {
  /** The roles that everything has (maker, owner, operator) are listed first. */
  kinds: { name: string; title: string; attributes: AttributeEntry[] }[];
  models: { name: string; title: string; kind: string }[];
  /** The states that are reported; those that follow from others are not. Only one that persists may be reported as going on with no end known. */
  states: { name: string; title: string; persists: boolean }[];
  events: { name: string; title: string }[];
}

export interface AttributeEntry { name: string; type: 'number' | 'length' | 'party' | 'yes or no' | 'one of'; choices?: string[] }

export interface DisputeEntry {
  name: string;
  title: string;
  /** What it is about, in words. */
  about: string;
  /** The clause whose words are disputed, if it is about words. */
  clause?: string;
  /** The places whose extent is disputed, if it is about that. */
  places?: string[];
  readings: { name: string; title: string; says: string; source?: string; address?: string; takenBy: string[] }[];
  file: string;
  from: number;
  to: number;
}

export interface ClauseEntry {
  id: string;
  title: string;
  /** What it asks, in short. */
  asked: string;
  /** Its conditions, each with its word: "until …". */
  slots: string[];
  offer: boolean;
  file: string;
  from: number;
  to: number;
}

export interface PlaceEntry {
  name: string;
  title: string;
  kind: 'theatre' | 'region' | 'site';
  /** Where it lies, directly, as declared. */
  within: string[];
  latitude?: number;
  longitude?: number;
}

export interface NameEntry {
  name: string;
  /** "party", "region", "kind", "state", "event", "view", "dispute", "report" … */
  sort: string;
  title: string;
  /** It in a sentence. */
  says?: string;
  file: string;
  from: number;
  to: number;
  uses: { file: string; from: number; to: number }[];
}

/** GET /api/agreements/{name}/reading: the text in plain English. */
export interface ReadingDocument {
  schema: 'proviso/reading/1';
  agreement: AgreementHeading;
  sections: { title: string; clause?: string; blocks: { kind: 'heading' | 'paragraph' | 'item' | 'quotation'; mark?: string; text: string }[] }[];
}

/** GET /api/agreements/{name}/status */
export interface StatusDocument {
  schema: 'proviso/status/1';
  agreement: AgreementHeading;
  asOf: string;
  knownOn: string;
  knownTo?: string;
  firstDay: string;
  lastDay: string;
  views: ViewHeading[];
  rows: StatusRow[];
}

/** Which question a row is: a clause, for a party, perhaps to an addressee, in a place. */
export interface RowEntry { clause: ClauseHeading; party: string; addressee?: string; instance?: string; place?: string }

export interface StatusRow extends RowEntry {
  verdicts: StatusVerdict[];
  /** Single duties to act by the day asked about. A moment has its time behind the day, on the agreement's clock. */
  duties?: { trigger?: string; due?: string; dueLatest?: string; counted?: string[]; views: string[]; label: string; conduct: string; acts: string[] }[];
  /** Events that ask for nothing, for they are above the number of a right. */
  above?: { trigger: string; views: string[]; label: string }[];
  /** What is used and left of a right with a quota. */
  quota?: { views: string[]; sort: string; number: number; from: string; through: string; allowed: number; usedAtLeast: number; usedAtMost: number; leftAtLeast: number; leftAtMost: number }[];
}

export interface Told { label: string; standing: string; possible?: string[]; conduct: string; basis?: string }

export interface StatusVerdict extends Told {
  view: string;
  numbers?: { limit: number; atLeast: number; atMost?: number; bindsFrom?: string; boundThrough?: string };
  since: string;
  through?: string;
  standingSince: string;
  /** The first of the days right before `standingSince` on which it may have been that already. */
  perhapsSince?: string;
  standingThrough?: string;
  /** As `since`, for the conduct alone: a breach may be older than the whole answer. */
  conductSince: string;
  conductThrough?: string;
}

/** GET /api/agreements/{name}/why */
export interface WhyDocument extends RowEntry {
  schema: 'proviso/why/1';
  agreement: AgreementHeading;
  asOf: string;
  knownOn: string;
  answers: WhyEntry[];
}

export interface WhyEntry {
  verdict: StatusVerdict;
  /** What brought it about, in a few words; absent where no single thing on file can be named for it. */
  cause?: string;
  /** The first names the question and the answer; the others are the reasons. */
  paragraphs: string[];
  decidedBy: DecisionEntry[];
  turnsOn?: { member: string; whole: string; from: string; grade?: string; label: string }[];
  firstKnown?: string;
  /** The proof of the standing, then that of the conduct. */
  proof: ProofEntry[];
}

export interface DecisionEntry {
  choices: { dispute?: string; reading?: string; report?: string; believed?: boolean }[];
  label: string;
  standing: string;
  possible?: string[];
  conduct: string;
}

export interface ProofEntry {
  kind: 'step' | 'report' | 'nothing on file' | 'position' | 'term' | 'reading';
  says: string;
  from?: string;
  through?: string;
  sign?: string;
  rule?: string;
  report?: string;
  digest?: string;
  doubts?: string[];
  nearMisses?: { report: string; because: string }[];
  dispute?: string;
  reading?: string;
  because?: ProofEntry[];
}

/** GET /api/agreements/{name}/timeline */
export interface TimelineDocument {
  schema: 'proviso/timeline/1';
  agreement: AgreementHeading;
  knownOn: string;
  firstDay: string;
  lastDay: string;
  lanes: { row: RowEntry; view: string; told: (Told & { from: string; through: string })[] }[];
}

/** GET /api/agreements/{name}/numbers: what is told of what is under ceilings, day by day. Where nothing is told there is no entry. */
export interface NumbersDocument {
  schema: 'proviso/numbers/1';
  agreement: AgreementHeading;
  firstDay: string;
  lastDay: string;
  series: {
    row: RowEntry;
    view: string;
    limit: number;
    days: { from: string; through: string; standing: string; atLeast: number; atMost?: number; amount: string; margin: string; over: boolean; conflict: boolean }[];
  }[];
}

/** GET /api/agreements/{name}/due */
export interface DueDocument {
  schema: 'proviso/due/1';
  agreement: AgreementHeading;
  asOf: string;
  through: string;
  past: DueDuty[];
  ahead: DueDuty[];
  rights: { row: RowEntry; right: string; year: number; through: string; allowed: number; leftAtLeast: number; leftAtMost: number; views: string[] }[];
}

export interface DueDuty { row: RowEntry; duty: string; trigger?: string; due: string; dueLatest?: string; state: string; label: string; since?: string; views: string[] }

/** GET /api/agreements/{name}/changes: what the readings, beliefs and suppositions of the question change, against the question without them. */
export interface ChangesDocument {
  schema: 'proviso/changes/1';
  agreement: AgreementHeading;
  knownBefore: string;
  knownAfter: string;
  reports: string[];
  changes: { row: RowEntry; view: string; changes: { was?: Told & { from: string; through: string }; becomes?: Told & { from: string; through: string } }[] }[];
}

/** GET /api/agreements/{name}/reports: everything on file, in the order of the files. */
export interface ReportsDocument {
  schema: 'proviso/reports/1';
  agreement: AgreementHeading;
  knownOn: string;
  reports: ReportEntry[];
  positions: PositionEntry[];
}

export interface ReportEntry {
  name: string;
  /** "state", "event", "attribute", "end", "access denied", "log" or "correction". */
  kind: string;
  /** The report that it corrects, or whose end it tells. */
  of?: string;
  /** What it says, without who says so. */
  says: string;
  by: string;
  grade: string;
  /** The citation's title and address. */
  title?: string;
  address?: string;
  /** The first day on which it can have been said; absent where only the last is known ("on or before"). */
  saidFrom?: string;
  /** The last such day: the day on which it was said, where the two are one. */
  said: string;
  /** The days it is of, as far as they can be told. */
  from?: string;
  through?: string;
  place?: string;
  contestedBy: string[];
  /** The sentence as it is written. Absent for reports that come from a record. */
  sentence?: string;
  file?: string;
  line?: number;
  /** True when it is supposed in this question. */
  supposed?: boolean;
}

export interface PositionEntry {
  holder: string;
  verb: string;
  says: string;
  by: string;
  grade: string;
  said: string;
  /** The day on which it was done; the last where that is not exactly known. */
  on: string;
  report?: string;
  clause?: string;
  /** The place for which it is on the clause. */
  place?: string;
  /** "dispute: reading" */
  reading?: string;
  title?: string;
  address?: string;
  /** The sentence as it is written. */
  sentence?: string;
  file?: string;
  line?: number;
  supposed?: boolean;
}

/** POST /api/agreements/{name}/suppose with { suppose }: whether sentences can be supposed, and what they say. */
export interface SupposeDocument { schema: 'proviso/suppose/1'; sound: boolean; diagnostics: DiagnosticEntry[]; says: string[]; reports: string[]; firstDay?: string }

/** GET /api/map: the whole earth as path data of SVG in Equal Earth projection, whole units. */
export interface WorldDocument {
  schema: 'proviso/world/1';
  width: number;
  height: number;
  frame: string;
  land: string;
  borders: string;
  contested: string;
  /** What the contested ground is called, and whose outlines these are: to be said below every map. */
  contestedNames: string[];
  attribution: string;
}

/** GET /api/agreements/{name}/map: the agreement's places on the same sheet, as the first view asked about draws them on the day. */
export interface MapDocument {
  schema: 'proviso/map/1';
  agreement: AgreementHeading;
  view: string;
  asOf: string;
  /** The days around `asOf` on which the same is drawn. */
  from: string;
  through: string;
  /** The regions that are drawn, the largest first. `box` is left, top, width, height; `inside` is a point well inside, for its name. */
  regions: { name: string; title: string; path: string; box: [number, number, number, number]; inside: [number, number] }[];
  sites: { name: string; title: string; x: number; y: number; latitude: number; longitude: number }[];
  /** For each place that a clause is about: the regions that draw it and the sites in it. */
  places: { name: string; title: string; kind: string; regions: string[]; sites: string[] }[];
  /** Names of disputes on which land belongs to a place that the view leaves open. */
  open: string[];
}

/** What is sent of a draft. `agreement` names the one whose other files and outlines are taken where they are not given. */
export interface DraftQuestion {
  files: { path: string; text: string }[];
  /** The file that is asked about. */
  file?: string;
  offset?: number;
  agreement?: string;
  on?: string;
  view?: string[];
}

/** POST /api/draft with a DraftQuestion: what a draft says, evaluated and forgotten. */
export interface DraftDocument {
  schema: 'proviso/draft/1';
  sound: boolean;
  diagnostics: DiagnosticEntry[];
  /** Why there are no verdicts, when that is not among the diagnostics. */
  problem?: string;
  /** The file asked about in stretches, for colours. */
  tokens?: { from: number; to: number; class: string; sort?: string }[];
  /** All that follows is absent when the draft is not sound. */
  firstDay?: string;
  lastDay?: string;
  views?: ViewHeading[];
  parties?: NonNullable<AgreementDocument['parties']>;
  places?: PlaceEntry[];
  clauses?: ClauseEntry[];
  /** On the day asked about, or the nearest that it has. */
  status?: StatusDocument;
}

/** POST /api/draft/format: a file in the canonical form. */
export interface FormattedDocument { schema: 'proviso/formatted/1'; text: string; errors: number }

/** POST /api/draft/complete: what may be written at an offset of a file. */
export interface CompletionDocument {
  schema: 'proviso/completion/1';
  from: number;
  to: number;
  /** Only what is allowed, the best first. `sort` is "word" for words of the language. */
  items: { text: string; sort: string; title?: string; says?: string; form?: string; then?: string }[];
  /** What else may stand there and nobody can guess: "a date, written as `2020-10-26`". */
  others: string[];
}

/** POST /api/draft/hover: what stands at an offset of a file; only the schema when there is nothing to say. */
export interface HoverDocument {
  schema: 'proviso/hover/1';
  from?: number;
  to?: number;
  sort?: string;
  name?: string;
  title?: string;
  says?: string;
  form?: string;
  declared?: TextPlace;
  uses?: TextPlace[];
}

export interface DiagnosticEntry {
  code: string;
  severity: 'error' | 'warning';
  message: string;
  place: TextPlace;
  hints: string[];
  related: { text: string; place: TextPlace }[];
  fixes: { title: string; edits: { place: TextPlace; newText: string }[] }[];
}

/** A stretch of a file; lines and columns count from 1, `offset` and `length` in UTF-16 units. */
export interface TextPlace { file: string; line: number; column: number; offset: number; length: number }

/** Errors, RFC 9457. */
export interface Problem { title: string; detail?: string; status: number; hint?: string }
