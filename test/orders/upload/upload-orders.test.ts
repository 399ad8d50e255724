import {Catalogue} from '../../../src/orders/catalogue.ts';
import {toDraftInput} from '../../../src/orders/draft.ts';
import type {Cell} from '../../../src/orders/files/file-content.ts';
import {atOnce} from '../../../src/orders/slices.ts';
import {problemsAtRows} from '../../../src/orders/upload/row-orders.ts';
import {UploadSheet} from '../../../src/orders/upload/upload-sheet.ts';
import type {Item} from '../../../src/portal/contract/catalog.ts';
import {PortalClient} from '../../../src/portal/index.ts';
import {describe, expect, it, startPortal} from '../../support/index.ts';
import {english} from '../pasted.ts';
import {contentOf, fields, readFile} from './sheets.ts';

await startPortal();
const client = new PortalClient({
  endpoint: '/api/v1',
  getToken: async () => 'demo-customer',
  timing: {backoff: 1},
});

const item: Item = {
  itemNumber: 'KH-1',
  partnerItemNumber: 'OUR-1',
  description: 'Screw',
  units: [{code: 'PCS', label: 'piece', perBase: '1'}],
};

const HEADER = ['Your reference', 'Item number', 'Quantity', 'Unit', 'Requested date', 'Note'];

/** Rows whose item is known by both its numbers; all others are unknown to the portal. */
async function made(...rows: (readonly Cell[])[]) {
  const catalogue = new Catalogue(client);
  catalogue.learn(item);
  catalogue.learn(item, 'OUR-1');
  const {rows: read} = readFile(contentOf([HEADER, ...rows]));
  const sheet = atOnce(UploadSheet.of(read, {fields, separators: english, catalogue}));
  await sheet.resolve();
  return {sheet, keys: read.map(({key}) => key), catalogue};
}

/** All that is kept of a sheet. */
function snapshotOf(sheet: UploadSheet) {
  const rows = Array.from({length: sheet.partCount}, (_, index) => sheet.part(index)).flat();
  return {fields: sheet.fields, separators: sheet.separators, rows};
}

const some = ({counts}: UploadSheet) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

describe('the orders of a file', () => {
  it('are its ready rows by their reference, in its order, those without one together', async () => {
    const {sheet} = await made(
      ['B', 'KH-1', 1],
      ['', 'KH-1', 2],
      [' B ', 'KH-1', 3],
      ['b', 'KH-1', 4],
      ['B', 'KH-1', 'x'],
    );
    const orders = sheet.orders();
    expect(orders.map(({reference, rows}) => [reference, rows.map(({number}) => number)])).to.deep.equal([
      ['B', [2, 4]],
      ['', [3]],
      ['b', [5]],
    ]);
    expect(orders.map(({reference}) => sheet.missing().get(reference))).to.deep.equal([
      1,
      undefined,
      undefined,
    ]);
    expect(new Set(orders.map(({id}) => id)).size).to.equal(3);
  });

  it('have the day of all their lines at their head', async () => {
    const {sheet} = await made(
      ['A', 'KH-1', 1, '', '2027-01-18'],
      ['A', 'KH-1', 1, '', '2027-01-18', 'n'],
      ['B', 'KH-1', 1, '', '2027-01-18'],
      ['B', 'KH-1', 1],
    );
    const [a, b] = sheet.orders().map(({draft}) => toDraftInput(draft));
    expect(a).to.deep.include({
      externalReference: 'A',
      requestedDate: '2027-01-18',
      origin: {kind: 'upload'},
    });
    expect(a?.lines.map(({requestedDate}) => requestedDate)).to.deep.equal([undefined, undefined]);
    expect([b?.requestedDate, b?.lines[0]?.requestedDate]).to.deep.equal([undefined, '2027-01-18']);
  });

  it('may be one, which says what references it loses', async () => {
    const {sheet} = await made(['A', 'KH-1', 1], ['', 'KH-1', 2]);
    expect(sheet.asOneOrder().lost).to.deep.equal([]);
    expect(sheet.asOneOrder().draft).to.deep.include({reference: 'A'});
    const {sheet: two} = await made(['A', 'KH-1', 1], ['B', 'KH-1', 2]);
    const joined = two.asOneOrder();
    expect([joined.draft.reference, joined.lost, joined.draft.lines.length]).to.deep.equal([
      '',
      ['A', 'B'],
      2,
    ]);
  });

  it('hear at their rows what the portal says of them', async () => {
    const {sheet, keys} = await made(['A', 'KH-1', 1], ['A', 'KH-1', 2]);
    const [order] = sheet.orders();
    if (!order) throw new Error('No order');
    const problem = (code: string) => ({pointer: '#', code, detail: code});
    const {atRows, others} = problemsAtRows(order, [
      {...problem('taken'), place: {field: 'reference'}},
      {...problem('few'), place: {field: 'quantity', line: keys[1] ?? ''}},
      problem('closed'),
    ]);
    sheet.object(atRows);
    expect(keys.map((key) => sheet.problemsOf(key).map(({code}) => code))).to.deep.equal([
      ['taken'],
      ['taken', 'few'],
    ]);
    expect(others.map(({code}) => code)).to.deep.equal(['closed']);
  });
});

