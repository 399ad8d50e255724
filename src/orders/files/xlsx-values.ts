import type {DateSystem} from '../paste-values.ts';
import type {Cell} from './file-content.ts';
import type {NumberForm, Piece} from './xlsx-styles.ts';

/** A number of a sheet as a cell; `shown` where the spreadsheet shows more than its digits. */
export interface NumberCell {
  readonly cell: Cell;
  readonly shown?: string | undefined;
}

/** What a spreadsheet keeps of a number. */
const DIGITS = 15;
/** The first whole number that has more of them. */
const LONGEST = 10 ** DIGITS;
/** The last day of the year 9999. */
const LAST_DAY = 2_958_465;

/** Reads a number as a workbook has it. What is no number is a text. */
export function readNumberCell(text: string, form: NumberForm | undefined, days: Days): NumberCell {
  const exact = Number(text);
  if (!isNumber(text, exact)) return {cell: text.trim()};
  if (form?.kind === 'date') {
    const day = days.of(exact);
    if (day !== undefined) return {cell: day};
  }
  // A whole number as long as that has lost its last digits. It is shown like this, and taken for what it is.
  if (Math.abs(exact) >= LONGEST) return {cell: exact.toExponential().toUpperCase()};
  // 0.1 + 0.2 is computed as 0.30000000000000004, and shown as 0.3. Whole numbers are exact, and minus zero is zero.
  const value = Number.isInteger(exact) ? exact + 0 : Number(exact.toPrecision(DIGITS));
  if (form?.kind === 'lettered') return {cell: value, ...fill(value, form.pieces)};
  return form?.kind === 'padded' ? pad(value, form) : {cell: value};
}

/** Whether that is how a workbook writes a number; texts of digits alone, which most are, are told without more ado. */
function isNumber(text: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  return /^\d+$/.test(text) || (/^\s*[-+\d.]/.test(text) && !/[box]/i.test(text));
}

function pad(value: number, {integer, fraction}: Extract<NumberForm, {readonly kind: 'padded'}>): NumberCell {
  const fixed = value.toFixed(fraction);
  if (value < 0 || Number(fixed) !== value) return {cell: value};
  const [whole = '', decimals = ''] = fixed.split('.');
  const shown =
    decimals === '' ? whole.padStart(integer, '0') : `${whole.padStart(integer, '0')}.${decimals}`;
  if (shown === String(value)) return {cell: value};
  // A text has a question of its decimal mark: 1.500 would be fifteen hundred to some.
  return decimals === '' ? {cell: shown} : {cell: value, shown};
}

/** The digits of a whole number in their places, from the last one on; those that are left over go to the first place. */
function fill(value: number, pieces: readonly Piece[]): Pick<NumberCell, 'shown'> {
  if (!Number.isInteger(value) || value < 0) return {};
  const digits = String(value).split('');
  const first = pieces.findIndex((piece) => 'digit' in piece);
  const shown = pieces.map((piece) => ('text' in piece ? piece.text : ''));
  for (let at = pieces.length - 1; at >= first; at--) {
    const piece = pieces[at];
    if (!piece || 'text' in piece) continue;
    shown[at] = at === first ? digits.splice(0).join('') : (digits.pop() ?? '');
    if (shown[at] === '' && piece.digit === '0') shown[at] = '0';
  }
  return {shown: shown.join('')};
}

/** The days that numbers stand for. A sheet has few, many times: each is made once. */
export class Days {
  readonly #system: DateSystem;
  readonly #known = new Map<number, string>();

  constructor(system: DateSystem) {
    this.#system = system;
  }

  /** The day that a number stands for, `YYYY-MM-DD`; its time does not count. Undefined where it is none. */
  of(serial: number): string | undefined {
    const number = Math.floor(serial);
    if (serial < 1 || number > LAST_DAY) return undefined;
    const day = this.#known.get(number) ?? dayOf(number, this.#system);
    this.#known.set(number, day);
    return day;
  }
}

function dayOf(number: number, system: DateSystem): string {
  if (system === 1904) return toDay(Date.UTC(1904, 0, 1), number);
  // To spreadsheets, 1900 was a leap year.
  if (number === 60) return '1900-02-29';
  return toDay(number < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30), number);
}

function toDay(first: number, days: number): string {
  return new Date(first + days * 86_400_000).toISOString().slice(0, 10);
}
