/**
 * The way in, with two browsers: a company invites, the mock portal's outbox has the link, a second person registers and sees
 * what was opened to them. The secret of the link is looked for in all that either browser sent, stored, logged or showed.
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import {after, before, beforeEach, describe, test, type TestContext} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {root} from '../../scripts/run.ts';
import {serveFiles} from '../support/static-server.ts';
import {Leaks} from './leaks.ts';
import {Portal, startBrowser, strictPolicy, Visit} from './stage.ts';

const email = 'ida@morgenroth.example';

const details = {
  Company: 'Werkstatt Morgenroth',
  'Your name': 'Ida Morgenroth',
  'E-mail': email,
  'Street and number': 'Am Anger 2',
  'Postal code': '99084',
  City: 'Erfurt',
};
const password = 'correct horse battery staple, and some more of it to be sure: 64+';

describe('an invitation', () => {
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

  const page = (content: string): string => `<!doctype html>
    <html lang="en">
      <head>
        <title>Host</title>
        <link rel="icon" href="data:," />
        <script type="module" src="/cdn/portal-widgets.js"></script>
        <script type="module" src="/host.js"></script>
      </head>
      <body><portal-provider endpoint="${portal.endpoint}">${content}</portal-provider></body>
    </html>`;

  /** A company's pages: its own people's, the one where invitations land, and the partner's. */
  async function serveHost(t: TestContext): Promise<string> {
    const host = await serveFiles({
      routes: {'/cdn/': path.join(root, 'dist/cdn')},
      pages: {
        '/': page('<partner-invite></partner-invite><partner-list></partner-list>'),
        '/welcome': page('<partner-registration></partner-registration>'),
        '/partner/': page('<document-summary></document-summary><company-details></company-details>'),
        // As a company's own sign-in would know by then who has come.
        '/host.js': `
          const provider = document.querySelector('portal-provider');
          const member = new URLSearchParams(location.search).get('member');
          if (location.pathname !== '/welcome')
            provider.getToken = async () => (member ? 'member-' + member : 'demo-host');
          addEventListener('invitation-accepted', ({membershipId}) => (globalThis.membership = membershipId));`,
      },
      headers: strictPolicy(portal.endpoint),
    });
    t.after(() => host.close());
    return host.origin;
  }

  /** What the list says of the partner. */
  async function listed(host: Visit, word: RegExp): Promise<void> {
    await host.fill('searchbox', /^Search/, 'morgenroth');
    await host.page.keyboard.press('Enter');
    await host.until(async () => {
      const text = await host.page.$eval('partner-list', ({shadowRoot}) => shadowRoot?.textContent ?? '');
      return text.includes(email) && word.test(text);
    }, `the list to say ${word}`);
  }

  test('leads a partner from the e-mail to exactly what it opens, and keeps its secret', async (t) => {
    const origin = await serveHost(t);
    const host = await Visit.to(browser, `${origin}/`);
    const hostLeaks = await Leaks.watch(host.page);
    await host.choose('Customer');
    await host.fill('textbox', /^E-mail address/, email);
    await host.fill('textbox', /^Name/, 'Ida Morgenroth');
    await host.click('checkbox', 'Invoices and credit memos');
    await host.click('button', 'Invite');
    const link = await host.until(
      async () => (await portal.outbox()).find(({to}) => to === email)?.link,
      'a mail',
    );
    await listed(host, /Pending/);

    const {hash} = new URL(link);
    const token = new URLSearchParams(hash.slice(1)).get('invitation') ?? '';
    assert.match(token, /^\w{20,}$/);
    const partner = await Visit.to(browser, 'about:blank');
    const partnerLeaks = await Leaks.watch(partner.page);
    await partner.page.goto(`${origin}/welcome${hash}`);
    await partner.find('heading', /Brinkholt/);
    assert.equal(await partner.page.evaluate(() => location.href), `${origin}/welcome`);
    for (const [label, text] of Object.entries(details))
      await partner.fill('textbox', new RegExp(`^${label}`), text);
    await partner.page.select('partner-registration select[autocomplete="country"]', 'DE');
    await partner.page.select('partner-registration select:not([autocomplete="country"])', 'de');
    const field = await partner.page.waitForSelector('partner-registration input[type="password"]');
    await field?.type(password);
    for (const box of [/Terms of use/, /Privacy notice/]) await partner.click('checkbox', box);
    await partner.click('button', 'Register');
    await partner.find('heading', /ready/);
    const findings = await partnerLeaks.search(token);
    assert.deepEqual(findings, [
      `request POST ${portal.endpoint}/invitation-lookups body`,
      `request POST ${portal.endpoint}/invitation-acceptances body`,
      // What the browser itself remembers of the address that somebody followed; no script can take it away.
      'performance: navigation',
      'entry that the page was opened with',
    ]);
    const membership = await partner.page.evaluate(
      () => (globalThis as {membership?: string}).membership ?? '',
    );
    assert.match(membership, /^m-/);
    const way = await partner.find('link', /./);
    assert.equal(await way.evaluate((link) => (link as HTMLAnchorElement).href), `${origin}/`);

    await listed(host, /Accepted/);
    assert.deepEqual(await hostLeaks.search(token), []);

    await partner.page.goto(`${origin}/partner/?member=${membership.replace('m-', '')}`);
    await partner.find('heading', /Werkstatt Morgenroth/);
    await partner.until(
      async () =>
        partner.page.$$eval(
          'document-summary >>> th[scope="row"]',
          (cells) =>
            cells.map(({textContent}) => textContent.trim()).join() === 'Purchase orders,Warehouse receipts',
        ),
      'the areas of the invitation, and nothing else',
    );
    assert.deepEqual((await partnerLeaks.search(token)).length, 2);
    // A search that is superseded gives up what it had asked for.
    assert.deepEqual(
      [...host.findings({expected: /GET .*\/partners\?.* net::ERR_ABORTED/}), ...partner.findings()],
      [],
    );
  });
});
