import {msg} from './localize.ts';

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

const states = new Map<string, () => string>([
  ['draft', () => msg('Draft', {id: 'document-state.draft'})],
  ['in_review', () => msg('In review', {id: 'document-state.in-review'})],
  ['open', () => msg('Open', {id: 'document-state.open'})],
  ['released', () => msg('Released', {id: 'document-state.released'})],
  ['closed', () => msg('Closed', {id: 'document-state.closed'})],
  ['canceled', () => msg('Canceled', {id: 'document-state.canceled'})],
]);

/** The documents of a type, in the plural: "Purchase orders". */
export function documentTypeLabel(type: string): string {
  return types.get(type)?.() ?? humanise(type);
}

/** The state of a document: "In review". */
export function documentStateLabel(state: string): string {
  return states.get(state)?.() ?? humanise(state);
}

/** Whether a document is posted. */
export function postedLabel(posted: boolean): string {
  return posted ? msg('Posted', {id: 'document.posted'}) : msg('Not posted', {id: 'document.not-posted'});
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
