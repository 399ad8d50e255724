import type {Item} from '../portal/contract/catalog.ts';

/** A unit of measure that an item can be ordered in. */
export type ItemUnit = Item['units'][number];

/** The unit of that code, without a code the one that is proposed; undefined where the item has none such. */
export function unitOf(item: Item, code: string | undefined): ItemUnit | undefined {
  return code === undefined ? item.units[0] : item.units.find((unit) => unit.code === code);
}

/** The unit that prices and limits are counted in, where the item can be ordered in it. */
export function baseUnitOf(item: Item): ItemUnit | undefined {
  return item.units.find(({perBase}) => /^1(\.0+)?$/.test(perBase));
}
