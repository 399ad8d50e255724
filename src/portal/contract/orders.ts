import * as z from 'zod/mini';
import {Totals, Unit, Vat} from './documents.ts';
import {DocumentType} from './me.ts';
import {Address} from './partners.ts';
import {CalendarDate, CurrencyCode, Decimal, openEnum} from './primitives.ts';

/** One line of an order that is being written. */
export const DraftLine = z.object({
  /** Item number. */
  itemNumber: z.string(),
  /** Code of the item's variant. */
  variantCode: z.optional(z.string()),
  /** Code of the unit of measure; without it the item's first unit. */
  unitCode: z.optional(z.string()),
  /** Quantity in the unit. */
  quantity: Decimal,
  /** Date on which the goods of this line are wanted. */
  requestedDate: z.optional(CalendarDate),
  /** Note on the line. */
  note: z.optional(z.string()),
});
export type DraftLine = z.infer<typeof DraftLine>;

/** An order that is being written. */
export const DraftInput = z.object({
  /** The partner's own reference. */
  externalReference: z.optional(z.string()),
  /** Date on which the goods are wanted. */
  requestedDate: z.optional(CalendarDate),
  /** Id of one of the company's delivery addresses. */
  shipToId: z.optional(z.string()),
  /** Another delivery address; used instead of `shipToId`. */
  shipTo: z.optional(Address),
  /** Note on the order. */
  note: z.optional(z.string()),
  /** The order's lines. */
  lines: z.array(DraftLine),
  /** Where the order came from. */
  origin: z.optional(
    z.object({
      /** How it was written. */
      kind: openEnum<'manual' | 'repeat' | 'upload'>(),
      /** Id of the document that is repeated. */
      documentId: z.optional(z.string()),
    }),
  ),
  /** False keeps a draft at the portal; true sends the order. */
  submit: z.boolean(),
});
export type DraftInput = z.infer<typeof DraftInput>;

/** A delivery address in a merge patch: it is merged into the one that is there, and null takes a part of that away. */
export const AddressPatch = z.object({
  /** The address's id, where it is one of the company's own. */
  id: z.optional(z.nullable(z.string())),
  /** Who is there. */
  name: z.string(),
  /** Street and number. */
  line1: z.string(),
  /** Second address line. */
  line2: z.optional(z.nullable(z.string())),
  /** Postal code. */
  postcode: z.string(),
  /** Town or city. */
  city: z.string(),
  /** State, county or region. */
  region: z.optional(z.nullable(z.string())),
  /** Country, ISO 3166-1 alpha-2: `DE`. */
  country: z.string(),
  /** Global Location Number, 13 digits. */
  gln: z.optional(z.nullable(z.string())),
});
export type AddressPatch = z.infer<typeof AddressPatch>;

/** A JSON merge patch (RFC 7396) of a draft: what is absent stays, null takes a value away, `lines` are replaced whole. */
export const DraftPatch = z.object({
  /** The partner's own reference. */
  externalReference: z.optional(z.nullable(z.string())),
  /** Date on which the goods are wanted. */
  requestedDate: z.optional(z.nullable(CalendarDate)),
  /** Id of one of the company's delivery addresses. */
  shipToId: z.optional(z.nullable(z.string())),
  /** Another delivery address; used instead of `shipToId`. */
  shipTo: z.optional(z.nullable(AddressPatch)),
  /** Note on the order. */
  note: z.optional(z.nullable(z.string())),
  /** All lines of the order. */
  lines: z.optional(z.array(DraftLine)),
  /** True sends the order. */
  submit: z.optional(z.boolean()),
});
export type DraftPatch = z.infer<typeof DraftPatch>;

/** A proposal to order again what an earlier document has. Nothing is created by it. */
export const RepeatProposal = z.object({
  /** The order as it could be sent now. */
  draft: DraftInput,
  /** What differs from the earlier document. */
  changes: z.array(
    z.object({
      /** JSON Pointer into `draft`; an item that was left out points to `#/lines`. */
      pointer: z.string(),
      /** What kind of change it is. */
      code: openEnum<
        | 'item_blocked'
        | 'item_unavailable'
        | 'item_replaced'
        | 'price_changed'
        | 'unit_changed'
        | 'date_cleared'
      >(),
      /** The earlier value. */
      before: z.optional(z.string()),
      /** The value now. */
      after: z.optional(z.string()),
      /** The change as a sentence for the user, in the requested language. */
      detail: z.string(),
    }),
  ),
});
export type RepeatProposal = z.infer<typeof RepeatProposal>;

/** Asks the portal what an order would cost, and whether it could be sent. */
export const CalculationInput = z.object({
  /** Type of the document that would be created. */
  type: DocumentType,
  /** The order as it stands. */
  draft: DraftInput,
});
export type CalculationInput = z.infer<typeof CalculationInput>;

/** The portal's price of one line. */
export const PricedLine = z.object({
  /** Item number. */
  itemNumber: z.optional(z.string()),
  /** What the line is about. */
  description: z.optional(z.string()),
  /** Quantity in `unit`. */
  quantity: Decimal,
  /** Unit of measure. */
  unit: z.optional(Unit),
  /** Price of one `unit`, without VAT. */
  unitPrice: z.optional(Decimal),
  /** Discount on the line, in percent. */
  discountPercent: z.optional(Decimal),
  /** Amount of the line after its discount, without VAT. */
  lineAmount: z.optional(Decimal),
  /** VAT rate, in percent. */
  vatPercent: z.optional(Decimal),
});
export type PricedLine = z.infer<typeof PricedLine>;

/** The portal's prices, totals and objections. Calculating has no side effect. */
export const Calculation = z.object({
  /** One entry a line of the draft, in its order. */
  lines: z.array(PricedLine),
  /** Totals; absent where the member may not see prices. */
  totals: z.optional(Totals),
  /** Currency of all amounts. */
  currency: z.optional(CurrencyCode),
  /** VAT by rate. */
  vat: z.optional(z.array(Vat)),
  /** What the user should know before sending. */
  issues: z.array(
    z.object({
      /** JSON Pointer into the draft: `#/lines/2/quantity`. */
      pointer: z.string(),
      /** Stable name of the reason, for programs. */
      code: z.string(),
      /** An error would be refused when sent; a warning would not. */
      severity: openEnum<'error' | 'warning'>(),
      /** The reason as a sentence for the user, in the requested language. */
      detail: z.string(),
    }),
  ),
});
export type Calculation = z.infer<typeof Calculation>;
