import type {Document, Related} from '../../src/portal/contract/index.ts';
import {chainOf} from '../data/book.ts';
import {HOST, partyOf, SELLERS} from '../data/companies.ts';
import {instant, timeOn} from '../data/dates.ts';
import type {DocumentRecord} from '../data/records.ts';
import {PAYMENT_TERMS, RETURN_INSTRUCTIONS} from '../data/text.ts';
import type {Call} from '../http/call.ts';
import {makeCursor, readCursor} from '../http/cursor.ts';
import {lineView, reasonView, summaryView, vatView} from './views.ts';

/** Lines in one answer. */
const LINES = 500;

function relatedView(rel: string, other: DocumentRecord, call: Call): Related[] {
  // A draft has no number to be called by, and nobody outside knows it.
  if (other.number === null) return [];
  const readable = call.membership.documents[other.type]?.includes('read') ?? false;
  return [
    {rel, type: other.type, ...(readable ? {id: other.id} : {}), number: other.number, posted: other.posted},
  ];
}

/** What a document is to the others of its chain: what one side receives, the other ships. */
function relOf({kind, type}: DocumentRecord): string {
  return kind === 'receipt' && type.endsWith('shipment') ? 'shipment' : kind;
}

type Event = {at: number; event: string; by?: string; note?: string};

function events(document: DocumentRecord): Event[] {
  const {createdAt, author, kind, state} = document;
  const list: Event[] = [{at: createdAt, event: 'created', ...(author ? {by: author} : {})}];
  if (state === 'draft') return list;
  if (kind === 'order' || kind === 'shipment' || kind === 'delivery') {
    list.push({at: createdAt + 240_000, event: 'submitted', ...(author ? {by: author} : {})});
    if (state !== 'in_review')
      list.push({at: createdAt + 7_500_000, event: 'confirmed', by: 'Brinkholt Verkauf'});
    if (state === 'released' || state === 'closed')
      list.push({at: createdAt + 11_000_000, event: 'released'});
  }
  if (state === 'canceled')
    list.push({at: document.updatedAt, event: 'canceled', note: 'Canceled by the buyer'});
  for (const other of document.links) {
    if (kind !== 'order' || other.posted !== true) continue;
    const event = other.kind === 'receipt' ? 'received' : other.kind === 'invoice' ? 'invoiced' : 'credited';
    if (other.kind !== 'return-order') list.push({at: other.createdAt, event, note: other.number ?? ''});
  }
  if (document.postingDate !== undefined) {
    list.push({
      at: Math.max(createdAt + 60_000, timeOn(document.postingDate, 900)),
      event: 'posted',
      by: 'Brinkholt',
    });
  }
  const paid = document.totals?.paid ?? 0;
  if (paid > 0 && document.dueDate !== undefined) {
    list.push({
      at: timeOn(document.dueDate - 2, 540),
      event: document.payment === 'paid' ? 'paid' : 'partially_paid',
    });
  }
  return list;
}

function historyView(document: DocumentRecord, now: number): Document['history'] {
  return events(document)
    .map((event) => ({...event, at: Math.min(event.at, now)}))
    .toSorted((a, b) => a.at - b.at)
    .map((event) => ({...event, at: instant(event.at)}));
}

/** A document with its lines; `linesCursor` gives further ones. */
export function documentView(document: DocumentRecord, call: Call): Document {
  const {locale, membership, book} = call;
  const list = `lines ${call.state.generation} ${document.id} ${document.version}`;
  const cursor = call.query.get('linesCursor');
  const from = cursor === null ? 0 : Number(readCursor(cursor, list)[0]);
  const lines = document.lines.slice(from, from + LINES);
  const more = from + LINES < document.lines.length;
  const {kind, shipTo, note, reason, groups, repeatOf} = document;
  const host = {...partyOf(HOST), ...SELLERS[document.seller]};
  const seller = {
    name: host.name,
    address: HOST.address,
    vatNumber: host.vatNumber,
    ...(HOST.gln ? {gln: HOST.gln} : {}),
  };
  const partner = partyOf(book.company);
  const trade = kind !== 'shipment' && kind !== 'delivery';
  const sells = membership.role === 'vendor';
  const back = reason !== undefined && reason !== 'PRICE';
  const terms = PAYMENT_TERMS.get(book.company.terms);
  return {
    ...summaryView(document, call),
    ...(trade ? {buyer: sells ? seller : partner, seller: sells ? partner : seller} : {}),
    ...(shipTo ? {shipTo} : {}),
    ...(note === undefined ? {} : {note}),
    ...(reason === undefined ? {} : {returnReason: reasonView(reason, locale)}),
    ...(back ? {returnInstructions: RETURN_INSTRUCTIONS[locale]} : {}),
    ...((kind === 'order' || kind === 'invoice') && terms ? {paymentTerms: terms[locale]} : {}),
    ...(kind === 'invoice' && document.posted === true
      ? {paymentReference: `${document.number} / ${book.company.number}`}
      : {}),
    ...(groups && membership.pricesVisible ? {vat: vatView(groups)} : {}),
    lines: lines.map((line) => lineView(document, line, call)),
    linesNext: more ? makeCursor(list, from + LINES) : null,
    related: [
      ...(repeatOf ? relatedView('repeat-of', repeatOf, call) : []),
      ...chainOf(document).flatMap((other) => relatedView(relOf(other), other, call)),
    ],
    history: historyView(document, call.world.now),
  };
}
