import {
  body,
  column,
  customer,
  inSight,
  listRequests,
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
  findByText,
  focusedElement,
  getByRole,
  html,
  it,
  mount,
  queryByRole,
  queryByText,
  textOf,
  until,
  user,
} from './support/index.ts';

describe('document-list', () => {
  describe('loading again', () => {
    it('keeps the place and what has the focus', async () => {
      const list = await mountList({type: 'purchase-order'});
      body(list).scrollTo(0, 2400);
      await until(() => Number(inSight(list)[0]?.getAttribute('aria-rowindex')) > 45);
      const button = getByRole('button', {within: inSight(list)[1]});
      const number = textOf(button);
      button.focus();
      await settled(list);
      const places = () => inSight(list).map(({ariaRowIndex}) => ariaRowIndex);
      const before = places();
      await list.reload();
      await drawn(list);
      expect(places()).to.deep.equal(before);
      expect(textOf(focusedElement() ?? document.body)).to.equal(number);
    });

    it('stays at the document that is looked at when a new one has come before it', async () => {
      const list = await mountList({type: 'purchase-order'});
      body(list).scrollTo(0, 2400);
      await until(() => Number(inSight(list)[0]?.getAttribute('aria-rowindex')) > 45);
      await until(() => rows(list).length === inSight(list).length || rows(list).length > 15);
      const numbers = () => inSight(list).map((row) => textOf(row.firstElementChild ?? row));
      const before = numbers();
      await createOrder('5b2c8f5e-4a0e-4e8e-9a43-6a5f0c1d7b12');
      await list.reload();
      await until(() => inSight(list)[0]?.getAttribute('aria-rowindex') !== null);
      await drawn(list);
      await until(() => numbers().join() === before.join(), 'the same documents at the same place');
    });

    it('keeps the rows when it fails', async () => {
      const list = await mountList();
      portal.faults.add({path: /documents/, kind: 'status', status: 400});
      await list.reload();
      await findByText(/The list may be out of date/, {within: list});
      expect(rows(list)).to.have.length.above(5);
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

      const number = await createOrder('5b2c8f5e-4a0e-4e8e-9a43-6a5f0c1d7b11');
      other.dispatchEvent(created('purchase-order'));
      await until(() => column(list, /Number/)[0]?.startsWith(number), `the order ${number} at the top`);
    });

    it('does not care for an order at another portal', async () => {
      const list = await mountList({type: 'purchase-order'});
      const elsewhere = await mountList({type: 'purchase-order', endpoint: '/elsewhere/api/v1'});
      const before = listRequests().filter(({scenario}) => scenario === '').length;
      elsewhere.dispatchEvent(created('purchase-order'));
      await until(() => listRequests().filter(({scenario}) => scenario === 'elsewhere').length === 2);
      expect(listRequests().filter(({scenario}) => scenario === '')).to.have.length(before);
      expect(rows(list)).to.have.length.above(5);
    });
  });

  describe('life in the page', () => {
    it('loads once when it is moved', async () => {
      const list = await mountList();
      const before = listRequests().length;
      list.parentElement?.append(document.createElement('div'), list);
      await drawn(list);
      // The portal notes requests in their order.
      await list.reload();
      expect(listRequests()).to.have.length(before + 1);
      expect(rows(list)).to.have.length.above(5);
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
      expect(rows(list)).to.have.length.above(5);
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
      expect(rows(list)).to.have.length.above(5);
    });

    for (const endpoint of ['/api/v1', '/empty/api/v1']) {
      it(`draws what loads where it will stand, 320px wide, at ${endpoint}`, async () => {
        document.body.style.inlineSize = '320px';
        const list = await mountList({endpoint}, {ready: false});
        await drawn(list);
        const top = () => list.shadowRoot?.querySelector('[part=body]')?.getBoundingClientRect().top;
        const loading = top();
        await settled(list);
        const loaded = top();
        document.body.style.removeProperty('inline-size');
        expect(loading).to.be.a('number').that.equals(loaded);
      });
    }

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
});

function created(type: string): Event {
  return Object.assign(new Event('order-created', {bubbles: true, composed: true}), {document: {type}});
}

/** Another order at the portal; its number. */
async function createOrder(key: string): Promise<string> {
  const response = await fetch('/api/v1/documents/purchase-order', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${customer}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(orderOf(portal.data.items(customer))),
  });
  expect(response.status).to.equal(201);
  return ((await response.json()) as {number: string}).number;
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
