import {typeDecimal, type Separators} from '../decimals.ts';
import {sameLines, sumOf} from '../paste-merge.ts';
import {ordersOf} from './row-orders.ts';
import type {RowVersion} from './upload-history.ts';
import {withText, type UploadRow} from './upload-row.ts';

/** Rows of one reference that order the same, each group in their order. */
export function sameRows(
  rows: readonly UploadRow[],
  separators: Separators,
): readonly (readonly UploadRow[])[] {
  return ordersOf(rows, separators).flatMap((order) => {
    const byKey = new Map(order.rows.map((row) => [row.key, row]));
    const groups = sameLines(
      order.rows.map(({line}) => line),
      separators,
    );
    return groups.map((group) => group.flatMap(({key}) => byKey.get(key) ?? []));
  });
}

/** What becomes of the rows where each group is made one: the first takes what all order, the others are `merged`. */
export function mergedRows(
  groups: readonly (readonly UploadRow[])[],
  separators: Separators,
): ReadonlyMap<string, RowVersion> {
  const versions = new Map<string, RowVersion>();
  for (const [first, ...others] of groups) {
    const lines = [first, ...others].flatMap((row) => row?.line ?? []);
    const sum = sumOf(lines, separators);
    if (!first || sum === undefined) continue;
    const row = withText(first, 'quantity', typeDecimal(sum, separators));
    versions.set(row.key, {row, decision: undefined});
    for (const other of others) versions.set(other.key, {row: other, decision: 'merged'});
  }
  return versions;
}
