import {link} from './book.ts';
import {returnGoods} from './chain-returns.ts';
import {line, type ChainBuilder} from './chain-builder.ts';
import {workday, type Day} from './dates.ts';
import {mulDiv} from './money.ts';
import type {DocumentRecord, LineRecord} from './records.ts';

/** Settles a posted invoice as it would be by today. */
function pay(builder: ChainBuilder, invoice: DocumentRecord): void {
  const {random, today} = builder;
  const totals = invoice.totals;
  const due = invoice.dueDate ?? today;
  if (!totals) return;
  const late = today - due;
  const roll = random.next();
  const share = mulDiv(totals.gross, random.int(2, 7), 10);
  if (late > 120 || (late > 0 ? roll < 0.86 : roll < 0.33)) totals.paid = totals.gross;
  else if (late > 0 ? roll < 0.9 : roll < 0.38) totals.paid = share;
  else totals.paid = 0;
  if (totals.paid === totals.gross) invoice.payment = 'paid';
  else if (late > 0) invoice.payment = 'overdue';
  else invoice.payment = totals.paid > 0 ? 'partial' : 'open';
  invoice.state = invoice.payment === 'paid' ? 'closed' : 'open';
}

/** Invoices what has arrived with some receipts; being prepared where the date is still to come. */
export function invoice(
  builder: ChainBuilder,
  order: DocumentRecord,
  receipts: readonly DocumentRecord[],
  date: Day,
): DocumentRecord {
  const {random, today, book} = builder;
  const posted = date <= today;
  const quantities = new Map<LineRecord, number>();
  for (const {source, quantity} of receipts.flatMap(({lines}) => lines)) {
    if (source) quantities.set(source, (quantities.get(source) ?? 0) + quantity);
  }
  const lines = [...quantities].flatMap(([source, quantity]) => {
    if (!source.item) return [];
    if (posted) source.invoiced += quantity;
    return [line(source.no, source.item, quantity, source)];
  });
  const after = receipts.at(-1) ?? order;
  const made = builder.document('invoice', posted ? date : builder.prepared(after), lines, after);
  made.posted = posted;
  made.discount = order.discount;
  if (order.reference !== undefined) made.reference = order.reference;
  if (order.shipTo) made.shipTo = order.shipTo;
  builder.total(made);
  made.dueDate = made.date + book.company.terms;
  link(order, made);
  for (const one of receipts) link(one, made);
  if (!posted) {
    made.state = random.chance(0.5) ? 'open' : 'released';
    return made;
  }
  made.postingDate = date;
  pay(builder, made);
  return made;
}

/** Invoices what has arrived: delivery by delivery, or all at once when the order is complete. */
export function invoiceOrder(
  builder: ChainBuilder,
  order: DocumentRecord,
  receipts: readonly DocumentRecord[],
): void {
  const {random, today} = builder;
  const latest = receipts.at(-1);
  if (!latest) return;
  const atOnce = receipts.length > 1 && random.chance(0.4);
  if (atOnce && order.fulfilment === 'partial') return;
  for (const batch of atOnce ? [receipts] : receipts.map((one) => [one])) {
    const date = workday((batch.at(-1) ?? latest).date + random.int(1, 9));
    // What is invoiced within the next week is already being prepared.
    if (date > today + 7) continue;
    const made = invoice(builder, order, batch, date);
    if (made.posted === true) returnGoods(builder, order, made);
  }
}
