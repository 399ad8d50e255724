import {
  creations,
  dialog,
  focusIsOn,
  itemAt,
  mountEditor,
  plainItems,
  portal,
  review,
  send,
  sentNumber,
  token,
  writeOrder,
  made,
  orders,
} from './purchase-order-editor-page.ts';
import {
  cell,
  cellText,
  chooseInCell,
  editCell,
  fillLine,
  focusIsIn,
  openCell,
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
  getByLabel,
  getByRole,
  getByText,
  it,
  nextEvent,
  queryByRole,
  queryByText,
  textOf,
  until,
  user,
} from './support/index.ts';

describe('purchase-order-editor: writing', () => {
  it('takes a whole order by keyboard alone', async () => {
    const items = plainItems();
    await mountEditor();
    await user.press('Tab');
    await focusIsOn('Your reference (optional)');
    await user.keys('PO-4711');
    cell('Item', 1).focus();
    const quantities = ['3', '12', '7'];
    for (const [index, quantity] of quantities.entries()) {
      await user.keys(itemAt(items, index).itemNumber);
      // One by Enter at once, one by Enter on the list, one by Tab.
      if (index === 1) await findByRole('option', {name: new RegExp(itemAt(items, 1).itemNumber)});
      await user.press(index === 2 ? 'Tab' : 'Enter');
      await focusIsIn('Quantity', index + 1);
      await user.keys(quantity);
      if (index < 2) {
        await user.press('Enter');
        await focusIsIn('Item', index + 2);
      }
    }
    await user.press('Control+Enter');
    const button = await findByRole('button', {name: 'Send order'});
    await until(() => !button.hasAttribute('aria-disabled'));
    while (focusedElement() !== button) await user.press('Tab');
    await user.press('Enter');
    const number = await sentNumber();
    expect(focusedElement()).to.equal(getByRole('heading', {name: `Order ${number} was sent`}));

    expect(made()).to.equal(1);
    const order = orders().at(-1);
    expect(order?.number).to.equal(number);
    expect(order?.reference).to.equal('PO-4711');
    expect(order?.lines.map(({itemNumber, quantity}) => `${itemNumber} ${quantity / 1000}`)).to.deep.equal(
      quantities.map((quantity, index) => `${itemAt(items, index).itemNumber} ${quantity}`),
    );
  });

  it('proposes the first delivery address, and takes another one', async () => {
    await mountEditor();
    const select = getByLabel<HTMLSelectElement>('Delivery address');
    await until(() => select.options.length > 2);
    expect(select.selectedOptions[0]?.label).to.match(/Werk 1/);
    user.select(select, 'Another address…');
    await focusIsOn('Company or name');
    expect(getByLabel('Postcode').autocomplete).to.equal('shipping postal-code');
    await user.fill(getByLabel('Company or name'), 'Site office');
    await user.fill(getByLabel('Street and number'), 'Quay 4');
    await user.fill(getByLabel('Postcode'), '20457');
    await user.fill(getByLabel('Town or city'), 'Hamburg');
    user.select(getByLabel<HTMLSelectElement>('Country'), 'Germany');
    await writeOrder();
    await send();
    expect(creations()[0]?.body).to.deep.include({
      shipTo: {name: 'Site office', line1: 'Quay 4', postcode: '20457', city: 'Hamburg', country: 'DE'},
    });
  });

  it('searches by words, own number and GTIN', async () => {
    await mountEditor();
    const own = itemAt(portal.data.items(token).filter(({partnerItemNumber}) => partnerItemNumber));
    const input = await openCell('Item', 1);
    expect(input.getAttribute('aria-expanded')).to.equal('false');
    await user.fill(input, own.partnerItemNumber ?? '');
    await findByRole('option', {name: new RegExp(own.itemNumber)});
    await user.fill(input, own.gtin ?? '');
    await until(() => getAllByRole('option').length === 1);
    expect(textOf(itemElement())).to.contain(own.itemNumber);
    await user.fill(input, 'screwdriver');
    await until(() => getAllByRole('option').length > 3);
    const list = getByRole('listbox', {name: 'Items'});
    expect(input.getAttribute('aria-expanded')).to.equal('true');
    expect(list.id).to.equal(input.getAttribute('aria-controls'));
    await user.press('ArrowDown');
    await until(() => activeOption(input) === getAllByRole('option')[1]);
    expect(activeOption(input)?.getAttribute('aria-selected')).to.equal('true');
    await expectNoAxeViolations();
    await user.press('Escape');
    await until(() => queryByRole('listbox') === undefined);
    expect(input.value).to.equal('screwdriver');
    await user.press('ArrowDown');
    await until(() => getAllByRole('option').length > 3);
    const third = getAllByRole('option')[2];
    if (!third) throw new Error('Three options are needed');
    await user.click(third);
    await focusIsIn('Quantity', 1);
    expect(textOf(third)).to.contain(cellText('Item', 1));

    function itemElement() {
      return getByRole('option');
    }
  });

  it('shows what was typed last, however slow the answers are', async () => {
    await mountEditor();
    portal.faults.add({path: /catalog\/items\?.*screw/, kind: 'delay', ms: 400});
    const input = await openCell('Item', 1);
    await user.fill(input, 'screw');
    await until(() => portal.requests.some(({query}) => query.includes('q=screw')));
    const item = itemAt(plainItems(), 3);
    await user.fill(input, item.itemNumber);
    await findByRole('option', {name: new RegExp(item.itemNumber)});
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(textOf(itemOption())).to.contain(item.itemNumber);

    function itemOption() {
      const [option] = getAllByRole('option');
      if (!option) throw new Error('The list is gone');
      return option;
    }
  });

  it('says where the search fails, and tries again', async () => {
    await mountEditor();
    portal.faults.add({path: /catalog\/items.*screw/, kind: 'status', status: 404, times: 1});
    await editCell('Item', 1, 'screw');
    await user.click(await findByRole('button', {name: 'Try again'}));
    await until(() => getAllByRole('option').length > 3);
  });

  it('estimates while one types, and shows the portal’s totals before sending', async () => {
    await mountEditor({scenario: 'totals-differ'});
    const item = await writeOrder('10');
    const unit = Number(
      item.priceBreaks?.findLast(({minQuantity}) => Number(minQuantity) <= 10)?.unitPrice ?? item.unitPrice,
    );
    await findByText(`€${(unit * 10).toFixed(2)}`);
    getByText('Estimated total (before VAT)');
    await review();
    const calculated = portal.requests.find(({path}) => path === '/calculations');
    expect(calculated?.body).to.deep.include({type: 'purchase-order'});
    const within = dialog();
    if (!within) throw new Error('The review is not open');
    getByText('Total including VAT', {within});
    expect(textOf(within)).to.match(/VAT 19 %/);
    await expectNoAxeViolations();
  });

  it('shows no amounts to whom may not see prices', async () => {
    await mountEditor({scenario: 'no-prices'});
    await writeOrder();
    expect(queryByText('Estimated total (before VAT)')).to.equal(undefined);
    expect(textOf(document.body)).not.to.contain('€');
    await review();
    expect(textOf(document.body)).not.to.match(/€|EUR|VAT/);
    await expectNoAxeViolations();
  });

  it('offers units and variants where the item has several, and warns in words', async () => {
    await mountEditor();
    const items = portal.data.items(token);
    const boxed = itemAt(items.filter(({units, orderQuantity}) => units.length > 1 && orderQuantity?.min));
    await fillLine(1, boxed.itemNumber, '1');
    await user.press('Tab');
    await until(() => descriptionOf(cell('Quantity', 1)).includes('minimum quantity'));
    expect(cellText('Quantity', 1)).to.equal('1');
    await chooseInCell('Unit', 1, boxed.units[1]?.label ?? '');
    const coloured = itemAt(items.filter(({variants}) => variants && variants.length > 1));
    await user.click(getByRole('button', {name: 'Add line'}));
    await focusIsIn('Item', 2);
    await fillLine(2, coloured.itemNumber, '1');
    await until(() => cellText('Description', 2) === coloured.description, 'the item');
    await chooseInCell('Variant', 2, coloured.variants?.[1]?.description ?? '');
    await user.press('Control+Enter');
    const request = await until(() => portal.requests.find(({path}) => path === '/calculations'));
    const {draft} = request.body as {draft: {lines: unknown}};
    expect(draft.lines).to.deep.equal([
      {itemNumber: boxed.itemNumber, unitCode: boxed.units[1]?.code, quantity: '1'},
      {
        itemNumber: coloured.itemNumber,
        variantCode: coloured.variants?.[1]?.code,
        unitCode: coloured.units[0]?.code,
        quantity: '1',
      },
    ]);
  });

  it('reads a quantity as the user’s locale has it', async () => {
    await mountEditor({locale: 'de'});
    const item = itemAt(plainItems());
    await editCell('Artikel', 1, item.itemNumber);
    await user.press('Tab');
    await editCell('Menge', 1, '12.5');
    await user.press('Control+Enter');
    await until(() => focusedElement()?.getAttribute('part') === 'summary', 'the summary');
    expect(cell('Menge', 1).getAttribute('aria-invalid')).to.equal('true');
    await editCell('Menge', 1, '12,5');
    await user.press('Tab');
    await until(() => !cell('Menge', 1).hasAttribute('aria-invalid'));
    await user.press('Control+Enter');
    const request = await until(() => portal.requests.find(({path}) => path === '/calculations'));
    const {draft} = request.body as {draft: {lines: {quantity: string}[]}};
    expect(draft.lines[0]?.quantity).to.equal('12.5');
    await until(dialog, 'the review');
    await user.press('Escape');
    await until(() => dialog() === undefined);
    expect(cellText('Menge', 1)).to.equal('12,5');
  });

  it('takes a line out, and undoes that', async () => {
    await mountEditor();
    const items = plainItems();
    await fillLine(1, itemAt(items, 0).itemNumber, '1');
    await user.press('Enter');
    await focusIsIn('Item', 2);
    await fillLine(2, itemAt(items, 1).itemNumber, '2');
    await user.click(getByRole('button', {name: 'Remove line 1'}));
    await focusIsIn('Remove', 1);
    expect(cellText('Item', 1)).to.equal(itemAt(items, 1).itemNumber);
    await user.click(getByRole('button', {name: 'Undo removal'}));
    await focusIsIn('Item', 1);
    expect(cellText('Item', 1)).to.equal(itemAt(items, 0).itemNumber);
    expect(cellText('Quantity', 2)).to.equal('2');
  });
});

