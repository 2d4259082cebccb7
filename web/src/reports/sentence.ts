/**
 * Builds one sentence of the language from what stands in the fields of the form. It is laid out as the formatter would. What the form cannot say is
 * written in the language itself; whether a sentence is sound is for the server to judge.
 */

/** What is supposed. Each is one form of sentence. */
export const whats = {
  state: 'something was somewhere',
  absence: 'there was none anywhere there',
  total: 'there were so many, and no others',
  event: 'something happened',
  missing: 'something was not received',
  position: 'a party took a position',
  contest: 'a party contested a report',
  end: 'what a report says came to an end',
  retraction: 'a report is taken back: it did not occur',
} as const;
export type What = keyof typeof whats;

/** What stands in the fields; an empty text stands for nothing. Attributes of the thing are called "with:operator". */
export type Fields = Readonly<Record<string, string>>;

/** What a party can declare: the words of the language for it, and for people. */
export const verbs: Record<string, { words: string; says: string; of: 'offered' | 'any' | 'reading' }> = {
  suspends: { words: 'suspends', says: 'suspends', of: 'any' },
  resumes: { words: 'resumes', says: 'resumes what it suspended:', of: 'any' },
  'withdraws-from': { words: 'withdraws from', says: 'withdraws from', of: 'any' },
  proposes: { words: 'proposes', says: 'offers', of: 'offered' },
  accepts: { words: 'accepts', says: 'accepts the offer of', of: 'offered' },
  rejects: { words: 'rejects', says: 'refuses the offer of', of: 'offered' },
  acknowledges: { words: 'acknowledges', says: 'says it has seen the offer of', of: 'offered' },
  'takes-back': { words: 'withdraws', says: 'takes back its offer of', of: 'offered' },
  reads: { words: 'accepts', says: 'takes a reading of disputed words', of: 'reading' },
};

/** When a state held or an event happened, with the words between the days. */
export const times = {
  on: 'on one day',
  from: 'from a day through a day',
  onward: 'from a day on, with no end known',
  since: 'since some day, and still so on another',
  between: 'at some time between two days',
  by: 'on that day or earlier',
} as const;
export type Time = keyof typeof times;

/** The times that a sentence can have. */
export function timesOf(what: What, persists: boolean): Time[] {
  switch (what) {
    case 'state':
      return persists ? ['on', 'from', 'onward', 'since', 'between'] : ['on', 'from', 'since', 'between'];
    case 'absence':
    case 'total':
      return ['on', 'from'];
    case 'event':
    case 'missing':
    case 'end':
      return ['on', 'between', 'by'];
    default:
      return [];
  }
}

export function hasTwoDays(time: string): boolean {
  return time === 'from' || time === 'since' || time === 'between';
}

/** A sentence, where each field stands in it (in UTF-16 units), and the fields without which it cannot be judged. */
export interface Built { text: string; stretches: { field: string; from: number; to: number }[]; missing: string[] }

/** Stands for what is not chosen yet. */
const gap = '…';

/** @param name The name of the report. */
export function build(fields: Fields, name: string): Built {
  const what = (fields['what'] ?? 'state') as What;
  const writer = new Writer(fields);
  if (what === 'position' || what === 'contest') {
    writer.plain('position').field('holder');
    declared(writer, what);
    writer.line(2);
    // What another says of it is kept beside it and proves nothing; the form says so.
    writer.plain('by').field(fields['by'] ? 'by' : 'holder');
    // A position is known from the day it was made, unless it was said later.
    writer.plain('said').field(fields['said'] ? 'said' : 'day1');
  } else {
    writer.plain('report').plain(name).line(2);
    content(writer, what);
    writer.line(2).plain('by').field('by').optional('said', 'said');
  }

  writer.plain('grade').field('grade').line(2).plain('source').field('source', quoted);
  return writer.end();
}

function declared(writer: Writer, what: What) {
  if (what === 'contest') {
    writer.field('verb').plain('report').field('report').optional('its', 'part');
  } else {
    const verb = verbs[writer.value('verb')];
    writer.field('verb', () => verb?.words ?? gap);
    if (verb?.of === 'reading') {
      writer.plain('reading').field('reading').plain('of').field('dispute');
    } else if (writer.value('clause') === 'agreement') {
      writer.field('clause');
    } else {
      writer.plain('clause').field('clause').optional('in', 'place');
    }

    if (writer.value('verb') === 'proposes') {
      writer.optional('to', 'to');
    }
  }

  writer.plain('on').field('day1');
}

