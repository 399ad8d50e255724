/** A video of a company's own, played from the built files on a page that is as strict as one can be. */
import assert from 'node:assert/strict';
import path from 'node:path';
import {after, before, describe, test, type TestContext} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {root} from '../../scripts/run.ts';
import {serveDemo} from '../../scripts/serve-demo.ts';
import {serveFiles, type StaticServer} from '../support/static-server.ts';
import {startBrowser, strictPolicy, Visit} from './stage.ts';

/** A page with a video whose files are at `media`. */
const pageWith = (media: string): string => `<!doctype html>
  <html lang="en">
    <head>
      <title>Host</title>
      <link rel="icon" href="data:," />
      <script type="module" src="/cdn/loader.js"></script>
    </head>
    <body>
      <help-video heading="A pattern" poster="${media}/pattern.jpg">
        <p>Own words.</p>
        <source src="${media}/pattern-180.webm" type="video/webm" data-height="180" />
        <source src="${media}/pattern-90.webm" type="video/webm" data-height="90" />
        <track kind="captions" src="${media}/pattern.en.vtt" srclang="en" label="English" default />
        <track kind="chapters" src="${media}/pattern.chapters.en.vtt" srclang="en" />
      </help-video>
    </body>
  </html>`;

describe('a help video', () => {
  let host: StaticServer;
  let browser: Browser;

  before(async () => {
    host = await serveFiles({
      routes: {'/cdn/': path.join(root, 'dist/cdn'), '/media/': path.join(root, 'test/media')},
      pages: {'/': pageWith('/media')},
      headers: strictPolicy('https://portal.example/api/v1'),
    });
    browser = await startBrowser();
  });

  after(async () => {
    await browser?.close();
    await host?.close();
  });

  test('plays on a strict page, and fetches nothing of it before', async () => {
    const visit = await Visit.to(browser, 'about:blank');
    const asked: string[] = [];
    visit.page.on('request', (request) => asked.push(request.url()));
    await visit.page.goto(`${host.origin}/`);
    const button = await visit.find('button', 'Play the video: A pattern');
    await visit.until(() => asked.some((url) => url.endsWith('pattern.jpg')), 'the poster');
    assert.deepEqual(
      asked.filter((url) => /player|\.(?:webm|vtt)$/.test(url)),
      [],
    );
    await button.click();
    await visit.find('button', 'Pause');
    await visit.find('button', 'Chapters: The beginning');
    await visit.click('button', 'Settings');
    await visit.choose('90p');
    await visit.choose('1.5×');
    await visit.page.keyboard.press('Escape');
    await visit.page.keyboard.press('5');
    await visit.find('button', 'Chapters: The end');
    const kept = await visit.page.evaluate(() => Object.keys(localStorage));
    assert.deepEqual(kept, ['partner-portal-widgets:video']);
    assert.ok(asked.every((url) => url.startsWith(host.origin)));
    // The browser gives up what it has of a file when it takes another one.
    assert.deepEqual(visit.findings({expected: /\.webm net::ERR_ABORTED/}), []);
    await visit.close();
  });

  test('jumps to a chapter in the demo page, whose portal is in the page itself', async (t) => {
    const demo = await serveDemo();
    t.after(() => demo.close());
    const visit = await Visit.to(browser, `${demo.url}portal.html#portal=documents/purchase-order`);
    t.after(() => visit.close());
    await visit.click('button', 'Help');
    await visit.click('button', 'Play the video: Writing an order');
    await visit.click('button', 'Chapters: Find the order form');
    await visit.click('button', '0:39 Paste from a spreadsheet');
    await visit.find('button', 'Chapters: Paste from a spreadsheet');
  });

  /** A page whose videos are on another server, which may allow them to be read there. */
  async function visitWithForeignVideo(t: TestContext, headers: Record<string, string>): Promise<Visit> {
    const media = await serveFiles({routes: {'/': path.join(root, 'test/media')}, headers});
    t.after(() => media.close());
    const policy = Object.entries(strictPolicy('https://portal.example/api/v1')).map(([name, value]) => [
      name,
      value
        .replace('data: blob:', `data: ${media.origin}`)
        .replace(`media-src 'self'`, `media-src ${media.origin}`),
    ]);
    const page = await serveFiles({
      routes: {'/cdn/': path.join(root, 'dist/cdn')},
      pages: {'/': pageWith(media.origin)},
      headers: Object.fromEntries(policy) as Record<string, string>,
    });
    t.after(() => page.close());
    const visit = await Visit.to(browser, `${page.origin}/`);
    t.after(() => visit.close());
    await visit.click('button', 'Play the video: A pattern');
    await visit.find('button', 'Pause');
    return visit;
  }

  test('has captions of another origin where that allows it', async (t) => {
    const visit = await visitWithForeignVideo(t, {'Access-Control-Allow-Origin': '*'});
    await visit.find('button', 'Chapters: The beginning');
    assert.deepEqual(visit.findings(), []);
  });

  test('plays without captions where another origin does not allow them', async (t) => {
    const visit = await visitWithForeignVideo(t, {});
    const isPlaying = () =>
      visit.page.$eval(
        'help-video',
        ({shadowRoot}) => (shadowRoot?.querySelector('video')?.currentTime ?? 0) > 0.2,
      );
    await visit.until(isPlaying, 'a moving picture');
    const [unexpected] = visit.findings({expected: /CORS|Access-Control|ERR_FAILED|ERR_ABORTED/});
    assert.equal(unexpected, undefined);
  });
});
