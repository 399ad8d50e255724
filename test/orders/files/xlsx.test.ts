import {FILE_LIMITS, type FileRow} from '../../../src/orders/files/file-content.ts';
import {readTable} from '../../../src/orders/files/file-reader.ts';
import {describe, expect, it} from '../../support/index.ts';
import {
  contentOf,
  entriesOf,
  problemOf,
  readWorkbookOf,
  row,
  sheetOf,
  text,
  workbook,
  type WorkbookParts,
} from './workbook.ts';
import {archive} from './archive.ts';

async function rowsOf(parts: WorkbookParts): Promise<readonly FileRow[]> {
  return contentOf(await readWorkbookOf(parts)).rows;
}

/** The cells of the first row. */
async function cellsOf(rows: string, parts: WorkbookParts = {}): Promise<unknown> {
  return (await rowsOf({...parts, rows}))[0]?.cells;
}

/** A style for each format; those with a code get ids of their own. */
function stylesOf(formats: readonly (number | string)[]): string {
  const codes = formats.map((format, index) =>
    typeof format === 'string'
      ? `<numFmt numFmtId="${200 + index}" formatCode="${format.replaceAll('"', '&quot;')}"/>`
      : '',
  );
  const styles = formats.map(
    (format, index) => `<xf numFmtId="${typeof format === 'string' ? 200 + index : format}"/>`,
  );
  return `<numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs>${styles.join('')}</cellXfs><dxfs><dxf><numFmt numFmtId="200" formatCode="0"/></dxf></dxfs>`;
}

/** A number in each of these formats, as it is read. */
async function numbersIn(
  value: string,
  formats: readonly (number | string)[],
  is1904 = false,
): Promise<FileRow | undefined> {
  const cells = formats.map((_, index) => `<c s="${index}"><v>${value}</v></c>`);
  const [read] = await rowsOf({rows: row(...cells), styles: stylesOf(formats), is1904});
  return read;
}

