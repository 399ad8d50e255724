import {msg} from '../../locales/localize.ts';
import type {UploadField} from '../../orders/upload/template-fields.ts';
import type {UploadRow} from '../../orders/upload/upload-row.ts';
import {isEditable as isEditableInLine} from '../purchase-order-editor/grid-columns.ts';

/** A column of the rows of a file. */
export type RowColumn = 'no' | 'description' | UploadField;

/** The columns, from the first to the last. */
export const ROW_COLUMNS = [
  'no',
  'reference',
  'item',
  'description',
  'variant',
  'quantity',
  'unit',
  'requestedDate',
  'note',
] as const satisfies readonly RowColumn[];

/** Whether a column holds what can be changed. */
export function isField(column: RowColumn): column is UploadField {
  return column !== 'no' && column !== 'description';
}

/** Whether a cell can be changed: an item without variants has none to choose from. */
export function isEditable(column: RowColumn, {line}: UploadRow): column is UploadField {
  if (column === 'reference') return true;
  // What the item is decides what can be chosen; before it is known, anything can be typed.
  if ((column === 'variant' || column === 'unit') && !line.item) return true;
  return isField(column) && isEditableInLine(column, line);
}

/** The heading of a column. */
export function columnLabel(column: RowColumn): string {
  switch (column) {
    case 'no':
      return msg('Row', {id: 'order-upload.column-row'});
    case 'description':
      return msg('Description', {id: 'purchase-order-editor.description'});
    case 'reference':
      return msg('Your reference', {id: 'order-upload.column-reference'});
    case 'item':
      return msg('Item', {id: 'order-upload.column-item'});
    case 'variant':
      return msg('Variant', {id: 'order-upload.column-variant'});
    case 'quantity':
      return msg('Quantity', {id: 'order-upload.column-quantity'});
    case 'unit':
      return msg('Unit', {id: 'order-upload.column-unit'});
    case 'requestedDate':
      return msg('Wanted on', {id: 'purchase-order-editor.line-date'});
    case 'note':
      return msg('Note', {id: 'purchase-order-editor.column-note'});
  }
}

/** The id of a cell, or of a row's field where rows stand below each other. */
export function cellId(column: RowColumn, key: string): string {
  return `${column}-${key}`;
}
