/** The lines of an order as a person writes them, in the grid or below each other: for the tests of purchase-order-editor. */
import {focusedElement, getByLabel, getByRole, queryByRole, textOf, until, user} from './support/index.ts';

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

/** How many lines the grid has, drawn or not. */
export function lineCount(): number {
  return Number(lineGrid()?.getAttribute('aria-rowcount')) - 1;
}

/** Waits until the lines stand below each other, as they do where there is little room. */
export async function linesStacked(): Promise<void> {
  await until(() => queryByRole('group', {name: /^\p{L}+ 1$/u}), 'lines below each other');
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

/** Pastes rows of a spreadsheet where the focus is. */
export function pasteRows(rows: readonly (readonly string[])[]): void {
  const text = rows.map((row) => row.join('\t')).join('\r\n');
  user.paste({'text/plain': text, 'text/html': '<b>other</b>'});
}

/** Pastes lines with an item, a quantity and a note each, from the first line on, and waits until their items are known. */
export async function pasteLines(
  lines: readonly (readonly [item: string, quantity: string, note: string])[],
): Promise<void> {
  await goToCell('Item', 1);
  pasteRows([['Item', 'Quantity', 'Note'], ...lines]);
  await until(() => lineCount() === lines.length, 'the lines');
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
