import {parseQuantity, type QuantityProblem} from './decimals.ts';
import type {PortalError} from '../portal/errors.ts';
import {isBlankLine, type Draft, type DraftLine, type TypedAddress} from './draft.ts';

/** A field of the order's head. */
export type HeaderField =
  'reference' | 'requestedDate' | 'delivery' | 'note' | 'lines' | `address-${keyof TypedAddress}`;
/** A field of a line. */
export type LineField = 'item' | 'variant' | 'unit' | 'quantity';

/** Where something is in an order: a field, and for a line's field the line's key. */
export type Place =
  | {readonly field: HeaderField; readonly line?: undefined}
  | {readonly field: LineField; readonly line: string};

/** What is wrong with a draft before a portal has seen it. */
export type ProblemCode =
  | QuantityProblem
  | 'lines-missing'
  | 'item-missing'
  | 'item-unknown'
  | 'item-unchecked'
  | 'variant-missing'
  | 'date-incomplete'
  | 'address-missing'
  | 'address-gone';

/** Something that is wrong, where, and in whose words. */
export interface DraftProblem {
  /** JSON Pointer into the order as it is sent: `#/lines/2/quantity`. */
  readonly pointer: string;
  /** Undefined: it concerns no field that there is. */
  readonly place?: Place | undefined;
  /** A `ProblemCode`, or the portal's own name of the reason. */
  readonly code: string;
  /** The portal's sentence for the user; absent on our own problems. */
  readonly detail?: string | undefined;
  /** Why it could not be checked. */
  readonly error?: PortalError | undefined;
}

/** What is wrong with the draft, in the order of its fields; empty where it can be sent. */
export function validate(draft: Draft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (draft.usesOwnAddress) {
    for (const field of ['name', 'line1', 'postcode', 'city', 'country'] as const) {
      if (draft.ownAddress[field].trim() !== '') continue;
      const place: Place = {field: `address-${field}`};
      problems.push({pointer: `#/shipTo/${field}`, place, code: 'address-missing'});
    }
  }
  const lines = draft.lines.filter((line) => !isBlankLine(line));
  if (lines.length === 0) problems.push({pointer: '#/lines', place: {field: 'lines'}, code: 'lines-missing'});
  for (const [index, line] of lines.entries()) problems.push(...validateLine(line, index, draft));
  return problems;
}

function validateLine(line: DraftLine, index: number, {separators}: Draft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const add = (name: string, field: LineField, code: ProblemCode) => {
    problems.push({pointer: `#/lines/${index}/${name}`, place: {field, line: line.key}, code});
  };
  if (!line.item) add('itemNumber', 'item', line.search.trim() === '' ? 'item-missing' : 'item-unknown');
  const variants = line.item?.variants ?? [];
  if (variants.length > 0 && !variants.some(({code}) => code === line.variantCode)) {
    add('variantCode', 'variant', 'variant-missing');
  }
  const {problem} = parseQuantity(line.quantity, separators);
  if (problem) add('quantity', 'quantity', problem);
  return problems;
}

/** Whether both are the same place. */
export function samePlace(a: Place | undefined, b: Place | undefined): boolean {
  return a?.field === b?.field && a?.line === b?.line;
}

/**
 * The problems that are left after a change: ours where they still hold, the portal's and what could not be checked where
 * their field is untouched. New ones are not among them: nobody wants to hear of a field that he has not reached yet.
 */
export function remaining(problems: readonly DraftProblem[], before: Draft, after: Draft): DraftProblem[] {
  const now = validate(after);
  return problems.flatMap((problem) => {
    if (problem.detail !== undefined || problem.error)
      return valueAt(before, problem) === valueAt(after, problem) ? [problem] : [];
    return now.filter(({place}) => samePlace(place, problem.place));
  });
}

function valueAt(draft: Draft, {place}: DraftProblem): unknown {
  if (!place) return undefined;
  if (place.line !== undefined) {
    const line = draft.lines.find(({key}) => key === place.line);
    if (!line) return undefined;
    return {
      item: line.item?.itemNumber ?? line.search,
      variant: line.variantCode,
      unit: line.unitCode,
      quantity: line.quantity,
    }[place.field];
  }
  switch (place.field) {
    case 'lines':
      return draft.lines.length;
    case 'delivery':
      return draft.usesOwnAddress ? draft.ownAddress : draft.shipToId;
    case 'reference':
    case 'requestedDate':
    case 'note':
      return draft[place.field];
    default:
      return draft.ownAddress[place.field.slice('address-'.length) as keyof TypedAddress];
  }
}
