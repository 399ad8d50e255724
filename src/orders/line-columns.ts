import type {LineField} from './problems.ts';

/** The fields of a line in the order in which they stand side by side. */
export const LINE_FIELDS = [
  'item',
  'variant',
  'unit',
  'quantity',
  'requestedDate',
  'note',
] as const satisfies readonly LineField[];
