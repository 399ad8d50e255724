import BigJs, {type Big} from 'big.js';
import type {Item} from '../portal/contract/catalog.ts';
import {parseQuantity, type Separators} from './decimals.ts';
import {isBlankLine, type DraftLine} from './draft.ts';
import {changedLines} from './changed-lines.ts';
import {unitOf} from './units.ts';

// A constructor of our own: the host's settings of big.js are not ours, nor ours the host's.
const Exact = BigJs();
const HALF_AWAY_FROM_ZERO = 1;

/** What one line will probably cost; fields that cannot be known yet are absent. */
export interface LineEstimate {
  /** Price of one unit of the line, without VAT. */
  readonly unitPrice?: string;
  /** Quantity × price, rounded to the currency's digits. */
  readonly amount?: string;
  readonly currency?: string;
}

/** What the lines will probably cost together. */
export interface TotalEstimate {
  readonly amount: string;
  readonly currency: string;
  /** How many lines have an item or a quantity, but no amount yet; they are not in the sum. */
  readonly missing: number;
}

/** Digits after the point of a currency. */
export type CurrencyDigits = (currency: string) => number;

/** Rounds half away from zero to so many digits after the point, and keeps them all: `2.5` → `2.50`. */
export function round(value: string, digits: number): string {
  return new Exact(value).round(digits, HALF_AWAY_FROM_ZERO).toFixed(digits);
}

/** round(quantity × unit price) − round(that × discount % ÷ 100), each to the currency's digits. */
export function lineAmount(
  quantity: string,
  unitPrice: string,
  discountPercent: string,
  digits: number,
): string {
  const full = new Exact(quantity).times(unitPrice).round(digits, HALF_AWAY_FROM_ZERO);
  // ÷ 100 as × 0.01: a division would round on its way.
  const discount = full.times(discountPercent).times('0.01').round(digits, HALF_AWAY_FROM_ZERO);
  return full.minus(discount).toFixed(digits);
}

/** An item's price breaks by quantity: the contract does not say that a portal sorts them. */
export function priceBreaksOf({priceBreaks = []}: Item): PriceBreak[] {
  return priceBreaks.toSorted((a, b) => new Exact(a.minQuantity).cmp(b.minQuantity));
}

/** Price of one unit that has `perBase` base units, when `quantity` of it are ordered. */
export function unitPrice(item: Item, perBase: string, quantity: string): string | undefined {
  if (item.unitPrice === undefined) return undefined;
  const base = new Exact(quantity).times(perBase);
  let price = item.unitPrice;
  for (const step of priceBreaksOf(item)) if (base.gte(step.minQuantity)) price = step.unitPrice;
  return new Exact(price).times(perBase).toFixed();
}

/** Estimates one line. */
export function estimateLine(line: DraftLine, separators: Separators, digits: CurrencyDigits): LineEstimate {
  const {item} = line;
  const currency = item?.currency;
  if (!item || currency === undefined) return {};
  const unit = unitOf(item, line.unitCode);
  if (!unit && line.unitCode !== undefined) return {currency};
  const perBase = unit?.perBase ?? '1';
  const {value} = parseQuantity(line.quantity, separators);
  const price = unitPrice(item, perBase, value ?? '0');
  if (price === undefined) return {};
  if (value === undefined) return {currency, unitPrice: price};
  return {currency, unitPrice: price, amount: lineAmount(value, price, '0', digits(currency))};
}

/**
 * The estimate of an order while it is written. It keeps what it has computed: a changed line costs one line, however long
 * the order is.
 */
export class RunningEstimate {
  readonly #digits: CurrencyDigits;
  /** By line, so that a key which two lines have does not spoil the sum. */
  readonly #estimates = new WeakMap<DraftLine, LineEstimate>();
  readonly #byKey = new Map<string, LineEstimate>();
  readonly #sums = new Map<string, {amount: Big; lines: number}>();
  #lines: readonly DraftLine[] = [];
  #separators: Separators | undefined;
  #missing = 0;

  constructor(digits: CurrencyDigits) {
    this.#digits = digits;
  }

  /** Takes over the lines as they are now: only those that are others than before are looked at. */
  update(lines: readonly DraftLine[], separators: Separators): void {
    const isRetyped =
      this.#separators?.decimal !== separators.decimal || this.#separators.group !== separators.group;
    const {start, fromEnd, toEnd} = isRetyped
      ? {start: 0, fromEnd: this.#lines.length, toEnd: lines.length}
      : changedLines(this.#lines, lines);
    this.#separators = separators;
    const [before, after] = [this.#lines.slice(start, fromEnd), lines.slice(start, toEnd)];
    // Items become known of lines here and there: the others between them stay as they are.
    const isKept = (index: number) =>
      !isRetyped && before.length === after.length && before[index] === after[index];
    for (const [index, line] of before.entries()) if (!isKept(index)) this.#remove(line);
    for (const [index, line] of after.entries()) if (!isKept(index)) this.#add(line, separators);
    this.#lines = lines;
  }

  /** The estimate of one line. */
  of(key: string): LineEstimate {
    return this.#byKey.get(key) ?? {};
  }

  /** The sum; undefined without any price, and where lines have different currencies, which do not add up. */
  get total(): TotalEstimate | undefined {
    const [only, another] = this.#sums;
    if (!only || another) return undefined;
    const [currency, {amount}] = only;
    return {amount: amount.toFixed(this.#digits(currency)), currency, missing: this.#missing};
  }

  #remove(line: DraftLine): void {
    this.#count(line, -1);
    this.#byKey.delete(line.key);
  }

  #add(line: DraftLine, separators: Separators): void {
    const estimate = estimateLine(line, separators, this.#digits);
    this.#estimates.set(line, estimate);
    this.#byKey.set(line.key, estimate);
    this.#count(line, 1);
  }

  #count(line: DraftLine, sign: 1 | -1): void {
    const {amount, currency} = this.#estimates.get(line) ?? {};
    if (amount === undefined && !isBlankLine(line)) this.#missing += sign;
    if (currency === undefined) return;
    const {amount: sum, lines} = this.#sums.get(currency) ?? {amount: new Exact(0), lines: 0};
    const change = new Exact(amount ?? 0).times(sign);
    if (lines + sign === 0) this.#sums.delete(currency);
    else this.#sums.set(currency, {amount: sum.plus(change), lines: lines + sign});
  }
}

type PriceBreak = NonNullable<Item['priceBreaks']>[number];
