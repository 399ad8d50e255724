import * as z from 'zod/mini';
import {DocumentAction, DocumentType} from './me.ts';
import {Address} from './partners.ts';
import {
  CalendarDate,
  CurrencyCode,
  Decimal,
  Instant,
  Money,
  openEnum,
  Page,
  wholeNumber,
} from './primitives.ts';

/** A unit of measure. */
export const Unit = z.object({
  /** Code of the unit at the portal: `PCS`. */
  code: z.string(),
  /** Name of the unit for the user, in the requested language. */
  label: z.string(),
});
export type Unit = z.infer<typeof Unit>;

/** Totals of a document, rounded by the portal. */
export const Totals = z.object({
  /** Sum of the line amounts, before a discount on the whole document. */
  lines: Decimal,
  /** Discount on the whole document. */
  discount: z.optional(Decimal),
  /** Amount without VAT. */
  net: Decimal,
  /** VAT. */
  vat: Decimal,
  /** Amount with VAT. */
  gross: Decimal,
  /** What has been paid. */
  paid: z.optional(Decimal),
  /** What is still to be paid. */
  remaining: z.optional(Decimal),
});
export type Totals = z.infer<typeof Totals>;

/** VAT of one rate. */
export const Vat = z.object({
  /** The rate in percent: `19`. */
  percent: Decimal,
  /** Amount that the VAT is computed from. */
  base: Decimal,
  /** The VAT. */
  amount: Decimal,
});
export type Vat = z.infer<typeof Vat>;

/** A document that belongs to another one's chain. */
export const Related = z.object({
  /** What the document is to the one it is listed at. */
  rel: openEnum<
    'order' | 'receipt' | 'shipment' | 'return-order' | 'invoice' | 'credit-memo' | 'repeat-of'
  >(),
  /** The document's type. */
  type: DocumentType,
  /** The document's id; absent where the member may not open it. */
  id: z.optional(z.string()),
  /** The document's number. */
  number: z.string(),
  /** Whether the document is posted; null where posting does not apply. */
  posted: z.nullable(z.boolean()),
});
export type Related = z.infer<typeof Related>;

/** A reason from the portal's list of reasons. */
export const Reason = z.object({
  /** Code of the reason. */
  code: z.string(),
  /** The reason for the user, in the requested language. */
  label: z.string(),
});
export type Reason = z.infer<typeof Reason>;

/** One line of a document. */
export const Line = z.object({
  /** The line's id, stable over the document's life. */
  id: z.string(),
  /** The line's number in the document, ascending. */
  no: wholeNumber(),
  /** Item number; absent on a line of text or charges. */
  itemNumber: z.optional(z.string()),
  /** The partner's own number for the item. */
  partnerItemNumber: z.optional(z.string()),
  /** Global Trade Item Number, 8, 12, 13 or 14 digits. */
  gtin: z.optional(z.string()),
  /** Code of the item's variant. */
  variantCode: z.optional(z.string()),
  /** What the line is about. */
  description: z.string(),
  /** Quantity in `unit`. */
  quantity: Decimal,
  /** Unit of measure of all quantities of the line. */
  unit: Unit,
  /** Quantity received so far. */
  received: z.optional(Decimal),
  /** Quantity invoiced so far. */
  invoiced: z.optional(Decimal),
  /** Quantity not yet received. */
  outstanding: z.optional(Decimal),
  /** Quantity returned so far. */
  returned: z.optional(Decimal),
  /** Price of one `unit`, without VAT. */
  unitPrice: z.optional(Decimal),
  /** Discount on the line, in percent. */
  discountPercent: z.optional(Decimal),
  /** Amount of the line after its discount, without VAT. */
  lineAmount: z.optional(Decimal),
  /** VAT rate of the line, in percent. */
  vatPercent: z.optional(Decimal),
  /** Date on which the goods are wanted. */
  requestedDate: z.optional(CalendarDate),
  /** Code of the warehouse location. */
  locationCode: z.optional(z.string()),
  /** Code of the bin in the warehouse. */
  binCode: z.optional(z.string()),
  /** Lots and serial numbers of the goods. */
  lots: z.optional(
    z.array(
      z.object({
        /** Lot number. */
        lot: z.optional(z.string()),
        /** Serial number. */
        serial: z.optional(z.string()),
        /** Date on which the goods expire. */
        expiresOn: z.optional(CalendarDate),
        /** Quantity of this lot or serial number, in the line's unit. */
        quantity: Decimal,
      }),
    ),
  ),
  /** Why the goods come back. */
  returnReason: z.optional(Reason),
  /** Note on the line. */
  note: z.optional(z.string()),
});
export type Line = z.infer<typeof Line>;

