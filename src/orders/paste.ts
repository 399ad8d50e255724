import {
  openQuestions,
  readCell,
  readDay,
  settle,
  valueOf,
  type ColumnAnswers,
  type ColumnQuestion,
} from './column-readings.ts';
import {typeDecimal, type Separators} from './decimals.ts';
import type {DayMonthOrder} from './dates.ts';
import {parseStepwise, PASTE_LIMITS, type DelimitedProblem} from './delimited.ts';
import {newLine, withItem, type Draft, type DraftLine} from './draft.ts';
import {LINE_FIELDS} from './line-columns.ts';
import {nameKey} from './name-key.ts';
import {restore} from './neutralise.ts';
import {tellColumns, type PasteColumn, type PasteTable} from './paste-columns.ts';
import {readNumber, type DateSystem, type DecimalMark, type Reading} from './paste-values.ts';
import type {LineField} from './problems.ts';
import {atOnce, mapStepwise, type Stepwise} from './slices.ts';
import type {FieldsOfLines} from './typed-fields.ts';

/** Why nothing of a paste can be taken. */
export type PasteProblem = DelimitedProblem | {readonly code: 'empty' | 'header-only'};

/** Where and how a text is pasted. */
export interface PasteOptions {
  /** Field of the cell that it is pasted on. */
  readonly at: LineField;
  /** Names of columns besides those that are known anyway; see `headerLabels`. */
  readonly labels?: ReadonlyMap<string, LineField> | undefined;
  /** From which day numbers count that stand for dates. */
  readonly dateSystem?: DateSystem;
}

/** What only the user knows of a paste. */
export type PasteAnswers = ColumnAnswers;

/** A column of a paste that can be read in two ways. */
export type PasteQuestion = ColumnQuestion;

/** A paste that was read, up to the questions that it leaves open. */
export interface PasteBlock {
  readonly columns: readonly PasteColumn[];
  readonly questions: readonly PasteQuestion[];
  readonly rows: number;
  /** Rows above the first one that counts. */
  readonly headerRows: number;
  /** Codes from which something was taken that cannot be seen. */
  readonly cleaned: number;
  readonly texts: ReadonlyMap<LineField, readonly string[]>;
  readonly quantities: readonly (Reading<DecimalMark> | undefined)[];
  readonly dates: readonly (Reading<DayMonthOrder> | undefined)[];
}

/** What a paste writes: for each of its fields a text for every row. */
export interface PastePlan {
  readonly rows: number;
  readonly values: ReadonlyMap<LineField, readonly string[]>;
}

/** A paste that was read, or why it was not. */
export type PasteResult =
  | {readonly block: PasteBlock; readonly problem?: undefined}
  | {readonly block?: undefined; readonly problem: PasteProblem};

/** Reads a text as a spreadsheet copies it. */
export function readPaste(text: string, options: PasteOptions): PasteResult {
  return atOnce(readPasteStepwise(text, options));
}

/** As `readPaste`, in steps. */
export function* readPasteStepwise(text: string, options: PasteOptions): Stepwise<PasteResult> {
  // One more for the names of the columns.
  const limits = {...PASTE_LIMITS, rows: PASTE_LIMITS.rows + 1};
  const {rows, problem} = yield* parseStepwise(text, '\t', limits);
  if (problem)
    return {problem: problem.code === 'too-many-rows' ? {...problem, limit: PASTE_LIMITS.rows} : problem};
  return yield* readRowsStepwise(rows, options);
}

/** Reads rows of cells, wherever they come from. */
export function readRows(rows: readonly (readonly string[])[], options: PasteOptions): PasteResult {
  return atOnce(readRowsStepwise(rows, options));
}

/** As `readRows`, in steps. */
export function* readRowsStepwise(
  rows: readonly (readonly string[])[],
  options: PasteOptions,
): Stepwise<PasteResult> {
  if (rows.length === 0) return {problem: {code: 'empty'}};
  const table = tellColumns(rows, options.at, options.labels);
  yield;
  const count = table.rows.length;
  if (count === 0) return {problem: {code: 'header-only'}};
  if (count > PASTE_LIMITS.rows) return {problem: {code: 'too-many-rows', limit: PASTE_LIMITS.rows}};
  const {texts, cleaned} = yield* readTexts(table);
  const quantities = settle(yield* mapStepwise(texts.get('quantity') ?? [], readNumber));
  const system = options.dateSystem ?? 1900;
  const days = texts.get('requestedDate') ?? [];
  const dates = settle(yield* mapStepwise(days, (text) => readDay(text, system)));
  const questions = openQuestions(texts, quantities, dates);
  const {columns, headerRows} = table;
  return {block: {columns, questions, rows: count, headerRows, cleaned, texts, quantities, dates}};
}

