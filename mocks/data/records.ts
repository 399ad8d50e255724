import type {Address, DraftInput} from '../../src/portal/contract/index.ts';
import type {Day} from './dates.ts';
import type {Cents, Percent, Price, Quantity, VatGroup} from './money.ts';

/** An item of the catalogue as one partner sees it. Quantities are in whole base units. */
export interface ItemRecord {
  itemNumber: string;
  /** The partner's own number. */
  own?: string;
  gtin: string;
  description: string;
  variants?: {code: string; description: string}[];
  /** The first is the base unit. */
  units: {code: string; perBase: number}[];
  /** Price of a base unit; absent where the portal has none, as for goods that belong to the partner. */
  price?: Price;
  breaks: {minQuantity: number; price: Price}[];
  min?: number;
  max?: number;
  multipleOf?: number;
  status: 'available' | 'limited' | 'unavailable' | 'discontinued';
  stock?: number;
  from?: Day;
  vat: Percent;
  /** The partner's discount on the item's group. */
  discount: Percent;
  /** Sold no more: old documents have it, the catalogue does not. */
  blocked: boolean;
  /** Number of the item that takes the place of a blocked one. */
  successor?: string;
  tracking?: 'lot' | 'serial';
  /** Where it lies in the warehouse. */
  bin: string;
  /** Whether parts of a base unit can be ordered. */
  divisible: boolean;
  /** Lower-case text that a search looks into. */
  haystack: string;
}

/** A line. Amounts are absent on documents without prices. */
export interface LineRecord {
  no: number;
  item?: ItemRecord;
  /** What was asked for; differs from the item's number only where the item is unknown. */
  itemNumber: string;
  variant?: string;
  unit: string;
  quantity: Quantity;
  received: Quantity;
  invoiced: Quantity;
  returned: Quantity;
  price: Price;
  discount: Percent;
  amount: Cents;
  vat: Percent;
  requested?: Day;
  note?: string;
  reason?: string;
  /** The line of the order, or of the invoice for returns, that this one carries out. */
  source?: LineRecord;
}

export interface TotalsRecord {
  lines: Cents;
  discount: Cents;
  net: Cents;
  vat: Cents;
  gross: Cents;
  paid?: Cents;
}

export type DocumentState = 'draft' | 'in_review' | 'open' | 'released' | 'closed' | 'canceled';

/** What a document type is in a chain; decides what its documents show. */
export type Kind = 'order' | 'receipt' | 'return-order' | 'invoice' | 'credit-memo' | 'shipment' | 'delivery';

export interface DocumentRecord {
  id: string;
  type: string;
  kind: Kind;
  /** Order of creation within the partner's documents; breaks ties. */
  sequence: number;
  number: string | null;
  reference?: string;
  posted: boolean | null;
  state: DocumentState;
  fulfilment?: 'none' | 'partial' | 'complete' | 'over';
  payment?: 'open' | 'partial' | 'paid' | 'overdue';
  date: Day;
  postingDate?: Day;
  dueDate?: Day;
  requestedDate?: Day;
  /** Index into the selling companies, or a consignee. */
  seller: number;
  location?: string;
  lines: LineRecord[];
  /** Discount on the whole document. */
  discount: Percent;
  totals?: TotalsRecord;
  groups?: VatGroup[];
  links: DocumentRecord[];
  repeatOf?: DocumentRecord;
  shipTo?: Address;
  note?: string;
  reason?: string;
  author?: string;
  createdAt: number;
  updatedAt: number;
  /** Counts changes: the ETag. */
  version: number;
  /** What was sent, as long as it is a draft. */
  draft?: DraftInput;
}
