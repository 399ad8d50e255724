/** The grid of the order's lines, key by key. */
import {dialog, itemAt, mountEditor, plainItems, portal, token} from './purchase-order-editor-page.ts';
import {
  cell,
  cellField,
  cellText,
  editCell,
  focusIsIn,
  goToCell,
  lineCount,
  lineGrid,
  openCell,
  pasteLines,
} from './purchase-order-editor-lines-page.ts';
import {describe, expect, findByRole, focusedElement, it, queryByRole, until, user} from './support/index.ts';

const number = (index: number) => itemAt(plainItems(), index).itemNumber;
const notes = () => Array.from({length: lineCount()}, (_, index) => cellText('Note', index + 1));
const selected = () =>
  [...(lineGrid()?.querySelectorAll('[aria-selected="true"]') ?? [])].map(
    (row) => Number(row.ariaRowIndex) - 1,
  );

/** An editor with lines that have the notes a, b, c … and the quantities 1, 2, 3 … */
async function withLines(count: number): Promise<void> {
  await mountEditor();
  await pasteLines(
    Array.from({length: count}, (_, index) => [
      number(index),
      `${index + 1}`,
      'abcdefghijklmnopqrstuvwxyz'.charAt(index),
    ]),
  );
}

/** Presses keys one after the other. */
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await user.press(key);
}

/** What a key puts on the clipboard. */
async function copied(key: string): Promise<string> {
  let text = '';
  const onCopy = ({clipboardData}: ClipboardEvent) => (text = clipboardData?.getData('text/plain') ?? '');
  document.addEventListener('copy', onCopy, {once: true});
  await user.press(key);
  await until(() => text, 'something on the clipboard');
  return text;
}

describe('purchase-order-editor: going about in the grid', () => {
  it('goes from cell to cell with arrows, and stops at the edges', async () => {
    await withLines(3);
    await goToCell('Quantity', 1);
    await press('ArrowDown', 'ArrowRight');
    await focusIsIn('Wanted on', 2);
    await press('ArrowUp', 'ArrowLeft', 'ArrowLeft');
    await focusIsIn('Unit', 1);
    await press('ArrowUp');
    await focusIsIn('Unit', 1);
    await press('End', 'ArrowRight');
    await focusIsIn('Remove', 1);
    await press('Home', 'ArrowLeft');
    await focusIsIn('Line number', 1);
    await press('Control+End', 'ArrowDown');
    await focusIsIn('Remove', 3);
    await press('Control+Home');
    await focusIsIn('Line number', 1);
    await press('Control+ArrowDown');
    await focusIsIn('Line number', 3);
    await press('Control+ArrowUp');
    await focusIsIn('Line number', 1);
  });

  it('goes the other way with arrows where the text does', async () => {
    document.documentElement.dir = 'rtl';
    try {
      await withLines(1);
      await goToCell('Quantity', 1);
      await press('ArrowLeft');
      await focusIsIn('Wanted on', 1);
      await press('ArrowRight', 'ArrowRight');
      await focusIsIn('Unit', 1);
      const [first, second] = [cell('Item', 1), cell('Quantity', 1)].map((each) =>
        each.getBoundingClientRect(),
      );
      expect(first?.left).to.be.greaterThan(second?.right ?? Infinity);
    } finally {
      document.documentElement.removeAttribute('dir');
    }
  });

  it('goes by pages, and keeps the column', async () => {
    await withLines(26);
    await goToCell('Note', 1);
    await press('PageDown');
    await until(
      () => cellText('Note', 1) && !cell('Note', 1).contains(focusedElement() ?? null),
      'another line',
    );
    const place = () => Number(focusedElement()?.closest('[role=row]')?.ariaRowIndex) - 1;
    const page = place() - 1;
    expect(page).to.be.within(3, 20);
    await press('PageDown', 'PageDown', 'PageDown', 'PageDown', 'PageDown', 'PageDown', 'PageDown');
    await focusIsIn('Note', 26);
    await press('PageUp');
    await until(() => place() < 26, 'a line above');
    expect(26 - place()).to.be.within(3, 20);
    await focusIsIn('Note', place());
    await press('PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp');
    await focusIsIn('Note', 1);
  });

  it('is one stop of Tab', async () => {
    await withLines(3);
    await goToCell('Quantity', 2);
    await user.press('Tab');
    expect(lineGrid()?.contains(focusedElement() ?? null)).to.equal(false);
    await user.press('Shift+Tab');
    await focusIsIn('Quantity', 2);
    await user.press('Shift+Tab');
    expect(lineGrid()?.contains(focusedElement() ?? null)).to.equal(false);
    await user.press('Tab');
    await focusIsIn('Quantity', 2);
  });
});

