import {formatDate, formatMoney} from '../src/locales/formats.ts';
import {Me} from '../src/portal/contract/index.ts';
import {
  actions,
  button,
  cell,
  columns,
  customer,
  documentLike,
  draft,
  fact,
  frame,
  heading,
  linesTable,
  logistics,
  marks,
  mountDetail,
  portal,
  rows,
  settled,
  vendor,
} from './document-detail-page.ts';
import {
  describe,
  drawn,
  expect,
  expectNoAxeViolations,
  findByText,
  getAllByRole,
  getByRole,
  getByText,
  heldAnswer,
  it,
  nextEvent,
  queryByRole,
  queryByText,
  textOf,
  until,
  user,
} from './support/index.ts';

const money = (cents: number) => formatMoney((cents / 100).toFixed(2), 'EUR', 'en');

describe('document-detail', () => {
  describe('what a document is for', () => {
    it('of an order: its goods, quantities, prices and where they go', async () => {
      const order = documentLike('purchase-order', ({fulfilment, note}) => fulfilment === 'partial' && !note);
      const detail = await mountDetail(order);
      expect(heading(detail)).to.equal(`Purchase order ${order.number}`);
      expect(marks(detail)).to.include('Partly delivered');
      expect(marks(detail), 'posting does not apply').not.to.include('Not posted');
      expect(fact(detail, 'Total')).to.equal(money(order.totals?.gross ?? 0));
      expect(rows(detail)).to.have.length(order.lines.length);
      expect(columns(detail)).to.include.members(['Quantity', 'Unit price (EUR)']);
      expect(getAllByRole('table', {name: 'Quantities by line', within: detail})).to.have.length(1);
      expect(
        textOf(getByRole('heading', {name: 'Delivery address', within: detail}).parentElement ?? detail),
      ).to.include(order.shipTo?.city);
      await expectNoAxeViolations(detail);
    });

    it('of a receipt: date, goods, quantities, location and bin, and no money', async () => {
      const receipt = documentLike('warehouse-receipt', ({posted}) => posted === true);
      const detail = await mountDetail(receipt);
      expect(marks(detail)).to.include('Posted');
      expect(fact(detail, 'Location')).to.equal(receipt.location);
      expect(columns(detail)).to.deep.equal(['No.', 'Item', 'Quantity', 'Bin']);
      expect(cell(detail, rows(detail)[0], 'Bin')).to.equal(receipt.lines[0]?.item?.bin);
      expect(textOf(detail)).not.to.include('€');
      await expectNoAxeViolations(detail);
    });

    it('of a receipt of goods in lots: which, and until when they are good', async () => {
      const receipt = documentLike(
        'warehouse-receipt',
        ({posted, lines}) => posted === true && lines.some(({item}) => item?.tracking === 'lot'),
      );
      const detail = await mountDetail(receipt);
      expect(textOf(linesTable(detail))).to.match(/Lot L\d+-\d+ .*expires \w+ \d+, \d+/);
    });

    it('of a return order: why, and what to do with the goods', async () => {
      const back = documentLike('purchase-return-order');
      const detail = await mountDetail(back);
      expect(getByText(/^Reason:/, {within: detail})).to.exist;
      expect(getByRole('heading', {name: 'Return instructions', within: detail})).to.exist;
      await expectNoAxeViolations(detail);
    });

    it('of an invoice: what is owed, paid and left, and when it was due', async () => {
      const invoice = documentLike('purchase-invoice', ({payment}) => payment === 'overdue');
      const {gross = 0, paid = 0} = invoice.totals ?? {};
      const detail = await mountDetail(invoice);
      expect(fact(detail, 'Still to be paid')).to.equal(money(gross - paid));
      expect(fact(detail, 'Amount owed')).to.equal(money(gross));
      expect(fact(detail, 'Paid')).to.equal(money(paid));
      expect(fact(detail, 'Due date')).to.match(/^\w+ \d+, \d+ Overdue$/);
      expect(marks(detail)).to.include.members(['Posted', 'Overdue']);
      await expectNoAxeViolations(detail);
    });

    it('of a credit memo: the reason and the amount', async () => {
      const memo = documentLike('purchase-credit-memo', ({reason}) => reason === 'DAMAGED');
      const detail = await mountDetail(memo);
      expect(fact(detail, 'Amount credited')).to.equal(money(memo.totals?.gross ?? 0));
      expect(textOf(detail)).to.include('Reason: ');
      expect(getByRole('heading', {name: 'Return instructions', within: detail})).to.exist;
    });

    for (const [type, token] of [
      ['sales-invoice', vendor],
      ['warehouse-shipment', vendor],
      ['shipment', logistics],
      ['delivery', logistics],
    ] as const) {
      it(`of a ${type}, whoever may see it`, async () => {
        const document = documentLike(type, ({state}) => state !== 'draft', token);
        const detail = await mountDetail(document, {token});
        expect(heading(detail)).to.match(new RegExp(`${document.number}$`));
        expect(rows(detail)).to.have.length(document.lines.length);
        await expectNoAxeViolations(detail);
      });
    }

    it('without a word about prices to who may see none', async () => {
      const order = documentLike('purchase-order', ({fulfilment}) => fulfilment === 'partial');
      const detail = await mountDetail(order, {endpoint: '/no-prices/api/v1'});
      expect(columns(detail)).not.to.include.members(['Unit price', 'Amount']);
      expect(fact(detail, 'Total')).to.be.undefined;
      expect(queryByRole('heading', {name: 'Totals', within: detail})).to.be.undefined;
    });

    it('with codes that it does not know, as text', async () => {
      const order = documentLike('purchase-order', ({fulfilment}) => fulfilment === 'partial');
      const detail = await mountDetail(order, {endpoint: '/unknown-values/api/v1'});
      expect(marks(detail)).to.include.members(['Awaiting parts', 'Cross docked']);
    });

    it('with hostile text as text', async () => {
      const detail = await mountDetail(documentLike('purchase-order'), {endpoint: '/hostile/api/v1'});
      expect(textOf(detail)).to.match(/<script>|onerror/);
      expect(globalThis).not.to.have.property('hacked');
    });

    it('on the same day in every language', async () => {
      const order = documentLike('purchase-order', ({requestedDate}) => requestedDate !== undefined);
      const detail = await mountDetail(order, {locale: 'de'});
      const {documentDate} = (await portalDocument(order.id)) ?? {};
      expect(fact(detail, 'Datum')).to.equal(formatDate(documentDate ?? '', 'de'));
    });

    it('on a narrow page, with nothing wider than the page', async () => {
      const order = documentLike('purchase-order', ({fulfilment}) => fulfilment === 'partial');
      const detail = await mountDetail(order);
      detail.parentElement?.style.setProperty('display', 'block');
      detail.parentElement?.style.setProperty('width', '320px');
      await until(() => getComputedStyle(rows(detail)[0] ?? detail).display === 'grid');
      expect(detail.scrollWidth).to.be.at.most(320);
      expect(rows(detail)).to.have.length(order.lines.length);
      await expectNoAxeViolations(detail);
    });
  });

  describe('what can be done', () => {
    it('is what the document and the type allow, and nothing else', async () => {
      const order = documentLike('purchase-order', ({state}) => state === 'closed');
      expect(actions(await mountDetail(order))).to.deep.equal([
        'Open PDF',
        'Download PDF',
        'Print',
        'Repeat',
      ]);
      expect(actions(await mountDetail(draft()))).to.deep.equal(['Print', 'Discard', 'Edit']);
      const readOnly = await mountDetail(draft(), {endpoint: '/read-only/api/v1'});
      expect(actions(readOnly)).to.deep.equal(['Print']);
    });

    it('is nothing that the type does not allow, whatever a document says', async () => {
      const order = documentLike('purchase-order', ({state}) => state === 'closed');
      const response = await fetch('/api/v1/me', {headers: {authorization: `Bearer ${customer}`}});
      const me = Me.parse(await response.json());
      for (const {capabilities} of me.memberships) capabilities.documents[order.type] = ['list', 'read'];
      portal.faults.add({path: '/me', kind: 'status', status: 200, body: me});
      expect(actions(await mountDetail(order))).to.deep.equal(['Print']);
    });

    it('is asked of the page: to repeat, and to edit', async () => {
      const order = documentLike('purchase-order', ({state}) => state === 'closed');
      const detail = await mountDetail(order);
      const repeated = nextEvent(detail, 'document-repeat');
      await user.click(button(detail, 'Repeat'));
      const {documentType, id, cancelable, composed} = await repeated;
      expect({documentType, id}).to.deep.equal({documentType: 'purchase-order', id: order.id});
      expect(cancelable && composed).to.be.true;
      const unfinished = draft();
      const other = await mountDetail(unfinished);
      const edited = nextEvent(other, 'document-edit');
      await user.click(button(other, 'Edit'));
      expect((await edited).id).to.equal(unfinished.id);
    });

    it('copies the payment reference', async () => {
      const invoice = documentLike('purchase-invoice', ({posted}) => posted === true);
      const detail = await mountDetail(invoice);
      await user.click(button(detail, 'Copy the payment reference'));
      expect(await findByText('Copied', {within: detail})).to.exist;
    });
  });

  describe('when there is nothing to show', () => {
    const order = () => documentLike('purchase-order');

    it('says that it is loading', async () => {
      const detail = await mountDetail(order(), {endpoint: '/never/api/v1'}, {ready: false});
      await until(() => frame(detail).getAttribute('aria-busy') === 'true');
      expect(getByText('Loading…', {within: detail})).to.exist;
      await expectNoAxeViolations(detail);
    });

    it('says that the document is not there', async () => {
      const detail = await mountDetail({type: 'purchase-order', id: 'none'}, {}, {ready: false});
      const errors = nextEvent(detail, 'portal-error');
      expect((await errors).error.kind).to.equal('not-found');
      await until(() => queryByText(/not/, {within: detail}));
      expect(queryByRole('button', {within: detail})).to.be.undefined;
    });

    it('says that the member may not see it, without an error', async () => {
      const detail = await mountDetail(order(), {endpoint: '/not-allowed/api/v1'});
      expect(await findByText('You are not allowed to see this document.', {within: detail})).to.exist;
      await expectNoAxeViolations(detail);
    });

    it('offers to sign in again', async () => {
      const detail = await mountDetail(order(), {endpoint: '/unauthorized/api/v1'});
      expect(button(detail, 'Sign in again')).to.exist;
    });

    it('offers to try again, and does', async () => {
      const {type, id} = order();
      portal.faults.add({path: `/documents/${type}/${id}`, kind: 'status', status: 400});
      const detail = await mountDetail({type, id});
      await user.click(button(detail, 'Try again'));
      await until(() => heading(detail)?.startsWith('Purchase order'));
    });

    it('keeps what it shows when it cannot be loaded again', async () => {
      const {type, id} = order();
      const detail = await mountDetail({type, id});
      portal.faults.add({path: `/documents/${type}/${id}`, kind: 'status', status: 400});
      await detail.reload();
      await drawn(detail);
      expect(getByText(/may be out of date/, {within: detail})).to.exist;
      expect(heading(detail)).to.match(/^Purchase order/);
    });
  });

  it('shows the one that was asked for last, whichever answer comes first', async () => {
    const [order, receipt] = [documentLike('purchase-order'), documentLike('warehouse-receipt')];
    const slow = heldAnswer();
    portal.faults.add({path: new RegExp(`/${order.id}$`), kind: 'delay', until: slow.isDue});
    const detail = await mountDetail(order, {}, {ready: false});
    detail.type = receipt.type;
    await detail.updateComplete;
    detail.documentId = receipt.id;
    await until(() => heading(detail) === `Warehouse receipt ${receipt.number}`);
    slow.send();
    await settled(detail);
    expect(heading(detail)).to.equal(`Warehouse receipt ${receipt.number}`);
    expect(fact(detail, 'Location')).to.equal(receipt.location);
  });

  it('shows another document when it is asked for one', async () => {
    const [first, second] = portal.data.documents(customer, 'purchase-invoice');
    if (!first || !second) throw new Error('There are no two invoices');
    const detail = await mountDetail(first);
    detail.documentId = second.id;
    await settled(detail);
    await until(() => heading(detail) === `Purchase invoice ${second.number}`);
  });
});

async function portalDocument(id: string): Promise<{documentDate: string} | undefined> {
  const response = await fetch(`/api/v1/documents/purchase-order/${id}`, {
    headers: {authorization: `Bearer ${customer}`},
  });
  return (await response.json()) as {documentDate: string};
}
