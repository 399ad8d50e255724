import {
  lineAmount,
  MAX_QUANTITY,
  mulDiv,
  type Cents,
  type Percent,
  type Price,
  type Quantity,
} from './money.ts';
import type {ItemRecord} from './records.ts';

/** Orders from this amount on get a discount on the whole. */
const VALUE_DISCOUNT_FROM: Cents = 500_000;
const VALUE_DISCOUNT: Percent = 200;

/** The discount on a whole document whose lines add up to the amount. */
export function valueDiscount(lines: Cents): Percent {
  return lines >= VALUE_DISCOUNT_FROM ? VALUE_DISCOUNT : 0;
}

/** How many base units a unit has; undefined where the item does not come in that unit. */
export function perBase(item: ItemRecord, unit: string): number | undefined {
  return item.units.find(({code}) => code === unit)?.perBase;
}

/** Price of one `unit` of which one has `per` base units: the largest break that the whole quantity reaches counts. */
export function unitPrice(item: ItemRecord, quantity: Quantity, per: number): Price {
  let price = item.price ?? 0;
  for (const step of item.breaks) {
    if (quantity * per >= step.minQuantity * 1000) price = step.price;
  }
  return price * per;
}

/** Units that items came in once and no longer do, with their base units. */
export const FORMER_UNITS: ReadonlyMap<string, number> = new Map([['PACK', 10]]);

/** A price as it was some years ago: lists go up by about 3% a year. */
export function formerPrice(price: Price, years: number): Price {
  return years === 0 ? price : Math.max(1, mulDiv(price, 100 - 3 * years, 100));
}

export interface Priced {
  price: Price;
  amount: Cents;
}

/** Price and amount of a line at today's prices. */
export function priceLine(item: ItemRecord, quantity: Quantity, unit: string): Priced {
  const price = unitPrice(item, quantity, perBase(item, unit) ?? 1);
  return {price, amount: lineAmount(quantity, price, item.discount)};
}

export type QuantityFault =
  | 'quantity_not_positive'
  | 'quantity_too_large'
  | 'quantity_decimals'
  | 'below_minimum'
  | 'above_maximum'
  | 'not_multiple';

/** What is wrong with ordering the quantity, where `per` is the base units of one unit. */
export function quantityFault(item: ItemRecord, quantity: Quantity, per: number): QuantityFault | undefined {
  const base = quantity * per;
  if (quantity <= 0) return 'quantity_not_positive';
  if (quantity > MAX_QUANTITY * 1000) return 'quantity_too_large';
  if (!(item.divisible && per === 1) && quantity % 1000 !== 0) return 'quantity_decimals';
  if (item.min !== undefined && base < item.min * 1000) return 'below_minimum';
  if (item.max !== undefined && base > item.max * 1000) return 'above_maximum';
  if (item.multipleOf !== undefined && base % (item.multipleOf * 1000) !== 0) return 'not_multiple';
  return undefined;
}
