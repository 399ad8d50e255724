import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';
import {formatCount, formatMoney, pluralForm} from '../../locales/formats.ts';
import {activeStrings, msg, str} from '../../locales/localize.ts';
import type {OrderCheck} from '../../orders/upload/check-orders.ts';
import type {SentFile} from '../../orders/upload/sent-files.ts';
import type {Document} from '../../portal/contract/documents.ts';
import {renderField} from '../../ui/field.ts';
import {describeError, icon, retryText} from '../../ui/states.ts';
import {canRetry, renderDecision, retryLabel} from '../purchase-order-editor/outcome.ts';
import {renderMadeBefore} from './rows-notices.ts';
import type {BatchOrder, BatchState, OrdersBatch} from './orders-batch.ts';

/** The orders of a file, before, while and after they are sent. */
export interface OrdersView {
  readonly batch: OrdersBatch;
  /** Orders that were made from the same file before. */
  readonly madeBefore: SentFile | undefined;
  readonly locale: string;
  readonly onBack: () => void;
  readonly onOpen: (document: Document) => void;
}

/** What will be sent, or was, order by order. */
export function renderOrders(view: OrdersView): TemplateResult {
  const {batch, madeBefore, locale} = view;
  return html`<section class="upload" part="orders" aria-labelledby="step-title">
    <h2 id="step-title" tabindex="-1" data-focus-fallback>
      ${
        batch.isBegun
          ? msg('Orders sent from the file', {id: 'order-upload.orders-sent-title'})
          : msg('Check and send', {id: 'order-upload.orders-title'})
      }
    </h2>
    ${!batch.isBegun && madeBefore ? renderMadeBefore(madeBefore, locale) : nothing}
    ${batch.isBegun ? nothing : renderAddress(batch)}
    <ul class="orders">
      ${repeat(
        batch.orders,
        ({id}) => id,
        (order) => guarded(view, order),
      )}
    </ul>
    <div class="notices" role="status">${renderProgress(batch, locale)}</div>
    ${renderButtons(view)}
  </section>`;
}

function renderAddress(batch: OrdersBatch): TemplateResult | typeof nothing {
  const {addresses, shipToId} = batch;
  if (addresses.length === 0) return nothing;
  const onChange = (event: Event) => batch.shipTo((event.target as HTMLSelectElement).value || undefined);
  return renderField({
    id: 'ship-to',
    label: msg('Deliver all orders to', {id: 'order-upload.ship-to'}),
    errors: [],
    control: ({id}) =>
      html`<select class="input ship-to" id=${id} @change=${onChange}>
        ${addresses.map(
          ({id: value, name, line1, city}) =>
            html`<option value=${value ?? ''} .selected=${value === shipToId}>
              ${[name, line1, city].join(', ')}
            </option>`,
        )}
      </select>`,
  });
}

/** An order is drawn anew when something of it has changed: there may be hundreds. */
function guarded(view: OrdersView, order: BatchOrder): unknown {
  const {batch, locale} = view;
  const {id} = order;
  const facts = [batch.stateOf(id), batch.checkOf(id), batch.isPicked(id), batch.saidOf(id)];
  return guard([order, ...facts, batch.isSending, batch.halted, locale, activeStrings()], () =>
    renderOrder(view, order),
  );
}

function renderOrder(view: OrdersView, order: BatchOrder): TemplateResult {
  const {batch, locale} = view;
  const {id, missing} = order;
  const state = batch.stateOf(id);
  const check = batch.checkOf(id);
  const name = orderName(order);
  const canPick = !batch.isEnded(id) && !batch.isSending && state.phase === 'waiting';
  return html`<li class="order ${state.phase}" part="order" aria-label=${name}>
    <div class="order-head">
      ${
        canPick
          ? html`<label class="order-name">
              <input
                type="checkbox"
                .checked=${batch.isPicked(id)}
                @change=${(event: Event) => batch.pick(id, (event.target as HTMLInputElement).checked)}
              />
              <bdi>${name}</bdi>
            </label>`
          : html`<span class="order-name"><bdi>${name}</bdi></span>`
      }
      <span class="hint">${linesText(order, locale)}</span>
      <span class="order-total amount">${totalText(check, locale)}</span>
      <span class="order-state">${renderState(view, order, state)}</span>
    </div>
    ${missing > 0 && state.phase === 'waiting' ? renderMissing(missing, locale) : nothing}
    ${state.phase === 'waiting' ? renderCheck(check) : nothing}
    ${state.phase === 'saved' ? renderLeft(batch.leftOf(order), locale) : nothing}
    ${state.phase === 'failed' ? renderFailed(view, order, state) : nothing}
  </li>`;
}

