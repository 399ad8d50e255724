/** Drafts that the portal has, too: saved there, opened from there, sent and discarded. */
import type {DocumentRecord} from '../mocks/data/records.ts';
import {draftOf, isChanged, loadDocument} from '../src/orders/portal-draft.ts';
import {
  clearDrafts,
  creations,
  dialog,
  itemAt,
  keptDrafts,
  keysOf,
  mountEditor,
  newClient,
  ordersOf,
  plainItems,
  review,
  sentNumber,
  type,
  writeOrder,
} from './purchase-order-editor-page.ts';
import {
  beforeEach,
  describe,
  expect,
  expectNoAxeViolations,
  findByLabel,
  findByRole,
  findByText,
  focusedElement,
  getByLabel,
  getByRole,
  getByText,
  heldAnswer,
  it,
  nameOf,
  nextEvent,
  queryByRole,
  queryByText,
  setViewport,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';

const portal = await startPortal();
beforeEach(clearDrafts);
// Lines are fieldsets there, whose fields have labels.
beforeEach(() => setViewport({width: 600, height: 900}));

const path = '/documents/purchase-order';
const reference = () => getByLabel('Your reference (optional)');
const note = () => getByLabel<HTMLTextAreaElement>('Note (optional)');
const drafts = () => ordersOf(portal).filter(({state}) => state === 'draft');
const saved = () => findByText(/^Saved to the portal as a draft at .+\.$/);
const save = async () => user.click(await findByRole('button', {name: 'Save to portal'}));
const changes = () =>
  portal.requests.filter(({method, path: at}) => method === 'PATCH' && at.startsWith(`${path}/`));

let before = 0;
beforeEach(() => {
  before = ordersOf(portal).length;
});
const made = () => ordersOf(portal).length - before;

/** The portal's draft with the reference, or the test's data are not what it thinks. */
function draftNamed(name: string): DocumentRecord {
  const found = drafts().find(({reference: each}) => each === name);
  if (!found) throw new Error(`The portal has no draft ${name}`);
  return found;
}
const usual = () => draftNamed('Heizzentrale Bauabschnitt 2');

/** Changes a draft as somebody else would. */
async function changeElsewhere(id: string, change: object): Promise<void> {
  const client = newClient();
  const {etag} = await client.documents.get(type, id);
  await client.documents.update(type, id, change, {etag});
}

describe('purchase-order-editor: saving to the portal', () => {
  it('makes one draft there, and changes it from then on', async () => {
    await mountEditor();
    await findByLabel('Item, line 1');
    const told = nextEvent(document.body, 'draft-saved');
    const item = await writeOrder(portal);
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
    await findByLabel('Item, line 1');
    await writeOrder(portal);
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
    expect(made()).to.equal(1);
    expect(new Set(keysOf(portal)).size).to.equal(1);
    expect(drafts().at(-1)?.note).to.equal('after the reload');
  });

  it('is one change where the answer to it was lost', async () => {
    await mountEditor();
    await findByLabel('Item, line 1');
    await writeOrder(portal);
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
    await findByLabel('Item, line 1');
    await writeOrder(portal);
    const answer = heldAnswer();
    portal.faults.add({method: 'POST', path, kind: 'delay', until: answer.isDue});
    await save();
    await findByText('Saving to the portal…');
    expect(getByRole('button', {name: 'Discard'}).getAttribute('aria-disabled')).to.equal('true');
    const reviewing = review();
    await findByRole('dialog');
    answer.send();
    await user.click(await reviewing);
    const number = await sentNumber();
    expect(made()).to.equal(1);
    expect(ordersOf(portal).at(-1)).to.include({number, state: 'in_review'});
    expect(creations(portal)).to.have.length(1);
  });

  it('of which the answer was lost is found out before the order is sent', async () => {
    await mountEditor({timing: {total: 0}});
    await findByLabel('Item, line 1');
    await writeOrder(portal);
    portal.faults.add({method: 'POST', path, kind: 'network-after-commit'});
    await save();
    await until(() => queryByRole('alert'), 'the failure');
    portal.faults.add({method: 'POST', path, kind: 'status', status: 500});
    await user.click(await review());
    await user.click(await findByRole('button', {name: 'Try again'}));
    const number = await sentNumber();
    expect(made()).to.equal(1);
    expect(ordersOf(portal).at(-1)).to.include({number, state: 'in_review'});
    expect(new Set(keysOf(portal)).size).to.equal(1);
  });

  it('says at its line what even a draft cannot be without', async () => {
    await mountEditor();
    await findByLabel('Item, line 1');
    await writeOrder(portal, 'many');
    await save();
    await until(() => focusedElement()?.id === 'summary', 'the summary');
    getByText(/Quantity, line 1: Enter the quantity as a number/);
    expect(creations(portal)).to.have.length(0);
  });

  it('takes an order that is not complete', async () => {
    await mountEditor();
    await user.fill(reference(), 'PO-7');
    await save();
    await saved();
    expect(draftNamed('PO-7').lines).to.have.length(0);
  });

  it('is not offered to who may not', async () => {
    await mountEditor({scenario: 'read-only', documentId: usual().id}, {ready: false});
    await findByText('You are not allowed to write orders here.');
  });

  it('says what went wrong, and tries again', async () => {
    await mountEditor({timing: {total: 0}});
    await findByLabel('Item, line 1');
    await writeOrder(portal);
    portal.faults.add({method: 'POST', path, kind: 'status', status: 500});
    await save();
    await findByText(/The portal had a problem\./);
    await expectNoAxeViolations();
    await user.click(getByRole('button', {name: 'Try again'}));
    await saved();
    expect(made()).to.equal(1);
  });
});

describe('purchase-order-editor: a draft of the portal', () => {
  it('is opened by its id, whole, and keeps what nobody touched', async () => {
    const {id, draft} = usual();
    await mountEditor({documentId: id});
    expect(reference().value).to.equal('Heizzentrale Bauabschnitt 2');
    expect(note().value).to.equal('Please call the site manager half an hour ahead.');
    await until(() => getByLabel('Item, line 7').value === draft?.lines[6]?.itemNumber);
    expect(queryByText(/saved to the portal/i)).to.equal(undefined);
    expect(await keptDrafts()).to.deep.equal([]);
    await user.fill(note(), 'Ring twice');
    await findByText('Your changes are not saved to the portal yet.');
    await save();
    await saved();
    const {documents} = newClient();
    const {document} = await documents.get(type, id);
    expect(document).to.include({note: 'Ring twice', externalReference: 'Heizzentrale Bauabschnitt 2'});
    expect(document.lines).to.have.length(7);
    expect(document.shipTo?.id).to.equal('a-dornbirn');
    expect(made()).to.equal(0);
  });

  it('is gone on with as it was changed on this device', async () => {
    const {id} = usual();
    const editor = await mountEditor({documentId: id});
    await user.fill(note(), 'Only here');
    await until(async () => (await keptDrafts()).length === 1);
    editor.remove();
    await mountEditor({documentId: id});
    expect(note().value).to.equal('Only here');
    await findByText(/is back/);
    getByText('Your changes are not saved to the portal yet.');
  });

  it('is read anew where nothing was changed here', async () => {
    const {id} = usual();
    const editor = await mountEditor({documentId: id});
    await user.fill(note(), 'First');
    await save();
    await saved();
    editor.remove();
    await changeElsewhere(id, {note: 'Second'});
    await mountEditor({documentId: id});
    expect(note().value).to.equal('Second');
    expect(queryByRole('heading', {name: /changed at the portal/})).to.equal(undefined);
  });

  it('gives way to another one, and to what is on the device', async () => {
    const editor = await mountEditor({documentId: usual().id});
    editor.documentId = draftNamed('Lager Wangen').id;
    await until(() => reference().value === 'Lager Wangen');
    delete editor.documentId;
    editor.removeAttribute('document-id');
    editor.documentId = undefined;
    await until(() => reference().value === '');
  });

  it('is sent itself, so that no second order is left', async () => {
    const {id} = usual();
    await mountEditor({documentId: id});
    await user.fill(note(), 'Ring twice');
    await user.click(await review());
    const number = await sentNumber();
    expect(made()).to.equal(0);
    expect(ordersOf(portal).find((order) => order.id === id)).to.include({number, note: 'Ring twice'});
    expect(creations(portal)).to.have.length(0);
  });

  it('is sent once where the answer was lost', async () => {
    const {id} = usual();
    await mountEditor({documentId: id});
    portal.faults.add({method: 'PATCH', path: `${path}/${id}`, kind: 'network-after-commit'});
    await user.click(await review());
    await sentNumber();
    expect(ordersOf(portal).find((order) => order.id === id)?.state).to.equal('in_review');
  });

  it('is cleared up after a reload', async () => {
    const {id} = usual();
    const editor = await mountEditor({documentId: id, timing: {total: 0}});
    portal.faults.add({method: 'PATCH', path: `${path}/${id}`, kind: 'network-after-commit'});
    await user.click(await review());
    await findByText(/It is not known yet whether the order has arrived/);
    editor.remove();
    await mountEditor({documentId: id});
    await user.click(await findByRole('button', {name: 'Find out and send'}));
    await sentNumber();
    expect(changes()).to.have.length(1);
  });

  it('is sent by two clicks in one tick once', async () => {
    await mountEditor({documentId: usual().id});
    const button = await review();
    button.click();
    button.click();
    await sentNumber();
    expect(changes()).to.have.length(1);
  });

  it('can be opened as an order where it was sent already', async () => {
    const order = ordersOf(portal).findLast(({state}) => state === 'released');
    await mountEditor({documentId: order?.id}, {ready: false});
    await findByRole('heading', {name: `This draft was sent already, as order ${order?.number}.`});
    await expectNoAxeViolations();
    const opened = nextEvent(document.body, 'document-open');
    await user.click(getByRole('button', {name: 'Show this order'}));
    expect(await opened).to.include({id: order?.id, documentType: type});
    await user.click(getByRole('button', {name: 'Write a new order'}));
    await until(() => reference().value === '');
  });

  it('that does not exist is said to be gone', async () => {
    await mountEditor({documentId: 'nothing'}, {ready: false});
    await findByRole('heading', {name: 'This draft does not exist any more.'});
    await user.click(getByRole('button', {name: 'Write a new order'}));
    await until(() => reference().value === '');
  });

  it('is asked for again where it could not be read', async () => {
    const {id} = usual();
    portal.faults.add({method: 'GET', path: `${path}/${id}`, kind: 'status', status: 500, times: 3});
    await mountEditor({documentId: id}, {ready: false});
    await findByText('The portal had a problem.');
    await user.click(getByRole('button', {name: 'Try again'}));
    await until(() => reference().value === 'Heizzentrale Bauabschnitt 2');
  });

  it('of many lines is read to its end', async () => {
    const item = itemAt(plainItems(portal));
    const lines = Array.from({length: 620}, (_, index) => ({
      itemNumber: item.itemNumber,
      quantity: String(index + 1),
    }));
    const draft = await newClient().documents.create(
      type,
      {lines, submit: false},
      {idempotencyKey: '00000000-0000-4000-8000-000000000001'},
    );
    const client = newClient();
    const loaded = await loadDocument(client, type, draft.id);
    expect(loaded.document.lines).to.have.length(620);
    const copy = await draftOf(client, loaded, {decimal: ',', group: '.'});
    expect(copy.lines.at(-1)).to.include({quantity: '620', search: item.itemNumber});
    expect(copy.lines.every(({item: found}) => found !== undefined)).to.equal(true);
    expect(isChanged(copy)).to.equal(false);
  });
});

describe('purchase-order-editor: discarding a draft of the portal', () => {
  it('asks, and can discard it there too', async () => {
    const {id} = usual();
    await mountEditor({documentId: id});
    await user.click(getByRole('button', {name: 'Discard'}));
    await until(() => dialog(), 'the question');
    await expectNoAxeViolations();
    await user.press('Escape');
    await until(() => !dialog());
    await user.click(getByRole('button', {name: 'Discard'}));
    await user.click(await findByRole('button', {name: 'Discard at the portal too'}));
    await until(() => !dialog());
    await until(
      () => nameOf(focusedElement() ?? document.body) === 'Undo discarding',
      'focus on the way back',
    );
    expect(drafts().some((draft) => draft.id === id)).to.equal(false);
    await user.press('Enter');
    await until(() => reference().value === 'Heizzentrale Bauabschnitt 2');
    await save();
    await saved();
    expect(made()).to.equal(0);
    expect(textOf(document.body)).not.to.match(/Not saved/);
  });

  it('can leave it there, and drop what was changed here', async () => {
    const {id, note: original} = usual();
    await mountEditor({documentId: id});
    await user.fill(note(), 'Only here');
    await until(async () => (await keptDrafts()).length === 1);
    await user.click(getByRole('button', {name: 'Discard'}));
    await user.click(await findByRole('button', {name: 'Only discard my changes'}));
    await until(() => note().value === original, 'the portal’s version');
    expect(await keptDrafts()).to.deep.equal([]);
    await until(
      () => nameOf(focusedElement() ?? document.body) === 'Undo discarding',
      'focus on the way back',
    );
    await user.press('Enter');
    await until(() => note().value === 'Only here');
  });

  it('does not discard what somebody else has changed', async () => {
    const {id} = usual();
    await mountEditor({documentId: id});
    await changeElsewhere(id, {note: 'Mine'});
    await user.click(getByRole('button', {name: 'Discard'}));
    await user.click(await findByRole('button', {name: 'Discard at the portal too'}));
    await findByText(/It was not discarded there/);
    expect(drafts().some((draft) => draft.id === id)).to.equal(true);
  });
});
