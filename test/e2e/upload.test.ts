/** A file of orders on a company's page with the one-file build: read in a worker or in slices, and still there after a reload. */
import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, beforeEach, describe, test, type TestContext} from 'node:test';
import type {Browser, ElementHandle} from 'puppeteer-core';
import {root} from '../../scripts/run.ts';
import {serveFiles} from '../support/static-server.ts';
import {Portal, startBrowser, strictPolicy, Visit} from './stage.ts';

const csv = `Your reference;Item number;Quantity\r\nE2E-1;BF-10026;200\r\nE2E-2;BF-10032;100\r\nE2E-2;NO-SUCH-ITEM;1\r\n`;

describe('a file of orders on a company’s page', () => {
  let portal: Portal;
  let browser: Browser;
  let folder: string;

  before(async () => {
    portal = await Portal.start();
    browser = await startBrowser();
    folder = await mkdtemp(path.join(tmpdir(), 'upload-'));
    await writeFile(path.join(folder, 'orders.csv'), csv);
  });

  beforeEach(() => portal.reset());

  after(async () => {
    await browser?.close();
    await portal?.close();
    await rm(folder, {recursive: true});
  });

  /** A page with the upload in it. */
  async function open(t: TestContext, headers: Record<string, string>): Promise<Visit> {
    const host = await serveFiles({
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
              <portal-provider endpoint="${portal.endpoint}"><order-upload></order-upload></portal-provider>
            </body>
          </html>`,
        '/host.js': `document.querySelector('portal-provider').getToken = async () => 'demo-customer';`,
      },
      headers,
    });
    t.after(() => host.close());
    return Visit.to(browser, `${host.origin}/`);
  }

  async function choose(visit: Visit, file: string): Promise<void> {
    const input = await visit.page.waitForSelector('order-upload >>> #file');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
  }

  async function countsAre(visit: Visit, wrong: number, ready: number): Promise<void> {
    await visit.find('button', `With errors ${wrong}`);
    await visit.find('button', `Ready ${ready}`);
  }

  const withoutTypes = (): Record<string, string> => {
    const policy = strictPolicy(portal.endpoint)['Content-Security-Policy'] ?? '';
    return {'Content-Security-Policy': policy.replace(/; require-trusted-types-for.*$/, '')};
  };

  test('is read in a worker where the page allows one', async (t) => {
    const visit = await open(t, withoutTypes());
    const workers: string[] = [];
    visit.page.on('workercreated', (worker) => workers.push(worker.url()));
    await choose(visit, path.join(folder, 'orders.csv'));
    await countsAre(visit, 1, 2);
    assert.equal(workers.length, 1);
    assert.match(workers[0] ?? '', /\/cdn\/chunks\/file-worker-[\w-]+\.js$/);
    assert.deepEqual(visit.findings(), []);
  });

  test('is read without a worker, and without a violation, where scripts have to be trusted', async (t) => {
    const visit = await open(t, strictPolicy(portal.endpoint));
    const workers: string[] = [];
    visit.page.on('workercreated', (worker) => workers.push(worker.url()));
    await choose(visit, path.join(folder, 'orders.csv'));
    await countsAre(visit, 1, 2);
    assert.deepEqual(workers, []);
    assert.deepEqual(visit.findings(), []);
  });

  test('may be the workbook that the portal offers, whose example orders nothing', async (t) => {
    const visit = await open(t, strictPolicy(portal.endpoint));
    const answer = await fetch(`${portal.endpoint}/templates/t-purchase-order/file?format=xlsx`, {
      headers: {authorization: 'Bearer demo-customer'},
    });
    const file = path.join(folder, 'template.xlsx');
    await writeFile(file, new Uint8Array(await answer.arrayBuffer()));
    await choose(visit, file);
    await countsAre(visit, 0, 0);
    await visit.find('button', 'Left out 1');
    assert.deepEqual(visit.findings(), []);
  });

  test('sends nothing of it before the user does, and is still there after a reload', async (t) => {
    const visit = await open(t, strictPolicy(portal.endpoint));
    await choose(visit, path.join(folder, 'orders.csv'));
    await countsAre(visit, 1, 2);
    const written = (await portal.requests()).filter(
      ({method, path: at}) => method !== 'GET' && at !== '/catalog/lookups',
    );
    assert.deepEqual(written, []);
    await visit.click('button', /^Next problem/);
    await visit.page.keyboard.type('BF-10038');
    await visit.page.keyboard.press('Tab');
    await countsAre(visit, 0, 3);
    await visit.until(() => visit.page.evaluate(isKept, 'BF-10038'), 'the mended row to be kept');
    await visit.page.reload();
    await visit.click('button', 'Go on with them');
    await countsAre(visit, 0, 3);
    assert.deepEqual(visit.findings(), []);
  });

  test('is ordered once, though two tabs have it', async (t) => {
    const first = await open(t, strictPolicy(portal.endpoint));
    await choose(first, path.join(folder, 'orders.csv'));
    await countsAre(first, 1, 2);
    await first.until(() => first.page.evaluate(isKept, 'BF-10032'), 'the rows to be kept');
    const second = await first.inAnotherTab();
    await second.click('button', 'Go on with them');
    await countsAre(second, 1, 2);
    await first.page.bringToFront();
    const told = () => first.page.$('order-upload >>> #aside-problem');
    await first.until(told, 'the first tab to say that it has lost them');
    await second.page.bringToFront();
    await second.click('button', 'Check and send 2 orders');
    // One of them lacks a row, and is left where nobody picks it.
    await second.click('button', 'Send 1 order');
    await second.find('button', /^Sent: /);
    const sent = (await portal.requests()).filter(
      ({method, path: at}) => method === 'POST' && at === '/documents/purchase-order',
    );
    assert.equal(sent.length, 1);
    assert.deepEqual([...first.findings(), ...second.findings()], []);
  });
});

/** Runs in the page: whether rows with that item are on the device. */
async function isKept(itemNumber: string): Promise<boolean> {
  const name = 'partner-portal-widgets-uploads';
  // Opening it first would make an empty one.
  if (!(await indexedDB.databases()).some((known) => known.name === name)) return false;
  const opening = indexedDB.open(name);
  await new Promise((resolve) => (opening.onsuccess = resolve));
  const database = opening.result;
  const reading = database.transaction('parts').objectStore('parts').getAll();
  await new Promise((resolve) => (reading.onsuccess = resolve));
  database.close();
  return JSON.stringify(reading.result).includes(itemNumber);
}
