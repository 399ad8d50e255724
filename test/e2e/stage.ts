/** What an end-to-end test stands on: a portal on one origin, a company's page on another, a browser that keeps an eye on it. */
import type {Browser, BrowserContext, ElementHandle, Page} from 'puppeteer-core';
import type {RecordedRequest} from '../../mocks/portal.ts';
import {launchBrowser} from '../../scripts/browser.ts';
import {serve} from '../../mocks/serve.ts';

/**
 * The strictest policy that a host may send; only the portal's address in it differs between hosts. `hasVideos`: the videos of
 * the help and their posters are shown, too, which are on the portal's origin.
 */
export function strictPolicy(endpoint: string, {hasVideos = false} = {}): Record<string, string> {
  const videos = hasVideos ? ` ${new URL(endpoint).origin}` : '';
  const directives = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `connect-src ${endpoint}/`,
    `img-src 'self' data: blob:${videos}`,
    `media-src 'self'${videos}`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html`,
  ];
  return {'Content-Security-Policy': directives.join('; ')};
}

/** Who reads at the portal. */
export interface Reader {
  token?: string;
  membership?: string;
}

/** A portal over HTTP, asked directly: what a page shows is never taken for what the portal holds. */
export class Portal {
  readonly origin: string;
  readonly endpoint: string;
  readonly close: () => Promise<void>;

  private constructor({origin, close}: {origin: string; close(): Promise<void>}) {
    this.origin = origin;
    this.endpoint = `${origin}/api/v1`;
    this.close = close;
  }

  static async start(): Promise<Portal> {
    return new Portal(await serve({port: 0}));
  }

  /** Everything as in the beginning, and no faults. */
  async reset(): Promise<void> {
    await this.#send('POST', '/__mock/reset');
  }

  /** The next request that fits ends in this fault. */
  async addFault(fault: {method: string; path: string; kind: string; times?: number}): Promise<void> {
    await this.#send('POST', '/__mock/faults', fault);
  }

  /** The requests that reached the portal, oldest first. */
  async requests(): Promise<RecordedRequest[]> {
    return (await this.#send('GET', '/__mock/requests')) as RecordedRequest[];
  }

  /** Reads what the portal holds, as the demo's customer unless told. */
  async read<T>(path: string, as: Reader = {}): Promise<T> {
    return (await this.#send('GET', `/api/v1${path}`, undefined, as)) as T;
  }

  /** What the portal proposes to order where a document is repeated; nothing is made of it. */
  async propose(path: string): Promise<{draft: {lines: Line[]}}> {
    return (await this.#send('POST', `/api/v1${path}/repeat`)) as {draft: {lines: Line[]}};
  }

  /** The e-mails that the portal has sent, oldest first. */
  async outbox(): Promise<{to: string; link?: string}[]> {
    return (await this.#send('GET', '/__mock/outbox')) as {to: string; link?: string}[];
  }

  async #send(
    method: string,
    path: string,
    body?: unknown,
    {token = 'demo-customer', membership}: Reader = {},
  ): Promise<unknown> {
    const response = await fetch(`${this.origin}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(membership === undefined ? {} : {'portal-membership': membership}),
      },
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}

/** What the portal answers of a document in a list. */
export interface Summary {
  id: string;
  number: string | null;
  externalReference?: string;
  posted: boolean | null;
  totals?: {gross: string};
}

/** What is ordered on one line. */
export interface Line {
  itemNumber?: string;
  quantity: string;
}

export interface Listing<T> {
  items: T[];
  page: {next: string | null; total?: number};
}

/** A browser that tells accessible names. */
export function startBrowser(): Promise<Browser> {
  return launchBrowser({args: ['--enable-blink-features=ComputedAccessibilityInfo']});
}

/** A page that somebody looks at, with all that went wrong in it. */
export class Visit {
  readonly page: Page;
  readonly #findings: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => this.#findings.push(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.#findings.push(`uncaught: ${String(error)}`));
    page.on('requestfailed', (request) => {
      this.#findings.push(`failed: ${request.method()} ${request.url()} ${request.failure()?.errorText}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.#findings.push(`answered ${response.status()}: ${response.url()}`);
    });
  }

  /** Opens an address in a context of its own: nothing is stored from the visit before. */
  static async to(browser: Browser, url: string): Promise<Visit> {
    return Visit.#open(await browser.createBrowserContext(), url);
  }

  /** The same address in another tab of the same browser: it has what is stored. */
  inAnotherTab(): Promise<Visit> {
    return Visit.#open(this.page.browserContext(), this.page.url());
  }

  static async #open(context: BrowserContext, url: string): Promise<Visit> {
    const page = await context.newPage();
    const visit = new Visit(page);
    await page.setViewport({width: 1280, height: 1000});
    await page.emulateFocusedPage(true);
    await page.exposeFunction('reportViolation', (violation: string) => visit.#findings.push(violation));
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sample}) => {
        const {reportViolation} = window as unknown as {reportViolation(violation: string): void};
        reportViolation(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
      });
    });
    await page.goto(url);
    return visit;
  }

  /** What went wrong so far, but for what the test brought about itself. */
  findings({expected}: {expected?: RegExp} = {}): string[] {
    return this.#findings.filter((finding) => !expected?.test(finding));
  }

  /** Waits for the one element with this role and accessible name, through shadow roots. */
  async find(role: string, name: string | RegExp): Promise<ElementHandle<HTMLElement>> {
    return this.until(
      async () => {
        const elements = await this.page.$$(`::-p-aria([role="${role}"])`);
        const names = await Promise.all(elements.map((element) => element.evaluate(nameOf)));
        const found = elements.filter((_, index) => {
          const there = names[index] ?? '';
          return typeof name === 'string' ? there === name : name.test(there);
        });
        const [first] = found;
        if (!first || found.length > 1) throw new Error(`${found.length} of: ${names.join(' | ')}`);
        return first as ElementHandle<HTMLElement>;
      },
      `one ${role} named ${String(name)}`,
    );
  }

  /** Clicks when the element can be used. */
  async click(role: string, name: string | RegExp): Promise<void> {
    const isUsable = async () => {
      const element = await this.find(role, name);
      const usable = await element.evaluate((it) => !it.matches(':disabled, [aria-disabled="true"]'));
      return usable ? element : null;
    };
    const element = await this.until(isUsable, `${role} ${String(name)} to be of use`);
    await element.click();
  }

  /** Chooses one of several radio buttons by clicking on its label, as it may be all that is drawn. */
  async choose(name: string): Promise<void> {
    const radio = await this.find('radio', name);
    const label = await radio.evaluateHandle((element) => element.closest('label') ?? element);
    await label.click();
  }

  /** Types in place of what the field holds. */
  async fill(role: string, name: string | RegExp, text: string): Promise<void> {
    const field = await this.find(role, name);
    await field.click({count: 3});
    await field.type(text);
  }

  /** Asks in the page until the answer is truthy, and resolves with it. */
  async until<T>(question: () => T | Promise<T>, what: string): Promise<NonNullable<T>> {
    const end = performance.now() + 20_000;
    let last: unknown;
    while (performance.now() < end) {
      try {
        const answer = await question();
        if (answer) return answer;
        last = answer;
      } catch (error) {
        last = error;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Waited 20 s in vain for ${what}. Last: ${String(last)}\n${this.#findings.join('\n')}`);
  }

  async close(): Promise<void> {
    await this.page.browserContext().close();
  }
}

/** Runs in the page; `startBrowser` switches the property on. */
function nameOf(element: Element): string {
  return (element as Element & {computedName: string}).computedName.replace(/\s+/g, ' ').trim();
}
