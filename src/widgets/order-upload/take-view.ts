import {html, nothing, type TemplateResult} from 'lit';
import {formatCount, pluralForm} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {UploadSheet} from '../../orders/upload/upload-sheet.ts';
import {icon} from '../../ui/states.ts';
import type {TemplateFormat} from './template-downloads.ts';

/** What can be done with rows that are ready, and with the others. */
export interface TakeActions {
  /** Opens all that is ready as one order in an editor. */
  readonly onOpen: () => void;
  /** Shows the orders that the ready rows are, to be sent. */
  readonly onReview: () => void;
  readonly onRest: (format: TemplateFormat) => void;
  readonly onAnother: () => void;
}

/** Whether nothing is left of the file. */
export function isDone({counts, total}: UploadSheet): boolean {
  return counts.taken + counts.merged === total;
}

/** The way on: the rows that are ready become orders, the others a file that can be mended. */
export function renderTake(
  sheet: UploadSheet,
  isUnsettled: boolean,
  actions: TakeActions,
  locale: string,
): TemplateResult {
  if (isUnsettled) return renderUnsettled(actions);
  if (isDone(sheet)) return renderDone(actions);
  const {counts} = sheet;
  const orders = sheet.orders();
  const rest = counts.wrong + counts.pending + counts['left-out'];
  const isReady = counts.ready > 0;
  const several = orders.length > 1;
  const open = html`<button
    type="button"
    class="button ${several ? '' : 'primary'}"
    aria-disabled=${isReady ? nothing : 'true'}
    @click=${() => isReady && actions.onOpen()}
  >
    ${
      several
        ? msg('Open as one order', {id: 'order-upload.open-as-one'})
        : msg('Open the order', {id: 'order-upload.open-order'})
    }
  </button>`;
  return html`<div class="take" part="take">
    ${rest > 0 ? renderRest(rest, actions, locale) : html`<span></span>`}
    <div class="finish">
      <p class="ready-text" role="status">${readyText(counts.ready, orders.length, locale)}</p>
      <div class="buttons">
        ${open}
        ${
          several
            ? html`<button type="button" class="button primary" @click=${actions.onReview}>
                ${reviewLabel(orders.length, locale)}
              </button>`
            : nothing
        }
      </div>
    </div>
  </div>`;
}

/** Nothing more becomes an order before that is known: it could be the same. */
function renderUnsettled({onReview}: TakeActions): TemplateResult {
  return html`<div class="notice warning" part="take">
    ${icon('error')}
    <span>
      ${msg('It is not known yet what became of an order of these rows.', {id: 'order-upload.unsettled'})}
    </span>
    <button type="button" class="button primary" @click=${onReview}>
      ${msg('Find out', {id: 'order-upload.find-out'})}
    </button>
  </div>`;
}

function renderDone({onAnother}: TakeActions): TemplateResult {
  return html`<div class="take" part="take">
    <div class="finish">
      <p role="status">${msg('All rows of this file are done.', {id: 'order-upload.all-done'})}</p>
      <button type="button" class="button primary" @click=${onAnother}>
        ${msg('Another file', {id: 'order-upload.another'})}
      </button>
    </div>
  </div>`;
}

function renderRest(rest: number, {onRest}: TakeActions, locale: string): TemplateResult {
  const count = formatCount(rest, locale);
  const label =
    pluralForm(rest, locale) === 'one'
      ? msg(str`Download the row that is not ready (${count})`, {id: 'order-upload.rest-one'})
      : msg(str`Download the rows that are not ready (${count})`, {id: 'order-upload.rest'});
  return html`<div class="rest" part="rest" role="group" aria-label=${label}>
    <span class="hint">${label}:</span>
    <button type="button" class="link" @click=${() => onRest('xlsx')}>
      ${msg('Excel (.xlsx)', {id: 'order-upload.format-xlsx'})}
    </button>
    <button type="button" class="link" @click=${() => onRest('csv')}>
      ${msg('CSV (.csv)', {id: 'order-upload.format-csv'})}
    </button>
  </div>`;
}

function readyText(rows: number, orders: number, locale: string): string {
  const lines = formatCount(rows, locale);
  const count = formatCount(orders, locale);
  if (rows === 0) return msg('No row is ready to be ordered.', {id: 'order-upload.ready-none'});
  if (orders > 1) {
    return msg(str`${lines} rows are ready: ${count} orders, by their references.`, {
      id: 'order-upload.ready-orders',
    });
  }
  return pluralForm(rows, locale) === 'one'
    ? msg(str`${lines} row is ready.`, {id: 'order-upload.ready-one'})
    : msg(str`${lines} rows are ready.`, {id: 'order-upload.ready'});
}

function reviewLabel(orders: number, locale: string): string {
  return msg(str`Check and send ${formatCount(orders, locale)} orders`, {id: 'order-upload.review'});
}
