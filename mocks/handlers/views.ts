import type {DocumentSummary, Item, Line, Totals, Unit, Vat} from '../../src/portal/contract/index.ts';
import {HOST, SELLERS} from '../data/companies.ts';
import {dayText, instant} from '../data/dates.ts';
import {centsText, percentText, priceText, quantityText, type VatGroup} from '../data/money.ts';
import type {DocumentRecord, ItemRecord, LineRecord, TotalsRecord} from '../data/records.ts';
import {RETURN_REASONS, UNITS, type Locale} from '../data/text.ts';
import type {MembershipRecord} from '../data/users.ts';
import {lotsOf} from './lots.ts';

/** For whom an answer is made. */
export interface Viewer {
  locale: Locale;
  membership: MembershipRecord;
}

export function unitView(code: string, locale: Locale): Unit {
  return {code, label: UNITS.get(code)?.[locale] ?? code};
}

export function reasonView(code: string, locale: Locale): {code: string; label: string} {
  return {code, label: RETURN_REASONS.get(code)?.[locale] ?? code};
}

export function itemView(item: ItemRecord, {locale, membership}: Viewer): Item {
  const prices = membership.pricesVisible && item.price !== undefined;
  const {min, max, multipleOf} = item;
  const limits = min !== undefined || max !== undefined || multipleOf !== undefined;
  return {
    itemNumber: item.itemNumber,
    ...(item.own === undefined ? {} : {partnerItemNumber: item.own}),
    gtin: item.gtin,
    description: item.description,
    ...(item.variants ? {variants: item.variants} : {}),
    units: item.units.map(({code, perBase}) => ({...unitView(code, locale), perBase: String(perBase)})),
    ...(prices
      ? {
          unitPrice: priceText(item.price ?? 0),
          currency: 'EUR',
          ...(item.breaks.length > 0
            ? {
                priceBreaks: item.breaks.map(({minQuantity, price}) => ({
                  minQuantity: String(minQuantity),
                  unitPrice: priceText(price),
                })),
              }
            : {}),
          vatPercent: percentText(item.vat),
        }
      : {}),
    ...(limits
      ? {
          orderQuantity: {
            ...(min === undefined ? {} : {min: String(min)}),
            ...(max === undefined ? {} : {max: String(max)}),
            ...(multipleOf === undefined ? {} : {multipleOf: String(multipleOf)}),
          },
        }
      : {}),
    availability: {
      status: item.status,
      ...(item.stock === undefined ? {} : {quantity: String(item.stock)}),
      ...(item.from === undefined ? {} : {from: dayText(item.from)}),
    },
  };
}

export function totalsView(totals: TotalsRecord): Totals {
  return {
    lines: centsText(totals.lines),
    ...(totals.discount === 0 ? {} : {discount: centsText(totals.discount)}),
    net: centsText(totals.net),
    vat: centsText(totals.vat),
    gross: centsText(totals.gross),
    ...(totals.paid === undefined
      ? {}
      : {paid: centsText(totals.paid), remaining: centsText(totals.gross - totals.paid)}),
  };
}

export function vatView(groups: readonly VatGroup[]): Vat[] {
  return groups.map(({percent, base, amount}) => ({
    percent: percentText(percent),
    base: centsText(base),
    amount: centsText(amount),
  }));
}

/** What the member may do with a document: what its state allows, of what the member may do with the type. */
export function allowedActions(document: DocumentRecord, membership: MembershipRecord): string[] {
  const capability = membership.documents[document.type] ?? [];
  const repeatable =
    document.kind === 'order' || document.kind === 'shipment' || document.kind === 'delivery';
  const possible =
    document.state === 'draft'
      ? ['read', 'update', 'discard']
      : ['read', ...(repeatable ? ['repeat'] : []), ...(document.state === 'in_review' ? [] : ['pdf'])];
  return possible.filter((action) => capability.includes(action));
}

function counterparty(document: DocumentRecord, membership: MembershipRecord): {id: string; name: string} {
  if (document.kind === 'shipment' && document.shipTo) {
    return {id: `k-${document.shipTo.postcode.replaceAll(' ', '')}`, name: document.shipTo.name};
  }
  const seller = membership.role === 'vendor' ? HOST : (SELLERS[document.seller] ?? HOST);
  return {id: seller.id, name: seller.name};
}

