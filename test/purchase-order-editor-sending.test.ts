import {
  alerts,
  creations,
  dialog,
  expectOneOrder,
  failure,
  keptDrafts,
  made,
  mountEditor,
  orders,
  path,
  portal,
  reference,
  review,
  send,
  sentKeys,
  sentNumber,
  token,
  writeOrder,
} from './purchase-order-editor-page.ts';
import {cell, cellText, editCell} from './purchase-order-editor-lines-page.ts';
import {
  describe,
  descriptionOf,
  expect,
  expectNoAxeViolations,
  findByText,
  focusedElement,
  getByRole,
  getByText,
  heldAnswer,
  it,
  nextEvent,
  queryByRole,
  queryByText,
  textOf,
  until,
  user,
} from './support/index.ts';

/** Sends the order to a portal that does not answer; resolves with the button to stop when the order is on its way. */
async function sendInVain(): Promise<HTMLElement> {
  portal.faults.add({method: 'POST', path, kind: 'hang'});
  await user.click(await review());
  await until(() => creations().length === 1, 'the request');
  return getByRole('button', {name: 'Stop waiting'});
}

describe('purchase-order-editor: sending', () => {
  it('asks the host first, which can take it over', async () => {
    await mountEditor();
    const item = await writeOrder();
    const button = await review();
    const submitted = nextEvent(document.body, 'order-submit');
    document.body.addEventListener('order-submit', (event) => event.preventDefault(), {once: true});
    await user.click(button);
    const {draft, cancelable} = await submitted;
    expect(cancelable).to.equal(true);
    expect(draft.lines).to.deep.equal([{itemNumber: item.itemNumber, unitCode: 'PCS', quantity: '3'}]);
    await until(() => dialog() === undefined);
    expect(cellText('Quantity', 1)).to.equal('3');
    expect(creations()).to.have.length(0);
  });

  it('begins anew for a host that has sent the order itself, on the device too', async () => {
    const editor = await mountEditor();
    await writeOrder();
    document.body.addEventListener('order-submit', (event) => event.preventDefault(), {once: true});
    await user.click(await review());
    await until(() => dialog() === undefined);
    await until(async () => (await keptDrafts()).length === 1, 'the draft on the device');
    await editor.reset();
    await editor.updateComplete;
    expect(cellText('Item', 1)).to.equal('');
    expect(await keptDrafts()).to.deep.equal([]);
    editor.remove();
    await mountEditor();
    expect(cellText('Quantity', 1)).to.equal('');
    expect(queryByText(/is back/)).to.equal(undefined);
  });

  it('tells a page of an unsent order until it is sent, and no longer', async () => {
    const editor = await mountEditor();
    expect(editor.hasUnsentOrder).to.equal(false);
    await writeOrder();
    expect(editor.hasUnsentOrder).to.equal(true);
    await send();
    await sentNumber();
    expect(editor.hasUnsentOrder).to.equal(false);
  });

  it('does not begin anew while the order is on its way, or may have arrived', async () => {
    const editor = await mountEditor();
    await writeOrder();
    const stop = await sendInVain();
    await editor.reset();
    await user.click(stop);
    await failure();
    await editor.reset();
    await user.click(getByRole('button', {name: 'Back to the order'}));
    expect(cellText('Quantity', 1)).to.equal('3');
    expect(queryByRole('button', {name: 'Discard'})).to.equal(undefined);
    expect((await keptDrafts())[0]?.submission).not.to.equal(undefined);
  });

  it('keeps key and body on the device before it sends', async () => {
    await mountEditor();
    await writeOrder();
    const answer = heldAnswer();
    portal.faults.add({method: 'POST', path, kind: 'delay', until: answer.isDue});
    await user.click(await review());
    const request = await until(() => creations()[0]);
    const [kept] = await keptDrafts();
    expect(kept?.submission?.key).to.equal(request.headers['idempotency-key']);
    expect(kept?.submission?.body).to.deep.equal(request.body);
    answer.send();
    await sentNumber();
    expect((await keptDrafts())[0]?.submission).to.equal(undefined);
  });

  it('makes one order of two clicks in one tick', async () => {
    await mountEditor();
    await writeOrder();
    const button = await review();
    button.click();
    button.click();
    await sentNumber();
    expect(creations()).to.have.length(1);
    expect(made()).to.equal(1);
  });

  it('makes one order where the connection breaks after the portal has made it', async () => {
    await mountEditor();
    await writeOrder();
    portal.faults.add({method: 'POST', path, kind: 'network-after-commit'});
    const number = await send();
    expect(sentKeys()).to.have.length(2);
    expectOneOrder();
    expect(orders().at(-1)?.number).to.equal(number);
  });

  it('makes one order where an answer is cut in half', async () => {
    await mountEditor();
    await writeOrder();
    portal.faults.add({method: 'POST', path, kind: 'truncated'});
    await send();
    expect(made()).to.equal(1);
  });

  it('makes one order where no answer comes in time', async () => {
    await mountEditor({timing: {request: 1000}});
    await writeOrder();
    portal.faults.add({method: 'POST', path, kind: 'hang', times: 1});
    await send();
    expectOneOrder();
  });

  it('waits while the portal works on the same order', async () => {
    await mountEditor({scenario: 'in-progress'});
    await writeOrder();
    await send();
    expectOneOrder();
  });

  it('waits where the portal is busy, and says so', async () => {
    await mountEditor();
    await writeOrder();
    portal.faults.add({method: 'POST', path, kind: 'status', status: 429, headers: {'Retry-After': '1'}});
    await user.click(await review());
    await findByText('The portal is busy; trying again in 1 second.');
    await expectNoAxeViolations();
    await sentNumber();
    expect(made()).to.equal(1);
  });

  it('shows what the portal refuses at its fields in the portal’s words, and uses a new key after it', async () => {
    await mountEditor();
    await writeOrder();
    const errors = [
      {pointer: '#/lines/0/quantity', code: 'below_minimum', detail: 'At least 100 pieces.'},
      {pointer: '#/externalReference', code: 'used', detail: 'This reference is taken.'},
      {pointer: '#/budget', code: 'budget', detail: 'The budget is used up.'},
    ];
    portal.faults.add({method: 'POST', path, kind: 'status', status: 422, body: {title: 'Invalid', errors}});
    await user.click(await review());
    const summary = await until(() => queryByRole('group', {name: 'Please check your order'}));
    await until(() => focusedElement() === summary);
    expect(dialog()).to.equal(undefined);
    expect(descriptionOf(cell('Quantity', 1))).to.contain('At least 100 pieces.');
    expect(descriptionOf(reference())).to.equal('This reference is taken.');
    expect(textOf(summary)).to.contain('The budget is used up.');
    expect(cellText('Quantity', 1)).to.equal('3');
    await expectNoAxeViolations();
    await editCell('Quantity', 1, '100');
    await user.press('Tab');
    await until(() => !descriptionOf(cell('Quantity', 1)).includes('At least 100'));
    await send();
    expect(new Set(sentKeys()).size).to.equal(2);
    expect(made()).to.equal(1);
  });

  it('stops where its key was used for another order, keeps the input and shows the reference', async () => {
    await mountEditor({scenario: 'key-reused'});
    await writeOrder();
    await user.click(await review());
    expect(await failure()).to.match(/already knows this order with other content.*Reference: .+/);
    await expectNoAxeViolations();
    await user.click(getByRole('button', {name: 'Back to the order'}));
    expect(cellText('Quantity', 1)).to.equal('3');
    expect(creations()).to.have.length(1);
  });

  it('keeps the input where the session ends, and goes on after signing in', async () => {
    let current = token;
    await mountEditor({getToken: () => Promise.resolve(current)});
    await writeOrder();
    const button = await review();
    portal.faults.add({method: 'POST', path, kind: 'status', status: 401, times: 2});
    current = 'nobody';
    const expired = nextEvent(document.body, 'session-expired');
    await user.click(button);
    await expired;
    expect(await failure()).to.contain('You are signed out. The order was not sent.');
    await expectNoAxeViolations();
    current = token;
    await user.click(getByRole('button', {name: 'Sign in again'}));
    await sentNumber();
    expect(made()).to.equal(1);
  });

  it('says that it is not known where no answer came, and settles the first try before a changed order', async () => {
    await mountEditor({timing: {total: 0}});
    await writeOrder();
    portal.faults.add({method: 'POST', path, kind: 'network-after-commit'});
    await user.click(await review());
    expect(await failure()).to.contain('It is not known yet whether the order has arrived.');
    await user.click(getByRole('button', {name: 'Back to the order'}));
    await editCell('Quantity', 1, '5');
    await send();
    expectOneOrder();
    getByText(/What you changed since is not in it/);
    await expectNoAxeViolations();
    await user.click(getByRole('button', {name: 'Go on with the changed order'}));
    expect(cellText('Quantity', 1)).to.equal('5');
    await send();
    expect(new Set(sentKeys()).size).to.equal(2);
    expect(made()).to.equal(2);
  });

  it('sends a changed order under a new key where the first try had not arrived', async () => {
    await mountEditor({timing: {total: 0}});
    await writeOrder();
    portal.faults.add({method: 'POST', path, kind: 'network'});
    await user.click(await review());
    await failure();
    await user.click(getByRole('button', {name: 'Find out and send'}));
    await sentNumber();
    expectOneOrder();
  });

  it('can stop waiting, and tells the truth about it', async () => {
    await mountEditor();
    await writeOrder();
    await user.click(await sendInVain());
    expect(await failure()).to.contain('It is not known yet whether the order has arrived.');
    await user.click(getByRole('button', {name: 'Find out and send'}));
    await sentNumber();
    expect(made()).to.equal(1);
  });

  it('keeps the focus in the review whatever becomes of the order, where Enter does what comes next', async () => {
    await mountEditor();
    await writeOrder();
    const focusIsOnText = (text: string) =>
      until(() => expect(textOf(focusedElement() ?? document.body)).to.equal(text), `focus on ${text}`);
    portal.faults.add({method: 'POST', path, kind: 'hang'});
    (await review()).focus();
    await user.press('Enter');
    await focusIsOnText('Sending…');
    // Pressed twice, it does not stop what it has begun.
    await user.press('Enter');
    await user.press('Tab');
    await focusIsOnText('Stop waiting');
    // Before it leaves, the device keeps the order, and who stops then knows that it was not sent.
    await until(() => creations().length === 1, 'the request');
    await user.press('Enter');
    await focusIsOnText('Find out and send');
    await user.press('Enter');
    await sentNumber();
    expect(made()).to.equal(1);
  });

  it('goes on saying that it is not known while the order is written further', async () => {
    await mountEditor();
    await writeOrder();
    await user.click(await sendInVain());
    await failure();
    await user.click(getByRole('button', {name: 'Back to the order'}));
    await until(() => dialog() === undefined);
    expect(await failure()).to.contain('It is not known yet whether the order has arrived.');
    await expectNoAxeViolations();
    await user.fill(reference(), 'PO-1');
    expect(alerts()).to.contain('It is not known yet');
    await user.click(getByRole('button', {name: 'Find out and send'}));
    await sentNumber();
    expect(made()).to.equal(1);
  });

  it('never sends later by itself', async () => {
    await mountEditor({timing: {total: 0}});
    await writeOrder();
    portal.faults.add({method: 'POST', path, kind: 'network', times: 1});
    await user.click(await review());
    await failure();
    const asked = creations().length;
    window.dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(creations()).to.have.length(asked);
  });
});

