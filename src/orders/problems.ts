import {changedLines} from './changed-lines.ts';
import {parseQuantity, type QuantityProblem, type Separators} from './decimals.ts';
import type {PortalError} from '../portal/errors.ts';
import {isBlankLine, type Draft, type DraftLine, type TypedAddress} from './draft.ts';
import {isDate} from './days.ts';
import {unitOf} from './units.ts';

/** A field of the order's head. */
export type HeaderField =
  'reference' | 'requestedDate' | 'delivery' | 'note' | 'lines' | `address-${keyof TypedAddress}`;
/** A field of a line. */
export type LineField = 'item' | 'variant' | 'unit' | 'quantity' | 'requestedDate' | 'note';

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
  | 'item-lost-digits'
  | 'variant-missing'
  | 'variant-unknown'
  | 'unit-unknown'
  | 'error-value'
  | 'date-unreadable'
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

/** What is wrong with the draft, in the order of its fields; empty where it can be sent. `looksAt` chooses among its lines. */
export function validate(draft: Draft, looksAt: (line: DraftLine) => boolean = () => true): DraftProblem[] {
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
  for (const [index, line] of lines.entries()) {
    if (looksAt(line)) problems.push(...validateLine(line, index, draft));
  }
  return problems;
}

function validateLine(line: DraftLine, index: number, {separators}: Draft): DraftProblem[] {
  return lineProblems(line, separators).map(([field, code]) => {
    const pointer = `#/lines/${index}/${lineNames[field]}`;
    return {pointer, place: {field, line: line.key}, code};
  });
}

const lineNames: Readonly<Record<LineField, string>> = {
  item: 'itemNumber',
  variant: 'variantCode',
  unit: 'unitCode',
  quantity: 'quantity',
  requestedDate: 'requestedDate',
  note: 'note',
};

/** What is wrong with a line that is not empty. */
export function lineProblems(line: DraftLine, separators: Separators): (readonly [LineField, ProblemCode])[] {
  const {item, search, variantCode, unitCode, quantity, requestedDate} = line;
  const problems: (readonly [LineField, ProblemCode])[] = [];
  if (!item) problems.push(['item', itemProblem(search.trim())]);
  const variants = item?.variants ?? [];
  if (variantCode === undefined) {
    if (variants.length > 0) problems.push(['variant', 'variant-missing']);
  } else if (item && !variants.some(({code}) => code === variantCode)) {
    problems.push(['variant', 'variant-unknown']);
  }
  if (item && unitCode !== undefined && !unitOf(item, unitCode)) problems.push(['unit', 'unit-unknown']);
  const {problem} = parseQuantity(quantity, separators);
  if (problem) problems.push(['quantity', isErrorValue(quantity) ? 'error-value' : problem]);
  if (requestedDate.trim() !== '' && !isDate(requestedDate))
    problems.push(['requestedDate', 'date-unreadable']);
  return problems;
}

/** Whether a problem is that something was not filled in, and not that it was filled in wrongly. */
export function isMissing({code}: Pick<DraftProblem, 'code'>): boolean {
  return code.endsWith('-missing');
}

function itemProblem(text: string): ProblemCode {
  if (text === '') return 'item-missing';
  if (isErrorValue(text)) return 'error-value';
  return /^\d([.,]\d+)?e\+?\d+$/i.test(text) ? 'item-lost-digits' : 'item-unknown';
}

/** In any language they end in a mark, or are one letter over another. `#URGENT` is what somebody has written. */
const errorValue =
  /^(#[¡¿]?[\p{Lu}\d/]*\p{Lu}[\p{Lu}\d/]*[!?]|#\p{Lu}\/\p{Lu}|#NV|#GETTING_DATA|Err:\d{3})$/u;

/** Whether a text is how a spreadsheet shows that it could not compute a cell: `#N/A`, `#NV`, `#REF!`, `Err:502`. */
export function isErrorValue(text: string): boolean {
  return /^\s*[#E]/.test(text) && errorValue.test(text.trim());
}

/** Whether both are the same place. */
export function samePlace(a: Place | undefined, b: Place | undefined): boolean {
  return a?.field === b?.field && a?.line === b?.line;
}

/**
 * The problems that are left after a change: ours where they still hold, the portal's and what could not be checked where
 * their field is untouched. New ones are not among them: nobody wants to hear of a field that he has not reached yet.
 */
export function remaining(
  problems: readonly DraftProblem[],
  before: Draft,
  after: Draft,
): readonly DraftProblem[] {
  const touched = touchedLines(before, after) ?? new Set(problems.map(({place}) => place?.line));
  // Of an order of thousands of lines, only those that the change has touched.
  const now = validate(after, ({key}) => touched.has(key));
  const left = problems.flatMap((problem) => {
    const {place, detail, error} = problem;
    if (place?.line !== undefined && !touched.has(place.line)) return [problem];
    if (detail !== undefined || error !== undefined)
      return isThere(after, problem) && valueAt(before, problem) === valueAt(after, problem) ? [problem] : [];
    return now.flatMap((each) =>
      samePlace(each.place, place) ? [isSameProblem(each, problem) ? problem : each] : [],
    );
  });
  const isSame = left.length === problems.length && left.every((each, index) => each === problems[index]);
  return isSame ? problems : left;
}

/** Keys of the lines that differ; undefined where others are sent in another place than before. */
function touchedLines(before: Draft, after: Draft): ReadonlySet<string | undefined> | undefined {
  const {start, fromEnd, toEnd} = changedLines(before.lines, after.lines);
  const now = after.lines.slice(start, toEnd);
  const isInPlace =
    before.separators === after.separators &&
    fromEnd === toEnd &&
    before.lines.slice(start, fromEnd).every((line, index) => {
      const other = now[index];
      return other?.key === line.key && isBlankLine(other) === isBlankLine(line);
    });
  return isInPlace ? new Set(now.map(({key}) => key)) : undefined;
}

function isSameProblem(a: DraftProblem, b: DraftProblem): boolean {
  return a.code === b.code && a.pointer === b.pointer;
}

function isThere({lines}: Draft, {place}: DraftProblem): boolean {
  return place?.line === undefined || lines.some(({key}) => key === place.line);
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
      requestedDate: line.requestedDate,
      note: line.note,
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
