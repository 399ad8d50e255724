import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {formatCount, pluralForm} from '../../locales/formats.ts';
import {activeStrings, msg, str} from '../../locales/localize.ts';
import type {DocumentSummary} from '../../portal/contract/index.ts';
import {icon} from '../../ui/states.ts';
import {headingOf, renderNone, type CellContext, type Column} from './document-columns.ts';
import type {Listing} from './document-listing.ts';

/** How a table is to be shown. */
export interface TableOptions extends CellContext {
  /** What the table is called. */
  readonly caption: string;
  readonly columns: readonly Column[];
  /** What the list is sorted by, as the portal is asked: `-documentDate`. */
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  /** Hears of clicks and keys in the rows. */
  readonly onRow: (event: Event) => void;
  /** Indexes of the rows that are drawn, in the order of their elements. */
  readonly rows: readonly number[];
  /** How the rows stand: by their place while one can scroll, or one after the other. */
  readonly stand: 'windowed' | 'in-flow';
}

const skeletonRows = Array.from({length: 12}, (_, index) => index);
const skeletonColumns = [1.4, 1, 1, 1, 1, 1];

/**
 * The documents as a table of which only the rows in sight are drawn. Its roles are explicit, because a table whose parts are
 * laid out as grids or cards is no table to a browser any more.
 */
export function renderTable(listing: Listing, options: TableOptions): TemplateResult {
  const {columns, caption, rows, stand, onRow, locale, currency, mayRead} = options;
  const {documents, next, total} = listing;
  const known = next === null ? documents.length : total;
  const strings = activeStrings();
  return html`<table
    class="table ${stand}"
    role="table"
    part="table"
    aria-rowcount=${known === undefined ? -1 : known + 1}
  >
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead role="rowgroup" class="head">
      <tr role="row" class="row" aria-rowindex="1">
        ${columns.map((column) => renderHeader(column, options))}
      </tr>
    </thead>
    <tbody role="rowgroup" class="rows" @click=${onRow} @keydown=${onRow}>
      ${rows.map((index) => {
        const document = documents[index];
        return guard([document, index, columns, locale, currency, mayRead, strings], () =>
          document ? renderRow(document, index, options) : nothing,
        );
      })}
    </tbody>
    <tbody class="probe" aria-hidden="true">
      <tr class="row line">
        ${columns.map(() => html`<td class="cell" data-label=" "><span class="external"></span></td>`)}
      </tr>
    </tbody>
  </table>`;
}

/** Rows of the size that the documents will have. */
export function renderSkeleton(): TemplateResult {
  const cells = skeletonColumns.map(() => html`<td class="cell"><span class="skeleton"></span></td>`);
  return html`<table class="table loading" aria-hidden="true">
    <thead class="head">
      <tr class="row">
        ${cells}
      </tr>
    </thead>
    <tbody>
      ${skeletonRows.map(
        () =>
          html`<tr class="row line">
            ${cells}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** What the columns of the skeleton need. */
export const SKELETON_WIDTHS = skeletonColumns.map((share) => [8, `${share}fr`] as const);

/** Lays the columns out once they are drawn: a style attribute would be an offence against a strict policy. */
export function layOut(root: ParentNode, widths: readonly (readonly [number, string])[]): void {
  const table = root.querySelector<HTMLElement>('.table');
  const columns = widths.map(([least, most]) => `minmax(${least}ch, ${most})`).join(' ');
  if (!table || table.style.getPropertyValue('--_columns') === columns) return;
  table.style.setProperty('--_columns', columns);
  table.style.setProperty('--_least', `${widths.reduce((sum, [least]) => sum + least, 2)}ch`);
}

function renderHeader(column: Column, {currency, sort: current, onSort}: TableOptions): TemplateResult {
  const {id, sort, isAmount} = column;
  const text = headingOf(column, currency);
  const classes = `cell col-${id} ${isAmount ? 'amount' : ''}`;
  if (!sort)
    return html`<th role="columnheader" scope="col" class=${classes}><span class="text">${text}</span></th>`;
  const descending = current === `-${sort.by}`;
  const active = descending || current === sort.by;
  const next = active ? (descending ? sort.by : `-${sort.by}`) : sort.first + sort.by;
  return html`<th
    role="columnheader"
    scope="col"
    class="sortable ${classes}"
    aria-sort=${active ? (descending ? 'descending' : 'ascending') : nothing}
  >
    <button type="button" class="sort bare" part="sort" @click=${() => onSort(next)}>
      <span class="text">${text}</span>${
        active
          ? html`<span class=${descending ? 'direction down' : 'direction'}>${icon('arrow')}</span>`
          : nothing
      }
    </button>
  </th>`;
}

function renderRow(document: DocumentSummary, index: number, options: TableOptions): TemplateResult {
  return html`<tr
    role="row"
    class="row line"
    part="row"
    aria-rowindex=${index + 2}
    data-index=${index}
    data-id=${document.id}
  >
    ${options.columns.map((column) => renderCell(column, document, options))}
  </tr>`;
}

function renderCell(column: Column, document: DocumentSummary, options: TableOptions): TemplateResult {
  const {id, cell, isAmount} = column;
  const content = cell(document, options);
  if (id === 'number')
    return html`<th role="rowheader" scope="row" class="cell col-number" part="cell">${content}</th>`;
  return html`<td
    role="cell"
    class="cell col-${id} ${isAmount ? 'amount' : ''}"
    part="cell"
    data-label=${headingOf(column, options.currency)}
  >
    ${content ? html`<span class="text">${content}</span>` : renderNone()}
  </td>`;
}

/** How many documents there are and how many of them have been loaded. */
export function describeCount({documents, next, skipped, total: all}: Listing, locale: string): string {
  const shown = documents.length;
  const count = formatCount(shown, locale);
  if (next === null && skipped === 0) {
    return pluralForm(shown, locale) === 'one'
      ? msg(str`${count} document`, {id: 'document-list.count-one'})
      : msg(str`${count} documents`, {id: 'document-list.count'});
  }
  const total = next === null ? shown + skipped : all;
  if (total === undefined) return msg(str`${count} shown so far`, {id: 'document-list.count-so-far'});
  return msg(str`${count} of ${formatCount(total, locale)} shown`, {id: 'document-list.count-of'});
}
