/** The editor as a person uses it, for the tests of purchase-order-editor. */
import {openDB, type IDBPDatabase} from 'idb';
import '../src/widgets/portal-provider/define.ts';
import '../src/widgets/purchase-order-editor/define.ts';
import type {DraftInput, Item} from '../src/portal/contract/index.ts';
import {PortalClient, type Timing} from '../src/portal/index.ts';
import type {PurchaseOrderEditor} from '../src/widgets/purchase-order-editor/purchase-order-editor.ts';
import type {MockPortal} from '../mocks/portal.ts';
import {
  findByRole,
  focusedElement,
  getAllByRole,
  getByLabel,
  getByRole,
  html,
  mount,
  nameOf,
  queryByRole,
  textOf,
  until,
  user,
} from './support/index.ts';

export const token = 'demo-customer';
export const type = 'purchase-order';

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
export interface KeptDraft {
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
export function plainItems(portal: MockPortal): Item[] {
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
export function ordersOf(portal: MockPortal) {
  return portal.data.documents(token, type).toSorted((a, b) => a.sequence - b.sequence);
}

/** The requests that create an order. */
export function creations(portal: MockPortal) {
  return portal.requests.filter(({method, path}) => method === 'POST' && path === `/documents/${type}`);
}

/** The keys of the orders that were sent. */
export function keysOf(portal: MockPortal): (string | undefined)[] {
  return creations(portal).map(({headers}) => headers['idempotency-key']);
}

/** What an empty item says of what can be typed there. */
const placeholders = ['Find an item', 'Artikel suchen'];

interface Within {
  /** The editor, where the page has several. */
  within?: Element;
}

/** The grid of the order's lines; undefined where they stand below each other. */
export function lineGrid({within}: Within = {}): HTMLElement | undefined {
  return queryByRole('grid', within ? {within} : {});
}

/** A line's row in the grid, as far as it is drawn; the first line is 1. */
export function lineRow(number: number, scope: Within = {}): HTMLElement | undefined {
  const row = lineGrid(scope)?.querySelector(`[role=row][aria-rowindex="${number + 1}"]`);
  return row instanceof HTMLElement ? row : undefined;
}

/** The cell of a line below the heading of that name; where lines stand below each other, the field with that label. */
export function cell(column: string, number: number, scope: Within = {}): HTMLElement {
  const grid = lineGrid(scope);
  if (!grid) return stackedField(column, number, scope);
  const heading = [...grid.querySelectorAll('[role=columnheader]')].find((each) => {
    return textOf(each).replace(/ \(.+\)$/, '') === column;
  });
  const index = heading?.getAttribute('aria-colindex') ?? 'none';
  const found = lineRow(number, scope)?.querySelector(`[aria-colindex="${index}"]`);
  if (found instanceof HTMLElement) return found;
  throw new Error(`The grid shows no ${column} of line ${number}: ${textOf(grid)}`);
}

function stackedField(column: string, number: number, {within}: Within): HTMLElement {
  const name = new RegExp(`^\\p{L}+ ${number}$`, 'u');
  const line = getByRole('group', within ? {within, name} : {name});
  const more = line.querySelector('details');
  // What most lines do without is folded away.
  if (more && !more.open) more.querySelector('summary')?.click();
  return getByLabel(new RegExp(`^${column}(,|$)`), {within: line});
}

/** What a cell, or the field in its place, shows; an empty one nothing. */
export function cellText(column: string, number: number, scope: Within = {}): string {
  const place = cell(column, number, scope);
  const field = place.matches('input, select') ? place : place.querySelector('.cell-input');
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.label ?? '';
  if (field instanceof HTMLInputElement) return field.value;
  const text = textOf(place);
  return placeholders.includes(text) ? '' : text;
}

/** Waits until a field has the focus, by its name. */
export async function focusIsOn(name: string): Promise<void> {
  await until(() => nameOf(focusedElement() ?? document.body) === name, `focus on ${name}`);
}

/** Waits until the focus is on a cell of a line, or in it. */
export async function focusIsIn(column: string, number: number, scope: Within = {}): Promise<void> {
  await until(
    () => cell(column, number, scope).contains(focusedElement() ?? null),
    `focus in ${column} of line ${number}`,
  );
}

/** The field in a cell that is being edited; undefined where none is. */
export function cellField(column: string, number: number, scope: Within = {}): HTMLInputElement | undefined {
  const field = cell(column, number, scope).querySelector('input.cell-input');
  return field instanceof HTMLInputElement ? field : undefined;
}

/** Clicks on a cell, so that it is edited; resolves with its field. */
export async function openCell<F extends HTMLElement = HTMLInputElement>(
  column: string,
  number: number,
  scope: Within = {},
): Promise<F> {
  const place = cell(column, number, scope);
  const isEdited = () => {
    const focused = focusedElement();
    const isField = focused?.matches('input, select') && cell(column, number, scope).contains(focused);
    return isField ? (focused as F) : undefined;
  };
  if (!isEdited()) await user.click(place);
  return until(isEdited, `the field of ${column} in line ${number}`);
}

/** Goes to a cell and does not edit it. */
export async function goToCell(column: string, number: number): Promise<void> {
  await user.click(cell(column, number));
  await focusIsIn(column, number);
  if (focusedElement()?.matches('input, select')) await user.press('Escape');
  await until(() => !cell(column, number).querySelector('.cell-input'), 'the end of editing');
  await focusIsIn(column, number);
}

/** Pastes lines with an item, a quantity and a note each, from the first line on, and waits until their items are known. */
export async function pasteLines(
  lines: readonly (readonly [item: string, quantity: string, note: string])[],
): Promise<void> {
  await goToCell('Item', 1);
  const rows = [['Item', 'Quantity', 'Note'], ...lines].map((row) => row.join('\t'));
  user.paste({'text/plain': rows.join('\r\n')});
  await until(() => lineGrid()?.getAttribute('aria-rowcount') === String(lines.length + 1), 'the lines');
  await until(() => cell('Description', 1).textContent.trim() !== '', 'the items');
}

/** Types into a cell in place of what it holds, and stays in it; an empty text clears it. */
export async function editCell(
  column: string,
  number: number,
  text: string,
  scope: Within = {},
): Promise<void> {
  await user.fill(await openCell(column, number, scope), text);
}

/** Chooses a unit or a variant by its name. */
export async function chooseInCell(column: string, number: number, label: string): Promise<void> {
  const field = await openCell<HTMLSelectElement>(column, number);
  user.select(field, label);
  if (!lineGrid()) return;
  // As a choice does: it closes the list of the system, which else takes all keys.
  field.blur();
  await until(() => !field.isConnected, 'the end of the choice');
  cell(column, number).focus();
}

/** Types an exact number into a line and leaves it, then its quantity. */
export async function fillLine(number: number, itemNumber: string, quantity: string): Promise<void> {
  await editCell('Item', number, itemNumber);
  await user.press('Tab');
  await editCell('Quantity', number, quantity);
}

/** Writes an order of one line that nothing speaks against. */
export async function writeOrder(portal: MockPortal, quantity = '3'): Promise<Item> {
  const item = itemAt(plainItems(portal));
  await fillLine(1, item.itemNumber, quantity);
  await until(() => textOf(document.body).includes(item.description), 'the item');
  return item;
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

/** News about the draft, with a way back. */
export function notice(): HTMLElement | undefined {
  const [editor] = document.getElementsByTagName('purchase-order-editor');
  return editor && partOf(editor, 'notice');
}

/** The dialog, while it is open. */
export function dialog(): HTMLElement | undefined {
  return queryByRole('dialog');
}
