import type {FileContent, FileRow} from '../files/file-content.ts';
import {LINE_FIELDS} from '../line-columns.ts';
import {columnsByContent, isUnitWord, type PasteColumn} from '../paste-columns.ts';
import {headerKey, itemRanks, readHeader, type KnownHeader} from '../paste-headers.ts';
import {cleanCode} from '../paste-values.ts';
import {
  findHeaderRow,
  isProblemHeader,
  namingOf,
  type Naming,
  type NamingOptions,
  type RememberedMapping,
} from './header-row.ts';
import {FIELD_KEYS, type TemplateField, type UploadField} from './template-fields.ts';

/**
 * Why a column is not read. `problem`: it is what we have said of each row, in a file that we have written. `other-number`: it
 * names the item in another way, and is read where the item's own column is empty. `left-out`: the user has said so.
 */
export type IgnoredColumn =
  | 'price'
  | 'description'
  | 'position'
  | 'problem'
  | 'other-number'
  | 'duplicate'
  | 'unknown'
  | 'blank'
  | 'left-out';

/** What a column of a file is taken for. */
export interface ColumnGuess {
  /** Place in the file, from 0. */
  readonly index: number;
  readonly header?: string | undefined;
  /** Up to three different texts of it. */
  readonly samples: readonly string[];
  readonly field?: UploadField | undefined;
  /** Why it is taken for that. */
  readonly by?: 'user' | 'remembered' | 'header' | 'content' | undefined;
  /** Why it has no field. */
  readonly ignored?: IgnoredColumn | undefined;
}

/** What the columns of a file are taken for. */
export interface ColumnMapping {
  readonly columns: readonly ColumnGuess[];
  /** Number of the row of names as the spreadsheet shows it; undefined where there is none. */
  readonly headerRow?: number | undefined;
  /** Required fields that no column has. */
  readonly missing: readonly UploadField[];
  /** Whether the user need not be asked: all columns are known by their names, and what is required is there. */
  readonly isSure: boolean;
}

/** How the columns of a file are told. */
export interface GuessOptions extends NamingOptions {
  /** Number of the row of names, or that there is none, where the user has said so. */
  readonly headerRow?: number | 'none' | undefined;
}

/** What most columns are is seen in their first rows. */
const LOOKED_AT = 200;
const SAMPLES = 3;

/** Tells the columns of a file by what is remembered of them, by their names, and by what is in them. */
export function guessColumns(
  {rows}: FileContent,
  fields: readonly TemplateField[],
  options: GuessOptions = {},
): ColumnMapping {
  const naming = namingOf(fields, options);
  const said = rows.findIndex(({number}) => number === options.headerRow);
  const found = options.headerRow === undefined ? findHeaderRow(rows, naming) : said;
  const at = found === undefined || found === -1 ? undefined : found;
  const below = at === undefined ? rows : rows.slice(at + 1);
  const width = rows.reduce((most, {cells}) => Math.max(most, cells.length), 0);
  const cells = (at === undefined ? undefined : rows[at])?.cells ?? [];
  const names = Array.from({length: width}, (_, index) => cleanCode(String(cells[index] ?? '')));
  const offered = new Set(fields.map(({field}) => field));
  const columns = tell(names, below, naming, offered);
  return judge(columns, fields, at === undefined ? undefined : rows[at]?.number);
}

/** The mapping with what the user says of columns: a field, or undefined for none. A field that he gives to another moves there. */
export function applyMapping(
  mapping: ColumnMapping,
  fields: readonly TemplateField[],
  chosen: ReadonlyMap<number, UploadField | undefined>,
): ColumnMapping {
  const taken = new Set(chosen.values());
  const columns = mapping.columns.map((column): ColumnGuess => {
    const {index, header, samples, field} = column;
    const own = {index, header, samples};
    const choice = chosen.get(index);
    if (choice) return {...own, field: choice, by: 'user'};
    if (chosen.has(index)) return {...own, by: 'user', ignored: 'left-out'};
    return field && taken.has(field) ? {...own, ignored: 'duplicate'} : column;
  });
  return judge(columns, fields, mapping.headerRow);
}

/** What is worth remembering of a mapping that the user has agreed to. */
export function rememberMapping({columns}: ColumnMapping): RememberedMapping {
  return columns.flatMap(({header = '', field, ignored}) => {
    if (headerKey(header) === '' || (ignored !== undefined && !isAsked(ignored))) return [];
    return [[header, field ?? null] as const];
  });
}

/** A value as a mapping that was kept; undefined where it is none. */
export function reviveMapping(value: unknown): RememberedMapping | undefined {
  if (!Array.isArray(value)) return undefined;
  const known: ReadonlySet<unknown> = new Set<unknown>([...FIELD_KEYS.values(), null]);
  const isEntry = (entry: unknown): entry is RememberedMapping[number] =>
    Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string' && known.has(entry[1]);
  return value.every(isEntry) ? value : undefined;
}

/** What files with the same columns in the same order have in common. */
export function mappingSignature({columns}: ColumnMapping): string {
  return columns.map(({header = ''}) => headerKey(header)).join('|');
}

type Claims = Map<UploadField, Pick<ColumnGuess, 'index' | 'by'>>;

