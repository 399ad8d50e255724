import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';
import {formatDate, formatDecimal, formatMoney, formatPrice} from '../../locales/formats.ts';
import {activeStrings, msg, str} from '../../locales/localize.ts';
import type {LineEstimate} from '../../orders/amounts.ts';
import {parseQuantity} from '../../orders/decimals.ts';
import type {DraftLine} from '../../orders/draft.ts';
import {isDate} from '../../orders/days.ts';

import {unitOf} from '../../orders/units.ts';
import type {EditorContext} from './editor-context.ts';
import {cellId, columnLabel, columnsFor, isEditable, isFigure, type Column} from './grid-columns.ts';

/** A row that is drawn. */
export interface GridRow {
  readonly line: DraftLine;
  readonly index: number;
  /** Rows that show another line later keep their elements, by this name. */
  readonly slot: number;
  /** In px from the first row; undefined while rows stand below each other by themselves. */
  readonly top?: number;
  /** The column of the row's cell that the focus goes to, in the one row that has it. */
  readonly active?: Column | undefined;
  readonly isSelected?: boolean;
  /** The portal is asked which item it is. */
  readonly isBusy?: boolean;
  /** The field that is being edited, in place of its cell's text. */
  readonly editor?: {readonly column: Column; readonly content: TemplateResult} | undefined;
  /** What is wrong with the line or worth knowing, and which cells that is. */
  readonly marks?: RowMarks | undefined;
}

/** What a row says below its cells. */
export interface RowMarks {
  readonly content: TemplateResult;
  readonly invalid: ReadonlySet<Column>;
}

/** So many lines are drawn before the grid works. */
const FIRST = 20;

/** The order's lines after the ARIA grid pattern: one tab stop, and only those rows that can be seen. */
export function renderGrid(context: EditorContext): TemplateResult {
  const {session, grid, showsPrices, onGridEvent: on} = context;
  const {lines} = session.draft;
  const columns = columnsFor(showsPrices);
  const rows = grid?.rows ?? staticRows(lines);
  // Until a price is known, in the company's own currency: the heading does not change under the user's eyes.
  const currency = session.total?.currency ?? context.currency;
  return html`<div class="grid-scroll ${grid ? '' : 'static'}" @scroll=${{handleEvent: on, passive: true}}>
    <div
      class="grid ${showsPrices ? '' : 'bare'}"
      role="grid"
      part="lines"
      id="lines"
      aria-labelledby="lines-title"
      aria-describedby="lines-keys"
      aria-rowcount=${lines.length + 1}
      aria-colcount=${columns.length}
      aria-multiselectable="true"
      @keydown=${on}
      @focusin=${on}
      @focusout=${on}
      @pointerdown=${on}
      @click=${on}
      @copy=${on}
      @cut=${on}
      @paste=${on}
    >
      <div class="grid-probe" aria-hidden="true">
        <div class="cell"></div>
        <div class="marks"></div>
      </div>
      <div role="rowgroup" class="grid-head">${renderHeadings(columns, currency)}</div>
      <div role="rowgroup" class="rows">
        ${repeat(
          rows,
          ({slot}) => slot,
          (row) => guarded(context, row, columns, currency),
        )}
      </div>
    </div>
  </div>`;
}

/** In the elements that the grid will draw them with: a click may have begun on one of them. */
function staticRows(lines: readonly DraftLine[]): GridRow[] {
  return lines
    .slice(0, FIRST)
    .map((line, index) => ({line, index, slot: index, active: index === 0 ? 'item' : undefined}));
}

function renderHeadings(columns: readonly Column[], currency: string | undefined): TemplateResult {
  return html`<div role="row" class="row" aria-rowindex="1">
    ${columns.map((column, index) => {
      const hasCurrency = currency !== undefined && (column === 'unitPrice' || column === 'amount');
      const label = columnLabel(column);
      const isHidden = column === 'no' || column === 'remove';
      return html`<div
        role="columnheader"
        class="cell heading ${column} ${isFigure(column) ? 'amount' : ''}"
        aria-colindex=${index + 1}
      >
        <span class=${isHidden ? 'visually-hidden' : ''}
          >${hasCurrency ? `${label} (${currency})` : label}</span
        >
      </div>`;
    })}
  </div>`;
}

/** A row is drawn anew when something of it has changed: a key in one line costs one line. */
function guarded(
  context: EditorContext,
  row: GridRow,
  columns: readonly Column[],
  currency: string | undefined,
): unknown {
  const {line, index, top, active, isSelected, isBusy, editor, marks} = row;
  const estimate = context.session.estimateOf(line.key);
  const {locale} = context;
  const strings = activeStrings();
  return guard(
    [
      line,
      index,
      top,
      active,
      isSelected,
      isBusy,
      editor,
      marks,
      estimate,
      columns,
      currency,
      locale,
      strings,
    ],
    () => renderRow({context, row, columns, currency, estimate}),
  );
}

