import type {Cell, FileRow} from '../files/file-content.ts';
import {isHeader} from '../paste-columns.ts';
import {headerKey, headerLabels, readHeader, type KnownHeader} from '../paste-headers.ts';
import {FIELD_KEYS, type TemplateField, type UploadField} from './template-fields.ts';

/** What a user has said of columns, by their names: a field, or null for none. It can be kept as JSON. */
export type RememberedMapping = readonly (readonly [header: string, field: UploadField | null])[];

/** What columns are known by. */
export interface Naming {
  readonly labels: ReadonlyMap<string, UploadField>;
  /** By header; a header that a file has twice has an entry for each. */
  readonly remembered: ReadonlyMap<string, readonly (UploadField | null)[]>;
  /** Headers of the column of problems in a file of ours. */
  readonly problems: ReadonlySet<string>;
}

/** What is known besides a file and its template. */
export interface NamingOptions {
  /** More names of columns, in another language say. */
  readonly labels?: Iterable<readonly [string, UploadField]> | undefined;
  readonly remembered?: RememberedMapping | undefined;
  /** Names of the column of problems in a file of ours, as they are given to `UploadSheet.restTable`. */
  readonly problemHeaders?: readonly string[] | undefined;
}

/** Names of columns by which a template's fields are known. */
export function namingOf(fields: readonly TemplateField[], options: NamingOptions): Naming {
  const remembered = new Map<string, (UploadField | null)[]>();
  for (const [header, field] of options.remembered ?? []) {
    const key = headerKey(header);
    remembered.set(key, [...(remembered.get(key) ?? []), field]);
  }
  const own = fields.map(({field, label}) => [label, field] as const);
  return {
    labels: headerLabels([...FIELD_KEYS, ...(options.labels ?? []), ...own]),
    remembered,
    problems: new Set((options.problemHeaders ?? []).map(headerKey)),
  };
}

/** Whether a name is that of the column of problems, and no field's. */
export function isProblemHeader(name: string, {labels, problems}: Naming): boolean {
  const key = headerKey(name);
  return problems.has(key) && !labels.has(key);
}

/** Rows above the names that may say something else: a title, an address. */
const ABOVE = 10;

/** Index of the row of names among the first rows: one that reads as such, and is wider than all above it. */
export function findHeaderRow(rows: readonly FileRow[], naming: Naming): number | undefined {
  const width = rows.reduce((most, {cells}) => Math.max(most, cells.length), 0);
  const candidates: number[] = [];
  let widest = 0;
  for (const [index, {cells}] of rows.slice(0, ABOVE).entries()) {
    const count = filled(cells).length;
    if (count <= widest) continue;
    widest = count;
    if (count > 1 || width === 1) candidates.push(index);
  }
  const isNamed = (index: number) => {
    const cells = rows[index]?.cells ?? [];
    const names = cells.map((cell) => readName(cell, naming));
    const texts = cells.map(String);
    return isHeader(texts, names, 'item', width);
  };
  const known = candidates.find(isNamed);
  if (known !== undefined) return known;
  // Names in a language that we do not know: words, above cells with digits in them.
  const last = candidates.at(-1);
  return last !== undefined && looksLikeNames(rows, last) ? last : undefined;
}

function readName(cell: Cell, naming: Naming): KnownHeader | undefined {
  if (typeof cell !== 'string') return undefined;
  if (isProblemHeader(cell, naming)) return {meaning: 'position', rank: 0, isWeak: true};
  const known = readHeader(cell, naming.labels);
  if (known || !naming.remembered.has(headerKey(cell))) return known;
  return {meaning: 'description', rank: 0, isWeak: false};
}

function looksLikeNames(rows: readonly FileRow[], index: number): boolean {
  const cells = rows[index]?.cells ?? [];
  const below = rows.slice(index + 1, index + 51);
  const words = filled(cells);
  const areWords = words.every((cell) => typeof cell === 'string' && cell.length <= 40 && !/\d/.test(cell));
  if (words.length < 2 || below.length === 0 || !areWords) return false;
  return cells.some((_, column) => {
    const values = filled(below.map((row) => row.cells[column] ?? ''));
    const digits = values.filter((value) => /\d/.test(String(value))).length;
    return digits > 0 && digits * 3 >= values.length * 2;
  });
}

function filled(cells: readonly Cell[]): Cell[] {
  return cells.filter((cell) => String(cell).trim() !== '');
}
