/** What play functions do with the editor: they wait for what is drawn, never for a time. */
import type {PurchaseOrderEditor} from '../src/widgets/purchase-order-editor/purchase-order-editor.ts';
import {found} from './found.ts';

/** A column of the grid that one can type into, as its cells and inputs are named. */
export type TypedColumn = 'item' | 'variant' | 'unit' | 'quantity' | 'requestedDate' | 'note';

/** The editor of a story, once its form is there. */
export async function formOf(canvas: Element): Promise<ShadowRoot> {
  const editor = await found(() => canvas.querySelector<PurchaseOrderEditor>('purchase-order-editor'));
  await found(() => editor.shadowRoot?.querySelector('[part=review]'));
  // The addresses are there, too, and the fieldsets of a narrow place: nothing moves any more.
  await found(() =>
    editor.shadowRoot?.querySelector('#delivery option:nth-child(2), #delivery:disabled ~ *'),
  );
  await found(() => editor.shadowRoot?.querySelector('[part=lines]'));
  return editor.shadowRoot as ShadowRoot;
}

/** Types an item's number and a quantity into the last line. */
export async function typeLine(root: ShadowRoot, itemNumber: string, quantity: string): Promise<void> {
  await edit(root, 'item', itemNumber);
  key(root, 'Enter');
  await found(() => root.activeElement?.id.includes('quantity-'));
  await edit(root, 'quantity', quantity);
  const line = () => last(root, '[part=line]');
  if (isNarrow(root)) {
    await found(() => line().querySelector('.item-details, .lookup'));
    return;
  }
  key(root, 'Tab');
  await found(
    () => line().querySelector('.marks') ?? line().querySelector('.description')?.textContent?.trim(),
  );
}

/** Puts a text into a cell of a line, by default of the last one, and stays in its input. */
export async function edit(
  root: ShadowRoot,
  column: TypedColumn,
  text: string,
  line: Element = last(root, '[part=line]'),
): Promise<HTMLInputElement | HTMLSelectElement> {
  const input = await open(root, column, line);
  if (input instanceof HTMLSelectElement) choose(input, text);
  else type(input, text);
  return input;
}

/** Begins to edit a cell: F2 does in the grid; in a narrow place its input is there. */
export async function open(
  root: ShadowRoot,
  column: TypedColumn,
  line: Element,
): Promise<HTMLInputElement | HTMLSelectElement> {
  const id = `${column}-${lineKey(line)}`;
  const find = () => root.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`);
  if (!isNarrow(root)) {
    cell(root, column, line).focus();
    key(root, 'F2');
  }
  const input = await found(find);
  input.focus();
  return input;
}

/** A cell of the grid. */
export function cell(root: ShadowRoot, column: TypedColumn, line: Element): HTMLElement {
  return root.querySelector(`#cell-${column}-${lineKey(line)}`) as HTMLElement;
}

/** The line of that index, from 0. */
export function lineAt(root: ShadowRoot, index: number): Element {
  return root.querySelectorAll('[part=line]')[index] as Element;
}

/** Presses a key where the focus is. */
export function key(root: ShadowRoot, name: string, modifiers: KeyboardEventInit = {}): void {
  root.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', {key: name, bubbles: true, cancelable: true, composed: true, ...modifiers}),
  );
}

/** Adds a line with the button. */
export async function addLine(root: ShadowRoot): Promise<void> {
  const count = root.querySelectorAll('[part=line]').length;
  press(root, 'add-line');
  await found(
    () => root.querySelectorAll('[part=line]').length > count && root.activeElement?.id.includes('item-'),
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
  await edit(root, 'variant', '09');
  if (!isNarrow(root)) key(root, 'Tab');
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

/** Whether the lines are fieldsets. */
export function isNarrow(root: ShadowRoot): boolean {
  return root.querySelector('[role=grid]') === null;
}

function lineKey(line: Element): string {
  const input = line.querySelector('[part=item-input]')?.id.replace('item-', '');
  return line.getAttribute('data-key') ?? input ?? '';
}

function last<T extends Element>(root: ShadowRoot, selector: string): T {
  return [...root.querySelectorAll<T>(selector)].at(-1) as T;
}
