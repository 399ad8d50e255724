/** What the measurements stand on: the mock portal, the built library on a page of its own, and a draft of any length in it. */
import path from 'node:path';
import {build} from 'esbuild';
import type {Browser, Page} from 'puppeteer-core';
import {serve} from '../mocks/serve.ts';
import {launchBrowser} from '../scripts/browser.ts';
import {root} from '../scripts/run.ts';
import type {Item} from '../src/portal/contract/catalog.ts';
import {serveFiles} from '../test/support/static-server.ts';
import type {Seed} from './seed.ts';

/** Frames as fast as they can be drawn: what is measured is work, not the wait for the screen. */
const UNTHROTTLED = ['--disable-frame-rate-limit', '--disable-gpu-vsync', '--js-flags=--expose-gc'];

const editorPage = (endpoint: string) => `<!doctype html><html lang="en"><title>Bench</title>
<script type="module" src="/cdn/portal-widgets.js"></script><script type="module" src="/host.js"></script>
<body><portal-provider endpoint="${endpoint}"><purchase-order-editor></purchase-order-editor></portal-provider>`;

/** Signs the page in. */
export const host = `document.querySelector('portal-provider').getToken = async () => 'demo-customer';`;

export interface Stage {
  readonly browser: Browser;
  readonly items: readonly Item[];
  /** What is in such a draft. */
  linesOf(count: number): Seed['lines'];
  /** A page with an editor in which a draft of so many lines is open. */
  openEditor(lines: number): Promise<Page>;
  /** A page with one input, and nothing else. */
  openBare(): Promise<Page>;
  close(): Promise<void>;
}

/** Starts all of it; `unthrottled` frames do not wait for the screen. */
export async function startStage({unthrottled}: {unthrottled: boolean}): Promise<Stage> {
  const portal = await serve({port: 0});
  const endpoint = `${portal.origin}/api/v1`;
  const items = await orderable(endpoint);
  const server = await serveFiles({
    routes: {'/cdn/': path.join(root, 'dist/cdn')},
    pages: {
      '/': editorPage(endpoint),
      '/host.js': host,
      '/seed.html': '<!doctype html><title>Seed</title><script type="module" src="/seed.js"></script>',
      '/seed.js': await bundled('bench/seed.ts'),
      '/bare.html': '<!doctype html><html lang="en"><title>Bare</title><input aria-label="Quantity">',
    },
  });
  const browser = await launchBrowser({args: unthrottled ? UNTHROTTLED : []});
  const open = async (address: string, page?: Page) => {
    const tab = page ?? (await (await browser.createBrowserContext()).newPage());
    await tab.setViewport({width: 1280, height: 900});
    await tab.goto(`${server.origin}${address}`);
    return tab;
  };
  return {
    browser,
    items,
    linesOf: (count) => linesOf(items, count),
    openBare: () => open('/bare.html'),
    async openEditor(lines) {
      const page = await open('/seed.html');
      await seed(page, {endpoint, lines: linesOf(items, lines)});
      await open('/', page);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      await portal.close();
    },
  };
}

/** A file of this project as one module for a page. */
export async function bundled(file: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [path.join(root, file)],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
    tsconfig: path.join(root, 'tsconfig.json'),
  });
  return outputFiles[0]?.text ?? '';
}

async function seed(page: Page, content: Seed): Promise<void> {
  await page.waitForFunction(() => 'seed' in globalThis);
  await page.evaluate(
    (given) => (globalThis as unknown as {seed(seed: Seed): Promise<void>}).seed(given),
    content,
  );
}

/** Items that can be ordered without a variant. */
export async function orderable(endpoint: string): Promise<Item[]> {
  const headers = {authorization: 'Bearer demo-customer'};
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null && items.length < 1000;) {
    const response = await fetch(`${endpoint}/catalog/items?limit=200${cursor && `&cursor=${cursor}`}`, {
      headers,
    });
    const page = (await response.json()) as {items: Item[]; page: {next: string | null}};
    items.push(...page.items.filter(({variants, unitPrice}) => !variants && unitPrice !== undefined));
    cursor = page.page.next;
  }
  return items;
}

function linesOf(items: readonly Item[], count: number): Seed['lines'] {
  return Array.from({length: count}, (_, index) => {
    const item = items[index % items.length] as Item;
    return {item, quantity: String(1 + (index % 97))};
  });
}
