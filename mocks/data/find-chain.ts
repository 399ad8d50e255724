import type {DocumentRecord, Kind} from './records.ts';

/** How many documents of a kind an order has brought about. */
export function countLinked(order: DocumentRecord, kind: Kind): number {
  return order.links.filter((other) => other.kind === kind).length;
}

/**
 * Of a partner's orders one with all that a chain can have: it has come in parts and not whole, of a line there came too much, and
 * there are several receipts, two invoices, a return order and a credit memo.
 */
export function richestOrder(orders: readonly DocumentRecord[]): DocumentRecord {
  const found = orders.find(
    (order) =>
      order.fulfilment === 'partial' &&
      order.lines.some(({received, quantity}) => received > 0 && received < quantity) &&
      order.lines.some(({received, quantity}) => received > quantity) &&
      countLinked(order, 'receipt') >= 2 &&
      countLinked(order, 'invoice') === 2 &&
      countLinked(order, 'return-order') >= 1 &&
      countLinked(order, 'credit-memo') >= 1,
  );
  if (!found) throw new Error('No order has all that a chain can have');
  return found;
}

/** Of a partner's orders the one that came in the most parts. */
export function mostDeliveredOrder(orders: readonly DocumentRecord[]): DocumentRecord {
  const [most] = orders.toSorted((one, other) => countLinked(other, 'receipt') - countLinked(one, 'receipt'));
  if (!most) throw new Error('There is no order');
  return most;
}
