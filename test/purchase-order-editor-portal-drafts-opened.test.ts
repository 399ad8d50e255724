/** Drafts that are opened from the portal, and discarded there. */
import {draftOf, isChanged, loadDocument} from '../src/orders/portal-draft.ts';
import {
  creations,
  dialog,
  itemAt,
  keptDrafts,
  made,
  mountEditor,
  newClient,
  note,
  orders,
  path,
  plainItems,
  portal,
  reference,
  review,
  save,
  sentNumber,
  type,
} from './purchase-order-editor-page.ts';
import {cellText} from './purchase-order-editor-lines-page.ts';
import {
  changeElsewhere,
  changes,
  draftNamed,
  drafts,
  saved,
  usual,
} from './purchase-order-editor-portal-drafts-page.ts';
import {
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  focusedElement,
  getByRole,
  getByText,
  it,
  nameOf,
  nextEvent,
  queryByRole,
  queryByText,
  textOf,
  until,
  user,
} from './support/index.ts';

describe('purchase-order-editor: a draft of the portal', () => {
  it('is opened by its id, whole, and keeps what nobody touched', async () => {
    const {id, draft} = usual();
    await mountEditor({documentId: id});
    expect(reference().value).to.equal('Heizzentrale Bauabschnitt 2');
    expect(note().value).to.equal('Please call the site manager half an hour ahead.');
    await until(() => cellText('Item', 7) === draft?.lines[6]?.itemNumber);
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
    expect(orders().find((order) => order.id === id)).to.include({number, note: 'Ring twice'});
    expect(creations()).to.have.length(0);
  });

  it('is sent once where the answer was lost', async () => {
    const {id} = usual();
    await mountEditor({documentId: id});
    portal.faults.add({method: 'PATCH', path: `${path}/${id}`, kind: 'network-after-commit'});
    await user.click(await review());
    await sentNumber();
    expect(orders().find((order) => order.id === id)?.state).to.equal('in_review');
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
    const order = orders().findLast(({state}) => state === 'released');
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
    const item = itemAt(plainItems());
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
