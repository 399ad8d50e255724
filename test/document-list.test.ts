import '../src/widgets/document-list/define.ts';
import '../src/widgets/portal-provider/define.ts';
import type {DocumentList} from '../src/widgets/document-list/document-list.ts';
import type {PortalErrorEvent} from '../src/ui/events.ts';
import {
  describe,
  drawn,
  expect,
  expectNoAxeViolations,
  findByText,
  focusedElement,
  getAllByRole,
  getByLabel,
  getByRole,
  getByText,
  heldAnswer,
  html,
  it,
  mount,
  nextEvent,
  queryByLabel,
  queryByRole,
  queryByText,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';

const portal = await startPortal();
const customer = 'demo-customer';
const vendor = 'demo-vendor';

interface Options {
  type?: string;
  token?: string;
  endpoint?: string;
  heading?: string;
  content?: unknown;
}

/** Puts a list into the page, inside a provider, and waits for its first answer unless told otherwise. */
async function mountList(
  {type = 'purchase-invoice', token = customer, endpoint = '/api/v1', heading, content}: Options = {},
  {ready = true} = {},
): Promise<DocumentList> {
  const provider = await mount(html`
    <portal-provider .endpoint=${endpoint} .getToken=${() => Promise.resolve(token)} locale="en">
      <document-list .type=${type} .heading=${heading}>${content}</document-list>
    </portal-provider>
  `);
  const list = provider.querySelector('document-list');
  if (!list) throw new Error('There is no list');
  if (ready) await settled(list);
  return list;
}

/** Resolves when nothing is being loaded. */
async function settled(list: DocumentList): Promise<void> {
  await until(() => {
    const frame = getByRole('region', {within: list});
    return frame.getAttribute('aria-busy') === 'false';
  }, 'an end of loading');
}

const rows = (list: Element) =>
  getAllByRole('row', {within: list}).filter((row) => row.querySelector('[role=rowheader]'));
const countIn = (list: Element) => textOf(getByRole('status', {within: list}));
const column = (list: Element, name: RegExp) => {
  const headers = getAllByRole('columnheader', {within: list});
  const index = headers.findIndex((header) => name.test(textOf(header)));
  return rows(list).map((row) => {
    const cell = row.children[index];
    return cell ? textOf(cell) : '';
  });
};
const header = (list: Element, name: RegExp) => getByRole('columnheader', {name, within: list});
const listRequests = () => portal.requests.filter(({path}) => path.startsWith('/documents/'));
const documents = (type: string, token = customer) => portal.data.documents(token, type);
/** The number of an invoice that no other one contains. */
function onlyInvoice(): string {
  const numbers = documents('purchase-invoice').flatMap(({posted, number}) => (posted && number) || []);
  const found = numbers.find((number) => numbers.filter((other) => other.includes(number)).length === 1);
  if (!found) throw new Error('No number is unique');
  return found;
}
const search = (list: Element) => getByLabel(/Search/, {within: list});

describe('document-list', () => {
  describe('loaded', () => {
    it('shows what a document is, without a word about what does not apply', async () => {
      const list = await mountList({type: 'purchase-order'});
      expect(textOf(getByRole('heading', {within: list}))).to.equal('Purchase orders');
      expect(getByRole('table', {name: 'Purchase orders', within: list})).to.exist;
      const names = getAllByRole('columnheader', {within: list}).map(textOf);
      expect(names).to.deep.equal(['Number', 'Date', 'Partner', 'Amount (EUR)', 'State']);
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
      expect(column(list, /Number/).map((text) => text.split(' ')[0])).to.deep.equal(
        newest.slice(0, 50).map(({number}) => number),
      );
      expect(countIn(list)).to.equal(`50 of ${newest.length} shown`);
    });

    it('shows any type that the portal lets the member list', async () => {
      const list = await mountList({type: 'sales-credit-memo', token: vendor});
      const {length} = documents('sales-credit-memo', vendor);
      expect(textOf(getByRole('heading', {within: list}))).to.equal('Sales credit memos');
      expect(rows(list)).to.have.length(length);
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
      expect(getAllByRole('columnheader', {within: list}).map(textOf)).to.deep.equal([
        'Number',
        'Date',
        'Partner',
        'State',
        'Posting',
      ]);
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
      expect(rows(list)).to.have.length(50);
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

  describe('searching', () => {
    it('asks once, when the user stops typing, and shows what the portal finds', async () => {
      const list = await mountList();
      const before = listRequests().length;
      await user.fill(search(list), onlyInvoice());
      await until(() => countIn(list) === '1 document');
      expect(rows(list)).to.have.length(1);
      expect(listRequests().slice(before)).to.have.length(1);
    });

    it('does not wait after Enter', async () => {
      const list = await mountList();
      const before = listRequests().length;
      await user.type(search(list), 'SI-1042');
      await user.press('Enter');
      await until(() => listRequests().length > before, 'a request', 250);
    });

    it('shows only the newest answer, and gives the older one up', async () => {
      const list = await mountList();
      portal.faults.add({path: /q=SI-1/, kind: 'delay', ms: 1500});
      await user.fill(search(list), 'SI-1');
      await user.press('Enter');
      await until(() => listRequests().some(({query}) => query.includes('q=SI-1')));
      await user.fill(search(list), onlyInvoice());
      await user.press('Enter');
      await until(() => countIn(list) === '1 document');
      await new Promise((resolve) => setTimeout(resolve, 1800));
      expect(countIn(list)).to.equal('1 document');
    });

    it('says that nothing fits, and leads back', async () => {
      const list = await mountList();
      await user.fill(search(list), 'no such thing');
      await findByText('No document fits the search and the filter.', {within: list});
      await expectNoAxeViolations(list);
      await user.click(getByRole('button', {name: 'Clear filters', within: list}));
      await until(() => rows(list).length === 50);
      expect(focusedElement()).to.equal(search(list));
      expect(search(list).value).to.equal('');
    });

    it('is cleared with Escape and with a button', async () => {
      const list = await mountList();
      const all = countIn(list);
      for (const clear of [
        () => user.press('Escape'),
        () => user.click(getByRole('button', {name: 'Clear search', within: list})),
      ]) {
        await user.fill(search(list), 'no such thing');
        await until(() => countIn(list) === '0 documents');
        await clear();
        await until(() => countIn(list) === all);
        expect(focusedElement()).to.equal(search(list));
        expect(queryByRole('button', {name: 'Clear search', within: list})).to.be.undefined;
      }
    });

    it('keeps the old rows while it loads', async () => {
      const list = await mountList();
      const answer = heldAnswer();
      portal.faults.add({path: /q=SI-1/, kind: 'delay', until: answer.isDue});
      await user.fill(search(list), 'SI-1');
      await user.press('Enter');
      await until(() => getByRole('region', {within: list}).getAttribute('aria-busy') === 'true');
      expect(rows(list)).to.have.length(50);
      await expectNoAxeViolations(list);
      answer.send();
      await settled(list);
    });
  });

  describe('filtering by posting', () => {
    it('shows as many as the portal has', async () => {
      const list = await mountList();
      const notPosted = documents('purchase-invoice').filter(({posted}) => posted === false).length;
      await user.click(getByRole('radio', {name: 'Not posted', within: list}));
      await until(() => countIn(list) === `${notPosted} documents`);
      expect([...new Set(column(list, /Posting/))]).to.deep.equal(['Not posted']);
      expect(focusedElement()).to.equal(getByRole('radio', {name: 'Not posted', within: list}));
    });

    it('works with the arrow keys, and stays while nothing fits', async () => {
      const list = await mountList();
      const posted = documents('purchase-invoice').find((one) => one.posted && one.number === onlyInvoice());
      await user.fill(search(list), posted?.number ?? '');
      await until(() => countIn(list) === '1 document');
      getByRole('radio', {name: 'All', within: list}).focus();
      await user.press('ArrowRight');
      await user.press('ArrowRight');
      await findByText('No document fits the search and the filter.', {within: list});
      await user.press('ArrowLeft');
      await until(() => countIn(list) === '1 document');
      expect(getByRole<HTMLInputElement>('radio', {name: 'Posted', within: list}).checked).to.be.true;
    });
  });

  describe('sorting', () => {
    it('begins with the newest and says so', async () => {
      const list = await mountList();
      expect(header(list, /Date/).getAttribute('aria-sort')).to.equal('descending');
      expect(header(list, /Number/).hasAttribute('aria-sort')).to.be.false;
    });

    it('turns round, and keeps the focus', async () => {
      const list = await mountList({type: 'sales-credit-memo', token: vendor});
      const gross = documents('sales-credit-memo', vendor).map(({totals}) => totals?.gross ?? 0);
      const amounts = () =>
        column(list, /Amount/).map((text) => Math.round(Number(text.replaceAll(',', '')) * 100));
      const button = getByRole('button', {name: /Amount/, within: list});
      await user.click(button);
      await until(() => amounts()[0] === Math.max(...gross));
      expect(header(list, /Amount/).getAttribute('aria-sort')).to.equal('descending');
      expect(focusedElement()).to.equal(button);
      await user.press('Enter');
      await until(() => amounts()[0] === Math.min(...gross));
      expect(header(list, /Amount/).getAttribute('aria-sort')).to.equal('ascending');
      expect(focusedElement()).to.equal(button);
    });
  });

  describe('loading more', () => {
    it('goes to the end as one scrolls, and then agrees with the portal', async () => {
      const list = await mountList({type: 'purchase-return-order'});
      const {length} = documents('purchase-return-order');
      for (let shown = rows(list).length; shown < length; shown = rows(list).length) {
        getAllByRole('row', {within: list}).at(-1)?.scrollIntoView();
        await until(() => rows(list).length > shown, `more than ${shown} rows`);
        await settled(list);
      }
      expect(countIn(list)).to.equal(`${length} documents`);
      expect(new Set(column(list, /Number/)).size).to.equal(length);
      expect(queryByRole('button', {name: 'Show more', within: list})).to.be.undefined;
    });

    it('goes on with the keyboard from the first new document', async () => {
      const list = await mountList({type: 'purchase-return-order'});
      getByRole('button', {name: 'Show more', within: list}).focus({preventScroll: true});
      await user.press('Enter');
      await until(() => rows(list).length > 50);
      const next = getByRole('button', {within: rows(list)[50]});
      await until(() => focusedElement() === next, 'focus on the first new document');
    });

    it('keeps the rows when it fails, and tries again when told', async () => {
      const list = await mountList({type: 'purchase-return-order'});
      portal.faults.add({path: /cursor=/, kind: 'status', status: 400});
      const told = nextEvent(list, 'portal-error');
      await user.click(getByRole('button', {name: 'Show more', within: list}));
      await findByText(/No more documents were loaded/, {within: list});
      expect((await told).error.kind).to.equal('invalid');
      expect(rows(list)).to.have.length(50);
      // What is half under the header is no target.
      rows(list)[0]?.scrollIntoView();
      await expectNoAxeViolations(list);
      await user.click(getByRole('button', {name: 'Try again', within: list}));
      await until(() => rows(list).length === 100);
    });

    it('starts again without losing the place when the portal has forgotten it', async () => {
      const list = await mountList({type: 'purchase-return-order'});
      portal.faults.add({path: /cursor=/, kind: 'status', status: 410});
      const errors: PortalErrorEvent[] = [];
      list.addEventListener('portal-error', (event) => errors.push(event));
      await user.click(getByRole('button', {name: 'Show more', within: list}));
      await until(() => rows(list).length >= 100);
      expect(getByText(/The list had changed/, {within: list})).to.exist;
      const numbers = column(list, /Number/);
      expect(new Set(numbers).size).to.equal(numbers.length);
      expect(errors).to.be.empty;
    });
  });

  describe('loading again', () => {
    it('keeps the place and what has the focus', async () => {
      const list = await mountList({type: 'purchase-return-order'});
      await user.click(getByRole('button', {name: 'Show more', within: list}));
      await until(() => rows(list).length >= 100);
      const button = getByRole('button', {within: rows(list)[60]});
      const number = textOf(button);
      button.focus();
      // While the end of the list was in view, it may have begun to load even more.
      await settled(list);
      const {length} = rows(list);
      await list.reload();
      await drawn(list);
      expect(rows(list)).to.have.length(length);
      expect(textOf(focusedElement() ?? document.body)).to.equal(number);
    });

    it('keeps the rows when it fails', async () => {
      const list = await mountList();
      portal.faults.add({path: /documents/, kind: 'status', status: 400});
      await list.reload();
      await findByText(/The list may be out of date/, {within: list});
      expect(rows(list)).to.have.length(50);
      await user.click(getByRole('button', {name: 'Try again', within: list}));
      await until(() => !queryByText(/The list may be out of date/, {within: list}));
    });

    it('shows an order that another element has created', async () => {
      const list = await mountList({type: 'purchase-order'});
      const before = listRequests().length;
      const other = await mount(html`<div></div>`);
      other.dispatchEvent(created('sales-order'));
      other.dispatchEvent(new Event('order-created', {bubbles: true, composed: true}));
      await drawn(list);
      expect(listRequests()).to.have.length(before);

      const response = await fetch('/api/v1/documents/purchase-order', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${customer}`,
          'content-type': 'application/json',
          'idempotency-key': '5b2c8f5e-4a0e-4e8e-9a43-6a5f0c1d7b11',
        },
        body: JSON.stringify(orderOf(portal.data.items(customer))),
      });
      expect(response.status).to.equal(201);
      other.dispatchEvent(created('purchase-order'));
      const {number} = (await response.json()) as {number: string};
      await until(() => column(list, /Number/)[0]?.startsWith(number), `the order ${number} at the top`);
    });

    it('does not care for an order at another portal', async () => {
      const list = await mountList({type: 'purchase-order'});
      const elsewhere = await mountList({type: 'purchase-order', endpoint: '/elsewhere/api/v1'});
      const before = listRequests().filter(({scenario}) => scenario === '').length;
      elsewhere.dispatchEvent(created('purchase-order'));
      await until(() => listRequests().filter(({scenario}) => scenario === 'elsewhere').length === 2);
      expect(listRequests().filter(({scenario}) => scenario === '')).to.have.length(before);
      expect(rows(list)).to.have.length(50);
    });
  });

  describe('life in the page', () => {
    it('loads once when it is moved', async () => {
      const list = await mountList();
      const before = portal.requests.length;
      list.parentElement?.append(document.createElement('div'), list);
      await drawn(list);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(portal.requests).to.have.length(before);
      expect(rows(list)).to.have.length(50);
    });

    it('gives up without an error when it is removed while it loads, and begins anew when it is back', async () => {
      const list = await mountList({endpoint: '/slow/api/v1'}, {ready: false});
      const parent = list.parentElement;
      const errors: Event[] = [];
      document.addEventListener('portal-error', (event) => errors.push(event), {once: true});
      await until(() => listRequests().length === 1);
      list.remove();
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(errors).to.be.empty;
      parent?.append(list);
      await until(() => listRequests().length === 2);
      await settled(list);
      expect(rows(list)).to.have.length(50);
    });

    it('shows nothing of one type under the name of another', async () => {
      const list = await mountList({type: 'purchase-invoice'});
      await user.fill(search(list), 'SI-1042');
      await settled(list);
      list.type = 'purchase-credit-memo';
      await drawn(list);
      expect(queryByRole('table', {within: list}), 'no rows of before').to.be.undefined;
      await settled(list);
      expect(search(list).value).to.equal('');
      expect(rows(list)).to.have.length(50);
    });

    for (const width of ['auto', '320px']) {
      it(`does not move anything while it loads, ${width} wide`, async () => {
        document.body.style.inlineSize = width;
        const shifts: number[] = [];
        const observer = new PerformanceObserver((entries) => {
          for (const entry of entries.getEntries()) shifts.push((entry as unknown as {value: number}).value);
        });
        await new Promise((resolve) => setTimeout(resolve, 100));
        observer.observe({type: 'layout-shift'});
        await mountList({type: 'purchase-order'});
        await mountList({type: 'purchase-invoice'});
        await mountList({type: 'sales-credit-memo', token: vendor});
        await mountList({endpoint: '/empty/api/v1'});
        await new Promise((resolve) => setTimeout(resolve, 100));
        observer.disconnect();
        document.body.style.removeProperty('inline-size');
        expect(shifts).to.deep.equal([]);
      });
    }
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
      await until(() => rows(list).length === 50);
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
      await until(() => rows(list).length === 50);
      await settled(list);
      expect([...new Set(column(list, /Posting/))]).to.deep.equal(['Posted']);
    });

    it('one item broken: shows the others and says so', async () => {
      const list = await mountList({type: 'sales-credit-memo', token: vendor, endpoint: '/malformed/api/v1'});
      const {length} = documents('sales-credit-memo', vendor);
      expect(getByText('1 document could not be read.', {within: list})).to.exist;
      expect(rows(list)).to.have.length(length - 1);
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
        await until(() => rows(list).length === 50);
      } finally {
        Reflect.deleteProperty(navigator, 'onLine');
      }
    });
  });
});

function created(type: string): Event {
  return Object.assign(new Event('order-created', {bubbles: true, composed: true}), {document: {type}});
}

function orderOf(
  items: readonly {itemNumber: string; orderQuantity?: unknown; availability?: {status: string}}[],
) {
  const item = items.find(
    ({availability, orderQuantity}) => availability?.status === 'available' && !orderQuantity,
  );
  if (!item) throw new Error('There is nothing to order');
  return {lines: [{itemNumber: item.itemNumber, quantity: '10'}], submit: true};
}
