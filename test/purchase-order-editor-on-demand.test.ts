/** What loads on demand does so once a page: the tests of this file are told in this order. */
import type {DraftInput} from '../src/portal/contract/index.ts';
import {
  creations,
  dialog,
  itemAt,
  mountEditor,
  partOf,
  plainItems,
  review,
  sentNumber,
} from './purchase-order-editor-page.ts';
import {cell, cellText, fillLine, focusIsIn} from './purchase-order-editor-lines-page.ts';
import {
  blockRequests,
  describe,
  expect,
  expectNoAxeViolations,
  findByText,
  focusedElement,
  getByLabel,
  getByRole,
  it,
  nextEvent,
  queryByRole,
  queryByText,
  textOf,
  until,
  user,
} from './support/index.ts';

/** The addresses of what loads on demand, however often it is asked for. */
const ON_DEMAND = '*/purchase-order-editor/on-demand.ts*';

const missing = () => queryByText(/A part of this form could not be loaded/);

describe('purchase-order-editor: what loads on demand', () => {
  it('is not asked for before the user begins', async () => {
    // Room for what follows: the modules above have filled the browser's list.
    performance.clearResourceTimings();
    await mountEditor();
    expect(asked()).to.deep.equal([]);
  });

  it('is not missed before the lines are written', async () => {
    await blockRequests(ON_DEMAND);
    const editor = await mountEditor();
    await user.fill(getByLabel('Your reference (optional)'), 'PO-4711');
    await until(() => asked().length > 0, 'that it was asked for');
    expect(textOf(partOf(editor, 'estimate') as Element)).to.contain('–');
    expect(missing()).to.equal(undefined);
  });

  it('is said where it is needed, and tried again: the input is kept', async () => {
    await blockRequests(ON_DEMAND);
    await mountEditor();
    const reference = getByLabel('Your reference (optional)');
    await user.fill(reference, 'PO-4711');
    const failed = nextEvent(document.body, 'portal-error');
    await user.click(getByRole('button', {name: 'Review order'}));
    expect((await failed).error.kind).to.equal('failed');
    await findByText('A part of this form could not be loaded. Everything you typed is kept.');
    await expectNoAxeViolations();
    expect(reference.value).to.equal('PO-4711');

    await user.click(getByRole('button', {name: 'Try again'}));
    await until(missing, 'the same again');
    expect(dialog()).to.equal(undefined);
    user.select(getByLabel<HTMLSelectElement>('Delivery address'), 'Another address…');
    await until(missing, 'the same in place of the address');
    const addresses = getByLabel<HTMLSelectElement>('Delivery address');
    user.select(addresses, addresses.options[0]?.label ?? '');

    // What is typed into the lines waits.
    const item = itemAt(plainItems());
    await user.click(cell('Item', 1));
    await user.keys(item.itemNumber);
    await user.press('Enter');
    await user.keys('3');
    await until(missing, 'the same for the lines');

    await blockRequests();
    await user.click(getByRole('button', {name: 'Try again'}));
    await until(() => cellText('Description', 1) === item.description, 'the item');
    expect(missing()).to.equal(undefined);
    expect(dialog()).to.equal(undefined);
    await focusIsIn('Quantity', 1);
    await user.keys('0');
    await user.press('Control+Enter');
    await until(dialog, 'the review');
    await until(() => !getByRole('button', {name: 'Send order'}).hasAttribute('aria-disabled'));
    await expectNoAxeViolations();
    await user.click(getByRole('button', {name: 'Send order'}));
    await sentNumber();
    const [sent] = creations().map(({body}) => body as DraftInput);
    expect(sent?.lines).to.deep.equal([{itemNumber: item.itemNumber, unitCode: 'PCS', quantity: '30'}]);
  });

  it('brings its styles with it', async () => {
    await mountEditor();
    const item = itemAt(plainItems());
    await fillLine(1, item.itemNumber, '3');
    await until(() => cellText('Description', 1) === item.description, 'the item');
    await review();
    expect(getComputedStyle(dialog() as Element).display).to.equal('flex');
  });

  it('is there for every editor of the page once it is', async () => {
    await blockRequests(ON_DEMAND);
    await mountEditor();
    user.select(getByLabel<HTMLSelectElement>('Delivery address'), 'Another address…');
    await until(() => focusedElement() === getByLabel('Company or name'));
    expect(queryByRole('alert')).to.equal(undefined);
  });
});

/** Which addresses of it were asked for. */
function asked(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({name}) => name)
    .filter((name) => name.includes('/on-demand.ts') && name.includes('purchase-order-editor'));
}