describe('purchase-order-editor: editing in the grid', () => {
  it('types in place of what a cell has, and begins behind it with Enter and F2', async () => {
    await withLines(2);
    await goToCell('Note', 1);
    await user.keys('new');
    expect(cellField('Note', 1)?.value).to.equal('new');
    await user.press('ArrowDown');
    await focusIsIn('Note', 2);
    expect(cellText('Note', 1)).to.equal('new');
    for (const [key, expected] of [
      ['Enter', 'b?!'],
      ['F2', 'b?!?!'],
    ] as const) {
      await user.press(key);
      await user.keys('!');
      // In the text an arrow goes from letter to letter.
      await press('ArrowLeft');
      await user.keys('?');
      await user.press('Tab');
      expect(cellText('Note', 2)).to.equal(expected);
      await goToCell('Note', 2);
    }
  });

  it('gives the former value back with Escape, and there is nothing to undo then', async () => {
    await withLines(1);
    for (const [column, text] of [
      ['Quantity', '999'],
      ['Note', 'other'],
      ['Item', 'NO-SUCH-ITEM'],
    ] as const) {
      const former = cellText(column, 1);
      await goToCell(column, 1);
      await user.keys(text);
      expect(cellField(column, 1)?.value).to.equal(text);
      await user.press('Escape');
      // The first one closes the list of items.
      if (column === 'Item' && cellField(column, 1)) await user.press('Escape');
      await until(() => !cellField(column, 1), 'the end of editing');
      expect(cellText(column, 1)).to.equal(former);
      await focusIsIn(column, 1);
    }
    expect(cellText('Description', 1)).to.equal(itemAt(plainItems()).description);
    await user.press('Control+z');
    // That was the paste.
    await until(() => cellText('Quantity', 1) === '', 'the order before the paste');
  });

  it('goes on with Enter to what is to be filled, and from the last line to a new one', async () => {
    await mountEditor();
    await openCell('Item', 1);
    await user.keys(number(0));
    await user.press('Enter');
    await focusIsIn('Quantity', 1);
    await user.keys('4');
    await user.press('Enter');
    await focusIsIn('Item', 2);
    expect(lineCount()).to.equal(2);
    const varied = itemAt(portal.data.items(token).filter(({variants}) => (variants?.length ?? 0) > 1));
    await user.keys(varied.itemNumber);
    await findByRole('option', {name: new RegExp(varied.itemNumber)});
    await user.press('Enter');
    await focusIsIn('Variant', 2);
    await goToCell('Quantity', 2);
    await user.keys('5');
    await user.press('Shift+Enter');
    await focusIsIn('Quantity', 1);
    expect(cellText('Quantity', 2)).to.equal('5');
  });

  it('goes to the next cell that can be edited with Tab, and back', async () => {
    await withLines(1);
    await editCell('Item', 1, number(1));
    await user.press('Tab');
    // It comes in one unit and no variants.
    await focusIsIn('Quantity', 1);
    await user.keys('8');
    await user.press('Tab');
    await focusIsIn('Wanted on', 1);
    await user.keys('2031-03-01');
    await user.press('Shift+Tab');
    await focusIsIn('Quantity', 1);
    expect(cellText('Quantity', 1)).to.equal('8');
    expect(cellText('Wanted on', 1)).to.equal('Mar 1, 2031');
  });

  it('empties cells with Delete, and fills them from above with Ctrl+D', async () => {
    await withLines(4);
    await goToCell('Note', 2);
    await user.press('Delete');
    await until(() => cellText('Note', 2) === '', 'the empty cell');
    await user.press('Control+d');
    await until(() => notes().join() === 'a,a,c,d', 'the note of the line above');
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    expect(selected()).to.deep.equal([2, 3, 4]);
    await user.press('Control+d');
    await until(() => notes().join() === 'a,a,a,a', 'the first of the selected notes');
    await user.press('Delete');
    await until(() => notes().join() === 'a,,,', 'the empty cells');
    await goToCell('Item', 2);
    await user.press('Control+d');
    await until(
      () => cellText('Description', 2) === cellText('Description', 1),
      'the item of the line above',
    );
  });

  it('reads dates as they are typed in the language, and keeps quantities when it changes', async () => {
    const editor = await mountEditor();
    await pasteLines([[number(0), '1234.5', 'a']]);
    await editCell('Wanted on', 1, '12/24/2031');
    await user.press('Enter');
    expect(cellText('Wanted on', 1)).to.equal('Dec 24, 2031');
    editor.locale = 'de';
    await until(() => queryByRole('columnheader', {name: 'Menge'}), 'the headings in German');
    expect(cellText('Menge', 1)).to.equal('1.234,5');
    await editCell('Gewünscht am', 1, '31.12.2031');
    await user.press('Enter');
    expect(cellText('Gewünscht am', 1)).to.equal('31. Dez. 2031');
    expect((await openCell('Menge', 1)).value).to.equal('1234,5');
  });
});

