import type {Separators} from '../decimals.ts';
import {newDraft, type Draft, type DraftLine} from '../draft.ts';
import type {UploadOrder} from './upload-order.ts';
import type {UploadRow} from './upload-row.ts';

/** Rows that are ordered together. */
export interface RowOrder extends UploadOrder {
  /** What their orders are told apart by; empty: they have none. */
  readonly reference: string;
  readonly rows: readonly UploadRow[];
}

/** A draft of rows of different references, and the references that it does not keep. */
export interface JoinedOrder {
  readonly draft: Draft;
  readonly lost: readonly string[];
}

/** The reference that a row goes by: two that differ in a letter are two orders. */
export function referenceOf({reference}: UploadRow): string {
  return reference.trim();
}

/** An order for each reference, one for the rows without, in the order in which the file begins them. */
export function ordersOf(rows: readonly UploadRow[], separators: Separators): RowOrder[] {
  const groups = new Map<string, UploadRow[]>();
  for (const row of rows) {
    const reference = referenceOf(row);
    const group = groups.get(reference);
    if (group) group.push(row);
    else groups.set(reference, [row]);
  }
  return Array.from(groups, ([reference, group]) => ({
    // Rows that become ready after the order was sent are another one.
    id: group[0]?.key ?? '',
    reference,
    rows: group,
    draft: draftOf(group, reference, separators),
  }));
}

/** One order of all rows. It has a reference where they have one and no two. */
export function joinedOrder(rows: readonly UploadRow[], separators: Separators): JoinedOrder {
  const references = [...new Set(rows.map(referenceOf))].filter((reference) => reference !== '');
  const [only = '', ...others] = references;
  const isOne = others.length === 0;
  return {draft: draftOf(rows, isOne ? only : '', separators), lost: isOne ? [] : references};
}

function draftOf(rows: readonly UploadRow[], reference: string, separators: Separators): Draft {
  const blank = newDraft(separators);
  const [first = ''] = rows.map(({line}) => line.requestedDate.trim());
  // A day that all lines have is the order's.
  const isCommon = first !== '' && rows.every(({line}) => line.requestedDate.trim() === first);
  const lines = rows.map(({line}): DraftLine => (isCommon ? {...line, requestedDate: ''} : line));
  return {
    ...blank,
    reference,
    requestedDate: isCommon ? first : '',
    lines: lines.length > 0 ? lines : blank.lines,
    origin: {kind: 'upload'},
  };
}
