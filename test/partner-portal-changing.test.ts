import {openDB} from 'idb';
import type {PartnerPortal} from '../src/widgets/partner-portal/partner-portal.ts';
import {deviceDrafts} from '../src/orders/draft-store.ts';
import {PortalClient} from '../src/portal/client.ts';
import {PortalError} from '../src/portal/errors.ts';
import {arrived, mountPortal, offered, ownAddress, visit} from './partner-portal-page.ts';
import {send, writeOrder} from './purchase-order-editor-page.ts';
import {
  beforeEach,
  describe,
  drawn,
  expect,
  findByLabel,
  findByRole,
  findByText,
  focusedElement,
  getByLabel,
  getByRole,
  it,
  queryByRole,
  queryByText,
  startPortal,
  until,
  user,
} from './support/index.ts';
import {flatContains} from './support/flat-tree.ts';

await startPortal();
beforeEach(() => deviceDrafts.forget());

/** Signs out where nothing is unfinished. */
async function signOut(element: PartnerPortal): Promise<void> {
  await user.click(getByRole('button', {name: 'Sign out', within: element}));
  await findByText('You are signed out.', {within: element});
}

/** The page has another user, or none. */
function signIn(element: PartnerPortal, token: string): void {
  const provider = element.closest('portal-provider');
  if (!provider) throw new Error('There is no provider');
  const client = new PortalClient({endpoint: '/api/v1', getToken: () => Promise.resolve(token)});
  provider.client = client;
}

