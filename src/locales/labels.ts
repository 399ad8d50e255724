import {activeStrings, msg} from './localize.ts';

/** Words for what a portal names by code. A code that is not here is shown as readable text, never as an error. */

const types = new Map<string, () => string>([
  ['purchase-order', () => msg('Purchase orders', {id: 'document-type.purchase-order'})],
  ['warehouse-receipt', () => msg('Warehouse receipts', {id: 'document-type.warehouse-receipt'})],
  ['purchase-return-order', () => msg('Purchase return orders', {id: 'document-type.purchase-return-order'})],
  ['purchase-invoice', () => msg('Purchase invoices', {id: 'document-type.purchase-invoice'})],
  ['purchase-credit-memo', () => msg('Purchase credit memos', {id: 'document-type.purchase-credit-memo'})],
  ['sales-order', () => msg('Sales orders', {id: 'document-type.sales-order'})],
  ['warehouse-shipment', () => msg('Warehouse shipments', {id: 'document-type.warehouse-shipment'})],
  ['sales-return-order', () => msg('Sales return orders', {id: 'document-type.sales-return-order'})],
  ['sales-invoice', () => msg('Sales invoices', {id: 'document-type.sales-invoice'})],
  ['sales-credit-memo', () => msg('Sales credit memos', {id: 'document-type.sales-credit-memo'})],
  ['shipment', () => msg('Shipments', {id: 'document-type.shipment'})],
  ['delivery', () => msg('Deliveries', {id: 'document-type.delivery'})],
]);

const names = new Map<string, () => string>([
  ['purchase-order', () => msg('Purchase order', {id: 'document-name.purchase-order'})],
  ['warehouse-receipt', () => msg('Warehouse receipt', {id: 'document-name.warehouse-receipt'})],
  ['purchase-return-order', () => msg('Purchase return order', {id: 'document-name.purchase-return-order'})],
  ['purchase-invoice', () => msg('Purchase invoice', {id: 'document-name.purchase-invoice'})],
  ['purchase-credit-memo', () => msg('Purchase credit memo', {id: 'document-name.purchase-credit-memo'})],
  ['sales-order', () => msg('Sales order', {id: 'document-name.sales-order'})],
  ['warehouse-shipment', () => msg('Warehouse shipment', {id: 'document-name.warehouse-shipment'})],
  ['sales-return-order', () => msg('Sales return order', {id: 'document-name.sales-return-order'})],
  ['sales-invoice', () => msg('Sales invoice', {id: 'document-name.sales-invoice'})],
  ['sales-credit-memo', () => msg('Sales credit memo', {id: 'document-name.sales-credit-memo'})],
  ['shipment', () => msg('Shipment', {id: 'document-name.shipment'})],
  ['delivery', () => msg('Delivery', {id: 'document-name.delivery'})],
]);

const states = new Map<string, () => string>([
  ['draft', () => msg('Draft', {id: 'document-state.draft'})],
  ['in_review', () => msg('In review', {id: 'document-state.in-review'})],
  ['open', () => msg('Open', {id: 'document-state.open'})],
  ['released', () => msg('Released', {id: 'document-state.released'})],
  ['closed', () => msg('Closed', {id: 'document-state.closed'})],
  ['canceled', () => msg('Canceled', {id: 'document-state.canceled'})],
]);

const payments = new Map<string, () => string>([
  ['open', () => msg('Not paid', {id: 'document-payment.open'})],
  ['partial', () => msg('Partly paid', {id: 'document-payment.partial'})],
  ['paid', () => msg('Paid', {id: 'document-payment.paid'})],
  ['overdue', () => msg('Overdue', {id: 'document-payment.overdue'})],
  // Asked for, and never said of one document.
  ['unpaid', () => msg('Not fully paid', {id: 'document-payment.unpaid'})],
]);

const fulfilments = new Map<string, () => string>([
  ['none', () => msg('Nothing delivered', {id: 'document-fulfilment.none'})],
  ['partial', () => msg('Partly delivered', {id: 'document-fulfilment.partial'})],
  ['complete', () => msg('Delivered', {id: 'document-fulfilment.complete'})],
  ['over', () => msg('More delivered than ordered', {id: 'document-fulfilment.over'})],
]);

