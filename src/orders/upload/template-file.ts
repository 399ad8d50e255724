import type {Separators} from '../decimals.ts';
import {writeCsvStepwise} from '../files/csv-writer.ts';
import {FILE_LIMITS, type Cell} from '../files/file-content.ts';
import {fileName} from '../files/file-name.ts';
import type {ColumnType, WrittenTable} from '../files/written-table.ts';
import {writeXlsx} from '../files/xlsx-writer.ts';
import {Slices} from '../slices.ts';

/** In which form a table leaves the page. */
export type TableFormat = 'csv' | 'xlsx';

/** A file that was made here, to be saved by the user. */
export interface MadeFile {
  /** With its extension; every file system takes it. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly blob: Blob;
}

/** What a file to fill in is made of; a template of the portal is one. */
export interface FileTemplate {
  /** Name of the file and of its sheet, in the user's language. */
  readonly label: string;
  readonly columns: readonly {
    /** Header, in the user's language. */
    readonly label: string;
    /** `decimal`, `date`, or a text. */
    readonly type?: string | undefined;
    /** A decimal string, `YYYY-MM-DD`, or a text. */
    readonly example?: string | undefined;
  }[];
}

/** What is left of an upload. */
export interface RestTable {
  /** Name of the file and of its sheet, in the user's language. */
  readonly label: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const types: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file to fill in: a row of headers and, where the template has examples, one row of them. */
export async function makeTemplateFile(
  {label, columns}: FileTemplate,
  format: TableFormat,
  separators: Separators,
): Promise<MadeFile> {
  const named = columns.map((column) => ({label: column.label, type: typeOf(column.type)}));
  const example = columns.map((column, index) => exampleCell(column.example, named[index]?.type));
  const rows = example.some((cell) => cell !== '') ? [example] : [];
  return makeFile({name: label, columns: named, rows}, format, separators);
}

/** What is left of an upload, as a file that can be mended and uploaded again: a cell that would be too long for that is cut. */
export async function makeRestFile(
  {label, headers, rows}: RestTable,
  format: TableFormat,
  separators: Separators,
): Promise<MadeFile> {
  // What could not be read as a number or a day has to stay as it is.
  const columns = headers.map((header) => ({label: header, type: 'text' as const}));
  const readable = rows.map((row) => row.map(cut));
  return makeFile({name: label, columns, rows: readable}, format, separators);
}

async function makeFile(table: WrittenTable, format: TableFormat, separators: Separators): Promise<MadeFile> {
  const slices = new Slices();
  const bytes =
    format === 'csv' ? await slices.run(writeCsvStepwise(table, separators)) : await writeXlsx(table, slices);
  const type = types[format];
  return {name: `${fileName(table.name)}.${format}`, type, blob: new Blob([bytes], {type})};
}

function typeOf(type: string | undefined): ColumnType {
  return type === 'decimal' || type === 'date' ? type : 'text';
}

/** No longer than a file may bring; the apostrophe of `neutralise` does not count there. */
function cut(text: string): string {
  const longest = FILE_LIMITS.cell;
  return text.length > longest ? `${text.slice(0, longest - 1).replace(/\p{Cs}$/u, '')}…` : text;
}

function exampleCell(example = '', type: ColumnType | undefined): Cell {
  return type === 'decimal' && /^\d{1,15}(\.\d+)?$/.test(example) ? Number(example) : example;
}
