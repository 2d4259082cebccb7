import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { AgreementDocument, AttributeEntry } from '../documents';
import { capital } from '../parts/names';
import { DayInput } from './DayInput';
import type { Shelf } from './list';
import { hasTwoDays, times, timesOf, verbs, whats, type Fields, type What } from './sentence';
import { attributesOf, persists, possible } from './supposing';
import { gradeWords } from './words';

interface Option { value: string; title: string }
interface Group { title: string; options: Option[] }

interface Form {
  fields: Fields;
  agreement: AgreementDocument;
  shelf: Shelf;
  faults: (field: string) => ComponentChildren;
  onChange: (change: Record<string, string>) => void;
}

/** The fields of one sentence. Only what the agreement has can be chosen. */
export function SupposeForm(form: Form) {
  const what = (form.fields['what'] ?? 'state') as What;
  const isStance = what === 'position' || what === 'contest';
  return (
    <form class="form" onSubmit={event => event.preventDefault()} aria-label="What is supposed">
      <fieldset>
        <legend>What</legend>
        <div class="row">
          <Choose form={form} name="what" label="Suppose that" options={possible(form.agreement, form.shelf.onFile > 0).map(value => ({ value, title: whats[value] }))} />
          <Content form={form} what={what} />
        </div>
      </fieldset>
      {what !== 'retraction' && (
        <fieldset>
          <legend>When</legend>
          <div class="row"><When form={form} what={what} /></div>
        </fieldset>
      )}
      <fieldset>
        <legend>Who says so</legend>
        <div class="row">
          <Choose form={form} name="by" label="By whom" groups={partiesOf(form.agreement)} none={isStance ? 'the party itself' : undefined} />
          <Choose form={form} name="grade" label="How we have it" options={['inspection', 'official', 'own statement', 'press', 'recalled'].map(value => ({ value, title: gradeWords(value) }))} />
          <Day form={form} name="said" label="Said on" note={isStance ? 'the day of the position' : 'some day up to the last on file'} />
          <Text form={form} name="source" label="Source" wide />
        </div>
        {isStance && (form.fields['by'] ?? '') !== '' && form.fields['by'] !== form.fields['holder'] && (
          <p class="note">Only a party’s own word proves its position. What another says of it would be kept beside it and prove nothing.</p>
        )}
      </fieldset>
    </form>
  );
}

function Content({ form, what }: { form: Form; what: What }) {
  const words = form.agreement.vocabulary;
  switch (what) {
    case 'state':
    case 'absence':
    case 'total':
      return (
        <>
          {what === 'total' && <Amount form={form} what={what} />}
          <Thing form={form} />
          <Choose form={form} name="state" label="How it was" options={words?.states ?? []} named />
          {what === 'state' && <Amount form={form} what={what} />}
          <Place form={form} label="Where" />
        </>
      );
    case 'event':
    case 'missing':
      return (
        <>
          <Choose form={form} name="event" label="What was done" options={words?.events ?? []} named />
          <Choose form={form} name="eventBy" label="Who did it" groups={partiesOf(form.agreement)} />
          <Choose form={form} name="eventTo" label={what === 'missing' ? 'Who did not receive it' : 'To whom'} groups={partiesOf(form.agreement)} none={what === 'missing' ? undefined : 'nobody in particular'} />
          <Thing form={form} none="nothing in particular" />
          {what === 'event' && (form.fields['thing'] ?? '') !== '' && <Amount form={form} what={what} />}
          <Place form={form} label="Where" none="not said" />
          {what === 'event' && <Named form={form} name="for" label="In answer to the report (if any)" fits={kind => kind === 'event'} />}
        </>
      );
    case 'position':
      return <Declared form={form} />;
    case 'contest':
      return (
        <>
          <Choose form={form} name="holder" label="Who contests" groups={partiesOf(form.agreement)} />
          <Choose form={form} name="verb" label="How" options={[{ value: 'denies', title: 'denies' }, { value: 'doubts', title: 'doubts' }]} />
          <Named form={form} name="report" label="Which report" />
          <Part form={form} />
        </>
      );
    case 'end':
      return <Named form={form} name="report" label="Which report" fits={kind => kind === 'state'} />;
    case 'retraction':
      return <Named form={form} name="report" label="Which report" />;
  }
}