/** The currency of a document's amounts. */
export function currencyOf({seller}: DocumentRecord, {secondCurrency}: MembershipRecord): string {
  return (seller === 1 && secondCurrency) || 'EUR';
}

/** The goods of a document by unit, largest first. */
function quantitiesView({lines}: DocumentRecord, locale: Locale): DocumentSummary['quantities'] {
  const byUnit = new Map<string, number>();
  for (const {unit, quantity} of lines) byUnit.set(unit, (byUnit.get(unit) ?? 0) + quantity);
  return [...byUnit]
    .toSorted(([, one], [, other]) => other - one)
    .map(([unit, quantity]) => ({quantity: quantityText(quantity), unit: unitView(unit, locale)}));
}

/** A document as lists have it. */
export function summaryView(document: DocumentRecord, {membership, locale}: Viewer): DocumentSummary {
  const {reference, fulfilment, payment, postingDate, dueDate, requestedDate, location, totals} = document;
  return {
    id: document.id,
    type: document.type,
    number: document.number,
    ...(reference === undefined ? {} : {externalReference: reference}),
    posted: document.posted,
    state: document.state,
    ...(fulfilment === undefined ? {} : {fulfilment}),
    ...(payment === undefined ? {} : {payment}),
    documentDate: dayText(document.date),
    ...(postingDate === undefined ? {} : {postingDate: dayText(postingDate)}),
    ...(dueDate === undefined ? {} : {dueDate: dayText(dueDate)}),
    ...(requestedDate === undefined ? {} : {requestedDate: dayText(requestedDate)}),
    counterparty: counterparty(document, membership),
    ...(location === undefined ? {} : {locationCode: location}),
    lineCount: document.lines.length,
    quantities: quantitiesView(document, locale),
    ...(totals && membership.pricesVisible
      ? {currency: currencyOf(document, membership), totals: totalsView(totals)}
      : {}),
    allowedActions: allowedActions(document, membership),
    updatedAt: instant(document.updatedAt),
  };
}

/** The description of a line, with its variant. */
export function describe(line: LineRecord): string {
  const variant = line.item?.variants?.find(({code}) => code === line.variant);
  const description = line.item?.description ?? line.itemNumber;
  return variant ? `${description}, ${variant.description}` : description;
}

export function lineView(document: DocumentRecord, line: LineRecord, {locale, membership}: Viewer): Line {
  const {kind, state} = document;
  const order = kind === 'order' || kind === 'shipment' || kind === 'delivery';
  const stored = kind === 'receipt' || kind === 'shipment' || kind === 'delivery';
  const priced = document.totals !== undefined && membership.pricesVisible;
  const outstanding = state === 'canceled' ? 0 : Math.max(0, line.quantity - line.received);
  const lots = stored && document.posted === true ? lotsOf(document, line) : [];
  return {
    id: `${document.id}-${line.no}`,
    no: line.no,
    itemNumber: line.itemNumber,
    ...(line.item?.own === undefined ? {} : {partnerItemNumber: line.item.own}),
    ...(line.item ? {gtin: line.item.gtin} : {}),
    ...(line.variant === undefined ? {} : {variantCode: line.variant}),
    description: describe(line),
    quantity: quantityText(line.quantity),
    unit: unitView(line.unit, locale),
    ...(order && state !== 'draft'
      ? {received: quantityText(line.received), outstanding: quantityText(outstanding)}
      : {}),
    ...(kind === 'order' && state !== 'draft' ? {invoiced: quantityText(line.invoiced)} : {}),
    ...((kind === 'order' && state !== 'draft') || kind === 'invoice'
      ? {returned: quantityText(line.returned)}
      : {}),
    ...(priced
      ? {
          unitPrice: priceText(line.price),
          ...(line.discount === 0 ? {} : {discountPercent: percentText(line.discount)}),
          lineAmount: centsText(line.amount),
          vatPercent: percentText(line.vat),
        }
      : {}),
    ...(line.requested === undefined ? {} : {requestedDate: dayText(line.requested)}),
    ...(stored && document.location !== undefined ? {locationCode: document.location} : {}),
    ...(stored && line.item ? {binCode: line.item.bin} : {}),
    ...(lots.length > 0 ? {lots} : {}),
    ...(line.reason === undefined ? {} : {returnReason: reasonView(line.reason, locale)}),
    ...(line.note === undefined ? {} : {note: line.note}),
  };
}
