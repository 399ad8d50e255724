import {msg} from '../../locales/localize.ts';
import {unitOf} from '../../orders/units.ts';
import type {DraftLine} from '../../orders/draft.ts';
import type {LineField} from '../../orders/problems.ts';
import {fieldLabel} from './texts.ts';

/** A column of the order lines. */
export type Column = 'no' | 'description' | 'unitPrice' | 'amount' | 'remove' | LineField;

const all = [
  'no',
  'item',
  'description',
  'variant',
  'unit',
  'quantity',
  'requestedDate',
  'note',
  'unitPrice',
  'amount',
  'remove',
] as const satisfies readonly Column[];

const withoutPrices = all.filter((column) => column !== 'unitPrice' && column !== 'amount');

/** The columns, from the first to the last. */
export function columnsFor(showsPrices: boolean): readonly Column[] {
  return showsPrices ? all : withoutPrices;
}

/** Whether a column holds what the user enters. */
export function isField(column: Column): column is LineField {
  return !['no', 'description', 'unitPrice', 'amount', 'remove'].includes(column);
}

/** Whether the user can change a cell: an item without variants has none to choose from. */
export function isEditable(column: Column, {item, variantCode, unitCode}: DraftLine): column is LineField {
  if (column === 'variant') return variantCode !== undefined || (item?.variants?.length ?? 0) > 0;
  if (column === 'unit') {
    const isKnown = item && unitOf(item, unitCode) !== undefined;
    return item ? item.units.length > 1 || !isKnown : unitCode !== undefined;
  }
  return isField(column);
}

/** Whether a column holds figures, which stand at its end. */
export function isFigure(column: Column): boolean {
  return column === 'quantity' || column === 'unitPrice' || column === 'amount';
}

/** The heading of a column. */
export function columnLabel(column: Column): string {
  switch (column) {
    case 'no':
      return msg('Line number', {id: 'purchase-order-editor.line-number'});
    case 'description':
      return msg('Description', {id: 'purchase-order-editor.description'});
    case 'unitPrice':
      return msg('Unit price', {id: 'purchase-order-editor.column-price'});
    case 'amount':
      return msg('Amount', {id: 'purchase-order-editor.amount'});
    case 'remove':
      return msg('Remove', {id: 'purchase-order-editor.remove'});
    case 'requestedDate':
      return msg('Wanted on', {id: 'purchase-order-editor.line-date'});
    case 'note':
      return msg('Note', {id: 'purchase-order-editor.column-note'});
    default:
      return fieldLabel(column);
  }
}

/** The id of a cell. */
export function cellId(column: Column, lineKey: string): string {
  return `cell-${column}-${lineKey}`;
}

/** The id of the control of a line's field. */
export function lineFieldId(key: string, field: LineField): string {
  return `${field}-${key}`;
}
