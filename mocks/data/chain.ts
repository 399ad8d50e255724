import {line, type ChainBuilder} from './chain-builder.ts';
import {fulfil} from './chain-fulfilment.ts';
import {workday, type Day} from './dates.ts';
import {lineAmount} from './money.ts';
import {FORMER_UNITS, formerPrice, perBase, unitPrice, valueDiscount} from './pricing.ts';
import type {Random} from './random.ts';
import type {DocumentRecord, ItemRecord, LineRecord} from './records.ts';

/** A quantity that somebody would order of an item at its price, in whole steps. */
function usualQuantity(random: Random, item: ItemRecord): number {
  const price = item.price ?? 20_000;
  const most = price < 1_500 ? 40 : price < 60_000 ? 24 : price < 600_000 ? 8 : 3;
  const step = item.multipleOf ?? (price < 1_500 ? 50 : 1);
  const wanted = random.int(1, most) * step;
  const least = Math.ceil((item.min ?? 1) / step) * step;
  return Math.min(Math.max(wanted, least), item.max ?? Infinity);
}

function orderLine(builder: ChainBuilder, no: number, item: ItemRecord, date: Day): LineRecord {
  const {random, today} = builder;
  const base = usualQuantity(random, item);
  const larger = item.units.find(({perBase: per}) => per > 1 && base % per === 0);
  const years = Math.floor((today - date) / 365);
  let unit = larger && random.chance(0.5) ? larger.code : (item.units[0]?.code ?? 'PCS');
  let per = perBase(item, unit) ?? 1;
  const former = FORMER_UNITS.get('PACK') ?? 10;
  // Packs are given up one by one: old orders have units that the item no longer comes in.
  if (years > 0 && unit === 'PCS' && base % former === 0 && !perBase(item, 'PACK') && random.chance(0.05)) {
    unit = 'PACK';
    per = former;
  }
  let quantity = (base / per) * 1000;
  if (item.divisible && per === 1 && random.chance(0.4)) quantity += 500;
  const price = formerPrice(unitPrice(item, quantity, per), years);
  const variant = item.variants?.length ? random.int(0, item.variants.length - 1) : undefined;
  const made = line(no, item, quantity);
  made.unit = unit;
  made.price = price;
  made.discount = item.discount;
  made.amount = lineAmount(quantity, price, item.discount);
  if (variant !== undefined) made.variant = item.variants?.[variant]?.code ?? '';
  return made;
}

/** An order as it was sent, before anything has become of it. */
export function placeOrder(builder: ChainBuilder, date: Day, items: readonly ItemRecord[]): DocumentRecord {
  const {random, plan, today} = builder;
  const lines = items.map((item, index) => orderLine(builder, (index + 1) * 10, item, date));
  const order = builder.document('order', date, lines);
  order.seller = random.chance(0.88) ? 0 : 1;
  order.requestedDate = workday(date + random.int(3, 21));
  order.author = random.pick(plan.authors);
  order.shipTo = random.pick(plan.shipTo);
  order.location = plan.location;
  if (random.chance(0.85)) order.reference = `${plan.reference}-${random.int(24_000, 89_999)}`;
  if (random.chance(0.06)) order.note = 'Please deliver before 10 am, entrance at the back.';
  const amount = lines.reduce((total, {amount: one}) => total + one, 0);
  order.discount = today - date > 365 ? 0 : valueDiscount(amount);
  builder.total(order);
  return order;
}

/** Makes the history of a partner: orders with all that followed from them. */
export function buildChains(builder: ChainBuilder): void {
  const {random, plan, book, today} = builder;
  // Most of what a customer buys is the same few hundred items.
  const favourites = random.sample(book.items, 380);
  const largeAt = plan.largeOrderLines ? Math.floor(plan.orders * 0.965) : -1;
  for (let index = 0; index < plan.orders; index++) {
    // Business grows: the later months have more orders than the early ones.
    const rest = plan.orders - index;
    const age = Math.ceil((plan.days * rest * (rest + 2 * plan.orders)) / (3 * plan.orders * plan.orders));
    const date = workday(today - age + 1);
    if (index === largeAt) {
      const all = book.items.slice(150, 150 + (plan.largeOrderLines ?? 0));
      fulfil(builder, placeOrder(builder, date, all), 'large');
      continue;
    }
    const count = random.chance(0.04) ? random.int(15, 40) : random.int(1, 3) + random.int(0, 4);
    const items = new Set<ItemRecord>();
    while (items.size < count) {
      const from = random.chance(0.8) ? favourites : book.items;
      const item = from[random.int(0, from.length - 1)];
      if (item) items.add(item);
    }
    fulfil(builder, placeOrder(builder, date, [...items]), 'usual');
  }
  builder.register();
}
