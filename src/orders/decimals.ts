/** The characters that a user's locale puts between digits. */
export interface Separators {
  readonly decimal: string;
  readonly group: string;
}

/** Why a typed quantity is none. `quantity-ambiguous`: a number by another convention, and which one is not known. */
export type QuantityProblem =
  | 'quantity-missing'
  | 'quantity-not-a-number'
  | 'quantity-ambiguous'
  | 'quantity-not-positive'
  | 'quantity-too-long';

/** A typed quantity as a decimal string of the contract, or why it is none. */
export type ParsedQuantity =
  | {readonly value: string; readonly problem?: undefined}
  | {readonly value?: undefined; readonly problem: QuantityProblem};

const INTEGER_DIGITS = 15;
const FRACTION_DIGITS = 8;

/**
 * Reads a quantity as a user of the locale types it: `1.234,56` in German, `1,234.56` in English. What another convention
 * would read differently is a problem, never a guess.
 */
export function parseQuantity(text: string, separators: Separators): ParsedQuantity {
  const typed = text.trim();
  if (typed === '') return {problem: 'quantity-missing'};
  // By far the most are whole, and the same everywhere.
  if (/^[1-9]\d{0,14}$/.test(typed)) return {value: typed};
  const unsigned = typed.replace(/^[-−]\s*/, '');
  // Digits of ASCII alone: full-width ones are as likely a slip of the input method as a number.
  if (!/\d/.test(unsigned) || /[^\d.,'’٫٬\s]/.test(unsigned)) return {problem: 'quantity-not-a-number'};
  const marked = unsigned.replaceAll(/\D/g, (character) => roleOf(character, separators));
  const parts = /^(?<integer>\d*|[1-9]\d{0,2}(?:g\d{3})+)(?:d(?<fraction>\d*))?$/.exec(marked)?.groups;
  if (!parts) return {problem: 'quantity-ambiguous'};
  const integer = (parts['integer'] ?? '').replaceAll('g', '').replace(/^0+(?=\d)/, '') || '0';
  const fraction = (parts['fraction'] ?? '').replace(/0+$/, '');
  if (/^0*$/.test(integer + fraction) || unsigned !== typed) return {problem: 'quantity-not-positive'};
  if (integer.length > INTEGER_DIGITS || fraction.length > FRACTION_DIGITS)
    return {problem: 'quantity-too-long'};
  return {value: fraction ? `${integer}.${fraction}` : integer};
}

/** A decimal string as the user would type it: without separators between thousands. */
export function typeDecimal(value: string, {decimal}: Separators): string {
  return value.replace('.', decimal);
}

const families = [/[\s]/, /['’]/, /[.]/, /[,]/, /[٫]/, /[٬]/];

/** `d` for the decimal separator, `g` for one between thousands, `x` for neither. Keyboards lack the narrow space of French. */
function roleOf(character: string, {decimal, group}: Separators): 'd' | 'g' | 'x' {
  const isLike = (separator: string) =>
    separator !== '' && families.some((family) => family.test(character) && family.test(separator));
  if (isLike(decimal)) return 'd';
  return isLike(group) ? 'g' : 'x';
}
