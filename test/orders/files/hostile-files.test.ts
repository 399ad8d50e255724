import {FILE_LIMITS} from '../../../src/orders/files/file-content.ts';
import {readTable} from '../../../src/orders/files/file-reader.ts';
import {afterEach, beforeEach, describe, expect, it} from '../../support/index.ts';
import {archive, packRepeated, type ArchiveOptions, type Packed} from './archive.ts';
import {entriesOf, problemOf, readWorkbookOf, row, sheetOf, text, type WorkbookParts} from './workbook.ts';

const {DecompressionStream: Inflater} = globalThis;
let inflated = 0;

/** Counts what comes out of every entry that is inflated. */
class CountingInflater {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<BufferSource>;

  constructor(format: CompressionFormat) {
    const inner = new Inflater(format);
    const counting = new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        inflated += piece.length;
        controller.enqueue(piece);
      },
    });
    this.readable = inner.readable.pipeThrough(counting);
    this.writable = inner.writable;
  }
}

beforeEach(() => {
  inflated = 0;
  Object.assign(globalThis, {DecompressionStream: CountingInflater});
});
afterEach(() => {
  Object.assign(globalThis, {DecompressionStream: Inflater});
});

const simple = {rows: row('<c><v>1</v></c>')};

/** Why an archive is refused. */
async function problem(entries: readonly Packed[], options?: ArchiveOptions): Promise<unknown> {
  return problemOf(await readTable(new Blob([await archive(entries, options)])));
}

/** The same workbook, with something else about its sheet. */
function withSheet(change: Partial<Packed>, parts: WorkbookParts = simple): Packed[] {
  return entriesOf(parts).map((entry) =>
    entry.name === 'xl/worksheets/sheet1.xml' ? {...entry, ...change} : entry,
  );
}

const codeOf = async (parts: WorkbookParts): Promise<string> => problemOf(await readWorkbookOf(parts)).code;

