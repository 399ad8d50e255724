import type {Separators} from '../decimals.ts';
import {newDraft, type Draft, type DraftLine} from '../draft.ts';
import type {DraftProblem} from '../problems.ts';
import type {UploadPlace} from './problem-walk.ts';
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

/** What a portal has said of a row. */
export interface UploadObjection extends UploadPlace {
  readonly detail?: string | undefined;
  /** The portal's own name of the reason. */
  readonly code?: string | undefined;
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

/** What a portal has said of an order, at its rows; what concerns none of them is left over. */
export function problemsAtRows(
  {rows}: Pick<RowOrder, 'rows'>,
  problems: readonly DraftProblem[],
): {readonly atRows: readonly UploadObjection[]; readonly others: readonly DraftProblem[]} {
  const others: DraftProblem[] = [];
  const atRows = problems.flatMap((problem): UploadObjection[] => {
    const {place, code, detail} = problem;
    if (place?.line !== undefined) return [{key: place.line, field: place.field, code, detail}];
    // The reference is that of all rows, and so may be the day.
    const field = place?.field === 'reference' || place?.field === 'requestedDate' ? place.field : undefined;
    if (field) return rows.map(({key}) => ({key, field, code, detail}));
    others.push(problem);
    return [];
  });
  return {atRows, others};
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
