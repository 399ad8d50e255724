/** What the grid of the order's lines says of itself, where the focus stays, and how little it draws. */
import {itemAt, mountEditor, plainItems, review} from './purchase-order-editor-page.ts';
import {
  cell,
  cellText,
  editCell,
  focusIsIn,
  goToCell,
  lineGrid,
  lineRow,
  openCell,
  pasteLines,
} from './purchase-order-editor-lines-page.ts';
import {
  describe,
  descriptionOf,
  expect,
  expectNoAxeViolations,
  focusedElement,
  getByRole,
  it,
  queryByRole,
  setViewport,
  until,
  user,
} from './support/index.ts';

const rows = () => [...(lineGrid()?.querySelectorAll<HTMLElement>('[aria-rowindex]') ?? [])];
const indexes = () => rows().map(({ariaRowIndex}) => Number(ariaRowIndex));
const box = () => lineGrid()?.parentElement as HTMLElement;

/** An editor with so many lines; items are few, and each note is its line's number. */
async function withLines(count: number): Promise<void> {
  await mountEditor();
  const items = plainItems().slice(0, 20);
  await pasteLines(
    Array.from({length: count}, (_, index) => [
      itemAt(items, index % 20).itemNumber,
      `${index + 1}`,
      `${index + 1}`,
    ]),
  );
}

describe('purchase-order-editor: what the grid says of itself', () => {
  it('is its size, its places, and what can be changed', async () => {
    await withLines(3);
    const grid = getByRole('grid', {name: 'Order lines'});
    expect(descriptionOf(grid)).to.contain('Arrow keys');
    expect(grid.getAttribute('aria-rowcount')).to.equal('4');
    expect(rows().map(({ariaRowIndex}) => ariaRowIndex)).to.deep.equal(['1', '2', '3', '4']);
    for (const row of rows()) {
      const places = [...row.querySelectorAll('[aria-colindex]')].map(({ariaColIndex}) =>
        Number(ariaColIndex),
      );
      expect(places).to.deep.equal(places.map((_, index) => index + 1));
      expect(String(places.length)).to.equal(grid.getAttribute('aria-colcount'));
    }
    for (const [column, isReadOnly] of [
      ['Item', false],
      ['Description', true],
      ['Variant', true],
      ['Unit', true],
      ['Quantity', false],
      ['Wanted on', false],
      ['Note', false],
      ['Unit price', true],
      ['Amount', true],
    ] as const)
      expect(cell(column, 1).getAttribute('aria-readonly') === 'true', column).to.equal(isReadOnly);
    expect(grid.querySelectorAll('[tabindex="0"]')).to.have.length(1);
    await expectNoAxeViolations();
    await user.click(cell('Quantity', 2));
    await focusIsIn('Quantity', 2);
    await expectNoAxeViolations();
  });

  it('is what is wrong, at its cell and in words', async () => {
    await withLines(2);
    await editCell('Quantity', 2, '1e3');
    await user.press('ArrowUp');
    await until(() => cell('Quantity', 2).getAttribute('aria-invalid') === 'true', 'the mark');
    expect(descriptionOf(cell('Quantity', 2))).to.contain('Enter the quantity as a number');
    expect(cell('Item', 2).hasAttribute('aria-invalid')).to.equal(false);
    expect(descriptionOf(cell('Quantity', 1))).to.equal('');
    await expectNoAxeViolations();
    await editCell('Quantity', 2, '3');
    await user.press('Enter');
    await until(() => !cell('Quantity', 2).hasAttribute('aria-invalid'), 'that it is mended');
    expect(descriptionOf(cell('Quantity', 2))).to.equal('');
  });

  it('is read in the order of its rows, wherever it was scrolled to', async () => {
    await withLines(200);
    for (const top of [300, 1500, 900]) {
      const before = indexes().join();
      box().scrollTop = top;
      await until(() => indexes().join() !== before, 'other rows');
    }
    await until(() => {
      // The last of the scrolling may not have arrived yet.
      expect(indexes()).to.include(30);
      expect(indexes()).to.deep.equal(indexes().toSorted((a, b) => a - b));
      return true;
    }, 'the rows around the last place, in their order');
  });
});

describe('purchase-order-editor: the focus', () => {
  it('stays in a cell whose row scrolls out of sight, with what is typed there', async () => {
    await withLines(200);
    await editCell('Note', 3, 'half');
    box().scrollTop = 4000;
    await until(() => lineRow(110), 'the rows down there');
    await focusIsIn('Note', 3);
    await user.keys(' and half');
    await user.press('Enter');
    await focusIsIn('Item', 4);
    await until(() => box().scrollTop < 200, 'the row in sight');
    await until(() => lineRow(3), 'the row above it');
    expect(cellText('Note', 3)).to.equal('half and half');
  });

  it('goes with its cell where lines get below each other, and back', async () => {
    await withLines(2);
    await goToCell('Quantity', 2);
    for (let times = 0; times < 2; times++) {
      await setViewport({width: 360, height: 740});
      await until(() => queryByRole('group', {name: 'Line 2'}), 'lines below each other');
      await focusIsIn('Quantity', 2);
      await setViewport({width: 900, height: 740});
      await until(lineGrid, 'the grid');
      await focusIsIn('Quantity', 2);
    }
    // What is a field below each other goes on being one.
    await until(() => focusedElement()?.matches('input'), 'the field in the cell');
    await user.keys('77');
    await setViewport({width: 360, height: 740});
    await until(() => queryByRole('group', {name: 'Line 2'}), 'lines below each other');
    await focusIsIn('Quantity', 2);
    expect(cellText('Quantity', 2)).to.equal('277');
  });
});

describe('purchase-order-editor: thousands of lines', () => {
  it('draw those in sight only, and the last is as near as the first', async () => {
    await withLines(5000);
    expect(lineGrid()?.getAttribute('aria-rowcount')).to.equal('5001');
    expect(rows().length).to.be.lessThan(40);
    await user.press('Control+End');
    await focusIsIn('Remove', 5000);
    expect(rows().length).to.be.lessThan(40);
    expect(cellText('Note', 5000)).to.equal('5000');
    await goToCell('Quantity', 5000);
    await user.keys('12');
    await user.press('Enter');
    await focusIsIn('Item', 5001);
    await until(() => cellText('Quantity', 5000) === '12', 'the line above');
    await user.press('Control+Home');
    await focusIsIn('Line number', 1);
    await expectNoAxeViolations();
  });
});

describe('purchase-order-editor: a key in one line', () => {
  it('leaves the elements of all others as they are', async () => {
    await withLines(6);
    await openCell('Quantity', 3);
    await user.keys('1');
    const changed = new Set<string>();
    const observer = new MutationObserver((records) => {
      for (const {target} of records) {
        const element = target instanceof Element ? target : target.parentElement;
        changed.add(element?.closest('[role=row]')?.getAttribute('aria-rowindex') ?? 'none');
      }
    });
    const body = lineRow(1)?.parentElement as HTMLElement;
    observer.observe(body, {attributes: true, childList: true, characterData: true, subtree: true});
    await user.keys('234');
    await until(() => cellText('Quantity', 3) === '1234');
    observer.disconnect();
    expect([...changed].filter((index) => index !== '4')).to.deep.equal([]);
    expect(focusedElement()?.isConnected).to.equal(true);
    await review();
  });
});
