/** What play functions do with an upload: files are made here, and what is drawn is waited for, never a time. */
import type {OrderUpload} from '../src/widgets/order-upload/order-upload.ts';
import {found} from './found.ts';

const HEADERS = 'Your reference,Requested date,Item number,Variant,Quantity,Unit,Note';
const DAY = 24 * 60 * 60 * 1000;

/** A day from now on, as a spreadsheet may write it. */
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** Rows of two orders that are as they should be. */
export const good = [
  `PO-4711,${inDays(21)},BF-10026,,1200,,Box 1`,
  `PO-4711,${inDays(21)},WZ-10263,,12,,`,
  `PO-4711,${inDays(21)},PS-10035,09,20,,Size 9`,
  `PO-4712,${inDays(35)},BF-10032,,2500,,`,
  `PO-4712,${inDays(35)},BF-10038,,500,,Site office`,
];

/** What happens to a file in two weeks of work in a spreadsheet. */
export const mixed = [
  ...good,
  `PO-4712,${inDays(35)},NO-SUCH-ITEM,,3,,As discussed`,
  `PO-4712,${inDays(35)},BF-10026,,-4,,`,
  `PO-4712,${inDays(35)},BF-10043,,#N/A,,`,
  `PO-4712,someday,BF-10049,,200,,`,
  `PO-4712,${inDays(35)},8.71E+12,,10,,`,
  `PO-4711,${inDays(21)},PS-10035,,30,,`,
  `PO-4711,${inDays(21)},BF-10050,,20,,`,
  `PO-4711,${inDays(21)},WZ-10263,,6,,`,
];

/** The upload of a story, once a file can be chosen, or what is in the place of that. */
export async function uploadOf(canvas: ParentNode): Promise<ShadowRoot> {
  const upload = await found(() => canvas.querySelector<OrderUpload>('order-upload'));
  await found(() => upload.shadowRoot?.querySelector('input[type=file]'));
  await found(() => upload.shadowRoot?.querySelector('[part=template]'));
  return upload.shadowRoot as ShadowRoot;
}

/** Chooses a file, as the browser's dialog does. */
export function chooseFile(root: ShadowRoot, content: BlobPart, name = 'Orders.csv'): void {
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], name));
  const input = root.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', {bubbles: true}));
}

/** Rows of the template as a CSV file. */
export function csv(rows: readonly string[], headers = HEADERS): string {
  return [headers, ...rows].join('\r\n');
}

/** Uploads rows of the template, and waits until their items are known. */
export async function uploadRows(canvas: ParentNode, rows: readonly string[]): Promise<ShadowRoot> {
  const root = await uploadOf(canvas);
  chooseFile(root, csv(rows));
  await known(root);
  return root;
}

/** Waits until rows are there and no item is being looked up. */
export async function known(root: ShadowRoot): Promise<void> {
  await found(() => root.querySelector('[part=take]') && !root.querySelector('progress'));
}

/** Uploads orders, and waits for the portal's totals of them. */
export async function reviewOrders(canvas: ParentNode, rows: readonly string[]): Promise<ShadowRoot> {
  const root = await uploadRows(canvas, rows);
  root.querySelector<HTMLButtonElement>('[part=take] .primary')?.click();
  await found(() => root.querySelector('[part=order]'));
  await found(() => [...root.querySelectorAll('.order-total')].every((total) => total.textContent?.trim()));
  return root;
}

/** Sends the orders, and waits until none is under way. */
export async function sendOrders(root: ShadowRoot): Promise<void> {
  root.querySelector<HTMLButtonElement>('[part=send]')?.click();
  await found(
    () => root.querySelector('[part=order]:is(.saved, .failed)') && !root.querySelector('progress'),
  );
}

/** Leaves the rows for another file. */
export async function leaveRows(root: ShadowRoot): Promise<void> {
  buttonOf(root, 'Another file')?.click();
  await found(() => root.querySelector('input[type=file]'));
}

/** Goes from the orders back to the rows. */
export async function backToRows(root: ShadowRoot): Promise<void> {
  buttonOf(root, 'Back to the rows')?.click();
  await found(() => root.querySelector('[part=rows]'));
}

function buttonOf(root: ShadowRoot, name: string): HTMLButtonElement | undefined {
  return [...root.querySelectorAll('button')].find((button) => button.textContent?.trim() === name);
}
