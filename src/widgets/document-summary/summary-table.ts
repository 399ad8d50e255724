import {html, nothing, svg, type TemplateResult} from 'lit';
import {formatCount, formatMoney} from '../../locales/formats.ts';
import {documentTypeLabel} from '../../locales/labels.ts';
import {msg, str} from '../../locales/localize.ts';
import type {DocumentCount} from '../../portal/contract/index.ts';
import type {DocumentFilter} from '../../ui/events.ts';
import {icon} from '../../ui/states.ts';
import {commonCurrency, isPostable, type Counts} from './counts.ts';

/** How the figures are to be shown. */
export interface CountOptions {
  /** What the table is called. */
  readonly caption: string;
  readonly locale: string;
  /** Hears which documents the user wants to see. */
  readonly onOpen: (type: string, filter?: DocumentFilter) => void;
}

/** What all rows have in common. */
interface Context extends CountOptions {
  /** The largest total: the length of the longest bar. */
  readonly largest: number;
  /** The currency that the headers say; undefined where each amount has to say its own. */
  readonly currency: string | undefined;
  readonly columns: readonly Column[];
}

interface Column {
  readonly id: 'total' | 'posting' | 'open' | 'overdue';
  readonly label: string;
  cell(count: DocumentCount, context: Context): unknown;
}

const usualTypes = 5;

