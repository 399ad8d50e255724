/** One document as a person sees it, for the tests of document-detail. */
import type {DocumentRecord} from '../mocks/data/records.ts';
import '../src/widgets/document-detail/define.ts';
import '../src/widgets/portal-provider/define.ts';
import type {DocumentDetail} from '../src/widgets/document-detail/document-detail.ts';
import {getAllByRole, getByRole, html, mount, startPortal, textOf, until} from './support/index.ts';

export const portal = await startPortal();
export const customer = 'demo-customer';
export const vendor = 'demo-vendor';
export const logistics = 'demo-3pl';

export interface Options {
  token?: string;
  endpoint?: string;
  locale?: string;
}

/** The newest document of a type that fits. */
export function documentLike(
  type: string,
  fits: (document: DocumentRecord) => boolean = () => true,
  token = customer,
): DocumentRecord {
  const found = portal.data.documents(token, type).findLast(fits);
  if (!found) throw new Error(`The portal has no such ${type}`);
  return found;
}

/** A draft at the portal. */
export const draft = () => documentLike('purchase-order', ({state}) => state === 'draft');
/** An order with more lines than one answer has. */
export const longOrder = () => documentLike('purchase-order', ({lines}) => lines.length > 1000);

/** An order of very many lines. */
export function hugeOrder(count = 5000): DocumentRecord {
  const order = longOrder();
  const {lines} = order;
  while (lines.length < count) lines.push(...lines.slice(0, count - lines.length).map((line) => ({...line})));
  for (const [index, line] of lines.entries()) line.no = (index + 1) * 10;
  return order;
}

/** Puts a document into the page, inside a provider, and waits until it is shown unless told otherwise. */
export async function mountDetail(
  {type, id}: {type: string; id: string},
  {token = customer, endpoint = '/api/v1', locale = 'en'}: Options = {},
  {ready = true} = {},
): Promise<DocumentDetail> {
  const provider = await mount(html`
    <portal-provider .endpoint=${endpoint} .getToken=${() => Promise.resolve(token)} locale=${locale}>
      <document-detail .type=${type} document-id=${id}></document-detail>
    </portal-provider>
  `);
  const detail = provider.querySelector('document-detail');
  if (!detail) throw new Error('There is no detail');
  if (ready) await settled(detail);
  return detail;
}

/** Resolves when nothing is being loaded. */
export async function settled(detail: DocumentDetail): Promise<void> {
  await until(() => frame(detail).getAttribute('aria-busy') === 'false', 'an end of loading');
}

export const frame = (detail: Element) => {
  const [first] = getAllByRole('region', {within: detail});
  if (!first) throw new Error('Nothing is shown');
  return first;
};
/** What the document is called. */
export const heading = (detail: Element) => getAllByRole('heading', {within: detail}).map(textOf)[0];
/** What a term of a description list says. */
export function fact(detail: Element, term: string): string | undefined {
  const found = getAllByRole('term', {within: detail}).find((each) => textOf(each) === term);
  return found?.nextElementSibling ? textOf(found.nextElementSibling) : undefined;
}
export const marks = (detail: Element) =>
  getAllByRole('listitem', {within: getByRole('list', {name: 'State', within: detail})}).map(textOf);
/** What can be done with the document. */
export const actions = (detail: Element) =>
  getAllByRole('button', {within: getByRole('group', {name: 'Actions', within: detail})}).map(textOf);
export const button = (detail: Element, name: string | RegExp) => getByRole('button', {name, within: detail});
export const linesTable = (detail: Element) => getByRole('table', {name: 'Lines', within: detail});
export const columns = (detail: Element) =>
  getAllByRole('columnheader', {within: linesTable(detail)}).map(textOf);
/** The rows of lines that are drawn. */
export const rows = (detail: Element) =>
  getAllByRole('row', {within: linesTable(detail)}).filter((row) => row.querySelector('[role=rowheader]'));
export const cell = (detail: Element, row: Element | undefined, name: string) => {
  const value = row?.children[columns(detail).indexOf(name)];
  return value ? textOf(value) : undefined;
};
/** What is asked of documents. */
export const asked = () => portal.requests.filter(({path}) => path.startsWith('/documents/'));
