/** Drafts that are saved to the portal, and sent from there. */
import {
  creations,
  expectOneOrder,
  keptDrafts,
  made,
  mountEditor,
  note,
  orders,
  path,
  portal,
  reference,
  review,
  save,
  sentKeys,
  sentNumber,
  writeOrder,
} from './purchase-order-editor-page.ts';
import {linesStacked} from './purchase-order-editor-lines-page.ts';
import {changes, draftNamed, drafts, saved, usual} from './purchase-order-editor-portal-drafts-page.ts';
import {
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  focusedElement,
  getByRole,
  getByText,
  heldAnswer,
  it,
  nextEvent,
  queryByRole,
  queryByText,
  until,
  user,
} from './support/index.ts';

describe('purchase-order-editor: saving to the portal', () => {
  it('makes one draft there, and changes it from then on', async () => {
    await mountEditor();
    await linesStacked();
    const told = nextEvent(document.body, 'draft-saved');
    const item = await writeOrder();
    await told;
    const event = nextEvent(document.body, 'draft-saved');
    await save();
    await saved();
    const [draft] = drafts().slice(-1);
    expect(await event).to.include({where: 'portal', draftId: draft?.id});
    expect(made()).to.equal(1);
    expect(draft?.draft?.lines).to.deep.equal([
      {itemNumber: item.itemNumber, unitCode: 'PCS', quantity: '3'},
    ]);
    await expectNoAxeViolations();
    await user.fill(note(), 'By the back door');
    await findByText(/^Not saved to the portal since .+\.$/);
    await save();
    await saved();
    expect(made()).to.equal(1);
    expect(drafts().at(-1)?.note).to.equal('By the back door');
    expect(changes()).to.have.length(1);
  });

  it('makes one draft of a lost answer, a reload and another try, as it was changed meanwhile', async () => {
    const editor = await mountEditor({timing: {total: 0}});
    await linesStacked();
    await writeOrder();
    portal.faults.add({method: 'POST', path, kind: 'network-after-commit'});
    await save();
    await until(() => queryByRole('alert'), 'the failure');
    getByText(/Everything you typed is kept/);
    editor.remove();
    await mountEditor();
    await findByText(/is back/);
    await user.fill(note(), 'after the reload');
    await save();
    await saved();
    expectOneOrder();
    expect(drafts().at(-1)?.note).to.equal('after the reload');
  });

  it('is one change where the answer to it was lost', async () => {
    await mountEditor();
    await linesStacked();
    await writeOrder();
    await save();
    await saved();
    await user.fill(note(), 'soon');
    portal.faults.add({method: 'PATCH', path: new RegExp(path), kind: 'network-after-commit'});
    await save();
    await until(() => queryByText(/^Saved to the portal/), 'that it is saved');
    expect(drafts().at(-1)?.note).to.equal('soon');
    expect(queryByRole('alert')).to.equal(undefined);
  });

  it('ends in its own order where another one is begun meanwhile', async () => {
    await mountEditor();
    await user.fill(reference(), 'PO-1');
    const answer = heldAnswer();
    portal.faults.add({method: 'POST', path, kind: 'delay', until: answer.isDue});
    await save();
    await findByText('Saving to the portal…');
    await user.click(getByRole('button', {name: 'New order'}));
    await until(() => reference().value === '');
    await user.fill(reference(), 'PO-2');
    answer.send();
    await until(() => made() === 1, 'the first one at the portal');
    await save();
    await saved();
    const [first, second] = drafts().slice(-2);
    expect([first?.reference, second?.reference]).to.deep.equal(['PO-1', 'PO-2']);
    expect(made()).to.equal(2);
    const copyOf = async (name: string) =>
      (await keptDrafts()).find(({draft}) => draft.reference === name)?.documentId;
    await until(async () => (await copyOf('PO-2')) === second?.id, 'the second one on the device');
    expect(await copyOf('PO-1')).to.equal(first?.id);
    expect(await keptDrafts()).to.have.length(2);
  });

  it('ends before the order is reviewed, which is the portal’s draft then', async () => {
    await mountEditor();
    await linesStacked();
    await writeOrder();
    const answer = heldAnswer();
    portal.faults.add({method: 'POST', path, kind: 'delay', until: answer.isDue});
    await save();
    await findByText('Saving to the portal…');
    expect(getByRole('button', {name: 'Discard'}).getAttribute('aria-disabled')).to.equal('true');
    await user.click(getByRole('button', {name: 'Review order'}));
    expect(queryByRole('dialog')).to.equal(undefined);
    answer.send();
    const send = await findByRole('button', {name: 'Send order'});
    await until(() => !send.hasAttribute('aria-disabled'), 'the portal’s totals');
    await user.click(send);
    const number = await sentNumber();
    expect(made()).to.equal(1);
    expect(orders().at(-1)).to.include({number, state: 'in_review'});
    expect(creations()).to.have.length(1);
  });

  it('of which the answer was lost is found out before the order is sent', async () => {
    await mountEditor({timing: {total: 0}});
    await linesStacked();
    await writeOrder();
    portal.faults.add({method: 'POST', path, kind: 'network-after-commit'});
    await save();
    await until(() => queryByRole('alert'), 'the failure');
    portal.faults.add({method: 'POST', path, kind: 'status', status: 500});
    await user.click(await review());
    await user.click(await findByRole('button', {name: 'Try again'}));
    const number = await sentNumber();
    expect(made()).to.equal(1);
    expect(orders().at(-1)).to.include({number, state: 'in_review'});
    expect(new Set(sentKeys()).size).to.equal(1);
  });

  it('says at its line what even a draft cannot be without', async () => {
    await mountEditor();
    await linesStacked();
    await writeOrder('many');
    await save();
    await until(() => focusedElement()?.id === 'summary', 'the summary');
    getByText(/Quantity, line 1: Enter the quantity as a number/);
    expect(creations()).to.have.length(0);
  });

  it('takes an order that is not complete', async () => {
    await mountEditor();
    await user.fill(reference(), 'PO-7');
    await save();
    await saved();
    expect(draftNamed('PO-7').lines).to.have.length(0);
  });

  it('stays as it was saved when the company’s addresses come in the middle of it', async () => {
    const [addresses, saving] = [heldAnswer(), heldAnswer()];
    portal.faults.add({path: '/company', kind: 'delay', until: addresses.isDue});
    portal.faults.add({method: 'POST', path, kind: 'delay', until: saving.isDue});
    await mountEditor();
    await user.fill(reference(), 'PO-8');
    await save();
    await findByText(/^Saving/);
    addresses.send();
    await findByRole('combobox', {name: /Delivery address/});
    saving.send();
    await saved();
    expect(draftNamed('PO-8').lines).to.have.length(0);
  });

  it('is not offered to who may not', async () => {
    await mountEditor({scenario: 'read-only', documentId: usual().id}, {ready: false});
    await findByText('You are not allowed to write orders here.');
  });

  it('says what went wrong, and tries again', async () => {
    await mountEditor({timing: {total: 0}});
    await linesStacked();
    await writeOrder();
    portal.faults.add({method: 'POST', path, kind: 'status', status: 500});
    await save();
    await findByText(/The portal had a problem\./);
    await expectNoAxeViolations();
    await user.click(getByRole('button', {name: 'Try again'}));
    await saved();
    expect(made()).to.equal(1);
  });
});
