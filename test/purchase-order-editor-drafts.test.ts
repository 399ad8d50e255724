/** Several unfinished orders on one device. */
import {forgetDrafts} from '../src/orders/forget-drafts.ts';
import {
  changeDrafts,
  keptDrafts,
  mountEditor,
  newClient,
  partOf,
  portal,
  reference,
  review,
  sentNumber,
  writeOrder,
} from './purchase-order-editor-page.ts';
import {linesStacked} from './purchase-order-editor-lines-page.ts';
import {
  beforeEach,
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  focusedElement,
  getAllByRole,
  getByRole,
  getByText,
  it,
  nameOf,
  queryByRole,
  queryByText,
  setViewport,
  textOf,
  until,
  user,
} from './support/index.ts';

// Lines are fieldsets there, whose fields have labels.
beforeEach(() => setViewport({width: 600, height: 900}));

const kept = async () => (await keptDrafts()).map(({draft}) => draft?.reference).toSorted();
const focused = () => nameOf(focusedElement() ?? document.body);

/** Writes orders of these references, one after the other, and waits until the device has them. */
async function writeOrders(...references: string[]): Promise<void> {
  for (const [index, text] of references.entries()) {
    if (index > 0) await user.click(await findByRole('button', {name: 'New order'}));
    await until(() => (reference().value === '' && reference() === focusedElement()) || index === 0);
    await user.fill(reference(), text);
    await until(async () => (await kept()).includes(text), text);
  }
}

const open = async () => user.click(await findByText(/unfinished orders on this device/));
const items = () => getAllByRole('listitem').map(textOf);

