/** Places of two lists that belong together, ascending in both. */
export type Pairs = readonly (readonly [left: number, right: number])[];

/**
 * Pairs up the entries of two lists that are the same, in order. Entries that either list has once are paired first, and what
 * lies between two of them by itself: the longest common sequence wherever that can be told without comparing everything with
 * everything, in time that grows with the lists and not with their product.
 */
export function align(left: readonly string[], right: readonly string[]): Pairs {
  const pairs: (readonly [number, number])[] = [];
  // A list of what is still to be done and no recursion: thousands of lines may nest as deep.
  const open: Stretch[] = [{from: 0, to: left.length, start: 0, end: right.length}];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const {from, to, start, end} = trim(left, right, stretch, pairs);
    if (from === to || start === end) continue;
    const anchors = anchorsIn(left, right, {from, to, start, end});
    if (anchors.length === 0) {
      inOrder(left, right, {from, to, start, end}, pairs);
      continue;
    }
    let [l, r] = [from, start];
    for (const [leftAt, rightAt] of anchors) {
      open.push({from: l, to: leftAt, start: r, end: rightAt});
      pairs.push([leftAt, rightAt]);
      [l, r] = [leftAt + 1, rightAt + 1];
    }
    open.push({from: l, to, start: r, end});
  }
  return pairs.sort(([a], [b]) => a - b);
}

/** A part of both lists; the ends are exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Pairs what is the same at both ends; what is left in between. */
function trim(
  left: readonly string[],
  right: readonly string[],
  {from, to, start, end}: Stretch,
  pairs: (readonly [number, number])[],
): Stretch {
  while (from < to && start < end && left[from] === right[start]) pairs.push([from++, start++]);
  while (from < to && start < end && left[to - 1] === right[end - 1]) pairs.push([--to, --end]);
  return {from, to, start, end};
}

/** Entries that both sides have exactly once, as many as stand in the same order. */
function anchorsIn(
  left: readonly string[],
  right: readonly string[],
  {from, to, start, end}: Stretch,
): [number, number][] {
  const places = singles(right, start, end);
  const candidates: [number, number][] = [];
  for (const [entry, at] of singles(left, from, to)) {
    const place = places.get(entry);
    if (at >= 0 && place !== undefined && place >= 0) candidates.push([at, place]);
  }
  return longestAscending(candidates);
}

/** Where each entry is; -1 for one that is there more than once. In the order of the list. */
function singles(list: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let index = from; index < to; index++) {
    const entry = list[index] ?? '';
    places.set(entry, places.has(entry) ? -1 : index);
  }
  return places;
}

/** The most of the pairs, ascending by their first place, that ascend by their second place too. */
function longestAscending(pairs: readonly [number, number][]): [number, number][] {
  /** By length, less one: the pair with the least second place that ends an ascending row of that length. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [, place]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  }
  const row: [number, number][] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) row.push(pair);
  }
  return row.reverse();
}

/** Pairs each entry with the next same one on the other side: for stretches in which nothing stands out. */
function inOrder(
  left: readonly string[],
  right: readonly string[],
  {from, to, start, end}: Stretch,
  pairs: (readonly [number, number])[],
): void {
  const places = new Map<string, number[]>();
  for (let index = end - 1; index >= start; index--) {
    const entry = right[index] ?? '';
    const list = places.get(entry);
    if (list) list.push(index);
    else places.set(entry, [index]);
  }
  let next = start;
  for (let index = from; index < to; index++) {
    const list = places.get(left[index] ?? '');
    while (list && (list.at(-1) ?? end) < next) list.pop();
    const place = list?.pop();
    if (place === undefined) continue;
    pairs.push([index, place]);
    next = place + 1;
  }
}
