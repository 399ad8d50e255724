import type {FileContent, FileOptions} from '../../../src/orders/files/file-content.ts';
import {readTable} from '../../../src/orders/files/file-reader.ts';
import {describe, expect, it} from '../../support/index.ts';
import {contentOf} from './workbook.ts';

const read = async (name: string, options?: FileOptions) => {
  const response = await fetch(`/test/fixtures/spreadsheets/${name}.xlsx`);
  return readTable(await response.blob(), options);
};

/** Each row as its number, its cells, and what is marked in it. */
function summary({rows}: FileContent): unknown {
  return rows.map(({number, cells, marks = new Map()}) => [
    number,
    ...cells,
    ...Array.from(marks, ([column, mark]) => `${column} is ${mark}`),
  ]);
}

describe('a workbook as another program writes it', () => {
  it('is read from LibreOffice', async () => {
    const content = contentOf(await read('libreoffice'));
    expect(content.sheet).to.deep.equal({index: 0, name: 'Bestellung'});
    expect(summary(content)).to.deep.equal([
      [1, 'Artikel', 'Menge', 'Termin', 'Notiz'],
      [2, '00123', 2.5, '2026-03-04', 'Größe XL & schön'],
      [3, '00456', 5, '2026-03-05', '#N/A', '1 is formula', '2 is formula', '3 is formula'],
      [6, 'merged', '', '', 'twolines', '0 is merged', '1 is merged'],
      [7, 90.75, '8.71E+17', 1],
    ]);
    expect(content.rows[4]?.shown?.get(0)).to.equal('90.750');
  });

  it('is read from exceljs, with days that count from 1904', async () => {
    const content = contentOf(await read('exceljs'));
    expect(content.dateSystem).to.equal(1904);
    expect(summary(content)).to.deep.equal([
      [1, 'Item', 'Quantity', 'Date', 'Note'],
      [2, '00007', 1234.5, '2026-03-04', 'rich text'],
      [3, '00123', 2469, '', '#N/A', '1 is formula', '2 is uncomputed'],
      [5, '1.2345678901234568E+20', '7x', 'TRUE', 'ümlaut <&> "quoted"', '1 is formula'],
      [6, 'merged', '0 is merged'],
    ]);
  });

  it('is read from write-excel-file, once its sheet is chosen', async () => {
    const sheets = [
      {index: 0, name: 'North'},
      {index: 1, name: 'South'},
    ];
    expect(await read('write-excel-file')).to.deep.equal({status: 'sheets', sheets});
    const north = contentOf(await read('write-excel-file', {sheet: 0}));
    expect(summary(north)).to.deep.equal([
      [1, 'Item', 'Quantity', 'Date'],
      [2, '00123', 12.5, '2026-03-04'],
      [3, '=1+1', '', 'FALSE', '1 is uncomputed'],
    ]);
    expect(north.rows[1]?.shown?.get(1)).to.equal('12.500');
    const south = contentOf(await read('write-excel-file', {sheet: 1}));
    expect(summary(south)).to.deep.equal([
      [1, 'Item'],
      [2, 'Größe 3" & mehr'],
    ]);
  });
});
