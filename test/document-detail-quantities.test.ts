import type {DocumentRecord} from '../mocks/data/records.ts';
import {formatDay} from '../src/locales/formats.ts';
import type {DocumentDetail} from '../src/widgets/document-detail/document-detail.ts';
import {answerOf, answerWith, followers, mountDetail, order, portal} from './document-detail-chain-page.ts';
import {
  describe,
  drawn,
  expect,
  expectNoAxeViolations,
  findByRole,
  focusedElement,
  getAllByRole,
  getByRole,
  heldAnswer,
  it,
  nextEvent,
  nextPrint,
  queryByRole,
  textOf,
  until,
  user,
} from './support/index.ts';

const show = 'Show quantities by line';
const rows = (within: Element, name: string | RegExp) =>
  getAllByRole('row', {within: getByRole('table', {name, within})}).slice(1);
const cellsOf = (row: Element) => getAllByRole('cell', {within: row}).map(textOf);

const columnsOf = (within: Element, name: string) =>
  getAllByRole('columnheader', {within: getByRole('table', {name, within})}).map(textOf);

/** An order with more lines than one answer has. */
function longOrder(): DocumentRecord {
  const found = portal.data
    .documents('demo-customer', 'purchase-order')
    .find(({lines}) => lines.length > 1000);
  if (!found) throw new Error('There is no long order');
  return found;
}

/** A receipt that follows from another order than it does. */
async function mountReceiptOf({id, number}: DocumentRecord): Promise<DocumentDetail> {
  const [receipt] = followers(order(), 'receipt');
  if (!receipt) throw new Error('There is no receipt');
  const answer = await answerOf(receipt);
  const related = answer.related.map((one) =>
    one.rel === 'order' ? {...one, id, number: number ?? ''} : one,
  );
  answerWith({...answer, related});
  return mountDetail(receipt);
}

