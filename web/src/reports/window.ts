/**
 * The heights of very many rows, some measured and some guessed, and where each row begins. A tree of partial sums (Fenwick's), so that a row that
 * is measured changes all places below it in a few steps.
 */
export class Heights {
  private readonly own: Float64Array;
  private readonly sums: Float64Array;

  constructor(guesses: ArrayLike<number>) {
    this.own = Float64Array.from(guesses);
    this.sums = new Float64Array(this.own.length + 1);
    this.sums.set(this.own, 1);
    for (let at = 1; at < this.sums.length; at++) {
      const parent = at + (at & -at);
      if (parent < this.sums.length) {
        this.sums[parent]! += this.sums[at]!;
      }
    }
  }

  get count(): number {
    return this.own.length;
  }

  /** The height of all rows together. */
  get total(): number {
    return this.top(this.own.length);
  }

  of(index: number): number {
    return this.own[index] ?? 0;
  }

  /** Where a row begins; the end of the last for `index` = count. */
  top(index: number): number {
    let sum = 0;
    for (let at = Math.min(index, this.own.length); at > 0; at -= at & -at) {
      sum += this.sums[at]!;
    }

    return sum;
  }

  /** Says how high a row is. Answers by how much it differs from what was known. */
  set(index: number, height: number): number {
    const difference = height - this.own[index]!;
    if (difference !== 0) {
      this.own[index] = height;
      for (let at = index + 1; at < this.sums.length; at += at & -at) {
        this.sums[at]! += difference;
      }
    }

    return difference;
  }

  /** The row that holds this place; the first or last when it lies outside. -1 when there are no rows. */
  at(place: number): number {
    let [index, left] = [0, place];
    for (let step = 1 << Math.floor(Math.log2(Math.max(1, this.own.length))); step > 0; step >>= 1) {
      if (index + step < this.sums.length && this.sums[index + step]! <= left) {
        index += step;
        left -= this.sums[index]!;
      }
    }

    return Math.min(Math.max(index, 0), this.own.length - 1);
  }
}

/** The rows from `first` up to, not including, `before` that lie between two places, with something to spare on either side. */
export function rowsBetween(heights: Heights, from: number, to: number, spare: number): { first: number; before: number } {
  return heights.count === 0 || to + spare < 0
    ? { first: 0, before: 0 }
    : { first: heights.at(Math.max(0, from - spare)), before: heights.at(to + spare) + 1 };
}