describe('a hostile archive', () => {
  it('is refused before anything is inflated where it says that it is too large', async () => {
    const bomb = withSheet({says: {size: FILE_LIMITS.inflated}});
    expect(await problem(bomb)).to.deep.equal({code: 'inflates', limit: FILE_LIMITS.inflated});
    const many = Array.from({length: 60}, (_, index) => ({
      name: `xl/media/${index}`,
      content: '',
      says: {size: 1_000_000},
    }));
    expect(await problem([...entriesOf(simple), ...many])).to.deep.equal({
      code: 'inflates',
      limit: FILE_LIMITS.inflated,
    });
    expect(inflated).to.equal(0);
  });

  it('is refused as soon as there is more of it than it says', async () => {
    const packed = await packRepeated(32, 60_000_000);
    const says = {method: 8, size: 1_000};
    expect(await problem(withSheet({content: packed, says}))).to.deep.equal({code: 'unsafe'});
    expect(inflated).to.be.lessThan(20_000_000);
  });

  it('is refused before anything is inflated where it has too many entries', async () => {
    const many = Array.from({length: 1_000}, (_, index) => ({
      name: `xl/${index}.xml`,
      content: '',
      isStored: true,
    }));
    const limit = FILE_LIMITS.entries;
    expect(await problem([...entriesOf(simple), ...many])).to.deep.equal({code: 'too-many-entries', limit});
    expect(await problem([...entriesOf(simple), ...many], {count: 5})).to.deep.equal({code: 'damaged'});
    expect(await problem(entriesOf(simple), {isLarge: true, count: 2 ** 53})).to.deep.equal({
      code: 'too-many-entries',
      limit,
    });
    expect(inflated).to.equal(0);
  });

  it('is refused where its entries share bytes', async () => {
    expect(
      await problem([...entriesOf(simple), {name: 'b', content: '', says: {start: 0, localName: 'b'}}]),
    ).to.deep.equal({
      code: 'unsafe',
    });
    const inner = {name: 'b', content: 'x', isStored: true};
    const longer = {...inner, name: 'a', says: {size: 1 + 31 + 1, packedSize: 1 + 31 + 1}};
    expect(await problem([longer, inner, ...entriesOf(simple)])).to.deep.equal({code: 'unsafe'});
    expect(inflated).to.equal(0);
  });

  it('is refused for the names of its entries', async () => {
    for (const name of [
      '../evil.xml',
      'xl/../../evil.xml',
      '/etc/evil',
      'C:/evil',
      'xl\\evil.xml',
      'evil\0.xml',
      '',
    ]) {
      const entries = [...entriesOf(simple), {name, content: 'x'}];
      expect(await problem(entries), JSON.stringify(name)).to.deep.equal({code: 'unsafe'});
    }
    const twice = [...entriesOf(simple), {name: 'XL/Workbook.xml', content: '<workbook/>'}];
    expect(await problem(twice)).to.deep.equal({code: 'unsafe'});
    const two = [...entriesOf(simple), {name: 'xl/a.xml', content: '', says: {localName: 'xl/b.xml'}}];
    expect(await problem(two)).to.deep.equal({code: 'unsafe'});
    expect(inflated).to.equal(0);
  });

  it('is told from one with a password', async () => {
    for (const flags of [0x0801, 0x2800]) {
      expect(await problem(withSheet({says: {flags}}))).to.deep.equal({code: 'encrypted'});
    }
  });

  it('is damaged where it is cut, changed or packed in another way', async () => {
    const whole = await archive(entriesOf(simple));
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const cut = whole.slice(0, whole.length * share);
      expect(problemOf(await readTable(new Blob([cut])))).to.deep.equal({code: 'damaged'});
    }
    expect(await problem(withSheet({says: {method: 12}}))).to.deep.equal({code: 'damaged'});
    expect(await problem(withSheet({says: {crc: 1}}))).to.deep.equal({code: 'damaged'});
    expect(await problem(withSheet({says: {size: 10_000}}))).to.deep.equal({code: 'damaged'});
    expect(await problem(withSheet({says: {packedSize: 4_000_000_000}}))).to.deep.equal({code: 'damaged'});
    const noise = Uint8Array.from({length: 99}, (_, index) => (index * 37) % 256);
    expect(await problem(withSheet({content: noise, says: {method: 8, size: 99}}))).to.deep.equal({
      code: 'damaged',
    });
  });

  it('is refused wherever a byte is changed, or read as it was', async () => {
    const whole = await archive(entriesOf(simple));
    const wanted = JSON.stringify(await readTable(new Blob([whole])));
    const results = new Set<string>();
    for (let at = 0; at < whole.length; at += 7) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const result = await readTable(new Blob([changed]));
      results.add(result.status === 'refused' ? 'refused' : JSON.stringify(result));
    }
    expect([...results].toSorted()).to.deep.equal([wanted, 'refused'].toSorted());
  });
});

