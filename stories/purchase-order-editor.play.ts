/** What play functions do with the editor: they wait for what is drawn, never for a time. */
import type {PurchaseOrderEditor} from '../src/widgets/purchase-order-editor/purchase-order-editor.ts';

/** The editor of a story, once its form is there. */
export async function formOf(canvas: Element): Promise<ShadowRoot> {
  const editor = await found(() => canvas.querySelector<PurchaseOrderEditor>('purchase-order-editor'));
  await found(() => editor.shadowRoot?.querySelector('[part=review]'));
  // The addresses are there, too: nothing moves any more.
  await found(() =>
    editor.shadowRoot?.querySelector('#delivery option:nth-child(2), #delivery:disabled ~ *'),
  );
  return editor.shadowRoot as ShadowRoot;
}

/** Types an item's number and a quantity into the last line. */
export async function typeLine(root: ShadowRoot, itemNumber: string, quantity: string): Promise<void> {
  const item = last<HTMLInputElement>(root, '[part=item-input]');
  item.focus();
  type(item, itemNumber);
  item.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}));
  const field = last<HTMLInputElement>(root, '[inputmode=decimal]');
  await found(() => root.activeElement === field);
  type(field, quantity);
  if (itemNumber.startsWith('NO-')) await found(() => root.querySelector('.lookup'));
  else await found(() => last(root, '[part=line]').querySelector('.item-details'));
}

/** Adds a line as Enter in the last quantity does. */
export async function addLine(root: ShadowRoot): Promise<void> {
  const count = root.querySelectorAll('[part=line]').length;
  press(root, 'add-line');
  await found(
    () => root.querySelectorAll('[part=line]').length > count && root.activeElement?.id.startsWith('item-'),
  );
}

/** Writes three lines that a buyer might order. */
export async function typeOrder(root: ShadowRoot, number = (value: string) => value): Promise<void> {
  type(field(root, 'reference'), 'PO-2026-0815');
  await typeLine(root, 'BF-10026', number('1200'));
  await addLine(root);
  await typeLine(root, 'WZ-10263', '12');
  await addLine(root);
  await typeLine(root, 'PS-10035', '20');
  const variant = await found(() => root.querySelector<HTMLSelectElement>('[id^=variant-]'));
  choose(variant, '09');
}

/** Goes to the review, and waits for the portal's totals. */
export async function review(root: ShadowRoot): Promise<void> {
  press(root, 'review');
  await found(() => root.querySelector('dialog[open] [part=totals], dialog[open] [role=alert]'));
}

/** Sends what is reviewed. */
export async function send(root: ShadowRoot): Promise<void> {
  await found(() => root.querySelector('[part=send]:not([aria-disabled])'));
  press(root, 'send');
}

/** Clicks the button of that part. */
export function press(root: ShadowRoot, part: string): void {
  root.querySelector<HTMLButtonElement>(`[part=${part}]`)?.click();
}

/** Types into a field. */
export function type(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

/** Chooses an option by its value. */
export function choose(select: HTMLSelectElement, value: string): void {
  select.value = value;
  select.dispatchEvent(new Event('change', {bubbles: true}));
}

/** A field of the order by its id. */
export function field(root: ShadowRoot, id: string): HTMLInputElement {
  return root.querySelector(`#${id}`) as HTMLInputElement;
}

/** Waits for what is drawn a moment later. */
export async function found<T>(find: () => T | null | undefined | false): Promise<T> {
  for (;;) {
    const value = find();
    if (value) return value;
    await new Promise(requestAnimationFrame);
  }
}

function last<T extends Element>(root: ShadowRoot, selector: string): T {
  return [...root.querySelectorAll<T>(selector)].at(-1) as T;
}
