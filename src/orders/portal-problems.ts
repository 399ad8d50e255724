import type {ProblemItem} from '../portal/contract/problem.ts';
import type {TypedAddress} from './draft.ts';
import type {DraftProblem, HeaderField, LineField, Place} from './problems.ts';

const headerFields: Readonly<Record<string, HeaderField>> = {
  externalReference: 'reference',
  requestedDate: 'requestedDate',
  shipToId: 'delivery',
  shipTo: 'delivery',
  note: 'note',
  lines: 'lines',
};
const addressFields = new Set(['name', 'line1', 'line2', 'postcode', 'city', 'region', 'country', 'gln']);
const lineFields = new Map<string | undefined, LineField>([
  ['itemNumber', 'item'],
  ['variantCode', 'variant'],
  ['unitCode', 'unit'],
  ['quantity', 'quantity'],
  ['requestedDate', 'requestedDate'],
  ['note', 'note'],
]);

/** Finds the field that a portal's pointer means. `lineKeys` are those of the order that the portal has seen. */
export function locate(pointer: string, lineKeys: readonly string[]): Place | undefined {
  const [head = '', second, third] = pointer
    .replace(/^#?\/?(draft\/)?/, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (head === 'lines' && second !== undefined) {
    const line = lineKeys[Number(second)];
    return line === undefined ? {field: 'lines'} : {field: lineFields.get(third) ?? 'item', line};
  }
  if (head === 'shipTo' && second !== undefined && addressFields.has(second)) {
    return {field: `address-${second as keyof TypedAddress}`};
  }
  return Object.hasOwn(headerFields, head) ? {field: headerFields[head] as HeaderField} : undefined;
}

/** A portal's problems with an order, at their fields. */
export function fromPortal(problems: readonly ProblemItem[], lineKeys: readonly string[]): DraftProblem[] {
  return problems.map(({pointer, code, detail}) => ({
    pointer,
    code,
    detail,
    place: locate(pointer, lineKeys),
  }));
}
