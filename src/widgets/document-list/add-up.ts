import type {DocumentSummary, ListTotal} from '../../portal/contract/index.ts';
import type {Listing} from './document-listing.ts';

/** What has been added up, by the array that it was added up of: nothing is ever changed in one. */
const added = new WeakMap<readonly DocumentSummary[], readonly ListTotal[]>();

/** What the documents that have been loaded come to, by currency. */
export function addUp({documents}: Listing): readonly ListTotal[] {
  const known = added.get(documents);
  if (known) return known;
  const sums = new Map<string, {count: number; gross: bigint; remaining: bigint | undefined}>();
  for (const {currency, totals} of documents) {
    if (!totals || currency === undefined) continue;
    const sum = sums.get(currency) ?? {count: 0, gross: 0n, remaining: undefined};
    sum.count++;
    sum.gross += scaled(totals.gross);
    if (totals.remaining !== undefined) sum.remaining = (sum.remaining ?? 0n) + scaled(totals.remaining);
    sums.set(currency, sum);
  }
  const totals = [...sums].map(([currency, {count, gross, remaining}]) => ({
    currency,
    count,
    gross: unscaled(gross),
    ...(remaining !== undefined && {remaining: unscaled(remaining)}),
  }));
  added.set(documents, totals);
  return totals;
}

/** A decimal in units of its eighth digit, the last that the contract has. */
function scaled(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(8, '0'));
}

function unscaled(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(9, '0');
  const decimal = `${digits.slice(0, -8)}.${digits.slice(-8)}`.replace(/\.?0+$/, '');
  return value < 0n ? `-${decimal}` : decimal;
}
