/** What a customer does in a day, step by step and by the keyboard alone; each step ends where the next one begins. */
import assert from 'node:assert/strict';
import type {PortalPage} from './portal-stage.ts';
import type {Line, Summary} from './stage.ts';

/** What the portal answers of one document. */
export interface Document {
  id: string;
  number: string;
  allowedActions: string[];
  related: {rel: string; type: string; id: string; number: string}[];
  lines: Line[];
}

/** Items and quantities, by which orders are compared. */
export function ordered(lines: readonly Line[]): [string | undefined, number][] {
  return lines.map(({itemNumber, quantity}) => [itemNumber, Number(quantity)]);
}

/** From the top of the page to the overview's figure, and by that to the receipts that are not posted. */
export async function toUnposted(page: PortalPage, total: number): Promise<void> {
  const {visit, keys} = page;
  const figure = `Warehouse receipts: ${total} not posted`;
  await visit.find('heading', 'Overview');
  await keys.reach('button', figure);
  assert.equal(await visit.page.title(), 'Overview · Brinkholt partner net');
  await keys.press('Enter');
  await page.arrived({title: 'Warehouse receipts', place: 'documents/warehouse-receipt'});
  await page.says(`${total} documents`);
  await keys.reach('radio', 'Not posted');
}

/** Opens a receipt of the list after the page was loaded anew, and by its chain the order. */
export async function openReceipt(page: PortalPage, receipt: Summary, order: Document): Promise<void> {
  const {visit, keys} = page;
  await visit.page.reload();
  await visit.find('heading', 'Warehouse receipts');
  await keys.reach('radio', 'Not posted');
  await keys.reach('button', receipt.number ?? '');
  await keys.press('Enter');
  const there = {
    title: 'Warehouse receipt',
    role: 'group',
    label: `Warehouse receipt ${receipt.number}`,
    place: `documents/warehouse-receipt/${receipt.id}`,
  } as const;
  await page.arrived(there);
  await visit.find('heading', `Warehouse receipt ${receipt.number}`);
  const next = {
    title: 'Purchase order',
    role: 'group',
    label: `Purchase order ${order.number}`,
    place: `documents/purchase-order/${order.id}`,
  } as const;
  await keys.reach('button', order.number);
  await keys.press('Enter');
  await page.arrived(next);
  await visit.page.goBack();
  await page.arrived(there);
  await visit.page.goForward();
  await page.arrived(next);
}

/** Takes what the portal proposes. */
export async function repeatOrder(page: PortalPage, order: Document): Promise<void> {
  const {visit, keys} = page;
  await keys.reach('button', 'Repeat');
  await keys.press('Enter');
  const place = `write/purchase-order/repeat/${order.id}`;
  await page.arrived({title: 'New purchase order', place});
  await visit.find('heading', new RegExp(`^Repeat order ${order.number} of `));
  await keys.reach('button', /^Take .* into the order$/);
  await keys.press('Enter');
  await keys.arrive('textbox', /^Your reference/);
  await page.says(order.lines[0]?.itemNumber ?? '');
}

/** Types another quantity into the first line of the grid. */
export async function changeQuantity(page: PortalPage, from: string, to: string): Promise<void> {
  const {keys} = page;
  await keys.tabTo('gridcell', /./);
  await toQuantity(page);
  assert.equal((await keys.focused()).name, from);
  await keys.type(to);
  await keys.press('Enter');
}

/** From any cell of a line to that of its quantity. */
async function toQuantity({keys}: PortalPage): Promise<void> {
  for (let step = 0; (await keys.focused()).column !== 'Quantity'; step++) {
    assert.ok(step < 10, 'there is a column for the quantity');
    await keys.press('ArrowRight');
  }
}

/** Opens the help beside the order, plays its video with captions, and closes it. */
export async function watchHelp({visit, keys}: PortalPage): Promise<void> {
  await keys.tabTo('button', 'Help', {back: true});
  await keys.press('Enter');
  await keys.arrive('complementary', 'Help');
  await keys.reach('button', /^Play/);
  await keys.press('Enter');
  const time = () => visit.page.$eval('partner-portal >>> video', ({currentTime}) => currentTime);
  await visit.until(async () => (await time()) > 0.3, 'the video to play');
  const captions = async () =>
    (await visit.find('button', 'Captions')).evaluate(({ariaPressed}) => ariaPressed);
  const before = await captions();
  await keys.press('c');
  await visit.until(async () => (await captions()) !== before, 'captions to be switched by a key');
  if (before === 'true') await keys.press('c');
  await visit.until(
    () => visit.page.$eval('partner-portal >>> [part=captions]', ({textContent}) => textContent.trim()),
    'captions to be shown',
  );
  await keys.press('Escape');
  await keys.arrive('button', 'Help');
  assert.equal(await visit.page.$('partner-portal >>> video'), null, 'nothing plays on');
}

/** Loads the page anew while an order is being written: the browser asks, and what was written is there again. */
export async function reloadOrder(page: PortalPage, order: Document, quantity: string): Promise<void> {
  const {visit, keys} = page;
  const place = await page.place();
  const asked = new Promise<string>((resolve) => {
    visit.page.once('dialog', (dialog) => {
      resolve(dialog.type());
      void dialog.accept();
    });
  });
  await visit.page.reload();
  assert.equal(await asked, 'beforeunload');
  await page.says('Your unfinished repeat of this order is back.');
  assert.equal(await page.place(), place);
  await keys.reach('gridcell', order.lines[0]?.itemNumber ?? '');
  await toQuantity(page);
  assert.equal((await keys.focused()).name, quantity);
}

/** Looks the order through, sends it, and returns the number that the page tells. */
export async function send({visit, keys}: PortalPage): Promise<string> {
  await keys.reach('button', 'Review order');
  await keys.press('Enter');
  await visit.find('dialog', /./);
  await keys.reach('button', 'Send order');
  await keys.press('Enter');
  const {name} = await keys.arrive('heading', /^Order .* was sent$/);
  return /^Order (.*) was sent$/.exec(name)?.[1] ?? '';
}

/** Finds the order in the list by its number, and opens it. */
export async function findOrder(page: PortalPage, number: string, id: string): Promise<void> {
  const {visit, keys} = page;
  await visit.until(async () => !(await page.offered()).join().includes('Not sent'), 'nothing to be unsent');
  await keys.tabTo('link', 'Warehouse receipts', {back: true});
  await keys.tabTo('link', 'Purchase orders', {back: true});
  await keys.press('Enter');
  await page.arrived({title: 'Purchase orders', place: 'documents/purchase-order'});
  await keys.reach('searchbox', 'Search by number, reference or item');
  await keys.type(number);
  await page.says('1 document');
  await keys.reach('button', number);
  await keys.press('Enter');
  await page.arrived({
    title: 'Purchase order',
    role: 'group',
    label: `Purchase order ${number}`,
    place: `documents/purchase-order/${id}`,
  });
  await visit.find('heading', `Purchase order ${number}`);
}
