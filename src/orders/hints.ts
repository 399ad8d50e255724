import BigJs from 'big.js';
import type {Item} from '../portal/contract/catalog.ts';
import {priceBreaksOf} from './amounts.ts';
import {parseQuantity, type Separators} from './decimals.ts';
import type {DraftLine} from './draft.ts';
import {baseUnitOf, unitOf, type ItemUnit} from './units.ts';

const Exact = BigJs();

/** A quantity with the unit that it is counted in. */
export interface Measure {
  readonly quantity: string;
  /** Undefined: base units, which have no name. */
  readonly unit: ItemUnit | undefined;
}

/** Something worth knowing about a line. It never changes a quantity and never stops an order. */
export type Hint =
  | {
      readonly code: 'below-minimum' | 'above-maximum' | 'not-multiple' | 'not-enough';
      readonly limit: Measure;
    }
  | {
      readonly code: 'next-price';
      readonly from: Measure;
      /** Of one unit of `from`. */
      readonly price: string;
      readonly currency: string;
    }
  | {readonly code: 'order-rule'; readonly min?: Measure; readonly multipleOf?: Measure}
  /** What the portal has said of the line, in its own words. */
  | {readonly code: 'portal'; readonly detail: string};

/** What the quantity of a line runs into, warnings first. */
export function hintsFor(line: DraftLine, separators: Separators): Hint[] {
  const {item} = line;
  if (!item) return [];
  const unit = unitOf(item, line.unitCode);
  const measure = (base: string) => inUnit(base, item, unit);
  const {min, max, multipleOf} = item.orderQuantity ?? {};
  const {value} = parseQuantity(line.quantity, separators);
  if (value === undefined) {
    const rule = {...(min && {min: measure(min)}), ...(multipleOf && {multipleOf: measure(multipleOf)})};
    return Object.keys(rule).length > 0 ? [{code: 'order-rule', ...rule}] : [];
  }
  const hints: Hint[] = [];
  const base = new Exact(value).times(unit?.perBase ?? '1');
  const stock = item.availability?.quantity;
  if (min !== undefined && base.lt(min)) hints.push({code: 'below-minimum', limit: measure(min)});
  if (max !== undefined && base.gt(max)) hints.push({code: 'above-maximum', limit: measure(max)});
  if (multipleOf !== undefined && isPositive(multipleOf) && !base.mod(multipleOf).eq(0)) {
    hints.push({code: 'not-multiple', limit: measure(multipleOf)});
  }
  if (stock !== undefined && base.gt(stock)) hints.push({code: 'not-enough', limit: measure(stock)});
  const next = priceBreaksOf(item).find(({minQuantity}) => base.lt(minQuantity));
  if (next && item.currency !== undefined) {
    const from = measure(next.minQuantity);
    const price = new Exact(next.unitPrice).times(from.unit?.perBase ?? '1').toFixed();
    hints.push({code: 'next-price', from, price, currency: item.currency});
  }
  return hints;
}

/** In the line's own unit where it comes out even, else in base units. */
function inUnit(base: string, item: Item, unit: ItemUnit | undefined): Measure {
  if (unit && isPositive(unit.perBase) && new Exact(base).mod(unit.perBase).eq(0)) {
    return {quantity: new Exact(base).div(unit.perBase).toFixed(), unit};
  }
  return {quantity: base, unit: baseUnitOf(item)};
}

function isPositive(value: string): boolean {
  return new Exact(value).gt(0);
}
