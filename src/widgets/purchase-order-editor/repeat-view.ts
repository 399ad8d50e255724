import {html, nothing, type TemplateResult} from 'lit';
import {formatCount, formatDate, formatMoney, formatRecent, pluralForm} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {addUp} from '../../orders/repeat.ts';
import type {Repeatable} from '../../orders/repeatable.ts';
import type {PortalError} from '../../portal/errors.ts';
import {icon, renderError} from '../../ui/states.ts';
import {renderCards, renderTable, rowOf, type RepeatActions, type Row} from './repeat-lines.ts';

/** What became of the order that was being written. */
export type RepeatNotice = {readonly kind: 'resumed'} | {readonly kind: 'kept'; readonly at: number};

/** What is shown of repeating a document. */
export type RepeatView = RepeatActions &
  (
    | {readonly status: 'pending'}
    | {readonly status: 'error'; readonly error: PortalError}
    | {readonly status: 'complete'; readonly repeatable: Repeatable}
  );

/** What the portal proposes, beside what was ordered then. */
export function renderRepeat(view: RepeatView): TemplateResult {
  if (view.status === 'pending') return renderPending();
  if (view.status === 'error') return renderFailed(view.error, view);
  return renderProposal(view, view.repeatable);
}

/** What became of the order that was being written; the live region is there before it speaks. */
export function renderRepeatNotice(
  notice: RepeatNotice | undefined,
  {locale, onAnew, onDismiss}: {locale: string; onAnew: () => void; onDismiss: () => void},
): TemplateResult {
  const dismiss = msg('Dismiss', {id: 'action.dismiss'});
  return html`<div class="notices live" role="status">
    ${
      notice
        ? html`<div class="notice" part="notice">
            <span>
              ${
                notice.kind === 'resumed'
                  ? msg('Your unfinished repeat of this order is back.', {
                      id: 'purchase-order-editor.repeat-resumed',
                    })
                  : msg(
                      str`Your unfinished order of ${formatRecent(notice.at, locale)} is kept on this device.`,
                      {
                        id: 'purchase-order-editor.repeat-order-kept',
                      },
                    )
              }
            </span>
            ${
              notice.kind === 'resumed'
                ? html`<button type="button" class="link" @click=${onAnew}>
                    ${msg('Begin anew', {id: 'purchase-order-editor.repeat-anew'})}
                  </button>`
                : nothing
            }
            <button
              type="button"
              class="button quiet icon-button dismiss"
              aria-label=${dismiss}
              title=${dismiss}
              @click=${onDismiss}
            >
              ${icon('close')}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}

function renderPending(): TemplateResult {
  return html`<div class="loading" role="status" part="repeat">
    <span class="visually-hidden"
      >${msg('The earlier order is loading…', {id: 'purchase-order-editor.repeat-loading'})}</span
    >
    <div class="skeleton title-skeleton"></div>
    <div class="skeleton repeat-skeleton"></div>
    <div class="skeleton control-skeleton"></div>
  </div>`;
}

function renderFailed(error: PortalError, {onCancel, onRetry}: RepeatActions): TemplateResult {
  const isGone = error.kind === 'not-found' || error.kind === 'gone';
  if (!isGone && error.kind !== 'forbidden') {
    return html`<section class="repeat" part="repeat">
      ${renderError(error, onRetry)}
      <div class="buttons">${renderCancel(onCancel)}</div>
    </section>`;
  }
  return html`<section class="state" part="repeat" role="alert">
    ${icon(isGone ? 'empty' : 'locked')}
    <p>
      ${
        isGone
          ? msg('The order to be repeated does not exist, or not any more.', {
              id: 'purchase-order-editor.repeat-not-found',
            })
          : msg('You are not allowed to repeat this order.', {
              id: 'purchase-order-editor.repeat-not-allowed',
            })
      }
    </p>
    ${renderCancel(onCancel)}
  </section>`;
}

function renderProposal(view: RepeatActions, repeatable: Repeatable): TemplateResult {
  const {context, picked, onPick} = view;
  const {lines, changes, calculation} = repeatable;
  const rows = lines.map((line) => rowOf(line, view, repeatable));
  const open = lines.filter(({isOrderable}) => isOrderable).map(({key}) => key);
  const {locale} = context;
  return html`<section class="repeat" part="repeat" aria-labelledby="repeat-title">
    <h2 id="repeat-title" tabindex="-1">${titleOf(repeatable, locale)}</h2>
    ${
      open.length > 0
        ? html`<p class="hint">
            ${msg(
              'This is what the portal proposes today, beside what you ordered then. Nothing is ordered before you send it.',
              {id: 'purchase-order-editor.repeat-lead'},
            )}
          </p>`
        : renderNothing(rows, repeatable)
    }
    ${
      open.length > 0 && context.showsPrices && !calculation
        ? html`<p class="notice warning">
            ${icon('error')}
            <span>
              ${msg('The prices of today could not be calculated. Those of the catalogue are shown.', {
                id: 'purchase-order-editor.repeat-uncalculated',
              })}
            </span>
          </p>`
        : nothing
    }
    ${changes.map(
      ({detail}) =>
        html`<p class="notice">
          ${icon('info')}<span><bdi>${detail}</bdi></span>
        </p>`,
    )}
    ${
      open.length > 0
        ? html`<div class="picking">
            <p role="status">
              <bdi
                >${msg(
                  str`${formatCount(picked.size, locale)} of ${formatCount(rows.length, locale)} lines picked`,
                  {
                    id: 'purchase-order-editor.repeat-picked',
                  },
                )}</bdi
              >
            </p>
            <button type="button" class="link" @click=${() => onPick(new Set(open))}>
              ${msg('Pick all', {id: 'purchase-order-editor.repeat-pick-all'})}
            </button>
            <button type="button" class="link" @click=${() => onPick(new Set())}>
              ${msg('Pick none', {id: 'purchase-order-editor.repeat-pick-none'})}
            </button>
          </div>`
        : nothing
    }
    ${context.isNarrow ? renderCards(view, rows, repeatable) : renderTable(view, rows, repeatable)}
    ${renderFoot(view, rows, repeatable)}
  </section>`;
}

