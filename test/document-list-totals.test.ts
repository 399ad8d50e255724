import type {DocumentRecord} from '../mocks/data/records.ts';
import {
  body,
  column,
  countIn,
  documents,
  header,
  listRequests,
  mountList,
  portal,
  search,
  settled,
} from './document-list-page.ts';
import {
  describe,
  drawn,
  expect,
  expectNoAxeViolations,
  getAllByRole,
  getByRole,
  it,
  queryByText,
  textOf,
  until,
  user,
} from './support/index.ts';

const endpoint = '/two-currencies/api/v1';
const type = 'purchase-invoice';
/** The second company sells in francs in that scenario. */
const currencyOf = ({seller}: DocumentRecord) => (seller === 1 ? 'CHF' : 'EUR');
const money = (cents: number, currency: string) =>
  (cents / 100).toLocaleString('en', {style: 'currency', currency}).replaceAll(/\s/g, ' ');

/** What the list says below its rows, each with its label. */
function totalsIn(list: Element): string[] {
  const totals = list.shadowRoot?.querySelector('[part=totals]');
  return [...(totals?.children ?? [])].map(textOf);
}
/** What it should say, in no order. */
function expected(of: readonly DocumentRecord[], label = 'Total'): string[] {
  return ['EUR', 'CHF'].flatMap((currency) => {
    const own = of.filter((each) => each.totals && currencyOf(each) === currency);
    const owed = own.filter(({totals}) => totals?.paid !== undefined);
    const gross = own.reduce((sum, {totals}) => sum + (totals?.gross ?? 0), 0);
    const open = owed.reduce((sum, {totals}) => sum + (totals?.gross ?? 0) - (totals?.paid ?? 0), 0);
    return [
      ...(own.length > 0 ? [`${label} ${money(gross, currency)}`] : []),
      ...(owed.length > 0 ? [`Still open ${money(open, currency)}`] : []),
    ];
  });
}
const sorted = (texts: readonly string[]) => texts.toSorted();
async function loadAll(list: Element, {length}: readonly unknown[]): Promise<void> {
  await until(() => {
    body(list).scrollTo(0, body(list).scrollHeight);
    return countIn(list) === `${length.toLocaleString('en')} documents`;
  }, 'all documents');
}
const headings = (list: Element) => getAllByRole('columnheader', {within: list}).map(textOf);

