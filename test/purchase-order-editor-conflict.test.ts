/** A draft that was changed here and at the portal: both versions, and what the user makes of them. */
import {
  mountEditor,
  newClient,
  note,
  type Options,
  orders,
  reference,
  review,
  save,
  sentNumber,
  type,
} from './purchase-order-editor-page.ts';
import {cellText, editCell} from './purchase-order-editor-lines-page.ts';
import {changeElsewhere, usual, draftNamed} from './purchase-order-editor-portal-drafts-page.ts';
import {
  blockRequests,
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  focusedElement,
  getAllByRole,
  getByText,
  it,
  nextEvent,
  queryByRole,
  setViewport,
  textOf,
  until,
  user,
} from './support/index.ts';

const heading = () => findByRole('heading', {name: 'This order was changed at the portal in the meantime'});
const press = async (name: string) => user.click(await findByRole('button', {name}));
const groups = () => getAllByRole('group').map(textOf);

/** The quantities of a draft at the portal. */
const quantitiesOf = (name: string) => draftNamed(name).draft?.lines.map(({quantity}) => quantity) ?? [];

/** Opens the draft, changes it here and there, and saves: lines 1 and 2 here, lines 2 and 3 and the reference there. */
async function meet(options: Options = {}) {
  const editor = await mountEditor({documentId: usual().id, ...options});
  await until(() => cellText('Quantity', 7) !== '', 'the lines');
  await editCell('Quantity', 1, '100');
  await editCell('Quantity', 2, '200');
  const {id, draft} = usual();
  await changeElsewhere(id, {
    externalReference: 'Theirs',
    lines: draft?.lines.map((line, index) =>
      index === 1 || index === 2 ? {...line, quantity: '333'} : line,
    ),
  });
  return editor;
}

