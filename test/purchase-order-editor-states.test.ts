import {configurePortal} from '../src/portal/index.ts';
import {
  alerts,
  dialog,
  focusIsOn,
  mountEditor,
  partOf,
  portal,
  review,
  send,
  token,
  writeOrder,
} from './purchase-order-editor-page.ts';
import {cellText, editCell, fillLine, focusIsIn} from './purchase-order-editor-lines-page.ts';
import {
  afterEach,
  describe,
  emulateMedia,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  getAllByRole,
  getByLabel,
  getByRole,
  getByText,
  html,
  it,
  mount,
  nextEvent,
  queryByRole,
  setViewport,
  textOf,
  until,
  user,
} from './support/index.ts';

afterEach(() => configurePortal(undefined));

describe('purchase-order-editor: its states', () => {
  it('keeps no room for news that there are none of', async () => {
    const editor = await mountEditor();
    const region = partOf(editor, 'header')?.parentElement?.querySelector('[role=status]');
    expect(region?.isConnected).to.equal(true);
    const label = getByText(/^Your reference/, {within: editor});
    expect(label.getBoundingClientRect().top - editor.getBoundingClientRect().top).to.be.lessThan(12);
  });

  it('renders nothing without a portal', async () => {
    const editor = await mount(html`<purchase-order-editor></purchase-order-editor>`);
    expect(textOf(editor)).to.equal('');
  });

  it('takes room while it loads', async () => {
    const editor = await mountEditor({scenario: 'never'}, {ready: false});
    await findByText('Loading…', {within: editor});
    expect(editor.clientHeight).to.be.greaterThan(300);
    await expectNoAxeViolations();
  });

  it('says that the member may not order', async () => {
    await mountEditor({scenario: 'not-allowed'}, {ready: false});
    await findByText('You are not allowed to write orders here.');
    await expectNoAxeViolations();
  });

  it('does not create what only another type may be', async () => {
    await mountEditor({documentType: 'purchase-invoice'}, {ready: false});
    await findByText('You are not allowed to write orders here.');
  });

  it('says that the session is over, and signs in again', async () => {
    let signedIn = false;
    await mountEditor({getToken: () => Promise.resolve(signedIn ? token : null)}, {ready: false});
    await findByText('You are signed out.');
    await expectNoAxeViolations();
    signedIn = true;
    await user.click(getByRole('button', {name: 'Sign in again'}));
    await findByRole('button', {name: 'Review order'});
  });

  it('says what failed, and tries again', async () => {
    portal.faults.add({path: '/me', kind: 'status', status: 404, times: 1});
    await mountEditor({}, {ready: false});
    await user.click(await findByRole('button', {name: 'Try again'}));
    await findByRole('button', {name: 'Review order'});
  });

  it('works without the company’s addresses', async () => {
    portal.faults.add({path: '/company', kind: 'status', status: 403, times: 1});
    await mountEditor();
    await findByText(/Your delivery addresses could not be loaded/);
    await setViewport({width: 280, height: 640});
    await expectNoAxeViolations();
    await user.click(getByRole('button', {name: 'Try again'}));
    await until(() => getByLabel<HTMLSelectElement>('Delivery address').options.length > 2);
  });

  it('keeps its input when it is moved in the page, and asks nothing again', async () => {
    const editor = await mountEditor();
    await writeOrder();
    await until(() => getByLabel<HTMLSelectElement>('Delivery address').options.length > 2);
    const asked = portal.requests.length;
    const place = document.createElement('section');
    editor.parentElement?.append(place);
    place.append(editor);
    await editor.updateComplete;
    expect(cellText('Quantity', 1)).to.equal('3');
    expect(portal.requests.length).to.equal(asked);
    await send();
  });

  it('stacks its lines in a narrow place, and keeps the focus when it gets narrow', async () => {
    await mountEditor();
    await writeOrder();
    await setViewport({width: 320, height: 640});
    await until(() => queryByRole('group', {name: 'Line 1'}));
    expect(cellText('Quantity', 1)).to.equal('3');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await focusIsIn('Quantity', 1);
    await expectNoAxeViolations();
    await review();
    const body = dialog()?.querySelector('[role=group]');
    expect(body?.scrollWidth).to.equal(body?.clientWidth);
    await expectNoAxeViolations();
  });

  it('has enough contrast in the dark', async () => {
    await emulateMedia({colorScheme: 'dark'});
    document.documentElement.style.setProperty('color-scheme', 'dark');
    document.body.style.setProperty('background', '#1b1c1f');
    try {
      await mountEditor();
      await fillLine(1, 'NOTHING', '-1');
      await user.press('Control+Enter');
      await until(() => queryByRole('group', {name: 'Please check your order'}));
      await expectNoAxeViolations();
      await editCell('Item', 1, 'screw');
      await until(() => getAllByRole('option').length > 3);
      await expectNoAxeViolations();
    } finally {
      document.documentElement.style.removeProperty('color-scheme');
      document.body.style.removeProperty('background');
    }
  });

  it('says the order’s number and total, links to it, and begins another one', async () => {
    await mountEditor();
    await writeOrder();
    const created = nextEvent(document.body, 'order-created');
    const number = await send();
    expect((await created).document.number).to.equal(number);
    expect(alerts()).to.equal('');
    getByText(/^Total including VAT: €/);
    await expectNoAxeViolations();
    const opened = nextEvent(document.body, 'document-open');
    await user.click(getByRole('button', {name: 'Show this order'}));
    const event = await opened;
    expect(event.number).to.equal(number);
    expect(event.cancelable).to.equal(true);
    await user.click(getByRole('button', {name: 'Write another order'}));
    await focusIsOn('Your reference (optional)');
    expect(cellText('Item', 1)).to.equal('');
  });
});
