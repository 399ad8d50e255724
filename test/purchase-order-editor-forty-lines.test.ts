/** A whole order of forty lines, as somebody writes it before lunch: by keyboard alone, with the pointer, and on a phone. */
import type {Item} from '../src/portal/contract/index.ts';
import {
  creations,
  focusIsOn,
  itemAt,
  made,
  mountEditor,
  newClient,
  orders,
  portal,
  review,
  sentNumber,
  token,
  type,
} from './purchase-order-editor-page.ts';
import {
  cell,
  cellText,
  chooseInCell,
  editCell,
  focusIsIn,
  linesStacked,
  openCell,
} from './purchase-order-editor-lines-page.ts';
import {
  describe,
  expect,
  findByRole,
  focusedElement,
  getByRole,
  it,
  setViewport,
  until,
  user,
} from './support/index.ts';

/** A line that somebody has in mind. */
interface Wish {
  item: Item;
  /** What is typed to find the item: its number, the buyer's own, or its GTIN. */
  typed: string;
  quantity: string;
  variant?: {code: string; description: string} | undefined;
  unit?: {code: string; label: string} | undefined;
  requestedDate?: string;
  note?: string;
}

/** Forty lines: some with a variant, a larger unit, a date and a note; the items are found by each of their numbers. */
function wishes(): Wish[] {
  const items = portal.data
    .items(token)
    .filter(({orderQuantity, availability}) => !orderQuantity && availability?.status === 'available');
  const varied = items.filter(({variants}) => (variants?.length ?? 0) > 1).slice(0, 6);
  const packed = items.filter(({variants, units}) => !variants && units.length > 1).slice(0, 8);
  const plain = items.filter(({variants, units}) => !variants && units.length === 1);
  const chosen = [...varied, ...packed, ...plain].slice(0, 40);
  expect(chosen.length).to.equal(40);
  expect([varied.length, packed.length]).to.deep.equal([6, 8]);
  // Not one kind after the other.
  const mixed = chosen.map((_, index) => itemAt(chosen, (index * 7) % 40));
  return mixed.map((item, index): Wish => {
    const {itemNumber, partnerItemNumber, gtin, variants, units} = item;
    const typed = [itemNumber, partnerItemNumber, gtin][index % 3] ?? itemNumber;
    const extra =
      index % 10 === 4 ? {requestedDate: '2031-03-0' + ((index % 9) + 1), note: `Hall ${index}`} : {};
    return {
      item,
      typed,
      quantity: String(index + 2),
      variant: variants?.[1],
      unit: packed.includes(item) ? units[1] : undefined,
      ...extra,
    };
  });
}

/** What the portal has made of the order that was sent last, read from it anew. */
async function madeLines(): Promise<object[]> {
  const {document} = await newClient().documents.get(type, orders().at(-1)?.id ?? '');
  return (document.lines ?? []).map(({itemNumber, variantCode, quantity, unit, requestedDate, note}) =>
    sparse({itemNumber, variantCode, quantity: Number(quantity), unitCode: unit?.code, requestedDate, note}),
  );
}

function wanted(lines: readonly Wish[]): object[] {
  return lines.map(({item, variant, unit, quantity, requestedDate, note}) =>
    sparse({
      itemNumber: item.itemNumber,
      variantCode: variant?.code,
      quantity: Number(quantity),
      unitCode: (unit ?? item.units[0])?.code,
      requestedDate,
      note,
    }),
  );
}

