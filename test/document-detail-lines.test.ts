import type {LineRecord} from '../mocks/data/records.ts';
import {
  asked,
  columns,
  documentLike,
  hugeOrder,
  linesTable,
  longOrder,
  mountDetail,
  portal,
  rows,
  settled,
} from './document-detail-page.ts';
import {
  describe,
  drawn,
  expect,
  expectNoAxeViolations,
  findByText,
  getByLabel,
  getByRole,
  getByText,
  heldAnswer,
  it,
  queryByLabel,
  queryByText,
  textOf,
  until,
  user,
} from './support/index.ts';

/** Requests for further lines. */
const furtherLines = () => asked().filter(({query}) => query.includes('linesCursor'));
const further = /linesCursor=/;
const box = (detail: Element) => getByRole('region', {name: 'Lines', within: detail});

/** Whether a row is in sight of the box that it scrolls in. */
function isIn(scroller: Element, row: Element): boolean {
  const [view, place] = [scroller.getBoundingClientRect(), row.getBoundingClientRect()];
  return place.bottom > view.top + 60 && place.top < view.bottom;
}

describe('lines of document-detail', () => {
  it('are all there in the end, and of very many only those in sight are drawn', async () => {
    const order = longOrder();
    const {length} = order.lines;
    const detail = await mountDetail(order);
    await findByText(`${length.toLocaleString('en')} lines`, {within: detail});
    expect(furtherLines()).to.have.length(Math.ceil(length / 500) - 1);
    expect(linesTable(detail).getAttribute('aria-rowcount')).to.equal(String(length + 1));
    expect(rows(detail).length).to.be.below(200);
    await expectNoAxeViolations(detail);
  });

  it('come into sight by scrolling, up to the last', async () => {
    const order = longOrder();
    const last = order.lines.at(-1);
    const detail = await mountDetail(order);
    await findByText(`${order.lines.length.toLocaleString('en')} lines`, {within: detail});
    box(detail).scrollIntoView();
    await until(() => {
      box(detail).scrollTop = box(detail).scrollHeight;
      return rows(detail).some((row) => row.getAttribute('aria-rowindex') === String(order.lines.length + 1));
    });
    const row = rows(detail).at(-1);
    expect(textOf(row ?? detail)).to.include(last?.itemNumber);
    expect(rows(detail).length).to.be.below(250);
  });

  it('can be searched', async () => {
    const order = longOrder();
    const wanted = order.lines.at(-1)?.itemNumber ?? '';
    const detail = await mountDetail(order);
    await findByText(`${order.lines.length.toLocaleString('en')} lines`, {within: detail});
    await user.fill(getByLabel('Find in the lines', {within: detail}), wanted.toLowerCase());
    await findByText(/^\d+ of 1,200 lines fit$/, {within: detail});
    expect(textOf(rows(detail)[0] ?? detail)).to.include(wanted);
    await user.fill(getByLabel('Find in the lines', {within: detail}), 'no such thing');
    expect(await findByText('No line fits “no such thing”.', {within: detail})).to.exist;
  });

  it('stay few in the page where there are five thousand, wherever one scrolls and whatever one searches', async () => {
    const order = hugeOrder();
    Object.assign(order.lines.at(-1) ?? {}, {note: 'The very last one'});
    const detail = await mountDetail(order);
    await findByText('5,000 lines', {within: detail});
    expect(linesTable(detail).getAttribute('aria-rowcount')).to.equal('5001');
    box(detail).scrollIntoView();
    const firstDrawn = () => Number(rows(detail)[0]?.getAttribute('aria-rowindex'));
    for (const share of [0.25, 0.9, 0.5, 0, 1]) {
      box(detail).scrollTop = (box(detail).scrollHeight - box(detail).clientHeight) * share;
      const near = 5000 * share;
      await until(() => rows(detail).some((row) => isIn(box(detail), row)), `rows near line ${near}`);
      expect(rows(detail).length).to.be.below(200);
    }
    await until(() => firstDrawn() > 4800, 'only the last lines');
    await user.fill(getByLabel('Find in the lines', {within: detail}), 'the very last one');
    await findByText('1 of 5,000 lines fit', {within: detail});
    expect(rows(detail)).to.have.length(1);
    expect(linesTable(detail).getAttribute('aria-rowcount')).to.equal('2');
  });

  it('have the columns of all of them while only some are shown', async () => {
    const order = longOrder();
    const detail = await mountDetail(order);
    await findByText('1,200 lines', {within: detail});
    const before = columns(detail);
    const plain = order.lines.find(({discount}) => discount === 0);
    expect(before).to.include('Discount');
    await user.fill(getByLabel('Find in the lines', {within: detail}), plain?.itemNumber ?? '');
    await findByText(/lines fit$/, {within: detail});
    expect(columns(detail)).to.deep.equal(before);
  });

  it('are not searched where they are few', async () => {
    const detail = await mountDetail(documentLike('purchase-order', ({lines}) => lines.length < 10));
    expect(queryByLabel('Find in the lines', {within: detail})).to.be.undefined;
  });

  it('that did not come can be asked for again', async () => {
    const order = longOrder();
    portal.faults.add({path: further, kind: 'status', status: 400});
    const detail = await mountDetail(order);
    expect(await findByText(/500 of 1,200 lines loaded\./, {within: detail})).to.exist;
    await user.click(getByRole('button', {name: 'Try again', within: detail}));
    await findByText('1,200 lines', {within: detail});
  });

  it('say how many of them are here while they come', async () => {
    const answer = heldAnswer();
    portal.faults.add({path: further, kind: 'delay', until: answer.isDue});
    const detail = await mountDetail(longOrder());
    expect(getByText('500 of 1,200 lines loaded', {within: detail})).to.exist;
    answer.send();
    await findByText('1,200 lines', {within: detail});
  });

  it('of a document that has changed meanwhile are loaded again with it', async () => {
    portal.faults.add({path: further, kind: 'status', status: 410});
    const detail = await mountDetail(longOrder());
    await findByText('1,200 lines', {within: detail});
    expect(asked().filter(({query}) => query === '')).to.have.length(2);
    expect(queryByText(/not there/, {within: detail})).to.be.undefined;
  });

  it('are not loaded again for ever', async () => {
    portal.faults.add({path: further, kind: 'status', status: 410, times: 2});
    const detail = await mountDetail(longOrder());
    expect(await findByText(/500 of 1,200 lines loaded\./, {within: detail})).to.exist;
  });

  it('show their serial numbers when asked to, and go on showing them', async () => {
    const isSerial = ({item, quantity}: LineRecord) => item?.tracking === 'serial' && quantity === 3000;
    const receipt = documentLike(
      'warehouse-receipt',
      ({posted, lines}) => posted === true && lines.filter(isSerial).length === 1,
    );
    const detail = await mountDetail(receipt);
    const summary = getByText(/^Lots and serial numbers: \d+$/, {within: detail});
    await user.click(summary);
    expect(textOf(linesTable(detail))).to.match(/Serial number VK\d+/);
    await detail.reload();
    await settled(detail);
    await drawn(detail);
    expect(getByText(/^Lots and serial numbers: \d+$/, {within: detail}).closest('details')?.open).to.be.true;
  });

  it('are given up when the element leaves the page', async () => {
    portal.faults.add({path: further, kind: 'hang'});
    const detail = await mountDetail(longOrder());
    await until(() => furtherLines().length === 1);
    const {parentElement} = detail;
    detail.remove();
    await until(() => !detail.isConnected);
    parentElement?.append(detail);
    await findByText('1,200 lines', {within: detail});
  });
});
