import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { day, faultOf, shortDay } from './calendar';

export { day, shortDay } from './calendar';

/** A day in words, with its ISO form for machines. */
export function Day({ of, short }: { of: string; short?: boolean | undefined }) {
  return <time dateTime={of}>{short === true ? shortDay(of) : day(of)}</time>;
}

/** A day to put in: the browser's own field, and below it the day in words, since browsers write days in the order of their country. */
export function DayField({ label, value, first, last, note, onDay }: {
  label: string;
  value: string;
  first: string;
  last: string;
  /** Said after the day in words. */
  note?: string | undefined;
  onDay: (day: string) => void;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const fault = typed === value ? undefined : faultOf(typed, first, last);

  return (
    <div class="field day-field">
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="date"
        value={value}
        min={first}
        max={last}
        aria-describedby={`${id}-says`}
        aria-invalid={fault !== undefined}
        onInput={event => {
          const put = event.currentTarget.value;
          setTyped(put);
          // While a year is typed its first digits are a day, too: of the first century. Only a day that can be asked about goes out.
          if (put !== value && faultOf(put, first, last) === undefined) {
            onDay(put);
          }
        }}
        onBlur={() => {
          if (field.current && fault === undefined) {
            field.current.value = value;
          }
        }}
      />
      <span id={`${id}-says`} class={fault === undefined ? 'says' : 'says fault'}>{fault ?? <>{day(value)}{note !== undefined && `, ${note}`}</>}</span>
    </div>
  );
}