function sparse(line: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(line).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** Compares what the portal has with what was wanted, line by line. */
async function expectOrder(lines: readonly Wish[]): Promise<void> {
  await sentNumber();
  expect(made()).to.equal(1);
  expect(creations()).to.have.length(1);
  expect(creations()[0]?.body).to.have.property('lines').with.length(40);
  expect(await madeLines()).to.deep.equal(wanted(lines));
}

/** Presses a key until it is so. */
async function pressUntil(key: string, isSo: () => boolean | undefined, what: string): Promise<void> {
  for (let times = 0; times < 60 && !isSo(); times++) await user.press(key);
  if (!isSo()) throw new Error(`No ${key} led to ${what}`);
}

/** Chooses in the select of a cell that has the focus, with the keys that it knows by itself. */
async function chooseByKey(label: string): Promise<void> {
  await user.keys(label.slice(0, 1));
  const select = await until(() => focusedElement() as HTMLSelectElement | undefined);
  const isChosen = () => select.selectedOptions[0]?.label === label;
  const down = select.selectedIndex < [...select.options].findIndex((option) => option.label === label);
  await pressUntil(down ? 'ArrowDown' : 'ArrowUp', isChosen, label);
}

describe('purchase-order-editor: forty lines', () => {
  it(
    'are written, reviewed and sent by keyboard alone',
    async () => {
      const lines = wishes();
      await mountEditor();
      await user.press('Tab');
      await focusIsOn('Your reference (optional)');
      await user.keys('Forty by key');
      await pressUntil('Tab', () => cell('Item', 1).contains(focusedElement() ?? null), 'the grid');
      for (const [index, wish] of lines.entries()) {
        const number = index + 1;
        await user.keys(wish.typed);
        if (wish.variant) {
          await findByRole('option', {name: new RegExp(wish.item.itemNumber)});
          await user.press('Enter');
          await focusIsIn('Variant', number);
          await chooseByKey(wish.variant.description);
          await user.press('Enter');
        } else await user.press('Enter');
        await focusIsIn('Quantity', number);
        if (wish.unit) {
          await until(() => cellText('Unit', number) !== '', 'the unit');
          await user.press('ArrowLeft');
          await focusIsIn('Unit', number);
          await chooseByKey(wish.unit.label);
          await user.press('Tab');
          await focusIsIn('Quantity', number);
        }
        await user.keys(wish.quantity);
        if (wish.requestedDate && wish.note) {
          await user.press('Tab');
          await user.keys(wish.requestedDate);
          await user.press('Tab');
          await user.keys(wish.note);
        }
        if (number === 40) break;
        await user.press('Enter');
        await focusIsIn('Item', number + 1);
      }
      await user.press('Control+Enter');
      const button = await findByRole('button', {name: 'Send order'});
      await until(() => !button.hasAttribute('aria-disabled'), 'the portal’s totals');
      await pressUntil('Tab', () => focusedElement() === button, 'the button');
      await user.press('Enter');
      await expectOrder(lines);
    },
    {ms: 120_000},
  );

  it(
    'are written, reviewed and sent with the pointer',
    async () => {
      const lines = wishes();
      await mountEditor();
      for (const [index, wish] of lines.entries()) {
        const number = index + 1;
        if (index > 0) {
          await user.click(getByRole('button', {name: 'Add line'}));
          await focusIsIn('Item', number);
        }
        await editCell('Item', number, wish.typed);
        // Some from the list, some by going on with the next cell.
        if (index % 4 === 0 || wish.variant) {
          await user.click(await findByRole('option', {name: new RegExp(wish.item.itemNumber)}));
        } else await user.press('Escape');
        await fillRest(wish, number);
      }
      await user.click(await review());
      await expectOrder(lines);
    },
    {ms: 120_000},
  );

  it(
    'are written, reviewed and sent at 360 px',
    async () => {
      await setViewport({width: 360, height: 740});
      const lines = wishes();
      await mountEditor();
      await linesStacked();
      for (const [index, wish] of lines.entries()) {
        const number = index + 1;
        if (index > 0) {
          await user.click(getByRole('button', {name: 'Add line'}));
          await focusIsIn('Item', number);
        }
        await editCell('Item', number, wish.typed);
        if (index % 4 === 0) {
          await user.click(await findByRole('option', {name: new RegExp(wish.item.itemNumber)}));
        } else await user.press('Tab');
        await fillRest(wish, number);
      }
      expect(document.documentElement.scrollWidth).to.be.at.most(360);
      await user.click(await review());
      await expectOrder(lines);
    },
    {ms: 120_000},
  );
});

/** Fills in what a line needs besides its item. */
async function fillRest({variant, unit, quantity, requestedDate, note}: Wish, number: number): Promise<void> {
  await editCell('Quantity', number, quantity);
  if (variant) await chooseWhenKnown('Variant', number, variant.description);
  if (unit) await chooseWhenKnown('Unit', number, unit.label);
  if (requestedDate) await editCell('Wanted on', number, requestedDate);
  if (note) await editCell('Note', number, note);
}

/** There is a choice once the portal has said which item it is. */
async function chooseWhenKnown(column: string, number: number, label: string): Promise<void> {
  await until(() => cell(column, number).getAttribute('aria-readonly') !== 'true', `a choice of ${column}`);
  await openCell<HTMLSelectElement>(column, number);
  await chooseInCell(column, number, label);
}
