import type {DraftLine} from '../src/portal/contract/index.ts';
import {
  creations,
  dialog,
  itemAt,
  mountEditor,
  newClient,
  orders,
  partOf,
  plainItems,
  portal,
  reference,
  review,
  sentNumber,
  type,
  writeOrder,
} from './purchase-order-editor-page.ts';
import {cell, cellText, editCell, fillLine, linesStacked} from './purchase-order-editor-lines-page.ts';
import {
  describe,
  descriptionOf,
  expect,
  expectNoAxeViolations,
  findByText,
  getAllByRole,
  getByLabel,
  getByRole,
  getByText,
  it,
  nextEvent,
  queryByRole,
  queryByText,
  setViewport,
  textOf,
  until,
  user,
} from './support/index.ts';

/** Orders something, as the same member has done before. */
async function orderBefore(lines: DraftLine[], externalReference?: string) {
  return newClient().documents.create(
    type,
    {lines, ...(externalReference === undefined ? {} : {externalReference}), submit: true},
    {idempotencyKey: crypto.randomUUID()},
  );
}

/** The item of an index with what the portal answers for it. */
const itemNumber = (index = 0) => itemAt(plainItems(), index).itemNumber;

/** What its first unit is called. */
const unitLabel = () => itemAt(plainItems()).units[0]?.label ?? '';

/** The group of what should be looked at once more. */
const doubts = () => until(() => getByText('Please look once more').parentElement, 'the group');

