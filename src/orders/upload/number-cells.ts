import BigJs from 'big.js';

// A constructor of our own: the host's settings of big.js are not ours, nor ours the host's.
const Exact = BigJs();

/** A number that a file has as one, as a decimal string: never with an exponent, and nothing added. */
export function exactText(value: number): string {
  return Number.isFinite(value) ? new Exact(value).toFixed() : String(value);
}
