import {
  openQuestions,
  readCell,
  readDay,
  settle,
  valueOf,
  type ColumnAnswers,
  type ColumnQuestion,
} from '../column-readings.ts';
import {typeDecimal, type Separators} from '../decimals.ts';
import {newLine, type DraftLine} from '../draft.ts';
import type {Cell, CellMark, FileContent, FileRow} from '../files/file-content.ts';
import {readNumber, type DecimalMark, type Reading} from '../paste-values.ts';
import {mapStepwise, type Stepwise} from '../slices.ts';
import type {ColumnMapping} from './column-mapping.ts';
import {exactText} from './number-cells.ts';
import type {TemplateField, UploadField} from './template-fields.ts';
import {textOf, type BrokenMark, type UploadRow} from './upload-row.ts';

/** How rows of a file are read. */
export interface ReadRowsOptions {
  /** How quantities are typed from then on. */
  readonly separators: Separators;
  /** What the user has said of columns that can be read in two ways. */
  readonly answers?: ColumnAnswers | undefined;
  /** The template's, to find its example among the rows. */
  readonly fields?: readonly TemplateField[] | undefined;
}

/** The rows of a file, up to the questions that it leaves open. */
export interface ReadRows {
  readonly rows: readonly UploadRow[];
  /** Without an answer, such cells stay as they are, and are problems. */
  readonly questions: readonly ColumnQuestion[];
  /** Codes from which something was taken that cannot be seen. */
  readonly cleaned: number;
  /** Rows with something that the spreadsheet has computed last. */
  readonly computed: number;
  /** Keys of the rows that are the template's example: nobody wants to order it. */
  readonly examples: readonly string[];
}

/** Reads the rows below the names as lines of orders. */
export function* readRows(
  content: FileContent,
  mapping: ColumnMapping,
  {separators, answers = {}, fields = []}: ReadRowsOptions,
): Stepwise<ReadRows> {
  const {headerRow = 0} = mapping;
  const table = content.rows.filter((row) => row.number > headerRow && !isBlank(row));
  const cells = yield* placeCells(table, mapping);
  const {texts, cleaned} = yield* readTexts(cells);
  const amounts = cells.get('quantity') ?? [];
  const quantities = settle(yield* mapStepwise(amounts, ({cell}) => readAmount(cell)));
  const days = texts.get('requestedDate') ?? [];
  const dates = settle(yield* mapStepwise(days, (text) => readDay(text, content.dateSystem)));
  const {key} = newLine();
  const rows = yield* mapStepwise([...table.entries()], ([index, {number}]): UploadRow => {
    const amount = valueOf(quantities[index], answers.quantity);
    const day = valueOf(dates[index], answers.requestedDate);
    const read: Texts = new Map([...texts].map(([field, column]) => [field, column[index] ?? '']));
    // Thousands of keys at once are not left to chance.
    const line = lineOf(`${key}-${number}`, read, amount && typeDecimal(amount, separators), day);
    const reference = read.get('reference') ?? '';
    return {key: line.key, number, reference, line, ...marksOf(cells, index), source: read};
  });
  return {
    rows,
    questions: openQuestions(texts, quantities, dates).filter(({field}) => !answers[field]),
    cleaned,
    computed: rows.filter(({isComputed}) => isComputed).length,
    examples: rows.filter((row) => isExample(row, fields, separators)).map((row) => row.key),
  };
}

type Texts = ReadonlyMap<UploadField, string>;

function lineOf(key: string, read: Texts, quantity: string | undefined, day: string | undefined): DraftLine {
  const text = (field: UploadField) => read.get(field) ?? '';
  return {
    key,
    search: text('item'),
    quantity: quantity ?? text('quantity'),
    requestedDate: day ?? text('requestedDate'),
    note: text('note'),
    ...(text('variant') && {variantCode: text('variant')}),
    ...(text('unit') && {unitCode: text('unit')}),
  };
}

/** Whether a row says in every field what the template gives as an example: it was to be written over. */
function isExample(row: UploadRow, fields: readonly TemplateField[], separators: Separators): boolean {
  return (
    fields.some(({field, example}) => field === 'item' && example !== undefined) &&
    fields.every(({field, example = ''}) => {
      const text = field === 'quantity' ? typeDecimal(example, separators) : example;
      return textOf(row, field).trim() === text.trim();
    })
  );
}

function isBlank({cells, marks}: FileRow): boolean {
  return !marks?.size && cells.every((cell) => String(cell).trim() === '');
}

/** A cell of a field, and what is to be known of it. */
interface Placed {
  readonly cell: Cell;
  /** As the spreadsheet shows it. */
  readonly shown: string;
  readonly mark: CellMark | undefined;
}

type Cells = ReadonlyMap<UploadField, readonly Placed[]>;

function* placeCells(table: readonly FileRow[], {columns}: ColumnMapping): Stepwise<Cells> {
  const cells = new Map<UploadField, readonly Placed[]>();
  const spare = columns.filter(({ignored}) => ignored === 'other-number').map(({index}) => index);
  for (const {field, index} of columns) {
    if (!field) continue;
    // Another number of the same item helps where the first is missing.
    const places = field === 'item' ? [index, ...spare] : [index];
    cells.set(field, yield* mapStepwise(table, (row) => placed(row, places)));
  }
  return cells;
}

function placed({cells, marks, shown}: FileRow, places: readonly number[]): Placed {
  const filled = places.find((index) => String(cells[index] ?? '').trim() !== '' || marks?.has(index));
  const index = filled ?? places[0] ?? 0;
  const cell = cells[index] ?? '';
  return {cell, shown: shown?.get(index) ?? plain(cell), mark: marks?.get(index)};
}

/** Codes are as they are shown: an item's `90.750` is a number to the spreadsheet. */
function* readTexts(cells: Cells): Stepwise<{texts: Map<UploadField, readonly string[]>; cleaned: number}> {
  const texts = new Map<UploadField, readonly string[]>();
  let cleaned = 0;
  for (const [field, column] of cells) {
    const isNumber = field === 'quantity' || field === 'requestedDate';
    const read = ({cell, shown}: Placed) => {
      const {text, isCleaned} = readCell(field, isNumber ? plain(cell) : shown);
      if (isCleaned) cleaned++;
      return text;
    };
    texts.set(field, yield* mapStepwise(column, read));
  }
  return {texts, cleaned};
}

/** A number that the file has as one leaves no question. */
function readAmount(cell: Cell): Reading<DecimalMark> | undefined {
  return typeof cell === 'number' ? {value: plain(cell)} : readNumber(readCell('quantity', cell).text);
}

function plain(cell: Cell): string {
  return typeof cell === 'number' ? exactText(cell) : cell;
}

function marksOf(cells: Cells, index: number): Pick<UploadRow, 'marks' | 'isComputed'> {
  const marks = new Map<UploadField, BrokenMark>();
  let isComputed = false;
  for (const [field, column] of cells) {
    const mark = column[index]?.mark;
    if (mark === 'formula') isComputed = true;
    else if (mark) marks.set(field, mark);
  }
  return {marks, isComputed};
}
