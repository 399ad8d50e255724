import {dayText} from '../mocks/data/dates.ts';
import {centsText} from '../mocks/data/money.ts';
import type {DocumentList} from '../src/widgets/document-list/document-list.ts';
import {documents, listRequests, mountList, portal, search, settled} from './document-list-page.ts';
import {
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  focusedElement,
  getByRole,
  getByText,
  heldAnswer,
  it,
  nextPrint,
  queryByRole,
  queryByText,
  textOf,
  until,
  user,
} from './support/index.ts';

const type = 'purchase-credit-memo';

/** Opens the panel that documents are taken out by. */
async function openOutput(list: DocumentList): Promise<HTMLElement> {
  await user.click(getByRole('button', {name: 'Export', within: list}));
  return findByRole('dialog', {name: 'Export', within: list});
}
const press = (panel: Element, name: string) => user.click(getByRole('button', {name, within: panel}));

/** Takes the place of the browser, which would save the next file. */
function nextFile(): Promise<{name: string; text: string}> {
  const {click} = HTMLAnchorElement.prototype;
  const link = new Promise<HTMLAnchorElement>((resolve) => {
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      HTMLAnchorElement.prototype.click = click;
      resolve(this);
    };
  });
  return link.then(async ({href, download}) => {
    const bytes = await (await fetch(href)).arrayBuffer();
    return {name: download, text: new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)};
  });
}

/** A file's rows, each by the words of the head. */
function rowsOf(text: string, delimiter: string): Map<string, string>[] {
  expect(text.startsWith('\uFEFF')).to.equal(true);
  const [head = [], ...rest] = text
    .slice(1)
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      `${delimiter}${line}`
        .match(new RegExp(`${delimiter}("([^"]|"")*"|[^${delimiter}]*)`, 'g'))
        ?.map((cell) =>
          cell
            .slice(1)
            .replace(/^"(.*)"$/s, '$1')
            .replaceAll('""', '"'),
        ),
    );
  return rest.map((cells) => new Map(head.map((name, at) => [name, cells?.[at] ?? ''])));
}
const newest = (of: string) =>
  documents(of).toSorted((one, other) => other.date - one.date || other.sequence - one.sequence);

