/** What happens to a person who writes an order in haste, or while the portal is away. */
import {
  dialog,
  itemAt,
  mountEditor,
  plainItems,
  portal,
  review,
  token,
  writeOrder,
} from './purchase-order-editor-page.ts';
import {cell, cellText, editCell, fillLine, focusIsIn, openCell} from './purchase-order-editor-lines-page.ts';
import {
  describe,
  descriptionOf,
  expect,
  expectNoAxeViolations,
  findByLabel,
  findByRole,
  findByText,
  getByLabel,
  getByRole,
  getByText,
  heldAnswer,
  it,
  queryByRole,
  textOf,
  until,
  user,
} from './support/index.ts';

/** The numbers of the items whose description has the word. */
const numbersOf = (word: string) =>
  portal.data
    .items(token)
    .filter(({description}) => description.toLowerCase().includes(word))
    .map(({itemNumber}) => itemNumber);

describe('purchase-order-editor: Enter in haste', () => {
  it('takes the first hit of words, as it does from the open list', async () => {
    await mountEditor();
    const answer = heldAnswer();
    portal.faults.add({path: /catalog/, kind: 'delay', until: answer.isDue, times: 9});
    await editCell('Item', 1, 'anchor');
    await user.press('Enter');
    await focusIsIn('Quantity', 1);
    await user.keys('3');
    await until(() => cell('Item', 1).getAttribute('aria-busy') === 'true', 'the busy cell');
    answer.send();
    await until(() => numbersOf('anchor').includes(cellText('Item', 1)), 'the item');
    expect(cell('Item', 1).hasAttribute('aria-busy')).to.equal(false);
    expect(cellText('Quantity', 1)).to.equal('3');
  });

  it('takes the exact number where the search has others first', async () => {
    await mountEditor();
    const own = itemAt(portal.data.items(token).filter(({partnerItemNumber}) => partnerItemNumber));
    await editCell('Item', 1, own.partnerItemNumber ?? '');
    await user.press('Enter');
    await until(() => cellText('Item', 1) === own.itemNumber, 'the item');
  });

  it('goes on in the cell that is written in by the time the review finds something', async () => {
    await mountEditor();
    const answer = heldAnswer();
    portal.faults.add({path: '/catalog/lookups', kind: 'delay', until: answer.isDue, times: 9});
    await editCell('Item', 1, itemAt(plainItems()).itemNumber);
    await user.press('Tab');
    await editCell('Quantity', 1, '1e3');
    await user.press('Control+Enter');
    await until(() => cell('Quantity', 1).getAttribute('aria-invalid') === 'true', 'the mark');
    await editCell('Note', 1, 'by the ');
    answer.send();
    const summary = await findByRole('group', {name: 'Please check your order'});
    expect(textOf(summary)).to.contain('Enter the quantity as a number');
    await user.keys('gate');
    expect(cellText('Note', 1)).to.equal('by the gate');
  });

  it('says that there is none only where the portal has found none', async () => {
    await mountEditor();
    await editCell('Item', 1, 'anchorite');
    await user.press('Enter');
    await until(() => descriptionOf(cell('Item', 1)).startsWith('There is no item with this number'));
    await expectNoAxeViolations();
  });

  it('searches for words that were left before', async () => {
    await mountEditor();
    await editCell('Item', 1, 'anchor');
    await user.press('Tab');
    await until(() => descriptionOf(cell('Item', 1)).startsWith('There is no item with this number'));
    await openCell('Item', 1);
    await user.press('Enter');
    await until(() => numbersOf('anchor').includes(cellText('Item', 1)), 'the item');
  });
});

describe('purchase-order-editor: what is typed', () => {
  it('is never cut short without a word', async () => {
    await mountEditor();
    const long = 'PO-'.padEnd(120, '4711-');
    const reference = getByLabel('Your reference (optional)');
    await user.fill(reference, long);
    expect(reference.value).to.equal(long);
    user.select(getByLabel<HTMLSelectElement>('Delivery address'), 'Another address…');
    const name = await findByLabel('Company or name');
    await user.fill(name, long);
    expect(name.value).to.equal(long);
  });

  it('is warned of where the date has passed, and not stopped', async () => {
    await mountEditor();
    await writeOrder();
    const date = getByLabel('Requested delivery date (optional)');
    await user.fill(date, '0202-01-01');
    await user.fill(date, '2020-01-01');
    await until(() => descriptionOf(date) === 'This date is in the past.', 'the warning');
    expect(textOf(getByText('This date is in the past.'))).not.to.equal('');
    expect(date.hasAttribute('aria-invalid')).to.equal(false);
    await expectNoAxeViolations();
    await user.click(getByRole('button', {name: 'Review order'}));
    await until(dialog, 'the review');
    await user.click(getByRole('button', {name: 'Back to the order'}));
    await until(() => dialog() === undefined);
    await user.fill(date, '2999-01-01');
    await until(() => descriptionOf(date) === '');
  });

  it('stays in sight when the session ends', async () => {
    let current: string | null = token;
    const editor = await mountEditor({getToken: () => Promise.resolve(current)});
    await writeOrder();
    await until(() => getByLabel<HTMLSelectElement>('Delivery address').options.length > 2);
    current = null;
    editor.client?.forget();
    window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    await findByText('You are signed out. Everything you typed is kept.');
    expect(cellText('Quantity', 1)).to.equal('3');
    await expectNoAxeViolations();
    current = token;
    await user.click(getByRole('button', {name: 'Sign in again'}));
    await until(() => queryByRole('alert') === undefined, 'that the notice goes');
    expect(cellText('Quantity', 1)).to.equal('3');
    await review();
  });

  it('stays when the language changes, and the portal’s own texts change with it', async () => {
    const editor = await mountEditor();
    const item = itemAt(portal.data.items(token).filter(({units}) => units.length > 1));
    await fillLine(1, item.itemNumber, '3');
    await until(() => cellText('Description', 1) === item.description, 'the item');
    const english = cellText('Unit', 1);
    expect(english).not.to.equal('');
    editor.locale = 'de';
    await until(() => queryByRole('columnheader', {name: 'Einheit'}), 'the headings in German');
    await until(() => ![english, ''].includes(cellText('Einheit', 1)), 'the unit in German');
    expect(cellText('Menge', 1)).to.equal('3');
  });
});

describe('purchase-order-editor: without the portal', () => {
  it('says that an item could not be checked, and checks it with the next review', async () => {
    await mountEditor();
    const item = itemAt(plainItems());
    portal.faults.add({path: /catalog/, kind: 'status', status: 404, times: 9});
    await editCell('Item', 1, item.itemNumber);
    await editCell('Quantity', 1, '3');
    await user.press('Control+Enter');
    const summary = await findByRole('group', {name: 'Please check your order'});
    expect(textOf(summary)).to.match(/This could not be checked\. ./);
    expect(textOf(summary)).not.to.contain('There is no item');
    await expectNoAxeViolations();
    // It stays so while something else is mended.
    await editCell('Quantity', 1, '4');
    expect(descriptionOf(cell('Item', 1))).to.contain('could not be checked');
    portal.faults.clear();
    await user.click(getByRole('button', {name: 'Review order'}));
    const within = await until(dialog, 'the review');
    expect(textOf(within)).to.contain(item.description);
  });
});
