import type {Document} from '../portal/contract/documents.ts';
import type {DraftInput, DraftPatch} from '../portal/contract/orders.ts';
import type {Address} from '../portal/contract/partners.ts';
import type {Catalogue} from './catalogue.ts';
import {typeDecimal, type Separators} from './decimals.ts';
import {newDraft, newLine, withItem, type Draft, type DraftLine, type TypedAddress} from './draft.ts';

/** A draft of what the portal has as one. Items that the catalogue does not know yet stay texts, to be looked up. */
export function fromInput(
  input: DraftInput,
  catalogue: Catalogue | undefined,
  separators: Separators,
): Draft {
  const blank = newDraft(separators);
  const lines = input.lines.map((line): DraftLine => {
    const {itemNumber, variantCode, unitCode, quantity, requestedDate = '', note = ''} = line;
    const typed = {
      ...newLine(),
      search: itemNumber,
      variantCode,
      unitCode,
      quantity: typeDecimal(quantity, separators),
      requestedDate,
      note,
    };
    const item = catalogue?.item(itemNumber);
    return item ? withItem(typed, item) : typed;
  });
  return {
    ...blank,
    reference: input.externalReference ?? '',
    requestedDate: input.requestedDate ?? '',
    shipToId: input.shipToId,
    usesOwnAddress: input.shipTo !== undefined,
    ownAddress: input.shipTo ? typedAddress(input.shipTo) : blank.ownAddress,
    note: input.note ?? '',
    lines: lines.length > 0 ? lines : blank.lines,
    ...(input.origin ? {origin: input.origin} : {}),
  };
}

/** What of a document is an order as one would write it. An address of the company's own is known by its id. */
export function toInput({externalReference, requestedDate, shipTo, note, lines}: Document): DraftInput {
  return {
    ...(externalReference === undefined ? {} : {externalReference}),
    ...(requestedDate === undefined ? {} : {requestedDate}),
    ...(shipTo?.id === undefined ? shipTo && {shipTo} : {shipToId: shipTo.id}),
    ...(note === undefined ? {} : {note}),
    lines: lines.map((line) => ({
      itemNumber: line.itemNumber ?? '',
      ...(line.variantCode === undefined ? {} : {variantCode: line.variantCode}),
      unitCode: line.unit.code,
      quantity: line.quantity,
      ...(line.requestedDate === undefined ? {} : {requestedDate: line.requestedDate}),
      ...(line.note === undefined ? {} : {note: line.note}),
    })),
    submit: false,
  };
}

/** The merge patch that makes a portal's draft into `input`: what it no longer has is taken away. */
export function toPatch({
  externalReference,
  requestedDate,
  shipToId,
  shipTo,
  note,
  lines,
  submit,
}: DraftInput): DraftPatch {
  return {
    externalReference: externalReference ?? null,
    requestedDate: requestedDate ?? null,
    shipToId: shipToId ?? null,
    // An address is merged, and not replaced: what it no longer has goes by name.
    shipTo: shipTo ? {id: null, line2: null, region: null, gln: null, ...shipTo} : null,
    note: note ?? null,
    lines,
    ...(submit ? {submit} : {}),
  };
}

/** An address as it is typed: what it does not have is empty. */
export function typedAddress({
  name,
  line1,
  line2 = '',
  postcode,
  city,
  region = '',
  country,
  gln = '',
}: Address): TypedAddress {
  return {name, line1, line2, postcode, city, region, country, gln};
}
