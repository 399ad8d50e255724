import BigJs from 'big.js';

// A constructor of our own: the host's settings of big.js are not ours, nor ours the host's.
const Exact = BigJs();

/** How a quantity stands to the one that was ordered: what is still to come, or what came too much. */
export type Fulfilment =
  {readonly kind: 'complete'} | {readonly kind: 'open' | 'over'; readonly quantity: string};

/** Compares what has come with what was ordered. */
export function fulfilmentOf(ordered: string, come: string): Fulfilment {
  const difference = new Exact(come).minus(ordered);
  if (difference.eq(0)) return {kind: 'complete'};
  return {kind: difference.gt(0) ? 'over' : 'open', quantity: difference.abs().toFixed()};
}

/** The largest of some quantities; `0` where there are none, or none above it. */
export function largestOf(quantities: readonly string[]): string {
  let largest = new Exact(0);
  for (const quantity of quantities) {
    const value = new Exact(quantity);
    if (value.gt(largest)) largest = value;
  }
  return largest.toFixed();
}

/** What share of `whole` a quantity is, from 0 to 100 and only as exact as a drawing needs it. */
export function percentOf(quantity: string, whole: string): number {
  const total = new Exact(whole);
  const value = new Exact(quantity);
  if (total.lte(0) || value.lte(0)) return 0;
  return Math.min(100, value.times(100).div(total).round(2).toNumber());
}

/** Whether a quantity is above zero. */
export function isPositive(quantity: string): boolean {
  return new Exact(quantity).gt(0);
}
