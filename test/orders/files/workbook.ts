/** Workbooks of a few parts, written by hand: what is in them is what a test is about. */
import type {
  FileContent,
  FileOptions,
  FileProblem,
  FileResult,
} from '../../../src/orders/files/file-content.ts';
import {readTable} from '../../../src/orders/files/file-reader.ts';
import {archive, type ArchiveOptions, type Packed} from './archive.ts';

/** What a workbook of a test has besides its one sheet. */
export interface WorkbookParts {
  /** Inside `sheetData`. */
  readonly rows?: string;
  /** A whole sheet in its place. */
  readonly sheet?: string | Uint8Array<ArrayBuffer>;
  /** Behind `sheetData`. */
  readonly behind?: string;
  /** Inside `sst`. */
  readonly strings?: string;
  /** Inside `styleSheet`. */
  readonly styles?: string;
  readonly is1904?: boolean;
  /** In place of a list of the one sheet. */
  readonly sheets?: string;
  readonly others?: readonly Packed[];
  readonly archive?: ArchiveOptions;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The bytes of a workbook. */
export function workbook(parts: WorkbookParts): Promise<Uint8Array<ArrayBuffer>> {
  return archive(entriesOf(parts), parts.archive);
}

/** Its entries, for tests that change some. */
export function entriesOf(parts: WorkbookParts): Packed[] {
  const {rows = '', sheet = sheetOf(rows, parts.behind), strings, styles, others = []} = parts;
  const sheets = parts.sheets ?? '<sheet name="Orders" sheetId="1" r:id="rId1"/>';
  const book = `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">
    <workbookPr${parts.is1904 ? ' date1904="1"' : ''}/><sheets>${sheets}</sheets></workbook>`;
  return [
    {name: '[Content_Types].xml', content: '<Types/>'},
    {name: '_rels/.rels', content: relations([['rId1', 'officeDocument', 'xl/workbook.xml']])},
    {name: 'xl/workbook.xml', content: book},
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'worksheet', '/xl/worksheets/sheet2.xml'],
        ['rId3', 'chartsheet', 'chartsheets/sheet1.xml'],
        ['rId8', 'sharedStrings', 'sharedStrings.xml'],
        ['rId9', 'styles', '../xl/styles.xml'],
      ]),
    },
    {name: 'xl/worksheets/sheet1.xml', content: sheet},
    ...(strings === undefined ? [] : [{name: 'xl/sharedStrings.xml', content: `<sst>${strings}</sst>`}]),
    ...(styles === undefined ? [] : [{name: 'xl/styles.xml', content: `<styleSheet>${styles}</styleSheet>`}]),
    ...others,
  ];
}

/** A sheet with these rows. */
export function sheetOf(rows: string, behind = ''): string {
  return `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${behind}</worksheet>`;
}

/** A sheet with one row of these cells. */
export function row(...cells: readonly string[]): string {
  return `<row r="1">${cells.join('')}</row>`;
}

/** A cell with a text of its own. */
export function text(reference: string, value: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
}

function relations(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships>${each.join('')}</Relationships>`;
}

/** Reads a workbook as a file that a user has chosen. */
export async function readWorkbookOf(parts: WorkbookParts, options?: FileOptions): Promise<FileResult> {
  return readTable(new Blob([await workbook(parts)]), options);
}

/** What is in a file that can be read. */
export function contentOf(result: FileResult): FileContent {
  if (result.status !== 'read') throw new Error(JSON.stringify(result));
  return result.content;
}

/** Why a file is not read. */
export function problemOf(result: FileResult): FileProblem {
  if (result.status !== 'refused') throw new Error(`It was not refused but ${result.status}.`);
  return result.problem;
}
