import {link} from './book.ts';
import {line, type ChainBuilder} from './chain-builder.ts';
import {workday, type Day} from './dates.ts';
import {lineAmount, mulDiv} from './money.ts';
import type {DocumentRecord, LineRecord} from './records.ts';

/** Credits lines of an invoice; the lines carry quantity and price already. */
function creditMemo(
  builder: ChainBuilder,
  from: DocumentRecord,
  lines: LineRecord[],
  date: Day,
  reason: string,
): DocumentRecord {
  const {random, today} = builder;
  const posted = date <= today && (today - date > 14 || random.chance(0.4));
  const memo = builder.document('credit-memo', Math.min(date, today), lines, from);
  memo.posted = posted;
  memo.discount = from.discount;
  memo.reason = reason;
  if (from.reference !== undefined) memo.reference = from.reference;
  builder.total(memo);
  const totals = memo.totals;
  if (posted && totals) {
    memo.postingDate = memo.date;
    totals.paid = today - date > 10 || random.chance(0.4) ? totals.gross : 0;
    memo.payment = totals.paid === totals.gross ? 'paid' : 'open';
    memo.state = memo.payment === 'paid' ? 'closed' : 'open';
  }
  link(from, memo);
  return memo;
}

function correctPrice(builder: ChainBuilder, order: DocumentRecord, invoice: DocumentRecord): void {
  const {random, today} = builder;
  const source = invoice.lines[random.int(0, invoice.lines.length - 1)];
  const date = workday(invoice.date + random.int(3, 20));
  if (!source?.item || date > today || source.amount < 2_000) return;
  const corrected = line(10, source.item, source.quantity, source);
  corrected.price = Math.max(1, mulDiv(source.price, random.int(3, 8), 100));
  corrected.amount = lineAmount(corrected.quantity, corrected.price, corrected.discount);
  corrected.reason = 'PRICE';
  link(order, creditMemo(builder, invoice, [corrected], date, 'PRICE'));
}

/** Some goods of an invoice come back and are credited; some prices are put right. */
export function returnGoods(builder: ChainBuilder, order: DocumentRecord, invoice: DocumentRecord): void {
  const {random, today} = builder;
  if (random.chance(0.015)) correctPrice(builder, order, invoice);
  if (!random.chance(today - invoice.date < 60 ? 0.16 : 0.1)) return;
  const date = workday(invoice.date + random.int(3, 18));
  if (date > today) return;
  const reason = random.pick(['DAMAGED', 'WRONG', 'DEFECT', 'SURPLUS']);
  const arrives = workday(date + random.int(5, 40));
  const lines: LineRecord[] = [];
  for (const source of random.sample(invoice.lines, random.int(1, 2))) {
    const whole = Math.floor(source.quantity / 1000);
    if (!source.item || whole < 1) continue;
    const quantity = random.int(1, Math.max(1, Math.floor(whole / 3))) * 1000;
    const made = line((lines.length + 1) * 10, source.item, quantity, source);
    lines.push(made);
  }
  if (lines.length > 0) takeBack(builder, order, invoice, {lines, date, arrives, reason});
}

/** What comes back of an invoice. */
interface Return {
  lines: LineRecord[];
  date: Day;
  arrives: Day;
  reason: string;
}

/** A return order for goods of an invoice, and the credit memo once they have arrived. */
export function takeBack(
  builder: ChainBuilder,
  order: DocumentRecord,
  invoice: DocumentRecord,
  {lines, date, arrives, reason}: Return,
): void {
  const {random, today} = builder;
  const arrived = arrives <= today;
  for (const one of lines) {
    one.reason = reason;
    for (let source = one.source; arrived && source; source = source.source) source.returned += one.quantity;
  }
  const made = builder.document('return-order', date, lines, invoice);
  made.reason = reason;
  made.posted = arrived;
  made.fulfilment = arrived ? 'complete' : 'none';
  made.state = arrived ? 'closed' : today - date < 3 ? 'in_review' : random.chance(0.5) ? 'open' : 'released';
  if (arrived) made.postingDate = arrives;
  if (invoice.reference !== undefined) made.reference = invoice.reference;
  link(order, made);
  link(invoice, made);
  if (!arrived) return;
  const credited = lines.flatMap((one, index) => {
    if (!one.item || !one.source) return [];
    const copy = line((index + 1) * 10, one.item, one.quantity, one.source);
    copy.reason = reason;
    return [copy];
  });
  const creditDate = workday(arrives + random.int(2, 12));
  if (creditDate > today + 7) return;
  const memo = creditMemo(builder, invoice, credited, creditDate, reason);
  link(order, memo);
  link(made, memo);
}
