import {atOnce, type Stepwise} from './slices.ts';

/** How much is taken at once. */
export interface InputLimits {
  /** Bytes in UTF-8. */
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell. */
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
 * breaks and doubled quotes; anywhere else a quote is an inch mark. Empty rows at the end are none.
 */
export function parseDelimited(text: string, delimiter: string, limits: InputLimits): DelimitedResult {
  return atOnce(parseStepwise(text, delimiter, limits));
}

/** As `parseDelimited`, a row a step. */
export function* parseStepwise(
  text: string,
  delimiter: string,
  limits: InputLimits,
): Stepwise<DelimitedResult> {
  if (isLarger(text, limits.bytes)) return {problem: {code: 'too-large', limit: limits.bytes}};
  const reader = new CellReader(text.replace(/^\uFEFF/, ''), delimiter);
  const rows: string[][] = [];
  for (let number = 1; !reader.isAtEnd; number++) {
    const row: string[] = [];
    let width = 0;
    do {
      const cell = reader.next();
      if (cell === undefined) return {problem: {code: 'quote-unclosed', row: number}};
      width++;
      if (cell.trim() === '' && width > limits.columns) continue;
      if (width > limits.columns) return {problem: {code: 'too-many-columns', limit: limits.columns}};
      if (cell.length > limits.cell)
        return {problem: {code: 'cell-too-long', limit: limits.cell, row: number, column: width}};
      row.push(cell);
    } while (!reader.isRowDone);
    if (row.every((cell) => cell.trim() === '')) continue;
    if (number > limits.rows) return {problem: {code: 'too-many-rows', limit: limits.rows}};
    // Empty rows count only where something follows them.
    while (rows.length < number - 1) rows.push([]);
    rows.push(row);
    yield;
  }
  return {rows};
}

/** Goes through a text cell by cell. */
class CellReader {
  readonly #text: string;
  readonly #delimiter: string;
  #at = 0;
  #isRowDone = false;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  /** Whether there is no further row. A line break at the end of the last one begins none. */
  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Whether the cell that was read last is the last of its row. */
  get isRowDone(): boolean {
    return this.#isRowDone;
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
    do {
      end = text.indexOf('"', end + 1);
      if (end === -1) return undefined;
      // A doubled quote is one of the text.
    } while (text[end + 1] === '"' && ++end);
    if (end + 1 < text.length && !this.#endsCell(end + 1)) return this.#quotedWord(start, end);
    this.#close(end + 1);
    return text.slice(start + 1, end).replaceAll('""', '"');
  }

  /** What goes on behind its second quote was never quoted, `"Gold" screws`, or has lost a quote. */
  #quotedWord(start: number, end: number): string | undefined {
    for (let at = start; at < end; at++) if (this.#endsCell(at)) return undefined;
    return this.#bare();
  }

  #endsCell(at: number): boolean {
    const character = this.#text[at];
    return character === this.#delimiter || character === '\n' || character === '\r';
  }

  #close(end: number): void {
    const character = this.#text[end];
    this.#isRowDone = character !== this.#delimiter;
    this.#at = end + (character === '\r' && this.#text[end + 1] === '\n' ? 2 : 1);
  }
}

function isLarger(text: string, bytes: number): boolean {
  // No character takes more than three bytes for each of its units, and none less than one.
  if (text.length > bytes) return true;
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes;
}
