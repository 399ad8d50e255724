import {parseQuantity, typeDecimal, type Separators} from './decimals.ts';
import type {DraftLine} from './draft.ts';
import {LINE_FIELDS} from './line-columns.ts';
import {neutralise} from './neutralise.ts';
import type {LineField} from './problems.ts';
import {unitOf} from './units.ts';

export {neutralise, restore} from './neutralise.ts';

/**
 * Lines as a spreadsheet takes them: a row a line, cells between tabs, above several lines the names of the columns. What is
 * pasted back is the same lines.
 */
export function copyText(
  lines: readonly DraftLine[],
  separators: Separators,
  labels: Readonly<Record<LineField, string>>,
): string {
  const rows = lines.map((line) => LINE_FIELDS.map((field) => copyCell(line, field, separators)));
  if (lines.length > 1) rows.unshift(LINE_FIELDS.map((field) => labels[field]));
  return rows.map((row) => row.map((cell) => quote(neutralise(cell))).join('\t')).join('\r\n');
}

/** What one field of a line says, as it is copied: not as a formula yet, nor quoted. */
export function copyCell(line: DraftLine, field: LineField, separators: Separators): string {
  const {item} = line;
  switch (field) {
    case 'item':
      return item?.itemNumber ?? line.search;
    case 'variant':
      return line.variantCode ?? '';
    case 'unit':
      return line.unitCode ?? (item && unitOf(item, undefined)?.code) ?? '';
    case 'quantity':
      return copyQuantity(line.quantity, separators);
    case 'requestedDate':
      return line.requestedDate;
    case 'note':
      return line.note;
  }
}

/** A quantity without marks between thousands; a zero more keeps `1.234` from being read as 1234 elsewhere. */
export function copyQuantity(quantity: string, separators: Separators): string {
  const {value} = parseQuantity(quantity, separators);
  if (value === undefined) return quantity;
  return typeDecimal(/^[1-9]\d{0,2}\.\d{3}$/.test(value) ? `${value}0` : value, separators);
}

function quote(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
