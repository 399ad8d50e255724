import type {DayMonthOrder} from './dates.ts';
import {
  cleanCode,
  readDate,
  readSerial,
  type DateSystem,
  type DecimalMark,
  type Reading,
} from './paste-values.ts';
import type {LineField} from './problems.ts';

/** What only the user knows: how a column is to be read. */
export interface ColumnAnswers {
  readonly quantity?: DecimalMark | undefined;
  readonly requestedDate?: DayMonthOrder | undefined;
}

/** A column that can be read in two ways, with some of its cells as both read them. */
export type ColumnQuestion =
  | {readonly field: 'quantity'; readonly samples: readonly Sample<DecimalMark>[]}
  | {readonly field: 'requestedDate'; readonly samples: readonly Sample<DayMonthOrder>[]};

/** A cell that can be read in two ways. */
export interface Sample<Way extends string> {
  readonly text: string;
  readonly ways: Readonly<Record<Way, string>>;
}

/** A cell as it is taken, and whether anything was taken from a code that cannot be seen. */
export interface CellText {
  readonly text: string;
  readonly isCleaned: boolean;
}

/**
 * A text of its own is kept, but for what no text has; a code, a number and a date are without what nobody sees in them. What
 * `neutralise` has done to it has to be taken back before: twice would take an apostrophe that somebody has written.
 */
export function readCell(field: LineField | 'reference', text: string): CellText {
  if (field === 'note') return {text: text.replaceAll('\u0000', ''), isCleaned: false};
  const clean = cleanCode(text);
  // Spaces between the digits of a number are no secret.
  const isRead = field === 'quantity' || field === 'requestedDate';
  const isCleaned = !isRead && clean !== text && clean !== text.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  return {text: clean, isCleaned};
}

/** A text as a day, be it one that a spreadsheet has counted. */
export function readDay(text: string, system: DateSystem): Reading<DayMonthOrder> | undefined {
  const serial = readSerial(text, system);
  return serial === undefined ? readDate(text) : {value: serial};
}

/** Where some cells of a column can be read in one way only, and all in the same, so are the others. */
export function settle<Way extends string>(
  readings: readonly (Reading<Way> | undefined)[],
): (Reading<Way> | undefined)[] {
  const seen = new Set(
    readings.flatMap((reading) => (reading?.value === undefined ? [] : (reading.by ?? []))),
  );
  const [way, ...others] = seen;
  if (way === undefined || others.length > 0) return [...readings];
  return readings.map((reading) =>
    reading && reading.value === undefined ? {value: reading.ways[way], by: way} : reading,
  );
}

const SAMPLES = 3;

/** The columns that can still be read in two ways. */
export function openQuestions(
  texts: ReadonlyMap<LineField | 'reference', readonly string[]>,
  quantities: readonly (Reading<DecimalMark> | undefined)[],
  dates: readonly (Reading<DayMonthOrder> | undefined)[],
): ColumnQuestion[] {
  const questions: ColumnQuestion[] = [
    {field: 'quantity', samples: openSamples(texts.get('quantity'), quantities)},
    {field: 'requestedDate', samples: openSamples(texts.get('requestedDate'), dates)},
  ];
  return questions.filter(({samples}) => samples.length > 0);
}

/** Three at most, and no two the same. */
function openSamples<Way extends string>(
  texts: readonly string[] = [],
  readings: readonly (Reading<Way> | undefined)[],
): Sample<Way>[] {
  const samples = new Map<string, Sample<Way>>();
  for (const [row, reading] of readings.entries()) {
    if (!reading || reading.value !== undefined) continue;
    const text = texts[row] ?? '';
    samples.set(text, {text, ways: reading.ways});
    if (samples.size === SAMPLES) break;
  }
  return [...samples.values()];
}

/** What a cell is read as, where that is known by now. */
export function valueOf<Way extends string>(
  reading: Reading<Way> | undefined,
  way: Way | undefined,
): string | undefined {
  if (!reading || reading.value !== undefined) return reading?.value;
  return way && reading.ways[way];
}
