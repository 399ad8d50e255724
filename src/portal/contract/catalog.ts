import * as z from 'zod/mini';
import {CalendarDate, CurrencyCode, Decimal, openEnum} from './primitives.ts';

/** An item that can be ordered. */
export const Item = z.object({
  /** Item number at the portal. */
  itemNumber: z.string(),
  /** The partner's own number for the item. */
  partnerItemNumber: z.optional(z.string()),
  /** Global Trade Item Number, 8, 12, 13 or 14 digits. */
  gtin: z.optional(z.string()),
  /** What the item is. */
  description: z.string(),
  /** Variants, where the item has any: one must be chosen. */
  variants: z.optional(
    z.array(
      z.object({
        /** Code of the variant. */
        code: z.string(),
        /** What the variant is. */
        description: z.string(),
      }),
    ),
  ),
  /** Units of measure that the item can be ordered in; the first is proposed. */
  units: z.array(
    z.object({
      /** Code of the unit at the portal: `PCS`. */
      code: z.string(),
      /** Name of the unit for the user, in the requested language. */
      label: z.string(),
      /** How many base units one such unit has. */
      perBase: Decimal,
    }),
  ),
  /** Price of one base unit, without VAT; absent where the member may not see prices. */
  unitPrice: z.optional(Decimal),
  /** Currency of the prices. */
  currency: z.optional(CurrencyCode),
  /** Lower prices for larger quantities, ascending. */
  priceBreaks: z.optional(
    z.array(
      z.object({
        /** Quantity in base units from which the price holds. */
        minQuantity: Decimal,
        /** Price of one base unit from that quantity, without VAT. */
        unitPrice: Decimal,
      }),
    ),
  ),
  /** Which quantities can be ordered, in base units. */
  orderQuantity: z.optional(
    z.object({
      /** Least quantity. */
      min: z.optional(Decimal),
      /** Greatest quantity. */
      max: z.optional(Decimal),
      /** The quantity must be a multiple of this. */
      multipleOf: z.optional(Decimal),
    }),
  ),
  /** Whether and when the item can be had. */
  availability: z.optional(
    z.object({
      /** In a word. */
      status: openEnum<'available' | 'limited' | 'unavailable' | 'discontinued'>(),
      /** How much there is, in base units. */
      quantity: z.optional(Decimal),
      /** From when on it can be had. */
      from: z.optional(CalendarDate),
    }),
  ),
  /** VAT rate, in percent. */
  vatPercent: z.optional(Decimal),
});
export type Item = z.infer<typeof Item>;

/** Resolves many item numbers at once. */
export const CatalogLookupInput = z.object({
  /** At most 500 item numbers, own numbers or GTINs. */
  keys: z.array(z.string()).check(z.maxLength(500)),
});
export type CatalogLookupInput = z.infer<typeof CatalogLookupInput>;

/** What the keys stand for. */
export const CatalogLookup = z.object({
  /** One entry a key, in the order they were asked for. */
  items: z.array(
    z.object({
      /** The key as it was asked for. */
      key: z.string(),
      /** The item; null where the key is unknown or stands for several. */
      item: z.nullable(Item),
    }),
  ),
});
export type CatalogLookup = z.infer<typeof CatalogLookup>;
