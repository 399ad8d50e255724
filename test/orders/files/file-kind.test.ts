import {readTable} from '../../../src/orders/files/file-reader.ts';
import {describe, expect, it} from '../../support/index.ts';
import {archive} from './archive.ts';
import {problemOf, workbook} from './workbook.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const codeOf = async (content: string | Bytes): Promise<string> =>
  problemOf(await readTable(new File([content], 'order.xlsx'))).code;

/** A compound file with streams of these names. */
function compound(...names: readonly string[]): Bytes {
  const bytes = new Uint8Array(4_096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [index, name] of names.entries()) {
    const wide = Array.from(name).flatMap((character) => [character.charCodeAt(0), 0]);
    bytes.set(wide, 1_024 + index * 128);
  }
  return bytes;
}

describe('the kind of a file', () => {
  it('is told by its bytes, whatever its name says', async () => {
    const csv = await readTable(new File(['item,quantity\nA-1,5\n'], 'order.xlsx'));
    expect(csv.status === 'read' && csv.content.format).to.equal('csv');
    const bytes = await workbook({rows: '<row><c><v>1</v></c></row>'});
    const xlsx = await readTable(new File([bytes], 'order.csv', {type: 'text/csv'}));
    expect(xlsx.status === 'read' && xlsx.content.format).to.equal('xlsx');
  });

  it('is an old workbook, or one with a password', async () => {
    expect(await codeOf(compound('Root Entry', 'Workbook'))).to.equal('old-excel');
    expect(await codeOf(compound('Root Entry', 'Book'))).to.equal('old-excel');
    expect(await codeOf(new Uint8Array([0x09, 0x02, 0x06, 0x00, 0, 0, 0x10, 0]))).to.equal('old-excel');
    expect(await codeOf(compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'))).to.equal('encrypted');
    expect(await codeOf(compound('Root Entry', 'WordDocument'))).to.equal('not-a-table');
  });

  it('is a page of the web that says it were a workbook', async () => {
    for (const text of [
      '<!DOCTYPE html><table><tr><td>A-1</td></tr></table>',
      '\uFEFF\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body></body></html>',
      '<table><tr><td>A-1</td></tr></table>',
      '<?xml version="1.0"?><html></html>',
      '<!-- made by us --><meta charset="utf-8"><table></table>',
    ]) {
      expect(await codeOf(text), text).to.equal('html');
    }
    const workbook2003 =
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook></Workbook>';
    expect(await codeOf(workbook2003)).to.equal('old-excel');
    expect(await codeOf('<?xml version="1.0"?><orders/>')).to.equal('not-a-table');
  });

  it('is another kind of archive', async () => {
    const codeOfArchive = async (...names: readonly string[]) =>
      codeOf(await archive(names.map((name) => ({name, content: ''}))));
    expect(await codeOfArchive('[Content_Types].xml', 'xl/workbook.bin')).to.equal('binary-excel');
    expect(await codeOfArchive('mimetype', 'content.xml', 'META-INF/manifest.xml')).to.equal('open-document');
    expect(await codeOfArchive('Index/Document.iwa', 'Metadata/Properties.plist')).to.equal('apple-numbers');
    expect(await codeOfArchive('[Content_Types].xml', '_rels/.rels', 'word/document.xml')).to.equal(
      'not-a-table',
    );
    expect(await codeOfArchive('photo.jpg')).to.equal('not-a-table');
    expect(await codeOfArchive()).to.equal('not-a-table');
  });

  it('is no table at all', async () => {
    expect(await codeOf('%PDF-1.7\n%âãÏÓ')).to.equal('pdf');
    expect(await codeOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).to.equal(
      'not-a-table',
    );
    expect(await codeOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).to.equal('not-a-table');
    expect(await codeOf('{\\rtf1 order}')).to.equal('not-a-table');
    const noise = Uint8Array.from({length: 5_000}, (_, index) => (index * index * 31 + index * 7) % 256);
    expect(await codeOf(noise)).to.equal('not-a-table');
  });

  it('is empty before anything is read', async () => {
    const file = new File([], 'order.xlsx');
    file.arrayBuffer = () => Promise.reject(new Error('It was read.'));
    expect(problemOf(await readTable(file))).to.deep.equal({code: 'empty'});
  });

  it('does not matter where the file is too large: it is not read', async () => {
    const file = new File([new Uint8Array(5_000_001)], 'order.xlsx');
    file.arrayBuffer = () => Promise.reject(new Error('It was read.'));
    expect(problemOf(await readTable(file))).to.deep.equal({code: 'too-large', limit: 5_000_000});
  });
});
