import {neutralise} from '../clipboard.ts';
import {typeDecimal, type Separators} from '../decimals.ts';
import {atOnce, type Stepwise} from '../slices.ts';
import type {Cell} from './file-content.ts';
import type {WrittenTable} from './written-table.ts';

/** What the other delimiters would divide is quoted, too: nobody has to guess right. `sep=` names one to spreadsheets. */
const quotable = /[",;\t|\r\n]|^\s|\s$|^sep=/i;

/** What a spreadsheet of a locale takes for the end of a cell: a semicolon where the comma is the decimal mark. */
export function csvDelimiter({decimal}: Separators): ',' | ';' {
  return decimal === ',' ? ';' : ',';
}

/**
 * A table as a CSV file that spreadsheets of the locale open: UTF-8 with its byte order mark, CRLF. No cell of it is a formula;
 * what is read back is the same table, numbers as texts.
 */
export function writeCsv(table: WrittenTable, separators: Separators): Uint8Array<ArrayBuffer> {
  return atOnce(writeCsvStepwise(table, separators));
}

/** As `writeCsv`, a row a step. */
export function* writeCsvStepwise(
  {columns, rows}: WrittenTable,
  separators: Separators,
): Stepwise<Uint8Array<ArrayBuffer>> {
  const lines: string[] = [];
  for (const row of [columns.map(({label}) => label), ...rows]) {
    lines.push(csvLine(row, separators));
    yield;
  }
  return new TextEncoder().encode(`${CSV_START}${lines.join('')}`);
}

/** What a CSV file begins with, so that spreadsheets know its encoding. */
export const CSV_START = '\uFEFF';

/** One row of a CSV file, with its end. */
export function csvLine(row: readonly Cell[], separators: Separators): string {
  const cells = row.map((cell) => quote(neutralise(textOf(cell, separators))));
  return `${cells.join(csvDelimiter(separators))}\r\n`;
}

function textOf(cell: Cell, separators: Separators): string {
  return typeof cell === 'string' ? cell : csvDecimal(String(cell), separators);
}

/** A decimal as spreadsheets of the locale read it. A zero more keeps `1.234` from being read as 1234 elsewhere. */
export function csvDecimal(text: string, separators: Separators): string {
  return typeDecimal(/^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text, separators);
}

function quote(cell: string): string {
  return quotable.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
