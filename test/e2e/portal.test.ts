/**
 * The whole portal in one tag, on the built page: a customer's day by the keyboard alone, and what each of the other members
 * finds. What the page says is compared with what the portal itself answers.
 */
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, test} from 'node:test';
import {isDeepStrictEqual} from 'node:util';
import {PortalStage, type PortalPage} from './portal-stage.ts';
import type {Line, Listing, Summary} from './stage.ts';

interface Document {
  id: string;
  number: string;
  allowedActions: string[];
  related: {rel: string; type: string; id: string; number: string}[];
  lines: Line[];
}

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

/** Items and quantities, by which orders are compared. */
function ordered(lines: readonly Line[]): [string | undefined, number][] {
  return lines.map(({itemNumber, quantity}) => [itemNumber, Number(quantity)]);
}

/** From the top of the page to the overview's figure, and by that to the receipts that are not posted. */
async function toUnposted(page: PortalPage, total: number): Promise<void> {
  const {visit, keys} = page;
  const figure = `Warehouse receipts: ${total} not posted`;
  await visit.find('heading', 'Overview');
  await keys.reach('button', figure);
  assert.equal(await visit.page.title(), 'Overview · Brinkholt partner net');
  await keys.press('Enter');
  await page.arrived({title: 'Warehouse receipts', place: 'documents/warehouse-receipt'});
  await page.says(`${total} documents`);
  await keys.reach('radio', 'Not posted');
}

/** Opens a receipt of the list after the page was loaded anew, and by its chain the order. */
async function openReceipt(page: PortalPage, receipt: Summary, order: Document): Promise<void> {
  const {visit, keys} = page;
  await visit.page.reload();
  await visit.find('heading', 'Warehouse receipts');
  await keys.reach('radio', 'Not posted');
  await keys.reach('button', receipt.number ?? '');
  await keys.press('Enter');
  const there = {
    title: 'Warehouse receipt',
    role: 'group',
    label: `Warehouse receipt ${receipt.number}`,
    place: `documents/warehouse-receipt/${receipt.id}`,
  } as const;
  await page.arrived(there);
  await visit.find('heading', `Warehouse receipt ${receipt.number}`);
  const next = {
    title: 'Purchase order',
    role: 'group',
    label: `Purchase order ${order.number}`,
    place: `documents/purchase-order/${order.id}`,
  } as const;
  await keys.reach('button', order.number);
  await keys.press('Enter');
  await page.arrived(next);
  await visit.page.goBack();
  await page.arrived(there);
  await visit.page.goForward();
  await page.arrived(next);
}

/** Takes what the portal proposes. */
async function repeatOrder(page: PortalPage, order: Document): Promise<void> {
  const {visit, keys} = page;
  await keys.reach('button', 'Repeat');
  await keys.press('Enter');
  const place = `write/purchase-order/repeat/${order.id}`;
  await page.arrived({title: 'New purchase order', place});
  await visit.find('heading', new RegExp(`^Repeat order ${order.number} of `));
  await keys.reach('button', /^Take .* into the order$/);
  await keys.press('Enter');
  await keys.arrive('textbox', /^Your reference/);
  await page.says(order.lines[0]?.itemNumber ?? '');
}

/** Types another quantity into the first line of the grid. */
async function changeQuantity({keys}: PortalPage, from: string, to: string): Promise<void> {
  await keys.tabTo('gridcell', /./);
  for (let step = 0; (await keys.focused()).column !== 'Quantity'; step++) {
    assert.ok(step < 10, 'there is a column for the quantity');
    await keys.press('ArrowRight');
  }
  assert.equal((await keys.focused()).name, from);
  await keys.type(to);
  await keys.press('Enter');
}

/** Opens the help beside the order, plays its video with captions, and closes it. */
async function watchHelp({visit, keys}: PortalPage): Promise<void> {
  await keys.tabTo('button', 'Help', {back: true});
  await keys.press('Enter');
  await keys.arrive('complementary', 'Help');
  await keys.reach('button', /^Play/);
  await keys.press('Enter');
  const time = () => visit.page.$eval('partner-portal >>> video', ({currentTime}) => currentTime);
  await visit.until(async () => (await time()) > 0.3, 'the video to play');
  const captions = async () =>
    (await visit.find('button', 'Captions')).evaluate(({ariaPressed}) => ariaPressed);
  const before = await captions();
  await keys.press('c');
  await visit.until(async () => (await captions()) !== before, 'captions to be switched by a key');
  if (before === 'true') await keys.press('c');
  await visit.until(
    () => visit.page.$eval('partner-portal >>> [part=captions]', ({textContent}) => textContent.trim()),
    'captions to be shown',
  );
  await keys.press('Escape');
  await keys.arrive('button', 'Help');
  assert.equal(await visit.page.$('partner-portal >>> video'), null, 'nothing plays on');
}

/** Looks the order through, sends it, and returns the number that the page tells. */
async function send({visit, keys}: PortalPage): Promise<string> {
  await keys.reach('button', 'Review order');
  await keys.press('Enter');
  await visit.find('dialog', /./);
  await keys.reach('button', 'Send order');
  await keys.press('Enter');
  const {name} = await keys.arrive('heading', /^Order .* was sent$/);
  return /^Order (.*) was sent$/.exec(name)?.[1] ?? '';
}

/** Finds the order in the list by its number, and opens it. */
async function findOrder(page: PortalPage, number: string, id: string): Promise<void> {
  const {visit, keys} = page;
  await visit.until(async () => !(await page.offered()).join().includes('Not sent'), 'nothing to be unsent');
  await keys.tabTo('link', 'Warehouse receipts', {back: true});
  await keys.tabTo('link', 'Purchase orders', {back: true});
  await keys.press('Enter');
  await page.arrived({title: 'Purchase orders', place: 'documents/purchase-order'});
  await keys.reach('searchbox', 'Search by number, reference or item');
  await keys.type(number);
  await page.says('1 document');
  await keys.reach('button', number);
  await keys.press('Enter');
  await page.arrived({
    title: 'Purchase order',
    role: 'group',
    label: `Purchase order ${number}`,
    place: `documents/purchase-order/${id}`,
  });
  await visit.find('heading', `Purchase order ${number}`);
}
