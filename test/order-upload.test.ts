import {forgetDrafts} from '../src/index.ts';
import {
  choose,
  counts,
  csv,
  fileInput,
  HEADERS,
  mountUpload,
  newClient,
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
  getAllByRole,
  getByLabel,
  getByRole,
  it,
  queryByRole,
  textOf,
  until,
  user,
} from './support/index.ts';

describe('order-upload', () => {
  it('offers the portal’s templates and a place for the file', async () => {
    const element = await mountUpload();
    await findByRole('button', {name: 'Excel (.xlsx)', within: element});
    expect(getAllByRole('button', {within: element}).map(textOf)).to.include.members([
      'Excel (.xlsx)',
      'CSV (.csv)',
    ]);
    expect(getByRole('heading', {name: 'Orders from a file', within: element})).to.exist;
    await findByText(/up to 5 MB and 5,000 rows/, {within: element});
    await expectNoAxeViolations(element);
  });

  it('asks for nothing but who is signed in and what there is, before a file is chosen', async () => {
    await mountUpload();
    await until(() => portal.requests.some(({path}) => path === '/templates'), 'the templates');
    expect([...new Set(portal.requests.map(({path}) => path))].sort()).to.deep.equal(['/me', '/templates']);
  });

  it('goes on without the portal’s templates where they cannot be had', async () => {
    portal.faults.add({path: '/templates', kind: 'status', status: 500, times: 3});
    const element = await mountUpload();
    await findByText(/own templates could not be loaded/, {within: element});
    await upload(element, 'KA-1,2027-01-18,BF-10026,,200,,');
    expect(counts(element)).to.deep.equal({all: 1, wrong: 0, ready: 1});
  });

  it('says who may not upload', async () => {
    const element = await mountUpload({documentType: 'purchase-invoice'}, {ready: false});
    await findByText('You are not allowed to upload orders here.', {within: element});
  });

  describe('refuses, in words', () => {
    for (const [what, content, sentence] of [
      ['an empty file', '', 'There is nothing in this file.'],
      ['headers alone', HEADERS, 'There are only headers in this file. Fill in a row for each order line.'],
      ['an unclosed quote', `${HEADERS}\nKA-1,,"BF-10026,,1,,`, 'A quotation mark in row 2 is not closed.'],
      [
        'a web page with the name of a workbook',
        '<!doctype html><html><body><table><tr><td>1</td></tr></table></body></html>',
        'This is a web page, whatever its name says. Open it in Excel and save it as .xlsx.',
      ],
      ['a PDF', '%PDF-1.7\n…', 'This is a PDF. Upload the spreadsheet that it was made from.'],
    ] as const) {
      it(what, async () => {
        const element = await mountUpload();
        choose(element, content, 'orders.xlsx');
        await findByText(RegExp(sentence.slice(0, 40)), {within: element});
        // The page goes on.
        await upload(element, ',,BF-10026,,200,,');
        expect(counts(element).ready).to.equal(1);
      });
    }

    it('more than one file', async () => {
      const element = await mountUpload();
      const transfer = new DataTransfer();
      for (const name of ['a.csv', 'b.csv']) transfer.items.add(new File([csv(',,BF-10026,,1,,')], name));
      const input = fileInput(element);
      input.multiple = true;
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', {bubbles: true}));
      await findByText(/Upload one file at a time\./, {within: element});
    });

    it('more rows than the portal takes', async () => {
      const element = await mountUpload();
      choose(element, csv(...Array.from({length: 5_001}, () => ',,BF-10026,,200,,')));
      await findByText(/too many rows\. Upload at most 5,000/, {within: element});
    });
  });

  it('takes a file that is dropped on it', async () => {
    const element = await mountUpload();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([csv(',,BF-10026,,200,,')], 'dropped.csv'));
    const drop = element.shadowRoot?.querySelector('[part=drop]');
    for (const name of ['dragenter', 'dragover', 'drop'])
      drop?.dispatchEvent(
        new DragEvent(name, {dataTransfer, bubbles: true, composed: true, cancelable: true}),
      );
    await rowsOf(element);
    expect(getByRole('heading', {name: 'dropped.csv', within: element})).to.exist;
  });

  it('takes cells that are pasted', async () => {
    const element = await mountUpload();
    fileInput(element).focus();
    user.paste({'text/plain': 'Item number\tQuantity\r\nBF-10026\t200\r\n'});
    await rowsOf(element);
    expect(counts(element)).to.deep.equal({all: 1, wrong: 0, ready: 1});
  });

  describe('columns', () => {
    const strange = 'Code,How many,Remark,Colour\nBF-10026,200,soon,red\nBF-10032,100,,blue\n';

    it('are asked for where their names do not say what they are', async () => {
      const element = await mountUpload();
      choose(element, strange);
      await findByRole('heading', {name: 'Which column is what?', within: element});
      await expectNoAxeViolations(element);
      user.select(getByLabel<HTMLSelectElement>('Code', {within: element}), 'Item number *');
      user.select(getByLabel<HTMLSelectElement>('How many', {within: element}), 'Quantity *');
      user.select(getByLabel<HTMLSelectElement>('Colour', {within: element}), 'Not used');
      await press(element, 'Continue');
      await rowsOf(element);
      expect(counts(element)).to.deep.equal({all: 2, wrong: 0, ready: 2});
      await findByText(/Not used: .*Colour/, {within: element});
    });

    it('are remembered for the next file', async () => {
      const element = await mountUpload();
      choose(element, strange);
      await findByRole('heading', {name: 'Which column is what?', within: element});
      user.select(getByLabel<HTMLSelectElement>('Code', {within: element}), 'Item number *');
      user.select(getByLabel<HTMLSelectElement>('How many', {within: element}), 'Quantity *');
      await press(element, 'Continue');
      await rowsOf(element);
      await press(element, 'Another file');
      await until(() => fileInput(element), 'the start');
      choose(element, strange);
      await rowsOf(element);
      expect(queryByRole('heading', {name: 'Which column is what?', within: element})).to.equal(undefined);
    });

    it('cannot be left without an item or a quantity', async () => {
      const element = await mountUpload();
      choose(element, 'Colour,Shape\nred,round\nblue,square\n');
      await findByRole('heading', {name: 'Which column is what?', within: element});
      for (const name of ['Column 1', 'Column 2'])
        user.select(getByLabel<HTMLSelectElement>(name, {within: element}), 'Not used');
      await press(element, 'Continue');
      await findByText(/Choose the column with: Item number\./, {within: element});
    });

    it('are asked for once where their numbers can be read in two ways', async () => {
      const element = await mountUpload();
      choose(element, csv(',,BF-10026,,"1,200",,', ',,BF-10032,,"2,500",,'));
      await findByText('Quantities that can be read in two ways', {within: element});
      await press(element, 'Continue');
      await findByText('Choose how this is to be read.', {within: element});
      await user.click(getByLabel(/1,200 means 1200/, {within: element}));
      await press(element, 'Continue');
      await rowsOf(element);
      expect(counts(element).all).to.equal(2);
    });
  });

  it('brings the rows back that another file has put away', async () => {
    const element = await mountUpload();
    await upload(element, ',,BF-10026,,200,,');
    await press(element, 'Another file');
    await press(element, 'Bring them back');
    await rowsOf(element);
    expect(counts(element).all).to.equal(1);
  });

  it('says what is wrong with each row, and adds up', async () => {
    const element = await mountUpload();
    await upload(
      element,
      'KA-1,2027-01-18,BF-10026,,200,,',
      'KA-1,,NO-SUCH-ITEM,,3,,',
      'KA-1,,BF-10026,,-4,,',
      'KA-1,,BF-10026,,#N/A,,',
      ',,8.71E+12,,1,,',
      ',someday,BF-10026,,200,,',
    );
    expect(counts(element)).to.deep.equal({all: 6, wrong: 5, ready: 1});
    expect(saidOf(element, 3)).to.contain('no item');
    expect(saidOf(element, 4)).to.contain('above zero');
    expect(saidOf(element, 5)).to.contain('could not compute');
    expect(saidOf(element, 6)).to.contain('lost digits');
    expect(saidOf(element, 7)).to.contain('not a date');
    await expectNoAxeViolations(element);
  });

  it('keeps the rows where items cannot be looked up, and looks again', async () => {
    portal.faults.add({path: '/catalog/lookups', kind: 'status', status: 500, times: 3});
    const element = await mountUpload();
    choose(element, csv(',,BF-10026,,200,,'));
    await rowsOf(element);
    await findByText(/The item of 1 row was not looked up/, {within: element});
    await press(element, 'Try again');
    await until(() => counts(element).ready === 1, 'the row to be ready');
  });

  it('shows nothing of what one member has read in to another, and keeps it for him', async () => {
    const element = await mountUpload();
    await upload(element, ',,BF-10026,,200,,');
    const own = element.client;
    element.client = newClient({getToken: () => Promise.resolve('demo-vendor')});
    await findByText('You are not allowed to upload orders here.', {within: element});
    element.client = own;
    await press(element, 'Go on with them');
    await rowsOf(element);
    expect(counts(element).ready).to.equal(1);
  });

  it('keeps its rows where it is moved in the page', async () => {
    const element = await mountUpload();
    await upload(element, ',,BF-10026,,200,,');
    const place = document.createElement('div');
    document.body.append(place);
    place.append(element);
    await until(() => counts(element).ready === 1, 'the row');
    place.remove();
  });

  it('forgets what it has kept where the page says so', async () => {
    const element = await mountUpload();
    await upload(element, ',,BF-10026,,200,,');
    const own = element.client;
    element.client = newClient({getToken: () => Promise.resolve('demo-vendor')});
    await findByText('You are not allowed to upload orders here.', {within: element});
    await forgetDrafts();
    element.client = own;
    await findByRole('heading', {name: 'Orders from a file', within: element});
    expect(queryByRole('button', {name: 'Go on with them', within: element})).to.equal(undefined);
  });

  it('speaks German, and goes on in another language with what is there', async () => {
    const element = await mountUpload({locale: 'de'});
    choose(element, 'Artikelnummer;Menge\nBF-10026;200,5\n');
    await findByRole('grid', {name: 'Zeilen der Datei', within: element});
    element.locale = 'en';
    await rowsOf(element);
    await findByRole('gridcell', {name: '200.5', within: element});
  });
});
