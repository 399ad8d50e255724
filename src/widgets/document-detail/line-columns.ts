import {html} from 'lit';
import {formatDate, formatDecimal, formatMoney, formatPrice} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Document, Line} from '../../portal/contract/index.ts';

/** What the cells of a line's row need to know besides the line. */
export interface LineContext {
  readonly document: Document;
  readonly locale: string;
  /** Whether what has become of each line is told elsewhere, and needs no columns. */
  readonly leavesProgress?: boolean;
}

/** A column of a document's lines. */
export interface LineColumn {
  /** Its name, for styles. */
  readonly id: string;
  /** Whether it says what has become of a line. */
  readonly isProgress?: boolean;
  label(context: LineContext): string;
  /** Whether the lines of a document have it. */
  readonly appliesTo: (lines: readonly Line[], document: Document) => boolean;
  cell(line: Line, context: LineContext): unknown;
}

const isSome = (value: string | undefined) => value !== undefined && !/^-?0*\.?0*$/.test(value);
const has = (key: keyof Line) => (lines: readonly Line[]) => lines.some((line) => line[key] !== undefined);
const hasSome = (key: 'returned' | 'outstanding' | 'discountPercent') => (lines: readonly Line[]) =>
  lines.some((line) => isSome(line[key]));

/** A quantity in the unit of its line, without that. */
function quantityColumn(
  id: 'received' | 'invoiced' | 'returned' | 'outstanding',
  label: () => string,
): LineColumn {
  return {
    id,
    isProgress: true,
    label,
    // What was returned of none, and is outstanding of none, is said by saying nothing.
    appliesTo: id === 'received' || id === 'invoiced' ? has(id) : hasSome(id),
    cell: (line, {locale}) => shown(line[id], (value) => formatDecimal(value, locale)),
  };
}

/** The columns after the one with what a line is about. */
export const lineColumns: readonly LineColumn[] = [
  {
    id: 'quantity',
    label: () => msg('Quantity', {id: 'document-detail.quantity'}),
    appliesTo: () => true,
    cell: ({quantity, unit}, {locale}) =>
      html`${formatDecimal(quantity, locale)} <span class="unit"><bdi>${unit.label}</bdi></span>`,
  },
  quantityColumn('received', () => msg('Received', {id: 'document-detail.received'})),
  quantityColumn('outstanding', () => msg('Outstanding', {id: 'document-detail.outstanding'})),
  quantityColumn('invoiced', () => msg('Invoiced', {id: 'document-detail.invoiced'})),
  quantityColumn('returned', () => msg('Returned', {id: 'document-detail.returned'})),
  {
    id: 'requested',
    label: () => msg('Requested', {id: 'document-detail.line-requested'}),
    appliesTo: has('requestedDate'),
    cell: ({requestedDate}, {locale}) =>
      shown(requestedDate, (date) => html`<time datetime=${date}>${formatDate(date, locale)}</time>`),
  },
  {
    id: 'location',
    label: () => msg('Location', {id: 'document-detail.location'}),
    // The document says the location that all lines share.
    appliesTo: (lines, document) =>
      lines.some(({locationCode}) => locationCode !== undefined && locationCode !== document.locationCode),
    cell: ({locationCode}) => shown(locationCode, (code) => html`<bdi>${code}</bdi>`),
  },
  {
    id: 'bin',
    label: () => msg('Bin', {id: 'document-detail.bin'}),
    appliesTo: has('binCode'),
    cell: ({binCode}) => shown(binCode, (code) => html`<bdi>${code}</bdi>`),
  },
  {
    id: 'price',
    label: ({document: {currency}}) =>
      currency === undefined
        ? msg('Unit price', {id: 'document-detail.price'})
        : msg(str`Unit price (${currency})`, {id: 'document-detail.price-in'}),
    appliesTo: has('unitPrice'),
    cell: ({unitPrice}, {document: {currency}, locale}) =>
      shown(unitPrice, (price) =>
        currency === undefined
          ? formatDecimal(price, locale)
          : formatPrice(price, currency, locale, {bare: true}),
      ),
  },
  {
    id: 'discount',
    label: () => msg('Discount', {id: 'document-detail.sum-discount'}),
    appliesTo: hasSome('discountPercent'),
    cell: ({discountPercent}, {locale}) => shown(discountPercent, (value) => percent(value, locale)),
  },
  {
    id: 'vat',
    label: () => msg('VAT', {id: 'document-detail.sum-vat'}),
    // Where all lines have the same rate, the sums say it.
    appliesTo: (lines, {vat}) => vat?.length !== 1 && has('vatPercent')(lines),
    cell: ({vatPercent}, {locale}) => shown(vatPercent, (value) => percent(value, locale)),
  },
  {
    id: 'amount',
    label: ({document: {currency}}) =>
      currency === undefined
        ? msg('Amount', {id: 'document.amount'})
        : msg(str`Amount (${currency})`, {id: 'document.amount-in'}),
    appliesTo: has('lineAmount'),
    cell: ({lineAmount}, {document: {currency}, locale}) =>
      shown(lineAmount, (value) =>
        currency === undefined
          ? formatDecimal(value, locale)
          : formatMoney(value, currency, locale, {bare: true}),
      ),
  },
];

/** The columns that the lines of a document have. */
export function lineColumnsOf(
  lines: readonly Line[],
  {document, leavesProgress = false}: LineContext,
): readonly LineColumn[] {
  return lineColumns.filter(
    ({isProgress, appliesTo}) => !(isProgress && leavesProgress) && appliesTo(lines, document),
  );
}

function percent(value: string, locale: string): string {
  return msg(str`${formatDecimal(value, locale)}%`, {id: 'document-detail.percent'});
}

function shown<T>(value: T | undefined, show: (value: T) => unknown): unknown {
  return value === undefined ? renderNone() : show(value);
}

/** A dash for the eye, words for the ear. */
function renderNone(): unknown {
  return html`<span aria-hidden="true">–</span
    ><span class="visually-hidden">${msg('none', {id: 'document.none'})}</span>`;
}