/** The figures as a table, a type a row. Its roles are explicit, because a table laid out as cards is none to a browser. */
export function renderCounts({items}: Counts, options: CountOptions): TemplateResult {
  const currency = commonCurrency(items);
  const columns = columnsOf(items, currency);
  const largest = Math.max(1, ...items.map(({total}) => total));
  const context: Context = {...options, largest, currency, columns};
  return html`<table class="table" role="table" part="table">
    <caption class="visually-hidden">
      ${options.caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" class="col-type">
          ${msg('Type', {id: 'document-summary.type'})}
        </th>
        ${columns.map(
          ({id, label}) => html`<th role="columnheader" scope="col" class="col-${id}">${label}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${items.map((count) => renderRow(count, context))}
    </tbody>
  </table>`;
}

/** Rows of the size that the figures of so many types will have. */
export function renderSkeleton(types = usualTypes): TemplateResult {
  const cell = html`<span class="skeleton"></span>`;
  return html`<table class="table" aria-hidden="true">
    <thead>
      <tr>
        ${['type', 'total', 'posting', 'open', 'overdue'].map(
          (id) => html`<td class="col-${id}">${cell}</td>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${Array.from(
        {length: types},
        () =>
          html`<tr>
            <td class="col-type">${cell}</td>
            <td class="col-total">${cell}</td>
            <td class="col-posting"><span class="skeleton bar"></span><span class="skeleton"></span></td>
            <td class="col-open">${cell}</td>
            <td class="col-overdue">${cell}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function columnsOf(items: readonly DocumentCount[], currency: string | undefined): Column[] {
  const columns: Column[] = [
    {
      id: 'total',
      label: msg('Total', {id: 'document-summary.total'}),
      cell: ({total}, {locale}) => formatCount(total, locale),
    },
  ];
  if (items.some(isPostable)) {
    columns.push({id: 'posting', label: msg('Posting', {id: 'document.posting'}), cell: renderPosting});
  }
  if (items.some(({open}) => open)) {
    columns.push({id: 'open', label: openLabel(currency), cell: renderOpen});
  }
  if (items.some(({overdue}) => overdue)) {
    columns.push({id: 'overdue', label: overdueLabel(currency), cell: renderOverdue});
  }
  return columns;
}

function openLabel(currency: string | undefined): string {
  return currency === undefined
    ? msg('Open', {id: 'document-summary.open'})
    : msg(str`Open (${currency})`, {id: 'document-summary.open-in'});
}

function overdueLabel(currency: string | undefined): string {
  return currency === undefined
    ? msg('Overdue', {id: 'document-summary.overdue'})
    : msg(str`Overdue (${currency})`, {id: 'document-summary.overdue-in'});
}

function renderRow(count: DocumentCount, context: Context): TemplateResult {
  return html`<tr role="row" part="row" data-id=${count.type}>
    <th role="rowheader" scope="row" class="col-type">
      <button type="button" class="open" part="open" @click=${() => context.onOpen(count.type)}>
        ${documentTypeLabel(count.type)}
      </button>
    </th>
    ${context.columns.map(
      ({id, label, cell}) =>
        html`<td role="cell" class="col-${id}" data-label=${label}>${cell(count, context)}</td>`,
    )}
  </tr>`;
}

function renderPosting(count: DocumentCount, {locale, largest, onOpen}: Context): unknown {
  if (!isPostable(count)) return renderNone(msg('does not apply', {id: 'document.posting-none'}));
  const {type, posted, notPosted} = count;
  const name = documentTypeLabel(type);
  const parts = [
    {
      value: true,
      count: posted,
      text: msg(str`${formatCount(posted, locale)} posted`, {id: 'document-summary.posted'}),
    },
    {
      value: false,
      count: notPosted,
      text: msg(str`${formatCount(notPosted, locale)} not posted`, {id: 'document-summary.not-posted'}),
    },
  ];
  const label = parts.map(({text}) => text).join(', ');
  return html`${renderBar(count, largest, label)}
    <span class="parts">
      ${parts.map(
        (part) =>
          html`<span class="part-of">
            ${renderKey(part.value)}${renderFigure(
              part.text,
              `${name}: ${part.text}`,
              part.count > 0 ? () => onOpen(type, {posted: part.value}) : undefined,
            )}
          </span>`,
      )}
    </span>`;
}

/** As long as the type's share of the largest one: the bars of all rows have one scale. */
function renderBar(
  {total, posted, notPosted}: DocumentCount,
  largest: number,
  label: string,
): TemplateResult {
  // Three documents of two thousand are to be seen too.
  const least = 4;
  const share = (count: number) => (count === 0 ? 0 : Math.max(least, (count / largest) * 100));
  const whole = Math.max(share(total), share(posted) && share(notPosted) ? 2 * least : 0);
  const end = share(notPosted);
  return html`<svg class="bar" part="bar" role="img" aria-label=${label} width="100%" height="8">
    ${whole > end ? svg`<rect class="posted" x="0" y="0" width=${`${whole - end}%`} height="8" />` : nothing}
    ${
      end > 0
        ? svg`<rect class="not-posted" x=${`${whole - end}%`} y="0" width=${`${end}%`} height="8" />`
        : nothing
    }
  </svg>`;
}

function renderKey(posted: boolean): TemplateResult {
  return html`<svg class="key" viewBox="0 0 10 10" aria-hidden="true">
    <rect class=${posted ? 'posted' : 'not-posted'} width="10" height="10" />
  </svg>`;
}

function renderOpen({type, open}: DocumentCount, context: Context): unknown {
  if (!open) return renderNone();
  const {locale, currency, onOpen} = context;
  const text = formatMoney(open.amount, open.currency, locale, {bare: currency !== undefined});
  const whole = formatMoney(open.amount, open.currency, locale);
  const label = msg(str`${documentTypeLabel(type)}: ${whole} open`, {id: 'document-summary.open-of'});
  // An amount that is paid in part, or overdue, is open too.
  const onClick = () => onOpen(type, {payment: 'unpaid'});
  return renderFigure(text, label, isNothing(open.amount) ? undefined : onClick);
}

function renderOverdue({type, overdue}: DocumentCount, context: Context): unknown {
  if (!overdue) return renderNone();
  const {locale, currency, onOpen} = context;
  const text = formatMoney(overdue.amount, overdue.currency, locale, {bare: currency !== undefined});
  if (isNothing(overdue.amount)) return renderFigure(text, '');
  const whole = formatMoney(overdue.amount, overdue.currency, locale);
  const label = msg(str`${documentTypeLabel(type)}: ${whole} overdue`, {id: 'document-summary.overdue-of'});
  const figure = renderFigure(text, label, () => onOpen(type, {payment: 'overdue'}));
  return html`<span class="late">${icon('error')}${figure}</span>`;
}

/** A number or an amount: a button where there is something behind it. */
function renderFigure(text: string, label: string, onClick?: () => void): TemplateResult {
  if (!onClick) return html`<span class="nothing">${text}</span>`;
  return html`<button type="button" class="figure" part="figure" aria-label=${label} @click=${onClick}>
    ${text}
  </button>`;
}

function isNothing(amount: string): boolean {
  return !/[1-9]/.test(amount);
}

/** A dash for the eye, words for the ear. */
function renderNone(words = msg('none', {id: 'document.none'})): TemplateResult {
  return html`<span class="nothing" aria-hidden="true">–</span><span class="visually-hidden">${words}</span>`;
}
