import {html, nothing} from 'lit';
import {formatDate, formatDecimal, formatMoney} from '../../locales/formats.ts';
import {documentStateLabel, postedLabel} from '../../locales/labels.ts';
import {msg, str} from '../../locales/localize.ts';
import type {DocumentSummary} from '../../portal/contract/index.ts';
import {icon, type IconName} from '../../ui/states.ts';
import type {Listing} from './document-pages.ts';

/** What a cell needs to know besides its document. */
export interface CellContext {
  readonly locale: string;
  /** The currency of all amounts; undefined where they differ, so that each amount has to say its own. */
  readonly currency: string | undefined;
  /** Whether the member may open documents of the type. */
  readonly mayRead: boolean;
}

/** A column of the list. */
export interface Column {
  /** Its name, for styles and parts. */
  readonly id: string;
  /** What the portal can sort by, and which way round is usual. */
  readonly sort?: {readonly by: string; readonly first: '' | '-'};
  label(context: CellContext): string;
  /** Whether the documents of a listing have it. */
  appliesTo(listing: Listing): boolean;
  cell(document: DocumentSummary, context: CellContext): unknown;
}

const always = () => true;

const columns: readonly Column[] = [
  {
    id: 'number',
    sort: {by: 'number', first: ''},
    label: () => msg('Number', {id: 'document.number'}),
    appliesTo: always,
    cell: renderNumber,
  },
  {
    id: 'date',
    sort: {by: 'documentDate', first: '-'},
    label: () => msg('Date', {id: 'document.date'}),
    appliesTo: always,
    cell: ({documentDate}, {locale}) =>
      html`<time datetime=${documentDate}>${formatDate(documentDate, locale)}</time>`,
  },
  {
    id: 'counterparty',
    label: () => msg('Partner', {id: 'document.counterparty'}),
    appliesTo: ({pages}) => some(pages, ({counterparty}) => counterparty !== undefined),
    cell: ({counterparty}) =>
      counterparty ? html`<span class="clamp"><bdi>${counterparty.name}</bdi></span>` : renderNone(),
  },
  {
    id: 'amount',
    sort: {by: 'gross', first: '-'},
    label: ({currency}) =>
      currency === undefined
        ? msg('Amount', {id: 'document.amount'})
        : msg(str`Amount (${currency})`, {id: 'document.amount-in'}),
    appliesTo: ({access, pages}) => access.prices && some(pages, ({totals}) => totals !== undefined),
    cell: renderAmount,
  },
  {
    id: 'state',
    label: () => msg('State', {id: 'document.state'}),
    appliesTo: always,
    cell: ({state}) => renderMark(stateIcons.get(state), documentStateLabel(state)),
  },
  {
    id: 'posting',
    label: () => msg('Posting', {id: 'document.posting'}),
    appliesTo: ({posting}) => posting,
    cell: ({posted}) =>
      posted === null
        ? renderNone(msg('does not apply', {id: 'document.posting-none'}))
        : html`<span class=${posted ? 'posted' : 'not-posted'} part="posting">
            ${renderMark(posted ? 'check' : 'pending', postedLabel(posted))}
          </span>`,
  },
];

const stateIcons = new Map<string, IconName>([
  ['draft', 'draft'],
  ['in_review', 'pending'],
  ['open', 'open'],
  ['released', 'released'],
  ['closed', 'closed'],
  ['canceled', 'canceled'],
]);

/** What all cells of a listing need to know. */
export function contextOf(listing: Listing, locale: string): CellContext {
  return {locale, currency: commonCurrency(listing), mayRead: listing.access.read};
}

/** The columns that a list can have, before it is known which it has. */
export const allColumns = columns;

/** The columns that the documents of a listing have. */
export function columnsOf(listing: Listing): readonly Column[] {
  return columns.filter((column) => column.appliesTo(listing));
}

/** The currency of all amounts; undefined where there are several. */
function commonCurrency({pages}: Listing): string | undefined {
  let common: string | undefined;
  for (const {currency, totals} of pages.flat()) {
    if (!totals) continue;
    if (currency === undefined || (common !== undefined && currency !== common)) return undefined;
    common = currency;
  }
  return common;
}

function some(pages: Listing['pages'], test: (document: DocumentSummary) => boolean): boolean {
  return pages.some((page) => page.some(test));
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

function renderAmount({totals, currency}: DocumentSummary, context: CellContext): unknown {
  if (!totals) return renderNone();
  if (currency === undefined) return formatDecimal(totals.gross, context.locale);
  return formatMoney(totals.gross, currency, context.locale, {bare: context.currency !== undefined});
}

function renderMark(name: IconName | undefined, word: string): unknown {
  return html`<span class="mark">${name ? icon(name) : nothing}<span>${word}</span></span>`;
}

/** A dash for the eye, words for the ear. */
function renderNone(words = msg('none', {id: 'document.none'})): unknown {
  return html`<span aria-hidden="true">–</span><span class="visually-hidden">${words}</span>`;
}
