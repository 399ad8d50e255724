import {placeOrder} from './chain.ts';
import {line, type ChainBuilder} from './chain-builder.ts';
import {fulfilmentOf, receipt} from './chain-fulfilment.ts';
import {invoice} from './chain-invoices.ts';
import {takeBack} from './chain-returns.ts';
import {workday} from './dates.ts';
import {lineAmount} from './money.ts';
import type {DocumentRecord, ItemRecord, LineRecord} from './records.ts';

/** Quantity of each line of the order. */
const ORDERED = 12_000;
/** What has arrived of each line with the first delivery and with the second one. */
const DELIVERED: readonly (readonly [number, number])[] = [
  [12_000, 0],
  [8_000, 4_000],
  [4_000, 4_000],
  [0, 14_000],
  [0, 0],
];

/**
 * An order in whose chain everything has happened that can: it came in parts and not whole, of one item there was too much, each
 * delivery was invoiced, some goods came back and were credited. What chance brings is hardly ever all of it.
 */
export function buildExample(builder: ChainBuilder): void {
  const {book, today} = builder;
  const items = apart(book.items, DELIVERED.length);
  const order = placeOrder(builder, workday(today - 48), items);
  for (const one of order.lines) {
    one.quantity = ORDERED;
    one.amount = lineAmount(one.quantity, one.price, one.discount);
  }
  builder.total(order);
  order.state = 'released';
  const first = receipt(builder, order, delivery(order, 0), workday(today - 39));
  const second = receipt(builder, order, delivery(order, 1), workday(today - 20));
  order.fulfilment = fulfilmentOf(order);
  order.updatedAt = second.updatedAt;
  const invoiced = invoice(builder, order, [first], workday(today - 37));
  invoice(builder, order, [second], workday(today - 18));
  const [, damaged] = invoiced.lines;
  if (!damaged?.item) return;
  const lines = [line(10, damaged.item, 2_000, damaged)];
  takeBack(builder, order, invoiced, {
    lines,
    date: workday(today - 33),
    arrives: workday(today - 26),
    reason: 'DAMAGED',
  });
}

/** How often something of the other order is called off, how much of each line at a time, and how many receipts an invoice has. */
const CALLS = 40;
const CALLED = 5_000;
const INVOICED_TOGETHER = 8;

/** An order for a year from which a little is called off week after week. */
export function buildCallOffs(builder: ChainBuilder): void {
  const {book, today} = builder;
  const items = apart(book.items, 2);
  const order = placeOrder(builder, workday(today - 7 * CALLS - 20), items);
  for (const one of order.lines) {
    one.quantity = CALLED * (CALLS + 10);
    one.amount = lineAmount(one.quantity, one.price, one.discount);
  }
  builder.total(order);
  order.state = 'released';
  const receipts: DocumentRecord[] = [];
  for (let call = 0; call < CALLS; call++) {
    const quantities = new Map(order.lines.map((one): [LineRecord, number] => [one, CALLED]));
    receipts.push(receipt(builder, order, quantities, workday(today - 7 * (CALLS - call))));
    const together = receipts.slice(-INVOICED_TOGETHER);
    if (receipts.length % INVOICED_TOGETHER === 0) {
      invoice(builder, order, together, workday(today - 7 * (CALLS - call) + 3));
    }
  }
  order.fulfilment = fulfilmentOf(order);
  order.updatedAt = receipts.at(-1)?.updatedAt ?? order.updatedAt;
}

/** Items that come whole and are worth something, from all over the catalogue. */
function apart(items: readonly ItemRecord[], count: number): ItemRecord[] {
  const usual = items.filter(
    ({divisible, blocked, price = 0}) => !divisible && !blocked && price > 40_000 && price < 600_000,
  );
  const step = Math.floor(usual.length / (count + 1));
  return usual.filter((_, index) => index > 0 && index % step === 0).slice(0, count);
}

function delivery({lines}: DocumentRecord, index: 0 | 1): Map<LineRecord, number> {
  return new Map(
    lines.flatMap((one, at): [LineRecord, number][] => {
      const quantity = DELIVERED[at]?.[index] ?? 0;
      return quantity > 0 ? [[one, quantity]] : [];
    }),
  );
}