/** The option that the combobox says is active. */
function activeOption(input: HTMLElement): Element | null {
  const root = input.getRootNode() as ShadowRoot;
  return root.getElementById(input.getAttribute('aria-activedescendant') ?? '');
}

describe('purchase-order-editor: what is wrong', () => {
  it('is told in words at its field and in a summary, and goes as it is mended', async () => {
    await mountEditor();
    await editCell('Item', 1, 'NO-SUCH-ITEM');
    await editCell('Quantity', 1, '1e3');
    await user.click(getByRole('button', {name: 'Review order'}));
    const summary = await until(() => queryByRole('group', {name: 'Please check your order'}));
    await until(() => focusedElement() === summary);
    expect(descriptionOf(cell('Quantity', 1))).to.contain('Enter the quantity as a number');
    expect(cellText('Quantity', 1)).to.equal('1e3');
    expect(cellText('Item', 1)).to.equal('NO-SUCH-ITEM');
    expect(dialog()).to.equal(undefined);
    await expectNoAxeViolations();
    await user.click(getByRole('link', {name: /Quantity, line 1/}));
    await focusIsIn('Quantity', 1);
    await editCell('Quantity', 1, '12');
    await user.press('Tab');
    await until(() => !cell('Quantity', 1).hasAttribute('aria-invalid'));
    expect(queryByRole('link', {name: /Quantity, line 1/})).to.equal(undefined);
    expect(getByRole('link', {name: /Item, line 1/}).textContent).to.contain('There is no item');
  });

  it('is an order without lines', async () => {
    await mountEditor();
    await user.click(getByRole('button', {name: 'Review order'}));
    await user.click(await findByRole('link', {name: /Add at least one line/}));
    await focusIsIn('Item', 1);
  });

  it('leads from the portal’s objections back to their fields', async () => {
    const scanty = itemAt(
      portal.data.items(token).filter(({variants, orderQuantity}) => !variants && orderQuantity?.min),
    );
    const min = String(scanty.orderQuantity?.min);
    const objection = `At least ${min} have to be ordered.`;
    await mountEditor();
    await fillLine(1, scanty.itemNumber, '1');
    await user.click(getByRole('button', {name: 'Review order'}));
    const button = await findByRole('button', {name: 'Send order'});
    await until(() => textOf(dialog() ?? document.body).includes(objection), 'the objection');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    await user.click(button);
    await expectNoAxeViolations();
    await user.click(getByRole('button', {name: 'Back to the order'}));
    await until(() => dialog() === undefined);
    expect(descriptionOf(cell('Quantity', 1))).to.contain(objection);
    expect(cell('Quantity', 1).getAttribute('aria-invalid')).to.equal('true');
    await editCell('Quantity', 1, min);
    await user.press('Tab');
    await until(() => !descriptionOf(cell('Quantity', 1)).includes(objection), 'that it goes');
    expect(cell('Quantity', 1).hasAttribute('aria-invalid')).to.equal(false);
    expect(creations()).to.have.length(0);
  });

  it('in the calculation keeps the order from being sent until it works', async () => {
    portal.faults.add({path: '/calculations', kind: 'status', status: 403, times: 1});
    await mountEditor();
    await writeOrder();
    const failed = nextEvent(document.body, 'portal-error');
    await user.click(getByRole('button', {name: 'Review order'}));
    expect((await failed).error.kind).to.equal('forbidden');
    await findByText(/could not be calculated/);
    expect(getByRole('button', {name: 'Send order'}).getAttribute('aria-disabled')).to.equal('true');
    await user.click(getByRole('button', {name: 'Try again'}));
    await until(() => !getByRole('button', {name: 'Send order'}).hasAttribute('aria-disabled'));
  });
});
