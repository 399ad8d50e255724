import type {HTTPRequest, Page} from 'puppeteer-core';

/** Everything that a browser sent, logged, stored and rendered of a page, to look for a secret in. */
export class Leaks {
  readonly #page: Page;
  /** What was seen, by where. */
  readonly #seen: {where: string; text: string}[] = [];

  private constructor(page: Page) {
    this.#page = page;
    page.on('console', (message) => this.#note('console', message.text()));
    page.on('pageerror', (error) =>
      this.#note('error', error instanceof Error ? (error.stack ?? '') : String(error)),
    );
    page.on('request', (request) => this.#noteRequest(request));
  }

  /** Call it before the page is opened; what is there already is in its DOM. */
  static async watch(page: Page): Promise<Leaks> {
    const leaks = new Leaks(page);
    await page.exposeFunction('noteEvent', (text: string) => leaks.#note('event', text));
    await page.evaluateOnNewDocument(watchEvents);
    return leaks;
  }

  /** Where a text was seen, and is seen now, in the order of time. */
  async search(secret: string): Promise<string[]> {
    const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
    const holds = ({text}: {text: string}): boolean => forms.some((form) => text.includes(form));
    const devtools = await this.#page.createCDPSession();
    const {entries} = await devtools.send('Page.getNavigationHistory');
    await devtools.detach();
    const visited = entries.map(({url}) => ({where: 'history of the browser', text: url}));
    const now = await this.#page.evaluate(collect);
    return [...this.#seen, ...visited, ...now].filter(holds).map(({where}) => where);
  }

  #note(where: string, text: string): void {
    this.#seen.push({where, text});
  }

  #noteRequest(request: HTTPRequest): void {
    const name = `request ${request.method()} ${request.url().split(/[?#]/, 1)[0]}`;
    // Neither fragments nor, to the page itself, the address that somebody followed are sent.
    this.#note(`${name} address`, request.url().split('#', 1)[0] ?? '');
    this.#note(`${name} headers`, JSON.stringify(request.headers()));
    const body = request.postData();
    if (body !== undefined) this.#note(`${name} body`, body);
  }
}

/** Runs in the page, before everything else: what every event says that is dispatched by a script. */
function watchEvents(): void {
  const {noteEvent} = window as unknown as {noteEvent(text: string): void};
  const {dispatchEvent} = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    const fields = Object.entries(event).filter(([, value]) => !(value instanceof Node));
    noteEvent(`${event.type} ${JSON.stringify(Object.fromEntries(fields))}`);
    return dispatchEvent.call(this, event);
  };
}

/** Runs in the page. */
async function collect(): Promise<{where: string; text: string}[]> {
  const seen = [
    {where: 'address', text: location.href},
    {where: 'referrer', text: document.referrer},
    {where: 'history', text: JSON.stringify(history.state)},
    {where: 'cookies', text: document.cookie},
    {where: 'localStorage', text: JSON.stringify(Object.entries(localStorage))},
    {where: 'sessionStorage', text: JSON.stringify(Object.entries(sessionStorage))},
    ...performance
      .getEntries()
      .map((entry) => ({where: `performance: ${entry.entryType}`, text: JSON.stringify(entry)})),
    ...navigation.entries().map(({url}) => ({where: 'entry of the history', text: url ?? ''})),
    {where: 'entry that the page was opened with', text: navigation.activation?.entry.url ?? ''},
  ];
  const walk = (root: ParentNode & Node): void => {
    for (const element of root.querySelectorAll('*')) {
      const attributes = [...element.attributes].map(({name, value}) => `${name}=${value}`).join(' ');
      const value = 'value' in element ? String(element.value) : '';
      // What hangs on an element openly: a property that anybody on the page can read.
      const own = Object.entries(element).map(
        ([name, each]) => `${name}=${typeof each === 'string' ? each : ''}`,
      );
      seen.push({where: `<${element.localName}>`, text: `${attributes} ${value} ${own.join(' ')}`});
      if (element.shadowRoot) walk(element.shadowRoot);
    }
    seen.push({where: 'text', text: root.textContent ?? ''});
  };
  walk(document);
  for (const {name = ''} of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const store of database.objectStoreNames) {
      const all = await new Promise<unknown[]>((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result as unknown[]);
        request.onerror = () => reject(request.error);
      });
      seen.push({where: `IndexedDB ${name}/${store}`, text: JSON.stringify(all)});
    }
    database.close();
  }
  return seen;
}