function Declared({ form }: { form: Form }) {
  const { agreement, fields } = form;
  const verb = verbs[fields['verb'] ?? ''];
  const clauses = (agreement.clauses ?? []).filter(clause => verb?.of !== 'offered' || clause.offer).map(clause => ({ value: clause.id, title: `Clause ${clause.id}: ${clause.title}` }));
  const disputes = agreement.disputes ?? [];
  const hasOffers = (agreement.clauses ?? []).some(clause => clause.offer);
  const options = Object.entries(verbs).filter(([, { of }]) => (of === 'reading' ? disputes.length > 0 : of !== 'offered' || hasOffers)).map(([value, { says }]) => ({ value, title: says }));
  return (
    <>
      <Choose form={form} name="holder" label="Which party" groups={partiesOf(agreement)} />
      <Choose form={form} name="verb" label="Declares that it" options={options} />
      {verb?.of === 'reading'
        ? (
          <>
            <Choose form={form} name="dispute" label="Which dispute" options={disputes.map(one => ({ value: one.name, title: one.title }))} />
            <Choose form={form} name="reading" label="Which reading" options={(disputes.find(one => one.name === fields['dispute'])?.readings ?? []).map(one => ({ value: one.name, title: one.title }))} />
          </>
        )
        : (
          <>
            <Choose form={form} name="clause" label="What" options={[...(verb?.of === 'any' ? [{ value: 'agreement', title: 'the whole agreement' }] : []), ...clauses]} />
            {fields['clause'] !== 'agreement' && <Place form={form} label="In one place only" none="everywhere" />}
            {fields['verb'] === 'proposes' && <Choose form={form} name="to" label="To whom" groups={partiesOf(agreement)} none="all to whom the text offers it" />}
          </>
        )}
    </>
  );
}

function Thing({ form, none }: { form: Form; none?: string }) {
  const words = form.agreement.vocabulary;
  const thing = form.fields['thing'] ?? '';
  const groups = (words?.kinds ?? []).map(kind => ({
    title: kind.title,
    options: [
      { value: kind.name, title: `${capital(kind.title)} (of whatever model)` },
      ...(words?.models ?? []).filter(model => model.kind === kind.name).map(model => ({ value: model.name, title: model.title })),
    ],
  }));
  const attributes = attributesOf(form.agreement, thing);
  // Whose it is decides what follows, so it is asked first.
  const first = attributes.filter(attribute => attribute.type === 'party' && whose[attribute.name] !== undefined).sort((one, other) => one.name === 'operator' ? -1 : other.name === 'operator' ? 1 : 0);
  const others = attributes.filter(attribute => !first.includes(attribute));
  // What is said to be nowhere is nobody's, so only of what was there it matters whose it was.
  const warns = form.fields['what'] === 'state' || form.fields['what'] === 'total' || form.fields['what'] === 'event';
  return (
    <>
      <Choose form={form} name="thing" label="Which thing" groups={groups} none={none} />
      {thing !== '' && first.map(attribute => {
        const { label, unsaid } = whose[attribute.name]!;
        return <Attribute key={attribute.name} form={form} attribute={attribute} label={label} warning={warns ? unsaid(anybody(form.agreement)) : undefined} />;
      })}
      {thing !== '' && (
        <details class="others" open={others.some(attribute => (form.fields[`with:${attribute.name}`] ?? '') !== '') || undefined}>
          <summary>More about the thing</summary>
          <div class="row">
            {(form.fields['what'] === 'state' || form.fields['what'] === 'event') && <Text form={form} name="item" label="Known as" />}
            {others.map(attribute => <Attribute key={attribute.name} form={form} attribute={attribute} label={capital(attribute.name)} />)}
          </div>
        </details>
      )}
    </>
  );
}

