import type {Address, DraftInput} from '../../src/portal/contract/index.ts';
import type {Book, DocumentTypeInfo} from './book.ts';
import {documentId} from './chain-builder.ts';
import {parseDay, type Day} from './dates.ts';
import {parseQuantity, sums} from './money.ts';
import {perBase, priceLine, valueDiscount} from './pricing.ts';
import type {DocumentRecord, ItemRecord, LineRecord} from './records.ts';

/** The one item that a draft's line names by item number, own number or GTIN. */
export function itemOf(book: Book, key: string): ItemRecord | undefined {
  const found = book.lookUp(key);
  return found.length === 1 ? found[0] : undefined;
}

/** The lines of a draft at today's prices. What cannot be priced stays in with an amount of nothing. */
export function draftLines(book: Book, draft: Pick<DraftInput, 'lines'>): LineRecord[] {
  return draft.lines.map((input, index) => {
    const item = itemOf(book, input.itemNumber);
    const unit = input.unitCode ?? item?.units[0]?.code ?? 'PCS';
    const quantity = parseQuantity(input.quantity) ?? 0;
    const sellable = item && !item.blocked && quantity > 0 && perBase(item, unit) !== undefined;
    const priced = sellable ? priceLine(item, quantity, unit) : {price: 0, amount: 0};
    const requested = input.requestedDate === undefined ? undefined : parseDay(input.requestedDate);
    return {
      no: (index + 1) * 10,
      ...(item ? {item} : {}),
      itemNumber: item?.itemNumber ?? input.itemNumber,
      ...(input.variantCode ? {variant: input.variantCode} : {}),
      unit,
      quantity,
      received: 0,
      invoiced: 0,
      returned: 0,
      ...priced,
      discount: item?.discount ?? 0,
      vat: item?.vat ?? 1900,
      ...(requested === undefined ? {} : {requested}),
      ...(input.note ? {note: input.note} : {}),
    };
  });
}

/** Where a draft wants its goods; undefined where it names an address that the company does not have. */
export function shipToOf(book: Book, draft: Pick<DraftInput, 'shipTo' | 'shipToId'>): Address | undefined {
  if (draft.shipTo) return draft.shipTo;
  const {deliveryAddresses} = book.company;
  return draft.shipToId === undefined
    ? deliveryAddresses[0]
    : deliveryAddresses.find(({id}) => id === draft.shipToId);
}

/** Writes what a draft says into its document. */
export function applyDraft(book: Book, document: DocumentRecord, draft: DraftInput): void {
  document.draft = draft;
  document.lines = draftLines(book, draft);
  const total = document.lines.reduce((sum, {amount}) => sum + amount, 0);
  document.discount = document.kind === 'order' ? valueDiscount(total) : 0;
  delete document.reference;
  delete document.note;
  delete document.requestedDate;
  delete document.shipTo;
  if (draft.externalReference) document.reference = draft.externalReference;
  if (draft.note) document.note = draft.note;
  const requested = draft.requestedDate === undefined ? undefined : parseDay(draft.requestedDate);
  if (requested !== undefined) document.requestedDate = requested;
  const shipTo = shipToOf(book, draft);
  if (shipTo) document.shipTo = shipTo;
  if (document.kind === 'order') {
    const {groups, ...totals} = sums(document.lines, document.discount);
    document.totals = totals;
    document.groups = groups;
  }
}

/** A new draft of a type, in the book. */
export function createDraft(
  book: Book,
  info: DocumentTypeInfo,
  draft: DraftInput,
  author: string,
  now: number,
  today: Day,
): DocumentRecord {
  const sequence = book.nextSequence();
  const document: DocumentRecord = {
    id: documentId(book, sequence),
    type: info.type,
    kind: info.kind,
    sequence,
    number: null,
    posted: info.kind === 'order' ? null : false,
    state: 'draft',
    date: today,
    seller: 0,
    lines: [],
    discount: 0,
    links: [],
    author,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  applyDraft(book, document, draft);
  const repeated = draft.origin?.documentId;
  const source = repeated === undefined ? undefined : book.document(info.type, repeated);
  if (source) document.repeatOf = source;
  book.add(document);
  return document;
}

/** Sends a draft: it gets its number and waits for the host. */
export function submitDraft(book: Book, document: DocumentRecord, now: number, today: Day): void {
  const info = book.typeInfo(document.type);
  document.number = book.nextNumber(info?.series[0] ?? 'SO');
  document.state = 'in_review';
  document.fulfilment = 'none';
  document.date = today;
  document.location = 'LAUBEN';
  document.updatedAt = now;
  delete document.draft;
  // The list shows it above all that was there when it was sent, even if the draft is older.
  document.sequence = book.nextSequence();
  book.changed(document.type);
}
