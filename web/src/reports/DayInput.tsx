import { useEffect, useId, useState } from 'preact/hooks';
import { day, isDay } from '../parts/calendar';

/** A day that may be left out. The browser's own field; below it the day in words, since browsers write days in the order of their country. */
export function DayInput({ label, value, note, fault, onDay }: {
  label: string;
  value: string;
  /** Said when no day is put in. */
  note?: string | undefined;
  fault?: string | undefined;
  /** Empty when the day is taken out. */
  onDay: (day: string) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  // While a year is typed its first digits are a day, too; a language of treaties has no use for days of the first centuries.
  const isTold = typed === '' || (isDay(typed) && typed >= '1000-01-01');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        max="9998-12-31"
        value={value}
        aria-describedby={`${id}-says`}
        aria-invalid={fault !== undefined}
        onInput={event => {
          const put = event.currentTarget.value;
          setTyped(put);
          if (put !== value && (put === '' || (isDay(put) && put >= '1000-01-01')) && !(put === '' && event.currentTarget.validity.badInput)) {
            onDay(put);
          }
        }}
      />
      <span id={`${id}-says`} class={fault === undefined ? 'says' : 'says fault'}>{fault ?? (value === '' ? note ?? '' : isTold ? day(value) : '')}</span>
    </div>
  );
}
