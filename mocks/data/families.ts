import type {Price} from './money.ts';

/** A group of similar items; what they share is said once. */
export interface Family {
  /** First letters of the item numbers. */
  prefix: string;
  /** Units of measure with their base units; the first is the base unit. */
  units: [code: string, perBase: number][];
  /** Description and price of each item; the price is in ten-thousandths of the currency unit. */
  items: [description: string, price: Price][];
  variants?: [code: string, description: string][];
  min?: number;
  multipleOf?: number;
  max?: number;
  /** Quantities from which a unit costs less, with the discount in percent. */
  breaks?: [minQuantity: number, percent: number][];
  vat?: number;
  /** The customer's discount on the family, in percent. */
  discount?: number;
  tracking?: 'lot' | 'serial';
  divisible?: boolean;
}

/** Every combination of two lists, as items. A price of 0 stands for none. */
export function cross<A, B>(
  first: readonly A[],
  second: readonly B[],
  item: (a: A, b: B, i: number, j: number) => [string, number],
): [string, Price][] {
  return first.flatMap((a, i) =>
    second.map((b, j): [string, Price] => {
      const [description, price] = item(a, b, i, j);
      return [description, price === 0 ? 0 : Math.max(1, Math.round(price))];
    }),
  );
}

export const BULK: [number, number][] = [
  [500, 8],
  [2000, 15],
  [10000, 24],
];
export const PIECES: [number, number][] = [
  [10, 5],
  [50, 12],
];
export const screws: Pick<Family, 'units' | 'min' | 'multipleOf' | 'breaks' | 'discount'> = {
  units: [
    ['PCS', 1],
    ['BOX', 200],
    ['PALLET', 24000],
  ],
  min: 100,
  multipleOf: 50,
  breaks: BULK,
  discount: 5,
};
export const packed = (box: number, pallet: number): Family['units'] => [
  ['PCS', 1],
  ['BOX', box],
  ['PALLET', pallet],
];
