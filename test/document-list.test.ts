import type {DocumentList} from '../src/widgets/document-list/document-list.ts';
import {
  column,
  countIn,
  documents,
  mountList,
  portal,
  rows,
  search,
  settled,
  vendor,
} from './document-list-page.ts';
import {
  describe,
  drawn,
  expect,
  expectNoAxeViolations,
  findByText,
  getAllByRole,
  getByRole,
  getByText,
  html,
  it,
  mount,
  nextEvent,
  queryByLabel,
  queryByRole,
  queryByText,
  textOf,
  until,
  user,
} from './support/index.ts';

describe('document-list', () => {
  describe('loaded', () => {
    it('shows what a document is, without a word about what does not apply', async () => {
      const list = await mountList({type: 'purchase-order'});
      expect(textOf(getByRole('heading', {within: list}))).to.equal('Purchase orders');
      expect(getByRole('table', {name: 'Purchase orders', within: list})).to.exist;
      const names = getAllByRole('columnheader', {within: list}).map(textOf);
      expect(names).to.deep.equal(['Number', 'Date', 'Requested', 'Amount (EUR)', 'State']);
      expect(queryByRole('radio', {name: 'Posted', within: list}), 'no filter by posting').to.be.undefined;
      await expectNoAxeViolations(list);
    });

    it('says posted and not posted in words', async () => {
      const list = await mountList({type: 'purchase-invoice'});
      const words = new Set(column(list, /Posting/));
      expect([...words].toSorted()).to.deep.equal(['Not posted', 'Posted']);
      await expectNoAxeViolations(list);
    });

    it('agrees with the portal, row by row', async () => {
      const list = await mountList({type: 'purchase-credit-memo'});
      const newest = documents('purchase-credit-memo').toSorted(
        (one, other) => other.date - one.date || other.sequence - one.sequence,
      );
      const shown = column(list, /Number/).map((text) => text.split(' ')[0]);
      expect(shown).to.have.length.above(9);
      expect(shown).to.deep.equal(newest.slice(0, shown.length).map(({number}) => number));
      expect(countIn(list)).to.equal(`100 of ${newest.length} shown`);
    });

    it('shows any type that the portal lets the member list', async () => {
      const list = await mountList({type: 'sales-credit-memo', token: vendor});
      const {length} = documents('sales-credit-memo', vendor);
      expect(textOf(getByRole('heading', {within: list}))).to.equal('Sales credit memos');
      expect(getByRole('table', {within: list}).getAttribute('aria-rowcount')).to.equal(String(length + 1));
      expect(countIn(list)).to.equal(`${length} documents`);
    });

    it('has the title that the page gives it', async () => {
      const list = await mountList({heading: 'What we owe'});
      expect(getByRole('heading', {name: 'What we owe', within: list})).to.exist;
      expect(getByRole('region', {name: 'What we owe', within: list})).to.exist;
      list.heading = '';
      await drawn(list);
      expect(queryByRole('heading', {within: list})).to.be.undefined;
    });

    it('shows a draft without a number as one', async () => {
      const draft = documents('purchase-order').find(({number, reference}) => number === null && reference);
      if (!draft?.reference) throw new Error('The portal has no draft with a reference');
      const list = await mountList({type: 'purchase-order'});
      await user.fill(search(list), draft.reference);
      await user.press('Enter');
      await until(() => column(list, /Number/)[0] === `Draft ${draft.reference}`);
      const opened = nextEvent(list, 'document-open');
      await user.click(getByRole('button', {name: 'Draft', within: list}));
      const {id, number} = await opened;
      expect({id, number}).to.deep.equal({id: draft.id, number: undefined});
    });

    it('leaves amounts out where the member sees no prices', async () => {
      const list = await mountList({endpoint: '/no-prices/api/v1'});
      const names = getAllByRole('columnheader', {within: list}).map(textOf);
      expect(names).to.include.members(['Number', 'Date', 'Due', 'State', 'Posting', 'Quantities']);
      expect(names.join()).not.to.match(/Amount|open/);
      expect(queryByText(/Total/, {within: list})).to.be.undefined;
    });

    it('shows states that it does not know as text', async () => {
      const list = await mountList({endpoint: '/unknown-values/api/v1'});
      expect(column(list, /State/)[0]).to.equal('Awaiting parts');
    });

    it('shows hostile text as text', async () => {
      const list = await mountList({endpoint: '/hostile/api/v1'});
      expect(textOf(list)).to.include('<script>');
      expect(globalThis).not.to.have.property('hacked');
    });

    it('is a table for a narrow page too, with nothing wider than the page', async () => {
      const list = await mountList();
      const wide = getAllByRole('columnheader', {within: list}).length;
      const container = list.parentElement;
      container?.style.setProperty('display', 'block');
      container?.style.setProperty('width', '320px');
      await until(() => getComputedStyle(rows(list)[0] ?? list).display === 'grid');
      expect(list.scrollWidth).to.be.at.most(320);
      expect(getAllByRole('columnheader', {within: list})).to.have.length(wide);
      expect(rows(list)).to.have.length.above(3);
      await expectNoAxeViolations(list);
    });

    it('has enough contrast in the dark', async () => {
      const list = await mountList();
      list.style.colorScheme = 'dark';
      await expectNoAxeViolations(list);
    });
  });

  describe('opening a document', () => {
    it('tells which, by mouse and by keyboard', async () => {
      const list = await mountList({type: 'purchase-credit-memo'});
      const [first] = rows(list);
      const button = getByRole('button', {within: first});
      const record = documents('purchase-credit-memo').find(({number}) => number === textOf(button));
      const opened = nextEvent(list, 'document-open');
      await user.click(button);
      const {documentType, id, number, cancelable, composed} = await opened;
      expect({documentType, id, number}).to.deep.equal({
        documentType: 'purchase-credit-memo',
        id: record?.id,
        number: record?.number,
      });
      expect(cancelable && composed).to.be.true;

      const again = nextEvent(list, 'document-open');
      await user.press('Enter');
      expect((await again).id).to.equal(record?.id);
    });

    it('works anywhere in the row', async () => {
      const list = await mountList();
      const [first] = rows(list);
      const opened = nextEvent(list, 'document-open');
      await user.click(getAllByRole('cell', {within: first})[1] as HTMLElement);
      expect((await opened).number).to.equal(textOf(getByRole('button', {within: first})));
    });
  });

  describe('states', () => {
    it('unconfigured: shows nothing', async () => {
      const list = await mount<DocumentList>(html`<document-list type="purchase-order"></document-list>`);
      expect(textOf(list)).to.equal('');
      const typeless = await mountList({type: ''}, {ready: false});
      expect(textOf(typeless)).to.equal('');
    });

    it('loading: says so', async () => {
      const list = await mountList({endpoint: '/never/api/v1'}, {ready: false});
      expect(countIn(list)).to.equal('Loading…');
      expect(getByRole('region', {within: list}).getAttribute('aria-busy')).to.equal('true');
      await expectNoAxeViolations(list);
    });

    it('empty: says so, in the page’s own words where it has some', async () => {
      const list = await mountList({endpoint: '/empty/api/v1'});
      expect(getByText('There are no documents yet.', {within: list})).to.exist;
      expect(countIn(list)).to.equal('0 documents');
      await expectNoAxeViolations(list);
      const own = await mountList({
        endpoint: '/empty/api/v1',
        content: html`<p slot="empty">Write your first order.</p>`,
      });
      expect(getByText('Write your first order.', {within: own})).to.exist;
    });

    it('not allowed: says so, and shows nothing to press', async () => {
      for (const [endpoint, type] of [
        ['/not-allowed/api/v1', 'purchase-order'],
        ['/forbidden/api/v1', 'purchase-order'],
        ['/api/v1', 'sales-order'],
        ['/api/v1', '__proto__'],
      ] as const) {
        const list = await mountList({endpoint, type});
        expect(textOf(list), `${endpoint} ${type}`).to.match(/not allowed|may not|not permitted/i);
        expect(queryByRole('button', {within: list})).to.be.undefined;
        expect(queryByLabel(/Search/, {within: list})).to.be.undefined;
        await expectNoAxeViolations(list);
      }
    });

    it('signed out: says so once, and leads back', async () => {
      const list = await mountList({}, {ready: false});
      await settled(list);
      // Whatever else is on its way, the next page for instance, is refused too.
      portal.faults.add({kind: 'status', status: 401, times: 100});
      const expired = nextEvent(list, 'session-expired');
      await list.reload();
      await expired;
      await findByText('You are signed out.', {within: list});
      await expectNoAxeViolations(list);
      portal.faults.clear();
      await user.click(getByRole('button', {name: 'Sign in again', within: list}));
      await until(() => rows(list).length > 5);
    });

    it('failed: says what happened, with a reference, and tries again', async () => {
      const list = await mountList({}, {ready: false});
      await settled(list);
      portal.faults.add({
        path: /documents/,
        kind: 'status',
        status: 400,
        body: {title: 'Bad', status: 400, traceId: 'trace-7'},
      });
      await user.click(getByRole('radio', {name: 'Posted', within: list}));
      await findByText(/trace-7/, {within: list});
      expect(rows(list)).to.be.empty;
      await expectNoAxeViolations(list);
      await user.click(getByRole('button', {name: 'Try again', within: list}));
      await until(() => rows(list).length > 5);
      await settled(list);
      expect([...new Set(column(list, /Posting/))]).to.deep.equal(['Posted']);
    });

    it('one item broken: shows the others and says so', async () => {
      const list = await mountList({type: 'sales-credit-memo', token: vendor, endpoint: '/malformed/api/v1'});
      const {length} = documents('sales-credit-memo', vendor);
      expect(getByText('1 document could not be read.', {within: list})).to.exist;
      expect(getByRole('table', {within: list}).getAttribute('aria-rowcount')).to.equal(String(length));
      expect(countIn(list)).to.equal(`${length - 1} of ${length} shown`);
      await expectNoAxeViolations(list);
    });

    it('a whole answer broken, or a sign-in page: is told in words', async () => {
      const broken = await mountList({endpoint: '/malformed-page/api/v1'});
      expect(getByText(/could not be understood/, {within: broken})).to.exist;
      const signIn = await mountList({endpoint: '/html/api/v1'});
      expect(getByText('You are signed out.', {within: signIn})).to.exist;
    });

    it('offline: says so, and loads again when the network is back', async () => {
      Object.defineProperty(navigator, 'onLine', {configurable: true, value: false});
      try {
        portal.faults.add({path: /documents/, kind: 'network'});
        const list = await mountList();
        expect(getByText('You are offline.', {within: list})).to.exist;
        window.dispatchEvent(new Event('online'));
        await until(() => rows(list).length > 5);
      } finally {
        Reflect.deleteProperty(navigator, 'onLine');
      }
    });
  });
});
