/** A document in its chain as a person uses it, for the tests of document-detail. */
import '../src/widgets/document-detail/define.ts';
import '../src/widgets/portal-provider/define.ts';
import {richestOrder} from '../mocks/data/find-chain.ts';
import type {DocumentRecord, Kind} from '../mocks/data/records.ts';
import {PortalConnection} from '../src/portal/connection.ts';
import type {Document} from '../src/portal/contract/index.ts';
import {get} from '../src/portal/documents.ts';
import type {DocumentDetail} from '../src/widgets/document-detail/document-detail.ts';
import {getAllByRole, getByRole, html, mount, startPortal, textOf, until} from './support/index.ts';

export const portal = await startPortal();
export const customer = 'demo-customer';
export const vendor = 'demo-vendor';

export interface Options {
  token?: string;
  endpoint?: string;
  membership?: string;
  locale?: string;
}

/** Puts a document into the page, inside a provider, and waits until it is there. */
export async function mountDetail(
  {type, id}: Pick<DocumentRecord, 'type' | 'id'>,
  {token = customer, endpoint = '/api/v1', membership, locale = 'en'}: Options = {},
): Promise<DocumentDetail> {
  const provider = await mount(html`
    <portal-provider .endpoint=${endpoint} .getToken=${() => Promise.resolve(token)} locale=${locale}>
      <document-detail .type=${type} .documentId=${id} .membership=${membership}></document-detail>
    </portal-provider>
  `);
  const detail = provider.querySelector('document-detail');
  if (!detail) throw new Error('There is no document');
  await until(
    () => getAllByRole('region', {within: detail})[0]?.getAttribute('aria-busy') === 'false',
    'an end of loading',
  );
  return detail;
}

/** An order in whose chain everything has happened that can. */
export const order = (token = customer, type = 'purchase-order') =>
  richestOrder(portal.data.documents(token, type));

/** The documents of a kind that have followed from an order, oldest first. */
export const followers = ({links}: DocumentRecord, kind: Kind) =>
  links
    .filter((other) => other.kind === kind)
    .toSorted((one, other) => one.createdAt - other.createdAt || one.sequence - other.sequence);

/** The numbers that an order and what has followed from it are called by, stage by stage. */
export const numbersOf = (whole: DocumentRecord) =>
  [
    [whole],
    ...(['receipt', 'invoice', 'return-order', 'credit-memo'] as const).map((kind) => followers(whole, kind)),
  ].map((documents) => documents.map(({number}) => number));

export const chain = (detail: Element) => getByRole('navigation', {name: 'Document chain', within: detail});

/** The names of the stages and, of each, the documents. */
export function stages(detail: Element): {name: string; items: HTMLElement[]}[] {
  return getAllByRole('list', {name: /./, within: chain(detail)}).map((list) => ({
    name: list.getAttribute('aria-label') ?? '',
    items: getAllByRole('listitem', {within: list}),
  }));
}

/** What stands first in a document of the chain: its number. */
export const numberIn = (item: Element) => {
  const [first] = item.children;
  return first ? textOf(first).replace(' (this document)', '') : '';
};

/** Resolves when the details of the other documents have come. */
export async function detailed(detail: Element): Promise<void> {
  await until(
    () =>
      stages(detail).every(({items}) =>
        items.every((item) => /\d{4}/.test(textOf(item)) && item.querySelector('time')),
      ),
    'the details of all documents',
  );
}

/** A document as the portal gives it, for answers that are almost like it. */
export async function answerOf({type, id}: DocumentRecord, token = customer): Promise<Document> {
  const connection = new PortalConnection({
    endpoint: '/api/v1',
    getToken: () => Promise.resolve(token),
    locale: 'en',
  });
  return (await get(connection, type, id)).document;
}

/** Lets the portal answer with something else, the next time that it is asked for a document. */
export function answerWith(document: Document): void {
  portal.faults.add({path: new RegExp(`/${document.id}$`), kind: 'status', status: 200, body: document});
}
