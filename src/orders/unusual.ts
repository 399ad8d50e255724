import BigJs from 'big.js';
import type {Item} from '../portal/contract/catalog.ts';
import type {Document, DocumentSummary, Unit} from '../portal/contract/documents.ts';
import type {DraftLine} from '../portal/contract/orders.ts';
import type {Order} from './draft.ts';
import {nameKey} from './name-key.ts';
import {baseUnitOf, unitOf} from './units.ts';

const Exact = BigJs();

/** From how many times the last quantity on a quantity is far above it: another digit, or boxes where pieces were meant. */
const FAR = 5;

/** An order that was made before. */
export type EarlierOrder = Pick<DocumentSummary, 'id' | 'type' | 'number' | 'documentDate'>;

/** A quantity with its unit, where that has a name. */
export interface Measured {
  readonly quantity: string;
  readonly unit: Unit | undefined;
}

/** Something about an order that may be a slip. It is said, and stops nobody: the buyer knows better. */
export type Unusual =
  | {
      readonly code: 'quantity-far-above';
      /** Key of the line. */
      readonly line: string;
      readonly now: Measured;
      readonly last: Measured;
      readonly document: EarlierOrder;
    }
  | {readonly code: 'date-past'; readonly line: string | undefined; readonly date: string}
  /** Lines that are the same in everything; `line` is the second of them. */
  | {readonly code: 'lines-equal'; readonly line: string; readonly lines: readonly string[]}
  | {
      readonly code: 'reference-used';
      readonly line?: undefined;
      /** The latest order that has it. */
      readonly document: EarlierOrder;
    };

/** What is known beside the order itself. */
export interface Precedents {
  /** The calendar day of the user, `YYYY-MM-DD`. */
  readonly today: string;
  /** What was ordered before, newest first. */
  readonly latest: readonly Document[];
  /** Earlier orders whose reference is the same, newest first. */
  readonly sameReference: readonly EarlierOrder[];
}

/** What is unusual about an order, what concerns all of it first. `itemOf` gives the item of a line's key. */
export function unusualIn(
  {body, lineKeys}: Order,
  itemOf: (lineKey: string) => Item | undefined,
  {today, latest, sameReference}: Precedents,
): Unusual[] {
  const found: Unusual[] = [];
  const [document] = sameReference;
  if (document) found.push({code: 'reference-used', document});
  if (isPast(body.requestedDate, today)) {
    found.push({code: 'date-past', line: undefined, date: body.requestedDate});
  }
  const past = pastOf(latest);
  const equal = equalLines(body.lines, lineKeys);
  for (const [index, input] of body.lines.entries()) {
    const line = lineKeys[index];
    if (line === undefined) continue;
    const item = itemOf(line);
    const far = item && farAbove(input, item, past.get(keyOf(input)) ?? []);
    if (far) found.push({code: 'quantity-far-above', line, ...far});
    if (isPast(input.requestedDate, today)) found.push({code: 'date-past', line, date: input.requestedDate});
    const lines = equal.get(line);
    if (lines) found.push({code: 'lines-equal', line, lines});
  }
  return found;
}

/** Which of the documents that a search has found are orders of this reference, whatever its case; not the draft itself. */
export function withReference(
  orders: readonly DocumentSummary[],
  reference: string,
  ownId?: string,
): EarlierOrder[] {
  const wanted = nameKey(reference);
  return orders.filter(
    ({id, state, externalReference}) =>
      wanted !== '' &&
      id !== ownId &&
      state !== 'draft' &&
      state !== 'canceled' &&
      externalReference !== undefined &&
      nameKey(externalReference) === wanted,
  );
}

/** What one earlier order had of an item. */
interface Past {
  readonly document: EarlierOrder;
  readonly lines: Measured[];
}

function pastOf(documents: readonly Document[]): Map<string, Past[]> {
  const past = new Map<string, Past[]>();
  for (const document of documents) {
    for (const {itemNumber, variantCode, quantity, unit} of document.lines) {
      if (itemNumber === undefined) continue;
      const key = keyOf({itemNumber, variantCode});
      const orders = past.get(key) ?? [];
      past.set(key, orders);
      const known = orders.at(-1);
      if (known?.document === document) known.lines.push({quantity, unit});
      else orders.push({document, lines: [{quantity, unit}]});
    }
  }
  return past;
}

/**
 * Compared with the last order. A quantity that was reached by one of the others before is none to be surprised at: some buy
 * twenty in one week and a pallet in the next.
 */
function farAbove(
  input: DraftLine,
  item: Item,
  past: readonly Past[],
): {now: Measured; last: Measured; document: EarlierOrder} | undefined {
  const unit = unitOf(item, input.unitCode);
  const perBase = (code: string) => item.units.find((each) => each.code === code)?.perBase;
  const sums = past.map(({lines}) => sumOf(lines, unit?.code, perBase));
  const now = new Exact(input.quantity).times(unit?.perBase ?? '1');
  const [last, ...others] = sums;
  const [order] = past;
  if (!last || !order || last.lte(0) || now.lte(last.times(FAR))) return undefined;
  if (others.some((sum) => sum?.gte(now))) return undefined;
  return {
    now: {quantity: input.quantity, unit},
    last: asOrdered(order.lines) ?? {quantity: last.toFixed(), unit: baseUnitOf(item)},
    document: order.document,
  };
}

/** In base units; undefined where a unit is not known any more, and so nothing can be compared. */
function sumOf(
  lines: readonly Measured[],
  own: string | undefined,
  perBase: (code: string) => string | undefined,
) {
  let sum = new Exact(0);
  for (const {quantity, unit} of lines) {
    const per = unit && (perBase(unit.code) ?? (unit.code === own ? '1' : undefined));
    if (per === undefined) return undefined;
    sum = sum.plus(new Exact(quantity).times(per));
  }
  return sum;
}

/** The sum in the unit that all of them were ordered in. */
function asOrdered(lines: readonly Measured[]): Measured | undefined {
  const unit = lines[0]?.unit;
  if (lines.some((line) => line.unit?.code !== unit?.code)) return undefined;
  return {quantity: lines.reduce((sum, {quantity}) => sum.plus(quantity), new Exact(0)).toFixed(), unit};
}

/** The lines of which there is another one that says the same, under the key of the second. */
function equalLines(lines: readonly DraftLine[], lineKeys: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [index, {itemNumber, variantCode, unitCode, quantity, requestedDate, note}] of lines.entries()) {
    const content = JSON.stringify([itemNumber, variantCode, unitCode, quantity, requestedDate, note]);
    const group = groups.get(content) ?? [];
    groups.set(content, group);
    group.push(lineKeys[index] ?? '');
  }
  return new Map([...groups.values()].flatMap((keys) => (keys[1] === undefined ? [] : [[keys[1], keys]])));
}

function isPast(date: string | undefined, today: string): date is string {
  return date !== undefined && date < today;
}

function keyOf({itemNumber, variantCode}: Pick<DraftLine, 'itemNumber' | 'variantCode'>): string {
  return JSON.stringify([nameKey(itemNumber), variantCode]);
}
