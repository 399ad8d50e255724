/** The list as a person uses it, for the tests of document-list. */
import '../src/widgets/document-list/define.ts';
import '../src/widgets/portal-provider/define.ts';
import type {DocumentList} from '../src/widgets/document-list/document-list.ts';
import {
  getAllByRole,
  getByLabel,
  getByRole,
  html,
  mount,
  queryByRole,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';

export const portal = await startPortal();
export const customer = 'demo-customer';
export const vendor = 'demo-vendor';

export interface Options {
  type?: string;
  token?: string;
  endpoint?: string;
  heading?: string;
  content?: unknown;
}

/** Puts a list into the page, inside a provider, and waits for its first answer unless told otherwise. */
export async function mountList(
  {type = 'purchase-invoice', token = customer, endpoint = '/api/v1', heading, content}: Options = {},
  {ready = true} = {},
): Promise<DocumentList> {
  const provider = await mount(html`
    <portal-provider .endpoint=${endpoint} .getToken=${() => Promise.resolve(token)} locale="en">
      <document-list .type=${type} .heading=${heading}>${content}</document-list>
    </portal-provider>
  `);
  const list = provider.querySelector('document-list');
  if (!list) throw new Error('There is no list');
  if (ready) await settled(list);
  return list;
}

/** Resolves when nothing is being loaded: no documents, and nothing that a list needs beyond its first rows. */
export async function settled(list: DocumentList): Promise<void> {
  await until(() => {
    const frame = getByRole('region', {within: list});
    const hasTools = queryByRole('button', {name: /^Filter/, within: list});
    const isWhole =
      !hasTools || hasTools.matches(':disabled') || list.shadowRoot?.querySelector('[part=drawer]');
    return frame.getAttribute('aria-busy') === 'false' && isWhole;
  }, 'an end of loading');
}

export const rows = (list: Element) =>
  getAllByRole('row', {within: list}).filter((row) => row.querySelector('[role=rowheader]'));
export const countIn = (list: Element) => textOf(getByRole('status', {within: list}));
/** How many documents have been loaded, by the count that the user reads. */
export const loadedIn = (list: Element) => Number(countIn(list).replaceAll(',', '').match(/\d+/)?.[0]);
/** What scrolls. */
export function body(list: Element): HTMLElement {
  const found = list.shadowRoot?.querySelector('[part=body]');
  if (!(found instanceof HTMLElement)) throw new Error('Nothing scrolls');
  return found;
}
/** The rows that a person sees: those under the head and above the end of what scrolls. */
export function inSight(list: Element): Element[] {
  const {top, bottom} = body(list).getBoundingClientRect();
  return rows(list)
    .map((row) => ({row, box: row.getBoundingClientRect()}))
    .filter(({box}) => box.bottom > top + 40 && box.top < bottom)
    .toSorted((one, other) => one.box.top - other.box.top)
    .map(({row}) => row);
}
/** Asks for more by keyboard: to who scrolls to the button, more comes by itself, and the button goes away with its end. */
export async function showMore(list: Element, name = 'Show more'): Promise<void> {
  getByRole('button', {name, within: list}).focus({preventScroll: true});
  await user.press('Enter');
}
export const column = (list: Element, name: RegExp) => {
  const headers = getAllByRole('columnheader', {within: list});
  const index = headers.findIndex((header) => name.test(textOf(header)));
  return rows(list).map((row) => {
    const cell = row.children[index];
    return cell ? textOf(cell) : '';
  });
};
export const header = (list: Element, name: RegExp) => getByRole('columnheader', {name, within: list});
export const listRequests = () => portal.requests.filter(({path}) => path.startsWith('/documents/'));
export const documents = (type: string, token = customer) => portal.data.documents(token, type);
/** The number of an invoice that no other one contains. */
export function onlyInvoice(): string {
  const numbers = documents('purchase-invoice').flatMap(({posted, number}) => (posted && number) || []);
  const found = numbers.find((number) => numbers.filter((other) => other.includes(number)).length === 1);
  if (!found) throw new Error('No number is unique');
  return found;
}
export const search = (list: Element) => getByLabel(/Search/, {within: list});