describe('document-list', () => {
  describe('as a file', () => {
    it('has all documents that fit, and not only those that were loaded, as data', async () => {
      const list = await mountList({type});
      const panel = await openOutput(list);
      const file = nextFile();
      await press(panel, 'Save as CSV');
      const {name, text} = await file;
      const all = newest(type);
      expect(all.length).to.be.above(200);
      expect(name).to.match(/^Purchase credit memos \d{4}-\d\d-\d\d\.csv$/);
      const rows = rowsOf(text, ',');
      expect(rows.map((row) => row.get('Number'))).to.deep.equal(all.map(({number}) => number ?? ''));
      expect(rows.map((row) => row.get('Date'))).to.deep.equal(all.map(({date}) => dayText(date)));
      expect(rows.map((row) => row.get('Amount'))).to.deep.equal(
        all.map(({totals}) => (totals ? centsText(totals.gross) : '')),
      );
      expect(rows.map((row) => row.get('Posted'))).to.deep.equal(
        all.map(({posted}) => (posted === null ? '' : String(posted))),
      );
      await findByText(`${all.length} documents were saved.`, {within: panel});
      await expectNoAxeViolations(list);
    });

    it('has only what fits the search and the filter', async () => {
      const list = await mountList();
      await user.click(getByRole('radio', {name: 'Not posted', within: list}));
      await user.fill(search(list), '1');
      await user.press('Enter');
      await settled(list);
      const panel = await openOutput(list);
      const file = nextFile();
      await press(panel, 'Save as CSV');
      const rows = rowsOf((await file).text, ',');
      expect(rows.length).to.be.above(0);
      expect(rows.length).to.be.below(documents('purchase-invoice').length);
      expect(new Set(rows.map((row) => row.get('Posted')))).to.deep.equal(new Set(['false']));
      const asked = listRequests().at(-1)?.query;
      expect(asked).to.match(/q=1/);
    });

    it('has decimals as a German spreadsheet reads them, and days that every one reads', async () => {
      const list = await mountList({type});
      list.locale = 'de';
      await until(
        () =>
          queryByRole('button', {name: 'Filter', within: list}) &&
          queryByRole('heading', {name: /gutschrift/i, within: list}),
      );
      await settled(list);
      const panel = await openOutput(list);
      const file = nextFile();
      await press(panel, 'Als CSV speichern');
      const rows = rowsOf((await file).text, ';');
      const all = newest(type);
      expect(rows.map((row) => row.get('Datum'))).to.deep.equal(all.map(({date}) => dayText(date)));
      expect(rows.map((row) => row.get('Betrag'))).to.deep.equal(
        all.map(({totals}) => (totals ? centsText(totals.gross).replace('.', ',') : '')),
      );
    });

    it('holds no formula', async () => {
      const list = await mountList({type: 'purchase-order'});
      const [first] = await pageOf('purchase-order');
      const panel = await openOutput(list);
      const evil = ['=HYPERLINK("https://x")', '+1', '-2+3', '@SUM(A1)', '\t=1', '\uFF1D1+1'];
      portal.faults.add({
        path: /limit=200/,
        kind: 'status',
        status: 200,
        body: {
          items: evil.map((externalReference, at) => ({...first, id: `x${at}`, externalReference})),
          page: {next: null},
        },
      });
      const file = nextFile();
      await press(panel, 'Save as CSV');
      const references = rowsOf((await file).text, ',').map((row) => row.get('Reference') ?? '');
      expect(references).to.have.length(evil.length);
      for (const reference of references) expect(reference).not.to.match(/^[=+\-@\t\r\uFF1D]/);
      expect(references.map((reference, at) => reference.endsWith(evil[at]?.trim() ?? '?'))).not.to.include(
        false,
      );
    });

    it('leaves out all amounts where the member sees no prices', async () => {
      const list = await mountList({type, endpoint: '/no-prices/api/v1'});
      const panel = await openOutput(list);
      const file = nextFile();
      await press(panel, 'Save as CSV');
      const [row] = rowsOf((await file).text, ',');
      expect([...(row?.keys() ?? [])]).to.include.members(['Number', 'Quantities']);
      expect([...(row?.keys() ?? [])].join()).not.to.match(/Amount|Net|VAT|Paid|Currency|open/);
    });

    it('can be given up half way, and is not saved then', async () => {
      const list = await mountList({type});
      const answer = heldAnswer();
      portal.faults.add({path: /cursor=.*limit=200|limit=200.*cursor=/, kind: 'delay', until: answer.isDue});
      const panel = await openOutput(list);
      let isSaved = false;
      void nextFile().then(() => (isSaved = true));
      await press(panel, 'Save as CSV');
      await findByText(`200 of ${documents(type).length}`, {within: panel});
      await expectNoAxeViolations(list);
      await press(panel, 'Cancel');
      await until(() => queryByRole('progressbar', {within: panel}) === undefined);
      expect(focusedElement()).to.equal(getByRole('button', {name: 'Save as CSV', within: panel}));
      answer.send();
      await settled(list);
      expect(isSaved).to.equal(false);
      expect(queryByText(/were saved/, {within: panel})).to.equal(undefined);
      const file = nextFile();
      await press(panel, 'Save as CSV');
      expect(rowsOf((await file).text, ',')).to.have.length(documents(type).length);
    });

    it('says why it could not be read to its end, and is not saved then', async () => {
      const list = await mountList({type});
      const panel = await openOutput(list);
      portal.faults.add({path: /cursor=.*limit=200|limit=200.*cursor=/, kind: 'status', status: 403});
      await press(panel, 'Save as CSV');
      await findByText(/Nothing was saved; 200 documents had been read\./, {within: panel});
      await expectNoAxeViolations(list);
      const file = nextFile();
      await press(panel, 'Save as CSV');
      expect(rowsOf((await file).text, ',')).to.have.length(documents(type).length);
      expect(queryByText(/Nothing was saved/, {within: panel})).to.equal(undefined);
    });

    it('has each document once, though the portal forgets the place in the middle', async () => {
      const list = await mountList({type});
      const panel = await openOutput(list);
      portal.faults.add({path: /cursor=.*limit=200|limit=200.*cursor=/, kind: 'status', status: 410});
      const file = nextFile();
      await press(panel, 'Save as CSV');
      const rows = rowsOf((await file).text, ',');
      expect(rows.map((row) => row.get('Number'))).to.deep.equal(
        newest(type).map(({number}) => number ?? ''),
      );
    });

    it('says how many documents are missing in it', async () => {
      const list = await mountList({type, endpoint: '/malformed/api/v1'});
      const panel = await openOutput(list);
      const file = nextFile();
      await press(panel, 'Save as CSV');
      const {length} = rowsOf((await file).text, ',');
      await findByText(/could not be read and are missing/, {within: panel});
      expect(textOf(panel)).to.include(`${length} documents were saved.`);
      expect(textOf(panel)).to.include(`${documents(type).length - length} could not be read`);
    });

    it('goes on while the list is moved in the page, and ends with it', async () => {
      const list = await mountList({type});
      const answer = heldAnswer();
      portal.faults.add({path: /cursor=.*limit=200|limit=200.*cursor=/, kind: 'delay', until: answer.isDue});
      const panel = await openOutput(list);
      const file = nextFile();
      await press(panel, 'Save as CSV');
      await findByText(`200 of ${documents(type).length}`, {within: panel});
      list.parentElement?.prepend(list);
      answer.send();
      expect(rowsOf((await file).text, ',')).to.have.length(documents(type).length);
      expect(getByRole('button', {name: 'Export', within: list}).ariaExpanded).to.equal('false');
    });

    it('ends where the list shows others’ documents, and closes what was open', async () => {
      const list = await mountList({type});
      const answer = heldAnswer();
      portal.faults.add({path: /cursor=.*limit=200|limit=200.*cursor=/, kind: 'delay', until: answer.isDue});
      const panel = await openOutput(list);
      let isSaved = false;
      void nextFile().then(() => (isSaved = true));
      await press(panel, 'Save as CSV');
      await findByText(`200 of ${documents(type).length}`, {within: panel});
      list.type = 'purchase-return-order';
      await until(() => queryByRole('dialog', {within: list}) === undefined);
      await settled(list);
      expect(getByRole('button', {name: 'Export', within: list}).ariaExpanded).to.equal('false');
      answer.send();
      const again = await openOutput(list);
      expect(textOf(again)).to.include(`All ${documents('purchase-return-order').length} documents`);
      expect(queryByRole('progressbar', {within: again})).to.equal(undefined);
      expect(isSaved).to.equal(false);
      const file = nextFile();
      await press(again, 'Save as CSV');
      expect((await file).name).to.match(/^Purchase return orders /);
    });

    it('is named in one word, whatever it is narrowed down to', async () => {
      const list = await mountList({type});
      list.filter = {posted: true};
      await until(() => queryByRole('button', {name: /^Filter 1/, within: list}));
      await user.click(getByRole('button', {name: /^Filter 1/, within: list}));
      await findByRole('dialog', {name: 'Filter', within: list});
      await expectNoAxeViolations(list);
    });

    it('says nothing of an earlier one once others fit', async () => {
      const list = await mountList();
      const panel = await openOutput(list);
      const file = nextFile();
      await press(panel, 'Save as CSV');
      await file;
      await findByText(/were saved/, {within: panel});
      await user.press('Escape');
      await user.click(getByRole('radio', {name: 'Not posted', within: list}));
      await settled(list);
      const again = await openOutput(list);
      expect(queryByText(/were saved/, {within: again})).to.equal(undefined);
    });
  });

  describe('on paper', () => {
    it('has all documents that fit, with their number and what they come to', async () => {
      const list = await mountList({type});
      const panel = await openOutput(list);
      const opened = nextPrint();
      await press(panel, 'Print');
      const {page, content, close} = await opened;
      const all = newest(type);
      expect(page.title).to.equal('Purchase credit memos');
      const rows = [...content.querySelectorAll('tbody tr')];
      expect(rows).to.have.length(all.length);
      rows.forEach((row, at) => expect(row.textContent).to.include(all[at]?.number ?? 'Draft'));
      expect(content.textContent).to.include(`${all.length} documents`);
      expect(content.querySelectorAll('button, input')).to.have.length(0);
      const gross = all.reduce((sum, {totals}) => sum + (totals?.gross ?? 0), 0) / 100;
      const amount = gross.toLocaleString('en', {style: 'currency', currency: 'EUR'});
      expect(content.textContent).to.include(amount);
      expect(content.textContent).not.to.include('of those shown');
      close();
      await until(() => getByText(/were given to the printer/, {within: panel}));
    });

    it('says each amount’s currency, also of documents that had not been loaded', async () => {
      const list = await mountList({type});
      const panel = await openOutput(list);
      const some = await pageOf(type);
      const francs = some.map((one) => ({...one, id: `f-${String(one['id'])}`, currency: 'CHF'}));
      portal.faults.add({
        path: /limit=200/,
        kind: 'status',
        status: 200,
        body: {items: [...some, ...francs], page: {next: null}},
      });
      const opened = nextPrint();
      await press(panel, 'Print');
      const {content, close} = await opened;
      expect(content.querySelectorAll('tbody tr')).to.have.length(2 * some.length);
      expect(content.querySelector('thead')?.textContent).not.to.include('EUR');
      expect(content.querySelector('tbody tr:last-child')?.textContent).to.include('CHF');
      close();
    });

    it('says what it is narrowed down to', async () => {
      const list = await mountList();
      await user.click(getByRole('radio', {name: 'Not posted', within: list}));
      await user.fill(search(list), '1');
      await user.press('Enter');
      await settled(list);
      const panel = await openOutput(list);
      const opened = nextPrint();
      await press(panel, 'Print');
      const {content, close} = await opened;
      expect(content.querySelector('.about')?.textContent).to.match(
        /documents · Search: 1 · Not posted · Printed on/,
      );
      close();
    });
  });
});

/** The first documents of a list as the portal sends them. */
async function pageOf(of: string): Promise<Record<string, unknown>[]> {
  const response = await fetch(`/api/v1/documents/${of}?limit=5`, {
    headers: {authorization: 'Bearer demo-customer'},
  });
  return ((await response.json()) as {items: Record<string, unknown>[]}).items;
}