describe('document-list', () => {
  describe('amounts', () => {
    it('are those of all documents, by currency, before and after all are loaded', async () => {
      const list = await mountList({type, endpoint});
      const all = documents(type);
      expect(new Set(all.map(currencyOf)).size).to.equal(2);
      expect(countIn(list)).to.equal(`100 of ${all.length.toLocaleString('en')} shown`);
      const before = totalsIn(list);
      expect(sorted(before)).to.deep.equal(sorted(expected(all)));
      await loadAll(list, all);
      await settled(list);
      expect(sorted(totalsIn(list))).to.deep.equal(sorted(expected(all)));
      // What is half under the header is no target.
      body(list).scrollTo(0, 0);
      await settled(list);
      await expectNoAxeViolations(list);
    });

    it('are those of what fits', async () => {
      const list = await mountList({type, endpoint});
      await user.click(getByRole('radio', {name: 'Not posted', within: list}));
      await settled(list);
      const some = documents(type).filter(({posted}) => posted === false);
      await until(() => sorted(totalsIn(list)).join() === sorted(expected(some)).join());
      await user.fill(search(list), 'no such thing');
      await until(() => countIn(list) === '0 documents');
      expect(totalsIn(list)).to.deep.equal([]);
    });

    it('say their currency each where there are several, and once where there is one', async () => {
      const list = await mountList({type, endpoint});
      expect(textOf(header(list, /^Amount/))).to.equal('Amount');
      const amounts = column(list, /^Amount/);
      expect(
        amounts.every((text) => /€|CHF/.test(text)),
        amounts.join(),
      ).to.equal(true);
      list.endpoint = '/api/v1';
      await until(() => headings(list).includes('Amount (EUR)'));
      expect(column(list, /^Amount/).join()).not.to.match(/€|CHF/);
    });

    it('are called those of a part where the portal does not add up', async () => {
      const items = await itemsOf(type);
      portal.faults.add({
        path: /^\/documents\/.*limit=100/,
        kind: 'status',
        status: 200,
        body: {items: items.slice(0, 60), page: {next: 'more'}},
      });
      portal.faults.add({
        path: /cursor=more/,
        kind: 'status',
        status: 200,
        body: {items: items.slice(60), page: {next: null}},
      });
      const list = await mountList({type});
      expect(countIn(list)).to.equal('60 shown so far');
      const some = items.slice(0, 60).flatMap(({id}) => documents(type).find((each) => each.id === id) ?? []);
      expect(totalsIn(list)[0]).to.equal(expectedOf(some, 'Total of those shown')[0]);
      await loadAll(list, items);
      const all = items.flatMap(({id}) => documents(type).find((each) => each.id === id) ?? []);
      await until(() => totalsIn(list)[0] === expectedOf(all)[0]);
      expect(queryByText(/of those shown/, {within: list})).to.equal(undefined);
    });

    it('never stand in a column of another currency', async () => {
      const items = await itemsOf(type);
      const [first] = items;
      portal.faults.add({
        path: /^\/documents\/.*limit=100/,
        kind: 'status',
        status: 200,
        body: {
          items: [first, {...first, id: 'other', currency: 'CHF'}],
          page: {next: 'more', total: 900},
          totals: [{currency: 'EUR', count: 900, gross: '1.00'}],
        },
      });
      portal.faults.add({path: /cursor=more/, kind: 'hang'});
      const list = await mountList({type});
      expect(column(list, /^Amount/)[1]).to.include('CHF');
      portal.faults.clear();
    });
  });

  describe('the filter of the page', () => {
    it('is what the list shows, and can be taken away', async () => {
      const list = await mountList({type});
      list.filter = {payment: 'overdue', posted: true};
      const some = documents(type).filter(({payment, posted}) => payment === 'overdue' && posted);
      await until(() => countIn(list) === `${some.length} documents`);
      expect(getByRole('button', {name: /^Payment: Overdue/, within: list})).to.exist;
      await user.click(getByRole('button', {name: /^Posted/, within: list}));
      await user.click(getByRole('button', {name: /^Payment: Overdue/, within: list}));
      await until(() => countIn(list).includes(documents(type).length.toLocaleString('en')));
    });

    it('comes with another type, and is that one’s alone', async () => {
      const list = await mountList({type: 'purchase-order'});
      await user.fill(search(list), 'x');
      list.type = type;
      list.filter = {posted: false};
      await drawn(list);
      await settled(list);
      const some = documents(type).filter(({posted}) => posted === false);
      await until(() => countIn(list).includes(some.length.toLocaleString('en')));
      expect(search(list).value).to.equal('');
      const own = listRequests().filter(({path}) => path === `/documents/${type}`);
      expect(own.every(({query}) => query.includes('posted=false'))).to.equal(true);
    });
  });

  describe('columns', () => {
    it('of a receipt are its day, where the goods are, and how many', async () => {
      const list = await mountList({type: 'warehouse-receipt'});
      expect(headings(list)).to.include.members([
        'Number',
        'Date',
        'Location',
        'Quantities',
        'State',
        'Posting',
      ]);
      expect(headings(list).join()).not.to.match(/Amount|open|Payment|Due/);
      const newest = documents('warehouse-receipt').toSorted(
        (one, other) => other.date - one.date || other.sequence - one.sequence,
      );
      const locations = column(list, /Location/);
      expect(locations).to.deep.equal(
        newest.slice(0, locations.length).map(({location}) => location ?? '–none'),
      );
      expect(column(list, /Quantities/)[0]).to.match(/^[\d,.]+ \S+/);
    });

    it('of an invoice are when it is due, what is open, and whether it is paid', async () => {
      const list = await mountList({type});
      expect(headings(list)).to.include.members([
        'Due',
        'Amount (EUR)',
        'Still open (EUR)',
        'Payment',
        'Posting',
      ]);
      expect(headings(list).join()).not.to.match(/Location|Quantities/);
      expect(column(list, /Payment/).join()).to.match(/Paid|Open|Overdue/);
    });

    it('are another type’s with another type', async () => {
      const list = await mountList({type});
      list.type = 'warehouse-receipt';
      await until(() => headings(list).includes('Location'));
      expect(headings(list).join()).not.to.match(/Amount|Payment/);
    });
  });
});

const expectedOf = (of: readonly DocumentRecord[], label = 'Total') => {
  const gross = of.reduce((sum, {totals}) => sum + (totals?.gross ?? 0), 0);
  return [`${label} ${money(gross, 'EUR')}`];
};

/** The newest documents as the portal sends them. */
async function itemsOf(of: string): Promise<{id: string}[]> {
  const response = await fetch(`/api/v1/documents/${of}?limit=90`, {
    headers: {authorization: 'Bearer demo-customer'},
  });
  return ((await response.json()) as {items: {id: string}[]}).items;
}
