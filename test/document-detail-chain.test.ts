import {mostDeliveredOrder} from '../mocks/data/find-chain.ts';
import {formatDate, formatMoney} from '../src/locales/formats.ts';
import {
  answerOf,
  answerWith,
  chain,
  customer,
  detailed,
  followers,
  mountDetail,
  numberIn,
  numbersOf,
  order,
  portal,
  stages,
  vendor,
} from './document-detail-chain-page.ts';
import {
  describe,
  drawn,
  expect,
  expectNoAxeViolations,
  focusedElement,
  getByRole,
  getByText,
  it,
  nextEvent,
  queryByRole,
  textOf,
  until,
  user,
} from './support/index.ts';

const focused = () => textOf(focusedElement() ?? document.body).replace(' (this document)', '');

describe('document-detail: the chain', () => {
  describe('shown', () => {
    it('has every document that followed from an order, stage by stage', async () => {
      const whole = order();
      const detail = await mountDetail(whole);
      const shown = stages(detail);
      expect(shown.map(({name}) => name)).to.deep.equal([
        'Order',
        'Receipts',
        'Invoices',
        'Return orders',
        'Credit memos',
      ]);
      expect(shown.map(({items}) => items.map(numberIn))).to.deep.equal(numbersOf(whole));
      await detailed(detail);
      await expectNoAxeViolations(detail);
    });

    it('is the same from each of its documents, which is marked as the one at hand', async () => {
      const whole = order();
      for (const kind of ['receipt', 'invoice', 'return-order', 'credit-memo'] as const) {
        const [document] = followers(whole, kind);
        if (!document) throw new Error(`There is no ${kind}`);
        const detail = await mountDetail(document);
        expect(
          stages(detail).map(({items}) => items.map(numberIn)),
          kind,
        ).to.deep.equal(numbersOf(whole));
        const current = [...chain(detail).querySelectorAll('[aria-current=page]')].map(textOf);
        expect(current).to.deep.equal([`${document.number} (this document)`]);
        expect(queryByRole('button', {name: document.number ?? '', within: chain(detail)})).to.be.undefined;
      }
    });

    it('is of the types of another member', async () => {
      const whole = order(vendor, 'sales-order');
      const detail = await mountDetail(whole, {token: vendor});
      expect(stages(detail).map(({name}) => name)).to.deep.equal([
        'Order',
        'Shipments',
        'Invoices',
        'Return orders',
        'Credit memos',
      ]);
      expect(stages(detail).map(({items}) => items.map(numberIn))).to.deep.equal(numbersOf(whole));
    });

    it('says posted and not posted in words', async () => {
      const whole = order();
      const detail = await mountDetail(whole);
      for (const {items} of stages(detail).slice(1)) {
        for (const item of items) {
          const record = whole.links.find(({number}) => number === numberIn(item));
          expect(textOf(item)).to.include(record?.posted ? 'Posted' : 'Not posted');
        }
      }
    });

    it('is not there for a document that stands alone', async () => {
      const alone = portal.data.documents('demo-3pl', 'shipment').find(({links}) => links.length === 0);
      if (!alone) throw new Error('No shipment stands alone');
      const detail = await mountDetail(alone, {token: 'demo-3pl'});
      expect(queryByRole('navigation', {within: detail})).to.be.undefined;
    });

    it('shows some of forty receipts, and the rest on demand', async () => {
      const detail = await mountDetail(mostDeliveredOrder(portal.data.documents(customer, 'purchase-order')));
      const receipts = () =>
        stages(detail)[1]?.items.filter((item) => item.querySelector('button[part]')) ?? [];
      expect(receipts()).to.have.length(4);
      await user.click(getByRole('button', {name: '36 more', within: detail}));
      await until(() => receipts().length === 40);
      expect(focused(), 'goes on where the rest begins').to.equal(numberIn(receipts()[4] ?? detail));
      await expectNoAxeViolations(detail);
    });

    it('puts the stages below each other where there is no room beside', async () => {
      const detail = await mountDetail(order());
      const container = detail.parentElement;
      container?.style.setProperty('display', 'block');
      container?.style.setProperty('width', '320px');
      const tops = () => stages(detail).map(({items}) => items[0]?.getBoundingClientRect().top ?? 0);
      await until(() => new Set(tops()).size === 5);
      expect(tops()).to.deep.equal(tops().toSorted((one, other) => one - other));
      expect(detail.scrollWidth).to.be.at.most(320);
      await expectNoAxeViolations(detail);
    });

    it('has enough contrast in the dark', async () => {
      const detail = await mountDetail(order());
      detail.style.colorScheme = 'dark';
      await detailed(detail);
      await expectNoAxeViolations(detail);
    });
  });

  describe('details', () => {
    it('say date, standing, amount and quantities, with one request a type', async () => {
      const whole = order();
      const detail = await mountDetail(whole);
      await detailed(detail);
      for (const invoice of followers(whole, 'invoice')) {
        const {documentDate, totals, currency, quantities} = await answerOf(invoice);
        const item = stages(detail)[2]?.items.find((one) => numberIn(one) === invoice.number);
        const text = item ? textOf(item) : '';
        expect(text).to.include(formatDate(documentDate, 'en'));
        expect(text).to.include(formatMoney(totals?.gross ?? '', currency ?? '', 'en'));
        for (const {quantity, unit} of quantities ?? []) expect(text).to.include(`${quantity} ${unit.label}`);
      }
      const asked = portal.requests.filter(({path}) => /^\/documents\/[^/]+$/.test(path));
      expect(asked.map(({path}) => path.split('/').at(-1))).to.have.members([
        'warehouse-receipt',
        'purchase-invoice',
        'purchase-return-order',
        'purchase-credit-memo',
      ]);
    });

    it('are left out where they do not come, without a word', async () => {
      portal.faults.add({path: /documents\/purchase-invoice(\?|$)/, kind: 'status', status: 400, times: 10});
      let errors = 0;
      const count = () => errors++;
      document.addEventListener('portal-error', count);
      const whole = order();
      const detail = await mountDetail(whole);
      await until(() => stages(detail)[1]?.items.every((item) => item.querySelector('time')));
      await until(() => !chain(detail).querySelector('.skeleton'));
      document.removeEventListener('portal-error', count);
      expect(stages(detail)[2]?.items.map(textOf)).to.deep.equal(
        followers(whole, 'invoice').map(({number}) => `${number} Posted`),
      );
      expect(errors).to.equal(0);
    });

    it('are not asked for where the member may not list, and what cannot be opened is text', async () => {
      const whole = portal.data.world
        .book(portal.data.world.userOf(customer)?.memberships[1] ?? fail())
        ?.documents('purchase-order')
        .find(({links}) => links.some(({kind}) => kind === 'invoice'));
      if (!whole) throw new Error('The branch has no invoiced order');
      const detail = await mountDetail(whole, {membership: 'm-10187'});
      await until(() => stages(detail)[1]?.items[0]?.querySelector('time'));
      const [invoice] = stages(detail)[2]?.items ?? [];
      expect(invoice && numberIn(invoice)).to.equal(followers(whole, 'invoice')[0]?.number);
      expect(queryByRole('button', {within: invoice ?? detail})).to.be.undefined;
      expect(portal.requests.some(({path}) => path.endsWith('purchase-invoice'))).to.be.false;
    });
  });

  describe('opening a document', () => {
    it('tells which, by mouse anywhere on it and by keyboard', async () => {
      const whole = order();
      const [receipt] = followers(whole, 'receipt');
      const detail = await mountDetail(whole);
      await detailed(detail);
      const opened = nextEvent(detail, 'document-open');
      const button = getByRole('button', {name: receipt?.number ?? '', within: chain(detail)});
      await user.click(button);
      const {documentType, id, number, cancelable, composed} = await opened;
      expect({documentType, id, number}).to.deep.equal({
        documentType: 'warehouse-receipt',
        id: receipt?.id,
        number: receipt?.number,
      });
      expect(cancelable && composed).to.be.true;
      const again = nextEvent(detail, 'document-open');
      await user.press('Enter');
      expect((await again).id).to.equal(receipt?.id);
    });

    it('shows the other document where the page sets it', async () => {
      const whole = order();
      const [memo] = followers(whole, 'credit-memo');
      const detail = await mountDetail(whole);
      detail.type = memo?.type ?? '';
      detail.documentId = memo?.id ?? '';
      await drawn(detail);
      await until(() =>
        chain(detail)
          .querySelector('[aria-current]')
          ?.textContent.includes(memo?.number ?? '?'),
      );
      expect(stages(detail).map(({items}) => items.map(numberIn))).to.deep.equal(numbersOf(whole));
    });
  });

  describe('the keyboard', () => {
    it('walks along the chain in the direction of reading', async () => {
      const whole = order();
      const [[own] = [], [first, second] = [], invoices, , [memo] = []] = numbersOf(whole);
      const detail = await mountDetail(whole);
      await detailed(detail);
      detail.parentElement?.style.setProperty('display', 'block');
      getByRole('button', {name: first ?? '', within: chain(detail)}).focus();
      await walk([
        ['ArrowDown', second],
        ['ArrowRight', invoices?.[1]],
        ['ArrowUp', invoices?.[0]],
        ['ArrowLeft', first],
        ['ArrowLeft', own],
        ['ArrowLeft', own],
        ['End', memo],
        ['Home', own],
      ]);
    });

    it('is mirrored where one reads from the right', async () => {
      const whole = order();
      const [, [first] = [], invoices] = numbersOf(whole);
      const detail = await mountDetail(whole);
      detail.dir = 'rtl';
      await detailed(detail);
      getByRole('button', {name: first ?? '', within: chain(detail)}).focus();
      await walk([
        ['ArrowLeft', invoices?.[0]],
        ['ArrowRight', first],
      ]);
      const [orders, receipts] = stages(detail).map(({items}) => items[0]?.getBoundingClientRect().left ?? 0);
      expect(orders).to.be.above(receipts ?? 0);
    });

    it('walks one by one where the stages stand below each other', async () => {
      const whole = order();
      const [, receipts, invoices] = numbersOf(whole);
      const detail = await mountDetail(whole);
      detail.parentElement?.style.setProperty('display', 'block');
      detail.parentElement?.style.setProperty('width', '320px');
      await detailed(detail);
      getByRole('button', {name: receipts?.[0] ?? '', within: chain(detail)}).focus();
      await walk([
        ['ArrowRight', receipts?.[1]],
        ['ArrowDown', invoices?.[0]],
        ['ArrowLeft', receipts?.[1]],
      ]);
    });

    it('still goes through all of it by Tab', async () => {
      const whole = order();
      const [, receipts, invoices] = numbersOf(whole);
      const detail = await mountDetail(whole);
      await detailed(detail);
      getByRole('button', {name: receipts?.[0] ?? '', within: chain(detail)}).focus();
      await walk([
        ['Tab', receipts?.[1]],
        ['Tab', invoices?.[0]],
        ['Shift+Tab', receipts?.[1]],
      ]);
    });

    async function walk(steps: [key: string, number: string | null | undefined][]): Promise<void> {
      for (const [key, number] of steps) {
        await user.press(key);
        expect(focused(), key).to.equal(number);
      }
    }
  });

  describe('what it does not know', () => {
    it('comes last, in words that can be read, and what cannot be opened is text', async () => {
      const whole = order();
      const answer = await answerOf(whole);
      answerWith({
        ...answer,
        related: [
          {rel: 'quality-report', type: 'qs-report', number: 'QS-7', posted: null},
          ...answer.related.map(({rel, type, number, posted}) => ({rel, type, number, posted})),
        ],
      });
      const detail = await mountDetail(whole);
      expect(stages(detail).at(-1)?.name).to.equal('Quality report');
      expect(stages(detail).at(-1)?.items.map(numberIn)).to.deep.equal(['QS-7']);
      expect(queryByRole('button', {within: chain(detail)})).to.be.undefined;
      await expectNoAxeViolations(detail);
    });

    it('finds the place of a document of a type that nobody knows by its peers, else by its own name', async () => {
      const [receipt, other] = followers(order(), 'receipt');
      if (!receipt) throw new Error('There is no receipt');
      const answer = await answerOf(receipt);
      const related = answer.related.map((one) =>
        one.rel === 'receipt' ? {...one, type: 'cross-dock'} : one,
      );
      answerWith({...answer, type: 'cross-dock', related});
      const peers = await mountDetail(receipt);
      expect(stages(peers)[1]?.items.map(numberIn)).to.have.members([receipt.number, other?.number]);
      answerWith({...answer, type: 'cross-dock', related: related.filter(({rel}) => rel !== 'receipt')});
      const alone = await mountDetail(receipt);
      expect(stages(alone).at(-1)?.name).to.equal('Cross dock');
      expect(stages(alone).at(-1)?.items.map(numberIn)).to.deep.equal([receipt.number]);
    });

    it('says what a document repeats, apart from the chain', async () => {
      const whole = order();
      const answer = await answerOf(whole);
      answerWith({
        ...answer,
        related: [{rel: 'repeat-of', type: whole.type, id: 'earlier', number: 'SO-1', posted: null}],
      });
      const detail = await mountDetail(whole);
      expect(queryByRole('navigation', {within: detail})).to.be.undefined;
      expect(getByText(/^Repeats SO-1 ?\.$/, {within: detail})).to.exist;
      const opened = nextEvent(detail, 'document-open');
      await user.click(getByRole('button', {name: 'SO-1', within: detail}));
      expect((await opened).id).to.equal('earlier');
    });
  });
});

function fail(): never {
  throw new Error('The customer has no branch');
}
