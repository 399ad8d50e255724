/**
 * The whole portal in one tag, on the built page: a customer's day by the keyboard alone, and what each of the other members
 * finds. What the page says is compared with what the portal itself answers.
 */
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, test} from 'node:test';
import {isDeepStrictEqual} from 'node:util';
import {
  changeQuantity,
  findOrder,
  openReceipt,
  ordered,
  reloadOrder,
  repeatOrder,
  send,
  toUnposted,
  watchHelp,
  type Document,
} from './portal-day.ts';
import {PortalStage, type PortalPage, type User} from './portal-stage.ts';
import type {Listing, Summary} from './stage.ts';

describe('a day in partner-portal', () => {
  let stage: PortalStage;

  before(async () => {
    stage = await PortalStage.start();
  });

  beforeEach(() => stage.portal.reset());

  after(() => stage?.close());

  /** The newest receipt that is not posted yet, of an order that can be repeated as it was; and how many of them there are. */
  async function unpostedReceipt(): Promise<{receipt: Summary; order: Document; total: number}> {
    const {items, page} = await stage.portal.read<Listing<Summary>>(
      '/documents/warehouse-receipt?posted=false&sort=-documentDate',
    );
    for (const receipt of items) {
      const {related} = await stage.portal.read<Document>(`/documents/warehouse-receipt/${receipt.id}`);
      const found = related.find(({rel}) => rel === 'order');
      const path = `/documents/purchase-order/${found?.id}`;
      const order = found && (await stage.portal.read<Document>(path));
      if (!order?.allowedActions.includes('repeat') || order.lines.length > 3) continue;
      const {draft} = await stage.portal.propose(path);
      if (isDeepStrictEqual(ordered(draft.lines), ordered(order.lines)))
        return {receipt, order, total: page.total ?? 0};
    }
    throw new Error('No order of an unposted receipt can be repeated as it was');
  }

  test('a customer orders once more what is on its way, by keyboard', async () => {
    const {receipt, order, total} = await unpostedReceipt();
    const before = await orders();
    const [first] = order.lines;
    const more = String(2 * Number(first?.quantity));
    const page = await stage.open('customer');
    await toUnposted(page, total);
    await openReceipt(page, receipt, order);
    await repeatOrder(page, order);
    await changeQuantity(page, String(Number(first?.quantity)), more);
    await watchHelp(page);
    await reloadOrder(page, order, more);
    const number = await send(page);

    const now = await orders();
    assert.equal(now.page.total, (before.page.total ?? 0) + 1, 'exactly one order more');
    const posts = (await stage.asked()).filter(
      ({method, path}) => method === 'POST' && path === '/documents/purchase-order',
    );
    assert.deepEqual(
      posts.map(({status}) => status),
      [201],
    );
    const made = now.items.find((each) => each.number === number);
    const {lines} = await stage.portal.read<Document>(`/documents/purchase-order/${made?.id}`);
    assert.deepEqual(ordered(lines), ordered([{...first, quantity: more}, ...order.lines.slice(1)]));
    await findOrder(page, number, made?.id ?? '');
    assert.deepEqual(page.findings(), []);
  });

  function orders(): Promise<Listing<Summary>> {
    return stage.portal.read('/documents/purchase-order?sort=-documentDate');
  }
});

