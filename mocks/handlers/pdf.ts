import {dayText} from '../data/dates.ts';
import {centsText, quantityText} from '../data/money.ts';
import type {DocumentRecord} from '../data/records.ts';
import type {Text} from '../data/text.ts';
import type {Call} from '../http/call.ts';
import {notAllowed} from '../http/problem.ts';
import type {AddRoute} from '../http/route.ts';
import {documentOf} from './document-write.ts';
import {allowedActions, describe, unitView} from './views.ts';

const TITLES: Record<DocumentRecord['kind'], Text> = {
  order: {en: 'Order', de: 'Bestellung'},
  receipt: {en: 'Delivery note', de: 'Lieferschein'},
  'return-order': {en: 'Return order', de: 'Retoure'},
  invoice: {en: 'Invoice', de: 'Rechnung'},
  'credit-memo': {en: 'Credit memo', de: 'Gutschrift'},
  shipment: {en: 'Shipment', de: 'Versandauftrag'},
  delivery: {en: 'Delivery', de: 'Anlieferung'},
};

/** Lines that fit on the page. */
const MOST_LINES = 46;

/** A string of a content stream: what the standard fonts cannot show becomes a question mark. */
function pdfString(text: string): string {
  const shown = text.replace(/[^\u0020-\u007e\u00a0-\u00ff]/g, '?');
  return `(${shown.replace(/[\\()]/g, (character) => `\\${character}`)})`;
}

/** A PDF of one page, written out by hand. Every character is one byte, so that offsets are lengths. */
export function pdfOf(rows: readonly string[]): Uint8Array<ArrayBuffer> {
  const [title = '', ...others] = rows;
  const content = [
    'BT /F1 18 Tf 56 780 Td',
    `${pdfString(title)} Tj`,
    '/F1 9 Tf 0 -28 Td 14 TL',
    ...others.map((row) => `${pdfString(row)} Tj T*`),
    'ET',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title ${pdfString(title)} /Producer (Mock portal) >>`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

function rowsOf(document: DocumentRecord, call: Call): string[] {
  const {lines, totals} = document;
  const rows = [
    `${TITLES[document.kind][call.locale]} ${document.number ?? ''}`,
    call.book.company.name,
    dayText(document.date),
    ...(document.reference === undefined ? [] : [document.reference]),
    '',
  ];
  for (const line of lines.slice(0, MOST_LINES)) {
    const amount = totals && call.prices ? `   ${centsText(line.amount)} EUR` : '';
    rows.push(
      `${line.no}   ${quantityText(line.quantity)} ${unitView(line.unit, call.locale).label}   ${line.itemNumber}   ${describe(line).slice(0, 70)}${amount}`,
    );
  }
  if (lines.length > MOST_LINES) rows.push(`+ ${lines.length - MOST_LINES}`);
  if (totals && call.prices)
    rows.push('', `${centsText(totals.net)} + ${centsText(totals.vat)} = ${centsText(totals.gross)} EUR`);
  return rows;
}

function pdf(call: Call): Response {
  const document = documentOf(call, 'pdf');
  if (!allowedActions(document, call.membership).includes('pdf')) throw notAllowed();
  const {printed} = call.world;
  const name = `${document.id} ${document.version}`;
  // The first request sets the making off; whoever asks again gets it.
  if (!printed.has(name)) {
    printed.add(name);
    return new Response(null, {status: 202, headers: {'Retry-After': '1', 'Cache-Control': 'no-store'}});
  }
  return new Response(pdfOf(rowsOf(document, call)), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${document.number ?? document.id}.pdf"`,
      'Cache-Control': 'no-store',
    },
  });
}

export function addPdf(add: AddRoute): void {
  add('get', '/documents/:type/:id/pdf', pdf);
}
