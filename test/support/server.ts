/** The parts of the web test runner's server that are our own. */
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {TestRunnerCoreConfig, TestRunnerPlugin} from '@web/test-runner';
import {mediaAnswer} from '../../mocks/media-files.ts';
import {workerCode} from '../../mocks/worker-file.ts';
import type {Browser, BrowserContext, CDPSession, KeyInput, Page} from 'puppeteer-core';

/** A request as the server of the web test runner has it. */
interface MediaContext {
  readonly path: string;
  get(header: string): string;
  set(headers: Record<string, string>): void;
  status: number;
  body: unknown;
}

/** Serves videos in parts, which the runner's server does not: those of the tests, and those of the mock portal. */
export async function media(context: MediaContext, next: () => Promise<void>): Promise<void> {
  const [, own, film] = /^(\/test)?\/media\/([^/]+)$/.exec(context.path) ?? [];
  if (film === undefined) return next();
  const folder = own === undefined ? undefined : path.join(root, 'test/media');
  const {status, headers, body} = await mediaAnswer(film, context.get('Range'), folder);
  context.set(headers);
  context.status = status;
  context.body = Buffer.from(body);
}

const root = path.resolve(import.meta.dirname, '../..');
const worker = '/mockServiceWorker.js';
/**
 * A page comes from the server. The worker would ask another page for it, as the new one has no mock portal yet; where that page is just
 * being left, it never answers, and the new one never comes.
 */
const leavesPages =
  "addEventListener('fetch', (event) => event.request.mode === 'navigate' && event.stopImmediatePropagation());";
/** Where the page is that keeps the worker. */
const keeper = '/worker-keeper.html';

/** What a strict host allows, as far as the test runner's own page can live with it; the end-to-end tests go all the way. */
const policy =
  "script-src 'self' 'unsafe-inline'; style-src 'self'; img-src 'self' data: blob:; media-src 'self'";

/** Serves the mock portal's service worker at the top, and sends a content security policy with every page. */
export function serving(): TestRunnerPlugin {
  return {
    name: 'serving',
    async serve({path: requested}) {
      if (requested === keeper) return {body: '<!doctype html><title>Keeps the worker</title>', type: 'html'};
      // The compiler takes from the import what says that it is JSON.
      if (/^\/mocks\/media\/[\w-]+\.json$/.test(requested))
        return {body: `export default ${await readFile(path.join(root, requested), 'utf8')}`, type: 'js'};
      if (requested !== worker) return undefined;
      const body = `${leavesPages}\n${await workerCode()}`;
      return {body, type: 'js', headers: {'Service-Worker-Allowed': '/'}};
    },
    transform(context) {
      if (context.response.is('html')) context.set('Content-Security-Policy', policy);
      return undefined;
    },
  };
}

/**
 * Registers the service worker before the first test page is opened, in a page of its own that stays open. Where the worker comes
 * while test pages load, and goes with the last of them, a page may find a worker that does not serve it; MSW then reloads the page,
 * which ends its tests.
 */
export async function keepWorker(
  browser: Browser,
  {protocol, hostname, port}: TestRunnerCoreConfig,
): Promise<BrowserContext> {
  const context = browser.defaultBrowserContext();
  const page = await context.newPage();
  await page.goto(`${protocol}//${hostname}:${port}${keeper}`);
  await page.evaluate(async (url) => {
    const {serviceWorker} = navigator;
    const isServed = new Promise((resolve) => {
      serviceWorker.addEventListener('controllerchange', resolve, {once: true});
    });
    await serviceWorker.register(url);
    if (!serviceWorker.controller) await isServed;
  }, worker);
  return context;
}

/** Puts the watch on the page's complaints before every test file, on its first line so that line numbers stay. */
export function watching(): TestRunnerPlugin {
  return {
    name: 'watching',
    transform({path: requested, body}) {
      if (!/^\/test\/.*\.test\.ts$/.test(requested) || typeof body !== 'string') return undefined;
      return {body: `import '/test/support/watch.ts'; ${body}`};
    },
  };
}

interface Features {
  colorScheme?: string;
  reducedMotion?: string;
  forcedColors?: string;
}

/** Real input and media features, for test/support/browser.ts. */
export function commands(): TestRunnerPlugin {
  return {
    name: 'commands',
    async executeCommand({command, payload, session}) {
      const run = handlers[command];
      if (!run) return undefined;
      const {browser} = session as unknown as {browser: {getPage(id: string): Page}};
      await run(browser.getPage(session.id), payload as never);
      return true;
    },
  };
}

// What a session emulates ends with it, so each page keeps its one.
const sessions = new WeakMap<Page, CDPSession>();

async function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  return session;
}

/** Whether the keyboard, which is an American one, has a key for it. */
function isOnKeyboard(character: string): character is KeyInput {
  return /[ -~]/.test(character);
}

const handlers: Record<string, (page: Page, payload: never) => Promise<void>> = {
  async 'emulate-media-features'(page, {colorScheme = '', reducedMotion = '', forcedColors = ''}: Features) {
    const client = await sessionOf(page);
    await client.send('Emulation.setEmulatedMedia', {
      features: [
        {name: 'prefers-color-scheme', value: colorScheme},
        {name: 'prefers-reduced-motion', value: reducedMotion},
        {name: 'forced-colors', value: forcedColors},
      ],
    });
  },

  async 'block-requests'(page, {urls}: {urls: string[]}) {
    const client = await sessionOf(page);
    await client.send('Network.enable');
    await client.send('Network.setBlockedURLs', {urls});
  },

  async 'press-keys'(page, {keys}: {keys: string}) {
    const names = keys.split(/(?<=.)\+/) as KeyInput[];
    const last = names.pop();
    for (const name of names) await page.keyboard.down(name);
    if (last) await page.keyboard.press(last);
    for (const name of names.toReversed()) await page.keyboard.up(name);
  },

  async 'type-text'({keyboard}, {text}: {text: string}) {
    // One key after the other, as a scanner of barcodes types: the browser keeps their order without being waited for.
    const strokes = Array.from(text).flatMap((character) =>
      isOnKeyboard(character)
        ? [keyboard.down(character), keyboard.up(character)]
        : [keyboard.sendCharacter(character)],
    );
    await Promise.all(strokes);
  },

  async click({mouse}, {x, y}: {x: number; y: number}) {
    await mouse.click(x, y);
  },
};
