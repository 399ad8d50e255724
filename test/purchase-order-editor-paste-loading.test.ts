/** What reads a paste loads once a page: this test is the first of its page to need it. */
import {itemAt, mountEditor, plainItems} from './purchase-order-editor-page.ts';
import {cellText, goToCell, openCell, pasteRows} from './purchase-order-editor-lines-page.ts';
import {
  blockRequests,
  describe,
  expect,
  findByText,
  getByRole,
  it,
  queryByText,
  until,
  user,
} from './support/index.ts';

describe('purchase-order-editor: pasting before what reads it has loaded', () => {
  it('keeps all of it where that cannot be loaded, and pastes it in its order once it can', async () => {
    await blockRequests('*/purchase-order-editor/paste.ts*');
    await mountEditor();
    const {itemNumber} = itemAt(plainItems());
    await openCell('Item', 1);
    await goToCell('Item', 1);
    pasteRows([
      ['Item', 'Note'],
      [itemNumber, 'first'],
    ]);
    pasteRows([
      ['Quantity', 'Note'],
      ['5', 'second'],
    ]);
    await findByText(/A part of this form could not be loaded/);
    expect(cellText('Item', 1)).to.equal('');
    await blockRequests();
    await user.click(getByRole('button', {name: 'Try again'}));
    await until(() => cellText('Item', 1) === itemNumber, 'the paste');
    expect(cellText('Quantity', 1)).to.equal('5');
    expect(cellText('Note', 1)).to.equal('second');
    expect(queryByText(/could not be loaded/)).to.equal(undefined);
  });
});
