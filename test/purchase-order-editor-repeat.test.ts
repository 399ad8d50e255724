import type {DocumentRecord} from '../mocks/data/records.ts';
import {
  creations,
  keptDrafts,
  mountEditor,
  newClient,
  orders,
  partOf,
  plainItems,
  portal,
  review,
  sentNumber,
  token,
  type,
} from './purchase-order-editor-page.ts';
import {
  describe,
  descriptionOf,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  focusedElement,
  getAllByRole,
  getByLabel,
  getByRole,
  getByText,
  it,
  queryByRole,
  queryByText,
  setViewport,
  textOf,
  until,
  user,
} from './support/index.ts';

/** An earlier order of the member that fits. */
function orderWith(fits: (order: DocumentRecord) => boolean): DocumentRecord {
  const found = orders().findLast((each) => each.number !== null && each.lines.length <= 12 && fits(each));
  if (!found) throw new Error('There is no such order');
  return found;
}

const isClosed = ({state}: DocumentRecord) => state === 'closed';
const isPlain = ({lines}: DocumentRecord) =>
  lines.every(({item}) => item && !item.blocked && item.status === 'available');
/** An order of several lines, one of which cannot be ordered any more. */
const withBlocked = () =>
  orderWith(
    ({state, lines}) =>
      state === 'closed' &&
      lines.length > 2 &&
      lines.filter(({item}) => item?.blocked && item.successor === undefined).length === 1 &&
      lines.every(({item}) => item?.status !== 'discontinued'),
  );

const title = (order: DocumentRecord) =>
  findByRole('heading', {name: new RegExp(`^Repeat order ${order.number} of `)});
const take = () => getByRole('button', {name: /^Take .+ into the order$/});

/** Writes a note into the order, so that it is kept on the device. */
async function writeUnfinished(): Promise<void> {
  const editor = await mountEditor();
  await user.fill(getByLabel('Note (optional)'), 'Unfinished');
  await until(async () => (await keptDrafts()).length === 1, 'the draft on the device');
  editor.remove();
}

