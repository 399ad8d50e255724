/** What the properties of an order are tried with. */
import fc from 'fast-check';
import {separators} from '../../src/locales/formats.ts';
import type {Separators} from '../../src/orders/decimals.ts';
import {newDraft, type Draft, type DraftHeader, type DraftLine} from '../../src/orders/draft.ts';
import type {Item} from '../../src/portal/contract/catalog.ts';
import type {DraftInput} from '../../src/portal/contract/orders.ts';

/** Locales whose numbers look different from each other. */
export const locales = ['en', 'de', 'fr', 'de-CH', 'en-IN', 'sv', 'pt-PT', 'es', 'ar-EG', 'fa', 'hi', 'bg'];

/** How the users of a locale type numbers. */
export const anySeparators: fc.Arbitrary<Separators> = fc.constantFrom(...locales.map(separators));

/** A decimal string above zero as the contract has it, without zeros that say nothing. */
export function anyDecimal(integerDigits: number, fractionDigits: number, least = 1n): fc.Arbitrary<string> {
  const max = 10n ** BigInt(integerDigits + fractionDigits) - 1n;
  // Both the many of one magnitude and the few of each.
  const small = max < 99_999n ? max : 99_999n;
  return fc.oneof(fc.bigInt({min: least, max: small}), fc.bigInt({min: least, max})).map((units) =>
    decimal(units, fractionDigits)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, ''),
  );
}

/** `units` of `10^-digits` as a decimal string. */
export function decimal(units: bigint, digits: number): string {
  const sign = units < 0n ? '-' : '';
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

const anyUnit = fc.record({
  code: fc.constantFrom('PCS', 'BOX', 'M', 'm', 'KG', 'Rolle'),
  label: fc.constantFrom('piece', 'box', 'PCS', 'metre', 'Box', 'kilogram'),
  perBase: fc.constantFrom('1', '1', '6', '100', '0.5', '0.125', '2.54', '1000'),
});

const anyVariant = fc.record({
  code: fc.constantFrom('RED', 'BLUE', 'red', 'R', 'B'),
  description: fc.constantFrom('Red', 'Blue', 'R', 'BLUE', 'Dark red'),
});

/** An item as a portal might have it, short of breaking the contract: price breaks need not be sorted. */
export const anyItem: fc.Arbitrary<Item> = fc.record(
  {
    itemNumber: fc.constantFrom('A-1', 'A-2', 'B 7', '00123', 'ß-9'),
    description: fc.constantFrom('Screw', 'Pipe'),
    units: fc.uniqueArray(anyUnit, {selector: ({code}) => code, minLength: 1, maxLength: 3}),
    variants: fc.uniqueArray(anyVariant, {selector: ({code}) => code, maxLength: 3}),
    unitPrice: anyDecimal(7, 5, 0n),
    currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'JPY', 'KWD'),
    priceBreaks: fc.array(fc.record({minQuantity: anyDecimal(4, 2), unitPrice: anyDecimal(5, 5, 0n)}), {
      maxLength: 4,
    }),
  },
  {requiredKeys: ['itemNumber', 'description', 'units']},
);

const anyDate = fc.constantFrom('', '', '2026-12-01', '2027-02-28');
const anyText = fc.constantFrom('', '', 'soon', ' 4711 ', 'crème brûlée', '<b>');

/** What a line's quantity may look like while it is typed. */
export const anyTyped = fc.oneof(
  fc.constantFrom('', '1', '12', '1.5', '1,5', '1.234', '1,234.5', '-3', '0', 'twelve', '#N/A', ' 7 ', '1e3'),
  fc.nat(99_999).map(String),
);

/** All of a line but its key. */
export const anyLineFields: fc.Arbitrary<Omit<DraftLine, 'key'>> = fc.record(
  {
    search: fc.constantFrom('', 'A-1', 'screw', '8.71E+12', '#REF!'),
    item: anyItem,
    variantCode: fc.constantFrom('RED', 'red', 'B', 'Blue'),
    unitCode: fc.constantFrom('PCS', 'BOX', 'box', 'm', 'M', 'metre'),
    quantity: anyTyped,
    requestedDate: fc.constantFrom('', '', '2026-12-01', '1.12.2026', '2026-02-30'),
    note: anyText,
  },
  {requiredKeys: ['search', 'quantity', 'requestedDate', 'note']},
);

/** Lines whose keys are all different. */
export function anyLines(maxLength = 8): fc.Arbitrary<DraftLine[]> {
  return fc
    .array(anyLineFields, {minLength: 1, maxLength})
    .map((lines) => lines.map((line, index) => ({key: `line-${index}`, ...line})));
}

export const anyHeaderChange: fc.Arbitrary<Partial<DraftHeader>> = fc.record(
  {
    reference: anyText,
    requestedDate: anyDate,
    shipToId: fc.constantFrom('a-1', 'a-2'),
    usesOwnAddress: fc.boolean(),
    ownAddress: fc.record({
      name: anyText,
      line1: anyText,
      line2: anyText,
      region: anyText,
      gln: anyText,
      postcode: anyText,
      city: anyText,
      country: fc.constantFrom('', 'DE', 'CH'),
    }),
    note: anyText,
  },
  {requiredKeys: []},
);

/** A draft of a few lines in every state of being written. */
export const anyDraft: fc.Arbitrary<Draft> = fc
  .record({separators: anySeparators, header: anyHeaderChange, lines: anyLines()})
  .map(({separators: typedIn, header, lines}) => ({...newDraft(typedIn), ...header, lines}));

/** An order as it can be at a portal: nothing in it is empty, or has spaces around it. */
export const anyOrder: fc.Arbitrary<DraftInput> = fc.record(
  {
    externalReference: fc.constantFrom('4711', 'PO 2026/1'),
    requestedDate: fc.constantFrom('2026-12-01', '2027-02-28'),
    shipToId: fc.constantFrom('a-1', 'a-2'),
    note: fc.constantFrom('soon', 'crème brûlée'),
    lines: fc.array(
      fc.record(
        {
          itemNumber: fc.constantFrom('A-1', 'B 7', '00123'),
          variantCode: fc.constantFrom('RED', 'B'),
          unitCode: fc.constantFrom('PCS', 'BOX', 'm', 'M'),
          quantity: anyDecimal(15, 8),
          requestedDate: fc.constantFrom('2026-12-01', '2027-02-28'),
          note: fc.constantFrom('soon', 'not before noon'),
        },
        {requiredKeys: ['itemNumber', 'quantity']},
      ),
      {maxLength: 6},
    ),
    origin: fc.constantFrom({kind: 'manual'}, {kind: 'repeat', documentId: 'd-1'}),
    submit: fc.boolean(),
  },
  {requiredKeys: ['lines', 'origin', 'submit']},
);
