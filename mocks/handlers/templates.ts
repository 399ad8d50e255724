import type {Template} from '../../src/portal/contract/index.ts';
import type {Text} from '../data/text.ts';
import {json} from '../http/answer.ts';
import type {Call} from '../http/call.ts';
import {badParameter, notFound} from '../http/problem.ts';
import type {AddRoute} from '../http/route.ts';
import {workbook} from './xlsx.ts';

const t = (en: string, de: string): Text => ({en, de});

type Column = Omit<Template['columns'][number], 'label'> & {label: Text};

const COLUMNS: readonly Column[] = [
  {
    key: 'externalReference',
    label: t('Your reference', 'Ihre Referenz'),
    type: 'text',
    required: false,
    maxLength: 35,
    example: 'KA-40117',
  },
  {
    key: 'requestedDate',
    label: t('Requested date', 'Wunschtermin'),
    type: 'date',
    required: false,
    example: '2027-01-18',
  },
  {
    key: 'itemNumber',
    label: t('Item number', 'Artikelnummer'),
    type: 'text',
    required: true,
    maxLength: 40,
    example: 'KH-10036',
  },
  {
    key: 'variantCode',
    label: t('Variant', 'Variante'),
    type: 'text',
    required: false,
    maxLength: 10,
    example: '09',
  },
  {key: 'quantity', label: t('Quantity', 'Menge'), type: 'decimal', required: true, example: '12'},
  {
    key: 'unitCode',
    label: t('Unit', 'Einheit'),
    type: 'text',
    required: false,
    maxLength: 10,
    example: 'PCS',
  },
  {
    key: 'note',
    label: t('Note', 'Bemerkung'),
    type: 'text',
    required: false,
    maxLength: 250,
    example: 'Site office, 2nd floor',
  },
];

const LABELS: ReadonlyMap<string, Text> = new Map([
  ['purchase-order', t('Orders', 'Bestellungen')],
  ['shipment', t('Shipments', 'Versandaufträge')],
  ['delivery', t('Deliveries', 'Anlieferungen')],
]);

/** The types that the member may upload. */
function types(call: Call): string[] {
  const {documents} = call.membership;
  return [...LABELS.keys()].filter((type) => documents[type]?.includes('upload'));
}

function templateView(type: string, call: Call): Template {
  const id = `t-${type}`;
  return {
    id,
    type,
    version: '1',
    label: LABELS.get(type)?.[call.locale] ?? type,
    columns: COLUMNS.map((column) => ({...column, label: column.label[call.locale]})),
    files: (['csv', 'xlsx'] as const).map((format) => ({
      format,
      href: `templates/${id}/file?format=${format}`,
    })),
  };
}

function list(call: Call): Response {
  const type = call.query.get('type');
  const found = types(call).filter((one) => type === null || one === type);
  return json(call, {items: found.map((one) => templateView(one, call))});
}

function file(call: Call): Response {
  const type = types(call).find((one) => `t-${one}` === call.param('id'));
  if (type === undefined) throw notFound();
  const headers = COLUMNS.map(({label}) => label[call.locale]);
  const examples = COLUMNS.map(({example = ''}) => example);
  const format = call.query.get('format') ?? 'csv';
  const answer = (body: BodyInit, contentType: string): Response =>
    new Response(body, {
      headers: {
        'Content-Type': contentType,
        'Content-Disposition': `attachment; filename="${type}.${format}"`,
      },
    });
  if (format === 'csv') {
    // The byte order mark and, in German, the semicolon are what spreadsheets expect.
    const delimiter = call.locale === 'de' ? ';' : ',';
    const row = (cells: readonly string[]) =>
      cells.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter);
    return answer(`\uFEFF${row(headers)}\r\n${row(examples)}\r\n`, 'text/csv; charset=utf-8');
  }
  if (format !== 'xlsx') throw badParameter('format');
  return answer(
    workbook(LABELS.get(type)?.[call.locale] ?? type, headers, examples),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
}

export function addTemplates(add: AddRoute): void {
  add('get', '/templates', list);
  add('get', '/templates/:id/file', file);
}
