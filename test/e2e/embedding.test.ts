/** The two ways without a bundler: the README's example as it stands, and the one-file build on a strict host. */
import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, beforeEach, describe, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import type {Browser} from 'puppeteer-core';
import {root} from '../../scripts/run.ts';
import {serveFiles} from '../support/static-server.ts';
import {Portal, startBrowser, strictPolicy, Visit, type Listing, type Summary} from './stage.ts';

describe('a page without a bundler', () => {
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

  /** Both elements are there, and the list shows what the portal answers. */
  async function works(visit: Visit): Promise<void> {
    const {items} = await portal.read<Listing<Summary>>('/documents/purchase-order?sort=-documentDate');
    const newest = items.find(({number}) => number !== null)?.number ?? '';
    await visit.find('button', newest);
    const review = await visit.find('button', 'Review order');
    const asked = (await portal.requests()).filter(({path: asked}) => asked === '/me');
    assert.equal(asked.length, 1, 'who is signed in is asked once for all elements');
    // What loads on demand belongs to the same copy of the library.
    await review.click();
    await visit.find('link', /Add at least one line/);
    assert.deepEqual(visit.findings(), []);
  }

  test('the README’s example, pasted into a file and opened', async (t) => {
    const readme = await readFile(path.join(root, 'README.md'), 'utf8');
    const example = /```html\n([^]*?)```/.exec(readme)?.[1];
    assert.ok(example, 'the README has an example');
    assert.ok(example.includes('http://localhost:8787/'), 'it uses the mock portal of `npm run portal`');
    const folder = await mkdtemp(path.join(tmpdir(), 'readme-'));
    t.after(() => rm(folder, {recursive: true}));
    const file = path.join(folder, 'page.html');
    await writeFile(file, example.replaceAll('http://localhost:8787', portal.origin));
    await works(await Visit.to(browser, pathToFileURL(file).href));
  });

  const orders = [
    ['/host.js', '/cdn/portal-widgets.js'],
    ['/cdn/portal-widgets.js?v=3', '/host.js'],
    ['/cdn/loader.js', '/host.js'],
  ];
  for (const scripts of orders) {
    test(`a host with the strictest policy that loads ${scripts.join(', then ')}`, async (t) => {
      const host = await serveFiles({
        routes: {'/cdn/': path.join(root, 'dist/cdn')},
        pages: {
          '/': `<!doctype html>
            <html lang="en">
              <head>
                <title>Host</title>
                <link rel="icon" href="data:," />
                ${scripts.map((src) => `<script type="module" src="${src}"></script>`).join('\n')}
              </head>
              <body>
                <portal-provider endpoint="${portal.endpoint}">
                  <document-list type="purchase-order"></document-list>
                  <purchase-order-editor></purchase-order-editor>
                </portal-provider>
              </body>
            </html>`,
          '/host.js': `document.querySelector('portal-provider').getToken = async () => 'demo-customer';`,
        },
        headers: strictPolicy(portal.endpoint),
      });
      t.after(() => host.close());
      await works(await Visit.to(browser, `${host.origin}/`));
    });
  }
});
