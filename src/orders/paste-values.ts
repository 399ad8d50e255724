import {dayOf, type DayMonthOrder} from './dates.ts';

/** Which character stands before the fraction of a number. */
export type DecimalMark = 'point' | 'comma';
/** From which day a spreadsheet counts its dates. */
export type DateSystem = 1900 | 1904;

/** A text as one value, or as the two that it may mean; undefined: as none. */
export type Reading<Way extends string> =
  | {readonly value: string; readonly by?: Way | undefined}
  | {readonly value?: undefined; readonly ways: Readonly<Record<Way, string>>};

/** What nobody sees in a code, and what no portal knows of it: zero-width and bidi characters, soft hyphens, controls. */
const unseen = /\p{Cf}|(?!\s)\p{Cc}/gu;

/** A code without what cannot be seen in it; spaces of any kind are plain ones. */
export function cleanCode(text: string): string {
  // By far the most are plain.
  if (/^[!-~]*$/.test(text)) return text;
  return text.replaceAll(unseen, '').replaceAll('\u2011', '-').replaceAll(/\s+/g, ' ').trim();
}

const numberShapes: Readonly<Record<DecimalMark, RegExp>> = {
  point: /^(\d*|[1-9]\d{0,2}(?:([,'’٬\s])\d{3})(?:\2\d{3})*)(?:[.٫](\d*))?$/,
  comma: /^(\d*|[1-9]\d{0,2}(?:([.'’٬\s])\d{3})(?:\2\d{3})*)(?:[,٫](\d*))?$/,
};

/**
 * A text as a number above zero, a decimal string. `by` is the mark that it cannot do without: `12,50` is said with a comma,
 * `1,234` in both ways.
 */
export function readNumber(text: string): Reading<DecimalMark> | undefined {
  if (/^[1-9]\d{0,14}$/.test(text)) return {value: text};
  const point = readAs(text, 'point');
  const comma = readAs(text, 'comma');
  if (point === undefined) return comma === undefined ? undefined : {value: comma, by: 'comma'};
  if (comma === undefined) return {value: point, by: 'point'};
  return point === comma ? {value: point} : {ways: {point, comma}};
}

function readAs(text: string, mark: DecimalMark): string | undefined {
  const [, grouped = '', , decimals = ''] = numberShapes[mark].exec(text.trim()) ?? [];
  const integer = grouped.replaceAll(/\D/g, '').replace(/^0+/, '');
  const fraction = decimals.replace(/0+$/, '');
  if (integer.length > 15 || fraction.length > 8 || integer + fraction === '') return undefined;
  return `${integer || '0'}${fraction && '.'}${fraction}`;
}

const months = new Map(
  [
    ['jan', 'januar', 'january', 'jän', 'jänner'],
    ['feb', 'februar', 'february'],
    ['mar', 'march', 'mär', 'mrz', 'märz'],
    ['apr', 'april'],
    ['may', 'mai'],
    ['jun', 'juni', 'june'],
    ['jul', 'juli', 'july'],
    ['aug', 'august'],
    ['sep', 'sept', 'september'],
    ['oct', 'okt', 'october', 'oktober'],
    ['nov', 'november'],
    ['dec', 'dez', 'december', 'dezember'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** A text as a day, `YYYY-MM-DD`. A time of day behind it does not count: it is the same day everywhere. */
export function readDate(text: string): Reading<DayMonthOrder> | undefined {
  const day = text
    .trim()
    .replace(/^(?:\p{L}+\.?,?\s+)(?=\d)/u, (weekday) => (isMonth(weekday) ? weekday : ''))
    .replace(/(?:T|,?\s+)\d{1,2}:\d\d.*$/i, '');
  const numbers = /^(\d{1,4})([-./])(\d{1,2})\2(\d{4}|\d{1,2})$/.exec(day);
  if (numbers) return readNumbers(numbers);
  return sure(readWords(day));
}

/** A day as a spreadsheet counts them, where a number can be one at all: of this century. */
export function readSerial(text: string, system: DateSystem): string | undefined {
  const days = /^(\d{5})(?:[.,]\d+)?$/.exec(text.trim())?.[1];
  if (days === undefined) return undefined;
  const first = system === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const day = new Date(first + Number(days) * 86_400_000).toISOString().slice(0, 10);
  return day >= '2000' && day < '2100' ? day : undefined;
}

function readNumbers(parts: RegExpExecArray): Reading<DayMonthOrder> | undefined {
  const [, first = '', mark = '', second = '', third = ''] = parts;
  if (first.length > 2) return first.length === 4 ? sure(dayOf(first, second, third)) : undefined;
  const dayFirst = dayOf(third, second, first);
  // Nobody writes the month first and dots.
  const monthFirst = mark === '.' ? undefined : dayOf(third, first, second);
  if (dayFirst === undefined) return sure(monthFirst, 'mdy');
  if (monthFirst === undefined) return sure(dayFirst, mark === '.' ? undefined : 'dmy');
  if (dayFirst === monthFirst) return sure(dayFirst);
  return {ways: {dmy: dayFirst, mdy: monthFirst}};
}

function readWords(text: string): string | undefined {
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (compact) return dayOf(compact[1], compact[2], compact[3]);
  const dayFirst = /^(\d{1,2})(?:\.|st|nd|rd|th)?[-\s]*(\p{L}+)\.?[-,\s]*(\d{4}|\d\d)$/u.exec(text);
  if (dayFirst) return dayOf(dayFirst[3], String(monthOf(dayFirst[2])), dayFirst[1]);
  const monthFirst = /^(\p{L}+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text);
  return monthFirst ? dayOf(monthFirst[3], String(monthOf(monthFirst[1])), monthFirst[2]) : undefined;
}

function isMonth(word: string): boolean {
  return monthOf(word.replaceAll(/[^\p{L}]/gu, '')) > 0;
}

function monthOf(name = ''): number {
  return months.get(name.toLowerCase()) ?? 0;
}

function sure(value: string | undefined, by?: DayMonthOrder): Reading<DayMonthOrder> | undefined {
  return value === undefined ? undefined : {value, by};
}
