/** Days as whole numbers, counted from 1 January 1970, so that a step of a slider is an addition. */
export function numberOf(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
}

export function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The same day of the month some months later or earlier; the last of that month where it has no such day. */
export function monthsAfter(day: number, months: number): number {
  const from = new Date(day * 86_400_000);
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const length = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
  return Math.round(first / 86_400_000) + Math.min(from.getUTCDate(), length) - 1;
}

/** Some days, half-open: from the first up to and without `before`. */
export interface Days { from: number; before: number }

/** Where a day begins, in parts of a hundred of the width of some days. */
export function partOf(day: number, days: Days): number {
  return (100 * (day - days.from)) / Math.max(1, days.before - days.from);
}

/** The same for an attribute of SVG. */
export function percent(day: number, days: Days): string {
  return `${round(partOf(day, days))}%`;
}

/** The years that begin within some days, at most so many: each year, or every second, fifth, tenth … */
export function yearsOf(days: Days, most: number): { year: number; day: number }[] {
  const first = yearOf(days.from), last = yearOf(days.before - 1);
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000].find(size => (last - first) / size <= most) ?? 2000;
  const years: { year: number; day: number }[] = [];
  for (let year = Math.ceil((first + 1) / step) * step; year <= last; year += step) {
    years.push({ year, day: numberOf(`${String(year).padStart(4, '0')}-01-01`) });
  }

  return years;
}

/** The days at which ticks are drawn: of those that would stand closer than one per part, only the first of each. */
export function ticksOf(days: readonly number[], within: Days, parts: number): number[] {
  const ticks: number[] = [];
  let last = -1;
  for (const day of days) {
    if (day < within.from || day >= within.before) {
      continue;
    }

    const part = Math.floor(((day - within.from) * parts) / Math.max(1, within.before - within.from));
    if (part !== last) {
      ticks.push(day);
      last = part;
    }
  }

  return ticks;
}

/** The last of sorted days before a day. */
export function previousOf(days: readonly number[], day: number): number | undefined {
  const at = firstFrom(days, day);
  return at > 0 ? days[at - 1] : undefined;
}

/** The first of sorted days after a day. */
export function nextOf(days: readonly number[], day: number): number | undefined {
  return days[firstFrom(days, day + 1)];
}

/** How many of sorted days lie before a day. */
export function firstFrom(days: readonly number[], day: number): number {
  let low = 0, high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }

  return low;
}

/** Sorted, each once. */
export function sortedDays(days: Iterable<number>): number[] {
  return [...new Set(days)].sort((one, other) => one - other);
}

export function round(number: number): number {
  return Math.round(number * 100) / 100;
}

function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}
