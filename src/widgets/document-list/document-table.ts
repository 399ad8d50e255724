import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {formatCount, pluralForm} from '../../locales/formats.ts';
import {activeStrings, msg, str} from '../../locales/localize.ts';
import type {DocumentSummary} from '../../portal/contract/index.ts';
import {icon} from '../../ui/states.ts';
import {allColumns, columnsOf, contextOf, type CellContext, type Column} from './document-columns.ts';
import {countOf, type Listing} from './document-pages.ts';

/** How a table is to be shown. */
export interface TableOptions {
  /** What the table is called. */
  readonly caption: string;
  readonly locale: string;
  /** What the list is sorted by, as the portal is asked: `-documentDate`. */
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  /** Hears of every click in the rows. */
  readonly onRowClick: (event: MouseEvent) => void;
}

const skeletonRows = Array.from({length: 12}, (_, index) => index);

/**
 * The documents as a table. Its roles are explicit, because a table whose parts are laid out as cards is no table to a
 * browser any more. Each page is a section of its own, which is rendered once and then left alone.
 */
export function renderTable(listing: Listing, options: TableOptions): TemplateResult {
  const columns = columnsOf(listing);
  const context = contextOf(listing, options.locale);
  const {locale, currency, mayRead} = context;
  const ids = columns.map(({id}) => id).join();
  const known = listing.next === null ? undefined : (listing.total ?? -2) + 1;
  return html`<table class="table" role="table" part="table" aria-rowcount=${known ?? nothing}>
    <caption class="visually-hidden">
      ${options.caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => renderHeader(column, context, options))}
      </tr>
    </thead>
    ${listing.pages.map((page) =>
      guard(
        [page, ids, locale, currency, mayRead, activeStrings()],
        () =>
          html`<tbody role="rowgroup" @click=${options.onRowClick}>
            ${page.map((document) => renderRow(document, columns, context))}
          </tbody>`,
      ),
    )}
  </table>`;
}

/** Rows of the size that the documents will have. */
export function renderSkeleton(): TemplateResult {
  return html`<table class="table" aria-hidden="true">
    <thead>
      <tr>
        ${allColumns.map(({id}) => html`<td class="col-${id}"><span class="skeleton"></span></td>`)}
      </tr>
    </thead>
    <tbody>
      ${skeletonRows.map(
        () =>
          html`<tr>
            ${allColumns.map(({id}) => html`<td class="col-${id}"><span class="skeleton"></span></td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function renderHeader(
  {id, label, sort}: Column,
  context: CellContext,
  {sort: current, onSort}: TableOptions,
): TemplateResult {
  const text = label(context);
  if (!sort) return html`<th role="columnheader" scope="col" class="col-${id}">${text}</th>`;
  const descending = current === `-${sort.by}`;
  const active = descending || current === sort.by;
  const next = active ? (descending ? sort.by : `-${sort.by}`) : sort.first + sort.by;
  return html`<th
    role="columnheader"
    scope="col"
    class="sortable col-${id}"
    aria-sort=${active ? (descending ? 'descending' : 'ascending') : nothing}
  >
    <button type="button" class="sort bare" part="sort" @click=${() => onSort(next)}>
      ${text}${
        active
          ? html`<span class=${descending ? 'direction down' : 'direction'}>${icon('arrow')}</span>`
          : nothing
      }
    </button>
  </th>`;
}

function renderRow(
  document: DocumentSummary,
  columns: readonly Column[],
  context: CellContext,
): TemplateResult {
  return html`<tr role="row" part="row" data-id=${document.id}>
    ${columns.map((column) => renderCell(column, document, context))}
  </tr>`;
}

function renderCell(
  {id, label, cell}: Column,
  document: DocumentSummary,
  context: CellContext,
): TemplateResult {
  if (id === 'number') {
    return html`<th role="rowheader" scope="row" class="col-${id}" part="cell">
      ${cell(document, context)}
    </th>`;
  }
  return html`<td role="cell" class="col-${id}" part="cell" data-label=${label(context)}>
    ${cell(document, context)}
  </td>`;
}

/** How many documents there are and how many of them are shown. */
export function describeCount(listing: Listing, locale: string): string {
  const {next, skipped} = listing;
  const shown = countOf(listing);
  const count = formatCount(shown, locale);
  if (next === null && skipped === 0) {
    return pluralForm(shown, locale) === 'one'
      ? msg(str`${count} document`, {id: 'document-list.count-one'})
      : msg(str`${count} documents`, {id: 'document-list.count'});
  }
  const total = next === null ? shown + skipped : listing.total;
  if (total === undefined) return msg(str`${count} shown so far`, {id: 'document-list.count-so-far'});
  return msg(str`${count} of ${formatCount(total, locale)} shown`, {id: 'document-list.count-of'});
}
