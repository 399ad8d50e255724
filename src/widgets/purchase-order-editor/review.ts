import {html, nothing, type TemplateResult} from 'lit';
import {formatDate, formatDecimal, formatMoney, formatPrice} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Order} from '../../orders/draft.ts';
import {fromPortal, locate} from '../../orders/portal-problems.ts';
import type {SendState} from '../../orders/submission.ts';
import type {Calculation, PricedLine} from '../../portal/contract/documents.ts';
import type {PortalError} from '../../portal/errors.ts';
import {describeError, icon, retryText} from '../../ui/states.ts';
import type {EditorContext} from './editor-context.ts';
import {streetOf} from './header-fields.ts';
import {
  canRetry,
  elsewhereText,
  renderDecision,
  renderFailed,
  renderWait,
  retryLabel,
  stopLabel,
  type Decision,
} from './outcome.ts';
import {fieldLabel} from './texts.ts';

/** The portal's prices for the order in review. */
export type Pricing =
  | {readonly status: 'pending'}
  | {readonly status: 'error'; readonly error: PortalError}
  | {readonly status: 'complete'; readonly calculation: Calculation};

/** What the review shows, and what it can do. */
export interface ReviewView {
  readonly context: EditorContext;
  /** Undefined while nothing is reviewed. */
  readonly order: Order | undefined;
  readonly pricing: Pricing;
  readonly state: SendState;
  readonly decision: Decision;
  onCalculate: () => void;
  onSend: () => void;
  onRetry: () => void;
  onStop: () => void;
  /** Back to the order; to a line with what the portal objects to. */
  onBack: () => void;
}

type Issue = Calculation['issues'][number];

/** The order as it will be sent, with the portal's own amounts. */
export function renderReview(view: ReviewView): TemplateResult {
  const {order} = view;
  return html`<dialog class="dialog" part="dialog" aria-labelledby="review-title">
    ${
      order
        ? html`<div class="dialog-head">
              <h2 id="review-title" tabindex="-1" autofocus>
                ${msg('Review your order', {id: 'purchase-order-editor.review-title'})}
              </h2>
            </div>
            <div class="dialog-body" tabindex="0" role="group" aria-labelledby="review-title">
              ${renderPricing(view)} ${renderHead(view, order)} ${renderReviewLines(view, order)}
              ${renderTotals(view)} ${renderNote(order)}
            </div>
            ${renderProgress(view)}
            <div class="dialog-foot">${renderFoot(view)}</div>`
        : nothing
    }
  </dialog>`;
}

/** The issues of a calculation that keep the order from being sent. */
export function blocking({issues}: Calculation): Issue[] {
  return issues.filter(({severity}) => severity === 'error');
}

function renderHead({context}: ReviewView, {body}: Order): TemplateResult {
  const {delivery, locale} = context;
  const known =
    delivery.status === 'complete' ? delivery.addresses.find(({id}) => id === body.shipToId) : undefined;
  const address = body.shipTo ?? known;
  const row = (label: string, value: string | undefined) =>
    value
      ? html`<div>
          <dt>${label}</dt>
          <dd><bdi>${value}</bdi></dd>
        </div>`
      : nothing;
  return html`<dl class="facts">
    ${row(fieldLabel('reference'), body.externalReference)}
    ${row(fieldLabel('requestedDate'), body.requestedDate && formatDate(body.requestedDate, locale))}
    ${row(fieldLabel('delivery'), address && `${address.name}, ${streetOf(address)}`)}
  </dl>`;
}

/** Last, and a long one scrolls: nothing else is out of sight for it. */
function renderNote({body: {note}}: Order): TemplateResult | typeof nothing {
  if (!note) return nothing;
  const isLong = note.length > 400 || note.split('\n').length > 8;
  return html`<div>
    <p class="hint" id="review-note">${fieldLabel('note')}</p>
    <div
      class=${isLong ? 'review-note long' : 'review-note'}
      role="group"
      aria-labelledby="review-note"
      tabindex=${isLong ? 0 : nothing}
    >
      <bdi>${note}</bdi>
    </div>
  </div>`;
}

