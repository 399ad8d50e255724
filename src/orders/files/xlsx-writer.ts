import {neutralise} from '../clipboard.ts';
import {isDate} from '../days.ts';
import {Slices, type Stepwise} from '../slices.ts';
import type {Cell} from './file-content.ts';
import {escapeXml, STYLES, workbookParts, WORKSHEET} from './workbook-parts.ts';
import type {ColumnType, WrittenTable} from './written-table.ts';
import {concat, writeZip} from './zip-writer.ts';

/** Widths of columns, in digits. */
const NARROWEST = 12;
const WIDEST = 60;
/** Rows that are encoded in one step. */
const PIECES = 100;
/** The day 0 of spreadsheets, in milliseconds; from March 1900 on their count is right. */
const DAY_0 = Date.UTC(1899, 11, 30);
const FIRST_DAY = '1900-03-01';

/**
 * A table as an XLSX file of one sheet, its headers bold and always in sight. Texts stay texts, whatever they look like; in a
 * column of dates a day is one. What a CSV file would have as a formula has an apostrophe before it here, too: a style that
 * hides it would not outlast "Save as CSV".
 */
export async function writeXlsx(
  table: WrittenTable,
  slices = new Slices(),
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces = await slices.run(sheetXml(table));
  const sheet = {path: WORKSHEET, bytes: await slices.run(encodeStepwise(pieces))};
  const encoder = new TextEncoder();
  const parts = workbookParts(table.name).map(([path, text]) => ({path, bytes: encoder.encode(text)}));
  return writeZip([...parts, sheet], slices);
}

/** All of a sheet at once would be a long step. */
function* encodeStepwise(pieces: readonly string[]): Stepwise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const encoded: Uint8Array[] = [];
  for (let start = 0; start < pieces.length; start += PIECES) {
    encoded.push(encoder.encode(pieces.slice(start, start + PIECES).join('')));
    yield;
  }
  return concat(encoded);
}

function* sheetXml({columns, rows}: WrittenTable): Stepwise<string[]> {
  const widths = columns.map(({label}) => label.length);
  const headers = columns.map(({label}, index) => textXml(label, `${columnName(index)}1`, STYLES.header));
  const lines = [`<row r="1">${headers.join('')}</row>`];
  for (const [index, row] of rows.entries()) {
    const number = index + 2;
    const cells = row.map((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, String(cell).length);
      return cellXml(cell, `${columnName(column)}${number}`, columns[column]?.type ?? 'text');
    });
    lines.push(`<row r="${number}">${cells.join('')}</row>`);
    yield;
  }
  const last = columnName(Math.max(0, widths.length - 1));
  const head =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    `<cols>${columnsXml(columns, widths)}</cols><sheetData>`;
  const end =
    // No warning at each number that is a text on purpose.
    `</sheetData><ignoredErrors><ignoredError sqref="A1:${last}${rows.length + 1}" numberStoredAsText="1"/></ignoredErrors>` +
    '</worksheet>';
  return [head, ...lines, end];
}

/** The style of a column holds for what is typed below the last row, too. */
function columnsXml(columns: WrittenTable['columns'], widths: readonly number[]): string {
  return widths
    .map((longest, index) => {
      const width = Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
      const style = STYLES[columns[index]?.type ?? 'text'];
      return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}" customWidth="1"/>`;
    })
    .join('');
}

function cellXml(cell: Cell, reference: string, type: ColumnType): string {
  if (cell === '') return '';
  if (typeof cell === 'number') {
    // No file has another way to say infinity or not-a-number.
    if (!Number.isFinite(cell)) return textXml(String(cell), reference, STYLES.text);
    return `<c r="${reference}" s="${STYLES.decimal}"><v>${cell}</v></c>`;
  }
  if (type !== 'date' || !isDate(cell) || cell < FIRST_DAY) return textXml(cell, reference, STYLES.text);
  const serial = Math.round((Date.parse(cell) - DAY_0) / 86_400_000);
  return `<c r="${reference}" s="${STYLES.date}"><v>${serial}</v></c>`;
}

function textXml(text: string, reference: string, style: number): string {
  const escaped = escapeXml(neutralise(text));
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
