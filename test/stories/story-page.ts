import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type Axe from 'axe-core';
import type {Browser, CDPSession, Page} from 'puppeteer-core';
import type {Entry} from './storybook.ts';

/** The ways in which every story is looked at. */
export const modes = {
  light: {direction: 'ltr', theme: 'light', forced: 'none'},
  rtl: {direction: 'rtl', theme: 'light', forced: 'none'},
  dark: {direction: 'ltr', theme: 'dark', forced: 'none'},
  'forced colours': {direction: 'ltr', theme: 'light', forced: 'active'},
} as const;

export type Mode = keyof typeof modes;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const patience = 20_000;

/** A tab of its own that shows one story after the other. */
export class StoryPage {
  readonly #page: Page;
  readonly #devtools: CDPSession;
  readonly #origin: string;
  #output: string[] = [];

  private constructor(page: Page, devtools: CDPSession, origin: string) {
    this.#page = page;
    this.#devtools = devtools;
    this.#origin = origin;
    // A story with an order that was not sent asks before it is left.
    page.on('dialog', (dialog) => void dialog.accept());
    page.on('console', (message) => {
      const {url = ''} = message.location();
      // Chromium notes every answer with an error status, also those that a story is about.
      const isResource = message.text().startsWith('Failed to load resource');
      if (isResource && url.includes('/api/v1')) return;
      this.#output.push(`${message.type()}: ${message.text()}${isResource ? ` ${url}` : ''}`);
    });
    page.on('pageerror', (error) =>
      this.#output.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`),
    );
  }

  static async open(browser: Browser, origin: string): Promise<StoryPage> {
    // A context of its own, so that stories shown side by side do not share what they store.
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({width: 1280, height: 900});
    await page.emulateFocusedPage(true);
    await page.evaluateOnNewDocument(watchPage);
    return new StoryPage(page, await page.createCDPSession(), origin);
  }

  /** Opens a story and resolves when it is drawn, its play function has passed and its portal has answered. */
  async show({id, type}: Entry): Promise<void> {
    // A story that is still writing to what is cleared would keep it closed, for itself and for the next one.
    await this.#page.goto('about:blank');
    this.#output = [];
    await this.#devtools.send('Storage.clearDataForOrigin', {
      origin: this.#origin,
      storageTypes: 'cookies,indexeddb,local_storage',
    });
    await this.#emulate('light');
    // Storybook's own accessibility check would run beside ours.
    const query = new URLSearchParams({viewMode: type, id, globals: 'a11y.manual:!true'});
    await this.#page.goto(`${this.#origin}/iframe.html?${query}`, {waitUntil: 'domcontentloaded'});
    const state = await this.#wait(() => window.storyState?.end, `${type} ${id} to be drawn`);
    if (state !== 'rendered') throw new Error(state);
    if (type === 'story') await this.#settled();
  }

  /** Draws the story again in another way. */
  async change(mode: Mode): Promise<void> {
    await this.#emulate(mode);
    const {direction, theme} = modes[mode];
    await this.#page.evaluate(
      (globals) =>
        new Promise<void>((resolve) => {
          const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
          channel?.once('storyRendered', () => resolve());
          channel?.emit('updateGlobals', {globals});
        }),
      {direction, theme},
    );
    await this.#settled();
  }

  /** What is wrong with what is drawn, as seen from outside: nothing at all, or an element without a definition. */
  async emptiness(): Promise<string[]> {
    return this.#page.evaluate(() => {
      const story = document.querySelector('#storybook-root');
      const elements = story ? window.deepElements(story) : [];
      if (elements.length === 0) return ['nothing is drawn'];
      const names = elements
        .filter((element) => !element.matches(':defined'))
        .map(({localName}) => localName);
      return names.map((name) => `<${name}> is not defined`);
    });
  }

  /** What axe finds, one sentence each. */
  async violations(): Promise<string[]> {
    if (!(await this.#page.evaluate(() => 'axe' in window))) await this.#page.evaluate(axe);
    return this.#page.evaluate(async (runOnly) => {
      const results = await window.axe.run('#storybook-root', {
        runOnly,
        resultTypes: ['violations'],
        preload: false,
      });
      return results.violations.flatMap(({id, nodes}) =>
        nodes.map(({target, html, failureSummary = ''}) => {
          const why = failureSummary.split('\n').slice(1).join(' ').trim();
          return `${id}: ${target.flat().join(' ')} ${html.slice(0, 200)}: ${why}`;
        }),
      );
    }, tags);
  }

  /** All that the page wrote to the console since the story was opened, but what the story announces. */
  async consoleOutput(): Promise<string[]> {
    const announced = await this.#page.evaluate(() => {
      const {parameters} = window.__STORYBOOK_PREVIEW__?.currentRender?.story ?? {};
      return parameters?.complaint ?? null;
    });
    if (announced === null) return this.#output;
    const fits = (line: string) => line.includes(announced);
    const end = performance.now() + patience;
    while (!this.#output.some(fits) && performance.now() < end) await this.#page.evaluate(nextFrame);
    if (!this.#output.some(fits))
      return [`missing, though the story announces it: ${announced}`, ...this.#output];
    return this.#output.filter((line) => !fits(line));
  }

  async #settled(): Promise<void> {
    await this.#wait(() => window.isSettled(), 'the portal to answer and the page to come to rest');
  }

  async #emulate(mode: Mode): Promise<void> {
    const {theme, forced} = modes[mode];
    await this.#devtools.send('Emulation.setEmulatedMedia', {
      features: [
        {name: 'prefers-color-scheme', value: theme},
        {name: 'forced-colors', value: forced},
        {name: 'prefers-reduced-motion', value: 'reduce'},
      ],
    });
  }

  async #wait<T>(condition: () => T, what: string): Promise<NonNullable<T>> {
    try {
      const handle = await this.#page.waitForFunction(condition, {timeout: patience, polling: 50});
      return (await handle.jsonValue()) as NonNullable<T>;
    } catch (error) {
      const seen = await this.#page.evaluate(() => document.body.innerText.slice(0, 500)).catch(() => '');
      throw new Error(
        `Waited ${patience / 1000} s in vain for ${what}. ${this.#output.join('\n')}\n${seen}`,
        {
          cause: error,
        },
      );
    }
  }
}