describe('rows that order the same', () => {
  it('become one where they have one reference, and are counted still', async () => {
    const {sheet, keys} = await made(
      ['A', 'KH-1', 1],
      ['B', 'KH-1', 2],
      ['A', 'OUR-1', 2.5],
      ['A', 'KH-1', 'x'],
    );
    expect(sheet.same().map((group) => group.map(({number}) => number))).to.deep.equal([[2, 4]]);
    sheet.merge(sheet.same());
    expect(some(sheet)).to.deep.equal({ready: 2, merged: 1, wrong: 1});
    expect(sheet.row(keys[0] ?? '')?.line.quantity).to.equal('3.5');
    expect(sheet.same()).to.deep.equal([]);
    sheet.undo();
    expect(some(sheet)).to.deep.equal({ready: 3, wrong: 1});
    expect(sheet.row(keys[0] ?? '')?.line.quantity).to.equal('1');
  });

  it('stay merged once what they became is ordered', async () => {
    const {sheet, keys} = await made(['A', 'KH-1', 1], ['A', 'KH-1', 2]);
    sheet.merge(sheet.same());
    sheet.take(keys.slice(0, 1), {kind: 'sent', document: {id: 'D-1'}});
    expect(sheet.undo()).to.equal(undefined);
    expect(some(sheet)).to.deep.equal({taken: 1, merged: 1});
    expect(sheet.restTable('', () => '').rows).to.deep.equal([]);
    expect(sheet.takenAs(keys[0] ?? '')).to.deep.equal({kind: 'sent', document: {id: 'D-1'}});
  });
});

describe('the rest of a file', () => {
  it('is what was not ordered, and is read again as what it was', async () => {
    const {sheet, keys} = await made(
      ['A', 'KH-1', 1],
      ['B', 'nothing', 1.5, 'piece', '2027-01-18', '=SUM(A1)'],
      ['C', 'OUR-1', 1.234, 'piece'],
      ['D', '#N/A', 'a few', '', 'soon'],
    );
    sheet.take(keys.slice(0, 1), {kind: 'opened'});
    sheet.leaveOut(keys.slice(2, 3));
    sheet.change(keys[3] ?? '', 'quantity', '7');
    const {headers, rows} = sheet.restTable('Problem', (key) => sheet.problemsOf(key)[0]?.code ?? '');
    expect(headers).to.deep.equal([...fields.map(({label}) => label), 'Problem']);
    expect(rows).to.deep.equal([
      ['B', '2027-01-18', 'nothing', '', '1.5', 'piece', '=SUM(A1)', 'item-unknown'],
      ['C', '', 'OUR-1', '', '1.2340', 'piece', '', ''],
      ['D', 'soon', '#N/A', '', '7', '', '', 'date-unreadable'],
    ]);
    const again = readFile(contentOf([headers, ...rows]), {}, {problemHeaders: ['Problem']});
    expect(again.questions).to.deep.equal([]);
    expect(again.rows.map(({reference, line}) => [reference, line.quantity])).to.deep.equal([
      ['B', '1.5'],
      ['C', '1.234'],
      ['D', '7'],
    ]);
  });
});

describe('rows that are kept', () => {
  it('are the same through JSON, and nothing where that is none of ours', async () => {
    const {sheet, keys, catalogue} = await made(['A', 'KH-1', 1], ['B', 'KH-1', 'x'], ['C', 'KH-1', 3]);
    sheet.take(keys.slice(0, 1), {kind: 'sent', document: {id: 'D-1', number: 'PO-1'}});
    sheet.leaveOut(keys.slice(2));
    const kept = JSON.parse(JSON.stringify(snapshotOf(sheet))) as object;
    const again = atOnce(UploadSheet.fromSnapshot(kept, {catalogue}));
    if (!again) throw new Error('Nothing was read');
    await again.resolve();
    expect(JSON.parse(JSON.stringify(snapshotOf(again)))).to.deep.equal(kept);
    expect(keys.map((key) => again.row(key)?.source)).to.deep.equal(
      keys.map((key) => sheet.row(key)?.source),
    );
    expect(again.counts).to.deep.equal(sheet.counts);
    expect(again.takenAs(keys[0] ?? '')).to.deep.equal(sheet.takenAs(keys[0] ?? ''));
    for (const value of [undefined, {}, {rows: [], fields: []}, {...kept, rows: [1]}])
      expect(atOnce(UploadSheet.fromSnapshot(value, {}))).to.equal(undefined);
  });
});
