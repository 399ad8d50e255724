/** What loads on demand does so once a page: what is done before it is there has a page of its own. */
import {mountEditor} from './purchase-order-editor-page.ts';
import {cell, cellText, focusIsIn} from './purchase-order-editor-lines-page.ts';
import {describe, expect, it, until} from './support/index.ts';

describe('purchase-order-editor: a paste before the lines work', () => {
  it('is made up for, though the browser has forgotten by then what it was', async () => {
    await mountEditor();
    const target = cell('Item', 1);
    target.focus();
    const options = {bubbles: true, cancelable: true, composed: true};
    const paste = new KeyboardEvent('keydown', {key: 'v', ctrlKey: true, ...options});
    expect(target.dispatchEvent(paste), 'that the browser may paste').to.equal(true);
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'A-1\t5\r\nA-2\t7\r\n');
    target.dispatchEvent(new ClipboardEvent('paste', {clipboardData, ...options}));
    clipboardData.clearData();
    await until(() => cellText('Quantity', 2) === '7', 'the second row');
    expect(cellText('Item', 1)).to.equal('A-1');
    await focusIsIn('Item', 1);
  });
});
