/** What happens to a person who writes an order in haste, or while the portal is away. */
import {
  clearDrafts,
  dialog,
  fillLine,
  itemAt,
  mountEditor,
  plainItems,
  review,
  token,
  writeOrder,
} from './purchase-order-editor-page.ts';
import {
  beforeEach,
  describe,
  descriptionOf,
  expect,
  expectNoAxeViolations,
  findByLabel,
  findByRole,
  findByText,
  focusedElement,
  getByLabel,
  getByRole,
  getByText,
  it,
  nameOf,
  queryByLabel,
  queryByRole,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';

const portal = await startPortal();
beforeEach(clearDrafts);

const focusIsOn = (name: string) =>
  until(() => nameOf(focusedElement() ?? document.body) === name, `focus on ${name}`);

/** The numbers of the items whose description has the word. */
const numbersOf = (word: string) =>
  portal.data
    .items(token)
    .filter(({description}) => description.toLowerCase().includes(word))
    .map(({itemNumber}) => itemNumber);

describe('purchase-order-editor: Enter in haste', () => {
  it('takes the first hit of words, as it does from the open list', async () => {
    await mountEditor();
    portal.faults.add({path: /catalog/, kind: 'delay', ms: 300, times: 2});
    const input = getByLabel('Item, line 1');
    await user.fill(input, 'anchor');
    await user.press('Enter');
    await focusIsOn('Quantity, line 1');
    await user.keys('3');
    await until(() => input.getAttribute('aria-busy') === 'true', 'the busy field');
    await until(() => numbersOf('anchor').includes(input.value), 'the item');
    expect(input.hasAttribute('aria-busy')).to.equal(false);
    expect(getByLabel('Quantity, line 1').value).to.equal('3');
  });

  it('takes the exact number where the search has others first', async () => {
    await mountEditor();
    const own = itemAt(portal.data.items(token).filter(({partnerItemNumber}) => partnerItemNumber));
    await user.fill(getByLabel('Item, line 1'), own.partnerItemNumber ?? '');
    await user.press('Enter');
    await until(() => getByLabel('Item, line 1').value === own.itemNumber, 'the item');
  });

  it('says that there is none only where the portal has found none', async () => {
    await mountEditor();
    await user.fill(getByLabel('Item, line 1'), 'anchorite');
    await user.press('Enter');
    await findByText(/There is no item with this number/);
    await expectNoAxeViolations();
  });

  it('searches for words that were left before', async () => {
    await mountEditor();
    await user.fill(getByLabel('Item, line 1'), 'anchor');
    await user.press('Tab');
    await findByText(/There is no item with this number/);
    getByLabel('Item, line 1').focus();
    await user.press('Enter');
    await until(() => numbersOf('anchor').includes(getByLabel('Item, line 1').value), 'the item');
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
    await writeOrder(portal);
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
    await writeOrder(portal);
    await until(() => getByLabel<HTMLSelectElement>('Delivery address').options.length > 2);
    current = null;
    editor.client?.forget();
    window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    await findByText('You are signed out. Everything you typed is kept.');
    expect(getByLabel('Quantity, line 1').value).to.equal('3');
    await expectNoAxeViolations();
    current = token;
    await user.click(getByRole('button', {name: 'Sign in again'}));
    await until(() => queryByRole('alert') === undefined, 'that the notice goes');
    expect(getByLabel('Quantity, line 1').value).to.equal('3');
    await review();
  });

  it('stays when the language changes, and the portal’s own texts change with it', async () => {
    const editor = await mountEditor();
    const item = itemAt(portal.data.items(token).filter(({units}) => units.length > 1));
    await fillLine(1, item.itemNumber, '3');
    const unit = await findByLabel<HTMLSelectElement>('Unit, line 1');
    const english = [...unit.options].map(({label}) => label);
    editor.locale = 'de';
    const german = () =>
      [...(queryByLabel<HTMLSelectElement>('Einheit, Zeile 1')?.options ?? [])].map(({label}) => label);
    await until(() => german().length > 0 && german().join() !== english.join(), 'the units in German');
    const quantity = getByLabel(/^Menge, /);
    expect(quantity.value).to.equal('3');
  });
});

describe('purchase-order-editor: without the portal', () => {
  it('says that an item could not be checked, and checks it with the next review', async () => {
    await mountEditor();
    const item = itemAt(plainItems(portal));
    portal.faults.add({path: /catalog/, kind: 'status', status: 404, times: 9});
    await user.fill(getByLabel('Item, line 1'), item.itemNumber);
    await user.fill(getByLabel('Quantity, line 1'), '3');
    await user.press('Control+Enter');
    const summary = await findByRole('group', {name: 'Please check your order'});
    expect(textOf(summary)).to.match(/This could not be checked\. ./);
    expect(textOf(summary)).not.to.contain('There is no item');
    await expectNoAxeViolations();
    // It stays so while something else is mended.
    await user.fill(getByLabel('Quantity, line 1'), '4');
    expect(descriptionOf(getByLabel('Item, line 1'))).to.contain('could not be checked');
    portal.faults.clear();
    await user.click(getByRole('button', {name: 'Review order'}));
    const within = await until(dialog, 'the review');
    expect(textOf(within)).to.contain(item.description);
  });
});