describe('purchase-order-editor: repeating an order', () => {
  it('shows what the portal proposes beside the order of then, and creates nothing', async () => {
    const order = orderWith((each) => isClosed(each) && isPlain(each) && each.lines.length > 2);
    await mountEditor({repeatOf: order.id}, {ready: false});
    const heading = await title(order);
    await until(() => focusedElement() === heading, 'the focus on the heading');
    const table = getByRole('table', {name: 'Order lines'});
    for (const column of ['Price then (EUR)', 'Price now (EUR)', 'Amount then (EUR)', 'Amount now (EUR)']) {
      getByRole('columnheader', {name: column, within: table});
    }
    expect(getAllByRole('checkbox', {within: table})).to.have.length(order.lines.length);
    for (const {item} of order.lines) expect(textOf(table)).to.contain(item?.description ?? '');
    getByText('Then, before VAT');
    getByText('Now, before VAT');
    await expectNoAxeViolations();
    expect(creations()).to.have.length(0);
    expect(await keptDrafts()).to.deep.equal([]);
  });

  it('takes the lines that are picked into a new order, which is sent as a repeat', async () => {
    const order = orderWith((each) => isClosed(each) && isPlain(each) && each.lines.length > 2);
    await mountEditor({repeatOf: order.id}, {ready: false});
    await title(order);
    const [first] = getAllByRole('checkbox');
    await user.click(first as HTMLElement);
    await findByText(`${order.lines.length - 1} of ${order.lines.length} lines picked`);
    getByText('Now, before VAT (estimate)');
    await user.click(take());
    const second = order.lines[1]?.itemNumber ?? '';
    await until(
      () => textOf(getAllByRole('row')[1] ?? document.body).startsWith(`1 ${second} `),
      'the second line first',
    );
    await user.click(await review());
    await sentNumber();
    const body = creations()[0]?.body as {lines: {itemNumber: string}[]; origin: object};
    expect(body.lines.map(({itemNumber}) => itemNumber)).to.deep.equal(
      order.lines.slice(1).map(({itemNumber}) => itemNumber),
    );
    expect(body.origin).to.deep.equal({kind: 'repeat', documentId: order.id});
  });

  it('shows what cannot be ordered any more with its reason, and does not offer it', async () => {
    const order = withBlocked();
    await mountEditor({repeatOf: order.id}, {ready: false});
    await title(order);
    expect(getAllByRole('checkbox')).to.have.length(order.lines.length - 1);
    getByText('Cannot be ordered');
    getByText(/can no longer be ordered and was left out/);
    await expectNoAxeViolations();
  });

  it('shows the item that takes the place of another, and a price that has changed', async () => {
    const order = orderWith(({lines}) => lines.some(({item}) => item?.successor !== undefined));
    const former = order.lines.find(({item}) => item?.successor !== undefined);
    await mountEditor({repeatOf: order.id}, {ready: false});
    await title(order);
    const box = getByRole('checkbox', {name: new RegExp(`^${former?.item?.successor} `)});
    expect(descriptionOf(box)).to.contain(`${former?.itemNumber} is sold no more`);
  });

  it('says by how much a price went up, in words', async () => {
    const old = orderWith(({lines, date}) => date < portal.data.world.today - 800 && lines.length > 1);
    await mountEditor({repeatOf: old.id}, {ready: false});
    await title(old);
    await until(() => /\d % more/.test(textOf(getByRole('table'))), 'a difference');
  });

  it('picks all and none', async () => {
    const order = withBlocked();
    await mountEditor({repeatOf: order.id}, {ready: false});
    await title(order);
    await user.click(getByRole('button', {name: 'Pick none'}));
    const none = await findByRole('button', {name: 'No line is picked'});
    expect(none.getAttribute('aria-disabled')).to.equal('true');
    await user.click(none);
    expect(queryByRole('heading', {name: /^Repeat order/})).not.to.equal(undefined);
    await user.click(getByRole('button', {name: 'Pick all'}));
    await findByText(`${order.lines.length - 1} of ${order.lines.length} lines picked`);
  });

  it('keeps the unfinished order on the device, and says so', async () => {
    await writeUnfinished();
    const order = orderWith((each) => isClosed(each) && isPlain(each));
    await mountEditor({repeatOf: order.id}, {ready: false});
    await title(order);
    await user.click(take());
    await findByText(/^Your unfinished order of .+ is kept on this device\.$/);
    expect(getByLabel('Note (optional)').value).not.to.equal('Unfinished');
    await until(async () => (await keptDrafts()).length === 2, 'both on the device');
    expect((await keptDrafts()).map(({draft}) => draft.note)).to.include('Unfinished');
    await expectNoAxeViolations();
  });

  it('goes back to the order that was being written when it is cancelled', async () => {
    await writeUnfinished();
    const order = orderWith((each) => isClosed(each) && isPlain(each));
    await mountEditor({repeatOf: order.id}, {ready: false});
    await title(order);
    await user.click(getByRole('button', {name: 'Cancel'}));
    await until(() => getByLabel('Note (optional)').value === 'Unfinished');
    expect(await keptDrafts()).to.have.length(1);
  });

  it('goes on with an unfinished repeat of the same order, unless the user begins anew', async () => {
    const order = orderWith((each) => isClosed(each) && isPlain(each));
    const editor = await mountEditor({repeatOf: order.id}, {ready: false});
    await title(order);
    await user.click(take());
    await until(() => partOf(editor, 'review'), 'the form');
    await user.fill(getByLabel('Note (optional)'), 'Half done');
    await until(async () => (await keptDrafts())[0]?.draft.note === 'Half done', 'the draft on the device');
    editor.remove();
    await mountEditor({repeatOf: order.id});
    await findByText('Your unfinished repeat of this order is back.');
    expect(getByLabel('Note (optional)').value).to.equal('Half done');
    await user.click(getByRole('button', {name: 'Begin anew'}));
    await title(order);
    await user.click(take());
    await findByText(/is kept on this device/);
    expect(getByLabel('Note (optional)').value).not.to.equal('Half done');
  });

  it('changes with the order that it is told to repeat, and ends without one', async () => {
    const [first, second] = orders()
      .filter((each) => isClosed(each) && isPlain(each))
      .slice(-2) as [DocumentRecord, DocumentRecord];
    const editor = await mountEditor({repeatOf: first.id}, {ready: false});
    await title(first);
    editor.repeatOf = second.id;
    await title(second);
    editor.repeatOf = undefined;
    await until(() => partOf(editor, 'review'), 'the form');
    expect(queryByRole('heading', {name: /^Repeat order/})).to.equal(undefined);
  });

  it('says that nothing of an order can be ordered, and makes no empty order of it', async () => {
    const [item] = plainItems();
    const order = await newClient().documents.create(
      type,
      {lines: [{itemNumber: item?.itemNumber ?? '', quantity: '1'}], submit: true},
      {idempotencyKey: crypto.randomUUID()},
    );
    const record = orders().find(({id}) => id === order.id)?.lines[0]?.item;
    if (!record) throw new Error('The item is not in the book');
    record.blocked = true;
    try {
      await mountEditor({repeatOf: order.id}, {ready: false});
      await findByText(`Nothing of order ${order.number} can be ordered today.`);
      expect(queryByRole('button', {name: /^Take/})).to.equal(undefined);
      await expectNoAxeViolations();
      await user.click(getByRole('button', {name: 'Go to the order form'}));
      await findByRole('button', {name: 'Review order'});
    } finally {
      record.blocked = false;
    }
  });

  it('says that the order does not exist, and that it must not be repeated', async () => {
    await mountEditor({repeatOf: 'no-such-order'}, {ready: false});
    await findByText('The order to be repeated does not exist, or not any more.');
    await expectNoAxeViolations();
    const draft = portal.data.documents(token, type).find(({state}) => state === 'draft');
    await mountEditor({repeatOf: draft?.id ?? ''}, {ready: false});
    await findByText('You are not allowed to repeat this order.');
  });

  it('offers to try again where it could not be loaded', async () => {
    const order = orderWith((each) => isClosed(each) && isPlain(each));
    portal.faults.add({
      method: 'GET',
      path: `/documents/${type}/${order.id}`,
      kind: 'status',
      status: 500,
      times: 3,
    });
    await mountEditor({repeatOf: order.id}, {ready: false});
    await user.click(await findByRole('button', {name: 'Try again'}));
    await title(order);
  });

  it('shows the catalogue’s prices where the portal does not calculate, and calls them so', async () => {
    const order = orderWith((each) => isClosed(each) && isPlain(each));
    portal.faults.add({method: 'POST', path: '/calculations', kind: 'status', status: 403, times: 9});
    await mountEditor({repeatOf: order.id}, {ready: false});
    await title(order);
    getByText('The prices of today could not be calculated. Those of the catalogue are shown.');
    getByText('Now, before VAT (estimate)');
  });

  it('shows no prices to who may not see any', async () => {
    const order = orderWith((each) => isClosed(each) && isPlain(each));
    await mountEditor({repeatOf: order.id, scenario: 'no-prices'}, {ready: false});
    await title(order);
    expect(queryByText(/Price then|before VAT/)).to.equal(undefined);
  });

  it('has all lines of a long order', async () => {
    const order = orders().find(({lines}) => lines.length > 1000);
    if (!order) throw new Error('There is no long order');
    await mountEditor({repeatOf: order.id}, {ready: false});
    await title(order);
    expect(getAllByRole('row').length).to.equal(order.lines.length + 1);
  });

  it('has cards in a narrow place, and works by keyboard', async () => {
    const order = withBlocked();
    await setViewport({width: 360, height: 720});
    await mountEditor({repeatOf: order.id}, {ready: false});
    await title(order);
    expect(queryByRole('table')).to.equal(undefined);
    getByRole('list', {name: 'Order lines'});
    expect(document.documentElement.scrollWidth).to.be.at.most(360);
    const [first] = getAllByRole('checkbox');
    first?.focus();
    await user.press('Space');
    await findByText(`${order.lines.length - 2} of ${order.lines.length} lines picked`);
    expect(focusedElement()).to.equal(first);
    await expectNoAxeViolations();
  });
});
