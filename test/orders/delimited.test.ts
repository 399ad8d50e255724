import fc from 'fast-check';
import {parseDelimited, PASTE_LIMITS} from '../../src/orders/delimited.ts';
import {describe, expect, it} from '../support/index.ts';

const parse = (text: string, delimiter = '\t', limits = {}) =>
  parseDelimited(text, delimiter, {...PASTE_LIMITS, ...limits});
const rowsOf = (text: string, delimiter?: string) => parse(text, delimiter).rows;

describe('delimited text', () => {
  it('has its rows between line breaks of any system, and none behind the last one', () => {
    for (const end of ['\r\n', '\n', '\r']) {
      const expected = [
        ['A-1', '5'],
        ['A-2', '6'],
      ];
      expect(rowsOf(`A-1\t5${end}A-2\t6`)).to.deep.equal(expected);
      expect(rowsOf(`A-1\t5${end}A-2\t6${end}`)).to.deep.equal(expected);
    }
    expect(rowsOf('')).to.deep.equal([]);
    expect(rowsOf('\t\t\r\n\t\t\r\n')).to.deep.equal([]);
  });

  it('keeps empty cells, and empty rows that something follows', () => {
    expect(rowsOf('\tA\t')).to.deep.equal([['', 'A', '']]);
    expect(rowsOf('A\n\n\t\nB\n\n')).to.deep.equal([['A'], [], [], ['B']]);
  });

  it('takes any delimiter', () => {
    expect(rowsOf('A;"B;C";D', ';')).to.deep.equal([['A', 'B;C', 'D']]);
    expect(rowsOf('A,3"\n|', ',')).to.deep.equal([['A', '3"'], ['|']]);
  });

  it('reads quotes, doubled quotes and line breaks in quoted cells', () => {
    expect(rowsOf('"A\tB"\t"say ""hello"""\r\n"two\nlines"\tx')).to.deep.equal([
      ['A\tB', 'say "hello"'],
      ['two\nlines', 'x'],
    ]);
    expect(rowsOf('""\t""""')).to.deep.equal([['', '"']]);
  });

  it('takes a quote in the middle for an inch mark, and quoted words for words', () => {
    expect(rowsOf('pipe 3"\t1/2" x 3"\n"Gold" screws\t5')).to.deep.equal([
      ['pipe 3"', '1/2" x 3"'],
      ['"Gold" screws', '5'],
    ]);
  });

  it('says in which row a quote is not closed, and swallows nothing', () => {
    for (const text of ['A\t5\n"B\t6\nC\t7', 'A\t5\n"B\t6\n"C\t7', 'A\t5\n"', 'A\t5\n"""']) {
      const {problem, rows} = parse(text);
      expect(problem, text).to.deep.equal({code: 'quote-unclosed', row: 2});
      expect(rows).to.equal(undefined);
    }
  });

  it('drops a byte order mark', () => {
    expect(rowsOf('\uFEFFA')).to.deep.equal([['A']]);
  });

  it('is refused as a whole above its limits', () => {
    const limits = {bytes: 40, rows: 2, columns: 3, cell: 5};
    expect(parse('ä'.repeat(20), '\t', {...limits, cell: 99}).rows).to.have.length(1);
    expect(parse('ä'.repeat(21), '\t', limits).problem).to.deep.equal({code: 'too-large', limit: 40});
    expect(parse('a'.repeat(41), '\t', limits).problem?.code).to.equal('too-large');
    expect(parse('A\nB\nC', '\t', limits).problem).to.deep.equal({code: 'too-many-rows', limit: 2});
    expect(parse('A\nB\n\n\t\n', '\t', limits).rows).to.have.length(2);
    expect(parse('A\tB\tC\tD', '\t', limits).problem?.code).to.equal('too-many-columns');
    expect(parse('A\tB\tC\t\t ', '\t', limits).rows).to.deep.equal([['A', 'B', 'C']]);
    expect(parse('A\nB\t"a ""b c"""', '\t', limits).problem).to.deep.equal({
      code: 'cell-too-long',
      limit: 5,
      row: 2,
      column: 2,
    });
  });

  it('gives back what was written, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.string({unit: 'binary', maxLength: 8}),
      fc.string({unit: fc.constantFrom('"', '\t', '\n', '\r', 'a', ' '), maxLength: 6}),
    );
    const table = fc
      .integer({min: 1, max: 4})
      .chain((width) =>
        fc.array(fc.array(cell, {minLength: width, maxLength: width}), {minLength: 1, maxLength: 6}),
      );
    const quoted = (text: string) => (/^"|[\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(table, fc.constantFrom('\r\n', '\n', '\r'), (rows, end) => {
        fc.pre(rows.at(-1)?.some((text) => text.trim() !== '') === true);
        const written = rows.map((row) => row.map(quoted).join('\t')).join(end);
        fc.pre(!written.startsWith('\uFEFF'));
        const read = parse(written).rows?.map((row) => [...row]);
        const expected = rows.map((row) => (row.every((text) => text.trim() === '') ? [] : row));
        expect(read).to.deep.equal(expected);
      }),
      {numRuns: 500},
    );
  });
});