function content(writer: Writer, what: What) {
  switch (what) {
    case 'state':
      thing(writer);
      writer.field('state');
      amount(writer);
      writer.plain('in').field('place');
      break;
    case 'absence':
      writer.plain('no');
      thing(writer);
      writer.field('state').plain('in').field('place');
      break;
    case 'total':
      writer.plain('total').field('amount', number);
      thing(writer);
      writer.field('state').plain('in').field('place');
      break;
    case 'event':
    case 'missing':
      writer.field('event').plain('by').field('eventBy');
      if (what === 'missing') {
        writer.plain('to').field('eventTo').plain('not received');
      } else {
        writer.optional('to', 'eventTo');
      }

      if (writer.value('thing').length > 0) {
        writer.plain('of');
        if (what === 'event') {
          amount(writer);
        }

        thing(writer);
      }

      writer.optional('in', 'place');
      break;
    case 'end':
      writer.plain('end of').field('report');
      break;
    case 'retraction':
      writer.plain('corrects').field('report').plain('did not occur');
      return;
    default:
      return;
  }

  time(writer);
  if (what === 'event') {
    writer.optional('for', 'for');
  }
}

function thing(writer: Writer) {
  writer.field('thing').optional('as', 'item');
  const given = writer.attributes();
  given.forEach((field, index) => {
    writer.plain(index === 0 ? 'with' : ',', index > 0).plain(field.slice('with:'.length)).field(field);
  });
}

function amount(writer: Writer) {
  if (writer.value('amount').length > 0) {
    writer.field('amount', number);
    if (writer.value('amountForm') === 'or more') {
      writer.field('amountForm');
    }
  }
}

function time(writer: Writer) {
  switch (writer.value('time') as Time) {
    case 'from':
      writer.plain('from').field('day1').plain('to').field('day2');
      break;
    case 'onward':
      writer.plain('from').field('day1').plain('onward');
      break;
    case 'since':
      writer.plain('since').field('day1').plain('still on').field('day2');
      break;
    case 'between':
      writer.plain('on between').field('day1').plain('and').field('day2');
      break;
    case 'by':
      writer.plain('on by').field('day1');
      break;
    default:
      writer.plain('on').field('day1');
  }
}

/** Writes words one after the other and notes where each field stands. */
class Writer {
  private text = '';
  private readonly stretches: Built['stretches'] = [];
  private readonly missing: string[] = [];

  constructor(private readonly fields: Fields) {}

  value(field: string): string {
    return (this.fields[field] ?? '').trim();
  }

  /** The attributes of the thing that are said, in the order of the fields. */
  attributes(): string[] {
    return Object.keys(this.fields).filter(field => field.startsWith('with:') && this.value(field).length > 0);
  }

  plain(word: string, joined = false): this {
    this.text += this.text.length === 0 || joined || this.text.endsWith('\n  ') ? word : ` ${word}`;
    return this;
  }

  line(indent: number): this {
    this.text += `\n${' '.repeat(indent)}`;
    return this;
  }

  /** A field that must be there. */
  field(name: string, write: (value: string) => string = value => value): this {
    const value = this.value(name);
    this.plain('');
    const from = this.text.length;
    if (value.length === 0) {
      this.missing.push(name);
      this.text += gap;
    } else {
      this.text += write(value);
    }

    this.stretches.push({ field: name, from, to: this.text.length });
    return this;
  }

  /** A word and a field, if that is filled in. */
  optional(word: string, field: string): this {
    return this.value(field).length > 0 ? this.plain(word).field(field) : this;
  }

  end(): Built {
    return { text: `${this.text}.`, stretches: this.stretches, missing: [...new Set(this.missing)] };
  }
}

/** A text as a title of the language: in quotes, on one line. */
export function quoted(text: string): string {
  return `"${text.replace(/\s+/g, ' ').replace(/[\\"]/g, character => `\\${character}`)}"`;
}

/** Digits as the language groups them; anything else as it was put in, for the server to judge. */
function number(text: string): string {
  return /^\d{4,28}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, ',') : text;
}

/** A name for a supposed report that nothing on file has, and none of the sentences that are supposed already. */
export function freeName(taken: (name: string) => boolean, sentences: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = `supposed-${number}`;
    if (!taken(name) && !sentences.some(sentence => new RegExp(`\\b${name}(?![\\w-])`).test(sentence))) {
      return name;
    }
  }
}

/** The field that a place of the sentence belongs to. */
export function fieldAt(built: Built, offset: number): string | undefined {
  return built.stretches.find(stretch => stretch.from <= offset && offset < Math.max(stretch.to, stretch.from + 1))?.field;
}
