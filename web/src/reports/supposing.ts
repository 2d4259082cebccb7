import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Question } from '../address';
import type { AgreementDocument, AttributeEntry, DiagnosticEntry, Problem, SupposeDocument, TextPlace } from '../documents';
import { changes, pathOf, post, problem } from '../server';
import { timesOf, whats, type Fields, type What } from './sentence';

/** What somebody is supposing but has not kept in the address yet. It lives as long as the page, so that a look at another screen loses nothing. */
export interface Work {
  agreement: string;
  /** Sentences that are finished, or came with the address. */
  sentences: string[];
  /** What stands in the form; when `text` is there, the whole is written by hand instead. */
  fields: Fields;
  text?: string;
}

export const work = signal<Work | undefined>(undefined);

/** What is kept stands in the address of the page, and browsers, mails and servers cut addresses that are longer. */
const mostCharacters = 6000;
const mostInAddress = 9000;

/** Why sentences are too many to be supposed here, in words; undefined when they are not. */
export function tooLong(text: string): string | undefined {
  const inAddress = new URLSearchParams({ suppose: text }).toString().length;
  return text.length > mostCharacters
    ? `These sentences have ${text.length.toLocaleString('en')} characters; the address of a page holds ${mostCharacters.toLocaleString('en')}.`
    : inAddress > mostInAddress
      ? `These sentences take ${inAddress.toLocaleString('en')} characters in the address of a page, where each letter outside of the Latin alphabet takes several; it holds ${mostInAddress.toLocaleString('en')}.`
      : undefined;
}

/** Fields as they stand before anybody chose something. */
export const startFields: Fields = { what: 'state', time: 'on', grade: 'official', source: 'supposed in the workbench' };

/** The forms of sentence for which the agreement has the words. */
export function possible({ vocabulary, clauses, disputes }: AgreementDocument, hasReports: boolean): What[] {
  const hasThings = (vocabulary?.kinds.length ?? 0) > 0 && (vocabulary?.states.length ?? 0) > 0;
  const hasEvents = (vocabulary?.events.length ?? 0) > 0;
  const hasStances = (clauses?.length ?? 0) + (disputes?.length ?? 0) > 0;
  const needs: Record<What, boolean> = {
    state: hasThings, absence: hasThings, total: hasThings, event: hasEvents, missing: hasEvents, position: hasStances, contest: hasReports, end: hasReports && hasThings, retraction: hasReports,
  };
  return (Object.keys(whats) as What[]).filter(what => needs[what]);
}

/** The form with a field changed; what no longer fits is taken out, so that no choice stands there that the agreement does not have. */
export function changed(fields: Fields, change: Fields, agreement: AgreementDocument): Fields {
  const next: Record<string, string> = { ...fields, ...change };
  const what = next['what'] as What;
  if (change['what'] !== undefined && change['what'] !== fields['what']) {
    const isStance = what === 'position' || what === 'contest';
    next['grade'] = isStance ? 'own statement' : fields['grade'] === 'own statement' ? 'official' : fields['grade'] ?? 'official';
    if (fields['what'] === 'position' || fields['what'] === 'contest' || isStance) {
      next['verb'] = change['verb'] ?? (what === 'contest' ? 'denies' : '');
    }
  }

  if (change['thing'] !== undefined) {
    const known = new Set(attributesOf(agreement, change['thing']).map(attribute => `with:${attribute.name}`));
    for (const name of Object.keys(next)) {
      if (name.startsWith('with:') && !known.has(name)) {
        delete next[name];
      }
    }
  }

  const times = timesOf(what, persists(agreement, next['state']));
  if (times.length > 0 && !times.includes(next['time'] as never)) {
    next['time'] = times[0]!;
  }

  if (change['dispute'] !== undefined && change['dispute'] !== fields['dispute']) {
    next['reading'] = change['reading'] ?? '';
  }

  if (change['verb'] !== undefined && change['verb'] !== fields['verb']) {
    next['clause'] = change['clause'] ?? '';
  }

  return next;
}

/** The attributes of a kind, or of the kind of a model. */
export function attributesOf(agreement: AgreementDocument, thing: string | undefined): AttributeEntry[] {
  const words = agreement.vocabulary;
  const kind = words?.models.find(model => model.name === thing)?.kind ?? thing;
  return words?.kinds.find(one => one.name === kind)?.attributes ?? [];
}

export function persists(agreement: AgreementDocument, state: string | undefined): boolean {
  return agreement.vocabulary?.states.find(one => one.name === state)?.persists ?? false;
}

/** True when somebody chose something in the form. */
export function isTouched({ fields }: Work): boolean {
  return Object.entries(fields).some(([field, value]) => value.length > 0 && value !== startFields[field] && !['what', 'time', 'grade', 'source', 'verb'].includes(field));
}

/**
 * What is supposed, with the form to go on with. What was written by hand is then a sentence that is finished, whatever the form said before, since that is part of it.
 * @param made What the form and the sentences before it make: where the text is still this, nothing was written by hand, and the form stays as it is.
 */
export function inForm({ text, ...work }: Work, made?: string): Work {
  return text === undefined || text.trim() === made?.trim() ? work : { ...work, sentences: text.trim().length > 0 ? [text.trim()] : [], fields: { ...startFields, what: work.fields['what'] ?? 'state' } };
}

/** What is known of a text of sentences: not looked at, on its way, judged, or the judge cannot be reached. */
export type Check = { state: 'none' } | { state: 'asking'; answer?: SupposeDocument } | { state: 'judged'; answer: SupposeDocument } | { state: 'failed'; problem: Problem };

/** Has the sentences judged as one types, a moment after the last letter, and again when something changed on the server or it is back. */
export function useCheck(question: Question, text: string, wanted: boolean): Check {
  const [check, setCheck] = useState<Check>({ state: 'none' });
  const { suppose: _, ...rest } = question;
  const path = pathOf(rest, 'suppose');
  const turn = changes.value;
  useEffect(() => {
    if (!wanted) {
      setCheck({ state: 'none' });
      return undefined;
    }

    const stop = new AbortController();
    setCheck(before => ('answer' in before && before.answer !== undefined ? { state: 'asking', answer: before.answer } : { state: 'asking' }));
    const timer = setTimeout(() => {
      post<SupposeDocument>(path, { suppose: text }, stop.signal).then(
        answer => stop.signal.aborted || setCheck({ state: 'judged', answer }),
        (error: unknown) => stop.signal.aborted || setCheck({ state: 'failed', problem: problem(error) }),
      );
    }, 350);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [path, text, wanted, turn]);
  return check;
}

/** True for a place in the supposed sentences, not in a file of the agreement. */
export function isOurs(place: TextPlace, agreement: AgreementDocument): boolean {
  return !agreement.files.includes(place.file);
}

/** The text with a fix put in; undefined when the fix is of another file. Edits do not overlap. */
export function fixed(text: string, fix: DiagnosticEntry['fixes'][number], agreement: AgreementDocument): string | undefined {
  if (!fix.edits.every(edit => isOurs(edit.place, agreement))) {
    return undefined;
  }

  return [...fix.edits]
    .sort((one, other) => other.place.offset - one.place.offset)
    .reduce((result, { place, newText }) => result.slice(0, place.offset) + newText + result.slice(place.offset + place.length), text);
}
