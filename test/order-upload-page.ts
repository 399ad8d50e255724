/** The upload as a person uses it, for the tests of order-upload. */
import '../src/widgets/order-upload/define.ts';
import {keptUploads, type KeptUpload} from '../src/orders/upload/kept-uploads.ts';
import {markedUploads} from '../src/orders/upload/upload-marks.ts';
import {PortalClient, type Timing} from '../src/portal/index.ts';
import type {OrderUpload} from '../src/widgets/order-upload/order-upload.ts';
import type {DocumentRecord} from '../mocks/data/records.ts';
import {
  beforeEach,
  findByRole,
  getByRole,
  html,
  mount,
  queryByRole,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';

/** The portal of this page: as new before each test. */
export const portal = await startPortal();

export const token = 'demo-customer';
export const type = 'purchase-order';
/** Where orders are at the portal. */
export const path = `/documents/${type}`;

/** What the device keeps is a portal's: each test has one of its own address. */
let visit = 0;
beforeEach(() => void visit++);

export interface Options {
  /** Scenario of the mock portal. */
  scenario?: string;
  locale?: string;
  documentType?: string;
  getToken?: () => Promise<string | null>;
  timing?: Partial<Timing>;
}

/** A client of this page's own portal. */
export function newClient({
  scenario = 'normal',
  locale = 'en',
  getToken = () => Promise.resolve(token),
  timing,
}: Options = {}): PortalClient {
  const endpoint = `/upload-${visit}+${scenario}/api/v1`;
  return new PortalClient({endpoint, locale, getToken, timing: {backoff: 20, ...timing}});
}

/** The files of which this page keeps rows. */
export async function keptHere(): Promise<readonly KeptUpload[]> {
  const owners = markedUploads().filter((owner) => owner.includes(`/upload-${visit}+`));
  return (await Promise.all(owners.map((owner) => keptUploads(owner)))).flat();
}

/** Puts an upload into the page; `ready`: waits until a file can be chosen. */
export async function mountUpload(options: Options = {}, {ready = true} = {}): Promise<OrderUpload> {
  const {locale = 'en', documentType = type} = options;
  const client = newClient(options);
  const upload = await mount<OrderUpload>(
    html`<order-upload .client=${client} .locale=${locale} .type=${documentType}></order-upload>`,
  );
  if (ready) await until(() => fileInput(upload), 'the place for a file');
  return upload;
}

/** The control that chooses a file. */
export function fileInput(upload: OrderUpload): HTMLInputElement {
  const input = upload.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('No file can be chosen here');
  return input;
}

/** Chooses a file, as the browser's dialog does; a text is a CSV file. */
export function choose(upload: OrderUpload, content: BlobPart, name = 'orders.csv'): void {
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], name));
  const input = fileInput(upload);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', {bubbles: true}));
}

export const HEADERS = 'Your reference,Requested date,Item number,Variant,Quantity,Unit,Note';

/** Rows of the template as a CSV file. */
export function csv(...rows: string[]): string {
  return [HEADERS, ...rows].join('\r\n');
}

/** Chooses a file of the template's columns, and waits for its rows. */
export async function upload(element: OrderUpload, ...rows: string[]): Promise<HTMLElement> {
  choose(element, csv(...rows));
  return rowsOf(element);
}

/** The grid of rows, once it is there and no item is being looked up. */
export async function rowsOf(element: OrderUpload): Promise<HTMLElement> {
  const grid = await findByRole('grid', {name: 'Rows of the file', within: element});
  await until(() => !queryByRole('progressbar', {name: 'Looking up items…', within: element}), 'the items');
  return grid;
}

/** The number that a filter shows. */
export function countOf(element: OrderUpload, filter: string): number {
  const button = getByRole('button', {name: RegExp(`^${filter} `), within: element});
  return Number(/(\d[\d,.]*)$/.exec(textOf(button))?.[1]?.replace(/\D/g, '') ?? Number.NaN);
}

/** All the counts of an upload: rows with errors, ready, and in all. */
export function counts(element: OrderUpload): {all: number; wrong: number; ready: number} {
  return {
    all: countOf(element, 'All rows'),
    wrong: countOf(element, 'With errors'),
    ready: countOf(element, 'Ready'),
  };
}

/** A cell by the number of its row in the file and the name of its column. */
export function cell(element: OrderUpload, row: number, column: string): HTMLElement {
  const rows = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role=row].line') ?? [])];
  const found = rows.find((each) => textOf(each.querySelector('[role=rowheader]') ?? each) === String(row));
  const headings = [...(element.shadowRoot?.querySelectorAll('[role=columnheader]') ?? [])];
  const place = headings.findIndex((heading) => textOf(heading) === column);
  const result = found?.querySelectorAll<HTMLElement>('[role=rowheader], [role=gridcell]')[place];
  if (!result) throw new Error(`There is no cell ${column} in row ${row}`);
  return result;
}

/** What is said of a row below its cells. */
export function saidOf(element: OrderUpload, row: number): string {
  const id = cell(element, row, 'Item').getAttribute('aria-describedby');
  const marks = id ? element.shadowRoot?.getElementById(id) : undefined;
  return marks ? textOf(marks) : '';
}

/** Types into a cell in place of what it holds. */
export async function mend(element: OrderUpload, row: number, column: string, text: string): Promise<void> {
  await user.click(cell(element, row, column));
  await user.press('Control+a');
  await user.keys(text);
  await user.press('Enter');
}

/** Presses a button by its name. */
export async function press(element: Element, name: string | RegExp): Promise<void> {
  await user.click(await findByRole('button', {name, within: element}));
}

/** The orders that the portal has, oldest first. */
export function orders(): DocumentRecord[] {
  return portal.data.documents(token, type).toSorted((a, b) => a.sequence - b.sequence);
}

let before = 0;
beforeEach(() => {
  before = orders().length;
});

/** The orders that the portal has got since the test began. */
export const made = () => orders().slice(before);

/** The requests that create an order. */
export function creations() {
  return portal.requests.filter(({method, path: at}) => method === 'POST' && at === path);
}