function renderState(
  {batch, onOpen}: OrdersView,
  {id}: BatchOrder,
  state: BatchState,
): TemplateResult | typeof nothing {
  switch (state.phase) {
    case 'submitting':
      return html`${icon('pending')} ${msg('Being sent…', {id: 'order-upload.sending-one'})}`;
    case 'handed-over':
      return html`${icon('check')} ${msg('Taken over by this page', {id: 'order-upload.handed-over'})}`;
    case 'failed':
      return state.outcome === 'unknown'
        ? html`${icon('error')} ${msg('Not known', {id: 'order-upload.unknown'})}`
        : html`${icon('error')} ${msg('Not sent', {id: 'order-upload.failed'})}`;
    case 'saved': {
      const {document} = state.sent;
      const number = document?.number ?? state.sent.number;
      const text = number
        ? msg(str`Sent: ${number}`, {id: 'order-upload.sent-number'})
        : msg('Sent', {id: 'order-upload.sent'});
      return document
        ? html`${icon('check')}
            <button type="button" class="link" @click=${() => onOpen(document)}>${text}</button>`
        : html`${icon('check')} ${text}`;
    }
    case 'waiting':
      return batch.isSending && batch.isPicked(id)
        ? html`${msg('Waiting', {id: 'order-upload.waiting'})}`
        : nothing;
  }
}

function renderMissing(missing: number, locale: string): TemplateResult {
  const count = formatCount(missing, locale);
  return html`<p class="notice warning order-note">
    <span>
      ${
        pluralForm(missing, locale) === 'one'
          ? msg(str`${count} more row has this reference and is not ready: it would not be in the order.`, {
              id: 'order-upload.missing-one',
            })
          : msg(
              str`${count} more rows have this reference and are not ready: they would not be in the order.`,
              {
                id: 'order-upload.missing',
              },
            )
      }
    </span>
  </p>`;
}

/** An earlier try was found to have arrived, as it was then. */
function renderLeft(left: number, locale: string): TemplateResult | typeof nothing {
  if (left === 0) return nothing;
  const count = formatCount(left, locale);
  return html`<p class="notice warning order-note">
    <span>
      ${
        pluralForm(left, locale) === 'one'
          ? msg(str`The first try had arrived. ${count} row was not in it: it is still to be ordered.`, {
              id: 'order-upload.left-one',
            })
          : msg(str`The first try had arrived. ${count} rows were not in it: they are still to be ordered.`, {
              id: 'order-upload.left',
            })
      }
    </span>
  </p>`;
}

function renderCheck(check: OrderCheck | undefined): TemplateResult | typeof nothing {
  if (check?.status !== 'checked' || check.errors.length + check.warnings.length === 0) return nothing;
  const texts = (problems: typeof check.errors) => [...new Set(problems.flatMap(({detail}) => detail ?? []))];
  const [errors, warnings] = [texts(check.errors), texts(check.warnings)];
  return html`<ul class="order-issues">
    ${errors.map((text) => html`<li class="field-error">${icon('error')}<bdi>${text}</bdi></li>`)}
    ${warnings.map((text) => html`<li class="line-hint">${icon('info')}<bdi>${text}</bdi></li>`)}
  </ul>`;
}