/** What the paste comes to. A cell that cannot be read stays as it is; so does one whose question has no answer. */
export function planPaste(block: PasteBlock, answers: PasteAnswers, separators: Separators): PastePlan {
  const {texts, quantities, dates, rows} = block;
  const values = new Map(texts);
  const amounts = texts.get('quantity');
  if (amounts) {
    const typed = amounts.map((text, row) => {
      const value = valueOf(quantities[row], answers.quantity);
      return value === undefined ? text : typeDecimal(value, separators);
    });
    values.set('quantity', typed);
  }
  const days = texts.get('requestedDate');
  if (days) {
    const read = days.map((text, row) => valueOf(dates[row], answers.requestedDate) ?? text);
    values.set('requestedDate', read);
  }
  return {rows, values};
}

/** A draft with a paste in it, and the lines that it has written, in their order. */
export interface Pasted {
  readonly draft: Draft;
  readonly lines: readonly DraftLine[];
}

/**
 * Writes a paste from a line downwards, as in a spreadsheet: in lines that are there only the fields that it has, and lines
 * of its own where there are no more. Without such a line, at the end. Fields that are `kept` stay as they are.
 */
export function applyPaste(
  draft: Draft,
  {values, rows}: PastePlan,
  lineKey: string,
  kept?: FieldsOfLines,
): Pasted {
  const found = draft.lines.findIndex(({key}) => key === lineKey);
  const start = found === -1 ? draft.lines.length : found;
  const blank = newLine();
  const written: DraftLine[] = [];
  for (let row = 0; row < rows; row++) {
    // Thousands of keys at once are not left to chance, and one that is drawn by lot takes longer than a line to be read.
    const line = draft.lines[start + row] ?? {...blank, key: `${blank.key}-${row}`};
    written.push(writeLine(line, values, row, kept?.get(line.key)));
  }
  const isSame = written.every((line, row) => line === draft.lines[start + row]);
  if (isSame) return {draft, lines: written};
  return {draft: {...draft, lines: draft.lines.toSpliced(start, rows, ...written)}, lines: written};
}

function writeLine(
  line: DraftLine,
  values: PastePlan['values'],
  row: number,
  kept?: ReadonlySet<LineField>,
): DraftLine {
  const change: {-readonly [K in keyof DraftLine]?: DraftLine[K]} = {};
  for (const field of LINE_FIELDS) {
    const value = values.get(field)?.[row];
    if (value === undefined || kept?.has(field)) continue;
    if (field === 'variant') change.variantCode = value || undefined;
    else if (field === 'unit') change.unitCode = value || undefined;
    else if (field !== 'item') change[field] = value;
    else if (nameKey(value) !== nameKey(line.search)) {
      // What was chosen of the item before is not the new one's.
      Object.assign(change, {search: value, item: undefined, variantCode: undefined, unitCode: undefined});
    }
  }
  const names = Object.keys(change) as (keyof DraftLine)[];
  if (names.every((name) => change[name] === line[name])) return line;
  const next = {...line, ...change};
  return next.item && (values.has('variant') || values.has('unit')) ? withItem(next, next.item) : next;
}

function* readTexts({columns, rows}: PasteTable): Stepwise<Pick<PasteBlock, 'texts' | 'cleaned'>> {
  const texts = new Map<LineField, string[]>();
  let cleaned = 0;
  const read = (field: LineField, cell: string): string => {
    const {text, isCleaned} = readCell(field, restore(cell));
    if (isCleaned) cleaned++;
    return text;
  };
  for (const field of LINE_FIELDS) {
    const own = columns.filter((column) => column.field === field);
    // The chosen one first, then those that help out.
    own.sort((a, b) => Number(a.ignored !== undefined) - Number(b.ignored !== undefined));
    const [first, ...others] = own;
    if (!first) continue;
    const column = yield* mapStepwise(rows, (row) => {
      const text = read(field, row[first.index] ?? '');
      const other = text === '' && others.find(({index}) => (row[index] ?? '').trim() !== '');
      return other ? read(field, row[other.index] ?? '') : text;
    });
    texts.set(field, column);
  }
  return {texts, cleaned};
}