describe('document-detail: quantities by line', () => {
  it('are those of the order itself, with what is outstanding and what is too much in words', async () => {
    const whole = order();
    const detail = await mountDetail(whole);
    const {lines} = await answerOf(whole);
    const shown = rows(detail, 'Quantities by line');
    expect(shown).to.have.length(lines.length);
    for (const [index, {quantity, unit, received = '0', invoiced, returned}] of lines.entries()) {
      const difference = Number(received) - Number(quantity);
      const words =
        difference === 0
          ? 'Complete'
          : difference > 0
            ? `${difference} too many`
            : `${-difference} outstanding`;
      const row = shown[index];
      expect(row && cellsOf(row)).to.deep.equal([
        `${quantity} ${unit.label}`,
        `${received} ${words}`,
        invoiced,
        returned,
      ]);
    }
    await expectNoAxeViolations(detail);
  });

  it('draw what has come as long as its share of what was ordered', async () => {
    const detail = await mountDetail(order());
    const [complete, , partial, over] = rows(detail, 'Quantities by line').map((row) => {
      const bar = getAllByRole('cell', {within: row})[1]?.querySelector('svg[width]');
      const width = (name: string) => bar?.querySelector(`.${name}`)?.getBoundingClientRect().width ?? 0;
      return {frame: width('frame-of'), fill: width('fill'), excess: width('excess')};
    });
    if (!complete || !partial || !over) throw new Error('There are no bars');
    expect(complete.fill).to.be.closeTo(complete.frame, 1);
    expect(partial.fill / partial.frame).to.be.closeTo(8 / 12, 0.02);
    expect(over.excess / over.frame).to.be.closeTo(2 / 12, 0.02);
  });

  it('are loaded from the order where the document has none, once somebody asks', async () => {
    const whole = order();
    const [receipt] = followers(whole, 'receipt');
    if (!receipt) throw new Error('There is no receipt');
    const detail = await mountDetail(receipt);
    const asked = () => portal.requests.filter(({path}) => path.endsWith(`/${whole.id}`)).length;
    expect(asked()).to.equal(0);
    await user.click(getByRole('button', {name: show, within: detail}));
    await findByRole('table', {name: `Quantities by line of ${whole.number}`, within: detail});
    expect(rows(detail, /Quantities/)).to.have.length(whole.lines.length);
    expect(asked()).to.equal(1);
    await until(() => textOf(focusedElement() ?? detail) === `Quantities by line of ${whole.number}`);
    await expectNoAxeViolations(detail);
  });

  it('say where they could not be loaded, and try again', async () => {
    const whole = order();
    const [receipt] = followers(whole, 'receipt');
    if (!receipt) throw new Error('There is no receipt');
    const detail = await mountDetail(receipt);
    portal.faults.add({path: new RegExp(`/${whole.id}$`), kind: 'status', status: 400, times: 1});
    await user.click(getByRole('button', {name: show, within: detail}));
    await user.click(await findByRole('button', {name: 'Try again', within: detail}));
    await findByRole('table', {name: /Quantities by line of/, within: detail});
  });

  it('are told once: by the drawing where lines are few, by columns of the lines where they are many', async () => {
    const progress = ['Received', 'Invoiced', 'Returned'];
    const detail = await mountDetail(order());
    expect(columnsOf(detail, 'Quantities by line')).to.include.members(progress);
    expect(columnsOf(detail, 'Lines')).not.to.include.members([...progress, 'Outstanding']);
    const long = await mountDetail(longOrder());
    expect(columnsOf(long, 'Lines')).to.include.members(['Received', 'Invoiced']);
    expect(queryByRole('table', {name: 'Quantities by line', within: long})).to.be.undefined;
    expect(queryByRole('button', {name: show, within: long})).to.be.undefined;
  });

  it('stand on paper as columns of the lines, with the numbers of the chain below them', async () => {
    const whole = order();
    const detail = await mountDetail(whole);
    const opened = nextPrint();
    await user.click(getByRole('button', {name: 'Print', within: detail}));
    const {content, close} = await opened;
    const headers = [...content.querySelectorAll('table.lines thead th')].map(textOf);
    expect(headers).to.include.members(['Received', 'Outstanding', 'Invoiced', 'Returned']);
    const {related} = await answerOf(whole);
    const facts = [...content.querySelectorAll('dd')].map(textOf).join();
    for (const {number} of related) expect(facts).to.include(number);
    close();
  });

  it('of a long order come by portions, up to the last line', async () => {
    const long = longOrder();
    const whole = await answerOf(long);
    const lines = whole.lines.slice(0, 130);
    const answer = {...whole, lineCount: 130};
    const detail = await mountReceiptOf(long);
    answerWith({...answer, lines: lines.slice(0, 70), linesNext: 'further'});
    const body = {...answer, lines: lines.slice(70), linesNext: null};
    portal.faults.add({path: /linesCursor=further/, kind: 'status', status: 200, body});
    await user.click(getByRole('button', {name: show, within: detail}));
    await findByRole('table', {name: /Quantities by line of/, within: detail});
    expect(rows(detail, /Quantities/)).to.have.length(50);
    await until(() => textOf(detail).includes('50 of 130 lines'));
    getByRole('button', {name: 'Show more lines', within: detail}).focus();
    for (const shown of [100, 130]) {
      await user.press('Enter');
      await until(() => rows(detail, /Quantities/).length === shown);
    }
    expect(textOf(rows(detail, /Quantities/).at(-1) ?? detail)).to.include(lines.at(-1)?.itemNumber);
    expect(queryByRole('button', {name: 'Show more lines', within: detail})).to.be.undefined;
  });

  it('of a long order keep the button that shows more while further lines are on their way', async () => {
    const long = longOrder();
    const whole = await answerOf(long);
    const detail = await mountReceiptOf(long);
    answerWith({...whole, lineCount: 150, lines: whole.lines.slice(0, 70), linesNext: 'further'});
    const held = heldAnswer();
    portal.faults.add({path: /linesCursor=further/, kind: 'delay', until: held.isDue});
    const body = {...whole, lineCount: 150, lines: whole.lines.slice(70, 150), linesNext: null};
    portal.faults.add({path: /linesCursor=further/, kind: 'status', status: 200, body});
    await user.click(getByRole('button', {name: show, within: detail}));
    const more = await findByRole('button', {name: 'Show more lines', within: detail});
    more.focus();
    for (const shown of ['70 of 150 lines', '70 of 150 lines']) {
      await user.press('Enter');
      await drawn(detail);
      expect(textOf(detail)).to.include(shown);
      expect(focusedElement()).to.equal(more);
    }
    held.send();
    await until(() => rows(detail, /Quantities/).length === 150);
  });

  it('of a long order say where further lines did not come, and try again', async () => {
    const detail = await mountReceiptOf(longOrder());
    portal.faults.add({path: /linesCursor=/, kind: 'status', status: 400});
    await user.click(getByRole('button', {name: show, within: detail}));
    await user.click(await findByRole('button', {name: 'Try again', within: detail}));
    await until(() => portal.requests.filter(({query}) => query.includes('linesCursor')).length === 3);
    await until(() => queryByRole('button', {name: 'Try again', within: detail}) === undefined);
  });

  it('are asked for again with the document', async () => {
    const whole = order();
    const [receipt] = followers(whole, 'receipt');
    if (!receipt) throw new Error('There is no receipt');
    const detail = await mountDetail(receipt);
    await user.click(getByRole('button', {name: show, within: detail}));
    await findByRole('table', {name: /Quantities by line of/, within: detail});
    const answer = await answerOf(whole);
    answerWith({...answer, lines: answer.lines.slice(0, 2), lineCount: 2});
    await detail.reload();
    await until(() => rows(detail, /Quantities/).length === 2);
  });

  it('are not there where nobody knows them', async () => {
    const whole = order();
    const [receipt] = followers(whole, 'receipt');
    if (!receipt) throw new Error('There is no receipt');
    const answer = await answerOf(receipt);
    answerWith({...answer, related: answer.related.filter(({rel}) => rel !== 'order')});
    const detail = await mountDetail(receipt);
    expect(queryByRole('button', {name: show, within: detail})).to.be.undefined;
    expect(queryByRole('table', {name: /Quantities/, within: detail})).to.be.undefined;
  });

  it('say nothing of what is outstanding where nothing more will come', async () => {
    const canceled = portal.data
      .documents('demo-customer', 'purchase-order')
      .find(({state, lines}) => state === 'canceled' && lines.length < 8);
    if (!canceled) throw new Error('No order was canceled');
    const detail = await mountDetail(canceled);
    for (const row of rows(detail, 'Quantities by line')) expect(textOf(row)).not.to.include('outstanding');
  });
});

