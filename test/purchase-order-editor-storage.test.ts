import {
  changeDrafts,
  focusIsOn,
  keptDrafts,
  mountEditor,
  note,
  notice,
  portal,
  send,
  writeOrder,
} from './purchase-order-editor-page.ts';
import {cellText, openCell} from './purchase-order-editor-lines-page.ts';
import {
  describe,
  expect,
  expectNoAxeViolations,
  findByText,
  focusedElement,
  getAllByRole,
  getByRole,
  it,
  nameOf,
  nextEvent,
  queryByRole,
  queryByText,
  until,
  user,
} from './support/index.ts';

describe('purchase-order-editor: the device', () => {
  it('has the draft within a second of typing', async () => {
    await mountEditor();
    const saved = nextEvent(document.body, 'draft-saved');
    await user.fill(note(), 'By the back door');
    const typed = performance.now();
    const {draftId, where} = await saved;
    expect(where).to.equal('device');
    expect(draftId).to.match(/^[\da-f-]{36}$/);
    // On a busy machine the first of it is kept while the rest is being typed.
    await until(async () => (await keptDrafts())[0]?.draft.note === 'By the back door', 'all of it', 1000);
    expect(performance.now() - typed).to.be.lessThan(1000);
    expect(await keptDrafts()).to.have.length(1);
  });

  it('has it at once when the page is left', async () => {
    await mountEditor();
    await user.fill(note(), 'Now');
    // Not pagehide: at that the mock portal would say good-bye, too.
    document.dispatchEvent(new Event('visibilitychange'));
    await until(async () => (await keptDrafts())[0]?.draft.note === 'Now', 'the draft', 300);
  });

  it('gives it back, and it can be discarded, and that undone', async () => {
    const editor = await mountEditor();
    const item = await writeOrder();
    await user.fill(note(), 'By the back door');
    editor.remove();
    await mountEditor();
    await findByText(/Your unfinished order from .+ is back\./);
    expect(note().value).to.equal('By the back door');
    expect(cellText('Item', 1)).to.equal(item.itemNumber);
    expect(cellText('Quantity', 1)).to.equal('3');
    await expectNoAxeViolations();
    await user.click(getByRole('button', {name: 'Discard'}));
    await until(() => note().value === '');
    expect(await keptDrafts()).to.deep.equal([]);
    await user.click(getByRole('button', {name: 'Undo discarding', within: notice()}));
    await until(() => note().value === 'By the back door');
    await until(async () => (await keptDrafts()).length === 1);
  });

  it('forgets at any time what is to be discarded, and that can be undone', async () => {
    await mountEditor();
    expect(queryByRole('button', {name: 'Discard'})).to.equal(undefined);
    await user.fill(note(), 'By the back door');
    await until(async () => (await keptDrafts()).length === 1);
    await user.click(getByRole('button', {name: 'Discard'}));
    await until(
      () => nameOf(focusedElement() ?? document.body) === 'Undo discarding',
      'focus on the way back',
    );
    expect(note().value).to.equal('');
    await until(async () => (await keptDrafts()).length === 0);
    await expectNoAxeViolations();
    await user.press('Enter');
    await until(() => note().value === 'By the back door');
    await until(() => nameOf(focusedElement() ?? document.body) === 'Your reference (optional)', 'the focus');
    getByRole('button', {name: 'Discard'});
  });

  it('offers that once while it tells that the order is back', async () => {
    const editor = await mountEditor();
    await user.fill(note(), 'By the back door');
    editor.remove();
    await mountEditor();
    await findByText(/is back/);
    expect(getAllByRole('button', {name: 'Discard'})).to.have.length(1);
    await user.click(getByRole('button', {name: 'Dismiss'}));
    await until(() => !queryByText(/is back/));
    getByRole('button', {name: 'Discard'});
  });

  it('gives a quantity back as the locale of now writes it', async () => {
    const editor = await mountEditor();
    await writeOrder('1,234.5');
    editor.remove();
    await mountEditor({locale: 'de'});
    await until(() => cellText('Menge', 1) === '1.234,5', 'the quantity in German');
    expect((await openCell('Menge', 1)).value).to.equal('1234,5');
  });

  it('learns nothing of an order that is only looked at in a second window', async () => {
    await mountEditor();
    await writeOrder();
    await user.fill(note(), 'First');
    await until(async () => (await keptDrafts())[0]?.draft.note === 'First', 'the draft');
    const asked = portal.requests.length;
    const second = await mountEditor();
    await until(() => portal.requests.slice(asked).some(({path}) => path.includes('look')), 'its items');
    await until(() => second.shadowRoot?.textContent.includes('is back'), 'the order in the second window');
    second.remove();
    await user.fill(note(), 'Second');
    await until(async () => (await keptDrafts())[0]?.draft.note === 'Second', 'the change');
    expect(await keptDrafts()).to.have.length(1);
  });

  it('keeps what another window sends when it is discarded here, and says so', async () => {
    await mountEditor();
    await user.fill(note(), 'First');
    await until(async () => (await keptDrafts()).length === 1);
    await changeDrafts((record) => ({...record, revision: 99, isSent: true}));
    await user.click(getByRole('button', {name: 'Discard'}));
    await findByText(/is being sent there\. Discarding it here did not stop that\./);
    expect(queryByRole('button', {name: /^Undo/, within: notice()})).to.equal(undefined);
    await focusIsOn('Your reference (optional)');
    expect(await keptDrafts()).to.have.length(1);
    await expectNoAxeViolations();
  });

  it('keeps what another window has changed when it is discarded here, and says so', async () => {
    await mountEditor();
    await user.fill(note(), 'First');
    await until(async () => (await keptDrafts()).length === 1);
    await changeDrafts((record) => ({...record, revision: 99}));
    await user.click(getByRole('button', {name: 'Discard'}));
    await findByText('The order was changed in another window too. It stays there.');
    expect(await keptDrafts()).to.have.length(1);
    await user.click(getByRole('button', {name: 'Undo discarding', within: notice()}));
    await until(() => note().value === 'First');
    await until(async () => (await keptDrafts()).length === 2, 'an order of its own');
  });

  it('may refuse: that is told, and the order is sent all the same', async () => {
    const {transaction} = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const editor = await mountEditor();
      await findByText(/cannot be kept on this device/);
      await expectNoAxeViolations();
      await user.fill(note(), 'Kept in memory');
      await writeOrder();
      editor.remove();
      await mountEditor();
      expect(note().value).to.equal('Kept in memory');
      await send();
      expect(queryByText(/cannot be kept/)).to.equal(undefined);
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
  });
});
