import {Catalogue} from '../../../src/orders/catalogue.ts';
import type {Cell, FileContent} from '../../../src/orders/files/file-content.ts';
import type {ReadRowsOptions} from '../../../src/orders/upload/read-rows.ts';
import {atOnce} from '../../../src/orders/slices.ts';
import {UploadSheet} from '../../../src/orders/upload/upload-sheet.ts';
import type {UploadCounts} from '../../../src/orders/upload/row-book.ts';
import type {UploadRow} from '../../../src/orders/upload/upload-row.ts';
import type {Item} from '../../../src/portal/contract/catalog.ts';
import {PortalClient} from '../../../src/portal/index.ts';
import {describe, expect, heldAnswer, it, startPortal} from '../../support/index.ts';
import {english} from '../pasted.ts';
import {contentOf, fields, readFile} from './sheets.ts';

const portal = await startPortal();
const client = new PortalClient({
  endpoint: '/api/v1',
  getToken: async () => 'demo-customer',
  timing: {backoff: 1},
});

const lookUps = () => portal.requests.filter(({path}) => path.endsWith('/catalog/lookups'));

/** Items without variants. */
async function plainItems(count: number): Promise<[Item, ...Item[]]> {
  const {items} = await client.catalog.items({limit: 200});
  const [first, ...others] = items.filter(({variants}) => !variants).slice(0, count);
  if (!first || others.length < count - 1) throw new Error('Too few plain items');
  return [first, ...others];
}

interface Made {
  readonly sheet: UploadSheet;
  /** Keys of the rows, in the order of the file. */
  readonly keys: readonly string[];
  /** How often a view would have drawn. */
  readonly drawn: () => number;
}

function sheetOf(content: FileContent, options: Partial<ReadRowsOptions> = {}): Made {
  let drawn = 0;
  const {rows} = readFile(content, options);
  const sheet = atOnce(
    UploadSheet.of(rows, {
      fields,
      separators: english,
      catalogue: new Catalogue(client),
      ...options,
      onChange: () => drawn++,
    }),
  );
  return {sheet, keys: rows.map(({key}) => key), drawn: () => drawn};
}

const HEADER = ['Your reference', 'Item number', 'Quantity', 'Unit', 'Requested date', 'Note'];
const made = (...rows: (readonly Cell[])[]): Made => sheetOf(contentOf([HEADER, ...rows]));

const sum = (counts: UploadCounts) => Object.values(counts).reduce((all, count) => all + count, 0);
const some = (counts: UploadCounts) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
const codes = (sheet: UploadSheet, key = '') =>
  sheet.problemsOf(key).map(({field, code}) => `${field} ${code}`);
const numbers = (rows: readonly UploadRow[]) => rows.map(({number}) => number);

