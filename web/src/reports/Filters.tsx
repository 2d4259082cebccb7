import { useEffect, useId, useState } from 'preact/hooks';
import { keep } from '../address';
import { day } from '../parts/calendar';
import { capital } from '../parts/names';
import { DayInput } from './DayInput';
import { orders, type Choice, type Filter, type Order, type Shelf } from './list';
import { gradeWords, kindWords } from './words';

/** The parts of the address that are the list's. */
export const filterNames = ['q', 'by', 'grade', 'place', 'kind', 'contested', 'since', 'until'] as const;

export function filterOf(own: Record<string, string>): Filter {
  const contested = own['contested'];
  return {
    words: own['q'] ?? '',
    by: own['by'] ?? '',
    grade: own['grade'] ?? '',
    place: own['place'] ?? '',
    kind: own['kind'] ?? '',
    contested: contested === 'yes' || contested === 'no' ? contested : '',
    since: own['since'] ?? '',
    until: own['until'] ?? '',
  };
}

export function orderOf(own: Record<string, string>): Order {
  return own['order'] === 'day' || own['order'] === 'name' ? own['order'] : 'newest';
}

export function unfiltered(): Record<string, string> {
  return Object.fromEntries(filterNames.map(name => [name, '']));
}

/** What is looked for, in words; empty when all is. */
export function filterWords(filter: Filter, shelf: Shelf): string[] {
  return [
    filter.words && `with the words “${filter.words}”`,
    filter.by && `by ${shelf.partyTitle(filter.by)}`,
    filter.grade && gradeWords(filter.grade),
    filter.place && `in ${shelf.placeTitle(filter.place)}`,
    filter.kind && `saying: ${kindWords(filter.kind)}`,
    filter.contested && (filter.contested === 'yes' ? 'contested' : 'not contested'),
    filter.since && `said on ${day(filter.since)} or later`,
    filter.until && `said on ${day(filter.until)} or earlier`,
  ].filter(part => part.length > 0);
}

/** What is looked for and in which order. All of it stands in the address. */
export function Filters({ shelf, filter, order, onWords }: { shelf: Shelf; filter: Filter; order: Order; onWords: (words: string) => void }) {
  const id = useId();
  const chosen = filterNames.filter(name => name !== 'q' && filter[name as keyof Filter] !== '').length;
  return (
    <search class="filters">
      <div class="first">
        <div class="field words">
          <label for={`${id}-q`}>Search all words</label>
          <input id={`${id}-q`} type="search" value={filter.words} placeholder="name, text, place, source …" autocomplete="off" spellcheck={false} onInput={event => onWords(event.currentTarget.value)} />
        </div>
        <div class="field">
          <label for={`${id}-order`}>Order</label>
          <select id={`${id}-order`} value={order} onChange={event => keep({ order: event.currentTarget.value === 'newest' ? '' : event.currentTarget.value }, 'replace')}>
            {Object.entries(orders).map(([value, says]) => <option key={value} value={value}>{says}</option>)}
          </select>
        </div>
      </div>
      <More chosen={chosen}>
        <Choose label="By whom" name="by" value={filter.by} any="anybody" choices={shelf.choices('by', shelf.partyTitle)} />
        <Choose label="How we have it" name="grade" value={filter.grade} any="in any way" choices={shelf.choices('grade', gradeWords)} />
        <Choose label="In this place" name="place" value={filter.place} any="anywhere" choices={shelf.choices('place', shelf.placeTitle)} />
        <Choose label="What it says" name="kind" value={filter.kind} any="anything" choices={shelf.choices('kind', kindWords)} />
        <div class="field">
          <label for={`${id}-contested`}>Contested</label>
          <select id={`${id}-contested`} value={filter.contested} onChange={event => keep({ contested: event.currentTarget.value }, 'replace')}>
            <option value="">or not</option>
            <option value="yes">by somebody</option>
            <option value="no">by nobody</option>
          </select>
        </div>
        <DayInput label="Said from" value={filter.since} onDay={since => keep({ since }, 'replace')} />
        <DayInput label="Said through" value={filter.until} onDay={until => keep({ until }, 'replace')} />
      </More>
    </search>
  );
}

/** On a narrow screen the filters are folded away, and how many are set is told. */
function More({ chosen, children }: { chosen: number; children: preact.ComponentChildren }) {
  const [isOpen, setOpen] = useState(() => !isNarrow());
  useEffect(() => {
    const query = matchMedia('(max-width: 46rem)');
    const turned = () => setOpen(!query.matches);
    query.addEventListener('change', turned);
    return () => query.removeEventListener('change', turned);
  }, []);
  return (
    <details class="more" open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>Filters{chosen > 0 && ` (${chosen} set)`}</summary>
      <div class="row">{children}</div>
    </details>
  );
}

function isNarrow(): boolean {
  return matchMedia('(max-width: 46rem)').matches;
}

function Choose({ label, name, value, any, choices }: { label: string; name: string; value: string; any: string; choices: readonly Choice[] }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={event => keep({ [name]: event.currentTarget.value }, 'replace')}>
        <option value="">{any}</option>
        {value.length > 0 && !choices.some(choice => choice.value === value) && <option value={value}>{value} (none on file)</option>}
        {choices.map(choice => <option key={choice.value} value={choice.value}>{capital(choice.title)} ({choice.count.toLocaleString('en')})</option>)}
      </select>
    </div>
  );
}