describe('a workbook', () => {
  it('has texts, shared or not, numbers, truths and errors', async () => {
    const strings = `<si><t>00123</t></si><si><r><t>Gold </t></r><r><rPr><b/></rPr><t xml:space="preserve">&amp; silver</t></r>
      <rPh sb="0" eb="1"><t>goldo</t></rPh></si><si/>`;
    const rows = row(
      '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>',
      '<c><v>2.5</v></c><c t="n"><v>1E3</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>',
      text('I1', '<![CDATA[<a>]]> &#228;&#x1F600;&apos;'),
      '<c t="str"><v>last</v></c>',
    );
    expect(await cellsOf(rows, {strings})).to.deep.equal([
      '00123',
      'Gold & silver',
      '',
      2.5,
      1000,
      'TRUE',
      'FALSE',
      '#N/A',
      "<a> ä😀'",
      'last',
    ]);
  });

  it('has the characters that are written by name or number, and an ampersand that stands for itself', async () => {
    const texts = [
      '&lt;&gt;&quot;&apos;&amp;lt;',
      '&#65;&#x42;&#X43;',
      '&#0;&#xD800;',
      'a & b &; &1;',
      'a&#13;\r\nb',
    ];
    const rows = row(...texts.map((value) => `<c t="str"><v>${value}</v></c>`));
    expect(await cellsOf(rows)).to.deep.equal(['<>"\'&lt;', 'ABC', '\ufffd\ufffd', 'a & b &; &1;', 'a\r\nb']);
    const escaped = '_x0041__x00e4_ _x_ _x00G0_ _x0041 __x0042_';
    expect(await cellsOf(row(text('A1', escaped)))).to.deep.equal(['Aä _x_ _x00G0_ _x0041 _B']);
    for (const wrong of ['&none;', '&#x110000;', '&#9999999;'])
      expect(problemOf(await readWorkbookOf({rows: row(text('A1', wrong))})).code).to.equal('damaged');
  });

  it('has the same cells, however their tags are written', async () => {
    const cells = [
      ['', ' s="1"', '<v>46085</v>'],
      [' t="s"', '', '<v>0</v>'],
      [' t="inlineStr"', ' s="2"', '<is><t>own</t></is>'],
      [' t="inlineStr"', '', '<is><t xml:space="preserve"> own </t></is>'],
      [' t="str"', '', "<v>'=1+1</v>"],
      ['', ' s="2"', '<v>12</v>'],
      ['', ' s="1"', '<v> </v>'],
      [' t="b"', '', '<v>1</v>'],
    ] as const;
    const at = (index: number) => `r="${String.fromCharCode(65 + index)}1"`;
    const short = cells.map(([type, style, inner], index) => `<c ${at(index)}${style}${type}>${inner}</c>`);
    const long = cells.map(
      ([type, style, inner], index) =>
        `<c${type}\n${style} ${at(index)} >${inner.replace('><', '><!-- --><')}</c >`,
    );
    const parts = {strings: '<si><t>shared</t></si>', styles: stylesOf([0, 14, '00000'])};
    const expected = ['2026-03-04', 'shared', 'own', ' own ', '=1+1', '00012', '', 'TRUE'];
    expect(await cellsOf(`<row r="1">${short.join('')}<c r="I1" s="1"/></row>`, parts)).to.deep.equal(
      expected,
    );
    expect(await cellsOf(`<row r="1">${long.join('')}<c s="1" r="I1"/></row>`, parts)).to.deep.equal(
      expected,
    );
  });

  it('has its rows under their numbers, and only those with something in them', async () => {
    const rows = `<row r="3"><c r="B3" t="inlineStr"><is><t>a</t></is></c><c r="D3" s="1"/></row>
      <row r="4"><c r="A4"><v></v></c></row><row><c><v>5</v></c></row><row r="1048576"><c r="A1048576"><v>6</v></c></row>`;
    expect(await rowsOf({rows})).to.deep.equal([
      {number: 3, cells: ['', 'a']},
      {number: 5, cells: [5]},
      {number: 1048576, cells: [6]},
    ]);
  });

  it('may have its rows in any order, and in parts', async () => {
    const rows = `<row r="2"><c r="A2"><v>3</v></c></row><row r="1"><c r="B1"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>`;
    expect(await rowsOf({rows})).to.deep.equal([
      {number: 1, cells: [1, 2]},
      {number: 2, cells: [3]},
    ]);
    const twice = row('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>');
    expect(problemOf(await readWorkbookOf({rows: twice})).code).to.equal('damaged');
  });

  it('has what a formula came to, and says so', async () => {
    const rows = row(
      '<c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v>a</v></c><c t="e"><f>NA()</f><v>#N/A</v></c>',
      '<c t="str"><f>""</f><v></v></c><c><f>B7</f></c><c><v>3</v></c>',
    );
    const [read] = await rowsOf({rows});
    expect(read?.cells).to.deep.equal([2, 'a', '#N/A', '', '', 3]);
    expect([...(read?.marks ?? [])]).to.deep.equal([
      [0, 'formula'],
      [1, 'formula'],
      [2, 'formula'],
      [4, 'uncomputed'],
    ]);
  });

  it('has in its cells what is directly in them, and not what extensions say of it', async () => {
    const extension = (inner: string) => `<extLst><ext uri="{0}">${inner}</ext></extLst>`;
    const other = extension('<x:v>9</x:v><x:f>1</x:f><x:t>x</x:t><x:is><x:t>y</x:t></x:is><x:c r="A9"/>');
    const rows = row(
      `<c><v>5</v>${other}</c><c>${other}<v>6</v></c><c><v>7${extension('8')}</v></c><c>${other}</c>`,
      `<c t="inlineStr"><is><t>a</t></is>${other}</c><c><f>1</f>${other}</c>`,
    );
    const [read] = await rowsOf({rows});
    expect(read?.cells).to.deep.equal([5, 6, 7, '', 'a', '']);
    expect([...(read?.marks ?? [])]).to.deep.equal([[5, 'uncomputed']]);
    const second = {name: 'xl/worksheets/sheet2.xml', content: sheetOf(row('<c><v>2</v></c>'))};
    const sheets = '<sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId2"/>';
    expect(await cellsOf(row(`<c>${other}</c>`), {sheets, others: [second]})).to.deep.equal([2]);
  });

  it('marks what is merged, the first cell too', async () => {
    const rows = `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c></row><row r="4"><c r="A4"><v>4</v></c></row>`;
    const behind =
      '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C4:XFD9"/><mergeCell ref="A4"/></mergeCells>';
    const read = await rowsOf({rows, behind});
    const marks = read.map((each) => [...(each.marks ?? [])].map(([column, mark]) => `${column} ${mark}`));
    expect(marks.slice(0, 2)).to.deep.equal([
      ['0 merged', '1 merged'],
      ['0 merged', '1 merged'],
    ]);
    expect(marks[2]).to.have.length(48);
    expect(read[0]?.cells).to.deep.equal([1]);
  });

  it('has days where numbers are shown as such, in both date systems', async () => {
    const formats = [
      14,
      22,
      30,
      57,
      'dd/mm/yyyy',
      '[$-407]d. mmmm yyyy;@',
      'yyyy"-"mm',
      'mmm',
      'TT.MM.JJJJ',
      'm/d/yy h:mm',
    ];
    const days = formats.map(() => '2026-03-04');
    expect((await numbersIn('46085', formats))?.cells).to.deep.equal(days);
    expect((await numbersIn('46085.99', formats))?.cells).to.deep.equal(days);
    expect((await numbersIn('44623', formats, true))?.cells).to.deep.equal(days);
    const [, , ...edges] = ['1', '59', '60', '61', '2958465'];
    const read = async (value: string) => (await numbersIn(value, [14]))?.cells[0];
    expect(await read('1')).to.equal('1900-01-01');
    expect(await read('59')).to.equal('1900-02-28');
    expect(await Promise.all(edges.map(read))).to.deep.equal(['1900-02-29', '1900-03-01', '9999-12-31']);
    expect(await read('2958466')).to.equal(2958466);
    expect(await cellsOf(row('<c t="d"><v>2026-03-04T10:00:00</v></c>'))).to.deep.equal(['2026-03-04']);
  });

  it('has numbers where they are shown as anything else', async () => {
    const formats = [
      0,
      9,
      18,
      20,
      45,
      46,
      'General',
      'Standard',
      '0.00 "days"',
      '#,##0.00\\d',
      '[Red]0.0;[Blue]-0.0',
      '[h]:mm',
      'mm:ss',
      'h:mm',
      '#,##0 [$Dirham-3801]',
      '0.0_y',
      '0.0*d',
      '0;"yes"',
    ];
    expect((await numbersIn('46085.5', formats))?.cells).to.deep.equal(formats.map(() => 46085.5));
    expect((await numbersIn('0.5', [14, 'dd.mm.yyyy']))?.cells).to.deep.equal([0.5, 0.5]);
  });

  it('has the zeros that a format puts before a number, where it says no more and no less', async () => {
    expect((await numbersIn('123', ['00000', '000', '00', '0', 1]))?.cells).to.deep.equal([
      '00123',
      123,
      123,
      123,
      123,
    ]);
    expect((await numbersIn('-7', ['000']))?.cells).to.deep.equal([-7]);
    expect((await numbersIn('1.5', ['000']))?.cells).to.deep.equal([1.5]);
  });

  it('has a text where a number is none that a spreadsheet would write', async () => {
    const cells = ['0x10', '0b1', 'NaN', 'Infinity', '1e400', '1,5'];
    const [read] = await rowsOf({rows: row(...cells.map((cell) => `<c><v>${cell}</v></c>`))});
    expect(read?.cells).to.deep.equal(cells);
  });

  it('has a number for a number, and beside it what its format puts around its digits', async () => {
    const formats = [
      '"KH-"0000',
      '\\K\\H\\-#',
      'General"/A"',
      '00-00',
      '[$-407]"A "000;"B "000',
      '[Red]"x"0_)',
    ];
    const read = await numbersIn('36', formats);
    expect(read?.cells).to.deep.equal(formats.map(() => 36));
    expect(read?.shown && [...read.shown.values()]).to.deep.equal([
      'KH-0036',
      'KH-36',
      '36/A',
      '00-36',
      'A 036',
      'x36',
    ]);
    expect((await numbersIn('1234567', ['000-0000', '00-00']))?.shown).to.deep.equal(
      new Map([
        [0, '123-4567'],
        [1, '12345-67'],
      ]),
    );
    const others = ['#,##0" pcs"', '0.00" kg"', '0%', '# ?/?', '[<=99]00-00;(0) 00', '_-0_-', '"only text"'];
    const without = await numbersIn('36', others);
    expect([without?.cells, without?.shown]).to.deep.equal([others.map(() => 36), undefined]);
    expect((await numbersIn('-36.5', formats))?.shown).to.equal(undefined);
  });

  it('has a number for a number, and beside it the zeros that are shown behind its point', async () => {
    const read = await numbersIn('90.75', ['0.000', '0.00', '0.0', 2, '000.000']);
    expect(read?.cells).to.deep.equal([90.75, 90.75, 90.75, 90.75, 90.75]);
    expect([...(read?.shown ?? [])]).to.deep.equal([
      [0, '90.750'],
      [4, '090.750'],
    ]);
  });

  it('shows where a number has lost its digits, and rounds what was computed', async () => {
    const rows = row(
      '<c><v>8.71E+17</v></c><c><v>1234567890123456</v></c><c><v>871000000000</v></c><c><v>0.30000000000000004</v></c>',
      '<c><v>123456789012345</v></c><c><v>nothing</v></c>',
    );
    expect(await cellsOf(rows)).to.deep.equal([
      '8.71E+17',
      '1.234567890123456E+15',
      871000000000,
      0.3,
      123456789012345,
      'nothing',
    ]);
  });

  it('decodes the characters that XML cannot hold', async () => {
    expect(await cellsOf(row(text('A1', 'a_x000D_\nb_x005F_x0041_')))).to.deep.equal(['a\r\nb_x0041_']);
  });

  it('may be written with prefixes, in the strict edition, in UTF-16, and with a comment', async () => {
    const sheet = `<?xml version="1.0" encoding="UTF-16"?><!-- < > --><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main">
      <x:sheetData><x:row r='1'><x:c r = "A1" t="inlineStr" ><x:is><x:t>ä &gt; b</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const wide = new Uint8Array(sheet.length * 2 + 2);
    wide.set([0xff, 0xfe]);
    for (let at = 0; at < sheet.length; at++)
      wide.set([sheet.charCodeAt(at) & 255, sheet.charCodeAt(at) >> 8], at * 2 + 2);
    const strict = entriesOf({sheet: wide}).map((entry) =>
      typeof entry.content === 'string'
        ? {
            ...entry,
            content: entry.content.replaceAll(
              'schemas.openxmlformats.org/officeDocument/2006',
              'purl.oclc.org/ooxml/officeDocument',
            ),
          }
        : entry,
    );
    const bytes = await archive(strict, {comment: 'PK\u0005\u0006 and more'});
    expect(contentOf(await readTable(new Blob([bytes]))).rows).to.deep.equal([{number: 1, cells: ['ä > b']}]);
  });

  it('may be an archive with the large directory, and entries that are not packed', async () => {
    const entries = entriesOf({rows: row('<c><v>1</v></c>')}).map((entry) => ({...entry, isStored: true}));
    const bytes = await archive(entries, {isLarge: true});
    expect(contentOf(await readTable(new Blob([bytes]))).rows).to.deep.equal([{number: 1, cells: [1]}]);
  });

  it('gives a choice among its sheets that can be seen and have anything in them', async () => {
    const sheets = `<sheet name="Empty" r:id="rId1"/><sheet name="Hidden" state="hidden" r:id="rId2"/>
      <sheet name="Chart" r:id="rId3"/><sheet name="North &amp; South" r:id="rId2"/>`;
    const second = {name: 'xl/worksheets/sheet2.xml', content: sheetOf(row('<c><v>2</v></c>'))};
    const chart = {name: 'xl/chartsheets/sheet1.xml', content: '<chartsheet/>'};
    const parts = {sheets, others: [second, chart], rows: row('<c s="1"/>')};
    const {sheet, rows} = contentOf(await readWorkbookOf(parts));
    expect(sheet).to.deep.equal({index: 3, name: 'North & South'});
    expect(rows).to.deep.equal([{number: 1, cells: [2]}]);
    const filled = {...parts, rows: row('<c><v>1</v></c>')};
    expect(await readWorkbookOf(filled)).to.deep.equal({
      status: 'sheets',
      sheets: [
        {index: 0, name: 'Empty'},
        {index: 3, name: 'North & South'},
      ],
    });
    expect(contentOf(await readWorkbookOf(filled, {sheet: 0})).rows).to.deep.equal([{number: 1, cells: [1]}]);
    for (const sheet of [1, 2, 9]) {
      expect(problemOf(await readWorkbookOf(filled, {sheet})).code).to.equal('no-sheet');
    }
    expect(problemOf(await readWorkbookOf({rows: row('<c s="1"/>')})).code).to.equal('no-sheet');
  });

  it('is refused above the limits, which headers and empty cells do not fill', async () => {
    const limits = {...FILE_LIMITS, rows: 2, columns: 3, cell: 5};
    const read = (rows: string) => readWorkbookOf({rows}, {limits});
    const three = [1, 2, 3].map(
      (number) => `<row r="${number * 9}"><c><v>1</v></c><c/><c/><c s="1"/><c><v></v></c></row>`,
    );
    expect(contentOf(await read(three.join(''))).rows).to.have.length(3);
    expect(problemOf(await read(`${three.join('')}<row><c><v>1</v></c></row>`))).to.deep.equal({
      code: 'too-many-rows',
      limit: 2,
    });
    expect(problemOf(await read(row('<c r="D1"><v>1</v></c>')))).to.deep.equal({
      code: 'too-many-columns',
      limit: 3,
    });
    expect(problemOf(await read(`<row r="7">${text('B7', '123456')}</row>`))).to.deep.equal({
      code: 'cell-too-long',
      limit: 5,
      row: 7,
      column: 2,
    });
  });

  it('counts how far it is', async () => {
    const rows = Array.from({length: 4_000}, (_, index) => `<row><c><v>${Math.sin(index)}</v></c></row>`);
    const shares: number[] = [];
    const bytes = await workbook({rows: rows.join('')});
    await readTable(new Blob([bytes]), {onProgress: (share) => shares.push(share)});
    expect(shares.length).to.be.greaterThan(3);
    expect(shares).to.deep.equal(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).to.equal(1);
  });
});
