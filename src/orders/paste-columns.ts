import {LINE_FIELDS} from './line-columns.ts';
import {itemRanks, readHeader, type HeaderMeaning, type KnownHeader} from './paste-headers.ts';
import {cleanCode, readDate, readSerial} from './paste-values.ts';
import {isErrorValue, type LineField} from './problems.ts';

/** What a column of a paste is taken for. */
export interface PasteColumn {
  /** Place in the paste, from 0. */
  readonly index: number;
  /** Its name, where the paste has a row of names. */
  readonly header?: string | undefined;
  /** Undefined: it is not read. */
  readonly field?: LineField | undefined;
  /** Why it is not read: what it holds, that there is one for its field already, or that it is not known what it is. */
  readonly ignored?: Exclude<HeaderMeaning, LineField> | 'duplicate' | 'unknown' | undefined;
}

/** Rows of cells, and what their columns are. */
export interface PasteTable {
  readonly columns: readonly PasteColumn[];
  /** Without the row of names. */
  readonly rows: readonly (readonly string[])[];
  /** Rows before the first one of `rows`. */
  readonly headerRows: number;
}

/** What can be seen of a column without its name. */
type Kind = 'blank' | 'gtin' | 'number' | 'serial' | 'date' | 'code' | 'unit' | 'word' | 'text';

type Rows = readonly (readonly string[])[];
type Fields = Map<number, LineField>;

/** Tells columns by the names above them, else by what is in them, else by where they are pasted. */
export function tellColumns(
  rows: Rows,
  at: LineField,
  labels: ReadonlyMap<string, LineField> | undefined,
): PasteTable {
  // Up to the first row with anything in it: rows above the names are nobody's.
  const first = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const headers = (rows[first] ?? []).map((cell) => readHeader(cell, labels));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (isHeader(rows[first] ?? [], headers, at, width)) {
    const names = (rows[first] ?? []).map((cell) => cleanCode(cell));
    const below = rows.slice(first + 1);
    return {columns: byHeader(names, headers, below, width), rows: below, headerRows: first + 1};
  }
  return {columns: columnsByContent(rows, at, width), rows, headerRows: 0};
}

/** Tells columns without names by what is in them, else by where they stand. */
export function columnsByContent(rows: Rows, at: LineField, width: number): PasteColumn[] {
  const fields = width === 1 ? new Map([[0, at]]) : byContent(rows, at, width);
  return Array.from({length: width}, (_, index): PasteColumn => {
    const field = fields.get(index);
    if (field) return {index, field};
    return rows.some((row) => (row[index] ?? '').trim() !== '') ? {index, ignored: 'unknown'} : {index};
  });
}

/** Names are names where at least half are known ones, or more where there are numbers; a single word that could be a value is not. */
export function isHeader(
  row: readonly string[],
  headers: readonly (KnownHeader | undefined)[],
  at: LineField,
  width: number,
): boolean {
  // A text that somebody pastes as a note is one, whatever it says.
  if (width === 1 && at === 'note' && headers[0]?.meaning !== 'note') return false;
  const filled = row.filter((cell) => cell.trim() !== '').length;
  const found = headers.filter((header) => header !== undefined);
  const isSure = found.some(({isWeak}) => !isWeak);
  const others = row.filter((cell, index) => !headers[index] && /\d/.test(cell)).length;
  if (others > 0 && found.length === 1) return false;
  return isSure && found.length * 2 >= filled + (others > 0 ? 1 : 0);
}

