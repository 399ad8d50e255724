import {textOf, type UploadRow} from '../../../src/orders/upload/upload-row.ts';
import type {UploadField} from '../../../src/orders/upload/template-fields.ts';
import {describe, expect, it} from '../../support/index.ts';
import {german} from '../pasted.ts';
import {cellsOf, contentOf, fields, names, readFile} from './sheets.ts';

const column = (rows: readonly UploadRow[], field: UploadField) => rows.map((row) => textOf(row, field));

describe('the rows of a file', () => {
  it('keep their numbers, without those above the names and blank ones', () => {
    const {rows} = readFile(contentOf([['Order'], [], ['Item', 'Qty'], ['KH-1', 5], ['', ' '], ['KH-2', 6]]));
    expect(rows.map(({number}) => number)).to.deep.equal([4, 6]);
    expect(new Set(rows.map(({key}) => key)).size).to.equal(2);
  });

  it('have exact numbers, which are no question, beside texts that are one', () => {
    const content = contentOf([
      ['Item', 'Qty'],
      ['A', 1.234],
      ['B', 0.1],
      ['C', '1.234'],
    ]);
    const {rows, questions} = readFile(content, {separators: german});
    expect(column(rows, 'quantity')).to.deep.equal(['1,234', '0,1', '1.234']);
    expect(questions.map(({field, samples}) => [field, samples.length])).to.deep.equal([['quantity', 1]]);
    const answered = readFile(content, {separators: german, answers: {quantity: 'comma'}});
    expect(column(answered.rows, 'quantity')).to.deep.equal(['1,234', '0,1', '1234']);
    expect(answered.questions).to.deep.equal([]);
  });

  it('are asked about once for each column, and not where another cell settles it', () => {
    const dates = (...cells: string[]) =>
      readFile(contentOf([['Item', 'Date'], ...cells.map((cell) => ['A', cell])]));
    expect(dates('03/04/2026', '05/06/2026').questions).to.have.length(1);
    const settled = dates('03/04/2026', '25/06/2026');
    expect(settled.questions).to.deep.equal([]);
    expect(column(settled.rows, 'requestedDate')).to.deep.equal(['2026-04-03', '2026-06-25']);
  });

  it('count days as their workbook does', () => {
    const content = contentOf(
      [
        ['Item', 'Date'],
        ['A', 46_000],
      ],
      {dateSystem: 1904},
    );
    expect(column(readFile(content).rows, 'requestedDate')).to.deep.equal(['2029-12-10']);
    expect(column(readFile({...content, dateSystem: 1900}).rows, 'requestedDate')).to.deep.equal([
      '2025-12-09',
    ]);
  });

  it('have codes as they are shown, without what nobody sees in them', () => {
    const content = contentOf([
      ['Item', 'Note'],
      ['00123'],
      [4006381333931],
      ['KH\u200B-1', 'a\u200Bb'],
      ["'=A"],
      [90.75],
    ]);
    const rows = content.rows.with(5, {number: 6, cells: [90.75], shown: new Map([[0, '90.750']])});
    const {rows: read, cleaned} = readFile({...content, rows});
    expect(column(read, 'item')).to.deep.equal(['00123', '4006381333931', 'KH-1', "'=A", '90.750']);
    expect(column(read, 'note')[2]).to.equal('a\u200Bb');
    expect(cleaned).to.equal(1);
  });

  it('name an item by another number where its own is missing', () => {
    const {rows} = readFile(contentOf(cellsOf('Item|GTIN|Qty\nA|4006381333931|1\n|4006381333932|1')));
    expect(column(rows, 'item')).to.deep.equal(['A', '4006381333932']);
  });

  it('tell which cells were computed, and which say nothing', () => {
    const {rows, computed} = readFile(
      contentOf(
        [
          ['Item', 'Qty'],
          ['A', 5],
          ['B', ''],
        ],
        {
          marks: [
            [2, 1, 'formula'],
            [3, 0, 'merged'],
            [3, 1, 'uncomputed'],
          ],
        },
      ),
    );
    expect([rows.map(({isComputed}) => isComputed), computed]).to.deep.equal([[true, false], 1]);
    expect(rows.map(({marks}) => Object.fromEntries(marks))).to.deep.equal([
      {},
      {item: 'merged', quantity: 'uncomputed'},
    ]);
  });

  it('tell the example of their template from an order', () => {
    const examples = {item: 'KH-1', quantity: '1.5', note: 'Site office'};
    const withExamples = fields.map((field) => ({
      ...field,
      example: new Map(Object.entries(examples)).get(field.field),
    }));
    const header = [names.item, names.quantity, names.note];
    const content = contentOf([header, ['KH-1', 1.5, 'Site office'], ['KH-1', 1.5, '']]);
    const {rows, examples: found} = readFile(content, {fields: withExamples, separators: german});
    expect(found).to.deep.equal([rows[0]?.key]);
  });
});
