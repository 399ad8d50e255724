import {restore} from './neutralise.ts';
import {atOnce, type Stepwise} from './slices.ts';

/** How much is taken at once. */
export interface InputLimits {
  /** Bytes in UTF-8. */
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell, without an apostrophe that `neutralise` has put before it. */
  readonly cell: number;
}

/** The most that one paste may bring. A row of headers does not count. */
export const PASTE_LIMITS: InputLimits = {bytes: 1_000_000, rows: 5_000, columns: 50, cell: 1_000};

/** Why a text is not read at all. Rows and columns are counted from 1, as a spreadsheet shows them. */
export type DelimitedProblem =
  | {readonly code: 'too-large' | 'too-many-rows' | 'too-many-columns'; readonly limit: number}
  | {readonly code: 'cell-too-long'; readonly limit: number; readonly row: number; readonly column: number}
  | {readonly code: 'quote-unclosed'; readonly row: number};

/** Cells by row, or the one thing that keeps the text from being read. */
export type DelimitedResult =
  | {readonly rows: readonly (readonly string[])[]; readonly problem?: undefined}
  | {readonly rows?: undefined; readonly problem: DelimitedProblem};

/**
 * Takes a text apart as spreadsheets write it. A cell that begins with a quote ends with one, and may hold delimiters, line
 * breaks and doubled quotes; spaces behind it are none of it. Anywhere else a quote is an inch mark. Empty rows at the end are none.
 */
export function parseDelimited(text: string, delimiter: string, limits: InputLimits): DelimitedResult {
  return atOnce(parseStepwise(text, delimiter, limits));
}

/** As `parseDelimited`, in steps. */
export function* parseStepwise(
  text: string,
  delimiter: string,
  limits: InputLimits,
): Stepwise<DelimitedResult> {
  if (isLarger(text, limits.bytes)) return {problem: {code: 'too-large', limit: limits.bytes}};
  const filled = yield* parseFilledStepwise(text, delimiter, limits, (_, number) => number <= limits.rows);
  if (filled.problem) return filled;
  const rows: (readonly string[])[] = [];
  for (const {number, cells} of filled.rows) {
    // Empty rows count only where something follows them.
    while (rows.length < number - 1) rows.push([]);
    rows.push(cells);
  }
  return {rows};
}

/** A row with something in it, and its number among all rows, from 1. */
export interface FilledRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Rows with something in them, or the one thing that keeps the text from being read. */
export type FilledResult =
  | {readonly rows: readonly FilledRow[]; readonly problem?: undefined}
  | {readonly rows?: undefined; readonly problem: DelimitedProblem};

/** How many cells are read in a step. */
const STEP = 1_000;

/**
 * As `parseStepwise`, whatever the size of the text. `isTaken` says whether a row may still be read, by how many there are with
 * something in them, itself included, and by its number. `report` is told which share of the text has been read.
 */
export function* parseFilledStepwise(
  text: string,
  delimiter: string,
  limits: InputLimits,
  isTaken: (count: number, number: number) => boolean,
  report?: (share: number) => void,
): Stepwise<FilledResult> {
  const reader = new CellReader(text, delimiter, limits.cell);
  const rows: FilledRow[] = [];
  let left = STEP;
  for (let number = 1; !reader.isAtEnd; number++) {
    const cells: string[] = [];
    let width = 0;
    do {
      const cell = reader.next();
      width++;
      const problem = problemOf(cell, limits, number, width);
      if (problem) return {problem};
      if (cell !== undefined && width <= limits.columns) cells.push(cell);
      if (--left > 0) continue;
      left = STEP;
      report?.(reader.position / text.length);
      yield;
    } while (!reader.isRowDone);
    if (cells.every(isBlank)) continue;
    if (!isTaken(rows.length + 1, number)) return {problem: {code: 'too-many-rows', limit: limits.rows}};
    rows.push({number, cells});
  }
  return {rows};
}

/** How many cells the first rows with something in them have, up to a quote that is not closed. */
export function widthsOf(text: string, delimiter: string, rows: number, characters: number): number[] {
  const reader = new CellReader(text, delimiter, characters);
  const widths: number[] = [];
  while (!reader.isAtEnd && widths.length < rows && reader.position < characters) {
    let [width, isFilled] = [0, false];
    do {
      const cell = reader.next();
      if (cell === undefined) return widths;
      isFilled ||= !isBlank(cell);
      width++;
    } while (!reader.isRowDone && reader.position < characters);
    if (isFilled) widths.push(width);
  }
  return widths;
}

function problemOf(
  cell: string | undefined,
  {columns, cell: limit}: InputLimits,
  row: number,
  column: number,
): DelimitedProblem | undefined {
  if (cell === undefined) return {code: 'quote-unclosed', row};
  if (column > columns) return isBlank(cell) ? undefined : {code: 'too-many-columns', limit: columns};
  return restore(cell).length > limit ? {code: 'cell-too-long', limit, row, column} : undefined;
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Goes through a text cell by cell. */
class CellReader {
  readonly #text: string;
  readonly #delimiter: number;
  readonly #limit: number;
  #at: number;
  #isRowDone = false;

  /** `limit`: how many characters of a cell matter; longer ones need not be read to their end. */
  constructor(text: string, delimiter: string, limit: number) {
    this.#text = text;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#limit = limit;
    this.#at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  /** Whether there is no further row. A line break at the end of the last one begins none. */
  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Whether the cell that was read last is the last of its row. */
  get isRowDone(): boolean {
    return this.#isRowDone;
  }

  /** How many characters have been read. */
  get position(): number {
    return Math.min(this.#at, this.#text.length);
  }

  /** The next cell; undefined where its quote is not closed. */
  next(): string | undefined {
    return this.#text[this.#at] === '"' ? this.#quoted() : this.#bare();
  }

  #bare(): string {
    const text = this.#text;
    const start = this.#at;
    let end = start;
    while (end < text.length && !this.#endsCell(end)) end++;
    this.#close(end);
    return text.slice(start, end);
  }

  #quoted(): string | undefined {
    const text = this.#text;
    const start = this.#at;
    let end = start;
    let doubled = 0;
    for (;;) {
      end = text.indexOf('"', end + 1);
      if (end === -1) return undefined;
      if (text[end + 1] !== '"') break;
      // A doubled quote is one of the text.
      end++;
      if (++doubled > this.#limit) return text.slice(start, end);
    }
    let next = end + 1;
    while (text[next] === ' ' && !this.#endsCell(next)) next++;
    if (next < text.length && !this.#endsCell(next)) return this.#quotedWord(start, end);
    this.#close(next);
    return text.slice(start + 1, end).replaceAll('""', '"');
  }

  /** What goes on behind its second quote was never quoted, `"Gold" screws`, or has lost a quote. */
  #quotedWord(start: number, end: number): string | undefined {
    for (let at = start; at < end; at++) if (this.#endsCell(at)) return undefined;
    return this.#bare();
  }

  #endsCell(at: number): boolean {
    const character = this.#text.charCodeAt(at);
    return character === this.#delimiter || character === LINE_FEED || character === CARRIAGE_RETURN;
  }

  #close(end: number): void {
    const character = this.#text.charCodeAt(end);
    this.#isRowDone = character !== this.#delimiter;
    const isPair = character === CARRIAGE_RETURN && this.#text.charCodeAt(end + 1) === LINE_FEED;
    this.#at = end + (isPair ? 2 : 1);
  }
}

function isLarger(text: string, bytes: number): boolean {
  // No character takes more than three bytes for each of its units, and none less than one.
  if (text.length > bytes) return true;
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes;
}
