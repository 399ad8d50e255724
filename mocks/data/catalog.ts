import type {Day} from './dates.ts';
import type {Family} from './families.ts';
import {FASTENING} from './families-fastening.ts';
import {PIPES} from './families-pipes.ts';
import {SUPPLY} from './families-supply.ts';
import {WINE} from './families-wine.ts';
import {WORKSHOP} from './families-workshop.ts';
import {withCheckDigit} from './gtin.ts';
import {mulDiv, type Price} from './money.ts';
import {Random} from './random.ts';
import type {ItemRecord} from './records.ts';

type Availability = Pick<ItemRecord, 'status' | 'stock' | 'from' | 'blocked'>;

function availability(random: Random, today: Day, price: number): Availability {
  // Nobody keeps ten thousand drilling machines.
  const lot = price < 5_000 ? 250 : price < 100_000 ? 20 : 1;
  const roll = random.next();
  if (roll < 0.8) {
    const known = random.chance(0.6);
    return {status: 'available', ...(known ? {stock: random.int(4, 90) * lot} : {}), blocked: roll < 0.012};
  }
  if (roll < 0.9) return {status: 'limited', stock: random.int(1, 3) * lot, blocked: false};
  if (roll < 0.965) {
    const known = random.chance(0.7);
    return {status: 'unavailable', ...(known ? {from: today + random.int(3, 70)} : {}), blocked: false};
  }
  return {
    status: 'discontinued',
    ...(random.chance(0.4) ? {stock: random.int(1, 2) * lot} : {}),
    blocked: false,
  };
}

/** Whole cents from one unit of currency on, as price lists have it. */
function rounded(price: Price): Price {
  return price > 10_000 ? Math.round(price / 100) * 100 : Math.max(1, price);
}

function build(families: readonly Family[], seed: number, today: Day, gtinPrefix: string): ItemRecord[] {
  const random = new Random(seed, `catalog ${gtinPrefix}`);
  const numbers = new Map<string, number>();
  const items: ItemRecord[] = [];
  for (const family of families) {
    for (const [description, price] of family.items) {
      const running = (numbers.get(family.prefix) ?? 10020) + random.int(1, 9);
      numbers.set(family.prefix, running);
      const itemNumber = `${family.prefix}-${running}`;
      const gtin = withCheckDigit(`${gtinPrefix}${String(items.length * 7 + 10_003).padStart(9, '0')}`);
      const listPrice = rounded(price);
      items.push({
        itemNumber,
        gtin,
        description,
        variants: family.variants?.map(([code, text]) => ({code, description: text})),
        units: family.units.map(([code, perBase]) => ({code, perBase})),
        price: price > 0 ? listPrice : undefined,
        breaks: (family.breaks ?? []).map(([minQuantity, percent]) => ({
          minQuantity,
          price: rounded(mulDiv(listPrice, 100 - percent, 100)),
        })),
        min: family.min,
        max: family.max,
        multipleOf: family.multipleOf,
        own: undefined,
        ...availability(random, today, listPrice),
        vat: family.vat ?? 1900,
        discount: (family.discount ?? 0) * 100,
        tracking: family.tracking,
        bin: `${String.fromCharCode(65 + random.int(0, 7))}-${String(random.int(1, 32)).padStart(2, '0')}-${random.int(1, 6)}`,
        divisible: family.divisible ?? false,
        haystack: `${itemNumber} ${gtin} ${description}`.toLowerCase(),
      });
    }
  }
  nameSuccessors(items);
  return items;
}

/** Every second item that is sold no more has another one of its family in its place. */
function nameSuccessors(items: readonly ItemRecord[]): void {
  const blocked = items.filter((item) => item.blocked);
  for (const item of blocked.filter((_, index) => index % 2 === 0)) {
    const prefix = item.itemNumber.slice(0, 2);
    const heir = items.find(
      (other) =>
        other.itemNumber.startsWith(prefix) &&
        !other.blocked &&
        other.status === 'available' &&
        JSON.stringify([other.units, other.variants]) === JSON.stringify([item.units, item.variants]),
    );
    if (heir) item.successor = heir.itemNumber;
  }
}

/** The host's catalogue, as somebody without own numbers or discounts sees it. */
export function hostCatalog(seed: number, today: Day): ItemRecord[] {
  return build([...FASTENING, ...PIPES, ...WORKSHOP, ...SUPPLY], seed, today, '201');
}

/** The goods that the logistics customer keeps in the host's warehouse. */
export function logisticsCatalog(seed: number, today: Day): ItemRecord[] {
  return build(WINE, seed, today, '202').map((item, index) =>
    withOwnNumber(item, `MC${String(4000 + index * 3)}`),
  );
}

/** The item with the partner's own number. */
export function withOwnNumber(item: ItemRecord, own: string): ItemRecord {
  return {...item, own, haystack: `${item.haystack} ${own.toLowerCase()}`};
}

/** The catalogue of a customer: own numbers for a part of it, some with leading zeros, as they come from an old ERP. */
export function customerCatalog(catalog: readonly ItemRecord[], seed: number, partner: string): ItemRecord[] {
  const random = new Random(seed, `own numbers ${partner}`);
  return catalog.map((item, index) => {
    if (!random.chance(0.45)) return item;
    const running = 1300 + index * 4 + random.int(0, 3);
    return withOwnNumber(item, random.chance(0.2) ? String(running).padStart(8, '0') : `KA-${running}`);
  });
}

/** What a vendor supplies: the fastening part, at the prices that the host pays, all of it with the vendor's numbers. */
export function vendorCatalog(catalog: readonly ItemRecord[]): ItemRecord[] {
  const prefixes = new Set(FASTENING.map(({prefix}) => prefix));
  return catalog
    .filter(({itemNumber}) => prefixes.has(itemNumber.slice(0, 2)))
    .map((item, index) =>
      withOwnNumber(
        {
          ...item,
          discount: 0,
          ...(item.price === undefined ? {} : {price: rounded(mulDiv(item.price, 55, 100))}),
          breaks: item.breaks.map(({minQuantity, price}) => ({
            minQuantity,
            price: rounded(mulDiv(price, 55, 100)),
          })),
        },
        `RB ${8000 + index}.${(index % 9) + 1}`,
      ),
    );
}