function byHeader(
  names: readonly string[],
  headers: readonly (KnownHeader | undefined)[],
  rows: Rows,
  width: number,
): PasteColumn[] {
  const chosen = new Map<LineField, number>();
  for (const [rank] of itemRanks.entries()) {
    for (const [index, header] of headers.entries()) {
      const field = header && header.rank === rank ? fieldOf(header.meaning) : undefined;
      if (field && !chosen.has(field)) chosen.set(field, index);
    }
  }
  // Where no name says what the item is, its column may still look like it.
  if (!chosen.has('item')) {
    const isCode = (_: unknown, index: number) =>
      !headers[index] && ['gtin', 'code'].includes(kindOf(rows, index));
    const index = Array.from({length: width}).findIndex(isCode);
    if (index !== -1) chosen.set('item', index);
  }
  return Array.from({length: width}, (_, index): PasteColumn => {
    const named = {index, header: names[index] || undefined};
    const meaning = headers[index]?.meaning;
    for (const [field, at] of chosen) if (at === index) return {...named, field};
    // Another number of the same item helps where the first is missing.
    if (meaning === 'item') return {...named, field: 'item', ignored: 'duplicate'};
    if (meaning !== undefined && fieldOf(meaning)) return {...named, ignored: 'duplicate'};
    if (meaning !== undefined) return {...named, ignored: notField(meaning)};
    return kindOf(rows, index) === 'blank' ? named : {...named, ignored: 'unknown'};
  });
}

function fieldOf(meaning: HeaderMeaning): LineField | undefined {
  return LINE_FIELDS.find((field) => field === meaning);
}

function notField(meaning: HeaderMeaning): PasteColumn['ignored'] {
  return meaning === 'price' || meaning === 'description' || meaning === 'position' ? meaning : 'reference';
}

/** Where the cells do not speak against it, columns are what they are pasted on. */
function byContent(rows: Rows, at: LineField, width: number): Fields {
  const kinds = Array.from({length: width}, (_, index) => kindOf(rows, index));
  const places = LINE_FIELDS.slice(LINE_FIELDS.indexOf(at));
  const isWhole = width === LINE_FIELDS.length && at === 'item';
  const fits = kinds.every((kind, index) => fitsField(kind, places[index], kinds, isWhole));
  if (fits && width <= places.length) return placed(kinds, places, () => true);
  const told = tellByKind(kinds, rows, at);
  if (told.size > 0) {
    placeRest(told, kinds, places);
    return told;
  }
  return placed(kinds, places, (kind, field) => fitsField(kind, field, kinds, isWhole));
}

function placed(
  kinds: readonly Kind[],
  places: readonly LineField[],
  fits: (kind: Kind, field: LineField) => boolean,
): Fields {
  const fields: Fields = new Map();
  for (const [index, kind] of kinds.entries()) {
    const field = places[index];
    if (field && fits(kind, field)) fields.set(index, field);
  }
  return fields;
}

/** What is not told by its cells, and is where a unit, a variant or a note goes. */
function placeRest(fields: Fields, kinds: readonly Kind[], places: readonly LineField[]): void {
  const taken = new Set(fields.values());
  for (const [index, kind] of kinds.entries()) {
    const field = places[index];
    if (!field || fields.has(index) || taken.has(field) || kind === 'blank') continue;
    const isVariant = field === 'variant' && (kind === 'code' || kind === 'word');
    if (field !== 'note' && !isVariant && !(field === 'unit' && kind === 'word')) continue;
    fields.set(index, field);
    taken.add(field);
  }
}

/** Whether cells of that kind may stand in a field. `isWhole`: the block is as wide as a line, and so is one. */
function fitsField(
  kind: Kind,
  field: LineField | undefined,
  kinds: readonly Kind[],
  isWhole: boolean,
): boolean {
  if (kind === 'blank' || field === 'note') return true;
  switch (field) {
    case 'item':
      return kind !== 'date' && (!isNumeric(kind) || isWhole || !kinds.some(isCodeLike));
    case 'variant':
      return kind === 'code' || kind === 'word' || (isWhole && kind !== 'date');
    case 'unit':
      return kind === 'unit' || kind === 'word' || kind === 'code' || (isWhole && kind === 'text');
    case 'quantity':
      return isNumeric(kind) || (isWhole && kind !== 'date');
    case 'requestedDate':
      return kind === 'date' || kind === 'serial' || (isWhole && kind !== 'number' && kind !== 'gtin');
    default:
      return false;
  }
}

