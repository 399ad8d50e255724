import type {Cell, CellMark, FileContent, FileRow} from '../../../src/orders/files/file-content.ts';
import {atOnce} from '../../../src/orders/slices.ts';
import {guessColumns, type GuessOptions} from '../../../src/orders/upload/column-mapping.ts';
import {readRows, type ReadRows, type ReadRowsOptions} from '../../../src/orders/upload/read-rows.ts';
import {templateFields, type UploadField} from '../../../src/orders/upload/template-fields.ts';
import {english} from '../pasted.ts';

/** English names of all fields. */
export const names: Readonly<Record<UploadField, string>> = {
  reference: 'Your reference',
  item: 'Item number',
  variant: 'Variant',
  quantity: 'Quantity',
  unit: 'Unit',
  requestedDate: 'Requested date',
  note: 'Note',
};

/** The fields of a file without a template. */
export const fields = templateFields(undefined, names);

/** A file of such rows, numbered from 1 unless a row is told apart by its number. */
export function contentOf(
  rows: readonly (readonly Cell[])[],
  rest: Partial<FileContent> & {marks?: readonly (readonly [number, number, CellMark])[]} = {},
): FileContent {
  const {marks = [], ...others} = rest;
  const numbered = rows.map((cells, index): FileRow => {
    const own = marks.filter(([row]) => row === index + 1).map(([, column, mark]) => [column, mark] as const);
    return {number: index + 1, cells, ...(own.length > 0 && {marks: new Map(own)})};
  });
  return {format: 'xlsx', dateSystem: 1900, rows: numbered, ...others};
}

/** The rows of a file as they are read by the names of its columns. */
export function readFile(
  content: FileContent,
  options: Partial<ReadRowsOptions> = {},
  guess: GuessOptions = {},
): ReadRows {
  const mapping = guessColumns(content, fields, guess);
  return atOnce(readRows(content, mapping, {separators: english, fields, ...options}));
}

/** Cells of a text as it is easily written: rows on lines, cells between `|`. */
export function cellsOf(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));
}