const summary = {
  /** The document's id, stable over its life. */
  id: z.string(),
  /** The document's type. */
  type: DocumentType,
  /** The document's number; null while it has none; may change when the document is posted. */
  number: z.nullable(z.string()),
  /** The partner's own reference. */
  externalReference: z.optional(z.string()),
  /** Whether the document is recorded in the ledgers; null where posting does not apply. */
  posted: z.nullable(z.boolean()),
  /** Where the document is in its life. */
  state: openEnum<'draft' | 'in_review' | 'open' | 'released' | 'closed' | 'canceled'>(),
  /** How much of the goods has been received or shipped. */
  fulfilment: z.optional(openEnum<'none' | 'partial' | 'complete' | 'over'>()),
  /** How much has been paid. */
  payment: z.optional(openEnum<'open' | 'partial' | 'paid' | 'overdue'>()),
  /** Date of the document. */
  documentDate: CalendarDate,
  /** Date on which the document was posted. */
  postingDate: z.optional(CalendarDate),
  /** Date on which payment is due. */
  dueDate: z.optional(CalendarDate),
  /** Date on which the goods are wanted. */
  requestedDate: z.optional(CalendarDate),
  /** The other side of the document. */
  counterparty: z.optional(
    z.object({
      /** The other side's id. */
      id: z.string(),
      /** The other side's name. */
      name: z.string(),
    }),
  ),
  /** Code of the warehouse location. */
  locationCode: z.optional(z.string()),
  /** How many lines the document has. */
  lineCount: wholeNumber(),
  /** What the document is about in goods: the sum of its lines in each unit of measure, largest first. */
  quantities: z.optional(
    z.array(
      z.object({
        /** Quantity of all lines in `unit`. */
        quantity: Decimal,
        /** Unit of measure. */
        unit: Unit,
      }),
    ),
  ),
  /** Currency of all amounts of the document. */
  currency: z.optional(CurrencyCode),
  /** Totals; absent where the member may not see prices. */
  totals: z.optional(Totals),
  /** What the member may do with the document now. */
  allowedActions: z.array(DocumentAction),
  /** When the document last changed. */
  updatedAt: Instant,
};

/** A document as it stands in a list. */
export const DocumentSummary = z.object(summary);
export type DocumentSummary = z.infer<typeof DocumentSummary>;

/** Amounts of one currency in a list, over all documents that fit the query and not only those of a page. */
export const ListTotal = z.object({
  /** Currency of the amounts. */
  currency: CurrencyCode,
  /** How many documents have amounts in the currency. */
  count: wholeNumber(),
  /** Sum of `totals.gross`. */
  gross: Decimal,
  /** Sum of `totals.remaining`; absent where no document has one. */
  remaining: z.optional(Decimal),
});
export type ListTotal = z.infer<typeof ListTotal>;

/** One page of documents. */
export const DocumentSummaryPage = z.object({
  /** The documents of the page. */
  items: z.array(DocumentSummary),
  /** Where the next page is. */
  page: Page,
  /**
   * Amounts over all documents that fit the query, one entry a currency; absent where the member may not see prices, or where
   * the portal does not add up. Only the first page needs it.
   */
  totals: z.optional(z.array(ListTotal)),
});
export type DocumentSummaryPage = z.infer<typeof DocumentSummaryPage>;

/** A company or person on a document. */
export const Party = z.object({
  /** The party's name. */
  name: z.string(),
  /** The party's number in the books of the portal. */
  number: z.optional(z.string()),
  /** The party's address. */
  address: z.optional(Address),
  /** VAT registration number, with its country prefix. */
  vatNumber: z.optional(z.string()),
  /** Global Location Number, 13 digits. */
  gln: z.optional(z.string()),
});
export type Party = z.infer<typeof Party>;

/** A document with its lines. */
export const Document = z.object({
  ...summary,
  /** Who buys. */
  buyer: z.optional(Party),
  /** Who sells. */
  seller: z.optional(Party),
  /** Where the goods go. */
  shipTo: z.optional(Address),
  /** Note on the document. */
  note: z.optional(z.string()),
  /** Why goods come back. */
  returnReason: z.optional(Reason),
  /** How goods are to be returned. */
  returnInstructions: z.optional(z.string()),
  /** Payment terms in words. */
  paymentTerms: z.optional(z.string()),
  /** What to write on a payment. */
  paymentReference: z.optional(z.string()),
  /** VAT by rate. */
  vat: z.optional(z.array(Vat)),
  /** The document's lines, or the first 500 of them. */
  lines: z.array(Line),
  /** Cursor of further lines, for `linesCursor`; null or absent where there are none. */
  linesNext: z.optional(z.nullable(z.string())),
  /** The other documents of the chain. */
  related: z.array(Related),
  /** What has happened to the document, oldest first. */
  history: z.array(
    z.object({
      /** When it happened. */
      at: Instant,
      /** What happened: `created`, `released`, `posted`, … */
      event: z.string(),
      /** Who did it. */
      by: z.optional(z.string()),
      /** Note on it. */
      note: z.optional(z.string()),
    }),
  ),
});
export type Document = z.infer<typeof Document>;

/** How many documents of a type there are, and what is open. */
export const DocumentCount = z.object({
  /** The document type. */
  type: DocumentType,
  /** How many there are. */
  total: wholeNumber(),
  /** How many are posted. */
  posted: wholeNumber(),
  /** How many are not posted. */
  notPosted: wholeNumber(),
  /** What is still to be paid. */
  open: z.optional(Money),
  /** What should have been paid by now; part of `open`. */
  overdue: z.optional(Money),
});
export type DocumentCount = z.infer<typeof DocumentCount>;

/** Counts of all types that the member may list. */
export const DocumentsSummary = z.object({
  /** One entry a type. */
  items: z.array(DocumentCount),
});
export type DocumentsSummary = z.infer<typeof DocumentsSummary>;