function tell(
  names: readonly string[],
  rows: readonly FileRow[],
  naming: Naming,
  offered: ReadonlySet<UploadField>,
): ColumnGuess[] {
  const headers = names.map((name) => readHeader(name, naming.labels));
  const remembered = recall(names, naming);
  const claims: Claims = new Map();
  const claim = (field: UploadField | null | undefined, index: number, by: ColumnGuess['by']) => {
    if (field && offered.has(field) && !claims.has(field)) claims.set(field, {index, by});
  };
  for (const [index, field] of remembered) claim(field, index, 'remembered');
  for (const rank of itemRanks.keys())
    for (const [index, header] of headers.entries())
      if (header?.rank === rank && !remembered.has(index)) claim(fieldOf(header), index, 'header');
  const isFree = (index: number) => !headers[index] && !remembered.has(index) && names[index] !== undefined;
  for (const {index, field} of lookAt(names, headers, rows, claims))
    if (isFree(index) && !isProblemHeader(names[index] ?? '', naming)) claim(field, index, 'content');
  const rankOfItem = headers[claims.get('item')?.index ?? -1]?.rank;
  return names.map((name, index): ColumnGuess => {
    const column = {index, header: name || undefined, samples: samplesOf(rows, index)};
    for (const [field, {index: at, by}] of claims) if (at === index) return {...column, field, by};
    if (column.samples.length === 0) return {...column, ignored: 'blank'};
    if (isProblemHeader(name, naming)) return {...column, ignored: 'problem'};
    if (remembered.get(index) === null) return {...column, by: 'remembered', ignored: 'left-out'};
    return {...column, ignored: whyIgnored(headers[index], rankOfItem, offered)};
  });
}

/** What is remembered of columns; of two with the same name, of each in its turn. */
function recall(names: readonly string[], {remembered}: Naming): Map<number, UploadField | null> {
  const turns = new Map<string, number>();
  const recalled = new Map<number, UploadField | null>();
  for (const [index, name] of names.entries()) {
    const key = headerKey(name);
    const turn = turns.get(key) ?? 0;
    const field = key === '' ? undefined : remembered.get(key)?.[turn];
    turns.set(key, turn + 1);
    if (field !== undefined) recalled.set(index, field);
  }
  return recalled;
}

/** What the cells say where names do not say which is the item, and which the quantity. */
function lookAt(
  names: readonly string[],
  headers: readonly (KnownHeader | undefined)[],
  rows: readonly FileRow[],
  claims: Claims,
): PasteColumn[] {
  if (claims.has('item') && claims.has('quantity')) return [];
  const table = rows.slice(0, LOOKED_AT).map(({cells}) => cells.map(String));
  const columns = columnsByContent(table, 'item', names.length);
  const isLine =
    names.every((name) => name === '') && columns.every(({field}, at) => field === LINE_FIELDS[at]);
  // A short word alone is no unit: it may be a note, or a colour.
  const told = columns.filter(({field, index}) => field !== 'unit' || isLine || holdsUnits(table, index));
  // Where some names are known, places among the others say nothing.
  const isSure = ({field}: PasteColumn) => field !== 'note' && field !== 'variant';
  return headers.some(Boolean) ? told.filter(isSure) : told;
}

/** Whether two of three filled cells say a unit, in at least half of the rows. */
function holdsUnits(table: readonly (readonly string[])[], index: number): boolean {
  const filled = table.flatMap((cells) => (cells[index]?.trim() ? [cells[index]] : []));
  const units = filled.filter(isUnitWord).length;
  const rows = table.filter((cells) => cells.some((cell) => cell.trim() !== '')).length;
  return units * 3 >= filled.length * 2 && filled.length * 2 >= rows;
}

function fieldOf({meaning}: KnownHeader): UploadField | undefined {
  for (const field of FIELD_KEYS.values()) if (field === meaning) return field;
  return undefined;
}

function whyIgnored(
  header: KnownHeader | undefined,
  rankOfItem: number | undefined,
  offered: ReadonlySet<UploadField>,
): IgnoredColumn {
  if (!header) return 'unknown';
  const {meaning, rank} = header;
  if (meaning === 'price' || meaning === 'description' || meaning === 'position') return meaning;
  if (!offered.has(meaning)) return 'unknown';
  return meaning === 'item' && rank !== rankOfItem ? 'other-number' : 'duplicate';
}

function judge(
  columns: readonly ColumnGuess[],
  fields: readonly TemplateField[],
  headerRow: number | undefined,
): ColumnMapping {
  const has = new Set(columns.map(({field}) => field));
  const missing = fields.flatMap(({field, required}) => (required && !has.has(field) ? [field] : []));
  const isKnown = ({by, ignored}: ColumnGuess) =>
    ignored === undefined ? by !== 'content' : by !== undefined || !isAsked(ignored);
  return {columns, headerRow, missing, isSure: missing.length === 0 && columns.every(isKnown)};
}

/** Whether it takes the user to say that such a column is not read. */
function isAsked(ignored: IgnoredColumn): boolean {
  return ignored === 'unknown' || ignored === 'duplicate' || ignored === 'left-out';
}

function samplesOf(rows: readonly FileRow[], index: number): string[] {
  const samples = new Set<string>();
  for (const {cells, shown} of rows) {
    const text = (shown?.get(index) ?? String(cells[index] ?? '')).trim();
    if (text !== '') samples.add(text);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}
