/** Documents on a company's page with the one-file build: from what is owed to the document, along its chain, to its PDF and paper. */
import assert from 'node:assert/strict';
import path from 'node:path';
import {after, before, beforeEach, describe, test, type TestContext} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {root} from '../../scripts/run.ts';
import {serveFiles} from '../support/static-server.ts';
import {Portal, startBrowser, strictPolicy, Visit, type Listing, type Summary} from './stage.ts';

/** A company's page: one element at a time, as its own routing has it. */
const host = `
  const provider = document.querySelector('portal-provider');
  provider.getToken = async () => 'demo-customer';
  provider.addEventListener('document-open', ({documentType, id, filter}) => {
    const next = document.createElement(id ? 'document-detail' : 'document-list');
    next.type = documentType;
    if (id) next.documentId = id;
    else next.filter = filter;
    provider.replaceChildren(next);
  });
  const {createObjectURL, revokeObjectURL} = URL;
  globalThis.addresses = new Set();
  URL.createObjectURL = (blob) => {
    const address = createObjectURL.call(URL, blob);
    globalThis.addresses.add(address);
    return address;
  };
  URL.revokeObjectURL = (address) => {
    globalThis.addresses.delete(address);
    revokeObjectURL.call(URL, address);
  };
`;

describe('documents on a company’s page', () => {
  let portal: Portal;
  let browser: Browser;

  before(async () => {
    portal = await Portal.start();
    browser = await startBrowser();
  });

  beforeEach(() => portal.reset());

  after(async () => {
    await browser?.close();
    await portal?.close();
  });

  /** A page under the strictest policy, with the summary in it. */
  async function open(t: TestContext): Promise<Visit> {
    const server = await serveFiles({
      routes: {'/cdn/': path.join(root, 'dist/cdn')},
      pages: {
        '/': `<!doctype html>
          <html lang="en">
            <head>
              <title>Host</title>
              <link rel="icon" href="data:," />
              <script type="module" src="/cdn/portal-widgets.js"></script>
              <script type="module" src="/host.js"></script>
            </head>
            <body>
              <portal-provider endpoint="${portal.endpoint}"><document-summary></document-summary></portal-provider>
            </body>
          </html>`,
        '/host.js': host,
      },
      headers: strictPolicy(portal.endpoint),
    });
    t.after(() => server.close());
    return Visit.to(browser, `${server.origin}/`);
  }

  /** The documents behind a figure, as the portal has them. */
  const unpaid = () => portal.read<Listing<Summary>>('/documents/purchase-invoice?payment=unpaid');

  test('lead from what is owed to its documents, and along the chain of one of them', async (t) => {
    const {items, page: counted} = await unpaid();
    const [first] = items;
    if (!first?.number) throw new Error('Nothing is owed');
    const visit = await open(t);
    await visit.click('button', /^Purchase invoices: .* open$/);
    const count = () => visit.page.$eval('document-list >>> p[role=status]', (it) => it.textContent);
    const isCounted = async () => new RegExp(`\\b${counted.total} documents`).test(await count());
    await visit.until(isCounted, `${counted.total} documents in the list`);
    await visit.find('button', /Payment: Not fully paid/);
    await visit.click('button', first.number);
    await visit.find('heading', `Purchase invoice ${first.number}`);
    const {related} = await portal.read<{related: {rel: string; number: string}[]}>(
      `/documents/purchase-invoice/${first.id}`,
    );
    const order = related.find(({rel}) => rel === 'order');
    await visit.click('button', order?.number ?? '');
    await visit.find('heading', `Purchase order ${order?.number}`);
    await visit.find('table', 'Quantities by line');
    assert.deepEqual(visit.findings(), []);
  });

  test('open as PDF in a tab, are saved, and release the address of what was opened', async (t) => {
    const [first] = (await unpaid()).items;
    const visit = await open(t);
    await toDetail(visit, first?.number ?? '');
    const tab = new Promise<string>((resolve) => {
      browser.once('targetcreated', (target) => resolve(target.type()));
    });
    await visit.click('button', 'Open PDF');
    assert.equal(await tab, 'page');
    await visit.until(() => visit.page.evaluate(addresses), 'the PDF to be there');
    await visit.page.bringToFront();
    await visit.click('button', 'Download PDF');
    const asked = async () => (await portal.requests()).filter((one) => one.path.endsWith('/pdf')).length;
    await visit.until(async () => (await asked()) >= 3, 'it to be fetched once more');
    await visit.until(async () => (await visit.page.evaluate(addresses)) === 1, 'the file to be handed over');
    await visit.page.evaluate(() => document.querySelector('document-detail')?.remove());
    // What is saved may be read for a minute longer.
    assert.equal(await visit.page.evaluate(addresses), 1);
    assert.deepEqual(visit.findings({expected: /^failed: GET blob:/}), []);
  });

  test('are printed from a frame of their own', async (t) => {
    const [first] = (await unpaid()).items;
    const visit = await open(t);
    await toDetail(visit, first?.number ?? '');
    await visit.page.evaluate(holdPrint);
    await visit.click('button', 'Print');
    const printed = await visit.until(
      () => visit.page.evaluate(() => (globalThis as {printed?: string}).printed),
      'the pages to be printed',
    );
    assert.match(printed, new RegExp(`Purchase invoice\\s+${first?.number}`));
    assert.deepEqual(visit.findings(), []);
  });

  async function toDetail(visit: Visit, number: string): Promise<void> {
    await visit.click('button', /^Purchase invoices: .* open$/);
    await visit.click('button', number);
    await visit.find('heading', `Purchase invoice ${number}`);
  }
});

/** Runs in the page: how many object URLs are alive. */
function addresses(): number {
  return (globalThis as unknown as {addresses: Set<string>}).addresses.size;
}

/** Runs in the page: notes what the next frame prints, and closes its dialog. */
function holdPrint(): void {
  const observer = new MutationObserver((records) => {
    const added = records.flatMap(({addedNodes}) => [...addedNodes]);
    const frame = added.find((node) => node instanceof HTMLIFrameElement);
    const inner = frame?.contentWindow;
    if (!inner) return;
    inner.print = () => {
      inner.dispatchEvent(new Event('beforeprint'));
      const text = inner.document.body.firstElementChild?.shadowRoot?.textContent ?? '';
      Object.assign(globalThis, {printed: text.replace(/\s+/g, ' ')});
      inner.dispatchEvent(new Event('afterprint'));
    };
  });
  observer.observe(document.body, {childList: true});
}