/** The roles that tell whose a thing is, and what leaving one out means. */
const whose: Readonly<Record<string, { label: string; unsaid: (anybody: string) => string }>> = {
  operator: { label: 'Operated by', unsaid: anybody => `Not said: anybody could then operate it, also ${anybody}.` },
  owner: { label: 'Owned by', unsaid: anybody => `Not said: it could then be anybody’s, also that of ${anybody}.` },
};

function anybody({ parties }: AgreementDocument): string {
  const titles = (parties ?? []).filter(party => party.between).map(party => party.title);
  return [...(titles.length > 3 ? [...titles.slice(0, 2), 'another party'] : titles)].join(', ').replace(/, ([^,]*)$/, ' or $1');
}

function Attribute({ form, attribute: { name, type, choices }, label, warning }: { form: Form; attribute: AttributeEntry; label: string; warning?: string | undefined }) {
  const field = `with:${name}`;
  switch (type) {
    case 'party':
      return <Choose form={form} name={field} label={label} groups={partiesOf(form.agreement)} none="not said" warning={warning} />;
    case 'yes or no':
      return <Choose form={form} name={field} label={label} options={['yes', 'no'].map(value => ({ value, title: value }))} none="not said" />;
    case 'one of':
      return <Choose form={form} name={field} label={label} options={(choices ?? []).map(value => ({ value, title: value }))} none="not said" />;
    default:
      return <Text form={form} name={field} label={`${label} (${type === 'length' ? 'as “500 km”' : 'a number'})`} />;
  }
}

function Amount({ form, what }: { form: Form; what: What }) {
  return (
    <>
      <Text form={form} name="amount" label={what === 'total' ? 'How many' : 'How many (if it is said)'} numeric />
      {what === 'state' && (form.fields['amount'] ?? '') !== '' && <Choose form={form} name="amountForm" label="And" options={[{ value: 'or more', title: 'or more' }]} none="the number that is reported" />}
    </>
  );
}

function When({ form, what }: { form: Form; what: What }) {
  if (what === 'position' || what === 'contest') {
    return <Day form={form} name="day1" label="Declared on" />;
  }

  const time = form.fields['time'] ?? 'on';
  const isTwo = hasTwoDays(time);
  return (
    <>
      <Choose form={form} name="time" label="How it is dated" options={timesOf(what, persists(form.agreement, form.fields['state'])).map(value => ({ value, title: times[value] }))} />
      <Day form={form} name="day1" label={isTwo || time === 'onward' ? 'From' : time === 'by' ? 'On or before' : 'On'} />
      {isTwo && <Day form={form} name="day2" label={time === 'since' ? 'Still so on' : 'Through'} />}
    </>
  );
}

function Part({ form }: { form: Form }) {
  const report = form.shelf.find(form.fields['report'] ?? '')?.report;
  const named = ['date', 'place', 'number', 'class'].map(value => ({ value, title: `its ${value === 'class' ? 'class: what sort of thing it was' : value}` }));
  const words = form.agreement.vocabulary;
  const thing = /^\s*report\s+\S+\s+(?:no\s+|total\s+[\d,]+(?:\s+to\s+[\d,]+)?\s+)?([\w-]+)/.exec(report?.sentence ?? '')?.[1];
  const attributes = [...words?.kinds ?? [], ...words?.models ?? []].some(one => one.name === thing) ? attributesOf(form.agreement, thing) : [];
  return <Choose form={form} name="part" label="Which part of it" options={[...named, ...attributes.map(one => ({ value: one.name, title: `its ${one.name}` }))]} none="that it happened at all" />;
}

function Place({ form, label, none }: { form: Form; label: string; none?: string }) {
  const places = form.agreement.places ?? [];
  const groups = [['site', 'Sites'], ['region', 'Regions'], ['theatre', 'Theatres']].map(([kind, title]) => ({
    title: title!,
    options: places.filter(place => place.kind === kind).map(place => ({ value: place.name, title: capital(place.title) })).sort((one, other) => one.title.localeCompare(other.title, 'en')),
  }));
  return <Choose form={form} name="place" label={label} groups={groups} none={none} />;
}

