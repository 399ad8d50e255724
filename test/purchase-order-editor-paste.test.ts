/** A block of a spreadsheet pasted into the lines, and lines copied to one. */
import type {Item} from '../src/portal/contract/index.ts';
import {
  dialog,
  itemAt,
  mountEditor,
  orders,
  plainItems,
  portal,
  send,
  token,
} from './purchase-order-editor-page.ts';
import {
  cell,
  cellText,
  focusIsIn,
  goToCell,
  lineCount,
  openCell,
  pasteRows,
} from './purchase-order-editor-lines-page.ts';
import {
  describe,
  descriptionOf,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  focusedElement,
  getAllByRole,
  getByRole,
  getByText,
  heldAnswer,
  it,
  nameOf,
  queryByRole,
  queryByText,
  textOf,
  until,
  user,
} from './support/index.ts';

/** The button that undoes the paste, and not the grid’s own. */
const undoButton = () =>
  queryByRole('button', {name: 'Undo paste'}) ?? queryByRole('button', {name: 'Undo merging'});

/** Pastes rows of cells into the lines, from a cell on. */
async function pasteOn(column: string, line: number, rows: readonly (readonly string[])[]): Promise<void> {
  await goToCell(column, line);
  pasteRows(rows);
}

/** Goes to a cell of a grid that works by then. */
async function goToWorkingCell(column: string): Promise<void> {
  await openCell(column, 1);
  await goToCell(column, 1);
}

/** A key in what has the focus, before anything else happens in the page. */
function pressAtOnce(key: string): void {
  const keyboard = {key, bubbles: true, composed: true, cancelable: true};
  focusedElement()?.dispatchEvent(new KeyboardEvent('keydown', keyboard));
}

