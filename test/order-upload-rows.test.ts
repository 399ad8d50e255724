import {
  cell,
  choose,
  counts,
  countOf,
  csv,
  mend,
  mountUpload,
  portal,
  press,
  rowsOf,
  saidOf,
  upload,
} from './order-upload-page.ts';
import {
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  focusedElement,
  getAllByRole,
  getByLabel,
  getByRole,
  heldAnswer,
  it,
  setViewport,
  textOf,
  until,
  user,
} from './support/index.ts';

const three = [
  'KA-1,2027-01-18,BF-10026,,200,,Site office',
  'KA-1,,NO-SUCH-ITEM,,3,,',
  'KA-1,,BF-10032,,many,,',
] as const;

describe('the rows of an upload', () => {
  it('are mended in place, by keyboard alone', async () => {
    const element = await mountUpload();
    await upload(element, ...three);
    expect(counts(element)).to.deep.equal({all: 3, wrong: 2, ready: 1});
    await user.click(cell(element, 2, 'Item'));
    await user.press('Escape');
    await user.press('F8');
    await until(() => focusedElement() === cell(element, 3, 'Item'), 'the first problem');
    await user.keys('BF-10038');
    await user.press('Escape');
    await user.press('Escape');
    expect(textOf(cell(element, 3, 'Item'))).to.equal('NO-SUCH-ITEM');
    await user.keys('BF-10038');
    await user.press('Tab');
    await until(() => counts(element).wrong === 1, 'the item to be known');
    await user.press('F8');
    await until(() => focusedElement() === cell(element, 4, 'Quantity'), 'the next problem');
    await user.keys('100');
    await user.press('Enter');
    await until(() => counts(element).ready === 3, 'all rows to be ready');
    expect(counts(element)).to.deep.equal({all: 3, wrong: 0, ready: 3});
  });

  it('are found in the catalogue while one types', async () => {
    const element = await mountUpload();
    await upload(element, ...three);
    await user.click(cell(element, 3, 'Item'));
    await user.press('Control+a');
    await user.keys('Hex bolt');
    await until(() => getAllByRole('option', {within: element}).length > 0, 'items');
    await user.press('Enter');
    await until(() => counts(element).wrong === 1, 'the row to have an item');
    expect(saidOf(element, 3)).not.to.contain('no item');
  });

  it('are shown by what they are, and stay in sight while they are mended', async () => {
    const element = await mountUpload();
    await upload(element, ...three);
    await press(element, /^With errors /);
    expect(getAllByRole('rowheader', {within: element}).map(textOf)).to.deep.equal(['3', '4']);
    await mend(element, 4, 'Quantity', '100');
    expect(counts(element)).to.deep.equal({all: 3, wrong: 1, ready: 2});
    expect(getAllByRole('rowheader', {within: element}).map(textOf)).to.deep.equal(['3', '4']);
    await press(element, /^Ready /);
    expect(getAllByRole('rowheader', {within: element}).map(textOf)).to.deep.equal(['2', '4']);
  });

  it('can be left out and put back, and the counts add up', async () => {
    const element = await mountUpload();
    await upload(element, ...three);
    await user.click(cell(element, 3, 'Row'));
    await press(element, 'Leave row out');
    expect(counts(element)).to.deep.equal({all: 3, wrong: 1, ready: 1});
    expect(countOf(element, 'Left out')).to.equal(1);
    await press(element, 'Put row back');
    expect(counts(element)).to.deep.equal({all: 3, wrong: 2, ready: 1});
  });

  it('can be undone and done again', async () => {
    const element = await mountUpload();
    await upload(element, ...three);
    await mend(element, 4, 'Quantity', '100');
    await press(element, 'Undo');
    expect(textOf(cell(element, 4, 'Quantity'))).to.equal('many');
    expect(counts(element).wrong).to.equal(2);
    await press(element, 'Redo');
    expect(textOf(cell(element, 4, 'Quantity'))).to.equal('100');
  });

  it('of the same item are merged where the user wants it', async () => {
    const element = await mountUpload();
    await upload(element, ',,BF-10026,,200,,', ',,BF-10032,,100,,', ',,BF-10026,,300,,');
    await findByText('1 item is in the same order more than once.', {within: element});
    await press(element, 'Merge their rows');
    expect(textOf(cell(element, 2, 'Quantity'))).to.equal('500');
    expect(counts(element)).to.deep.equal({all: 3, wrong: 0, ready: 2});
    expect(countOf(element, 'Merged')).to.equal(1);
  });

  it('warn of what the portal’s catalogue says, and are ready all the same', async () => {
    const element = await mountUpload();
    const item = portal.data.items('demo-customer').find(({orderQuantity, variants, availability}) => {
      const isPlain = !variants && availability?.status === 'available';
      return isPlain && Number(orderQuantity?.min ?? 0) > 1;
    });
    await upload(element, `,,${item?.itemNumber ?? ''},,1,,`);
    expect(saidOf(element, 2)).to.contain('The minimum quantity is');
    expect(counts(element)).to.deep.equal({all: 1, wrong: 0, ready: 1});
  });

  it('take a date as the locale writes it', async () => {
    const element = await mountUpload();
    await upload(element, ',someday,BF-10026,,200,,');
    await mend(element, 2, 'Wanted on', '1/18/2027');
    expect(textOf(cell(element, 2, 'Wanted on'))).to.equal('Jan 18, 2027');
    expect(counts(element).ready).to.equal(1);
  });

  it('are five thousand, of which only those in sight are drawn', async () => {
    const element = await mountUpload();
    const rows = Array.from({length: 5_000}, (_, index) => `KA-${index % 3},,BF-10026,,${index + 1},,`);
    const grid = await upload(element, ...rows);
    expect(grid.getAttribute('aria-rowcount')).to.equal('5001');
    expect(counts(element).all).to.equal(5_000);
    expect(getAllByRole('row', {within: grid}).length).to.be.lessThan(60);
    await user.click(cell(element, 2, 'Note'));
    await user.press('Escape');
    await user.press('Control+End');
    await until(() => textOf(cell(element, 5_001, 'Row')) === '5001', 'the last row');
    await mend(element, 5_001, 'Quantity', 'none');
    await until(() => counts(element).wrong === 1, 'the problem to be counted');
  });

  it('stand below each other in a narrow place, and can be mended there', async () => {
    await setViewport({width: 360, height: 800});
    const element = await mountUpload();
    choose(element, csv(...three));
    const row = await findByRole('group', {name: 'Row 4', within: element});
    const quantity = getByLabel('Quantity', {within: row});
    expect(quantity.value).to.equal('many');
    await user.fill(quantity, '100');
    await user.press('Tab');
    await until(() => counts(element).wrong === 1, 'the row to be ready');
    await expectNoAxeViolations(element);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
  });

  it('speak of formulas, prices and columns that are not used', async () => {
    const element = await mountUpload();
    choose(element, 'Item number,Quantity,Price\nBF-10026,200,1.99\n');
    await rowsOf(element);
    await findByText(/Prices are never read: the portal has its own\./, {within: element});
    await press(element, 'Dismiss');
    expect(getByRole('grid', {within: element})).to.exist;
  });

  it('keep what is typed into a field below others again, without leaving it', async () => {
    await setViewport({width: 360, height: 800});
    const element = await mountUpload();
    choose(element, csv('KA-1,,BF-10026,,200,,', 'KA-1,,BF-10032,,many,,'));
    const row = await findByRole('group', {name: 'Row 3', within: element});
    const quantity = getByLabel('Quantity', {within: row});
    await user.fill(quantity, 'more');
    await user.press('F8');
    await user.press('Control+a');
    await user.keys('100');
    await user.press('Tab');
    await until(() => counts(element).ready === 2, 'the row to be ready');
  });

  it('mean the same in another language', async () => {
    const element = await mountUpload({locale: 'de'});
    choose(element, 'Artikelnummer;Menge\nBF-10026;1,5\n');
    await findByRole('grid', {name: 'Zeilen der Datei', within: element});
    element.locale = 'en';
    await rowsOf(element);
    await press(element, 'Columns');
    await press(element, 'Continue');
    await rowsOf(element);
    expect(textOf(cell(element, 2, 'Quantity'))).to.equal('1.5');
  });

  it('keep the focus where the item that has come takes a field away', async () => {
    await setViewport({width: 360, height: 800});
    const lookUp = heldAnswer();
    portal.faults.add({path: '/catalog/lookups', kind: 'delay', until: lookUp.isDue});
    const element = await mountUpload();
    choose(element, csv('KA-1,,BF-10026,,200,,'));
    const row = await findByRole('group', {name: 'Row 2', within: element});
    const variant = getByLabel('Variant', {within: row});
    await user.fill(variant, 'X');
    await user.fill(variant, '');
    lookUp.send();
    await until(() => counts(element).ready === 1, 'the row to be ready');
    expect(row.contains(focusedElement() ?? null)).to.equal(true);
  });
});