describe('purchase-order-editor: lines by key', () => {
  it('inserts, duplicates and removes them, and undoes and does that again where it was', async () => {
    await withLines(3);
    await goToCell('Note', 2);
    await user.press('Insert');
    await focusIsIn('Item', 2);
    expect(notes()).to.deep.equal(['a', '', 'b', 'c']);
    await user.press('Control+z');
    await until(() => notes().join() === 'a,b,c', 'the lines as before');
    await focusIsIn('Item', 2);
    await goToCell('Note', 2);
    await user.press('Control+Shift+D');
    await until(() => notes().join() === 'a,b,b,c', 'the line twice');
    await focusIsIn('Note', 3);
    await user.press('Control+Delete');
    await until(() => notes().join() === 'a,b,c', 'one of them');
    await focusIsIn('Note', 3);
    await user.press('Control+z');
    await until(() => notes().join() === 'a,b,b,c', 'both');
    await focusIsIn('Note', 3);
    await user.press('Control+Shift+Z');
    await until(() => notes().join() === 'a,b,c', 'one again');
    await focusIsIn('Note', 3);
    await user.press('Control+Shift+Enter');
    await until(() => notes().join() === 'a,b,,c', 'the line above');
    await focusIsIn('Item', 3);
  });

  it('copies no cell as a formula, nor an item, a quantity or a date but as it is pasted back', async () => {
    await withLines(1);
    await editCell('Note', 1, '=HYPERLINK("https://example.com")');
    await user.press('Tab');
    await goToCell('Note', 1);
    expect(await copied('Control+c')).to.equal('\'=HYPERLINK("https://example.com")');
    await editCell('Quantity', 1, '12,000.5');
    await user.press('Tab');
    await goToCell('Quantity', 1);
    expect(await copied('Control+c')).to.equal('12000.5');
    await goToCell('Item', 1);
    expect(await copied('Control+c')).to.equal(number(0));
  });

  it('goes to the cell whose change is undone or done again', async () => {
    await withLines(2);
    await editCell('Note', 1, 'new');
    await user.press('Tab');
    await goToCell('Quantity', 2);
    await user.press('Control+z');
    await focusIsIn('Note', 1);
    expect(cellText('Note', 1)).to.equal('a');
    await goToCell('Quantity', 2);
    await user.press('Control+y');
    await focusIsIn('Note', 1);
    expect(cellText('Note', 1)).to.equal('new');
  });

  it('selects them, copies them or one cell, and removes what is selected', async () => {
    await withLines(4);
    await goToCell('Note', 2);
    expect(await copied('Control+c')).to.equal('b');
    await press('Shift+ArrowDown');
    expect(selected()).to.deep.equal([2, 3]);
    const rows = (await copied('Control+c')).trim().split(/\r?\n/);
    expect(rows.filter((row) => row.includes(number(1)) || row.includes(number(2)))).to.have.length(2);
    await user.press('Escape');
    expect(selected()).to.deep.equal([]);
    await user.press('Shift+ ');
    expect(selected()).to.deep.equal([3]);
    await user.press('Control+a');
    expect(selected()).to.deep.equal([1, 2, 3, 4]);
    await goToCell('Note', 3);
    await press('Shift+ArrowDown', 'Control+Delete');
    await until(() => notes().join() === 'a,b', 'the other two');
    await focusIsIn('Note', 2);
    await user.press('Control+Enter');
    await until(dialog, 'the review');
  });

  it('never leaves the order without a line, nor the focus without a place', async () => {
    await withLines(2);
    await goToCell('Note', 1);
    await press('Control+a', 'Control+Delete');
    await until(() => lineCount() === 1 && cellText('Item', 1) === '', 'an empty line');
    await until(() => lineGrid()?.contains(focusedElement() ?? null), 'the focus in the grid');
    await user.press('Control+z');
    await until(() => notes().join() === 'a,b', 'the lines');
    await until(() => lineGrid()?.contains(focusedElement() ?? null), 'the focus in the grid');
  });
});
