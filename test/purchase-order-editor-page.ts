/** The editor as a person uses it, for the tests of purchase-order-editor. */
import {openDB, type IDBPDatabase} from 'idb';
import '../src/widgets/portal-provider/define.ts';
import '../src/widgets/purchase-order-editor/define.ts';
import type {DraftInput, Item} from '../src/portal/contract/index.ts';
import {PortalClient, type Timing} from '../src/portal/index.ts';
import type {PurchaseOrderEditor} from '../src/widgets/purchase-order-editor/purchase-order-editor.ts';
import type {DocumentRecord} from '../mocks/data/records.ts';
import {fillLine} from './purchase-order-editor-lines-page.ts';
import {
  beforeEach,
  expect,
  findByRole,
  focusedElement,
  getAllByRole,
  getByLabel,
  getByRole,
  html,
  mount,
  nameOf,
  queryByRole,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';

/** The portal of this page: as new before each test, and without drafts that the test before has left on the device. */
export const portal = await startPortal();
beforeEach(clearDrafts);

export const token = 'demo-customer';
export const type = 'purchase-order';
/** Where orders are at the portal. */
export const path = `/documents/${type}`;

/** Test files run side by side and share the device; each has a portal of its own address, and so drafts of its own. */
const page = `page-${Math.random().toString(36).slice(2)}`;

export interface Options {
  /** Scenario of the mock portal. */
  scenario?: string;
  locale?: string;
  getToken?: () => Promise<string | null>;
  timing?: Partial<Timing>;
  documentType?: string;
  /** An earlier order that is to be repeated. */
  repeatOf?: string;
  /** A draft at the portal that is to be opened. */
  documentId?: string;
  /** Stands in for the browser's `fetch`. */
  fetch?: typeof globalThis.fetch;
}

/** Short waits: what is tested is that there are some. */
const quick: Partial<Timing> = {backoff: 20};

/** A client of this page's own portal. */
export function newClient({
  scenario = 'normal',
  locale = 'en',
  getToken = () => Promise.resolve(token),
  timing,
  fetch,
}: Options = {}): PortalClient {
  const endpoint = `/${page}+${scenario}/api/v1`;
  return new PortalClient({endpoint, locale, getToken, timing: {...quick, ...timing}, fetch});
}

/** Puts an editor into the page, in a page that knows nothing of the ones before but what the device has kept. */
export async function mountEditor(
  {documentType = type, documentId, locale = 'en', repeatOf, ...options}: Options = {},
  {ready = true} = {},
): Promise<PurchaseOrderEditor> {
  const client = newClient({...options, locale});
  const editor = await mount<PurchaseOrderEditor>(
    html`<purchase-order-editor
      .client=${client}
      .locale=${locale}
      .type=${documentType}
      .repeatOf=${repeatOf}
      .documentId=${documentId}
    ></purchase-order-editor>`,
  );
  if (ready) await until(() => partOf(editor, 'review'), 'the form');
  return editor;
}

/** An element of the editor by its part, whatever the language. */
export function partOf(editor: Element, part: string): HTMLElement | undefined {
  return editor.shadowRoot?.querySelector<HTMLElement>(`[part~="${part}"]`) ?? undefined;
}

/** A draft as the device keeps it. */
interface KeptDraft {
  id: string;
  owner: string;
  draft: {note: string; reference: string};
  submission?: {key: string; body: DraftInput; startedAt: number};
  document?: unknown;
  isDone?: boolean;
  number?: string;
  documentId?: string;
}

/** Forgets the drafts of this page. */
export async function clearDrafts(): Promise<void> {
  for (const {id} of await keptDrafts()) await onDevice((database) => database.delete('drafts', id));
}

/** Changes what the device keeps of this page. */
export async function changeDrafts(change: (kept: KeptDraft) => object): Promise<void> {
  for (const kept of await keptDrafts()) await onDevice((database) => database.put('drafts', change(kept)));
}

/** What the device keeps of this page. */
export async function keptDrafts(): Promise<KeptDraft[]> {
  const records = await onDevice<KeptDraft[]>(
    async (database) => (await database.getAll('drafts')) as KeptDraft[],
  );
  return (records ?? []).filter(({owner}) => owner.includes(page));
}

async function onDevice<T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T | undefined> {
  const known = await indexedDB.databases();
  if (!known.some(({name}) => name === 'partner-portal-widgets')) return undefined;
  const database = await openDB('partner-portal-widgets');
  try {
    return database.objectStoreNames.contains('drafts') ? await work(database) : undefined;
  } finally {
    database.close();
  }
}

/** Items that nothing speaks against, in the catalogue's order. */
export function plainItems(): Item[] {
  return portal.data
    .items(token)
    .filter(
      ({units, variants, orderQuantity, availability}) =>
        units.length === 1 &&
        !variants &&
        !orderQuantity &&
        availability?.status === 'available' &&
        availability.quantity === undefined,
    );
}

/** An item that is there, or the test's data are not what it thinks. */
export function itemAt(items: readonly Item[], index = 0): Item {
  const item = items[index];
  if (!item) throw new Error('There is no such item in the catalogue');
  return item;
}

/** The orders that the portal has, oldest first. */
export function orders(): DocumentRecord[] {
  return portal.data.documents(token, type).toSorted((a, b) => a.sequence - b.sequence);
}

let before = 0;
beforeEach(() => {
  before = orders().length;
});

/** How many orders and drafts the portal has got since the test began. */
export const made = () => orders().length - before;

/** The requests that create an order. */
export function creations() {
  return portal.requests.filter(({method, path: at}) => method === 'POST' && at === path);
}

/** The keys of the orders that were sent. */
export function sentKeys(): (string | undefined)[] {
  return creations().map(({headers}) => headers['idempotency-key']);
}

/** Waits until a field has the focus, by its name. */
export async function focusIsOn(name: string): Promise<void> {
  await until(() => nameOf(focusedElement() ?? document.body) === name, `focus on ${name}`);
}

export const reference = () => getByLabel('Your reference (optional)');
export const note = () => getByLabel<HTMLTextAreaElement>('Note (optional)');

/** Saves the order to the portal as a draft. */
export const save = async () => user.click(await findByRole('button', {name: 'Save to portal'}));

/** Writes an order of one line that nothing speaks against. */
export async function writeOrder(quantity = '3'): Promise<Item> {
  const item = itemAt(plainItems());
  await fillLine(1, item.itemNumber, quantity);
  await until(() => textOf(document.body).includes(item.description), 'the item');
  return item;
}

/** However often it was sent: one key, and one order at the portal. */
export function expectOneOrder(): void {
  expect(new Set(sentKeys()).size).to.equal(1);
  expect(made()).to.equal(1);
}

/** Opens the review and waits until the order can be sent. */
export async function review(): Promise<HTMLElement> {
  await user.click(getByRole('button', {name: 'Review order'}));
  const send = await findByRole('button', {name: 'Send order'});
  await until(() => !send.hasAttribute('aria-disabled'), 'the portal’s totals');
  return send;
}

/** Sends the order that is written and waits for its number. */
export async function send(): Promise<string> {
  await user.click(await review());
  return sentNumber();
}

/** The number of the order that was sent. */
export async function sentNumber(): Promise<string> {
  const heading = await findByRole('heading', {name: /^Order .+ was sent$/});
  return /^Order (.+) was sent$/.exec(textOf(heading))?.[1] ?? '';
}

/** The texts of all alerts. */
export function alerts(): string {
  return getAllByRole('alert').map(textOf).join(' ');
}

/** Waits until the editor says how sending has failed. */
export const failure = () => until(() => queryByRole('alert') && alerts(), 'an error');

/** News about the draft, with a way back. */
export function notice(): HTMLElement | undefined {
  const [editor] = document.getElementsByTagName('purchase-order-editor');
  return editor && partOf(editor, 'notice');
}

/** The dialog, while it is open. */
export function dialog(): HTMLElement | undefined {
  return queryByRole('dialog');
}
