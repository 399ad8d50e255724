import {arrived, mountPortal, ownAddress, visit} from './partner-portal-page.ts';
import {
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  focusedElement,
  getByLabel,
  getByRole,
  heldAnswer,
  it,
  nameOf,
  queryByRole,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';

const portal = await startPortal();

describe('partner-portal, its frame', () => {
  ownAddress();

  it('has a menu where there is little room', async () => {
    const element = await mountPortal({width: 360});
    expect(queryByRole('navigation', {name: 'Portal', within: element})).to.equal(undefined);
    const menu = getByRole('button', {name: 'Menu', within: element});
    expect(menu.getAttribute('aria-expanded')).to.equal('false');
    await user.click(menu);
    await findByRole('navigation', {name: 'Portal', within: element});
    expect(menu.getAttribute('aria-expanded')).to.equal('true');
    getByRole('button', {name: 'Sign out', within: element});
    getByLabel('Acting for', {within: element});
    await expectNoAxeViolations(element);
    await user.press('Escape');
    await until(
      () => queryByRole('navigation', {name: 'Portal', within: element}) === undefined,
      'the menu to be closed',
    );
    expect(focusedElement()).to.equal(menu);
    await user.press('Enter');
    await findByRole('navigation', {name: 'Portal', within: element});
    await visitByMenu(element, 'Warehouse receipts');
    expect(queryByRole('navigation', {name: 'Portal', within: element})).to.equal(undefined);
  });

  async function visitByMenu(element: Element, name: string): Promise<void> {
    await user.click(
      getByRole('link', {name, within: getByRole('navigation', {name: 'Portal', within: element})}),
    );
    await arrived(element, name);
  }

  it('is not wider than its place', async () => {
    const element = await mountPortal({width: 320, start: 'purchase-order'});
    await findByRole('table', {within: element});
    expect(element.scrollWidth).to.be.at.most(320);
  });

  it('shows help on what is shown, beside it, and follows', async () => {
    const element = await mountPortal({start: 'write/purchase-order'});
    const button = getByRole('button', {name: 'Help', within: element});
    await user.click(button);
    const panel = await findByRole('complementary', {name: 'Help', within: element});
    await findByRole('heading', {name: 'Writing an order', within: panel});
    expect(focusedElement()).to.equal(panel);
    await expectNoAxeViolations(element);
    await visit(element, 'Warehouse receipts');
    await findByRole('heading', {name: 'Finding a document', within: panel});
    panel.focus();
    await user.press('Escape');
    await until(() => queryByRole('complementary', {within: element}) === undefined, 'the help to be closed');
    expect(focusedElement()).to.equal(button);
  });

  it('has a page with all help that concerns the member, and asks only for what is opened', async () => {
    const element = await mountPortal({token: 'demo-host'});
    await visit(element, 'Help');
    expect(portal.requests.some(({path}) => path.includes('/help/'))).to.equal(false);
    await user.click(summary(element, 'Invite partners'));
    await findByRole('heading', {name: 'Inviting partners', within: element});
    expect(portal.requests.filter(({path}) => path.includes('/help/')).length).to.equal(1);
  });

  function summary(element: Element, name: string): HTMLElement {
    const found = [...(element.shadowRoot?.querySelectorAll('summary') ?? [])].find(
      (each) => textOf(each) === name,
    );
    if (!found) throw new Error(`There is no ${name}`);
    return found;
  }

  it('takes the room that it needs while it is not known who is signed in', async () => {
    const answer = heldAnswer();
    portal.faults.add({path: '/me', kind: 'delay', until: answer.isDue, times: 9});
    const element = await mountPortal({ready: false});
    const region = await findByRole('region', {name: 'Partner portal', within: element});
    expect(region.getAttribute('aria-busy')).to.equal('true');
    expect(element.clientHeight).to.be.at.least(300);
    answer.send();
    await findByRole('heading', {name: 'Overview', within: element});
  });

  it('says what is wrong where it cannot be asked who is signed in, and tries again', async () => {
    portal.faults.add({path: '/me', kind: 'status', status: 500, times: 3});
    const element = await mountPortal({ready: false});
    await findByText('The portal had a problem.', {within: element});
    await user.click(getByRole('button', {name: 'Try again', within: element}));
    await findByRole('heading', {name: 'Overview', within: element});
  });

  it('has one place for a document, also for the next one of its chain', async () => {
    const element = await mountPortal({start: 'purchase-invoice'});
    const table = await findByRole('table', {within: element});
    const first = await until(() => table.querySelector<HTMLElement>('[part~=open]'), 'a row');
    await user.click(first);
    await findByRole('heading', {name: /^Purchase invoice /, within: element});
    await user.click(await findByRole('button', {name: /^SO-\d+/, within: element}));
    await until(() => /purchase-order/.test(location.hash), 'the order');
    expect(nameOf(focusedElement() ?? document.body)).to.match(/^Purchase order/);
  });
});
