import type {PlaceChangedEvent} from '../src/widgets/partner-portal/partner-portal.events.ts';
import {statusOf} from './partner-list-page.ts';
import {arrived, current, mountPortal, offered, ownAddress, visit} from './partner-portal-page.ts';
import {
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  getByRole,
  it,
  nextEvent,
  queryByRole,
  queryByText,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';

const portal = await startPortal();

const asked = (path: RegExp): number => portal.requests.filter((request) => path.test(request.path)).length;

/** Opens the first document of the list that is shown. */
async function openFirst(element: Element): Promise<string> {
  const table = await findByRole('table', {within: element});
  const [row] = [...(await until(() => rowsOf(table), 'rows'))];
  if (!row) throw new Error('There is no row');
  const number = textOf(row);
  await user.click(row);
  return number;
}

function rowsOf(table: Element): HTMLElement[] {
  const rows = [...table.querySelectorAll<HTMLElement>('[part~=open]')];
  if (rows.length === 0) throw new Error('There are no rows');
  return rows;
}

describe('partner-portal', () => {
  ownAddress();

  it('offers a customer what the portal allows, in its order, and begins with an overview', async () => {
    const element = await mountPortal();
    expect(offered(element)).to.deep.equal([
      'Overview',
      'Purchase orders',
      'Warehouse receipts',
      'Purchase return orders',
      'Purchase invoices',
      'Purchase credit memos',
      'Company details',
      'Help',
    ]);
    getByRole('heading', {name: 'Overview', within: element});
    await findByRole('link', {name: 'New purchase order', within: element});
    await findByRole('button', {name: /22,814|Overdue/, within: element}).catch(() => undefined);
    expect(current(element)).to.deep.equal(['Overview']);
    await expectNoAxeViolations(element);
  });

  it('calls documents what the portal calls them, everywhere', async () => {
    const element = await mountPortal({token: 'demo-vendor'});
    expect(offered(element)).to.deep.equal([
      'Overview',
      'Orders to you',
      'Warehouse shipments',
      'Sales return orders',
      'Your invoices',
      'Sales credit memos',
      'Company details',
      'Help',
    ]);
    await findByRole('button', {name: 'Your invoices', within: element});
    await visit(element, 'Your invoices');
    await openFirst(element);
    await findByRole('heading', {name: /^Your invoice /, within: element});
  });

  it("lets the page's own words come before the portal's", async () => {
    const element = await mountPortal({
      token: 'demo-vendor',
      strings: {'document-type.sales-order': 'What we owe you'},
    });
    expect(offered(element)).to.include('What we owe you');
    expect(offered(element)).to.include('Your invoices');
  });

  it('shows a 3PL customer shipments and deliveries, and nothing else', async () => {
    const element = await mountPortal({token: 'demo-3pl'});
    expect(offered(element)).to.deep.equal([
      'Overview',
      'Dispatch orders',
      'Inbound deliveries',
      'Company details',
      'Help',
    ]);
    await findByRole('link', {name: 'New dispatch order', within: element});
    getByRole('link', {name: 'New inbound delivery', within: element});
  });

  it('shows the host partners and invitations', async () => {
    const element = await mountPortal({token: 'demo-host'});
    expect(offered(element)).to.deep.equal([
      'Overview',
      'Company details',
      'Partners',
      'Invite partners',
      'Help',
    ]);
    // How many have accepted, and how many have not.
    for (const [word, status] of [
      ['Accepted', 'accepted'],
      ['Pending', 'pending'],
    ] as const) {
      const count = portal.data.world.partners.filter((partner) => statusOf(partner) === status).length;
      await findByText(new RegExp(`^(${word} ${count}|${count} ${word})$`), {within: element});
    }
    await visit(element, 'Partners');
    await findByRole('table', {within: element});
    await visit(element, 'Invite partners');
    await findByRole('textbox', {name: 'E-mail address', within: element});
  });

  it('loads nothing of a list before it is opened', async () => {
    const element = await mountPortal();
    await findByRole('button', {name: 'Purchase invoices', within: element});
    expect(asked(/documents\/purchase-invoice$/)).to.equal(0);
    await visit(element, 'Purchase invoices');
    await findByRole('table', {within: element});
    expect(asked(/documents\/purchase-invoice$/)).to.be.at.least(1);
    expect(asked(/documents\/purchase-order$/)).to.equal(0);
  });

  it('moves the focus, the mark and the title of the page with the place', async () => {
    const element = await mountPortal();
    await visit(element, 'Warehouse receipts');
    expect(current(element)).to.deep.equal(['Warehouse receipts']);
    expect(document.title).to.equal('Warehouse receipts · Intranet');
    expect(location.hash).to.equal('#portal=documents/warehouse-receipt');
    const number = await openFirst(element);
    await arrived(element, 'Warehouse receipt');
    await until(() => document.title === `Warehouse receipt ${number} · Intranet`, 'the title');
    expect(current(element)).to.deep.equal(['Warehouse receipts']);
    history.back();
    await arrived(element, 'Warehouse receipts');
    expect(document.title).to.equal('Warehouse receipts · Intranet');
  });

  it('finds a list as it was left, and asks nothing again for that', async () => {
    const element = await mountPortal();
    await visit(element, 'Purchase orders');
    await openFirst(element);
    await findByRole('heading', {name: /^Purchase order /, within: element});
    const before = asked(/documents\/purchase-order$/);
    await user.click(
      getByRole('link', {name: 'Purchase orders', within: getByRole('group', {name: 'Purchase order'})}),
    );
    await arrived(element, 'Purchase orders');
    await findByRole('table', {within: element});
    history.back();
    await findByRole('heading', {name: /^Purchase order /, within: element});
    history.back();
    await arrived(element, 'Purchase orders');
    expect(asked(/documents\/purchase-order$/)).to.be.at.most(before + 1);
  });

  it('opens the place of its address', async () => {
    history.replaceState(null, '', '#portal=write/purchase-order');
    const element = await mountPortal();
    await findByRole('form', {within: element});
    getByRole('heading', {name: 'New purchase order', within: element});
    expect(document.title).to.equal('New purchase order · Intranet');
  });

  it('leaves the rest of the address as it is', async () => {
    history.replaceState(null, '', '#tab=2&x=%20+');
    const element = await mountPortal();
    await visit(element, 'Purchase invoices');
    expect(location.hash).to.equal('#tab=2&x=%20+&portal=documents/purchase-invoice');
    // An anchor of the page says nothing of the portal.
    location.hash = 'imprint';
    await until(() => location.hash === '#imprint', 'the anchor');
    getByRole('heading', {name: 'Purchase invoices', within: element});
    await visit(element, 'Company details');
    expect(location.hash).to.equal('#portal=company');
  });

  it('takes an id for what it is, whatever is in it', async () => {
    history.replaceState(null, '', '#portal=documents/purchase-order/a%2Fb%26c%3D%25');
    await mountPortal();
    await until(
      () => asked(/documents\/purchase-order\/a%2Fb%26c%3D%25$/) > 0,
      'the document to be asked for',
    );
  });

  for (const text of [
    'documents/sales-invoice',
    'write/warehouse-receipt',
    'partners',
    'documents/constructor',
  ])
    it(`says that there is nothing for the member at ${text}`, async () => {
      history.replaceState(null, '', `#portal=${text}`);
      const element = await mountPortal();
      await findByText('There is nothing here that you may see.', {within: element});
      await user.click(getByRole('link', {name: 'To the overview', within: element}));
      await arrived(element, 'Overview');
      expect(portal.requests.some(({status}) => status === 403)).to.equal(false);
    });

  for (const text of ['nowhere', 'documents', 'documents//x', '%', 'write/purchase-order/repeat', '<script>'])
    it(`begins with the overview where the address says ${text}`, async () => {
      history.replaceState(null, '', `#portal=${text}`);
      const element = await mountPortal();
      getByRole('heading', {name: 'Overview', within: element});
    });

  it('begins where the page wants, if that is there for the member', async () => {
    const element = await mountPortal({start: 'purchase-invoice'});
    getByRole('heading', {name: 'Purchase invoices', within: element});
    const other = await mountPortal({start: 'sales-invoice', routing: 'none'});
    getByRole('heading', {name: 'Overview', within: other});
  });

  it('leaves the address and the title alone where the page has a router of its own', async () => {
    const element = await mountPortal({routing: 'none'});
    const {href} = location;
    const changed = nextEvent(element, 'place-changed');
    await user.click(
      getByRole('button', {
        name: 'Warehouse receipts',
        within: getByRole('navigation', {name: 'Portal', within: element}),
      }),
    );
    const {place, label} = await changed;
    expect(place).to.equal('documents/warehouse-receipt');
    expect(label).to.equal('Warehouse receipts');
    expect(element.place).to.equal('documents/warehouse-receipt');
    expect(location.href).to.equal(href);
    expect(document.title).to.equal('Intranet');
    element.place = 'company';
    await arrived(element, 'Company details');
    expect(location.href).to.equal(href);
  });

  it('leaves a fragment alone that is a path of another router', async () => {
    history.replaceState(null, '', '#/orders/7');
    const element = await mountPortal();
    await user.click(
      getByRole('button', {
        name: 'Purchase orders',
        within: getByRole('navigation', {name: 'Portal', within: element}),
      }),
    );
    await arrived(element, 'Purchase orders');
    expect(location.hash).to.equal('#/orders/7');
  });

  it('gives the address to the first of two portals', async () => {
    const first = await mountPortal();
    const second = await mountPortal();
    expect(
      queryByRole('link', {
        name: 'Company details',
        within: getByRole('navigation', {name: 'Portal', within: second}),
      }),
    ).to.equal(undefined);
    await visit(first, 'Purchase invoices');
    expect(location.hash).to.equal('#portal=documents/purchase-invoice');
    getByRole('heading', {name: 'Overview', within: second});
  });

  it('narrows a list down to the figure that was chosen, and Back leads to the overview', async () => {
    const element = await mountPortal();
    await user.click(
      await findByRole('button', {
        name: /not posted.*Purchase invoices|10 not posted/,
        within: element,
      }).catch(async () => findByRole('button', {name: /Purchase invoices.*10/, within: element})),
    );
    await arrived(element, 'Purchase invoices');
    await until(() => location.search.includes('purchase-invoice.posted=false'), 'the filter in the address');
    history.back();
    await arrived(element, 'Overview');
    expect(location.search).not.to.include('purchase-invoice.posted');
  });

  it('leaves intents to a host that follows them itself', async () => {
    const element = await mountPortal({start: 'purchase-order'});
    const host = element.parentElement;
    host?.addEventListener('document-open', (event) => event.preventDefault());
    const opened = nextEvent(element, 'document-open');
    await openFirst(element);
    await opened;
    getByRole('heading', {name: 'Purchase orders', within: element});
    expect(location.hash).to.equal('');
    expect(queryByText('Purchase order', {within: element})).to.equal(undefined);
  });

  it('speaks the language of the page, also when that changes', async () => {
    const element = await mountPortal({locale: 'de', token: 'demo-vendor'});
    expect(offered(element)).to.include('Ihre Rechnungen');
    await visit(element, 'Firmendaten');
    const provider = element.closest('portal-provider');
    if (provider) provider.locale = 'en';
    await until(() => offered(element).includes('Your invoices'), 'English');
    getByRole('heading', {name: 'Company details', within: element});
  });
});

declare global {
  interface HTMLElementEventMap {
    'place-changed': PlaceChangedEvent;
  }
}