describe('partner-portal, when what is around it changes', () => {
  ownAddress();

  it('is nowhere once the user has signed out, and tells of no other place', async () => {
    const element = await mountPortal();
    await visit(element, 'Purchase invoices');
    const told: string[] = [];
    element.addEventListener('place-changed', ({place}) => told.push(place));
    await signOut(element);
    await drawn(element);
    expect(told).to.deep.equal([]);
    expect(element.place).to.equal(undefined);
    expect(document.title).to.equal('Intranet');
  });

  it('begins where the page wants for whoever signs in next', async () => {
    const element = await mountPortal({start: 'company'});
    await visit(element, 'Purchase invoices');
    await signOut(element);
    signIn(element, 'demo-vendor');
    await findByRole('heading', {name: 'Company details', within: element});
    expect(offered(element)).to.include('Your invoices');
    expect(document.title).to.equal('Company details · Intranet');
  });

  it('asks nobody else what one was asked', async () => {
    const element = await mountPortal({start: 'write/purchase-order'});
    await user.fill(await findByLabel(/^Your reference/, {within: element}), 'KA-3002');
    await user.click(getByRole('button', {name: 'Sign out', within: element}));
    await findByRole('dialog', {name: 'There is an order that was not sent'});
    signIn(element, 'demo-host');
    await until(() => offered(element).includes('Partners'), 'somebody else');
    expect(queryByRole('dialog')).to.equal(undefined);
  });

  it('tells links from each other that say the same', async () => {
    const element = await mountPortal({token: 'demo-3pl'});
    const names = ['Dispatch orders from a file', 'Inbound deliveries from a file'];
    for (const name of names) await findByRole('link', {name, within: element});
  });

  it('says in the title of the page where one is in the language of the page, also when that changes', async () => {
    const element = await mountPortal();
    await visit(element, 'Purchase invoices');
    const provider = element.closest('portal-provider');
    // As a page does that writes its own title in the language.
    document.title = 'Hausnetz';
    if (provider) provider.locale = 'de';
    await until(() => document.title === 'Einkaufsrechnungen · Hausnetz', 'the German title');
  });

  it('leaves the title of the page as it was, and finds it so when it comes again', async () => {
    const element = await mountPortal();
    await visit(element, 'Purchase invoices');
    const parent = element.parentElement;
    element.remove();
    await Promise.resolve();
    expect(document.title).to.equal('Intranet');
    parent?.append(element);
    await until(() => document.title === 'Purchase invoices · Intranet', 'the title');
  });

  it('closes a question first, and then the menu that it came from', async () => {
    const element = await mountPortal({width: 360, start: 'write/purchase-order'});
    await user.fill(await findByLabel(/^Your reference/, {within: element}), 'KA-3000');
    await user.click(getByRole('button', {name: 'Menu', within: element}));
    await user.click(await findByRole('button', {name: 'Sign out', within: element}));
    await findByRole('dialog', {name: 'There is an order that was not sent'});
    await user.press('Escape');
    await until(() => queryByRole('dialog') === undefined, 'the question to be gone');
    getByRole('navigation', {name: 'Portal', within: element});
  });

  it('marks an order as not sent no longer than it is', async () => {
    const element = await mountPortal({start: 'write/purchase-order'});
    await findByRole('form', {within: element});
    await writeOrder();
    await visit(element, 'Company details');
    await user.click(getByRole('link', {name: 'New purchase order Not sent', within: element}));
    await arrived(element, 'New purchase order');
    await send();
    await until(() => queryByText('Not sent', {within: element}) === undefined, 'the mark to be gone');
  });

  for (const way of ['another membership', 'signing out'])
    it(`takes what a list was narrowed down to out of the address with ${way}`, async () => {
      history.replaceState(null, '', '?tab=2&purchase-order.q=KA-7#portal=documents/purchase-order');
      const element = await mountPortal();
      await findByLabel('Search', {within: element}).catch(() => undefined);
      if (way === 'signing out') await signOut(element);
      else {
        user.select(
          getByLabel<HTMLSelectElement>('Acting for', {within: element}),
          'Zerlach Gebäudetechnik AG',
        );
        await user.click(await findByRole('button', {name: 'Switch', within: element}));
        await arrived(element, 'Overview');
      }
      expect(location.search).to.equal('?tab=2');
    });

  it('keeps the focus when what has it is loaded at last', async () => {
    const element = await mountPortal();
    const {loadWidget} = element;
    let fails = true;
    Object.assign(element, {
      loadWidget: (name: Parameters<typeof loadWidget>[0]) =>
        fails ? Promise.reject(new PortalError('failed')) : loadWidget(name),
    });
    if (customElements.get('partner-list')) throw new Error('It is there already');
    signIn(element, 'demo-host');
    await until(() => offered(element).includes('Partners'), 'the host');
    await visit(element, 'Partners');
    const again = await findByRole('button', {name: 'Try again', within: element});
    fails = false;
    again.focus();
    await user.press('Enter');
    await findByRole('table', {within: element});
    const focused = focusedElement();
    expect(focused && flatContains(element, focused)).to.equal(true);
  });

  it('signs out also where the device does not forget', async () => {
    const element = await mountPortal({start: 'write/purchase-order'});
    await user.fill(await findByLabel(/^Your reference/, {within: element}), 'KA-3001');
    // Another tab that does not let go of it.
    const held = await openDB('partner-portal-widgets-uploads', 2, {
      upgrade(database) {
        for (const store of ['uploads', 'parts', 'sent']) database.createObjectStore(store);
      },
    });
    await user.click(getByRole('button', {name: 'Sign out', within: element}));
    const dialog = await findByRole('dialog', {name: 'There is an order that was not sent'});
    await user.click(getByRole('checkbox', {name: /^Other people use this device/}));
    await user.click(getByRole('button', {name: 'Sign out', within: dialog}));
    await findByText('You are signed out.', {within: element});
    held.close();
  });

  it('has links to its own page where the page has a base', async () => {
    const base = document.createElement('base');
    base.href = '/elsewhere/';
    document.head.append(base);
    try {
      const element = await mountPortal();
      const link = getByRole<HTMLAnchorElement>('link', {name: 'Purchase invoices', within: element});
      expect(link.href).to.equal(`${location.href}#portal=documents/purchase-invoice`);
      expect(link.search).to.equal(location.search);
    } finally {
      base.remove();
    }
  });
});
