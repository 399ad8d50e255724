/**
 * Where the rows of a long list are, when each has one of two heights: most are low, some are tall. Nothing is kept of a low
 * row, so that a hundred thousand of them cost nothing.
 */
export class RowHeights {
  #count = 0;
  /** Indexes of the tall rows, ascending. */
  #tall: readonly number[] = [];
  #low = 36;
  #more = 28;

  /** The height of all rows, in px. */
  get total(): number {
    return this.top(this.#count);
  }

  /** Sets how many rows there are, and which are tall: ascending indexes. */
  update(count: number, tall: readonly number[]): void {
    this.#count = count;
    this.#tall = tall;
  }

  /** Sets the height of a low row and how much higher a tall one is, in px. Says whether that is new. */
  measure(low: number, more: number): boolean {
    if (low <= 0 || (low === this.#low && more === this.#more)) return false;
    this.#low = low;
    this.#more = more;
    return true;
  }

  /** Distance of a row from the top of the first, in px. */
  top(index: number): number {
    return index * this.#low + this.#tallBefore(index) * this.#more;
  }

  /** The row at a distance from the top; the nearest one where there is none. */
  at(y: number): number {
    let low = 0;
    let high = Math.max(this.#count - 1, 0);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.top(middle) <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #tallBefore(index: number): number {
    let low = 0;
    let high = this.#tall.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tall[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