describe('rows of a file', () => {
  it('wait for their items, then are ready or wrong, and always add up', async () => {
    const [item] = await plainItems(1);
    const {sheet, keys} = made(
      ['', item.itemNumber, 5],
      ['', 'no such item', 1],
      ['', item.itemNumber, 'x'],
      ['', '#N/A', 1],
    );
    expect(some(sheet.counts)).to.deep.equal({pending: 2, wrong: 2});
    expect(codes(sheet, keys[2])).to.deep.equal(['quantity quantity-not-a-number']);
    await sheet.resolve();
    expect(keys.map((key) => sheet.stateOf(key))).to.deep.equal(['ready', 'wrong', 'wrong', 'wrong']);
    expect(codes(sheet, keys[1])).to.deep.equal(['item item-unknown']);
    expect(codes(sheet, keys[3])).to.deep.equal(['item error-value']);
    expect(sheet.row(keys[0] ?? '')?.line.item?.itemNumber).to.equal(item.itemNumber);
    expect(sum(sheet.counts)).to.equal(sheet.total);
  });

  it('tell what a spreadsheet could not compute from what somebody has written', () => {
    const errors = [
      '#N/A',
      '#NV',
      '#DIV/0!',
      '#NAME?',
      '#ÜBERLAUF!',
      '#¿NOMBRE?',
      '#N/D',
      'Err:502',
      '#GETTING_DATA',
    ];
    const {sheet, keys} = made(
      ...errors.map((error) => ['', 'KH-1', 1, '', '', error]),
      ...['#URGENT', '#0', '#1', '# 5', 'Err'].map((note) => ['', 'KH-1', 1, '', '', note]),
    );
    expect(keys.map((key) => codes(sheet, key))).to.deep.equal([
      ...errors.map(() => ['note error-value']),
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  it('say why an item could not be looked up, and may be looked up again', async () => {
    const [item] = await plainItems(1);
    const {sheet, keys} = made(['', item.itemNumber, 5]);
    portal.faults.add({path: '/catalog/lookups', kind: 'status', status: 403});
    await sheet.resolve();
    const [problem] = sheet.problemsOf(keys[0] ?? '');
    expect([problem?.code, problem?.error?.kind]).to.deep.equal(['item-unchecked', 'forbidden']);
    const answer = heldAnswer();
    portal.faults.add({path: '/catalog/lookups', kind: 'delay', until: answer.isDue});
    const again = sheet.resolve();
    expect(sheet.stateOf(keys[0] ?? '')).to.equal('pending');
    answer.send();
    await again;
    expect(sheet.stateOf(keys[0] ?? '')).to.equal('ready');
  });

  it('stay where they are when a look-up is given up', async () => {
    const {sheet} = made(['', 'KH-1', 5]);
    const abort = new AbortController();
    portal.faults.add({path: '/catalog/lookups', kind: 'delay', until: new Promise(() => undefined)});
    const resolving = sheet.resolve({signal: abort.signal});
    abort.abort();
    await resolving;
    expect(some(sheet.counts)).to.deep.equal({pending: 1});
  });

  it('have the problems of their cells, each at its field', async () => {
    const [item] = await plainItems(1);
    const content = contentOf(
      [HEADER, ['#REF!', item.itemNumber, 5, 'FOO', '31.02.2026', 'x'], ['A', item.itemNumber, 5]],
      {
        marks: [
          [3, 0, 'merged'],
          [3, 2, 'uncomputed'],
          [3, 1, 'formula'],
        ],
      },
    );
    const {sheet, keys} = sheetOf(content);
    await sheet.resolve();
    expect(codes(sheet, keys[0])).to.deep.equal([
      'reference error-value',
      'requestedDate date-unreadable',
      'unit unit-unknown',
    ]);
    expect(codes(sheet, keys[1])).to.deep.equal(['reference merged', 'quantity uncomputed']);
    expect(sheet.row(keys[1] ?? '')?.isComputed).to.equal(true);
    sheet.change(keys[1] ?? '', 'reference', 'A');
    sheet.change(keys[1] ?? '', 'quantity', '5');
    expect(sheet.stateOf(keys[1] ?? '')).to.equal('ready');
  });

  it('must have what the template requires, and no more than it takes', async () => {
    const [item] = await plainItems(1);
    const strict = fields.map((field) =>
      field.field === 'reference' ? {...field, required: true, maxLength: 3} : field,
    );
    const {rows} = readFile(contentOf([HEADER, ['', item.itemNumber, 1], ['ABCD', item.itemNumber, 1]]));
    const sheet = atOnce(
      UploadSheet.of(rows, {fields: strict, separators: english, catalogue: new Catalogue(client)}),
    );
    expect(rows.map(({key}) => sheet.problemsOf(key))).to.deep.equal([
      [{field: 'reference', code: 'required'}],
      [{field: 'reference', code: 'too-long', limit: 3}],
    ]);
  });

  it('tell what a quantity runs into, and are ready all the same', async () => {
    const {items} = await client.catalog.items({limit: 200});
    const item = items.find(({orderQuantity, variants}) => orderQuantity?.multipleOf && !variants);
    if (!item) throw new Error('No item in packs');
    const {sheet, keys} = made(['', item.itemNumber, 0.0007]);
    await sheet.resolve();
    expect(sheet.warningsOf(keys[0] ?? '').map(({code}) => code)).to.include('not-multiple');
    expect(sheet.stateOf(keys[0] ?? '')).to.equal('ready');
  });
});

describe('a row that is mended', () => {
  it('costs its own work and no other row’s', async () => {
    const [item] = await plainItems(1);
    const lines = Array.from({length: 5000}, (_, index) => [
      `R-${index % 50}`,
      item.itemNumber,
      index === 7 ? 'x' : 1,
    ]);
    const {sheet, keys} = made(...lines);
    await sheet.resolve();
    expect(lookUps()).to.have.length(1);
    expect(some(sheet.counts)).to.deep.equal({ready: 4999, wrong: 1});
    const before = {rows: sheet.rows, problems: keys.map((key) => sheet.problemsOf(key))};
    sheet.change(keys[7] ?? '', 'quantity', '2');
    const changed = sheet.rows.filter((row, index) => row !== before.rows[index]);
    expect(numbers(changed)).to.deep.equal([9]);
    const judged = keys.filter((key, index) => sheet.problemsOf(key) !== before.problems[index]);
    expect(judged).to.deep.equal([keys[7]]);
    expect(some(sheet.counts)).to.deep.equal({ready: 5000});
    expect(sheet.rows).to.equal(sheet.rows);
    expect(sheet.orders()).to.equal(sheet.orders());
    expect(sheet.orders()).to.have.length(50);
  });

  it('stays in its filter until that is set again', async () => {
    const [item] = await plainItems(1);
    const {sheet, keys} = made(
      ['', item.itemNumber, 'x'],
      ['', item.itemNumber, 1],
      ['', item.itemNumber, 'y'],
    );
    await sheet.resolve();
    expect(numbers(sheet.visible('wrong'))).to.deep.equal([2, 4]);
    expect(sheet.visible('wrong')).to.equal(sheet.visible('wrong'));
    sheet.change(keys[0] ?? '', 'quantity', '1');
    expect(sheet.stateOf(keys[0] ?? '')).to.equal('ready');
    expect(numbers(sheet.visible('wrong'))).to.deep.equal([2, 4]);
    sheet.change(keys[1] ?? '', 'quantity', '');
    expect(numbers(sheet.visible('wrong'))).to.deep.equal([2, 3, 4]);
    sheet.refilter();
    expect(numbers(sheet.visible('wrong'))).to.deep.equal([3, 4]);
    expect(numbers(sheet.visible('ready'))).to.deep.equal([2]);
    expect(numbers(sheet.visible('all'))).to.deep.equal([2, 3, 4]);
  });

  it('finds its item when that is asked for, and keeps the unit that the file says', async () => {
    const [first, second] = await plainItems(2);
    const unit = second?.units[0];
    const {sheet, keys} = made(['', 'no such item', 3, unit?.label ?? '']);
    const [key = ''] = keys;
    await sheet.resolve();
    sheet.change(key, 'item', second?.itemNumber ?? '');
    expect(sheet.stateOf(key)).to.equal('pending');
    await sheet.resolve({keys: [key]});
    expect(sheet.stateOf(key)).to.equal('ready');
    expect(sheet.row(key)?.line.unitCode).to.equal(unit?.code);
    sheet.change(key, 'note', 'x');
    sheet.chooseItem(key, first);
    expect(sheet.row(key)?.line.item).to.equal(first);
    expect(sheet.undo()?.field).to.equal('item');
    expect(sheet.row(key)?.line.item?.itemNumber).to.equal(second?.itemNumber);
  });

  it('can be undone, the keys of one field at once', async () => {
    const {sheet, keys} = made(['R', 'KH-1', 1], ['R', 'KH-1', 1]);
    const [key = '', other = ''] = keys;
    const start = sheet.rows;
    for (const text of ['2', '25', '250']) sheet.change(key, 'quantity', text);
    sheet.change(other, 'note', 'x');
    sheet.leaveOut(keys);
    expect(some(sheet.counts)).to.deep.equal({'left-out': 2});
    expect(sheet.undo()).to.deep.equal({keys: [key, other]});
    expect(sheet.undo()).to.deep.equal({keys: [other], field: 'note'});
    expect(sheet.undo()).to.deep.equal({keys: [key], field: 'quantity'});
    expect(sheet.rows).to.deep.equal(start);
    expect([sheet.canUndo, sheet.undo()]).to.deep.equal([false, undefined]);
    expect(sheet.redo()).to.deep.equal({keys: [key], field: 'quantity'});
    expect(sheet.row(key)?.line.quantity).to.equal('250');
  });

  it('keeps an item that was found since what is undone', async () => {
    const [item] = await plainItems(1);
    const {sheet, keys} = made(['', item.itemNumber, 1]);
    const [key = ''] = keys;
    sheet.change(key, 'quantity', '2');
    await sheet.resolve();
    sheet.undo();
    expect([sheet.stateOf(key), sheet.row(key)?.line.quantity]).to.deep.equal(['ready', '1']);
  });

  it('is left out and put back', async () => {
    const {sheet, keys} = made(['', 'KH-1', 1], ['', 'KH-1', 'x']);
    sheet.leaveOut(keys);
    expect(some(sheet.counts)).to.deep.equal({'left-out': 2});
    sheet.putBack(keys.slice(1));
    expect(some(sheet.counts)).to.deep.equal({'left-out': 1, wrong: 1});
  });

  it('loses what the portal has said of a field when that changes', async () => {
    const [item] = await plainItems(1);
    const {sheet, keys} = made(['', item.itemNumber, 1]);
    const [key = ''] = keys;
    await sheet.resolve();
    sheet.object([{key, field: 'quantity', detail: 'Too few'}]);
    expect(sheet.problemsOf(key)).to.deep.equal([
      {field: 'quantity', code: 'order-rejected', detail: 'Too few'},
    ]);
    sheet.change(key, 'note', 'x');
    expect(sheet.stateOf(key)).to.equal('wrong');
    sheet.change(key, 'quantity', '20');
    expect(sheet.stateOf(key)).to.equal('ready');
  });

  it('is one of those that the next problem leads to, around the end of the file', () => {
    const {sheet, keys} = made(['', 'KH-1', 'x', '', 'soon'], ['', 'KH-1', 1], ['', '', 'y']);
    const place = (row: number, field: string) => ({key: keys[row], field});
    const walk = (step: 'nextProblem' | 'previousProblem') => {
      const places = [];
      let at = sheet[step]();
      for (let count = 0; count < 5; count++, at = sheet[step](at)) places.push(at);
      return places;
    };
    const all = [place(0, 'requestedDate'), place(0, 'quantity'), place(2, 'item'), place(2, 'quantity')];
    expect(walk('nextProblem')).to.deep.equal([...all, all[0]]);
    expect(walk('previousProblem')).to.deep.equal([...all.toReversed(), all[3]]);
    const {sheet: fine} = made(['', 'KH-1', 1]);
    expect(fine.nextProblem()).to.equal(undefined);
  });
});