describe('purchase-order-editor: several unfinished orders', () => {
  it('begins another one and keeps the one before', async () => {
    const editor = await mountEditor();
    await linesStacked();
    await writeOrder();
    await writeOrders('PO-1', 'PO-2', 'PO-3');
    expect(await kept()).to.deep.equal(['PO-1', 'PO-2', 'PO-3']);
    getByText('3 unfinished orders on this device');
    editor.remove();
    await mountEditor();
    await findByText('3 unfinished orders on this device');
    expect(reference().value).to.equal('PO-3');
    await open();
    expect(items()).to.have.length(3);
    expect(items()[0]).to.match(/PO-3.*Open here/);
    expect(items()[1]).to.match(/PO-2.*0 lines.*Changed/);
    expect(items()[2]).to.match(/PO-1.*1 line /);
    await expectNoAxeViolations();
  });

  it('goes on with another one', async () => {
    await mountEditor();
    await writeOrders('PO-1', 'PO-2');
    await open();
    await user.fill(reference(), 'PO-2b');
    await user.click(getByRole('button', {name: 'Continue: PO-1'}));
    await until(() => reference().value === 'PO-1');
    await until(() => reference() === focusedElement(), 'the focus');
    await findByText(/Your unfinished order from .+ is back\./);
    getByRole('button', {name: 'Dismiss'}).focus();
    await user.press('Enter');
    await until(() => reference() === focusedElement(), 'the focus, which the button had');
    await user.fill(reference(), 'PO-1b');
    await until(async () => (await kept()).join() === 'PO-1b,PO-2b', 'both');
    await findByRole('button', {name: 'Continue: PO-2b'});
  });

  it('discards one of the others, and brings it back', async () => {
    await mountEditor();
    await writeOrders('PO-1', 'PO-2', 'PO-3');
    await open();
    await user.click(getByRole('button', {name: 'Discard: PO-2'}));
    await until(() => focused() === 'Undo discarding', 'focus on the way back');
    expect(await kept()).to.deep.equal(['PO-1', 'PO-3']);
    getByText('2 unfinished orders on this device');
    await user.press('Enter');
    await until(() => focused() === 'Continue: PO-2', 'focus on what is back');
    expect(await kept()).to.deep.equal(['PO-1', 'PO-2', 'PO-3']);
    expect(reference().value).to.equal('PO-3');
  });

  it('lists what was begun in another window', async () => {
    await mountEditor();
    await writeOrders('PO-1', 'PO-2');
    const [first] = await keptDrafts();
    await changeDrafts((record) => (record.id === first?.id ? {...record, id: `${record.id}-x`} : record));
    document.dispatchEvent(new Event('visibilitychange'));
    await findByText('3 unfinished orders on this device');
  });

  it('says of which one it is not known whether it was sent, and takes that up', async () => {
    const editor = await mountEditor({timing: {total: 0}});
    await linesStacked();
    await writeOrder();
    await user.fill(reference(), 'PO-1');
    portal.faults.add({method: 'POST', path: '/documents/purchase-order', kind: 'network-after-commit'});
    await user.click(await review());
    await until(() => queryByRole('alert'), 'the failure');
    await until(async () => (await keptDrafts())[0]?.submission, 'the submission');
    editor.remove();
    await changeDrafts((record) => ({...record, updatedAt: Date.now() - 60_000}));
    const client = await mountEditor();
    await findByText(/It is not known yet whether the order has arrived/);
    expect(queryByRole('button', {name: 'New order'})).to.equal(undefined);
    client.remove();
  });

  it('tells one without a reference by its items', async () => {
    await mountEditor();
    await linesStacked();
    const item = await writeOrder();
    await until(async () => (await keptDrafts()).length === 1);
    await user.click(await findByRole('button', {name: 'New order'}));
    await user.fill(reference(), 'PO-2');
    await open();
    await findByRole('button', {name: `Continue: ${item.description}`});
  });

  it('tells what is ordered several times once', async () => {
    const editor = await mountEditor();
    await linesStacked();
    const item = await writeOrder();
    await until(async () => (await keptDrafts()).length === 1);
    await user.click(await findByRole('button', {name: 'New order'}));
    await user.fill(reference(), 'PO-2');
    await until(async () => (await kept()).includes('PO-2'));
    editor.remove();
    await changeDrafts((record) => {
      const {draft} = record as unknown as {draft: {lines: object[]}};
      const lines = draft.lines.flatMap((line) => [line, {...line, key: 'twin'}]);
      return {...record, draft: {...draft, lines}};
    });
    await mountEditor();
    await open();
    await findByRole('button', {name: `Continue: ${item.description}`});
  });

  it('shows those of nobody else', async () => {
    const editor = await mountEditor();
    await writeOrders('PO-1', 'PO-2');
    await open();
    let seen = '';
    const root = editor.shadowRoot;
    if (!root) throw new Error('The editor draws nothing');
    editor.client = newClient({scenario: 'other'});
    await editor.updateComplete;
    const watch = new MutationObserver(() => (seen += root.textContent));
    watch.observe(root, {childList: true, subtree: true, characterData: true});
    await until(() => partOf(editor, 'review'), 'the other’s form');
    await until(() => seen !== '' && reference().value === '');
    watch.disconnect();
    expect(seen).not.to.contain('PO-1');
    expect(seen).not.to.contain('unfinished order');
  });

  it('forgets all of them where the host says so', async () => {
    const editor = await mountEditor();
    await writeOrders('PO-1', 'PO-2');
    await user.fill(reference(), 'not kept any more');
    await forgetDrafts();
    editor.remove();
    expect(await keptDrafts()).to.deep.equal([]);
    await mountEditor();
    expect(reference().value).to.equal('');
    expect(queryByText(/unfinished/)).to.equal(undefined);
  });

  it('sends one, and keeps the others', async () => {
    await mountEditor();
    await user.fill(reference(), 'PO-1');
    await until(async () => (await kept()).length === 1);
    await user.click(await findByRole('button', {name: 'New order'}));
    await writeOrder();
    await user.click(await review());
    await sentNumber();
    await user.click(getByRole('button', {name: 'Write another order'}));
    await findByText('1 unfinished order on this device');
  });
});
