import type {Cell, CellMark, FileLimits, FileRow} from './file-content.ts';
import {refuse} from './refusal.ts';

/** Where a cell is, both from 1. */
export interface Reference {
  readonly row: number;
  readonly column: number;
}

/** Cells from one corner to the other. */
export interface Range {
  readonly from: Reference;
  readonly to: Reference;
}

/** What a cell holds. */
export interface Content {
  readonly cell: Cell;
  readonly shown?: string | undefined;
  readonly mark?: CellMark | undefined;
}

/** The most rows that a sheet can have. */
export const ROWS = 1_048_576;
/** The most columns that a sheet can have. */
export const COLUMNS = 16_384;

/** Reads `B12`. Throws a `Refusal` where that is no cell. */
export function readReference(text: string): Reference {
  let column = 0;
  let at = 0;
  for (; at < text.length; at++) {
    const letter = (text.charCodeAt(at) | 32) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const row = numberFrom(text, at);
  const isCell = at > 0 && at <= 3 && column <= COLUMNS && row >= 1 && row <= ROWS;
  return isCell ? {row, column} : refuse('damaged');
}

/** Reads the number of a row. Throws a `Refusal` where there can be none. */
export function readRowNumber(text: string): number {
  const row = numberFrom(text, 0);
  return row >= 1 && row <= ROWS ? row : refuse('damaged');
}

/** The number that a text ends in; 0 where it is none, or too long. */
function numberFrom(text: string, start: number): number {
  if (text.length - start > 7) return 0;
  let number = 0;
  for (let at = start; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return 0;
    number = number * 10 + digit;
  }
  return number;
}

class Row {
  readonly number: number;
  readonly cells: Cell[] = [];
  // Most rows have neither.
  #marks: Map<number, CellMark> | undefined;
  #shown: Map<number, string> | undefined;

  constructor(number: number) {
    this.number = number;
  }

  mark(index: number, mark: CellMark): void {
    (this.#marks ??= new Map()).set(index, mark);
  }

  show(index: number, shown: string): void {
    (this.#shown ??= new Map()).set(index, shown);
  }

  toFileRow(): FileRow {
    const {number, cells} = this;
    const [marks, shown] = [this.#marks, this.#shown];
    if (!marks && !shown) return {number, cells};
    return {number, cells, ...(marks && {marks}), ...(shown && {shown})};
  }
}

/** Gathers the cells of a sheet that hold something, in whatever order they come. Throws a `Refusal` above its limits. */
export class SheetRows {
  readonly #limits: FileLimits;
  readonly #rows = new Map<number, Row>();
  /** The row of the last cell, which mostly is that of the next one. */
  #last: Row | undefined;
  #characters = 0;

  constructor(limits: FileLimits) {
    this.#limits = limits;
  }

  /** Whether there is no row yet. */
  get isEmpty(): boolean {
    return this.#rows.size === 0;
  }

  /** Takes a cell with something in it. */
  put({row: number, column}: Reference, {cell, shown, mark}: Content): void {
    const {columns, cell: longest, inflated} = this.#limits;
    if (column > columns) refuse({code: 'too-many-columns', limit: columns});
    if (typeof cell === 'string') {
      if (cell.length > longest) refuse({code: 'cell-too-long', limit: longest, row: number, column});
      // A text that many cells share is in the file but once.
      this.#characters += cell.length;
      if (this.#characters > inflated) refuse({code: 'inflates', limit: inflated});
    }
    const row = this.#row(number);
    const index = column - 1;
    while (row.cells.length < index) row.cells.push('');
    if ((row.cells[index] ?? '') !== '') refuse('damaged');
    row.cells[index] = cell;
    if (mark) row.mark(index, mark);
    if (shown !== undefined) row.show(index, shown);
  }

  /** The rows in their order, with what is merged marked. */
  finish(merged: readonly Range[]): FileRow[] {
    const rows = [...this.#rows.values()].toSorted((a, b) => a.number - b.number);
    // Ranges never lie upon each other: together they have no more cells than there are.
    let left = rows.length * this.#limits.columns;
    for (const {from, to} of merged) {
      const last = Math.min(to.column, this.#limits.columns);
      const width = Math.max(0, last - from.column + 1);
      for (let at = firstFrom(rows, from.row); width > 0 && at < rows.length; at++) {
        const row = rows[at];
        if (!row || row.number > to.row) break;
        if ((left -= width) < 0) refuse('unsafe');
        for (let column = from.column; column <= last; column++) row.mark(column - 1, 'merged');
      }
    }
    return rows.map((row) => row.toFileRow());
  }

  #row(number: number): Row {
    if (this.#last?.number === number) return this.#last;
    const known = this.#rows.get(number);
    if (known) return (this.#last = known);
    // One more for the names of the columns.
    if (this.#rows.size > this.#limits.rows) refuse({code: 'too-many-rows', limit: this.#limits.rows});
    const row = new Row(number);
    this.#rows.set(number, row);
    return (this.#last = row);
  }
}

/** Index of the first row with this number or a higher one. */
function firstFrom(rows: readonly Row[], number: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
