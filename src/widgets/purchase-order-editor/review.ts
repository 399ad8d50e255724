import {html, nothing, type TemplateResult} from 'lit';
import {formatDate, formatDecimal, formatMoney} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Order} from '../../orders/draft.ts';
import {fromPortal} from '../../orders/portal-problems.ts';
import type {SendState} from '../../orders/submission.ts';
import type {EarlierOrder, Unusual} from '../../orders/unusual.ts';
import type {Calculation} from '../../portal/contract/orders.ts';
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
import {linesOf, renderIssue, renderReviewLines} from './review-lines.ts';
import {fieldLabel} from './texts.ts';
import {doubtsOf, renderDoubts} from './unusual-view.ts';

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
  /** What was found to be unusual. */
  readonly found: readonly Unusual[];
  /** Whether all lines are shown, however many there are. */
  readonly showsAll: boolean;
  onShowAll: (showsAll: boolean) => void;
  /** Shows an earlier order. */
  onOpen: (document: EarlierOrder) => void;
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
              ${renderPricing(view)} ${renderLooks(view, order)}
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

/** What there is to look at: what is unusual above all of it, and at its lines. */
function renderLooks(view: ReviewView, order: Order): TemplateResult {
  const {context, pricing, found, onOpen} = view;
  const issues = pricing.status === 'complete' ? pricing.calculation.issues : [];
  // Until the portal has spoken it is not known which of it are the portal's own words.
  const doubts = pricing.status === 'pending' ? [] : doubtsOf(order, issues, found);
  const lines = linesOf(context.session.draft, order);
  const doubtView = {locale: context.locale, lines, onOpen};
  return html`${renderDoubts(doubts, doubtView)} ${renderHead(view, order)}
  ${renderReviewLines(view, order, doubts, doubtView)} ${renderTotals(view)} ${renderNote(order)}`;
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
  const general = errors.filter(({pointer}) => !/^#?\/lines\/\d/.test(pointer));
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
            return html`<dt>
                <bdi>${msg(str`VAT ${rate} %`, {id: 'purchase-order-editor.total-vat-rate'})}</bdi>
              </dt>
              <dd class="amount">${money(amount)}</dd>`;
          })
        : html`<dt>${msg('VAT', {id: 'purchase-order-editor.total-vat'})}</dt>
            <dd class="amount">${money(totals.vat)}</dd>`
    }
    <dt class="grand">${msg('Total including VAT', {id: 'purchase-order-editor.total-gross'})}</dt>
    <dd class="amount grand">${money(totals.gross)}</dd>
  </dl>`;
}

/**
 * The live region is there before it speaks. What it says takes the focus of the button that is gone: not the one that stops,
 * which a second press of Enter would hit.
 */
function renderProgress({state, decision, context: {locale}}: ReviewView): TemplateResult {
  return html`<div class="progress" role="status">
      ${
        state.phase === 'submitting'
          ? html`<p tabindex="-1" data-focus>
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
        ? html`<div class="progress" tabindex="-1" ?data-focus=${!canRetry(state)}>
            ${renderFailed(state)} ${renderDecision(state, decision)}
          </div>`
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
        ? html`<button type="button" class="button primary" data-focus @click=${view.onRetry}>
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

/** What a calculation warns of, at the order's fields. */
export function warnings({issues}: Calculation, order: Order) {
  const told = issues.filter(({severity}) => severity !== 'error');
  return fromPortal(told, order.lineKeys);
}