interface Channel {
  on(event: string, listener: (detail: unknown) => void): void;
  once(event: string, listener: (detail: unknown) => void): void;
  emit(event: string, detail: unknown): void;
}

declare global {
  interface Window {
    axe: Pick<typeof Axe, 'run'>;
    __STORYBOOK_ADDONS_CHANNEL__?: Channel;
    __STORYBOOK_PREVIEW__?: {currentRender?: {story?: {parameters?: {complaint?: string}}}};
    /** `end` is `rendered`, or why it was not. */
    storyState?: {end?: string};
    isSettled(): boolean;
    deepElements(element: Element): Element[];
  }
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}

/** Runs in the page, before everything else in it. */
function watchPage(): void {
  const state: {end?: string} = {};
  window.storyState = state;

  let channel: Channel | undefined;
  const fail = (detail: unknown) => {
    const {message, description} = (detail ?? {}) as {message?: string; description?: string};
    state.end = [message, description].filter(Boolean).join(' ') || JSON.stringify(detail);
  };
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set(value: Channel) {
      channel = value;
      for (const event of ['storyRendered', 'docsRendered'])
        channel.on(event, () => (state.end ??= 'rendered'));
      const failures = ['storyMissing', 'storyErrored', 'storyThrewException', 'playFunctionThrewException'];
      for (const event of failures) channel.on(event, fail);
    },
  });

  // Requests that are never answered, or late on purpose, are what a loading state is about.
  const late = /[/+](never|slow)(\+[^/]*)?\/api\/v1\//;
  let pending = 0;
  let isLate = false;
  const fetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (late.test(url)) {
      isLate = true;
      return fetch(input, init);
    }
    pending += 1;
    try {
      return await fetch(input, init);
    } finally {
      pending -= 1;
    }
  };

  window.deepElements = (element) =>
    [...element.children, ...(element.shadowRoot?.children ?? [])].flatMap((child) => [
      child,
      ...window.deepElements(child),
    ]);

  let last = '';
  let since = 0;
  window.isSettled = () => {
    const elements = window.deepElements(document.body);
    const drawing = elements.map(({localName, textContent}) => `${localName} ${textContent.length}`).join();
    if (drawing !== last || pending > 0) {
      last = drawing;
      since = performance.now();
      return false;
    }
    const isBusy = elements.some((element) => element.matches('[aria-busy="true"]'));
    return performance.now() - since > 100 && (isLate || !isBusy);
  };
}
