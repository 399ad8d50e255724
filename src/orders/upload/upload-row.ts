import type {Item} from '../../portal/contract/catalog.ts';
import {takeItem, withItem, type DraftLine} from '../draft.ts';
import {nameKey} from '../name-key.ts';
import type {UploadField} from './template-fields.ts';

/** Why a cell says nothing: it is one with others, or a formula that was never computed. */
export type BrokenMark = 'merged' | 'uncomputed';

/** A row of a file while it is mended. Immutable: every change makes a new one. */
export interface UploadRow {
  /** Names the row on this device. */
  readonly key: string;
  /** Its number as the spreadsheet shows it, from 1. */
  readonly number: number;
  /** Reference of the order that it belongs to, as it was read or typed. */
  readonly reference: string;
  /** What it orders; its key is the row's. */
  readonly line: DraftLine;
  /** Cells that say nothing, until they are changed. */
  readonly marks: ReadonlyMap<UploadField, BrokenMark>;
  /** Whether a cell of it is what the spreadsheet has computed last. */
  readonly isComputed: boolean;
  /** What the file says, of the fields that were not changed since. */
  readonly source: ReadonlyMap<UploadField, string>;
}

/** What a field of a row says now, as it is shown and typed. */
export function textOf({reference, line}: UploadRow, field: UploadField): string {
  switch (field) {
    case 'reference':
      return reference;
    case 'item':
      return line.item?.itemNumber ?? line.search;
    case 'variant':
      return line.variantCode ?? '';
    case 'unit':
      return line.unitCode ?? '';
    default:
      return line[field];
  }
}

/** The row with another text in a field; the same object where it says that already. */
export function withText(row: UploadRow, field: UploadField, text: string): UploadRow {
  if (textOf(row, field) === text && !row.marks.has(field)) return row;
  const own = without(row, field);
  if (field === 'reference') return {...own, reference: text};
  return {...own, line: changed(row, field, text)};
}

/** The row with an item that the user has chosen. */
export function withChosen(row: UploadRow, item: Item): UploadRow {
  const line = takeItem(row.line, item);
  const fields: UploadField[] = ['item'];
  if (line.variantCode !== row.line.variantCode) fields.push('variant');
  if (line.unitCode !== row.line.unitCode) fields.push('unit');
  return {...fields.reduce(without, row), line};
}

/** The row with the item that its text was found to stand for. */
export function withFound(row: UploadRow, item: Item): UploadRow {
  return {...row, line: withItem(row.line, item)};
}

/** The quantities of a row in other separators. */
export function withQuantity(row: UploadRow, retyped: (quantity: string) => string): UploadRow {
  const quantity = retyped(row.line.quantity);
  return quantity === row.line.quantity ? row : {...row, line: {...row.line, quantity}};
}

function without(row: UploadRow, field: UploadField): UploadRow {
  if (!row.marks.has(field) && !row.source.has(field)) return row;
  const [marks, source] = [new Map(row.marks), new Map(row.source)];
  marks.delete(field);
  source.delete(field);
  return {...row, marks, source};
}

function changed(
  {line, source}: UploadRow,
  field: Exclude<UploadField, 'reference'>,
  text: string,
): DraftLine {
  const {item} = line;
  switch (field) {
    case 'item': {
      if (nameKey(text) === nameKey(line.search)) return item ? line : {...line, search: text};
      // A unit that the file says is meant of the other item, too; one that was found with the former is not.
      const said = (name: 'variant' | 'unit', code: string | undefined) => {
        const words = source.get(name);
        return words === undefined ? code : words || undefined;
      };
      const variantCode = said('variant', line.variantCode);
      return {...line, search: text, item: undefined, variantCode, unitCode: said('unit', line.unitCode)};
    }
    case 'variant':
    case 'unit': {
      const code = text || undefined;
      const next = field === 'unit' ? {...line, unitCode: code} : {...line, variantCode: code};
      return item ? withItem(next, item) : next;
    }
    default:
      return {...line, [field]: text};
  }
}
