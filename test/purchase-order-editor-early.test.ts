/** What loads on demand does so once a page: what is done before it is there has a page of its own. */
import {mountEditor} from './purchase-order-editor-page.ts';
import {cell, cellText, focusIsIn} from './purchase-order-editor-lines-page.ts';
import {describe, expect, it, until} from './support/index.ts';

const options = {bubbles: true, cancelable: true, composed: true};

/** Presses a key, and says whether the browser is left to do with it what it does. */
const press = (target: HTMLElement, key: string, modifiers: KeyboardEventInit = {}) =>
  target.dispatchEvent(new KeyboardEvent('keydown', {key, ...modifiers, ...options}));

describe('purchase-order-editor: what is done before the lines work', () => {
  it('is made up for in its order, though the browser has forgotten by then what it was', async () => {
    await mountEditor();
    const target = cell('Item', 1);
    target.focus();
    for (const key of ['F5', 'Tab', 'Escape']) expect(press(target, key), key).to.equal(true);
    for (const key of ['r', 'v']) expect(press(target, key, {ctrlKey: true}), key).to.equal(true);
    const typed = ['?', '1', 'Tab', '5', 'Enter', '?', '2', 'Tab', '6', 'Enter'];
    for (const key of typed) expect(press(target, key), key).to.equal(false);
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'A-1\t7\r\nA-2\t8\r\n');
    target.dispatchEvent(new ClipboardEvent('paste', {clipboardData, ...options}));
    clipboardData.clearData();
    await until(() => cellText('Quantity', 4) === '8', 'the last row');
    const lines = [1, 2, 3, 4].map((line) => [cellText('Item', line), cellText('Quantity', line)]);
    expect(lines).to.deep.equal([
      ['?1', '5'],
      ['?2', '6'],
      ['A-1', '7'],
      ['A-2', '8'],
    ]);
    await focusIsIn('Item', 3);
  });
});
