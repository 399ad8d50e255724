import type {PortalError} from '../../portal/errors.ts';
import type {Known} from '../catalogue.ts';
import type {Separators} from '../decimals.ts';
import {hintsFor, type Hint} from '../hints.ts';
import {isErrorValue, lineProblems} from '../problems.ts';
import type {TemplateField, UploadField} from './template-fields.ts';
import {textOf, type UploadRow} from './upload-row.ts';

/**
 * What keeps a row from being ordered. `code` is one of `ProblemCode`, or `merged` and `uncomputed` of a cell that says nothing,
 * `required` of an empty one, `too-long`, or the portal's own name of the reason.
 */
export interface UploadProblem {
  readonly field: UploadField;
  readonly code: string;
  /** Of `too-long`: the most characters. */
  readonly limit?: number | undefined;
  /** The portal's sentence for the user; absent on our own problems. */
  readonly detail?: string | undefined;
  /** Of `item-unchecked`: why it could not be looked up. */
  readonly error?: PortalError | undefined;
}

/** Something worth knowing about a row that can be ordered as it is. */
export type UploadWarning =
  | Exclude<Hint, {code: 'next-price' | 'order-rule' | 'portal'}>
  | {readonly code: 'unavailable' | 'discontinued'; readonly from?: string | undefined};

/** What a row is judged by. */
export interface Judging {
  /** All that there are, see `allFields`. */
  readonly fields: readonly TemplateField[];
  readonly separators: Separators;
}

/** Whether the row waits for the portal to say what its item is. */
export function isOpen({line}: UploadRow, known: Known | undefined): boolean {
  if (line.item || line.search.trim() === '' || isOwnProblem(line.search)) return false;
  return known === undefined || known.status === 'pending' || known.status === 'item';
}

/** What is wrong with a row, in the order of the template's fields. `known` is what is known of its item's text. */
export function problemsIn(row: UploadRow, known: Known | undefined, judging: Judging): UploadProblem[] {
  const ours = new Map<UploadField, UploadProblem>();
  for (const [field, code] of lineProblems(row.line, judging.separators)) {
    if (ours.has(field)) continue;
    if (code === 'item-unknown') {
      if (isOpen(row, known)) continue;
      const isFailed = known?.status === 'error';
      ours.set(field, isFailed ? {field, code: 'item-unchecked', error: known.error} : {field, code});
    } else ours.set(field, {field, code});
  }
  return judging.fields.flatMap((template) => cellProblem(row, template) ?? ours.get(template.field) ?? []);
}

/** What the row's quantity runs into, and that its item is not to be had. */
export function warningsIn({line}: UploadRow, {separators}: Judging): UploadWarning[] {
  const warnings = hintsFor(line, separators).flatMap((hint): UploadWarning[] =>
    hint.code === 'next-price' || hint.code === 'order-rule' || hint.code === 'portal' ? [] : [hint],
  );
  const {status, from} = line.item?.availability ?? {};
  for (const code of ['unavailable', 'discontinued'] as const)
    if (status === code) warnings.push({code, ...(from && {from})});
  return warnings;
}

/** Of the cell itself, whatever it stands for. */
function cellProblem(row: UploadRow, template: TemplateField): UploadProblem | undefined {
  const {field, required, maxLength} = template;
  const mark = row.marks.get(field);
  if (mark) return {field, code: mark};
  const text = textOf(row, field).trim();
  if (isErrorValue(text)) return {field, code: 'error-value'};
  if (text === '') {
    // Of those there is more to be said.
    const isOurs = field === 'item' || field === 'quantity' || (field === 'variant' && row.line.item);
    return required && !isOurs ? {field, code: 'required'} : undefined;
  }
  // The number of an item that there is is as long as the portal has made it.
  if (maxLength === undefined || text.length <= maxLength || (field === 'item' && row.line.item))
    return undefined;
  return {field, code: 'too-long', limit: maxLength};
}

/** A text of which nobody needs to ask the portal. */
export function isOwnProblem(text: string): boolean {
  return isErrorValue(text) || /^\d([.,]\d+)?e\+?\d+$/i.test(text.trim());
}