/** Begins to type in a cell, before anything else happens in the page. */
function typeAtOnce(text: string): void {
  pressAtOnce(text.slice(0, 1));
  const field = focusedElement();
  if (!(field instanceof HTMLInputElement)) throw new Error('No cell is edited');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

/** Looks up of the portal, by their keys. */
const lookups = () =>
  portal.requests
    .filter(({path}) => path === '/catalog/lookups')
    .map(({body}) => (body as {keys: string[]}).keys);

const items = (count: number): Item[] => plainItems().slice(0, count);

describe('purchase-order-editor: pasting', () => {
  it('takes forty lines of a spreadsheet, told by their headings, and sends them', async () => {
    await mountEditor();
    const chosen = items(40);
    expect(chosen).to.have.length(40);
    await pasteOn('Item', 1, [
      ['Description', 'Qty', 'SKU', 'Price'],
      ...chosen.map(({itemNumber, description}, index) => [description, `${index + 1}`, itemNumber, '1.00']),
      [],
    ]);
    await findByText(/^40 lines pasted\. Prices are never read: the portal has its own\./);
    expect(lookups()).to.deep.equal([chosen.map(({itemNumber}) => itemNumber)]);
    expect(lineCount()).to.equal(40);
    expect(cellText('Item', 1)).to.equal(chosen[0]?.itemNumber);
    await expectNoAxeViolations();
    await send();
    const order = orders().at(-1);
    expect(order?.lines.map(({itemNumber, quantity}) => [itemNumber, quantity / 1000])).to.deep.equal(
      chosen.map(({itemNumber}, index) => [itemNumber, index + 1]),
    );
  });

  it('finds own numbers, GTINs, variants and units by their names', async () => {
    await mountEditor();
    const all = portal.data.items(token).filter(({availability}) => availability?.status === 'available');
    const own = itemAt(all.filter(({partnerItemNumber, variants}) => partnerItemNumber && !variants));
    const varied = itemAt(all.filter(({variants, gtin}) => gtin && (variants?.length ?? 0) > 1));
    const packed = itemAt(all.filter(({units, variants}) => units.length > 1 && !variants));
    await pasteOn('Item', 1, [
      ['Artikel', 'Variante', 'Menge', 'Einheit'],
      [own.partnerItemNumber ?? '', '', '1', ''],
      [varied.gtin ?? '', varied.variants?.[1]?.description ?? '', '2', ''],
      [packed.itemNumber.toLowerCase(), '', '3', packed.units[1]?.label ?? ''],
    ]);
    await findByText('3 lines pasted.');
    expect(cellText('Item', 1)).to.equal(own.itemNumber);
    expect(cellText('Item', 2)).to.equal(varied.itemNumber);
    expect(cellText('Variant', 2)).to.equal(varied.variants?.[1]?.description);
    expect(cellText('Unit', 3)).to.equal(packed.units[1]?.label);
  });

  it('keeps what is not found, editable, with its reason', async () => {
    await mountEditor();
    const [known] = items(1);
    await pasteOn('Item', 1, [
      [known?.itemNumber ?? '', '5'],
      ['KH-NONE', '5'],
      ['8.71E+12', '7'],
      [known?.gtin ?? '', 'a few'],
    ]);
    const notice = await findByText(/^4 lines pasted\./);
    await until(() => queryByText(/Looking up/) === undefined);
    expect(textOf(notice)).to.equal(
      '4 lines pasted. 1 item was not found. 1 item number has lost digits in the spreadsheet. 1 quantity could not be read.',
    );
    expect(descriptionOf(cell('Item', 2))).to.contain('There is no item with this number');
    expect(descriptionOf(cell('Item', 3))).to.contain('This number has lost digits in the spreadsheet.');
    expect(descriptionOf(cell('Quantity', 4))).to.contain('Enter the quantity as a number');
    await expectNoAxeViolations();
    await user.click(getByRole('button', {name: 'Go to the first'}));
    await focusIsIn('Item', 2);
    await goToCell('Quantity', 4);
    await user.keys('3');
    await user.press('Enter');
    expect(descriptionOf(cell('Quantity', 4))).not.to.contain('Enter the quantity');
    await until(() => queryByText(/could not be read/) === undefined, 'that the notice follows');
  });

  it('writes only what it has, from the active line on, and is undone in one step', async () => {
    await mountEditor();
    const [first, second] = items(2);
    await pasteOn('Item', 1, [
      [first?.itemNumber ?? '', '5'],
      [second?.itemNumber ?? '', '6'],
    ]);
    await findByText('2 lines pasted.');
    await pasteOn('Quantity', 2, [['7'], ['8'], ['9']]);
    await findByText('3 lines pasted.');
    expect(cellText('Quantity', 1)).to.equal('5');
    expect(cellText('Item', 2)).to.equal(second?.itemNumber);
    expect(cellText('Quantity', 2)).to.equal('7');
    expect(cellText('Quantity', 4)).to.equal('9');
    await user.click(await until(undoButton));
    await until(() => lineCount() === 2, 'that the added lines are gone');
    expect(cellText('Quantity', 2)).to.equal('6');
    expect(cellText('Item', 2)).to.equal(second?.itemNumber);
    expect(queryByText(/lines pasted/)).to.equal(undefined);
  });

  it('offers no undo once something else was changed', async () => {
    await mountEditor();
    await pasteOn(
      'Item',
      1,
      items(2).map(({itemNumber}) => [itemNumber, '5']),
    );
    await findByText('2 lines pasted.');
    expect(undoButton()).not.to.equal(undefined);
    await goToCell('Quantity', 1);
    await user.keys('6');
    await user.press('Enter');
    await until(() => undoButton() === undefined);
    await user.click(getByRole('button', {name: 'Dismiss'}));
    expect(queryByText('2 lines pasted.')).to.equal(undefined);
  });

  it('tells of characters that nobody sees, and of columns that it does not use', async () => {
    await mountEditor();
    const [item] = items(1);
    await pasteOn('Item', 1, [
      ['Item', 'Qty', 'Store', '__proto__'],
      [`${item?.itemNumber}\u200B`, '5', 'x', 'y'],
    ]);
    await findByText(
      '1 line pasted. Not used: Store, __proto__. Invisible characters were taken out of 1 code.',
    );
    expect(cellText('Item', 1)).to.equal(item?.itemNumber);
  });

  it('says in one sentence why it takes nothing', async () => {
    await mountEditor();
    const refusals: readonly (readonly [string, string])[] = [
      ['Item\tQuantity\r\n\r\n', 'There is nothing to paste but a row of headings.'],
      ['A\t5\r\n"B\t6\r\nC\t7', 'Nothing was pasted: a quotation mark in row 2 is not closed.'],
      ['A\t5\r\n'.repeat(5001), 'This is too much for one paste. Paste at most 5,000 lines at a time.'],
      [`A\t${'x'.repeat(1_000_001)}`, 'This is too much for one paste. Paste at most 1 MB at a time.'],
      ['x\t'.repeat(51) + 'x', 'These are too many columns. Paste at most 50.'],
      [
        `A\t${'x'.repeat(1001)}`,
        'Nothing was pasted: the cell in row 1, column 2 is longer than 1,000 characters.',
      ],
    ];
    for (const [text, sentence] of refusals) {
      await goToCell('Item', 1);
      user.paste({'text/plain': text});
      await findByText(sentence);
    }
    expect(lineCount()).to.equal(1);
    expect(lookups()).to.deep.equal([]);
    await expectNoAxeViolations();
  });

  it('leaves what is typed before a paste is written, and fills the rest', async () => {
    await mountEditor();
    const [first, second, typed] = items(3);
    await goToWorkingCell('Item');
    pasteRows([
      [first?.itemNumber ?? '', '5'],
      [second?.itemNumber ?? '', '6'],
    ]);
    typeAtOnce(typed?.itemNumber.slice(0, 2) ?? '');
    await until(() => lineCount() === 2, 'the lines');
    await user.keys(typed?.itemNumber.slice(2) ?? '');
    await user.press('Enter');
    await until(() => cellText('Description', 1) === typed?.description, 'the item');
    expect(cellText('Item', 1)).to.equal(typed?.itemNumber);
    expect([cellText('Quantity', 1), cellText('Quantity', 2)]).to.deep.equal(['5', '6']);
    expect(cellText('Item', 2)).to.equal(second?.itemNumber);
    await goToCell('Item', 1);
    await user.press('Control+z');
    await until(() => cellText('Item', 1) === first?.itemNumber, 'what was pasted');
    await user.press('Control+z');
    await until(() => lineCount() === 1 && cellText('Item', 1) === '', 'nothing');
  });

  it('leaves what was typed and left while a long paste is read', async () => {
    await mountEditor();
    const [item] = items(1);
    await goToWorkingCell('Note');
    pasteRows([
      ['Item', 'Quantity', 'Note'],
      ...Array.from({length: 2000}, () => [item?.itemNumber ?? '', '5', 'pasted']),
    ]);
    typeAtOnce('by noon');
    pressAtOnce('Enter');
    await until(() => lineCount() === 2000, 'the lines');
    await goToCell('Note', 1);
    expect(cellText('Note', 1)).to.equal('by noon');
    expect(cellText('Quantity', 1)).to.equal('5');
    expect(cellText('Note', 2)).to.equal('pasted');
  });

  it('lets a cell that was opened since be filled, and typed over', async () => {
    await mountEditor();
    const [item] = items(1);
    await goToWorkingCell('Note');
    pasteRows([
      ['Item', 'Note'],
      [item?.itemNumber ?? '', 'pasted'],
    ]);
    pressAtOnce('F2');
    await until(() => cellText('Item', 1) !== '', 'the paste');
    await until(() => cellText('Note', 1) === 'pasted');
    await user.keys(' and typed');
    await user.press('Enter');
    await until(() => cellText('Note', 1) === 'pasted and typed');
  });

  it('pastes one after the other what is pasted in a row, and asks what it has to', async () => {
    await mountEditor();
    const [item] = items(1);
    await goToWorkingCell('Item');
    pasteRows([
      ['Item', 'Quantity'],
      [item?.itemNumber ?? '', '1,234'],
    ]);
    pasteRows([['Note'], ['by noon']]);
    pasteRows([['Note'], ['before noon']]);
    const within = await until(dialog, 'the questions');
    await user.click(getByRole('button', {name: 'Cancel', within}));
    await until(() => cellText('Note', 1) === 'before noon', 'the last one');
    await goToCell('Note', 1);
    await user.press('Control+z');
    await until(() => cellText('Note', 1) === 'by noon', 'the one before');
  });

  it('leaves a single cell to the field that it is pasted into', async () => {
    await mountEditor();
    await goToCell('Item', 1);
    user.paste({'text/plain': 'A-1\r\n'});
    expect(queryByText(/lines? pasted/)).to.equal(undefined);
  });
});

describe('purchase-order-editor: a paste that can be read in two ways', () => {
  const ambiguous = () => {
    const [first, second] = items(2);
    return [
      ['Item', 'Qty', 'Date'],
      [first?.itemNumber ?? '', '1,234', '03/04/2027'],
      [second?.itemNumber ?? '', '5', '05/06/2027'],
    ];
  };

  it('is asked about once a column, with its own values', async () => {
    await mountEditor();
    await pasteOn('Item', 1, ambiguous());
    const within = await until(dialog, 'the questions');
    expect(nameOf(within)).to.equal('How is this to be read?');
    expect(getAllByRole('radio').map(nameOf)).to.deep.equal([
      '1,234 means 1234',
      '1,234 means 1.234',
      '03/04/2027 means Apr 3, 2027 05/06/2027 means Jun 5, 2027',
      '03/04/2027 means Mar 4, 2027 05/06/2027 means May 6, 2027',
    ]);
    await expectNoAxeViolations();
    await user.click(getByRole('radio', {name: '1,234 means 1.234'}));
    await user.click(getByRole('button', {name: 'Paste'}));
    // The other one is still open.
    await findByText('Choose how this is to be read.');
    await user.click(getByRole('radio', {name: /Apr 3, 2027/}));
    await user.click(getByRole('button', {name: 'Paste'}));
    await findByText('2 lines pasted.');
    expect(dialog()).to.equal(undefined);
    expect(cellText('Quantity', 1)).to.equal('1.234');
    await focusIsIn('Item', 1);
  });

  it('pastes nothing where the user thinks better of it', async () => {
    await mountEditor();
    await pasteOn('Item', 1, ambiguous());
    await until(dialog, 'the questions');
    await user.press('Escape');
    await until(() => dialog() === undefined);
    await focusIsIn('Item', 1);
    pasteRows(ambiguous());
    await until(dialog, 'the questions');
    await user.click(getByRole('button', {name: 'Cancel'}));
    await until(() => dialog() === undefined);
    expect(cellText('Quantity', 1)).to.equal('');
    expect(queryByText(/lines? pasted/)).to.equal(undefined);
  });

  it('is read in German as the other rows are', async () => {
    await mountEditor({locale: 'de'});
    const [first, second] = items(2);
    await pasteOn('Artikel', 1, [
      [first?.itemNumber ?? '', '1.234'],
      [second?.itemNumber ?? '', '12,5'],
    ]);
    await findByText('2 Zeilen eingefügt.');
    expect(cellText('Menge', 1)).to.equal('1.234');
    expect(cellText('Menge', 2)).to.equal('12,5');
    await pasteOn('Menge', 1, [['1.234'], ['1.500']]);
    await until(dialog, 'die Frage');
    expect(getAllByRole('radio').map(nameOf)).to.deep.equal([
      '1.234 bedeutet 1,234 1.500 bedeutet 1,5',
      '1.234 bedeutet 1234 1.500 bedeutet 1500',
    ]);
  });
});

describe('purchase-order-editor: items of a paste', () => {
  it('that are in more than once are merged where the user wants it', async () => {
    await mountEditor();
    const [first, second] = items(2);
    const row = (item: Item | undefined, quantity: string) => [item?.itemNumber ?? '', quantity];
    await pasteOn('Item', 1, [row(first, '5'), row(second, '6'), row(first, '2.5')]);
    await findByText('1 item is in more than once.');
    await user.click(getByRole('button', {name: 'Merge'}));
    await findByText('Lines of the same item were merged.');
    expect(cellText('Quantity', 1)).to.equal('7.5');
    expect(lineCount()).to.equal(2);
    await focusIsIn('Quantity', 1);
    await user.click(await until(undoButton));
    await until(() => lineCount() === 3, 'the line');
    expect(cellText('Quantity', 1)).to.equal('5');
  });

  it('are looked up again where the portal could not be asked', async () => {
    await mountEditor();
    const [item] = items(1);
    portal.faults.add({path: '/catalog/lookups', kind: 'status', status: 404, times: 1});
    await pasteOn('Item', 1, [[item?.itemNumber ?? '', '5']]);
    await findByText('1 line pasted. 1 item could not be looked up.');
    expect(descriptionOf(cell('Item', 1))).to.contain('This failure was asked for.');
    await user.click(getByRole('button', {name: 'Look up again'}));
    await until(() => cellText('Item', 1) === item?.itemNumber && queryByText('1 line pasted.'), 'the item');
    await until(() => queryByText(/could not/) === undefined);
  });

  it('leave the focus in the lines, whatever is done about them', async () => {
    await mountEditor();
    portal.faults.add({path: '/catalog/lookups', kind: 'status', status: 404, times: 1});
    portal.faults.add({path: '/catalog/lookups', kind: 'hang', times: 1});
    await pasteOn(
      'Item',
      1,
      items(2).map(({itemNumber}) => [itemNumber, '5']),
    );
    for (const name of ['Look up again', 'Cancel', 'Dismiss']) {
      (await findByRole('button', {name})).focus();
      await user.press('Enter');
      await focusIsIn('Item', 1);
    }
    await user.press('Control+z');
    await until(() => lineCount() === 1, 'that it is undone');
  });

  it('are looked up before the review, and wanted by nobody twice', async () => {
    await mountEditor();
    const answer = heldAnswer();
    portal.faults.add({path: '/catalog/lookups', kind: 'delay', until: answer.isDue});
    const chosen = items(3);
    await pasteOn(
      'Item',
      1,
      chosen.map(({itemNumber}) => [itemNumber, '5']),
    );
    await findByText('Looking up items…');
    await user.press('Control+Enter');
    answer.send();
    await until(dialog, 'the review');
    expect(textOf(getByRole('dialog'))).to.contain(chosen[2]?.description ?? '');
    expect(lookups()).to.have.length(1);
  });

  it('can be left alone half way, and are looked up later', async () => {
    await mountEditor();
    portal.faults.add({path: '/catalog/lookups', kind: 'hang', times: 2});
    const [item] = items(1);
    const rows = Array.from({length: 600}, (_, row) => [
      row === 0 ? (item?.itemNumber ?? '') : `N-${row}`,
      '5',
    ]);
    await pasteOn('Item', 1, rows);
    const bar = await findByRole('progressbar', {name: 'Looking up items…'});
    expect((bar as HTMLProgressElement).max).to.equal(600);
    getByText('0 of 600');
    await user.click(getByRole('button', {name: 'Cancel'}));
    await findByText('600 lines pasted. 600 items were not looked up.');
    portal.faults.clear();
    await user.click(getByRole('button', {name: 'Look up again'}));
    await findByText('600 lines pasted. 599 items were not found.');
    expect(cellText('Item', 1)).to.equal(item?.itemNumber);
  });
});