describe('document-detail: the history', () => {
  it('tells what happened, the latest first, on which day and at what time', async () => {
    const whole = order();
    const {history} = await answerOf(whole);
    const detail = await mountDetail(whole);
    const events = getAllByRole('listitem', {within: getByRole('list', {name: 'History', within: detail})});
    const instants = events.map((event) => event.querySelector('time')?.dateTime ?? '');
    expect(instants).to.deep.equal(history.map(({at}) => at).toReversed());
    for (const event of events) {
      const at = Date.parse(event.querySelector('time')?.dateTime ?? '');
      expect(textOf(event)).to.include(formatDay(at, 'en'));
    }
    const [latest] = events;
    const last = history.at(-1);
    expect(latest && textOf(latest)).to.match(
      new RegExp(`(Invoiced|Goods received|Credited) ${last?.note}$`),
    );
    expect(events.map(textOf).filter((text) => text.includes('Submitted'))).to.have.length(1);
    await expectNoAxeViolations(detail);
  });

  it('leads to a document that it names', async () => {
    const whole = order();
    const [receipt] = followers(whole, 'receipt');
    const detail = await mountDetail(whole);
    const list = getByRole('list', {name: 'History', within: detail});
    const opened = nextEvent(detail, 'document-open');
    await user.click(getByRole('button', {name: receipt?.number ?? '', within: list}));
    expect((await opened).id).to.equal(receipt?.id);
  });

  it('shows events that it does not know as text, and keeps long histories short', async () => {
    const whole = order();
    const answer = await answerOf(whole);
    const history = Array.from({length: 14}, (_, index) => ({
      at: `2026-03-${String(index + 1).padStart(2, '0')}T10:00:00Z`,
      event: 'quality_checked',
      note: `Check ${index + 1} <b>fine</b>`,
    }));
    answerWith({...answer, history});
    const detail = await mountDetail(whole);
    const events = () =>
      getAllByRole('listitem', {within: detail}).filter((item) => textOf(item).includes('Quality checked'));
    expect(events()).to.have.length(8);
    expect(textOf(events()[0] ?? detail)).to.include('Check 14 <b>fine</b>');
    const more = detail.shadowRoot?.querySelector('summary');
    if (!more) throw new Error('There is nothing earlier');
    expect(textOf(more)).to.equal('6 earlier events');
    await user.click(more);
    await until(() => events().length === 14);
  });
});
