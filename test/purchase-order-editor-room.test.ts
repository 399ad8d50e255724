/** Little room, large text, long texts: nothing that counts goes out of sight. */
import {dialog, mountEditor, partOf, portal, review, writeOrder} from './purchase-order-editor-page.ts';
import {cell, fillLine, linesStacked} from './purchase-order-editor-lines-page.ts';
import {
  describe,
  descriptionOf,
  expect,
  expectNoAxeViolations,
  getAllByRole,
  getByLabel,
  getByRole,
  getByText,
  it,
  queryByRole,
  setViewport,
  textOf,
  until,
  user,
} from './support/index.ts';

const isSideBySide = (a: HTMLElement, b: HTMLElement) =>
  a.getBoundingClientRect().right <= b.getBoundingClientRect().left;

describe('purchase-order-editor: large text', () => {
  it('gives the text the room that it needs', async () => {
    await setViewport({width: 1000, height: 900});
    const editor = await mountEditor();
    await writeOrder();
    expect(queryByRole('grid', {name: 'Order lines'})).not.to.equal(undefined);
    expect(isSideBySide(getByLabel('Note (optional)'), partOf(editor, 'review') as HTMLElement)).to.equal(
      true,
    );
    editor.style.fontSize = '32px';
    await linesStacked();
    expect(isSideBySide(getByLabel('Note (optional)'), partOf(editor, 'review') as HTMLElement)).to.equal(
      false,
    );
    expect(document.documentElement.scrollWidth).to.be.at.most(1000);
    await expectNoAxeViolations();
  });

  it('keeps the headings of a wide table apart', async () => {
    await setViewport({width: 1400, height: 900});
    const editor = await mountEditor();
    editor.style.fontSize = '32px';
    await writeOrder();
    for (const heading of getAllByRole('columnheader'))
      expect(heading.scrollWidth, textOf(heading)).to.be.at.most(heading.clientWidth);
  });
});

const line = {
  description: 'Screwdriver PH2×100, two-component handle',
  quantity: '3',
  unit: {code: 'PCS', label: 'piece'},
  unitPrice: '123456.00',
  lineAmount: '370368.00',
};
const totals = {lines: '370368.00', net: '370368.00', vat: '0.00', gross: '370368.00'};

describe('purchase-order-editor: the headings of the lines', () => {
  for (const locale of ['en', 'de']) {
    for (const width of [800, 1000, 1300]) {
      it(`have whole words at ${width} px in ${locale}`, async () => {
        await setViewport({width, height: 900});
        await mountEditor({locale});
        for (const heading of getAllByRole('columnheader'))
          expect(heading.scrollWidth, textOf(heading)).to.be.at.most(heading.clientWidth);
      });
    }
  }
});

describe('purchase-order-editor: an item that is not known, in a narrow place', () => {
  it('is an error of its field', async () => {
    await setViewport({width: 360, height: 740});
    await mountEditor();
    await fillLine(1, 'NO-SUCH-ITEM', '3');
    const item = cell('Item', 1);
    await until(() => item.getAttribute('aria-invalid') === 'true', 'the error');
    expect(descriptionOf(item)).to.contain('There is no item with this number.');
    await expectNoAxeViolations();
  });
});

describe('purchase-order-editor: a review of long texts', () => {
  it('shows what the portal objects to first, and a long note last, which scrolls', async () => {
    await mountEditor();
    await writeOrder();
    const detail = 'The budget of your cost centre is used up.';
    const issues = [{pointer: '#/budget', code: 'budget_exceeded', severity: 'error', detail}];
    const body = {lines: [line], currency: 'EUR', totals, issues};
    portal.faults.add({path: '/calculations', kind: 'status', status: 200, body});
    const note = getByLabel<HTMLTextAreaElement>('Note (optional)');
    await user.fill(note, 'x');
    note.value = 'Please deliver by the back door. '.repeat(240);
    note.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await user.click(getByRole('button', {name: 'Review order'}));
    const within = await until(dialog, 'the review');
    const objection = await until(() => queryByRole('alert'));
    const shown = getByRole('group', {name: 'Note', within});
    const tops = [
      objection,
      getByText(detail, {within}),
      getByRole('table', {within}),
      getByText('Total including VAT', {within}),
      shown,
    ].map((element) => element.getBoundingClientRect().top);
    expect(tops).to.deep.equal(tops.toSorted((a, b) => a - b));
    expect(shown.clientHeight).to.be.lessThan(250);
    expect(shown.scrollHeight).to.be.greaterThan(shown.clientHeight);
    await expectNoAxeViolations();
  });

  it('lets a long unit wrap, and prefers the portal’s word for it', async () => {
    await setViewport({width: 320, height: 740});
    await mountEditor();
    await writeOrder();
    const label = 'pallet of forty cartons with twelve pieces each';
    const body = {lines: [{...line, unit: {code: 'PCS', label}}], currency: 'EUR', totals, issues: []};
    portal.faults.add({path: '/calculations', kind: 'status', status: 200, body});
    await review();
    const within = dialog();
    if (!within) throw new Error('The review is not open');
    expect(textOf(within)).to.contain(label);
    const table = getByRole('table', {within});
    const room = table.parentElement as HTMLElement;
    expect(room.scrollWidth).to.equal(room.clientWidth);
  });
});