function tellByKind(kinds: readonly Kind[], rows: Rows, at: LineField): Fields {
  const fields: Fields = new Map();
  const set = (field: LineField, index: number) => {
    if (index !== -1) fields.set(index, field);
  };
  const numbers = kinds.flatMap((kind, index) => (isNumeric(kind) ? [index] : []));
  let item = kinds.findIndex(isCodeLike);
  // Numbers and words name items where they are pasted as such.
  if (item === -1 && at === 'item' && numbers.length > 1) item = kinds.findIndex(isNumeric);
  if (item === -1 && at === 'item') item = kinds.findIndex((kind) => kind === 'text' || kind === 'word');
  set('item', item);
  set(
    'quantity',
    quantityAmong(
      numbers.filter((index) => index !== item),
      item,
      rows,
    ),
  );
  set('requestedDate', kinds.indexOf('date'));
  set('unit', kinds.indexOf('unit'));
  return fields;
}

/** Of several numbers the first behind the item, if it does not look like a price, nor like the count of the rows. */
function quantityAmong(numbers: readonly number[], item: number, rows: Rows): number {
  const cells = (index: number) => filledCells(rows, index);
  const isPrice = (index: number) => cells(index).every((cell) => /[.,]\d\d$/.test(cell.trim()));
  const isCount = (index: number) => {
    const values = cells(index).map(Number);
    const step = values[0] ?? 0;
    return index < item && values.length > 2 && values.every((value, row) => value === step * (row + 1));
  };
  const usable = numbers.filter((index) => !isCount(index));
  const ordered = [...usable.filter((index) => index > item), ...usable.filter((index) => index < item)];
  return ordered.find((index) => !isPrice(index)) ?? ordered[0] ?? -1;
}

function isCodeLike(kind: Kind): boolean {
  return kind === 'gtin' || kind === 'code';
}

function isNumeric(kind: Kind): boolean {
  return kind === 'number' || kind === 'serial';
}

/** What most of a column's cells are: two thirds, so that a slip here and there does not change what it is. */
function kindOf(rows: Rows, index: number): Kind {
  const counts = new Map<Kind, number>();
  let filled = 0;
  for (const cell of filledCells(rows, index)) {
    if (isErrorValue(cell)) continue;
    const kind = kindOfCell(cell);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    filled++;
  }
  if (filled === 0) return 'blank';
  const most = (...kinds: Kind[]) =>
    kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0) * 3 >= filled * 2;
  for (const kind of ['gtin', 'date', 'serial'] as const) if (most(kind)) return kind;
  if (most('number', 'serial')) return 'number';
  if (most('code', 'gtin', 'number', 'serial')) return 'code';
  if (most('unit')) return 'unit';
  if (most('word', 'unit')) return 'word';
  return most('code', 'gtin', 'word', 'number') ? 'code' : 'text';
}

const unitWord =
  /^(pcs?|pieces?|ea|each|stk|st|stck|stück|box|boxes|karton|kartons|ktn|pack|pck|pkt|pkg|paket|pal|palettes?|paletten?|[cmk]?m|m[23²³]|k?g|t|m?l|rolls?|rollen?|set|satz|paar|pairs?|dosen?|flaschen?|bottles?|bags?|beutel|sack|h|std)\.?$/i;

/** Whether a cell says a unit that is one to everybody: `Stk.`, `kg`. */
export function isUnitWord(cell: string): boolean {
  return unitWord.test(cleanCode(cell));
}

function kindOfCell(cell: string): Kind {
  const text = cleanCode(cell);
  if (/^(\d{8}|\d{12,14})$/.test(text)) return 'gtin';
  if (readSerial(text, 1900) !== undefined) return 'serial';
  // 10-05-20 is as likely an item's number as a day.
  if (/\d{4}|[./\p{L}]/u.test(text) && readDate(text)) return 'date';
  // A number that begins with zeros is a code's.
  if (/^[-−]?(?!0\d)[\d.,'’\s]*\d[\d.,'’\s]*$/.test(text)) return 'number';
  if (unitWord.test(text)) return 'unit';
  if (/^[\p{L}.]{1,12}$/u.test(text)) return 'word';
  return text.length > 40 || (/\s/.test(text) && (!/\d/.test(text) || text.length > 20)) ? 'text' : 'code';
}

function filledCells(rows: Rows, index: number): string[] {
  return rows.flatMap((row) => {
    const cell = row[index] ?? '';
    return cell.trim() === '' ? [] : [cell];
  });
}