describe('purchase-order-editor: leaving while it sends', () => {
  it('does not give the order up, and shows it on return', async () => {
    const editor = await mountEditor();
    await writeOrder();
    const answer = heldAnswer();
    portal.faults.add({method: 'POST', path, kind: 'delay', until: answer.isDue});
    await user.click(await review());
    await until(() => creations().length === 1);
    editor.remove();
    answer.send();
    await until(async () => (await keptDrafts())[0]?.document, 'the outcome on the device');
    expect(made()).to.equal(1);
    const created = nextEvent(document.body, 'order-created');
    await mountEditor({}, {ready: false});
    expect(await sentNumber()).to.equal(orders().at(-1)?.number);
    expect((await created).document.number).to.equal(orders().at(-1)?.number);
    expect(creations()).to.have.length(1);
    await user.click(getByRole('button', {name: 'Write another order'}));
    expect(cellText('Item', 1)).to.equal('');
  });

  it('tells the host once, when the element that sent it is back in the page', async () => {
    const told: string[] = [];
    const onCreated = ({document}: {document: {id: string}}) => told.push(document.id);
    document.body.addEventListener('order-created', onCreated);
    try {
      const editor = await mountEditor();
      await writeOrder();
      const answer = heldAnswer();
      portal.faults.add({method: 'POST', path, kind: 'delay', until: answer.isDue});
      await user.click(await review());
      await until(() => creations().length === 1);
      const place = editor.parentElement;
      editor.remove();
      answer.send();
      await until(async () => (await keptDrafts())[0]?.document, 'the outcome on the device');
      expect(told).to.deep.equal([]);
      place?.append(editor);
      await sentNumber();
      await until(async () => (await keptDrafts())[0]?.isDone, 'that it was shown');
      editor.remove();
      place?.append(editor);
      await sentNumber();
      expect(told).to.deep.equal([orders().at(-1)?.id]);
    } finally {
      document.body.removeEventListener('order-created', onCreated);
    }
  });

  it('settles it with the same key after a reload', async () => {
    const editor = await mountEditor();
    await writeOrder();
    portal.faults.add({method: 'POST', path, kind: 'delay', ms: 1500});
    await user.click(await review());
    await until(() => creations().length === 1);
    // As a crash leaves it: nobody is there any more to hear the answer of the first request.
    const [crashed] = await keptDrafts();
    editor.remove();
    await mountEditor({}, {ready: false});
    await findByText('Finishing an order that was being sent…');
    await sentNumber();
    expect(sentKeys().length).to.be.greaterThan(1);
    expect(new Set(sentKeys())).to.deep.equal(new Set([crashed?.submission?.key]));
    expect(made()).to.equal(1);
  });

  it('asks before it sends again what was left without an answer', async () => {
    const editor = await mountEditor({timing: {total: 0}});
    await writeOrder();
    portal.faults.add({method: 'POST', path, kind: 'network'});
    await user.click(await review());
    await failure();
    editor.remove();
    await mountEditor();
    expect(await failure()).to.contain('It is not known yet whether the order has arrived.');
    expect(creations()).to.have.length(1);
    await expectNoAxeViolations();
    await user.click(getByRole('button', {name: 'Find out and send'}));
    await sentNumber();
    expectOneOrder();
    expect(queryByText(/not known/)).to.equal(undefined);
  });
});