interface RowView {
  readonly context: EditorContext;
  readonly row: GridRow;
  readonly columns: readonly Column[];
  readonly currency: string | undefined;
  readonly estimate: LineEstimate;
}

function renderRow(view: RowView): TemplateResult {
  const {line, index, top, isSelected, marks} = view.row;
  return html`<div
    role="row"
    class="row line ${marks ? 'tall' : ''}"
    part="line"
    data-key=${line.key}
    aria-rowindex=${index + 2}
    aria-selected=${isSelected ? 'true' : nothing}
    .style=${top === undefined ? '' : `inset-block-start: ${top}px`}
  >
    ${view.columns.map((column, place) => renderCell(view, column, place + 1))}
    ${marks ? html`<div class="marks" id="marks-${line.key}">${marks.content}</div>` : nothing}
  </div>`;
}

function renderCell(view: RowView, column: Column, place: number): TemplateResult {
  const {line, index, active, isBusy, editor, marks} = view.row;
  const tabindex = active === column ? 0 : -1;
  if (column === 'remove') return renderRemove(view, place, tabindex);
  const isOpen = editor?.column === column;
  const canEdit = isEditable(column, line);
  const part = column === 'amount' ? 'line-amount' : nothing;
  return html`<div
    role=${column === 'no' ? 'rowheader' : 'gridcell'}
    class="cell ${column} ${isFigure(column) ? 'amount' : ''} ${canEdit ? 'editable' : ''} ${isOpen ? 'open' : ''}"
    part=${part}
    id=${cellId(column, line.key)}
    data-column=${column}
    tabindex=${isOpen ? nothing : tabindex}
    aria-colindex=${place}
    aria-readonly=${canEdit ? nothing : 'true'}
    aria-invalid=${marks?.invalid.has(column) ? 'true' : nothing}
    aria-busy=${isBusy && column === 'item' ? 'true' : nothing}
    aria-describedby=${marks ? `marks-${line.key}` : nothing}
  >
    ${isOpen ? editor.content : column === 'no' ? index + 1 : renderText(view, column)}
  </div>`;
}

function renderRemove({row: {line, index}}: RowView, place: number, tabindex: number): TemplateResult {
  const label = msg(str`Remove line ${index + 1}`, {id: 'purchase-order-editor.remove-line'});
  return html`<div role="gridcell" class="cell remove" data-column="remove" aria-colindex=${place}>
    <button
      type="button"
      class="button quiet icon-button"
      part="remove-line"
      id=${cellId('remove', line.key)}
      tabindex=${tabindex}
      aria-label=${label}
      title=${label}
    ></button>
  </div>`;
}

function renderText(view: RowView, column: Column): TemplateResult | string {
  const text = cellText(view, column);
  if (text === '' && column === 'item' && view.row.index === 0) {
    return html`<span class="hint"
      >${msg('Find an item', {id: 'purchase-order-editor.cell-placeholder'})}</span
    >`;
  }
  if (text === '' && column === 'variant' && (view.row.line.item?.variants?.length ?? 0) > 0) {
    return html`<span class="hint">${msg('Choose…', {id: 'purchase-order-editor.choose'})}</span>`;
  }
  return text;
}

function cellText({context, row: {line}, currency, estimate}: RowView, column: Column): string {
  const {locale, session} = context;
  const {item, variantCode, unitCode} = line;
  switch (column) {
    case 'item':
      return line.search;
    case 'description':
      return item?.description ?? '';
    case 'variant':
      return item?.variants?.find(({code}) => code === variantCode)?.description ?? variantCode ?? '';
    case 'unit':
      return (item && unitOf(item, unitCode)?.label) ?? unitCode ?? '';
    case 'quantity': {
      const {value} = parseQuantity(line.quantity, session.draft.separators);
      return value === undefined ? line.quantity : formatDecimal(value, locale);
    }
    case 'requestedDate':
      return isDate(line.requestedDate) ? formatDate(line.requestedDate, locale) : line.requestedDate;
    case 'note':
      return line.note;
    case 'unitPrice':
      return unitPriceText(estimate, locale, estimate.currency === currency);
    case 'amount':
      return amountText(estimate, locale, estimate.currency === currency);
    default:
      return '';
  }
}

/** Price of one unit. `bare`: the currency is said elsewhere. */
export function unitPriceText({unitPrice, currency}: LineEstimate, locale: string, bare: boolean): string {
  if (unitPrice === undefined || currency === undefined) return '';
  return formatPrice(unitPrice, currency, locale, {bare});
}

/** A line's estimated amount. `bare`: the currency is said elsewhere. */
export function amountText({amount, currency}: LineEstimate, locale: string, bare: boolean): string {
  return amount === undefined || currency === undefined ? '' : formatMoney(amount, currency, locale, {bare});
}
