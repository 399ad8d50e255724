import {deviceDrafts} from '../src/orders/draft-store.ts';
import {arrived, mountPortal, offered, ownAddress, visit} from './partner-portal-page.ts';
import {
  beforeEach,
  describe,
  drawn,
  expect,
  expectNoAxeViolations,
  findByLabel,
  findByRole,
  findByText,
  getByLabel,
  getByRole,
  heldAnswer,
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
beforeEach(() => deviceDrafts.forget());

/** The members that were asked for since a moment. */
const askedFor = (since: number): Set<string | null> =>
  new Set(portal.requests.slice(since).map(({headers}) => new Headers(headers).get('Portal-Membership')));

/** Begins an order, as far as its reference. */
async function writeReference(element: Element, text: string): Promise<void> {
  await user.click(await findByRole('link', {name: 'New purchase order', within: element}));
  await arrived(element, 'New purchase order');
  await user.fill(await findByLabel(/^Your reference/, {within: element}), text);
}

const membership = (element: Element): HTMLSelectElement =>
  getByLabel<HTMLSelectElement>('Acting for', {within: element});

/** Chooses a membership, which does nothing yet, and switches to it. */
async function actFor(element: Element, name: string): Promise<void> {
  user.select(membership(element), name);
  await user.click(await findByRole('button', {name: 'Switch', within: element}));
}

describe('partner-portal, leaving', () => {
  ownAddress();

  it('keeps what is being written while one looks elsewhere, and says that it was not sent', async () => {
    const element = await mountPortal();
    await writeReference(element, 'KA-2000');
    await visit(element, 'Company details');
    const link = getByRole('link', {name: 'New purchase order Not sent', within: element});
    await user.click(link);
    await arrived(element, 'New purchase order');
    expect(getByLabel(/^Your reference/, {within: element}).value).to.equal('KA-2000');
  });

  it('warns whoever closes the page with an order that was not sent', async () => {
    const element = await mountPortal();
    const isHeld = (): boolean => !window.dispatchEvent(new Event('beforeunload', {cancelable: true}));
    expect(isHeld()).to.equal(false);
    await writeReference(element, 'KA-2001');
    expect(isHeld()).to.equal(true);
    await user.fill(getByLabel(/^Your reference/, {within: element}), '');
    await until(() => !isHeld(), 'nothing to be lost');
  });

  it('asks before another membership is acted for, and drops all that is of the first one', async () => {
    const element = await mountPortal();
    await visit(element, 'Warehouse receipts');
    const table = await findByRole('table', {within: element});
    const number = await until(() => textOf(table).match(/P?WS-\d+/)?.[0], 'a number');
    await writeReferenceFromList(element);
    await actFor(element, 'Zerlach Gebäudetechnik AG');
    const dialog = await findByRole('dialog', {name: 'There is an order that was not sent'});
    await expectNoAxeViolations(element);
    await user.press('Escape');
    await until(() => queryByRole('dialog') === undefined, 'the question to be gone');
    expect(membership(element).selectedOptions[0]?.label).to.equal('Kessler-Amrain Anlagenbau GmbH');
    expect(dialog.isConnected).to.equal(true);

    await actFor(element, 'Zerlach Gebäudetechnik AG');
    const since = portal.requests.length;
    const changed = nextEvent(element, 'membership-changed');
    await user.click(await findByRole('button', {name: 'Switch'}));
    expect((await changed).membershipId).to.equal('m-10187');
    await arrived(element, 'Overview');
    expect(offered(element)).to.deep.equal(['Overview', 'Purchase orders', 'Warehouse receipts', 'Help']);
    expect(textOf(element)).not.to.include(number);
    expect([...askedFor(since)]).to.deep.equal(['m-10187']);
    expect(location.hash).to.equal('#portal=overview&portal-membership=m-10187');

    await actFor(element, 'Kessler-Amrain Anlagenbau GmbH');
    await until(() => offered(element).includes('Company details'), 'the first membership');
    const unfinished = await findByRole('region', {name: 'Not sent yet', within: element});
    expect(textOf(unfinished)).to.include('KA-2002');
  });

  async function writeReferenceFromList(element: Element): Promise<void> {
    await visit(element, 'Overview');
    await writeReference(element, 'KA-2002');
  }

  it('acts for the membership of its address', async () => {
    history.replaceState(null, '', '#portal=documents/warehouse-receipt&portal-membership=m-10187');
    const element = await mountPortal();
    getByRole('heading', {name: 'Warehouse receipts', within: element});
    await findByRole('table', {within: element});
    expect([...askedFor(0)]).to.deep.equal(['m-10187']);
    expect(membership(element).selectedOptions[0]?.label).to.equal('Zerlach Gebäudetechnik AG');
  });

  it("shows one's own portal where the address has a membership of somebody else", async () => {
    history.replaceState(null, '', '#portal=documents/purchase-invoice&portal-membership=m-70011');
    const element = await mountPortal();
    const notice = await findByText(/^The link was made for another membership than yours\./, {
      within: element,
    });
    expect(textOf(notice)).to.include('Kessler-Amrain Anlagenbau GmbH');
    expect(offered(element)).to.include('Purchase invoices');
    await user.click(getByRole('button', {name: 'Close', within: element}));
    await until(() => queryByText(/^The link was made/) === undefined, 'the notice to be gone');
  });

  it('shows nothing of a former membership whose answer comes late', async () => {
    const element = await mountPortal();
    const answer = heldAnswer();
    portal.faults.add({path: '/documents/purchase-invoice', kind: 'delay', until: answer.isDue});
    await visit(element, 'Purchase invoices');
    await actFor(element, 'Zerlach Gebäudetechnik AG');
    await until(() => !offered(element).includes('Purchase invoices'), 'the other membership');
    answer.send();
    await drawn(element);
    expect(queryByRole('table', {name: /invoice/i, within: element})).to.equal(undefined);
  });

  it('tells the host that the user signs out, and shows nothing more of them', async () => {
    const element = await mountPortal();
    await visit(element, 'Purchase invoices');
    await findByRole('table', {within: element});
    const signedOut = nextEvent(element, 'sign-out');
    await user.click(getByRole('button', {name: 'Sign out', within: element}));
    await signedOut;
    await findByText('You are signed out.', {within: element});
    expect(queryByRole('navigation', {name: 'Portal', within: element})).to.equal(undefined);
    expect(location.hash).to.equal('');
    const since = portal.requests.length;
    await user.click(getByRole('button', {name: 'Sign in again', within: element}));
    await findByRole('heading', {name: 'Overview', within: element});
    expect(portal.requests.slice(since).some(({path}) => path.endsWith('/me'))).to.equal(true);
  });

  it('takes what the user looked at out of title and address, and begins at the overview again', async () => {
    const element = await mountPortal();
    await visit(element, 'Warehouse receipts');
    await user.click(await findByRole('radio', {name: 'Not posted', within: element}));
    await until(() => location.search.includes('warehouse-receipt.posted'), 'the filter in the address');
    await user.click(getByRole('button', {name: 'Sign out', within: element}));
    await findByText('You are signed out.', {within: element});
    expect(document.title).to.equal('Intranet');
    expect(location.search).not.to.include('warehouse-receipt');
    await user.click(getByRole('button', {name: 'Sign in again', within: element}));
    await arrived(element, 'Overview');
  });

  it('leaves signing out to a host that prevents it', async () => {
    const element = await mountPortal();
    element.addEventListener('sign-out', (event) => event.preventDefault());
    await user.click(getByRole('button', {name: 'Sign out', within: element}));
    await drawn(element);
    getByRole('navigation', {name: 'Portal', within: element});
  });

  for (const forgets of [false, true])
    it(`${forgets ? 'removes' : 'keeps'} unfinished orders of this device at signing out, as the user says`, async () => {
      const element = await mountPortal();
      await writeReference(element, 'KA-2003');
      await nextEvent(element, 'draft-saved');
      await user.click(getByRole('button', {name: 'Sign out', within: element}));
      await findByRole('dialog', {name: 'There is an order that was not sent'});
      if (forgets) await user.click(getByRole('checkbox', {name: /^Other people use this device/}));
      await user.click(getByRole('button', {name: 'Sign out'}));
      await findByText('You are signed out.', {within: element});
      await user.click(getByRole('button', {name: 'Sign in again', within: element}));
      await findByRole('heading', {name: 'Overview', within: element});
      await findByRole('button', {name: 'Purchase invoices', within: element});
      if (forgets) expect(queryByRole('region', {name: 'Not sent yet', within: element})).to.equal(undefined);
      else
        expect(textOf(await findByRole('region', {name: 'Not sent yet', within: element}))).to.include(
          'KA-2003',
        );
    });

  it('goes on with an unfinished order from the overview', async () => {
    const first = await mountPortal();
    await writeReference(first, 'KA-2004');
    await nextEvent(first, 'draft-saved');
    first.remove();
    history.replaceState(null, '', location.pathname);
    const element = await mountPortal();
    const region = await findByRole('region', {name: 'Not sent yet', within: element});
    await user.click(getByRole('link', {name: 'Purchase order', within: region}));
    await arrived(element, 'New purchase order');
    await until(() => getByLabel(/^Your reference/, {within: element}).value === 'KA-2004', 'the order');
  });
});