/** A report by its name. There may be very many, so those that fit what is typed are offered, a few at a time. */
function Named({ form, name, label, fits }: { form: Form; name: string; label: string; fits?: (kind: string) => boolean }) {
  const id = useId();
  const value = form.fields[name] ?? '';
  const offered = form.shelf.items.filter(item => item.report !== undefined && !item.supposed && (fits?.(item.kind) ?? true) && item.words.includes(value.toLowerCase())).slice(0, 40);
  const chosen = form.shelf.find(value);
  const fault = form.faults(name);
  return (
    <div class="field wide">
      <label for={id}>{label}</label>
      <input id={id} list={`${id}-list`} value={value} autocomplete="off" spellcheck={false} aria-describedby={`${id}-says`} aria-invalid={isFault(fault)} onInput={event => form.onChange({ [name]: event.currentTarget.value.trim() })} />
      <datalist id={`${id}-list`}>{offered.map(item => <option key={item.key} value={item.key}>{capital(item.says)}</option>)}</datalist>
      <div id={`${id}-says`} class="says">{chosen?.report !== undefined ? capital(chosen.says) : value === '' ? 'Type a few letters of its name or of what it says.' : ''}{fault}</div>
    </div>
  );
}

function Day({ form, name, label, note }: { form: Form; name: string; label: string; note?: string }) {
  const fault = form.faults(name);
  return <div class="with-fault"><DayInput label={label} value={form.fields[name] ?? ''} note={note} onDay={day => form.onChange({ [name]: day })} />{fault}</div>;
}

function Text({ form, name, label, wide, numeric }: { form: Form; name: string; label: string; wide?: boolean; numeric?: boolean }) {
  const id = useId();
  const fault = form.faults(name);
  return (
    <div class={wide === true ? 'field wide' : 'field'}>
      <label for={id}>{label}</label>
      <input id={id} value={form.fields[name] ?? ''} autocomplete="off" inputmode={numeric === true ? 'numeric' : 'text'} aria-describedby={`${id}-fault`} aria-invalid={isFault(fault)} onInput={event => form.onChange({ [name]: event.currentTarget.value })} />
      <div id={`${id}-fault`}>{fault}</div>
    </div>
  );
}

function Choose({ form, name, label, options, groups, none, named, warning }: {
  form: Form;
  name: string;
  label: string;
  options?: readonly (Option | { name: string; title: string })[];
  groups?: readonly Group[];
  /** What leaving it out means; without it something must be chosen. */
  none?: string | undefined;
  /** Options are names of the agreement. */
  named?: boolean;
  /** What leaving it out brings about. */
  warning?: string | undefined;
}) {
  const id = useId();
  const fault = form.faults(name);
  const value = form.fields[name] ?? '';
  const option = (one: Option | { name: string; title: string }) => {
    const key = 'value' in one ? one.value : one.name;
    return <option key={key} value={key}>{named === true && one.title === key ? key : one.title}</option>;
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} aria-describedby={`${id}-fault`} aria-invalid={isFault(fault)} onChange={event => form.onChange({ [name]: event.currentTarget.value })}>
        {none !== undefined ? <option value="">{none}</option> : value === '' && <option value="">choose …</option>}
        {options?.map(option)}
        {groups?.filter(group => group.options.length > 0).map(group => <optgroup key={group.title} label={group.title}>{group.options.map(option)}</optgroup>)}
      </select>
      <div id={`${id}-fault`}>{value === '' && warning !== undefined && <p class="warns">{warning}</p>}{fault}</div>
    </div>
  );
}

function isFault(fault: ComponentChildren): boolean {
  return Array.isArray(fault) && fault.length > 0;
}

function partiesOf({ parties }: AgreementDocument): Group[] {
  const options = (between: boolean) => (parties ?? []).filter(party => party.between === between).map(party => ({ value: party.name, title: capital(party.title) }));
  return [{ title: 'Parties to it', options: options(true) }, { title: 'Others', options: options(false) }];
}
