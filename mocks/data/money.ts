/*
 * Exact arithmetic on whole numbers. Floating point never comes near an amount: everything is counted in a smallest part,
 * and products that would not fit 53 bits go through BigInt.
 */

/** Hundredths of the currency unit. */
export type Cents = number;
/** Ten-thousandths of the currency unit: screws cost less than a cent. */
export type Price = number;
/** Thousandths of a unit of measure. */
export type Quantity = number;
/** Hundredths of a percent. */
export type Percent = number;

/** `a × b ÷ divisor`, rounded half away from zero. All three are whole numbers. */
export function mulDiv(a: number, b: number, divisor: number): number {
  const product = a * b;
  if (Number.isSafeInteger(product)) {
    const size = Math.abs(product);
    const rest = size % divisor;
    const rounded = (size - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
    return product < 0 ? -rounded : rounded;
  }
  const exact = BigInt(a) * BigInt(b);
  const size = exact < 0n ? -exact : exact;
  const rounded = Number((size * 2n + BigInt(divisor)) / (BigInt(divisor) * 2n));
  return exact < 0n ? -rounded : rounded;
}

/** round(quantity × price) − round(that × discount): the amount of a line as the contract defines it. */
export function lineAmount(quantity: Quantity, price: Price, discount: Percent): Cents {
  const amount = mulDiv(quantity, price, 100_000);
  return discount === 0 ? amount : amount - mulDiv(amount, discount, 10_000);
}

export interface VatGroup {
  percent: Percent;
  base: Cents;
  amount: Cents;
}

export interface Sums {
  lines: Cents;
  discount: Cents;
  net: Cents;
  vat: Cents;
  gross: Cents;
  groups: VatGroup[];
}

/** Adds lines up. VAT is rounded once a rate, as ERPs do, and not line by line. */
export function sums(lines: readonly {amount: Cents; vat: Percent}[], discount: Percent): Sums {
  const groups: VatGroup[] = [];
  let total = 0;
  for (const line of lines) {
    total += line.amount;
    const group = groups.find(({percent}) => percent === line.vat);
    if (group) group.base += line.amount;
    else groups.push({percent: line.vat, base: line.amount, amount: 0});
  }
  let discounted = 0;
  let vat = 0;
  for (const group of groups) {
    const part = mulDiv(group.base, discount, 10_000);
    discounted += part;
    group.base -= part;
    group.amount = mulDiv(group.base, group.percent, 10_000);
    vat += group.amount;
  }
  groups.sort((a, b) => b.percent - a.percent);
  const net = total - discounted;
  return {lines: total, discount: discounted, net, vat, gross: net + vat, groups};
}

/** A whole number of 10^-digits as a decimal string with at least `least` digits after the point. */
function decimal(value: number, digits: number, least: number): string {
  const text = String(Math.abs(value)).padStart(digits + 1, '0');
  const whole = text.slice(0, -digits);
  let fraction = text.slice(-digits);
  while (fraction.length > least && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return `${value < 0 ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

export const centsText = (value: Cents): string => decimal(value, 2, 2);
export const priceText = (value: Price): string => decimal(value, 4, 2);
export const quantityText = (value: Quantity): string => decimal(value, 3, 0);
export const percentText = (value: Percent): string => decimal(value, 2, 0);

/** Largest quantity that is taken, in whole units: keeps every sum within what is exact. */
export const MAX_QUANTITY = 1_000_000;

/** Reads a decimal string as a quantity; undefined where it has more than three digits after the point or is too large. */
export function parseQuantity(text: string): Quantity | undefined {
  const match = /^(-?)0*(\d{1,7})(?:\.(\d{1,3})0*)?$/.exec(text);
  if (!match) return undefined;
  const value = Number(match[2]) * 1000 + Number((match[3] ?? '').padEnd(3, '0'));
  if (value > MAX_QUANTITY * 1000) return undefined;
  return match[1] === '-' ? -value : value;
}