describe('purchase-order-editor: the review at 360 px', () => {
  it('gives an item the full width, and stays a table to whoever hears it', async () => {
    await setViewport({width: 360, height: 740});
    await mountEditor();
    await linesStacked();
    await writeOrder();
    await review();
    const table = getByRole('table', {name: 'Order lines', within: dialog()});
    const parts = [...table.querySelectorAll<HTMLElement>('thead, tbody, tr, th, td')];
    expect(parts.filter((part) => !part.hasAttribute('role')).map(({outerHTML}) => outerHTML)).to.deep.equal(
      [],
    );
    const headings = getAllByRole('columnheader', {within: table}).map(textOf);
    expect(headings.map((heading) => heading.replace(/ \(.*/, ''))).to.deep.equal([
      'Line number',
      'Item',
      'Quantity',
      'Unit price',
      'Amount',
    ]);
    const [, item, quantity, price, amount] = getAllByRole('cell', {within: table});
    const box = (element: HTMLElement | undefined) => element?.getBoundingClientRect() ?? new DOMRect();
    expect(box(item).width).to.be.greaterThan(240);
    expect(textOf(price ?? table)).to.match(/\d/);
    expect(box(quantity).top).to.be.greaterThan(box(item).bottom - 4);
    expect(box(amount).right).to.be.closeTo(box(table).right, 1);
    expect(document.documentElement.scrollWidth).to.be.at.most(360);
    await expectNoAxeViolations();
  });
});

describe('purchase-order-editor: the review', () => {
  it('stays when it is opened again at once after it was left', async () => {
    const editor = await mountEditor();
    await writeOrder();
    await review();
    const closed = nextEvent(dialog() as HTMLElement, 'close');
    // The browser tells of a dialog's end in a task of its own, which clicks come before.
    getByRole('button', {name: 'Back to the order'}).click();
    await editor.updateComplete;
    expect(dialog()).to.equal(undefined);
    partOf(editor, 'review')?.click();
    for (let turns = 0; turns < 100 && !dialog(); turns++) await editor.updateComplete;
    expect(dialog()).not.to.equal(undefined);
    await closed;
    await editor.updateComplete;
    expect(dialog()).not.to.equal(undefined);
  });
});

describe('purchase-order-editor: what is unusual in the review', () => {
  it('is a quantity far above the last one, with a link to that order, and stops nobody', async () => {
    const before = await orderBefore([{itemNumber: itemNumber(), quantity: '20'}]);
    await mountEditor();
    await writeOrder('400');
    const send = await review();
    const group = await doubts();
    expect(textOf(group)).to.match(
      new RegExp(
        `Line 1 \\(${itemNumber()}\\): You ordered 20 × ${unitLabel()} last time \\( ?${before.number} ?, .+\\); this is 400 × ${unitLabel()}\\.`,
      ),
    );
    expect(textOf(getByRole('table', {name: 'Order lines', within: dialog()}))).to.contain(
      `You ordered 20 × ${unitLabel()}`,
    );
    await expectNoAxeViolations();
    await user.click(send);
    await sentNumber();
    expect(creations().at(-1)?.body).to.have.nested.property('lines[0].quantity', '400');
  });

  it('is a reference that an earlier order has: the link leaves the review and keeps the order', async () => {
    const before = await orderBefore([{itemNumber: itemNumber(3), quantity: '1'}], 'Neubau 7');
    await mountEditor();
    await writeOrder();
    await user.fill(reference(), 'neubau 7');
    await review();
    const said = 'An earlier order has the same reference';
    await until(async () => textOf(await doubts()).includes(said), 'what is said of the reference');
    const opened = nextEvent(document.body, 'document-open');
    await user.click(getByRole('button', {name: before.number ?? ''}));
    const {id, documentType} = await opened;
    expect([documentType, id]).to.deep.equal([type, before.id]);
    await until(() => dialog() === undefined);
    expect(reference().value).to.equal('neubau 7');
    expect(cellText('Quantity', 1)).to.equal('3');
  });

  it('knows an order that was sent a moment ago', async () => {
    await mountEditor();
    await writeOrder();
    await user.fill(reference(), 'Neubau 8');
    const button = await review();
    expect(queryByText('Please look once more')).to.equal(undefined);
    await user.click(button);
    const number = await sentNumber();
    await user.click(getByRole('button', {name: 'Write another order'}));
    await writeOrder();
    await user.fill(reference(), 'Neubau 8');
    await review();
    // The portal warns of the reference, too, and may be first.
    await until(async () => textOf(await doubts()).includes(number), 'the link to that order');
  });

  it('is the same line twice', async () => {
    await mountEditor();
    await writeOrder('3');
    await user.click(getByRole('button', {name: 'Add line'}));
    await fillLine(2, itemNumber(), '3');
    await review();
    expect(textOf(await doubts())).to.contain(`These lines are the same: 1, 2 (${itemNumber()}).`);
  });

  it('is said in the portal’s words where it has some', async () => {
    await mountEditor();
    await writeOrder();
    await user.fill(getByLabel('Requested delivery date (optional)'), '2020-01-02');
    await review();
    await findByText('This date has passed.');
    expect(queryByText(/is in the past/, {within: dialog()})).to.equal(undefined);
  });

  it('is a date in the past, and the order can be sent all the same', async () => {
    await mountEditor();
    await writeOrder();
    await user.fill(getByLabel('Requested delivery date (optional)'), '2020-01-02');
    const send = await review();
    expect(textOf(await doubts())).to.contain('This date has passed.');
    await user.click(send);
    await sentNumber();
    expect(creations().at(-1)?.body).to.have.property('requestedDate', '2020-01-02');
  });

  it('is nothing where earlier orders cannot be read, and nobody hears of that', async () => {
    await orderBefore([{itemNumber: itemNumber(), quantity: '20'}], 'Neubau 7');
    await mountEditor();
    await writeOrder('400');
    await user.fill(reference(), 'Neubau 7');
    portal.faults.add({method: 'GET', path: /documents/, kind: 'status', status: 403, times: 99});
    let told = 0;
    document.body.addEventListener('portal-error', () => told++, {once: true});
    await review();
    await until(() => portal.requests.filter(({path}) => path === `/documents/${type}`).length >= 2);
    await user.click(getByRole('button', {name: 'Send order'}));
    await sentNumber();
    expect(told).to.equal(0);
    expect(queryByRole('alert')).to.equal(undefined);
  });

  it('asks for few documents, and for none twice', async () => {
    await mountEditor();
    await writeOrder('400');
    await review();
    const reads = () =>
      portal.requests.filter(({method, path}) => method === 'GET' && path.startsWith('/documents/'));
    await until(() => reads().length > 0);
    await user.click(getByRole('button', {name: 'Back to the order'}));
    await until(() => dialog() === undefined);
    await review();
    await user.click(getByRole('button', {name: 'Send order'}));
    await sentNumber();
    expect(reads().length).to.be.at.most(6);
    expect(orders().length).to.be.greaterThan(6);
  });
});

describe('purchase-order-editor: the lines in the review', () => {
  it('keep the portal’s warnings when the user goes back to the order', async () => {
    await mountEditor();
    const scarce = portal.data
      .items('demo-customer')
      .find(({availability, variants}) => availability?.status === 'unavailable' && !variants);
    if (!scarce) throw new Error('Everything is available');
    await fillLine(1, scarce.itemNumber, '100');
    await until(() => textOf(document.body).includes(scarce.description));
    await user.click(getByRole('button', {name: 'Review order'}));
    const said = /Not available (before|at present)/;
    await until(() => queryByRole('dialog') && getAllByRole('table', {within: dialog()}).length > 0);
    await until(() => textOf(document.body).match(/Not available (before|at present)/), 'the warning');
    await user.click(getByRole('button', {name: 'Back to the order'}));
    await until(() => dialog() === undefined);
    await until(() => said.test(descriptionOf(cell('Quantity', 1))), 'the warning at the line');
    await editCell('Quantity', 1, '101');
    await user.press('Tab');
    await until(() => !said.test(textOf(document.body)), 'that it goes');
  });
});
