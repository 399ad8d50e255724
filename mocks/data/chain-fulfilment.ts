import {link} from './book.ts';
import {invoiceOrder} from './chain-invoices.ts';
import {line, type ChainBuilder} from './chain-builder.ts';
import {workday, type Day} from './dates.ts';
import type {DocumentRecord, LineRecord} from './records.ts';

/** What becomes of an order: chance decides, or it is the large one, of which the first part has arrived. */
export type Fulfilment = 'usual' | 'large';

/** Quantities of the lines in each delivery. */
type Split = Map<LineRecord, number>[];

function splitLines(builder: ChainBuilder, lines: readonly LineRecord[], deliveries: number): Split {
  const {random} = builder;
  const split: Split = Array.from({length: deliveries}, () => new Map<LineRecord, number>());
  for (const one of lines) {
    const whole = Math.floor(one.quantity / 1000);
    if (deliveries === 1 || whole < 2 || random.chance(0.6)) {
      split[random.int(0, deliveries - 1)]?.set(one, one.quantity);
      continue;
    }
    const first = random.int(0, deliveries - 2);
    const part = random.int(1, whole - 1) * 1000;
    split[first]?.set(one, part);
    split[first + 1]?.set(one, one.quantity - part);
  }
  return split.filter((delivery) => delivery.size > 0);
}

/** What arrives of an order with one delivery; announced where the day is still to come. */
export function receipt(
  builder: ChainBuilder,
  order: DocumentRecord,
  delivery: Map<LineRecord, number>,
  arrives: Day,
): DocumentRecord {
  const {random, today} = builder;
  const arrived = arrives <= today;
  const lines = [...delivery].map(([source, quantity]) => {
    const made = line(source.no, source.item ?? missing(), quantity, source);
    if (arrived) source.received += quantity;
    return made;
  });
  const made = builder.document('receipt', arrived ? arrives : builder.prepared(order), lines, order);
  made.posted = arrived;
  made.state = arrived ? 'closed' : 'released';
  made.location = order.location;
  if (order.shipTo) made.shipTo = order.shipTo;
  if (order.reference !== undefined) made.reference = order.reference;
  if (arrived) made.postingDate = arrives;
  else made.requestedDate = workday(arrives + 2);
  if (arrived && random.chance(0.04)) made.note = 'Outer packaging damaged, goods in order.';
  link(order, made);
  return made;
}

function missing(): never {
  throw new Error('A line of the history has no item');
}

/** How much of the order has arrived. */
export function fulfilmentOf(order: DocumentRecord): NonNullable<DocumentRecord['fulfilment']> {
  if (order.lines.every(({received}) => received === 0)) return 'none';
  if (order.lines.some(({received, quantity}) => received < quantity)) return 'partial';
  return order.lines.some(({received, quantity}) => received > quantity) ? 'over' : 'complete';
}

/** Delivers and invoices an order as far as it would be by today. */
export function fulfil(builder: ChainBuilder, order: DocumentRecord, fate: Fulfilment): void {
  const {random, today} = builder;
  const age = today - order.date;
  order.fulfilment = 'none';
  if (fate === 'usual' && age > 5 && random.chance(0.03)) {
    order.state = 'canceled';
    order.updatedAt = Math.min(order.createdAt + 86_400_000, builder.now - 60_000);
    return;
  }
  if (fate === 'usual' && age <= 2) {
    order.state = random.chance(0.6) ? 'in_review' : 'open';
    return;
  }
  order.state = 'released';
  const deliveries = fate === 'large' ? 2 : random.chance(0.72) ? 1 : random.chance(0.75) ? 2 : 3;
  const split = splitLines(builder, order.lines, deliveries);
  const short = fate === 'usual' && age < 240 && random.chance(0.12);
  const over = fate === 'usual' && !short && random.chance(0.05);
  const last = split.at(-1);
  if (over && last) {
    for (const [source, quantity] of last) {
      if (source.quantity < 20_000) continue;
      last.set(source, quantity + Math.max(1, Math.floor(source.quantity / 20_000)) * 1000);
      break;
    }
  }
  if (short && last) {
    const [first] = last.keys();
    if (first) last.delete(first);
  }
  const receipts: DocumentRecord[] = [];
  let arrives = workday(order.date + random.int(2, 15));
  for (const delivery of split) {
    if (delivery.size === 0) continue;
    // Announced receipts exist for what is on its way; what lies further ahead is only outstanding.
    if (arrives > today + 14 || (arrives > today && receipts.some(({posted}) => !posted))) break;
    receipts.push(receipt(builder, order, delivery, arrives));
    arrives = fate === 'large' ? today + 4 : workday(arrives + random.int(4, 24));
  }
  order.fulfilment = fulfilmentOf(order);
  const posted = receipts.filter((one) => one.posted);
  order.updatedAt = Math.max(order.updatedAt, ...posted.map(({updatedAt}) => updatedAt));
  invoiceOrder(builder, order, posted);
  const settled = order.lines.every(({invoiced, received}) => invoiced === received);
  if (settled && (order.fulfilment === 'complete' || order.fulfilment === 'over')) order.state = 'closed';
}
