/**
 * The whole way: a company's page on one origin, made from the built library; the portal over HTTP on another, with a bearer
 * token. What the page says is compared with what the portal itself answers.
 */
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, test} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {serveDemo, type DemoServer} from '../../scripts/serve-demo.ts';
import {Portal, startBrowser, strictPolicy, Visit, type Listing, type Summary} from './stage.ts';

interface Item {
  itemNumber: string;
  orderQuantity?: {min?: string; multipleOf?: string};
  availability?: {status: string};
}

interface Line {
  itemNumber?: string;
  quantity: string;
}

describe('an order through a company’s page', () => {
  let portal: Portal;
  let demo: DemoServer;
  let browser: Browser;
  let visit: Visit;

  before(async () => {
    portal = await Portal.start();
    demo = await serveDemo({endpoint: portal.endpoint});
    browser = await startBrowser();
  });

  beforeEach(async () => {
    await portal.reset();
    visit = await Visit.to(browser, demo.url);
  });

  after(async () => {
    await browser?.close();
    await demo?.close();
    await portal?.close();
  });

  test('the page is sent with the strictest policy', async () => {
    const {headers} = await fetch(demo.url);
    assert.equal(
      headers.get('content-security-policy'),
      strictPolicy(portal.endpoint, {hasVideos: true})['Content-Security-Policy'],
    );
    await shown(visit, await orders(portal));
    assert.deepEqual(visit.findings(), []);
  });

  test('list, filter, create, and the new order is at the top', async () => {
    const before = await orders(portal);
    await shown(visit, before);

    const wanted = before.items.find(({externalReference}) => externalReference)?.externalReference ?? '';
    assert.notEqual(wanted, '', 'an order with a reference');
    await visit.fill('searchbox', 'Search by number, reference or item', wanted);
    const found = await portal.read<Listing<Summary>>(
      `/documents/purchase-order?q=${encodeURIComponent(wanted)}&sort=-documentDate`,
    );
    assert.ok(found.items.length < before.items.length, 'the search narrows the list');
    await shown(visit, found);
    await visit.click('button', 'Clear search');
    await shown(visit, before);

    const number = await writeOrder(visit, portal, 'E2E-1');

    const now = await orders(portal);
    assert.equal(now.page.total, (before.page.total ?? 0) + 1);
    assert.equal(now.items[0]?.number, number);
    assert.equal(now.items[0]?.externalReference, 'E2E-1');
    await shown(visit, now);
    assert.deepEqual(visit.findings(), []);
  });

  test('posted documents can be told from the others', async () => {
    await shown(visit, await orders(portal));
    await visit.click('link', 'Invoices');
    const all = await portal.read<Listing<Summary>>('/documents/purchase-invoice?sort=-documentDate');
    await shown(visit, all);
    for (const [label, posted] of [
      ['Posted', true],
      ['Not posted', false],
    ] as const) {
      await visit.choose(label);
      const part = await portal.read<Listing<Summary>>(
        `/documents/purchase-invoice?posted=${posted}&sort=-documentDate`,
      );
      assert.ok(part.items.length > 0 && part.items.every((invoice) => invoice.posted === posted));
      await shown(visit, part);
    }
    assert.deepEqual(visit.findings(), []);
  });

  test('the portal makes the order and the connection breaks before it answers: exactly one order', async () => {
    const before = await orders(portal);
    await shown(visit, before);
    await portal.addFault({method: 'POST', path: '/documents/purchase-order', kind: 'network-after-commit'});

    const number = await writeOrder(visit, portal, 'E2E-2');

    const now = await orders(portal);
    assert.equal(now.page.total, (before.page.total ?? 0) + 1);
    assert.equal(now.items[0]?.number, number);
    assert.equal(now.items.filter(({externalReference}) => externalReference === 'E2E-2').length, 1);
    const sent = (await portal.requests()).filter(
      ({method, path}) => method === 'POST' && path === '/documents/purchase-order',
    );
    assert.deepEqual(
      sent.map(({status}) => status),
      [0, 201],
    );
    assert.equal(new Set(sent.map(({headers}) => headers['idempotency-key'])).size, 1);
    await shown(visit, now);
    // The browser itself notes the connection that broke.
    const broken = /POST .*\/documents\/purchase-order |Failed to load resource: net::ERR_EMPTY_RESPONSE/;
    assert.deepEqual(visit.findings({expected: broken}), []);
  });
});

function orders(portal: Portal): Promise<Listing<Summary>> {
  return portal.read('/documents/purchase-order?sort=-documentDate');
}

/** Waits until the list shows what the portal answers, in its order: the rows that are drawn, and how many there are. */
async function shown(visit: Visit, {items, page: {total}}: Listing<Summary>): Promise<void> {
  const wanted = items.map(({number}) => number ?? 'Draft');
  await visit.until(
    async () => {
      const {numbers, rows} = await visit.page.$eval('document-list', ({shadowRoot}) => {
        const buttons = [...(shadowRoot?.querySelectorAll('[part~="row"] [part~="open"]') ?? [])];
        const table = shadowRoot?.querySelector('[role=table]');
        return {
          numbers: buttons.map(({textContent}) => textContent.trim()),
          rows: Number(table?.getAttribute('aria-rowcount')),
        };
      });
      const isStart =
        numbers.length >= Math.min(wanted.length, 4) && wanted.join().startsWith(numbers.join());
      if (!isStart || rows - 1 !== total) throw new Error(`it shows ${numbers.join()} of ${rows - 1}`);
      return true;
    },
    `the list to begin with ${wanted.slice(0, 5).join()}`,
  );
}

/** Writes an order of two lines as somebody would, sends it, and returns the number that the page tells. */
async function writeOrder(visit: Visit, portal: Portal, reference: string): Promise<string> {
  const {items} = await portal.read<Listing<Item>>('/catalog/items?limit=200');
  const chosen = items.filter(({availability}) => availability?.status === 'available').slice(0, 2);
  assert.equal(chosen.length, 2, 'two items that are available');

  await visit.fill('textbox', /^Your reference/, reference);
  const lines: Line[] = [];
  for (const [index, {itemNumber, orderQuantity}] of chosen.entries()) {
    const cell = `purchase-order-editor >>> [aria-rowindex="${index + 2}"] [data-column="item"]`;
    if (index === 0) await visit.page.locator(cell).click();
    else await visit.page.keyboard.press('Enter');
    const quantity = orderQuantity?.min ?? orderQuantity?.multipleOf ?? '3';
    lines.push({itemNumber, quantity});
    await visit.page.keyboard.type(itemNumber);
    await visit.find('option', RegExp(itemNumber));
    await visit.page.keyboard.press('Enter');
    await visit.page.keyboard.type(quantity);
  }
  await visit.click('button', 'Review order');
  await visit.click('button', 'Send order');
  const heading = await visit.find('heading', /^Order .* was sent$/);
  const number = /^Order (.*) was sent$/.exec(await heading.evaluate(({innerText}) => innerText))?.[1] ?? '';

  const [summary] = (await orders(portal)).items;
  const {lines: made} = await portal.read<{lines: Line[]}>(`/documents/purchase-order/${summary?.id}`);
  assert.deepEqual(
    made.map(({itemNumber, quantity}) => ({itemNumber, quantity: Number(quantity)})),
    lines.map(({itemNumber, quantity}) => ({itemNumber, quantity: Number(quantity)})),
  );
  return number;
}