describe('purchase-order-editor: a draft that was changed at the portal, too', () => {
  it('is shown in both versions, each difference to be chosen, and saved as it was chosen', async () => {
    await meet();
    await save();
    const title = await heading();
    await until(() => focusedElement() === title, 'the focus');
    getByText(/4 lines are the same\./);
    expect(groups()).to.have.length(4);
    expect(groups()[0]).to.match(/Your reference changed at the portal alone.*Heizzentrale.*Theirs/);
    expect(groups()[1]).to.match(/Line 1 changed by you alone.*100 .*/);
    expect(groups()[2]).to.match(/Line 2 changed by both.*200 .*333 /);
    expect(groups()[3]).to.match(/Line 3 changed at the portal alone/);
    getByText('1 difference is still to be decided.');
    await expectNoAxeViolations();

    await press('Use this version');
    await findByText('Choose one of the two.');
    const [mine] = getAllByRole('radio', {within: getAllByRole('group')[2] as HTMLElement});
    await until(() => focusedElement() === mine, 'focus on what is to be chosen');
    await user.press('ArrowDown');
    await user.press('ArrowUp');
    getByText('Everything is decided.');
    await press('Use this version');
    await until(() => reference().value === 'Theirs');
    expect([1, 2, 3].map((number) => cellText('Quantity', number))).to.deep.equal(['100', '200', '333']);
    await findByText('Your changes are not saved to the portal yet.');
    await save();
    await findByText(/^Saved to the portal/);
    expect(quantitiesOf('Theirs').slice(0, 3)).to.deep.equal(['100', '200', '333']);
  });

  it('is nothing to a new order', async () => {
    const editor = await meet();
    await save();
    await heading();
    await editor.reset();
    await until(() => reference().value === '', 'an empty form');
    expect(queryByRole('button', {name: 'Use this version'})).to.equal(undefined);
  });

  it('can be all mine, and that undone', async () => {
    await meet();
    await save();
    await heading();
    await press('All of mine');
    await press('Use this version');
    await until(() => cellText('Quantity', 2) === '200');
    expect(reference().value).to.equal('Heizzentrale Bauabschnitt 2');
    expect(cellText('Quantity', 3)).not.to.equal('333');
    await save();
    await findByText(/^Saved to the portal/);
    expect(usual().reference).to.equal('Heizzentrale Bauabschnitt 2');
  });

  it('can be all the portal’s', async () => {
    await meet();
    await save();
    await heading();
    await press('All of the portal’s');
    await press('Use this version');
    await until(() => reference().value === 'Theirs');
    expect([2, 3].map((number) => cellText('Quantity', number))).to.deep.equal(['333', '333']);
    expect(cellText('Quantity', 1)).not.to.equal('100');
  });

  it('stays as it is here where the user cancels, and asks again', async () => {
    await meet();
    await save();
    await heading();
    await press('Cancel');
    await until(() => cellText('Quantity', 2) === '200');
    getByText('Your changes are not saved to the portal yet.');
    await save();
    await heading();
  });

  it('is found to be so when it is sent, and nothing is sent', async () => {
    await meet();
    await user.click(await review());
    await heading();
    expect(orders().some(({reference: each}) => each === 'Theirs')).to.equal(true);
    await press('All of mine');
    await press('Use this version');
    await user.click(await review());
    await sentNumber();
  });

  it('is found to be so when it is opened', async () => {
    const {id} = usual();
    const editor = await meet();
    editor.remove();
    const again = await mountEditor({documentId: id}, {ready: false});
    await heading();
    await press('All of mine');
    await press('Use this version');
    await until(() => cellText('Quantity', 1) === '100');
    again.remove();
  });

  it('needs no choice where both say the same', async () => {
    await mountEditor({documentId: usual().id});
    await user.fill(note(), 'Both');
    await changeElsewhere(usual().id, {note: 'Both'});
    await save();
    await findByText(/^Saved to the portal/);
  });

  it('says in words which line is not there any more', async () => {
    await mountEditor({documentId: usual().id});
    await until(() => cellText('Quantity', 7) !== '', 'the lines');
    await editCell('Quantity', 1, '100');
    const {id, draft} = usual();
    await changeElsewhere(id, {lines: draft?.lines.slice(1)});
    await save();
    await heading();
    expect(groups()[0]).to.match(/Line 1 changed by both.*This line was removed\./);
    const [, theirs] = getAllByRole('radio');
    await user.click(theirs as HTMLElement);
    await press('Use this version');
    await until(() => queryByRole('heading', {name: /changed at the portal/}) === undefined);
    expect(getAllByRole('textbox', {name: /^Quantity, line/})).to.have.length(6);
  });

  it('is told of where its view does not load, and shown once it does', async () => {
    await meet();
    await blockRequests('*/purchase-order-editor/conflict-view.ts*');
    // It may be there already: modules load once a page.
    await save();
    await until(
      () =>
        queryByRole('heading', {name: /changed at the portal/}) ?? queryByRole('button', {name: 'Try again'}),
    );
    await blockRequests();
    const retry = queryByRole('button', {name: 'Try again'});
    if (retry) await user.click(retry);
    await heading();
  });

  it('can be chosen at 360 px', async () => {
    await setViewport({width: 360, height: 800});
    await meet();
    await save();
    await heading();
    await expectNoAxeViolations();
    expect(document.documentElement.scrollWidth).to.be.at.most(360);
  });
});

describe('purchase-order-editor: a draft that is none any more', () => {
  it('was sent meanwhile: what was changed here can become an order of its own', async () => {
    await mountEditor({documentId: usual().id});
    await user.fill(note(), 'Mine');
    const {id} = usual();
    await changeElsewhere(usual().id, {submit: true});
    const number = orders().find((order) => order.id === id)?.number;
    await save();
    const title = await findByRole('heading', {name: `This draft was sent already, as order ${number}.`});
    await until(() => focusedElement() === title, 'the focus');
    await expectNoAxeViolations();
    const opened = nextEvent(document.body, 'document-open');
    await press('Show this order');
    expect(await opened).to.include({id, number});
    await press('Keep mine as a new order');
    await until(() => note().value === 'Mine');
    const before = orders().length;
    await save();
    await findByText(/^Saved to the portal/);
    expect(orders().length).to.equal(before + 1);
  });

  it('was discarded meanwhile', async () => {
    const {id} = usual();
    await mountEditor({documentId: id});
    await user.fill(note(), 'Mine');
    const client = newClient();
    const {etag} = await client.documents.get(type, id);
    await client.documents.discard(type, id, {etag});
    await save();
    await findByRole('heading', {name: 'This draft was discarded at the portal in the meantime.'});
    await press('Discard my changes');
    await until(() => note().value === '');
    await until(() => focusedElement()?.id === 'undo', 'focus on the way back');
    await user.press('Enter');
    await until(() => note().value === 'Mine');
  });
});
