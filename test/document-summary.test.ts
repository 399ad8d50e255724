import '../src/widgets/document-summary/define.ts';
import '../src/widgets/document-list/define.ts';
import '../src/widgets/portal-provider/define.ts';
import type {DocumentRecord} from '../mocks/data/records.ts';
import {formatCount} from '../src/locales/formats.ts';
import {DocumentDiscardedEvent} from '../src/widgets/document-detail/document-detail.events.ts';
import {discard, get, list, summary} from '../src/portal/documents.ts';
import {PortalConnection} from '../src/portal/connection.ts';
import {OrderCreatedEvent} from '../src/widgets/purchase-order-editor/purchase-order-editor.events.ts';
import type {DocumentSummaryElement} from '../src/widgets/document-summary/document-summary.ts';
import {
  describe,
  drawn,
  emulateMedia,
  expect,
  expectNoAxeViolations,
  findByText,
  getAllByRole,
  getByRole,
  getByText,
  heldAnswer,
  html,
  it,
  mount,
  nameOf,
  nextEvent,
  queryByRole,
  setViewport,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';

const portal = await startPortal();
const customer = 'demo-customer';

interface Options {
  token?: string;
  endpoint?: string;
  heading?: string;
  locale?: string;
  membership?: string;
}

async function mountSummary(
  {token = customer, endpoint = '/api/v1', heading, locale = 'en', membership}: Options = {},
  {ready = true} = {},
): Promise<DocumentSummaryElement> {
  const provider = await mount(html`
    <portal-provider .endpoint=${endpoint} .getToken=${() => Promise.resolve(token)} locale=${locale}>
      <document-summary .heading=${heading} .membership=${membership}></document-summary>
    </portal-provider>
  `);
  const element = provider.querySelector('document-summary');
  if (!element) throw new Error('There is no summary');
  if (ready) await settled(element);
  return element;
}

async function settled(element: Element): Promise<void> {
  await until(
    () => getByRole('region', {within: element}).getAttribute('aria-busy') === 'false',
    'an end of loading',
  );
}

const connection = (token: string) =>
  new PortalConnection({endpoint: '/api/v1', getToken: () => Promise.resolve(token), locale: 'en'});
const bodyRows = (element: Element) =>
  getAllByRole('row', {within: element}).filter((row) => row.querySelector('[role=rowheader]'));
const rowOf = (element: Element, name: string) =>
  getByRole('row', {name: new RegExp(`^${name}`), within: element});
const headers = (element: Element) => getAllByRole('columnheader', {within: element}).map(textOf);
const countOf = (documents: readonly DocumentRecord[], posted: boolean) =>
  formatCount(documents.filter((one) => one.posted === posted).length, 'en');

const types = [
  [customer, 'purchase-order', 'Purchase orders'],
  [customer, 'warehouse-receipt', 'Warehouse receipts'],
  [customer, 'purchase-return-order', 'Purchase return orders'],
  [customer, 'purchase-invoice', 'Purchase invoices'],
  [customer, 'purchase-credit-memo', 'Purchase credit memos'],
  ['demo-vendor', 'sales-order', 'Sales orders'],
  ['demo-vendor', 'warehouse-shipment', 'Warehouse shipments'],
  ['demo-vendor', 'sales-return-order', 'Sales return orders'],
  ['demo-vendor', 'sales-invoice', 'Sales invoices'],
  ['demo-vendor', 'sales-credit-memo', 'Sales credit memos'],
  ['demo-3pl', 'shipment', 'Shipments'],
  ['demo-3pl', 'delivery', 'Deliveries'],
] as const;

describe('document-summary', () => {
  describe('loaded', () => {
    for (const token of [customer, 'demo-vendor', 'demo-3pl']) {
      it(`counts what the portal has for ${token}`, async () => {
        const element = await mountSummary({token});
        const own = types.filter(([whose]) => whose === token);
        expect(bodyRows(element)).to.have.length(own.length);
        for (const [, type, name] of own) {
          const documents = portal.data.documents(token, type);
          const row = rowOf(element, name);
          const total = formatCount(documents.length, 'en');
          expect(textOf(row), type).to.include(`${name} ${total}`);
          if (documents.some(({posted}) => posted !== null)) {
            expect(textOf(row)).to.include(`${countOf(documents, true)} posted`);
            expect(textOf(row)).to.include(`${countOf(documents, false)} not posted`);
          } else {
            expect(textOf(row)).not.to.include('posted');
          }
        }
        await expectNoAxeViolations(element);
      });
    }

    it('says in words what each bar shows, and draws all bars on one scale', async () => {
      const element = await mountSummary();
      const bars = drawings(element);
      expect(bars.map(({name}) => name)).to.deep.equal(
        types
          .filter(([token, type]) => token === customer && type !== 'purchase-order')
          .map(([token, type]) => {
            const documents = portal.data.documents(token, type);
            return `${countOf(documents, true)} posted, ${countOf(documents, false)} not posted`;
          }),
      );
      const longest = Math.max(...bars.map(({length}) => length));
      const lengths = bars.map(({length}) => length / longest);
      const counts = types
        .filter(([token, type]) => token === customer && type !== 'purchase-order')
        .map(([token, type]) => portal.data.documents(token, type).length);
      const most = Math.max(...counts);
      for (const [index, count] of counts.entries()) {
        expect(lengths[index]).to.be.closeTo(count / most, 0.02);
      }
    });

    it('says what is open and overdue', async () => {
      const element = await mountSummary();
      const {items} = await summary(connection(customer));
      const invoices = items.find(({type}) => type === 'purchase-invoice');
      if (!invoices?.open || !invoices.overdue) throw new Error('Nothing is open');
      expect(headers(element)).to.deep.equal(['Type', 'Total', 'Posting', 'Open (EUR)', 'Overdue (EUR)']);
      const [open, overdue] = [invoices.open.amount, invoices.overdue.amount].map((amount) =>
        Number(amount).toLocaleString('en', {minimumFractionDigits: 2}),
      );
      const row = rowOf(element, 'Purchase invoices');
      expect(getByRole('button', {name: `Purchase invoices: €${open} open`, within: row})).to.exist;
      expect(getByRole('button', {name: `Purchase invoices: €${overdue} overdue`, within: row})).to.exist;
    });

    it('shows no money to whom prices are not shown', async () => {
      const element = await mountSummary({endpoint: '/no-prices/api/v1'});
      expect(headers(element)).to.deep.equal(['Type', 'Total', 'Posting']);
      expect(textOf(element)).not.to.match(/€|EUR|\.\d\d/);
    });

    it('says each currency where there are several', async () => {
      portal.faults.add({
        path: /documents-summary/,
        kind: 'status',
        status: 200,
        body: {
          items: [
            {
              type: 'purchase-invoice',
              total: 2,
              posted: 2,
              notPosted: 0,
              open: {amount: '10.5', currency: 'CHF'},
            },
            {
              type: 'purchase-credit-memo',
              total: 3,
              posted: 1,
              notPosted: 1,
              open: {amount: '7', currency: 'XQZ'},
            },
            {type: 'not-ours', total: 3, posted: 1, notPosted: 1},
          ],
        },
      });
      const element = await mountSummary();
      expect(headers(element)).to.deep.equal(['Type', 'Total', 'Posting', 'Open']);
      expect(bodyRows(element), 'a type that the member may not list').to.have.length(2);
      expect(textOf(element)).to.include('CHF 10.50');
      expect(textOf(element)).to.include('XQZ 7.00');
      // Of three, one is posted and one is not: so posting does not apply to the third, and says nothing of the type.
      expect(textOf(rowOf(element, 'Purchase credit memos'))).not.to.include('posted');
      expect(queryByRole('button', {name: /0 not posted/, within: element}), 'nothing behind it').to.be
        .undefined;
    });

    it('is read as cards on a narrow page, with nothing wider than the page', async () => {
      const element = await mountSummary();
      const container = element.parentElement;
      container?.style.setProperty('display', 'block');
      container?.style.setProperty('width', '320px');
      await until(() => getComputedStyle(bodyRows(element)[0] ?? element).display === 'grid');
      expect(element.scrollWidth).to.be.at.most(320);
      expect(bodyRows(element)).to.have.length(5);
      await expectNoAxeViolations(element);
    });

    it('cuts nothing off at any width, in a language of long words', async () => {
      const element = await mountSummary({locale: 'de'});
      const container = element.parentElement;
      container?.style.setProperty('display', 'block');
      for (const width of [320, 480, 640, 760, 800, 820, 880, 1000]) {
        container?.style.setProperty('width', `${width}px`);
        await until(() => element.clientWidth === width);
        const [first] = bodyRows(element);
        const {right} = element.getBoundingClientRect();
        expect(first?.getBoundingClientRect().right, `${width} px`).to.be.at.most(right);
      }
    });

    it('draws the bars from the right where one reads from the right', async () => {
      const element = await mountSummary();
      const [before] = drawings(element);
      element.dir = 'rtl';
      const [after] = drawings(element);
      expect(before?.startsAtLeft).to.be.true;
      expect(after?.startsAtLeft).to.be.false;
    });

    it('has enough contrast in the dark, and is complete in forced colours', async () => {
      const element = await mountSummary();
      element.style.colorScheme = 'dark';
      await expectNoAxeViolations(element);
      element.style.removeProperty('color-scheme');
      await emulateMedia({forcedColors: 'active'});
      const [posted, notPosted] = partsOf(element).map((part) => getComputedStyle(part).fill);
      expect(posted, 'filled and hollow').not.to.equal(notPosted);
    });

    it('has the title that the page gives it', async () => {
      const element = await mountSummary({heading: 'At a glance'});
      expect(getByRole('region', {name: 'At a glance', within: element})).to.exist;
      element.heading = '';
      await drawn(element);
      expect(queryByRole('heading', {within: element})).to.be.undefined;
    });
  });

  describe('leading on', () => {
    it('opens a type as a whole by its name', async () => {
      const element = await mountSummary();
      const opened = nextEvent(element, 'document-open');
      await user.click(getByRole('button', {name: 'Warehouse receipts', within: element}));
      const {documentType, id, filter, cancelable, composed} = await opened;
      expect({documentType, id, filter}).to.deep.equal({
        documentType: 'warehouse-receipt',
        id: undefined,
        filter: undefined,
      });
      expect(cancelable && composed).to.be.true;
    });

    for (const [name, filter] of [
      [/\d posted$/, {posted: true}],
      [/ not posted$/, {posted: false}],
      [/ open$/, {payment: 'unpaid'}],
      [/ overdue$/, {payment: 'overdue'}],
    ] as const) {
      it(`opens what is behind ${name}, and no more`, async () => {
        const element = await mountSummary();
        const row = rowOf(element, 'Purchase invoices');
        const opened = nextEvent(element, 'document-open');
        const button = getAllByRole('button', {name, within: row})[0];
        if (!button) throw new Error('There is no figure');
        button.focus();
        await user.press('Enter');
        expect((await opened).filter).to.deep.equal(filter);
        const page = await list(connection(customer), 'purchase-invoice', {...filter, limit: 1});
        const amount = page.totals?.[0]?.remaining;
        const {items} = await summary(connection(customer));
        const counted = items.find(({type}) => type === 'purchase-invoice');
        const isOpen = 'payment' in filter && filter.payment === 'unpaid';
        const expected = isOpen ? counted?.open?.amount : counted?.overdue?.amount;
        if ('payment' in filter) expect(amount).to.equal(expected);
        else expect(page.page.total).to.equal(filter.posted ? counted?.posted : counted?.notPosted);
      });
    }
  });

  describe('changes', () => {
    it('counts an order that another element has created', async () => {
      const element = await mountSummary();
      const before = portal.requests.length;
      const order = portal.data.documents(customer, 'purchase-order').at(-1);
      const {document: created} = await get(connection(customer), 'purchase-order', order?.id ?? '');
      const other = await mount(html`<p>Elsewhere</p>`);
      other.dispatchEvent(new OrderCreatedEvent(created));
      await until(() => portal.requests.slice(before).some(({path}) => path === '/documents-summary'));
      await settled(element);
      expect(bodyRows(element)).to.have.length(5);
    });

    it('counts a draft no more that another element has discarded', async () => {
      const element = await mountSummary();
      const draft = portal.data.documents(customer, 'purchase-order').find(({state}) => state === 'draft');
      const total = portal.data.documents(customer, 'purchase-order').length;
      await discard(connection(customer), 'purchase-order', draft?.id ?? '', {etag: '*'});
      const other = await mount(html`<p>Elsewhere</p>`);
      other.dispatchEvent(new DocumentDiscardedEvent({type: 'purchase-order', id: draft?.id ?? ''}));
      await until(() => textOf(rowOf(element, 'Purchase orders')).includes(formatCount(total - 1, 'en')));
    });

    it('keeps the figures when counting again fails, and says that they may be old', async () => {
      const element = await mountSummary();
      portal.faults.add({path: /documents-summary/, kind: 'status', status: 400, times: 1});
      await element.reload();
      expect(await findByText(/may be out of date/, {within: element})).to.exist;
      expect(bodyRows(element)).to.have.length(5);
      await user.click(getByRole('button', {name: 'Try again', within: element}));
      await until(() => !textOf(element).includes('out of date'));
    });
  });

  describe('states', () => {
    it('unconfigured: shows nothing', async () => {
      const element = await mount(html`<document-summary></document-summary>`);
      expect(textOf(element)).to.equal('');
    });

    it('loading: says so, in the room that the figures will take', async () => {
      await setViewport({width: 1000, height: 700});
      const answer = heldAnswer();
      portal.faults.add({path: /documents-summary/, kind: 'delay', until: answer.isDue});
      const element = await mountSummary({}, {ready: false});
      expect(textOf(getByRole('status', {within: element}))).to.equal('Loading…');
      await expectNoAxeViolations(element);
      const {height} = element.getBoundingClientRect();
      answer.send();
      await settled(element);
      expect(element.getBoundingClientRect().height).to.be.closeTo(height, 4);
    });

    it('empty: says that there is nothing to see', async () => {
      const element = await mountSummary({endpoint: '/not-allowed/api/v1'});
      expect(getByText('There are no documents that you may see.', {within: element})).to.exist;
      expect(queryByRole('button', {within: element})).to.be.undefined;
      await expectNoAxeViolations(element);
    });

    it('nothing yet: zeros that lead nowhere', async () => {
      const element = await mountSummary({endpoint: '/empty/api/v1'});
      expect(bodyRows(element)).to.have.length(5);
      expect(getAllByRole('button', {within: element}).map(nameOf)).to.deep.equal(
        types.filter(([token]) => token === customer).map(([, , name]) => name),
      );
    });

    it('not allowed: says so, and shows nothing to press', async () => {
      const element = await mountSummary({endpoint: '/forbidden/api/v1'});
      expect(textOf(element)).to.match(/not allowed|may not|not permitted/i);
      expect(queryByRole('button', {within: element})).to.be.undefined;
      await expectNoAxeViolations(element);
    });

    it('signed out: says so, and leads back', async () => {
      const element = await mountSummary();
      portal.faults.add({kind: 'status', status: 401, times: 100});
      const expired = nextEvent(element, 'session-expired');
      await element.reload();
      await expired;
      await findByText('You are signed out.', {within: element});
      await expectNoAxeViolations(element);
      portal.faults.clear();
      await user.click(getByRole('button', {name: 'Sign in again', within: element}));
      await until(() => bodyRows(element).length === 5);
    });

    it('failed: says what happened, with a reference, and tries again', async () => {
      portal.faults.add({
        path: /documents-summary/,
        kind: 'status',
        status: 400,
        body: {title: 'Bad', status: 400, traceId: 'trace-7'},
      });
      const element = await mountSummary();
      await findByText(/trace-7/, {within: element});
      await expectNoAxeViolations(element);
      await user.click(getByRole('button', {name: 'Try again', within: element}));
      await until(() => bodyRows(element).length === 5);
    });

    it('one type broken: shows the others and says so', async () => {
      const element = await mountSummary({endpoint: '/malformed/api/v1'});
      expect(bodyRows(element)).to.have.length(4);
      expect(getByText('The figures of 1 document type could not be read.', {within: element})).to.exist;
      await expectNoAxeViolations(element);
    });

    it('another membership: shows nothing of the first', async () => {
      const element = await mountSummary();
      element.membership = 'm-10187';
      await drawn(element);
      await settled(element);
      expect(bodyRows(element)).to.have.length(2);
      expect(textOf(element)).not.to.include('Purchase invoices');
    });
  });
});

interface Drawing {
  name: string;
  length: number;
  startsAtLeft: boolean;
}

function barsOf(element: Element): SVGElement[] {
  return [...(element.shadowRoot?.querySelectorAll<SVGElement>('svg[role=img]') ?? [])];
}

/** The shapes of the first bar. */
function partsOf(element: Element): Element[] {
  return [...(barsOf(element)[0]?.children ?? [])];
}

/** The bars as they are seen. */
function drawings(element: Element): Drawing[] {
  return barsOf(element).map((bar) => {
    const parts = [...bar.children].map((part) => part.getBoundingClientRect());
    const frame = bar.getBoundingClientRect();
    const left = Math.min(...parts.map((part) => part.left));
    const right = Math.max(...parts.map((part) => part.right));
    const firstLeft = parts[0]?.left ?? 0;
    return {
      name: bar.getAttribute('aria-label') ?? '',
      length: right - left,
      startsAtLeft: Math.abs(firstLeft - frame.left) < 1,
    };
  });
}
