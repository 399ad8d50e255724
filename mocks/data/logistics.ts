import type {Address} from '../../src/portal/contract/index.ts';
import {line, type ChainBuilder} from './chain-builder.ts';
import {CONSIGNEES} from './companies.ts';
import {workday, type Day} from './dates.ts';
import type {DocumentRecord, ItemRecord} from './records.ts';

function movement(builder: ChainBuilder, kind: 'shipment' | 'delivery', date: Day): DocumentRecord {
  const {random, book, today, plan} = builder;
  const items = random.sample<ItemRecord>(book.items, random.int(1, kind === 'shipment' ? 7 : 14));
  const lines = items.map((item, index) => {
    const step = item.multipleOf ?? 1;
    const made = line((index + 1) * 10, item, random.int(1, kind === 'shipment' ? 8 : 60) * step * 1000);
    made.received = today - date > 4 ? made.quantity : 0;
    return made;
  });
  const document = builder.document(kind, date, lines);
  document.requestedDate = workday(date + random.int(2, 6));
  document.author = random.pick(plan.authors);
  document.location = plan.location;
  if (random.chance(0.8)) document.reference = `${plan.reference}-${random.int(1000, 9999)}`;
  const to: Address | undefined = CONSIGNEES[random.int(0, CONSIGNEES.length - 1)];
  if (kind === 'shipment' && to) document.shipTo = to;
  if (today - date > 4) {
    document.posted = true;
    document.state = 'closed';
    document.fulfilment = 'complete';
    document.postingDate = Math.min(document.requestedDate, today);
  } else {
    document.state = today - date < 2 ? 'open' : 'released';
    document.fulfilment = 'none';
  }
  return document;
}

/** Makes the history of the logistics customer: goods that go out to its customers, and deliveries that fill them up. */
export function buildMovements(builder: ChainBuilder): void {
  const {random, plan, today} = builder;
  for (let index = 0; index < plan.orders; index++) {
    const date = workday(today - plan.days + Math.floor((index * plan.days) / plan.orders) + 1);
    movement(builder, random.chance(0.75) ? 'shipment' : 'delivery', date);
  }
  builder.register();
}
