import {html, nothing} from 'lit';
import {formatDate, formatDecimal, formatMoney} from '../../locales/formats.ts';
import {documentStateLabel, paymentLabel, postedLabel} from '../../locales/labels.ts';
import {msg} from '../../locales/localize.ts';
import type {DocumentSummary} from '../../portal/contract/index.ts';
import {markPicture, type MarkName} from '../../ui/marks.ts';
import type {Access} from './document-listing.ts';
import {paymentIcon, stateIcon, toneOf} from './document-marks.ts';

/** What a cell needs to know besides its document. */
export interface CellContext {
  readonly locale: string;
  /** The currency that the heads of columns say, so that only amounts in others have to; undefined where they say none. */
  readonly currency: string | undefined;
  /** Whether the member may open documents of the type. */
  readonly mayRead: boolean;
}

/** A column of the list. */
export interface Column {
  /** Its name, for styles, saved views and addresses. */
  readonly id: string;
  /** Its least and its largest width, as CSS has them. */
  readonly width: readonly [least: number, most: string];
  /** Whether it is of figures. */
  readonly isAmount?: boolean;
  /** What the portal can sort by, and which way round is usual. */
  readonly sort?: {readonly by: string; readonly first: '' | '-'};
  /** Whether only users who ask for it need it. */
  readonly isExtra?: boolean;
  /** Whether it is needed where there are no amounts: where goods are, and how many. */
  readonly isGoods?: boolean;
  label(): string;
  /** Whether there is something in it. */
  has(document: DocumentSummary): unknown;
  cell(document: DocumentSummary, context: CellContext): unknown;
}

/** Columns that documents can fill. */
export interface FittingColumns {
  readonly possible: readonly Column[];
  /** Those among them that are shown unless the user says otherwise. */
  readonly usual: readonly Column[];
}

/** A column of dates; `by`: what the portal sorts them by. */
export const dateColumn = (
  id: string,
  by: string | undefined,
  label: () => string,
  day: (document: DocumentSummary) => string | undefined,
): Column => ({
  id,
  width: [13, '14ch'],
  ...(by && {sort: {by, first: '-'}}),
  label,
  has: day,
  cell: (document, {locale}) => {
    const text = day(document);
    return text && html`<time datetime=${text}>${formatDate(text, locale)}</time>`;
  },
});

const amount = (
  id: string,
  label: () => string,
  value: (document: DocumentSummary) => string | undefined,
  sort?: Column['sort'],
): Column => ({
  id,
  width: [11, '15ch'],
  isAmount: true,
  ...(sort && {sort}),
  label,
  has: value,
  cell: (document, {locale, currency: common}) => {
    const text = value(document);
    if (text === undefined) return undefined;
    const {currency} = document;
    if (currency === undefined) return formatDecimal(text, locale);
    return formatMoney(text, currency, locale, {bare: common === currency});
  },
});

