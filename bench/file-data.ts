/** The files that are read: orders of some hundred rows each, as text and as workbooks. */
import {writeCsv} from '../src/orders/files/csv-writer.ts';
import type {WrittenTable} from '../src/orders/files/written-table.ts';
import {escapeXml, STYLES, workbookParts, WORKSHEET} from '../src/orders/files/workbook-parts.ts';
import {writeXlsx} from '../src/orders/files/xlsx-writer.ts';
import {writeZip} from '../src/orders/files/zip-writer.ts';
import {Slices} from '../src/orders/slices.ts';
import type {Item} from '../src/portal/contract/catalog.ts';

/** Rows of one order. */
const ORDER = 100;
/** The first day that is asked for, as spreadsheets count days: 2027-01-04. */
const DAY = 46_391;
const DAYS = 60;

/** So many rows of a template; every fifth has a note, with a comma and quotes in it. */
export function tableOf(items: readonly Item[], count: number): WrittenTable {
  return {
    name: 'Orders',
    columns: [
      {label: 'Your reference', type: 'text'},
      {label: 'Requested date', type: 'date'},
      {label: 'Item number', type: 'text'},
      {label: 'Variant', type: 'text'},
      {label: 'Quantity', type: 'decimal'},
      {label: 'Unit', type: 'text'},
      {label: 'Note', type: 'text'},
    ],
    rows: Array.from({length: count}, (_, index) => rowOf(items[index % items.length] as Item, index)),
  };
}

function rowOf({itemNumber, units, orderQuantity}: Item, index: number): WrittenTable['rows'][number] {
  const step = Number(orderQuantity?.multipleOf ?? orderQuantity?.min ?? 1);
  return [
    `PO-2027-${String(1000 + Math.floor(index / ORDER))}`,
    new Date((DAY + (index % DAYS) - 25_569) * 86_400_000).toISOString().slice(0, 10),
    itemNumber,
    '',
    step * (1 + (index % 9)),
    units[0]?.code ?? '',
    index % 5 === 0 ? `Gate ${index % 7}, ask for "receiving" before ${8 + (index % 4)} o'clock` : '',
  ];
}

/** Separated by commas, as English spreadsheets save it. */
export function csvOf(table: WrittenTable): Uint8Array {
  return writeCsv(table, {decimal: '.', group: ','});
}

/** A workbook as the library writes it, each text in its cell. */
export function ownXlsxOf(table: WrittenTable): Promise<Uint8Array> {
  return writeXlsx(table);
}

/** A workbook as spreadsheets save it: each text once, in a list beside the sheet. */
export function sharedXlsxOf({name, columns, rows}: WrittenTable): Promise<Uint8Array> {
  const texts = new Map<string, number>();
  const shared = (text: string) => {
    const index = texts.get(text) ?? texts.size;
    texts.set(text, index);
    return `t="s"><v>${index}</v></c>`;
  };
  const lines = [columns.map(({label}) => label), ...rows].map((cells, line) => {
    const xml = cells.map((cell, column) => {
      const at = `<c r="${String.fromCharCode(65 + column)}${line + 1}"`;
      if (cell === '') return '';
      if (typeof cell === 'number') return `${at}><v>${cell}</v></c>`;
      if (line === 0 || columns[column]?.type !== 'date') return `${at} ${shared(cell)}`;
      return `${at} s="${STYLES.date}"><v>${Date.parse(cell) / 86_400_000 + 25_569}</v></c>`;
    });
    return `<row r="${line + 1}" spans="1:${columns.length}">${xml.join('')}</row>`;
  });
  return archive(name, `<sheetData>${lines.join('')}</sheetData>`, [...texts.keys()]);
}

function archive(name: string, sheet: string, texts: readonly string[]): Promise<Uint8Array> {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const list = texts.map((text) => `<si><t>${escapeXml(text)}</t></si>`).join('');
  const parts: readonly (readonly [path: string, xml: string])[] = [
    ...workbookParts(name).map(([path, part]) => [path, withStrings(part)] as const),
    ['xl/sharedStrings.xml', `${xml}<sst ${main} uniqueCount="${texts.length}">${list}</sst>`],
    [WORKSHEET, `${xml}<worksheet ${main}>${sheet}</worksheet>`],
  ];
  const encoder = new TextEncoder();
  return writeZip(
    parts.map(([path, part]) => ({path, bytes: encoder.encode(part)})),
    new Slices(),
  );
}

/** Names the list where the parts name the styles. */
function withStrings(part: string): string {
  return part
    .replace(
      '</Types>',
      '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    )
    .replace(
      /<Relationship Id="rId2"( Type="[^"]*\/)styles" [^>]*>/,
      '$&<Relationship Id="rId3"$1sharedStrings" Target="sharedStrings.xml"/>',
    );
}
