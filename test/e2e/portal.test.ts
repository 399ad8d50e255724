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

  test('a vendor finds what is theirs, in the words of the portal, and nothing else', async () => {
    const page = await stage.open('vendor');
    const types = await offers(page, 'vendor', {
      'sales-order': ['Orders to you', 'Order to you'],
      'warehouse-shipment': ['Warehouse shipments', 'Warehouse shipment'],
      'sales-return-order': ['Sales return orders', 'Sales return order'],
      'sales-invoice': ['Your invoices', 'Your invoice'],
      'sales-credit-memo': ['Sales credit memos', 'Sales credit memo'],
    });
    for (const [type, [many, one]] of types) {
      await page.follow(many, `documents/${type}`);
      const {items} = await stage.portal.read<Listing<Summary>>(`/documents/${type}?sort=-documentDate`, {
        token: 'demo-vendor',
      });
      const {id, number} = items[0] ?? {};
      await page.visit.click('button', number ?? '');
      const place = `documents/${type}/${id}`;
      await page.arrived({title: one, role: 'group', label: `${one} ${number}`, place});
      await page.visit.find('heading', `${one} ${number}`);
      await page.visit.find('button', 'Print');
      assert.deepEqual(await page.beginnings(), []);
    }
    await closed(page, [
      'documents/purchase-order',
      'documents/purchase-invoice/100231q60du',
      'write/sales-order',
      'upload/sales-order',
      'partners',
      'invite',
    ]);
    await askedFor(Object.fromEntries(types));
    assert.deepEqual(page.findings(), []);
  });

  test('a 3PL customer has goods sent by keyboard, and sees nothing of money', async () => {
    const money = /invoice|credit|price|discount|VAT|EUR|€|total \(/i;
    const page = await stage.open('3pl');
    const {visit, keys} = page;
    const types = await offers(page, '3pl', {
      shipment: ['Dispatch orders', 'Dispatch order'],
      delivery: ['Inbound deliveries', 'Inbound delivery'],
    });
    await page.says('not posted');
    assert.doesNotMatch(await page.text(), money);
    const {items} = await stage.portal.read<Listing<Item>>('/catalog/items?type=shipment&limit=200', {
      token: 'demo-3pl',
    });
    const item = items.find(({availability}) => availability?.status === 'available');
    await keys.reach('link', 'New dispatch order');
    await keys.press('Enter');
    await page.arrived({title: 'New dispatch order', place: 'write/shipment'});
    await visit.find('grid', /./);
    await keys.tabTo('gridcell', 'Find an item');
    await keys.type(item?.itemNumber ?? '');
    await visit.find('option', new RegExp(item?.itemNumber ?? ''));
    await keys.press('Enter');
    const quantity = item?.orderQuantity?.min ?? item?.orderQuantity?.multipleOf ?? '2';
    await keys.type(quantity);
    await keys.press('Enter');
    assert.doesNotMatch(await page.text(), money);
    const number = await send(page);
    const sent = (await stage.asked()).filter(({method, status}) => method === 'POST' && status === 201);
    assert.deepEqual(
      sent.map(({path}) => path),
      ['/documents/shipment'],
    );
    const {items: now} = await stage.portal.read<Listing<Summary>>('/documents/shipment', {
      token: 'demo-3pl',
    });
    const made = now.find((each) => each.number === number);
    const {lines} = await stage.portal.read<Document>(`/documents/shipment/${made?.id}`, {token: 'demo-3pl'});
    assert.deepEqual(ordered(lines), [[item?.itemNumber, Number(quantity)]]);
    await closed(page, ['documents/purchase-invoice', 'documents/sales-invoice', 'partners']);
    await askedFor(Object.fromEntries(types));
    assert.deepEqual(page.findings(), []);
  });

  test('the company itself finds partners and invitations, and no documents', async () => {
    const page = await stage.open('host');
    await offers(page, 'host', {}, ['Partners', 'Invite partners']);
    await page.follow('Partners', 'partners');
    await page.says('Kessler-Amrain Anlagenbau GmbH');
    await page.follow('Invite partners', 'invite');
    await page.visit.find('textbox', /^E-mail address/);
    await closed(page, ['documents/purchase-order', 'write/purchase-order']);
    await askedFor({});
    assert.deepEqual(page.findings(), []);
  });

  test('who switches to another membership leaves the first one behind, and is asked before', async () => {
    const page = await stage.open('customer');
    const {visit} = page;
    const seen = await lookAround(page);
    const former = [...seen, 'E2E-SWITCH'];
    await beginOrder(page, 'E2E-SWITCH');
    await page.keys.reach('combobox', 'Acting for', {back: true});
    // What its name begins with chooses it, which alone does nothing.
    await page.keys.press('z');
    await page.keys.press('Tab');
    await page.keys.arrive('button', 'Switch');
    await page.keys.press('Enter');
    await visit.find('heading', 'There is an order that was not sent');
    await visit.click('button', 'Stay here');
    assert.equal(await page.chosenMembership(), 'm-10023');
    await page.keys.reach('combobox', 'Acting for', {back: true});
    assert.equal(await page.place(), 'write/purchase-order');
    assert.equal(await page.membership(), null);

    await page.keys.press('z');
    await page.keys.press('Tab');
    await page.keys.press('Enter');
    await visit.find('heading', 'There is an order that was not sent');
    const switched = (await stage.asked()).length;
    await visit.page.locator('partner-portal >>> dialog button[type=submit]').click();
    await page.arrived({title: 'Overview', place: 'overview'});
    assert.equal(await page.membership(), 'm-10187');
    assert.deepEqual(await page.offered(), ['Overview', 'Purchase orders', 'Warehouse receipts', 'Help']);
    await page.says('not posted');
    const begun = (await stage.asked()).slice(switched).map(({path}) => path);
    assert.deepEqual([...new Set(begun)].sort(), ['/documents-summary', '/me'], 'nothing is opened again');
    await page.hasForgotten(former);
    await page.follow('Purchase orders', 'documents/purchase-order');
    await page.says(/\d+ documents/);
    await page.hasForgotten(former);
    await visit.page.reload();
    await page.says(/\d+ documents/);
    assert.equal(await page.membership(), 'm-10187');
    assert.equal(await page.chosenMembership(), 'm-10187');
    await page.hasForgotten(former);
    const asked = (await stage.asked()).slice(switched);
    assert.deepEqual(
      asked.filter(({headers}) => headers['portal-membership'] !== 'm-10187'),
      [],
    );

    await visit.page.goBack();
    await page.keys.arrive('heading', 'Overview');
    await (await visit.find('combobox', 'Acting for')).select('m-10023');
    await visit.click('button', 'Switch');
    await page.says('Not sent yet');
    await page.says('E2E-SWITCH');
    assert.equal(await page.membership(), 'm-10023');
    assert.deepEqual(page.findings(), []);
  });

  test('who signs out leaves nothing behind, where the device is not theirs alone', async () => {
    const page = await stage.open('customer');
    const {visit} = page;
    const seen = await lookAround(page);
    await beginOrder(page, 'E2E-SIGN-OUT');
    await visit.until(async () => (await page.kept()).includes('E2E-SIGN-OUT'), 'the order on the device');
    await visit.click('button', 'Sign out');
    await visit.find('heading', 'There is an order that was not sent');
    await visit.click('checkbox', /^Other people use this device/);
    await visit.page.locator('partner-portal >>> dialog button[type=submit]').click();
    await page.says('You are signed out.');
    const message = await visit.page.waitForSelector('#message');
    await visit.until(
      () =>
        message?.evaluate(({textContent}) => textContent.includes('You have signed out of the partner net.')),
      'the page to say so, too',
    );
    await page.hasForgotten([...seen, 'E2E-SIGN-OUT', 'Miriam Vogt', 'Kessler-Amrain']);
    assert.equal(await visit.page.title(), 'Brinkholt partner net');
    assert.equal(await page.place(), null);
    assert.doesNotMatch(await page.kept(), /E2E-SIGN-OUT|itemNumber/);
    const before = (await stage.asked()).length;
    await visit.click('button', 'Sign in again');
    await page.keys.arrive('heading', 'Overview');
    await page.says('not posted');
    assert.doesNotMatch(await page.text(), /Not sent yet/);
    assert.ok((await stage.asked()).slice(before).some(({path}) => path === '/me'));
    assert.deepEqual(page.findings(), []);
  });

  test('in a narrow window the way is by a menu, and nothing is cut off', async () => {
    const page = await stage.open('customer', {width: 360});
    const {visit, keys} = page;
    const fits = () =>
      visit.page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) <= window.innerWidth);
    await page.says('not posted');
    assert.ok(await fits(), 'the overview fits');
    await keys.reach('button', 'Menu');
    await keys.press('Enter');
    await visit.find('navigation', 'Portal');
    await keys.press('Escape');
    await keys.arrive('button', 'Menu');
    assert.equal((await visit.page.$$('::-p-aria([role="navigation"][name="Portal"])')).length, 0);
    await keys.press('Enter');
    await keys.reach('link', 'Purchase invoices');
    await keys.press('Enter');
    await page.arrived({title: 'Purchase invoices', place: 'documents/purchase-invoice'});
    assert.equal((await visit.page.$$('::-p-aria([role="navigation"][name="Portal"])')).length, 0);
    const {items} = await stage.portal.read<Listing<Summary>>(
      '/documents/purchase-invoice?sort=-documentDate',
    );
    const {id, number} = items[0] ?? {};
    await keys.reach('button', number ?? '');
    assert.ok(await fits(), 'the list fits');
    await keys.press('Enter');
    const place = `documents/purchase-invoice/${id}`;
    await page.arrived({
      title: 'Purchase invoice',
      role: 'group',
      label: `Purchase invoice ${number}`,
      place,
    });
    await visit.find('heading', `Purchase invoice ${number}`);
    assert.ok(await fits(), 'the document fits');
    assert.deepEqual(page.findings(), []);
  });

  function orders(): Promise<Listing<Summary>> {
    return stage.portal.read('/documents/purchase-order?sort=-documentDate');
  }

  /** Opens some documents, and returns their numbers: what may be in the page no more once somebody else looks at it. */
  async function lookAround(page: PortalPage): Promise<string[]> {
    const seen: string[] = [];
    for (const [many, one, type] of [
      ['Purchase orders', 'Purchase order', 'purchase-order'],
      ['Purchase invoices', 'Purchase invoice', 'purchase-invoice'],
    ] as const) {
      const {items} = await stage.portal.read<Listing<Summary>>(`/documents/${type}?sort=-documentDate`);
      const numbers = items.slice(0, 5).flatMap(({number}) => number ?? []);
      await page.follow(many, `documents/${type}`);
      const [first = ''] = numbers;
      await page.visit.find('button', first);
      const text = await page.text();
      for (const number of numbers) assert.ok(text.includes(number), `${number} is in the page`);
      await page.visit.fill('searchbox', 'Search by number, reference or item', first);
      await page.visit.until(() => page.visit.page.url().includes(first), 'the search to be in the address');
      await page.says('1 document');
      await page.visit.click('button', first);
      await page.visit.find('heading', `${one} ${first}`);
      seen.push(...numbers);
    }
    return seen;
  }

  /** Begins an order with a reference. */
  async function beginOrder(page: PortalPage, reference: string): Promise<void> {
    await page.follow('Purchase orders', 'documents/purchase-order');
    await page.visit.click('link', 'New purchase order');
    await page.arrived({title: 'New purchase order', place: 'write/purchase-order'});
    await page.visit.fill('textbox', /^Your reference/, reference);
  }

  /** The navigation offers exactly what the capabilities say. `names`: many and one, by type. */
  async function offers(
    page: PortalPage,
    user: User,
    names: Record<string, readonly [string, string]>,
    more: readonly string[] = [],
  ): Promise<[string, readonly [string, string]][]> {
    const {memberships} = await stage.portal.read<{memberships: Membership[]}>('/me', {
      token: `demo-${user}`,
    });
    const {documents = {}, documentLabels = {}} = memberships[0]?.capabilities ?? {};
    const types = Object.keys(documents);
    assert.deepEqual(types, Object.keys(names));
    for (const [type, {many, one}] of Object.entries(documentLabels))
      assert.deepEqual(names[type], [many, one], 'what the portal calls its documents');
    const all = types.map((type) => names[type]?.[0]);
    assert.deepEqual(await page.offered(), ['Overview', ...all, 'Company details', ...more, 'Help']);
    return Object.entries(names);
  }

  /** Says at each place that there is nothing to see, and asks for nothing of it. */
  async function closed(page: PortalPage, places: readonly string[]): Promise<void> {
    const before = (await stage.asked()).length;
    for (const place of places) {
      await page.goTo('overview');
      await page.keys.arrive('heading', 'Overview');
      await page.goTo(place);
      await page.says('There is nothing here that you may see.');
      await page.visit.find('link', 'To the overview');
    }
    // The overview, on the way between them, asks for what it shows.
    const more = (await stage.asked()).slice(before).map(({path}) => path);
    assert.deepEqual(
      more.filter((path) => /^\/(documents\/|catalog|invitations)/.test(path)),
      [],
    );
  }

  /** Nothing was asked for but what a member may see, and nothing was refused. */
  async function askedFor(types: Readonly<Record<string, unknown>>): Promise<void> {
    const asked = await stage.asked();
    const found = asked.flatMap(({path}) => /^\/documents\/([^/]+)/.exec(path)?.[1] ?? []);
    assert.deepEqual(
      [...new Set(found)].filter((type) => !Object.hasOwn(types, type)),
      [],
    );
    assert.deepEqual(
      asked.filter(({status = 0}) => status >= 400),
      [],
    );
  }
});

interface Membership {
  capabilities: {
    documents: Record<string, string[]>;
    documentLabels?: Record<string, {one: string; many: string}>;
  };
}

interface Item {
  itemNumber: string;
  orderQuantity?: {min?: string; multipleOf?: string};
  availability?: {status: string};
}