describe('a hostile workbook', () => {
  it('is refused for a DOCTYPE or an entity, in every part that is read', async () => {
    const entity = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(await codeOf({sheet: `<?xml version="1.0"?>${entity}${sheetOf('')}`})).to.equal('unsafe');
    expect(await codeOf({sheet: sheetOf(`<!ENTITY a "b">${row('<c><v>1</v></c>')}`)})).to.equal('unsafe');
    expect(await codeOf({sheet: sheetOf(row(text('A1', '&a;')))})).to.equal('damaged');
    expect(await codeOf({...simple, strings: `<!DOCTYPE sst><si/>`})).to.equal('unsafe');
    expect(await codeOf({...simple, styles: '<!doctype html>'})).to.equal('unsafe');
    expect(await codeOf({...simple, sheets: '<!ELEMENT a>'})).to.equal('unsafe');
  });

  it('is refused for a cell at the far corner, and takes no room for those before it', async () => {
    expect(problemOf(await readWorkbookOf({rows: row('<c r="XFD1048576"><v>1</v></c>')}))).to.deep.equal({
      code: 'too-many-columns',
      limit: FILE_LIMITS.columns,
    });
    for (const reference of ['XFE1', 'A1048577', 'AAAA1', 'A0', '1', 'A', 'A1:B2', 'A99999999999', '']) {
      expect(await codeOf({rows: row(`<c r="${reference}"><v>1</v></c>`)}), reference).to.equal('damaged');
    }
    expect(await codeOf({rows: '<row r="-1"><c><v>1</v></c></row>'})).to.equal('damaged');
  });

  it('is not gone through to its end where a limit is passed at its beginning', async () => {
    const rows = `<row>${'<c/>'.repeat(60)}<c><v>1</v></c></row>${'<row><c><v>1</v></c></row>'.repeat(200_000)}`;
    expect(await codeOf({rows})).to.equal('too-many-columns');
    expect(inflated).to.be.lessThan(1_000_000);
    inflated = 0;
    expect(await codeOf({rows: '<row><c><v>1</v></c></row>'.repeat(200_000)})).to.equal('too-many-rows');
    expect(inflated).to.be.lessThan(1_000_000);
  });

  it('is refused for ranges that lie upon each other', async () => {
    const ranges = (count: number) =>
      `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(count)}</mergeCells>`;
    const rows = '<row><c><v>1</v></c></row>'.repeat(1_000);
    expect(await codeOf({rows, behind: ranges(99_999)})).to.equal('unsafe');
    expect(await codeOf({rows, behind: ranges(100_001)})).to.equal('unsafe');
    expect((await readWorkbookOf({rows, behind: ranges(1)})).status).to.equal('read');
  });

  it('is refused for depths', async () => {
    expect(await codeOf({sheet: sheetOf('<a>'.repeat(100_000))})).to.equal('unsafe');
    expect(await codeOf({sheet: sheetOf('<row><c><v>1</v></row>')})).to.equal('damaged');
    expect(await codeOf({sheet: '<worksheet><sheetData>'})).to.equal('damaged');
    expect(await codeOf({sheet: `<worksheet a="${' '.repeat(3_000_000)}"/>`})).to.equal('damaged');
  });

  it('is refused for tags that take long to read, and for more rows or cells than a sheet has', async () => {
    const attributes = 'a="" '.repeat(201);
    for (const rows of [
      `<row ${attributes}/>`,
      `<row ${attributes}`,
      `<${'n'.repeat(1_001)}/>`,
      `<row ${'n'.repeat(1_001)}="1"/>`,
      `<row>${'<c/>'.repeat(16_385)}</row>`,
      `<row>${'<c r="A1"/>'.repeat(16_385)}</row>`,
    ]) {
      expect(await codeOf({rows})).to.equal('unsafe');
    }
    const styles = `<cellXfs>${'<xf/>'.repeat(100_001)}</cellXfs>`;
    expect(await codeOf({...simple, styles})).to.equal('unsafe');
  });

  it('is refused where little is packed into it, but millions of times', async () => {
    const filled = (inner: string) => ({sheet: sheetOf(simple.rows, `<x>${inner}</x>`)});
    for (const piece of ['<!-- -->', '<?a?>', '<a/>', '<a></a>', '<a b="" c=""/>']) {
      const count = Math.floor(45_000_000 / piece.length);
      expect(await codeOf(filled(piece.repeat(count))), piece).to.equal('overloaded');
    }
    expect(await codeOf({rows: '<row/>'.repeat(1_048_577)})).to.equal('overloaded');
    const cells = `<row>${'<c r="A1"/>'.repeat(16_000)}</row>`.repeat(130);
    expect(await codeOf({rows: simple.rows + cells})).to.equal('overloaded');
    const runs = `<si>${'<r><t/></r>'.repeat(1_500_000)}</si>`;
    expect(await codeOf({...simple, strings: runs})).to.equal('overloaded');
    const entities = `<si><t>${'&lt;'.repeat(200_000)}</t></si>`;
    expect(await codeOf({...simple, strings: entities.repeat(21)})).to.equal('overloaded');
    const escapes = `<si><t>${'_x0041_'.repeat(1_000)}</t></si>`;
    expect(await codeOf({...simple, strings: escapes.repeat(4_100)})).to.equal('overloaded');
  });

  it('is refused where its sheets are too much together, though none is alone', async () => {
    const empty = sheetOf('<row/>'.repeat(300_000));
    const indexes = Array.from({length: 20}, (_, index) => index);
    const others = indexes.map((index) => ({name: `xl/worksheets/${index}.xml`, content: empty}));
    const relationships = indexes.map(
      (index) => `<Relationship Id="s${index}" Type="a/worksheet" Target="worksheets/${index}.xml"/>`,
    );
    const sheets = indexes.map((index) => `<sheet name="${index}" r:id="s${index}"/>`).join('');
    const entries = entriesOf({sheets, others}).map((entry) =>
      entry.name === 'xl/_rels/workbook.xml.rels'
        ? {...entry, content: `<Relationships>${relationships.join('')}</Relationships>`}
        : entry,
    );
    expect(await problem(entries)).to.deep.equal({code: 'overloaded'});
  });

  it('is refused for too many formats, and for names of parts that nobody gives', async () => {
    const formats = Array.from({length: 5_001}, (_, id) => `<numFmt numFmtId="${id}" formatCode="0"/>`);
    expect(await codeOf({...simple, styles: `<numFmts>${formats.join('')}</numFmts>`})).to.equal('unsafe');
    expect(await codeOf({...simple, sheets: `<sheet name="${'a'.repeat(10_001)}"/>`})).to.equal('unsafe');
  });

  it('is refused at once for a cell of entities, and read where nobody wants a long text', async () => {
    const entities = '&amp;'.repeat(180_000);
    expect(await codeOf({rows: row(text('A1', entities))})).to.equal('cell-too-long');
    const long = 'a'.repeat(900_000);
    const behind = `<!--${long}--><x a="${long}">${long}<![CDATA[${long}]]>${entities}</x>`.repeat(3);
    expect((await readWorkbookOf({...simple, behind})).status).to.equal('read');
  });

  it('is none for rows that are all the same, as many as there may be', async () => {
    const cells = `<row>${'<c s="1" t="inlineStr"><is><t>Shirt &amp; trousers</t></is></c>'.repeat(50)}</row>`;
    const result = await readWorkbookOf({rows: cells.repeat(5_001)});
    expect(result.status === 'read' && result.content.rows.length).to.equal(5_001);
  });

  it('may show its numbers at no greater length than a spreadsheet would', async () => {
    const read = async (length: number) => {
      const styles = `<numFmts><numFmt numFmtId="200" formatCode="0${'\\x'.repeat(length)}"/></numFmts>
        <cellXfs><xf numFmtId="200"/></cellXfs>`;
      const result = await readWorkbookOf({rows: row('<c s="0"><v>1</v></c>'), styles});
      return result.status === 'read' && result.content.rows[0]?.shown?.get(0)?.length;
    };
    expect([await read(127), await read(128)]).to.deep.equal([128, undefined]);
  });

  it('is refused for one text in too many cells', async () => {
    const strings = `<si><t>${'a'.repeat(1_000)}</t></si>`;
    const cells = `<row>${'<c t="s"><v>0</v></c>'.repeat(50)}</row>`;
    const limits = {...FILE_LIMITS, inflated: 3_000_000};
    const result = await readWorkbookOf({strings, rows: cells.repeat(80)}, {limits});
    expect(problemOf(result)).to.deep.equal({code: 'inflates', limit: 3_000_000});
  });

  it('is refused for too many texts, and for those that there are not', async () => {
    expect(await codeOf({...simple, strings: '<si/>'.repeat(1_000_001)})).to.equal('overloaded');
    for (const index of ['7', '-1', '1.5', 'length', '__proto__']) {
      expect(await codeOf({rows: row(`<c t="s"><v>${index}</v></c>`), strings: '<si/>'})).to.equal('damaged');
    }
  });

  it('is refused for a list of the same sheet', async () => {
    const sheets = '<sheet name="a" r:id="rId1"/>'.repeat(201);
    expect(await codeOf({...simple, sheets})).to.equal('unsafe');
  });

  it('cannot reach what belongs to every object', async () => {
    const rows = row(text('A1', '__proto__'), '<c s="__proto__" t="constructor"><v>1</v></c>');
    const result = await readWorkbookOf({rows, styles: '<cellXfs><xf numFmtId="__proto__"/></cellXfs>'});
    expect(result.status === 'read' && result.content.rows[0]?.cells).to.deep.equal(['__proto__', 1]);
  });
});
