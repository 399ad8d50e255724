import {html, nothing, type TemplateResult} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {DraftLine} from '../../orders/draft.ts';
import type {UploadProblem, UploadWarning} from '../../orders/upload/row-problems.ts';
import type {Taken} from '../../orders/upload/sheet-snapshot.ts';
import {hintText} from '../purchase-order-editor/hint-texts.ts';
import {availabilityText, unknownText} from '../purchase-order-editor/item-facts.ts';
import {mark} from '../purchase-order-editor/line-marks.ts';
import {problemText} from '../purchase-order-editor/problem-summary.ts';
import {columnLabel} from './row-columns.ts';

/** What there is to say of a row. */
export interface RowMarks {
  readonly problems: readonly UploadProblem[];
  readonly warnings: readonly UploadWarning[];
  /** Where it has gone; undefined where it is still to be ordered. */
  readonly fate?: Taken | {readonly kind: 'left-out' | 'merged'} | undefined;
}

/** What there is to say of a row, in words. */
export function renderMarks(
  {problems, warnings, fate}: RowMarks,
  line: DraftLine,
  locale: string,
): TemplateResult {
  return html`${fate ? mark('info', fateText(fate)) : nothing}
  ${problems.map((problem) => mark('error', rowProblemText(problem, locale)))}
  ${warnings.map((warning) => mark('warning', warningText(warning, line, locale)))}`;
}

function fateText(fate: NonNullable<RowMarks['fate']>): string {
  switch (fate.kind) {
    case 'sent': {
      const number = fate.document?.number;
      return number === undefined
        ? msg('Sent', {id: 'order-upload.sent'})
        : msg(str`Sent: ${number}`, {id: 'order-upload.sent-number'});
    }
    case 'opened':
      return msg('Opened as an order', {id: 'order-upload.opened'});
    case 'merged':
      return msg('Merged with another row', {id: 'order-upload.merged'});
    case 'left-out':
      return msg('Left out', {id: 'order-upload.filter.left-out'});
  }
}

/** What keeps a row from being ordered, as one text: for a file that is to be mended. */
export function problemsText(problems: readonly UploadProblem[], locale: string): string {
  return problems
    .map((problem) => `${columnLabel(problem.field)}: ${rowProblemText(problem, locale)}`)
    .join(' ');
}

function warningText(warning: UploadWarning, {item}: DraftLine, locale: string): string {
  return 'limit' in warning ? hintText(warning, locale) : ((item && availabilityText(item, locale)) ?? '');
}

/** A problem as a sentence: the portal's where it has one. */
export function rowProblemText(problem: UploadProblem, locale: string): string {
  const {code, field, limit, detail, error} = problem;
  switch (code) {
    case 'merged':
      return msg('This cell is merged with others in the spreadsheet. Enter what this row is to have.', {
        id: 'order-upload.problem.merged',
      });
    case 'uncomputed':
      return msg('The formula in this cell has no result.', {id: 'order-upload.problem.uncomputed'});
    case 'required':
      return msg(str`${columnLabel(field)} is missing.`, {id: 'order-upload.problem.required'});
    case 'too-long':
      return msg(str`This is longer than ${formatCount(limit ?? 0, locale)} characters.`, {
        id: 'order-upload.problem.too-long',
      });
    case 'item-unknown':
      return unknownText();
    default:
      return problemText({pointer: '', code, detail, error}, locale);
  }
}