const amounts = new Map<string, () => string>([
  ['purchase-invoice', () => msg('Amount owed', {id: 'document-amount.owed'})],
  ['sales-invoice', () => msg('Amount owed', {id: 'document-amount.owed'})],
  ['purchase-credit-memo', () => msg('Amount credited', {id: 'document-amount.credited'})],
  ['sales-credit-memo', () => msg('Amount credited', {id: 'document-amount.credited'})],
]);

/** What the host calls what we have no word for. */
function ownLabel(id: string): string | undefined {
  return activeStrings()?.[id];
}

/** The documents of a type, in the plural: "Purchase orders". */
export function documentTypeLabel(type: string): string {
  return types.get(type)?.() ?? ownLabel(`document-type.${type}`) ?? humanise(type);
}

/** One document of a type: "Purchase order". */
export function documentTypeName(type: string): string {
  return names.get(type)?.() ?? ownLabel(`document-name.${type}`) ?? humanise(type);
}

/** The state of a document: "In review". */
export function documentStateLabel(state: string): string {
  return states.get(state)?.() ?? humanise(state);
}

/** Whether a document is posted. */
export function postedLabel(posted: boolean): string {
  return posted ? msg('Posted', {id: 'document.posted'}) : msg('Not posted', {id: 'document.not-posted'});
}

/** How much of a document has been paid: "Partly paid". */
export function paymentLabel(payment: string): string {
  return payments.get(payment)?.() ?? humanise(payment);
}

/** How much of a document's goods has been delivered: "Partly delivered". */
export function fulfilmentLabel(fulfilment: string): string {
  return fulfilments.get(fulfilment)?.() ?? humanise(fulfilment);
}

/** What the amount of a document with VAT is: "Amount credited". */
export function amountLabel(type: string): string {
  return amounts.get(type)?.() ?? msg('Total', {id: 'document-amount.total'});
}

/** A code as words: `partly_received`, `partly-received` and `partlyReceived` → "Partly received". */
export function humanise(code: string): string {
  const words = code
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[-_\s]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const stages = new Map<string, () => string>([
  ['order', () => msg('Order', {id: 'document-stage.order'})],
  ['receipt', () => msg('Receipts', {id: 'document-stage.receipt'})],
  ['shipment', () => msg('Shipments', {id: 'document-stage.shipment'})],
  ['invoice', () => msg('Invoices', {id: 'document-stage.invoice'})],
  ['return-order', () => msg('Return orders', {id: 'document-stage.return-order'})],
  ['credit-memo', () => msg('Credit memos', {id: 'document-stage.credit-memo'})],
]);

const events = new Map<string, () => string>([
  ['created', () => msg('Created', {id: 'document-event.created'})],
  ['submitted', () => msg('Submitted', {id: 'document-event.submitted'})],
  ['confirmed', () => msg('Confirmed', {id: 'document-event.confirmed'})],
  ['approved', () => msg('Approved', {id: 'document-event.approved'})],
  ['rejected', () => msg('Rejected', {id: 'document-event.rejected'})],
  ['changed', () => msg('Changed', {id: 'document-event.changed'})],
  ['released', () => msg('Released', {id: 'document-event.released'})],
  ['reopened', () => msg('Reopened', {id: 'document-event.reopened'})],
  ['shipped', () => msg('Shipped', {id: 'document-event.shipped'})],
  ['received', () => msg('Goods received', {id: 'document-event.received'})],
  ['returned', () => msg('Goods returned', {id: 'document-event.returned'})],
  ['invoiced', () => msg('Invoiced', {id: 'document-event.invoiced'})],
  ['credited', () => msg('Credited', {id: 'document-event.credited'})],
  ['posted', () => msg('Posted', {id: 'document-event.posted'})],
  ['partially_paid', () => msg('Partly paid', {id: 'document-event.partially-paid'})],
  ['paid', () => msg('Paid', {id: 'document-event.paid'})],
  ['closed', () => msg('Closed', {id: 'document-event.closed'})],
  ['canceled', () => msg('Canceled', {id: 'document-event.canceled'})],
]);

/** What documents are to a chain, in the plural where there may be several: "Receipts". */
export function stageLabel(rel: string): string {
  return stages.get(rel)?.() ?? humanise(rel);
}

/** What has happened to a document: "Goods received". */
export function historyEventLabel(event: string): string {
  return events.get(event)?.() ?? humanise(event);
}
