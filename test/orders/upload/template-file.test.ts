import {fileName} from '../../../src/orders/files/file-name.ts';
import {readTable} from '../../../src/orders/files/file-reader.ts';
import {makeRestFile, makeTemplateFile, type MadeFile} from '../../../src/orders/upload/template-file.ts';
import {describe, expect, it} from '../../support/index.ts';
import {english} from '../tabs.ts';

const german = {decimal: ',', group: '.'};
const template = {
  label: 'Bestellungen',
  columns: [
    {label: 'Artikelnummer', type: 'text', example: '00123'},
    {label: 'Menge', type: 'decimal', example: '12.5'},
    {label: 'Wunschtermin', type: 'date', example: '2027-01-18'},
    {label: 'Bemerkung'},
  ],
};

async function rowsOf({blob}: MadeFile) {
  const result = await readTable(blob);
  if (result.status !== 'read') throw new Error(JSON.stringify(result));
  return result.content.rows.map(({cells}) => cells);
}

describe('files to fill in', () => {
  it("have the template's headers and one row of its examples", async () => {
    const headers = ['Artikelnummer', 'Menge', 'Wunschtermin', 'Bemerkung'];
    const xlsx = await makeTemplateFile(template, 'xlsx', german);
    expect(xlsx).to.include({
      name: 'Bestellungen.xlsx',
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
    expect(await rowsOf(xlsx)).to.deep.equal([headers, ['00123', 12.5, '2027-01-18']]);
    const csv = await makeTemplateFile(template, 'csv', german);
    expect(csv.name).to.equal('Bestellungen.csv');
    expect(await csv.blob.text()).to.include('00123;"12,5";2027-01-18;');
    expect(await rowsOf(csv)).to.deep.equal([headers, ['00123', '12,5', '2027-01-18']]);
    expect(await (await makeTemplateFile(template, 'csv', english)).blob.text()).to.include('00123,12.5,');
  });

  it('have headers alone where the template has no examples', async () => {
    const bare = {label: 'Orders', columns: [{label: 'Item'}, {label: 'Quantity', type: 'decimal'}]};
    expect(await rowsOf(await makeTemplateFile(bare, 'xlsx', english))).to.deep.equal([['Item', 'Quantity']]);
  });

  it('bring back what was left of an upload, as it was', async () => {
    const rest = {
      label: 'Rest',
      headers: ['Artikelnummer', 'Menge', 'Was fehlt'],
      rows: [
        ['00123', '1.234', '=HYPERLINK("x")'],
        ['8.71E+12', 'zwölf', 'Kein Artikel;\r\nkeine Menge'],
      ],
    };
    for (const format of ['csv', 'xlsx'] as const) {
      expect(await rowsOf(await makeRestFile(rest, format, german))).to.deep.equal([
        rest.headers,
        ...rest.rows,
      ]);
    }
  });

  it('can be uploaded again, however much is said of a row', async () => {
    const problems = `=${'😀'.repeat(800)}`;
    const rest = {label: 'Rest', headers: ['Item', 'Problems'], rows: [['00123', problems]]};
    for (const format of ['csv', 'xlsx'] as const) {
      const [, row] = await rowsOf(await makeRestFile(rest, format, english));
      expect(row?.[0]).to.equal('00123');
      expect(row?.[1]).to.match(/^=(😀){499}…$/u);
    }
  });

  it('have a name that every system takes', () => {
    expect(fileName('Bestellungen: Mai/Juni <2>')).to.equal('Bestellungen Mai Juni 2');
    expect(fileName('../../etc/passwd')).to.equal('etc passwd');
    expect(fileName('\u202Efdp.exe')).to.equal('fdp.exe');
    expect(fileName('CON')).to.equal('_CON');
    expect(fileName(' ... ')).to.equal('table');
    expect(fileName('注文 2027')).to.equal('注文 2027');
  });
});