/** An order of which nothing is left: said as such, and no empty order made of it. */
function renderNothing(rows: readonly Row[], {document: {number}}: Repeatable): TemplateResult {
  return html`<p class="notice warning" role="alert">
    ${icon('error')}
    <span>
      ${
        rows.length === 0
          ? msg('There are no items in this order that could be ordered again.', {
              id: 'purchase-order-editor.repeat-empty',
            })
          : msg(str`Nothing of order ${number ?? ''} can be ordered today.`, {
              id: 'purchase-order-editor.repeat-nothing',
            })
      }
    </span>
  </p>`;
}

function titleOf({document: {number, documentDate}}: Repeatable, locale: string): string {
  const date = formatDate(documentDate, locale);
  return number === null
    ? msg(str`Repeat the order of ${date}`, {id: 'purchase-order-editor.repeat-unnamed'})
    : msg(str`Repeat order ${number} of ${date}`, {id: 'purchase-order-editor.repeat-title'});
}

function renderFoot(view: RepeatActions, rows: readonly Row[], repeatable: Repeatable): TemplateResult {
  const {picked, context, onTake, onCancel} = view;
  if (!rows.some(({line}) => line.isOrderable))
    return html`<div class="repeat-foot">${renderCancel(onCancel)}</div>`;
  const count = formatCount(picked.size, context.locale);
  const label =
    picked.size === 0
      ? msg('No line is picked', {id: 'purchase-order-editor.repeat-take-none'})
      : pluralForm(picked.size, context.locale) === 'one'
        ? msg('Take 1 line into the order', {id: 'purchase-order-editor.repeat-take-one'})
        : msg(str`Take ${count} lines into the order`, {id: 'purchase-order-editor.repeat-take'});
  return html`${renderTotals(view, rows, repeatable)}
    <div class="repeat-foot">
      <button type="button" class="button" part="repeat-cancel" @click=${onCancel}>
        ${msg('Cancel', {id: 'action.cancel'})}
      </button>
      <button
        type="button"
        class="button primary"
        part="repeat-take"
        aria-disabled=${picked.size === 0 ? 'true' : nothing}
        @click=${picked.size === 0 ? nothing : onTake}
      >
        ${label}
      </button>
    </div>`;
}

/** The portal's own total where all of its proposal is picked; else what the picked lines come to, called an estimate. */
function renderTotals({context}: RepeatActions, rows: readonly Row[], repeatable: Repeatable) {
  const {document, calculation, proposal} = repeatable;
  const {locale, showsPrices} = context;
  const {currency} = document;
  if (!showsPrices || currency === undefined) return nothing;
  const lines = rows.filter(({isPicked}) => isPicked).map(({line}) => line);
  const old = document.totals?.net ?? addUp(document.lines.flatMap(({lineAmount}) => lineAmount ?? []));
  const isAll = lines.length === proposal.draft.lines.length;
  const exact = isAll && calculation?.currency === currency ? calculation.totals?.net : undefined;
  const sum = exact ?? addUp(lines.flatMap(({cost}) => cost.amount ?? []));
  return html`<dl class="totals" part="repeat-totals">
    <dt>${msg('Then, before VAT', {id: 'purchase-order-editor.repeat-old-total'})}</dt>
    <dd class="amount old">${formatMoney(old, currency, locale)}</dd>
    <dt class="grand">
      ${
        exact === undefined
          ? msg('Now, before VAT (estimate)', {id: 'purchase-order-editor.repeat-estimate'})
          : msg('Now, before VAT', {id: 'purchase-order-editor.repeat-new-total'})
      }
    </dt>
    <dd class="amount grand">${formatMoney(sum, currency, locale)}</dd>
  </dl>`;
}

function renderCancel(onCancel: () => void): TemplateResult {
  return html`<button type="button" class="button" part="repeat-cancel" @click=${onCancel}>
    ${msg('Go to the order form', {id: 'purchase-order-editor.repeat-back'})}
  </button>`;
}