function renderPricing({pricing, onCalculate}: ReviewView): TemplateResult | typeof nothing {
  if (pricing.status === 'pending') {
    return html`<p class="hint" role="status">
      ${msg('The portal is calculating…', {id: 'purchase-order-editor.calculating'})}
    </p>`;
  }
  if (pricing.status === 'error') {
    const {error} = pricing;
    return html`<div class="notice danger" role="alert">
      ${icon('error')}
      <span>
        ${msg('The amounts could not be calculated.', {id: 'purchase-order-editor.calculation-failed'})}
        ${describeError(error)} ${msg('Everything you typed is kept.', {id: 'purchase-order-editor.kept'})}
      </span>
      <button type="button" class="button" @click=${onCalculate}>${retryText(error)}</button>
    </div>`;
  }
  const errors = blocking(pricing.calculation);
  const general = pricing.calculation.issues.filter(({pointer}) => !/^#?\/lines\/\d/.test(pointer));
  return html`${
    errors.length > 0
      ? html`<p class="notice danger" role="alert">
          ${icon('error')}
          <span>
            ${msg('The portal would not take this order yet.', {id: 'purchase-order-editor.not-yet'})}
          </span>
        </p>`
      : nothing
  }
  ${general.map(renderIssue)}`;
}

function renderReviewLines(view: ReviewView, {body, lineKeys}: Order): TemplateResult {
  const {context, pricing} = view;
  const {showsPrices, locale} = context;
  const calculation = pricing.status === 'complete' ? pricing.calculation : undefined;
  const currency = calculation?.currency;
  const withCurrency = (label: string) => (currency === undefined ? label : `${label} (${currency})`);
  return html`<table class="review-lines">
    <caption class="visually-hidden">
      ${fieldLabel('lines')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${fieldLabel('item')}</th>
        <th scope="col" class="amount">${fieldLabel('quantity')}</th>
        ${
          showsPrices
            ? html`<th scope="col" class="amount price">
                  ${withCurrency(msg('Unit price', {id: 'purchase-order-editor.unit-price'}))}
                </th>
                <th scope="col" class="amount">
                  ${withCurrency(msg('Amount', {id: 'purchase-order-editor.amount'}))}
                </th>`
            : nothing
        }
      </tr>
    </thead>
    <tbody>
      ${body.lines.map((line, index) => {
        const typed = context.session.draft.lines.find(({key}) => key === lineKeys[index]);
        const priced = calculation?.lines[index];
        const unit = priced?.unit ?? typed?.item?.units.find(({code}) => code === line.unitCode);
        const issues = (calculation?.issues ?? []).filter(
          ({pointer}) => locate(pointer, lineKeys)?.line === lineKeys[index] && lineKeys[index] !== undefined,
        );
        return html`<tr>
          <td>
            <span class="option-number">${line.itemNumber}</span>
            ${
              // The portal's own description has it.
              line.variantCode && !priced?.description
                ? html`<span class="hint"
                    >${
                      typed?.item?.variants?.find(({code}) => code === line.variantCode)?.description ??
                      line.variantCode
                    }</span
                  >`
                : nothing
            }
            <bdi class="description">${priced?.description ?? typed?.item?.description ?? ''}</bdi>
            ${issues.map(renderIssue)}
          </td>
          <td class="amount measure">
            ${formatDecimal(line.quantity, locale)} ${unit?.label ?? ''}
            ${
              priced?.unitPrice !== undefined && currency !== undefined
                ? html`<span class="hint narrow-price"
                    >× ${formatPrice(priced.unitPrice, currency, locale, {bare: true})}</span
                  >`
                : nothing
            }
          </td>
          ${showsPrices ? renderPriced(priced, currency, pricing.status === 'pending', locale) : nothing}
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function renderPriced(
  priced: PricedLine | undefined,
  currency: string | undefined,
  isPending: boolean,
  locale: string,
): TemplateResult {
  if (isPending) {
    return html`<td class="price"><div class="skeleton figure-skeleton"></div></td>
      <td><div class="skeleton figure-skeleton"></div></td>`;
  }
  const {unitPrice, discountPercent, lineAmount} = priced ?? {};
  const hasDiscount = discountPercent !== undefined && !/^0(\.0+)?$/.test(discountPercent);
  const percent = hasDiscount ? formatDecimal(discountPercent, locale) : '';
  return html`<td class="amount price">
      ${
        unitPrice !== undefined && currency !== undefined
          ? formatPrice(unitPrice, currency, locale, {bare: true})
          : '–'
      }
      ${
        hasDiscount
          ? html`<span class="hint discount"
              >${msg(str`−${percent} %`, {id: 'purchase-order-editor.discount'})}</span
            >`
          : nothing
      }
    </td>
    <td class="amount">
      ${
        lineAmount !== undefined && currency !== undefined
          ? formatMoney(lineAmount, currency, locale, {bare: true})
          : '–'
      }
    </td>`;
}

function renderTotals({
  pricing,
  context: {locale, showsPrices},
}: ReviewView): TemplateResult | typeof nothing {
  if (!showsPrices) return nothing;
  if (pricing.status === 'pending') return html`<div class="skeleton totals-skeleton"></div>`;
  if (pricing.status === 'error') return nothing;
  const {totals, vat = [], currency} = pricing.calculation;
  if (!totals || currency === undefined) return nothing;
  const money = (value: string) => formatMoney(value, currency, locale);
  const hasDiscount = totals.discount !== undefined && !/^-?0(\.0+)?$/.test(totals.discount);
  return html`<dl class="totals" part="totals">
    ${
      hasDiscount && totals.discount !== undefined
        ? html`<dt>${msg('Lines', {id: 'purchase-order-editor.total-lines'})}</dt>
            <dd class="amount">${money(totals.lines)}</dd>
            <dt>${msg('Discount', {id: 'purchase-order-editor.total-discount'})}</dt>
            <dd class="amount">${money(`-${totals.discount}`)}</dd>`
        : nothing
    }
    <dt>${msg('Total before VAT', {id: 'purchase-order-editor.total-net'})}</dt>
    <dd class="amount">${money(totals.net)}</dd>
    ${
      vat.length > 0
        ? vat.map(({percent, amount}) => {
            const rate = formatDecimal(percent, locale);
            return html`<dt>${msg(str`VAT ${rate} %`, {id: 'purchase-order-editor.total-vat-rate'})}</dt>
              <dd class="amount">${money(amount)}</dd>`;
          })
        : html`<dt>${msg('VAT', {id: 'purchase-order-editor.total-vat'})}</dt>
            <dd class="amount">${money(totals.vat)}</dd>`
    }
    <dt class="grand">${msg('Total including VAT', {id: 'purchase-order-editor.total-gross'})}</dt>
    <dd class="amount grand">${money(totals.gross)}</dd>
  </dl>`;
}

function renderIssue({severity, detail}: Issue): TemplateResult {
  return severity === 'error'
    ? html`<p class="field-error">${icon('error')}<span>${detail}</span></p>`
    : html`<p class="line-hint warning">${icon('info')}<span>${detail}</span></p>`;
}

/** The live region is there before it speaks. */
function renderProgress({state, decision, context: {locale}}: ReviewView): TemplateResult {
  return html`<div class="progress" role="status">
      ${
        state.phase === 'submitting'
          ? html`<p>
                ${icon('pending')}
                ${
                  state.why === 'elsewhere'
                    ? elsewhereText()
                    : state.why === 'settling'
                      ? msg('Looking for the first try…', {id: 'purchase-order-editor.settling'})
                      : msg('Sending…', {id: 'purchase-order-editor.sending'})
                }
              </p>
              ${renderWait(state.wait, locale)}`
          : nothing
      }
    </div>
    ${
      state.phase === 'failed'
        ? html`<div class="progress">${renderFailed(state)} ${renderDecision(state, decision)}</div>`
        : nothing
    }`;
}

function renderFoot(view: ReviewView): TemplateResult {
  const {pricing, state} = view;
  if (state.phase === 'submitting') {
    return html`<button type="button" class="button" @click=${view.onStop}>${stopLabel()}</button>`;
  }
  const back = html`<button type="button" class="button" part="back" @click=${view.onBack}>
    ${msg('Back to the order', {id: 'purchase-order-editor.back'})}
  </button>`;
  if (state.phase === 'failed') {
    return html`${back}
    ${
      canRetry(state)
        ? html`<button type="button" class="button primary" @click=${view.onRetry}>
            ${retryLabel(state)}
          </button>`
        : nothing
    }`;
  }
  const canSend = pricing.status === 'complete' && blocking(pricing.calculation).length === 0;
  return html`${back}
    <button
      type="button"
      class="button primary"
      part="send"
      aria-disabled=${canSend ? nothing : 'true'}
      @click=${canSend ? view.onSend : nothing}
    >
      ${msg('Send order', {id: 'purchase-order-editor.send'})}
    </button>`;
}

/** What a calculation objects to, at the order's fields. */
export function objections(calculation: Calculation, order: Order) {
  return fromPortal(blocking(calculation), order.lineKeys);
}
