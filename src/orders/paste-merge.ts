import BigJs from 'big.js';
import {parseQuantity, typeDecimal, type Separators} from './decimals.ts';
import {removeLines, type Draft, type DraftLine} from './draft.ts';
import {unitOf} from './units.ts';

// A constructor of our own: the host's settings of big.js are not ours, nor ours the host's.
const Exact = BigJs();

/**
 * Lines that order the same: equal in item, variant, unit, date and note, and with quantities that can be added up. Each
 * group has two lines at least, in their order.
 */
export function sameLines(lines: readonly DraftLine[], separators: Separators): DraftLine[][] {
  const groups = new Map<string, DraftLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()].filter((group) => group.length > 1 && sumOf(group, separators) !== undefined);
}

/** Makes one line of each group of `sameLines`: the first, with the quantities of all. */
export function mergeLines(draft: Draft, groups: readonly (readonly DraftLine[])[]): Draft {
  const sums = new Map<string, string>();
  const spare = new Set<string>();
  for (const group of groups) {
    const [first, ...others] = group;
    const sum = sumOf(group, draft.separators);
    if (!first || sum === undefined) continue;
    sums.set(first.key, typeDecimal(sum, draft.separators));
    for (const {key} of others) spare.add(key);
  }
  const lines = draft.lines.map((line) => {
    const quantity = sums.get(line.key);
    return quantity === undefined ? line : {...line, quantity};
  });
  return removeLines({...draft, lines}, spare);
}

function keyOf({item, variantCode, unitCode, requestedDate, note}: DraftLine): string | undefined {
  if (!item) return undefined;
  const unit = unitOf(item, unitCode)?.code ?? unitCode;
  return JSON.stringify([item.itemNumber, variantCode, unit, requestedDate.trim(), note.trim()]);
}

/** What lines order together, a decimal string; undefined where a quantity is none, or the sum is longer than one may be. */
export function sumOf(lines: readonly DraftLine[], separators: Separators): string | undefined {
  let sum = new Exact(0);
  for (const {quantity} of lines) {
    const {value} = parseQuantity(quantity, separators);
    if (value === undefined) return undefined;
    sum = sum.plus(value);
  }
  const text = sum.toFixed();
  return parseQuantity(text, {decimal: '.', group: ''}).value;
}
