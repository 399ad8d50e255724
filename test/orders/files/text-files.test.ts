import {FILE_LIMITS, type FileOptions, type FileResult} from '../../../src/orders/files/file-content.ts';
import {readTable} from '../../../src/orders/files/file-reader.ts';
import {describe, expect, it} from '../../support/index.ts';
import {contentOf, problemOf} from './workbook.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const read = (content: string | Bytes, options?: FileOptions): Promise<FileResult> =>
  readTable(new Blob([content]), options);

/** Cells by row, without the numbers of the rows. */
async function cellsOf(content: string | Bytes, options?: FileOptions): Promise<unknown> {
  return contentOf(await read(content, options)).rows.map(({cells}) => cells);
}

/** UTF-16 with the low byte first. */
function wide(text: string, isSwapped = false): Bytes {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !isSwapped);
  return new Uint8Array(view.buffer);
}

/** One byte a character, as older programs write the West. */
function narrow(text: string): Bytes {
  return Uint8Array.from(text, (character) => (character === '€' ? 0x80 : character.charCodeAt(0)));
}

describe('a text file', () => {
  const table = 'Artikel;Menge;Preis\nÄ-1;5;3 €\n';
  const cells = [
    ['Artikel', 'Menge', 'Preis'],
    ['Ä-1', '5', '3 €'],
  ];

  it('is read in any encoding that says what it is', async () => {
    for (const [content, name] of [
      [table, 'utf-8'],
      [`\uFEFF${table}`, 'utf-8'],
      [wide(`\uFEFF${table}`), 'utf-16le'],
      [wide(`\uFEFF${table}`, true), 'utf-16be'],
      [wide(table), 'utf-16le'],
      [wide(table, true), 'utf-16be'],
    ] as const) {
      expect(await cellsOf(content), name).to.deep.equal(cells);
      expect(contentOf(await read(content)).encoding).to.deep.equal({name, isSure: true});
    }
  });

  it('is guessed to be Windows-1252 where it is nothing else, and read as the user says', async () => {
    expect(await cellsOf(narrow(table))).to.deep.equal(cells);
    const {encoding} = contentOf(await read(narrow(table)));
    expect(encoding).to.deep.equal({name: 'windows-1252', isSure: false});
    const said = contentOf(await read(table, {encoding: 'windows-1252'}));
    expect(said.encoding).to.deep.equal({name: 'windows-1252', isSure: true});
    expect(said.rows[1]?.cells[0]).to.equal('Ã„-1');
  });

  it('keeps its letters where its bytes are decoded in pieces', async () => {
    const rows = Array.from({length: 3_000}, (_, index) => `${index},${'ä€😀'.repeat(10)}`);
    expect(await cellsOf(rows.join('\n'))).to.deep.equal(rows.map((row) => row.split(',')));
  });

  it('tells its delimiter, whatever else is in its cells', async () => {
    for (const [text, delimiter] of [
      ['item,quantity\nA-1,5\n', ','],
      ['Artikel;Menge\nA-1;1,5\nA-2;2,5\n', ';'],
      ['item\tnote\nA-1\tone, two; three\n', '\t'],
      ['item|note\nA-1|one, two, three\nA-2|one, two, three\n', '|'],
      ['item,note\n"A;1;2","one;two"\n"A;3;4","one;two"\n', ','],
      ['item;note\n"A, 1";"two\nlines, each; with marks"\n', ';'],
      ['Our order, please; thank you\n\nitem,quantity,unit\nA-1,5,PCS\nA-2,6,PCS\n', ','],
      ['1,5;2,5\n1,5;3,5\n', ';'],
      ['item\nA-1\nA-2\n', ','],
    ] as const) {
      expect(contentOf(await read(text)).delimiter, text).to.equal(delimiter);
    }
  });

  it('may name its delimiter in a line that a spreadsheet does not show', async () => {
    for (const line of ['sep=;\r\n', 'SEP=;\n', '"sep=;"\r']) {
      const {rows, delimiter} = contentOf(await read(`${line}a,b;c\n1,2;3`));
      expect(delimiter).to.equal(';');
      expect(rows[0]).to.deep.equal({number: 1, cells: ['a,b', 'c']});
    }
    expect(await cellsOf('sep=^\na^b')).to.deep.equal([['a', 'b']]);
    expect(await cellsOf('sep=\t\na,\tb')).to.deep.equal([['a,', 'b']]);
    expect(await cellsOf('sep=x\na,b')).to.deep.equal([['sep=x'], ['a', 'b']]);
  });

  it('has its rows under the numbers that a spreadsheet shows', async () => {
    const {rows} = contentOf(await read('\r\nitem,quantity,,\r\n,,\n"A\r\n1",5\r\r \r\nA-2,6,  ,\n\n'));
    expect(rows).to.deep.equal([
      {number: 2, cells: ['item', 'quantity']},
      {number: 4, cells: ['A\r\n1', '5']},
      {number: 7, cells: ['A-2', '6']},
    ]);
  });

  it('may have inch marks and doubled quotes', async () => {
    expect(await cellsOf('item,note\nA-1,pipe 3"\nA-2,"a ""b"", c"  \n')).to.deep.equal([
      ['item', 'note'],
      ['A-1', 'pipe 3"'],
      ['A-2', 'a "b", c'],
    ]);
  });

  it('says in which row a quote has no end, and swallows nothing', async () => {
    const problem = problemOf(await read('sep=,\nitem,note\n\nA-1,"pipe\nA-2,b\n'));
    expect(problem).to.deep.equal({code: 'quote-unclosed', row: 3});
  });

  it('gives back what was neutralised', async () => {
    expect(await cellsOf("item,note\n'=A1,'plain\n''=B1,-5\n")).to.deep.equal([
      ['item', 'note'],
      ['=A1', "'plain"],
      ["'=B1", '-5'],
    ]);
  });

  it('keeps what nobody sees in a cell, NUL too, for those who say so', async () => {
    expect(await cellsOf('item,note\nA\0-1,a\u200Bb\n')).to.deep.equal([
      ['item', 'note'],
      ['A\0-1', 'a\u200Bb'],
    ]);
  });

  it('is refused above the limits, which a row of headers and empty rows do not fill', async () => {
    const limits = {...FILE_LIMITS, bytes: 200, rows: 3, columns: 3, cell: 5};
    const code = async (content: string) => (await read(content, {limits})).status;
    expect(await code('a,b\n\n\n1,2\n\n3,4\n,\n5,6\n\n')).to.equal('read');
    const problem = async (content: string) => problemOf(await read(content, {limits}));
    expect(await problem('a\n1\n2\n3\n4')).to.deep.equal({code: 'too-many-rows', limit: 3});
    expect(await code('a,b,c,,, ,\n')).to.equal('read');
    expect(await problem('a,b,c,,,d')).to.deep.equal({code: 'too-many-columns', limit: 3});
    expect(await problem('a\n\nb,123456')).to.deep.equal({
      code: 'cell-too-long',
      limit: 5,
      row: 3,
      column: 2,
    });
    expect(await problem('a'.repeat(201))).to.deep.equal({code: 'too-large', limit: 200});
    // As many characters, but more bytes in UTF-8 than in the file.
    expect(
      (await readTable(new Blob([narrow('ä,\n'.repeat(60))]), {limits: {...limits, rows: 99}})).status,
    ).to.equal('read');
  });

  it('is empty where there is nothing in it', async () => {
    for (const content of ['', '\uFEFF', '\n\r\n', ' ,,\n', 'sep=;\n', ';;;\n;;;']) {
      expect(problemOf(await read(content)), JSON.stringify(content)).to.deep.equal({code: 'empty'});
    }
  });
});
