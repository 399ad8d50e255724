/** The built page that has the whole portal in one tag: who is signed in to it, and what it says of where one is. */
import assert from 'node:assert/strict';
import type {Browser} from 'puppeteer-core';
import type {RecordedRequest} from '../../mocks/portal.ts';
import {serveDemo, type DemoServer} from '../../scripts/serve-demo.ts';
import {Keyboard} from './keyboard.ts';
import {Portal, startBrowser, Visit} from './stage.ts';

/** Users of the demo, as its bar has them. */
export type User = 'customer' | 'vendor' | '3pl' | 'host';

interface OpenOptions {
  /** The place that the address names. */
  place?: string;
  /** Of the window, in pixels. */
  width?: number;
}

/** A portal over HTTP, the built page on another origin, and a browser. */
export class PortalStage {
  readonly portal: Portal;
  readonly #demo: DemoServer;
  readonly #browser: Browser;

  private constructor(portal: Portal, demo: DemoServer, browser: Browser) {
    this.portal = portal;
    this.#demo = demo;
    this.#browser = browser;
  }

  /** Expects the page to be built: `npm run build && npm run build:demo`. */
  static async start(): Promise<PortalStage> {
    const portal = await Portal.start();
    return new PortalStage(portal, await serveDemo({endpoint: portal.endpoint}), await startBrowser());
  }

  get url(): string {
    return `${this.#demo.url}portal.html`;
  }

  /** The page as one of the demo's users comes to it. */
  async open(user: User, {place, width = 1280}: OpenOptions = {}): Promise<PortalPage> {
    const visit = await Visit.to(this.#browser, 'about:blank');
    await visit.page.setViewport({width, height: 1000});
    await visit.page.goto(`${this.url}?user=${user}${place === undefined ? '' : `#portal=${place}`}`);
    return new PortalPage(visit);
  }

  /** What pages have asked the portal for, oldest first; what a test reads itself is not among it. */
  async asked(): Promise<RecordedRequest[]> {
    return (await this.portal.requests()).filter(({headers}) => headers['origin'] !== undefined);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#demo.close();
    await this.portal.close();
  }
}

/** What is to be seen once somebody has gone somewhere. */
export interface Arrival {
  /** Of the place. */
  title: string;
  /** As it stands in the address. */
  place: string;
  /** What the page's title says in the place of `title`. */
  label?: string;
  /** A document has its title inside: what is around it takes the focus then. */
  role?: 'heading' | 'group';
}

/** The page, and the keys of the one who looks at it. */
export class PortalPage {
  readonly visit: Visit;
  readonly keys: Keyboard;

  constructor(visit: Visit) {
    this.visit = visit;
    this.keys = new Keyboard(visit);
  }

  /** What the navigation offers, in its order. */
  async offered(): Promise<string[]> {
    const navigation = await this.visit.find('navigation', 'Portal');
    return navigation.evaluate((element) =>
      [...element.querySelectorAll('a, button')].map(({textContent}) =>
        textContent.replace(/\s+/g, ' ').trim(),
      ),
    );
  }

  /** Follows a link of the navigation. */
  async follow(name: string, place: string): Promise<void> {
    await this.visit.find('navigation', 'Portal');
    await this.visit.page.locator(`partner-portal >>> nav ::-p-aria([name="${name}"][role="link"])`).click();
    await this.arrived({title: name, place});
  }

  /** Waits until the focus, the page's title and the address say that one is there. */
  async arrived({title, place, label = title, role = 'heading'}: Arrival): Promise<void> {
    await this.keys.arrive(role, title);
    assert.equal(await this.place(), place);
    await this.visit.until(
      async () => (await this.visit.page.title()) === `${label} · Brinkholt partner net`,
      `a page that is called ${label}`,
    );
  }

  /** The place as it stands in the address. */
  async place(): Promise<string | null> {
    return (await this.#fragment()).get('portal');
  }

  /** The membership as it stands in the address. */
  async membership(): Promise<string | null> {
    return (await this.#fragment()).get('portal-membership');
  }

  /** All text of the portal; `isShown`: only what is to be seen or heard. */
  text({isShown = false} = {}): Promise<string> {
    return this.visit.page.$eval('partner-portal', textOf, isShown);
  }

  /** Asserts that nothing in the page says any of this, not even where it cannot be seen, nor does the address. */
  async hasForgotten(texts: readonly string[]): Promise<void> {
    const all = `${await this.text()} ${this.visit.page.url()}`;
    assert.deepEqual(
      texts.filter((each) => all.includes(each)),
      [],
    );
  }

  /** Names of what begins a document or changes one. */
  async beginnings(): Promise<string[]> {
    const portal = await this.visit.page.$('partner-portal');
    const found = (await portal?.$$('>>> :is(a, button, summary)')) ?? [];
    const names = await Promise.all(
      found.map((each) =>
        each.evaluate((element) =>
          element.checkVisibility() ? String(Reflect.get(element, 'computedName')) : '',
        ),
      ),
    );
    return names.filter((name) => /^\s*(New |Repeat|Edit|Discard)|from a file$/i.test(name));
  }

  /** The membership that one acts as, as the switch has it. */
  chosenMembership(): Promise<string> {
    return this.visit.page.$eval('partner-portal >>> select[part=membership]', (field) =>
      field instanceof HTMLSelectElement ? field.value : '',
    );
  }

  /** Waits until the portal says something. */
  async says(text: string | RegExp): Promise<void> {
    const isSaid = (all: string): boolean => (typeof text === 'string' ? all.includes(text) : text.test(all));
    await this.visit.until(
      async () => {
        const all = await this.text({isShown: true});
        if (!isSaid(all)) throw new Error(all);
        return true;
      },
      `the portal to say ${String(text)}`,
    );
  }

  /** Goes to a place by the address, as by a link that somebody has sent. */
  async goTo(place: string): Promise<void> {
    await this.visit.page.evaluate((fragment) => {
      location.hash = fragment;
    }, `portal=${place}`);
  }

  /** Everything that the browser keeps of the page, as text. */
  kept(): Promise<string> {
    return this.visit.page.evaluate(readStorage);
  }

  /** What went wrong, but for questions that were given up because somebody went on. */
  findings(): string[] {
    return this.visit.findings({expected: /^failed: GET .* net::ERR_ABORTED$/});
  }

  async #fragment(): Promise<URLSearchParams> {
    return new URLSearchParams(new URL(this.visit.page.url()).hash.slice(1));
  }
}

/** Runs in the page. */
function textOf(portal: Element, isShown: boolean): string {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (node instanceof HTMLStyleElement) return '';
    if (isShown && node instanceof Element && !node.checkVisibility()) return '';
    const shadow = node instanceof Element && node.shadowRoot ? read(node.shadowRoot) : '';
    const value = node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement ? node.value : '';
    return `${shadow}${[...node.childNodes].map(read).join('')}${value && ` ${value} `}`;
  };
  return read(portal).replace(/\s+/g, ' ');
}

/** Runs in the page: all that is in its storage and its databases. */
async function readStorage(): Promise<string> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(String(request.error)));
    });
  const found: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage)];
  for (const {name = ''} of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      found.push(await settled(database.transaction(store).objectStore(store).getAll()));
    database.close();
  }
  return JSON.stringify(found);
}