/** The columns that somebody usually needs, in their order. */
export const COLUMNS: readonly Column[] = [
  {
    id: 'number',
    width: [12, '1.4fr'],
    sort: {by: 'number', first: ''},
    label: () => msg('Number', {id: 'document.number'}),
    has: () => true,
    cell: renderNumber,
  },
  dateColumn(
    'date',
    'documentDate',
    () => msg('Date', {id: 'document.date'}),
    ({documentDate}) => documentDate,
  ),
  dateColumn(
    'requested',
    undefined,
    () => msg('Requested', {id: 'document.requested'}),
    ({requestedDate}) => requestedDate,
  ),
  dateColumn(
    'due',
    'dueDate',
    () => msg('Due', {id: 'document.due'}),
    ({dueDate}) => dueDate,
  ),
  {
    id: 'counterparty',
    width: [14, '2fr'],
    label: () => msg('Partner', {id: 'document.counterparty'}),
    has: ({counterparty}) => counterparty,
    cell: ({counterparty}) => counterparty && html`<bdi>${counterparty.name}</bdi>`,
  },
  {
    id: 'location',
    width: [9, '14ch'],
    isGoods: true,
    label: () => msg('Location', {id: 'document.location'}),
    has: ({locationCode}) => locationCode,
    cell: ({locationCode}) => locationCode && html`<bdi>${locationCode}</bdi>`,
  },
  {
    id: 'quantities',
    width: [16, '1.6fr'],
    isGoods: true,
    label: () => msg('Quantities', {id: 'document.quantities'}),
    has: ({quantities}) => quantities?.length,
    cell: ({quantities}, {locale}) =>
      quantities?.length
        ? quantities.map(({quantity, unit}) => `${formatDecimal(quantity, locale)} ${unit.label}`).join(' · ')
        : undefined,
  },
  amount(
    'amount',
    () => msg('Amount', {id: 'document.amount'}),
    ({totals}) => totals?.gross,
    {
      by: 'gross',
      first: '-',
    },
  ),
  amount(
    'open',
    () => msg('Still open', {id: 'document.open-amount'}),
    ({totals}) => totals?.remaining,
  ),
  {
    id: 'payment',
    width: [12.5, '16ch'],
    label: () => msg('Payment', {id: 'document.payment'}),
    has: ({payment}) => payment,
    cell: ({payment}) => payment && renderMark(paymentIcon(payment), paymentLabel(payment)),
  },
  {
    id: 'state',
    width: [12.5, '15ch'],
    label: () => msg('State', {id: 'document.state'}),
    has: () => true,
    cell: ({state}) => renderMark(stateIcon(state), documentStateLabel(state), ''),
  },
  {
    id: 'posting',
    width: [14.5, '17ch'],
    label: () => msg('Posting', {id: 'document.posting'}),
    has: ({posted}) => posted !== null,
    cell: ({posted}) =>
      posted === null
        ? renderNone(msg('does not apply', {id: 'document.posting-none'}))
        : html`<span part="posting"
            >${renderMark(posted ? 'check' : 'pending', postedLabel(posted), posted ? 'success' : 'warning')}</span
          >`,
  },
];

/** So many partners make it worth a column to say which. */
const PARTNERS = 3;

/** Which of the columns documents can fill, and which of those a user usually needs of them. */
export function fittingColumns(
  columns: readonly Column[],
  documents: readonly DocumentSummary[],
  {prices}: Access,
): FittingColumns {
  const possible = columns.filter(
    ({id, has}) => (prices || (id !== 'amount' && id !== 'open')) && documents.some(has),
  );
  const partners = new Set(documents.map(({counterparty}) => counterparty?.id));
  const hasAmount = possible.some(({id}) => id === 'amount');
  const usual = possible.filter(
    ({id, isExtra, isGoods}) =>
      !isExtra && !(isGoods && hasAmount) && (id !== 'counterparty' || partners.size >= PARTNERS),
  );
  return {possible, usual};
}

/** The columns to show: the user's choice as far as the documents can fill it. */
export function shownColumns(
  {possible, usual}: FittingColumns,
  chosen: readonly string[] | undefined,
): readonly Column[] {
  const own = chosen?.flatMap((id) => possible.find((column) => column.id === id) ?? []) ?? [];
  return own.length > 0 ? own : usual;
}

/** What the head of a column says; `currency`: that of all amounts in it. */
export function headingOf({isAmount, label, id}: Column, currency: string | undefined): string {
  return isAmount && id !== 'lines' && currency !== undefined ? `${label()} (${currency})` : label();
}

/** The currency of all amounts; undefined where there are several. */
export function commonCurrency(documents: readonly DocumentSummary[]): string | undefined {
  let common: string | undefined;
  for (const {currency, totals} of documents) {
    if (!totals) continue;
    if (currency === undefined || (common !== undefined && currency !== common)) return undefined;
    common = currency;
  }
  return common;
}

function renderNumber(document: DocumentSummary, {mayRead}: CellContext): unknown {
  const {number, externalReference, allowedActions} = document;
  const text = number ?? documentStateLabel('draft');
  const name = html`<bdi>${text}</bdi>`;
  return html`${
    mayRead && allowedActions.includes('read')
      ? html`<button type="button" class="open" part="open">${name}</button>`
      : html`<span class="open">${name}</span>`
  }
  ${
    externalReference
      ? html`<span class="external" title=${externalReference}><bdi>${externalReference}</bdi></span>`
      : nothing
  }`;
}

function renderMark(name: MarkName | undefined, word: string, tone = toneOf(name)): unknown {
  return html`<span class="mark ${tone}">${name ? markPicture(name) : nothing}<span>${word}</span></span>`;
}

/** A dash for the eye, words for the ear. */
export function renderNone(words = msg('none', {id: 'document.none'})): unknown {
  return html`<span aria-hidden="true">–</span><span class="visually-hidden">${words}</span>`;
}