function renderFailed(
  {batch}: OrdersView,
  {id}: BatchOrder,
  state: Extract<BatchState, {phase: 'failed'}>,
): TemplateResult {
  const {error, outcome} = state;
  return html`<div class="notice danger order-note" part="error">
    ${icon('error')}
    <span>
      ${describeError(error)} ${batch.saidOf(id).join(' ')}
      ${
        outcome === 'unknown'
          ? msg(
              'It is not known yet whether the order has arrived. Trying again finds out first: it stays one order.',
              {
                id: 'order-upload.outcome-unknown',
              },
            )
          : msg('The order was not sent. Its rows are kept.', {id: 'order-upload.outcome-not-sent'})
      }
    </span>
    ${
      canRetry(state) && !batch.halted
        ? html`<button
            type="button"
            class="button"
            aria-disabled=${batch.isSending || nothing}
            @click=${() => !batch.isSending && void batch.retry(id)}
          >
            ${retryLabel(state)}
          </button>`
        : nothing
    }
    ${renderDecision(state, {
      onArrived: () => void batch.hasArrived(id),
      onNotArrived: () => void batch.hasNotArrived(id),
    })}
  </div>`;
}

function renderProgress(batch: OrdersBatch, locale: string): unknown {
  const {halted} = batch;
  if (batch.isSending) {
    const label = msg('Sending orders…', {id: 'order-upload.sending'});
    const total = batch.done.length + batch.due.length;
    const [now, all] = [formatCount(batch.done.length, locale), formatCount(total, locale)];
    return html`<div class="notice" part="notice">
      <span>${label}</span>
      <progress aria-label=${label} max=${total} .value=${batch.done.length}></progress>
      <span class="figure">${msg(str`${now} of ${all}`, {id: 'order-upload.progress'})}</span>
    </div>`;
  }
  if (!halted) return batch.isBegun ? renderSpoken(batch, locale) : nothing;
  return html`<div class="notice danger" part="error">
    ${icon('error')}
    <span>
      ${describeError(halted)}
      ${msg('The other orders were not sent. Everything is kept.', {id: 'order-upload.halted'})}
    </span>
    <button type="button" class="button" @click=${() => void batch.send()}>${retryText(halted)}</button>
  </div>`;
}

/** What a screen reader is told when sending has ended. */
function renderSpoken(batch: OrdersBatch, locale: string): TemplateResult {
  const done = formatCount(batch.done.length, locale);
  const all = formatCount(batch.done.length + batch.due.length, locale);
  return html`<p class="visually-hidden">
    ${msg(str`${done} of ${all} orders are sent.`, {id: 'order-upload.spoken'})}
  </p>`;
}

function renderButtons({batch, locale, onBack}: OrdersView): TemplateResult {
  const due = batch.due.length;
  if (batch.isSending) {
    return html`<div class="buttons end-buttons">
      <button type="button" class="button" @click=${() => void batch.stop()}>
        ${msg('Stop after these', {id: 'order-upload.stop'})}
      </button>
    </div>`;
  }
  return html`<div class="buttons end-buttons">
    <button type="button" class="button" @click=${onBack}>
      ${msg('Back to the rows', {id: 'order-upload.back-to-rows'})}
    </button>
    ${
      due > 0 || !batch.isBegun
        ? html`<button
            type="button"
            class="button primary"
            part="send"
            aria-disabled=${due > 0 ? nothing : 'true'}
            @click=${() => due > 0 && void batch.send()}
          >
            ${sendLabel(due, locale)}
          </button>`
        : nothing
    }
  </div>`;
}

function orderName({reference}: BatchOrder): string {
  return reference === ''
    ? msg('Without reference', {id: 'order-upload.no-reference'})
    : msg(str`Reference ${reference}`, {id: 'order-upload.with-reference'});
}

function linesText({rows}: BatchOrder, locale: string): string {
  const count = formatCount(rows.length, locale);
  return pluralForm(rows.length, locale) === 'one'
    ? msg(str`${count} line`, {id: 'order-upload.lines-one'})
    : msg(str`${count} lines`, {id: 'order-upload.lines'});
}

function totalText(check: OrderCheck | undefined, locale: string): string {
  if (check?.status !== 'checked' || !check.totals || check.currency === undefined) return '';
  const total = formatMoney(check.totals.gross, check.currency, locale);
  return msg(str`${total} incl. VAT`, {id: 'order-upload.total-gross'});
}

function sendLabel(due: number, locale: string): string {
  if (due === 0) return msg('Choose what to send', {id: 'order-upload.send-none'});
  return pluralForm(due, locale) === 'one'
    ? msg('Send 1 order', {id: 'order-upload.send-one'})
    : msg(str`Send ${formatCount(due, locale)} orders`, {id: 'order-upload.send'});
}
