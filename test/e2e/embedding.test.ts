/** The two ways without a bundler: the README's example as it stands, and the one-file build on a strict host. */
import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, beforeEach, describe, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import type {Browser} from 'puppeteer-core';
import {root} from '../../scripts/run.ts';
import {serveFiles, type StaticServer} from '../support/static-server.ts';
import {Portal, startBrowser, strictPolicy, Visit, type Listing, type Summary} from './stage.ts';

interface HostOptions {
  folder?: string;
  /** Markup before the scripts. */
  head?: string;
  pages?: Record<string, string>;
  headers?: Record<string, string>;
}

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

  /** A company's page; what is built is at `folder`, but for `pages`. */
  function serveHost(
    scripts: string[],
    {folder = '/cdn/', head = '', pages = {}, headers = strictPolicy(portal.endpoint)}: HostOptions = {},
  ): Promise<StaticServer> {
    return serveFiles({
      routes: {[folder]: path.join(root, 'dist/cdn')},
      pages: {
        ...pages,
        '/': `<!doctype html>
          <html lang="en">
            <head>
              <title>Host</title>
              <link rel="icon" href="data:," />
              ${head} ${scripts.map((src) => `<script type="module" src="${src}"></script>`).join('\n')}
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
      headers,
    });
  }

  /** What of the library the page has loaded, oldest first, without the host and the hashes. */
  async function loaded(visit: Visit): Promise<string[]> {
    const addresses = await visit.page.evaluate(() =>
      performance.getEntriesByType('resource').map(({name}) => name),
    );
    return addresses
      .filter((address) => /\.js\b/.test(address) && !address.endsWith('/host.js'))
      .map((address) => address.slice(new URL(address).origin.length).replace(/-[\w-]{8}\.js/, '.js'));
  }

  const orders = [
    ['/host.js', '/cdn/portal-widgets.js'],
    ['/cdn/portal-widgets.js?v=3', '/host.js'],
    ['/cdn/loader.js', '/host.js'],
  ];
  for (const scripts of orders) {
    test(`a host with the strictest policy that loads ${scripts.join(', then ')}`, async (t) => {
      const host = await serveHost(scripts);
      t.after(() => host.close());
      await works(await Visit.to(browser, `${host.origin}/`));
    });
  }

  test('the file loads alone, and with the first touch of the editor what is beside it, whatever its address', async (t) => {
    const host = await serveHost(['/assets/2026/portal-widgets.js?v=3', '/host.js'], {
      folder: '/assets/2026/',
    });
    t.after(() => host.close());
    const visit = await Visit.to(browser, `${host.origin}/`);
    await visit.find('button', 'Review order');
    // What a list needs beyond its first rows comes by itself, once they are drawn.
    await visit.until(() => visit.page.$('document-list >>> [part=drawer]'), 'the whole list');
    const [main, ofList, ...others] = await loaded(visit);
    assert.deepEqual(
      [main, ofList],
      ['/assets/2026/portal-widgets.js?v=3', '/assets/2026/chunks/list-parts.js'],
    );
    await works(visit);
    const parts = (await loaded(visit)).slice(1);
    assert.equal(parts[1 + others.length], '/assets/2026/chunks/on-demand.js');
    assert.ok(
      parts.every((address) => address.startsWith('/assets/2026/chunks/')),
      String(parts),
    );
    assert.equal(new Set(parts).size, parts.length, String(parts));
  });

  test('the file at two addresses: the first is in use, and says so', async (t) => {
    const policy = Object.entries(strictPolicy(portal.endpoint));
    const headers = policy.map(([name, value]) => [name, `${value} 'allow-duplicates'`]);
    const scripts = ['/cdn/portal-widgets.js', '/cdn/portal-widgets.js?v=3', '/host.js'];
    const host = await serveHost(scripts, {headers: Object.fromEntries(headers) as Record<string, string>});
    t.after(() => host.close());
    const visit = await Visit.to(browser, `${host.origin}/`);
    await visit.click('button', 'Review order');
    await visit.find('link', /Add at least one line/);
    const parts = (await loaded(visit)).filter((address) => address.includes('/on-demand.js'));
    assert.deepEqual(parts, ['/cdn/chunks/on-demand.js']);
    const [warning, ...more] = visit.findings();
    assert.match(warning ?? '', /^console warn: partner-portal-widgets .* stay in use/);
    assert.deepEqual(more, []);
  });

  test('a part that has not arrived is loaded again, and nothing else', async (t) => {
    const host = await serveHost(['/cdn/portal-widgets.js?v=3', '/host.js']);
    t.after(() => host.close());
    const visit = await Visit.to(browser, `${host.origin}/`);
    let failures = 0;
    await visit.page.setRequestInterception(true);
    visit.page.on('request', (request) => {
      const fails = failures === 0 && request.url().includes('/chunks/');
      if (fails) failures++;
      void (fails ? request.abort() : request.continue());
    });
    await visit.click('button', 'Review order');
    await visit.click('button', 'Try again');
    await visit.find('link', /Add at least one line/);
    const [main, ...parts] = await loaded(visit);
    assert.equal(main, '/cdn/portal-widgets.js?v=3');
    assert.ok(
      parts.every((address) => address.startsWith('/cdn/chunks/')),
      String(parts),
    );
    assert.deepEqual(visit.findings({expected: /on-demand|ERR_FAILED/}), []);
  });

  test('a part whose hash is not that of the page’s import map is never run', async (t) => {
    const folder = path.join(root, 'dist/cdn');
    const hashes = JSON.parse(await readFile(path.join(folder, 'sri.json'), 'utf8')) as Record<
      string,
      string
    >;
    const integrity = Object.fromEntries(
      Object.entries(hashes).map(([name, hash]) => [`/cdn/${name}`, hash]),
    );
    const main = await readFile(path.join(folder, 'portal-widgets.js'), 'utf8');
    const part = /chunks\/on-demand-[\w-]+\.js/.exec(main)?.[0] ?? '';
    const changed = `${await readFile(path.join(folder, part), 'utf8')}\nglobalThis.isChanged = true;`;
    const host = await serveHost(['/cdn/portal-widgets.js', '/host.js'], {
      head: `<script type="importmap">${JSON.stringify({integrity})}</script>`,
      pages: {[`/cdn/${part}`]: changed},
      headers: {},
    });
    t.after(() => host.close());
    const visit = await Visit.to(browser, `${host.origin}/`);
    await visit.click('button', 'Review order');
    for (let attempt = 1; attempt <= 3; attempt++) {
      const before = visit.findings().length;
      await visit.click('button', 'Try again');
      await visit.until(() => visit.findings().length > before, 'another failure');
    }
    await visit.find('button', 'Try again');
    assert.equal(await visit.page.evaluate('globalThis.isChanged'), undefined);
    assert.deepEqual(visit.findings({expected: /integrity|on-demand/}), []);
  });
});
