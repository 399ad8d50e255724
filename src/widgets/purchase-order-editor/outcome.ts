import {html, nothing, type TemplateResult} from 'lit';
import {formatMoney, pluralForm} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {SendState} from '../../orders/submission.ts';
import type {Wait} from '../../portal/http.ts';
import {describeError, icon} from '../../ui/states.ts';

type Failed = Extract<SendState, {phase: 'failed'}>;
type Saved = Extract<SendState, {phase: 'saved'}>;
type Submitting = Extract<SendState, {phase: 'submitting'}>;

/** What the user can do once an order was sent. */
export interface SavedActions {
  onNew: () => void;
  onOpen: () => void;
  onContinue: () => void;
}

/** The order was sent. */
export function renderSaved(
  {document, isOutdated}: Saved,
  locale: string,
  actions: SavedActions,
): TemplateResult {
  const {number, totals, currency} = document;
  return html`<section class="state saved" part="saved" aria-labelledby="saved-title">
    ${icon('check')}
    <h2 id="saved-title" tabindex="-1">
      ${
        number === null
          ? msg('Your order was sent', {id: 'purchase-order-editor.saved'})
          : msg(str`Order ${number} was sent`, {id: 'purchase-order-editor.saved-number'})
      }
    </h2>
    ${
      totals && currency !== undefined
        ? html`<p>
            ${msg(str`Total including VAT: ${formatMoney(totals.gross, currency, locale)}`, {
              id: 'purchase-order-editor.saved-total',
            })}
          </p>`
        : nothing
    }
    ${
      isOutdated
        ? html`<p class="notice warning">
            <span>
              ${msg('It was sent as it was at the first try. What you changed since is not in it.', {
                id: 'purchase-order-editor.saved-outdated',
              })}
            </span>
            <button type="button" class="link" @click=${actions.onContinue}>
              ${msg('Go on with the changed order', {id: 'purchase-order-editor.continue'})}
            </button>
          </p>`
        : nothing
    }
    <div class="buttons">
      <button type="button" class="button primary" @click=${actions.onNew}>
        ${msg('Write another order', {id: 'purchase-order-editor.write-another'})}
      </button>
      <button type="button" class="button" @click=${actions.onOpen}>
        ${msg('Show this order', {id: 'purchase-order-editor.show'})}
      </button>
    </div>
  </section>`;
}

/** An order that was being sent when the page was left is cleared up. */
export function renderFinishing(state: Submitting, locale: string, onStop: () => void): TemplateResult {
  return html`<section class="state" role="status" part="finishing">
    ${icon('pending')}
    <p>${msg('Finishing an order that was being sent…', {id: 'purchase-order-editor.finishing'})}</p>
    ${renderWait(state.wait, locale)}
    <button type="button" class="button" @click=${onStop}>${stopLabel()}</button>
  </section>`;
}

/** Why sending takes longer. */
export function renderWait(wait: Wait | undefined, locale: string): TemplateResult | typeof nothing {
  return wait ? html`<p class="hint">${waitText(wait, locale)}</p>` : nothing;
}

/** What happened, what was kept, what it means for the order. */
export function renderFailed({error, outcome, submission}: Failed): TemplateResult {
  const isReused = error.kind === 'key-reused';
  const reference = error.traceId ?? (isReused ? submission.key : undefined);
  const told = isReused
    ? msg('The portal already knows this order with other content.', {id: 'purchase-order-editor.key-reused'})
    : error.kind === 'aborted'
      ? msg('Sending was interrupted.', {id: 'purchase-order-editor.interrupted'})
      : describeError(error);
  return html`<div class="notice danger failed" role="alert" part="error">
    ${icon('error')}
    <div>
      <p class="failed-title">${told}</p>
      <p>${outcomeText(error.kind === 'key-reused' ? 'reused' : outcome)}</p>
      ${
        reference
          ? html`<p class="reference">${msg(str`Reference: ${reference}`, {id: 'error.reference'})}</p>`
          : nothing
      }
    </div>
  </div>`;
}

/** The label of the button that tries once more. */
export function retryLabel({error, outcome}: Failed): string {
  if (error.kind === 'signed-out' || error.kind === 'token') {
    return msg('Sign in again', {id: 'action.sign-in-again'});
  }
  return outcome === 'unknown'
    ? msg('Find out and send', {id: 'purchase-order-editor.settle'})
    : msg('Try again', {id: 'action.try-again'});
}

/** The label of the button that ends waiting. */
export function stopLabel(): string {
  return msg('Stop waiting', {id: 'purchase-order-editor.stop-waiting'});
}

function outcomeText(outcome: Failed['outcome'] | 'reused'): string {
  switch (outcome) {
    case 'unknown':
      return msg(
        'It is not known yet whether the order has arrived. Everything is kept. Sending again finds that out first: there will be one order, not two.',
        {id: 'purchase-order-editor.outcome-unknown'},
      );
    case 'reused':
      return msg(
        'Nothing was sent, and everything you typed is kept. Look at your orders before you send it again.',
        {
          id: 'purchase-order-editor.outcome-reused',
        },
      );
    default:
      return msg('The order was not sent. Everything you typed is kept.', {
        id: 'purchase-order-editor.outcome-not-sent',
      });
  }
}

function waitText({reason, seconds}: Wait, locale: string): string {
  switch (reason) {
    case 'busy':
      return pluralForm(seconds, locale) === 'one'
        ? msg(str`The portal is busy; trying again in ${seconds} second.`, {
            id: 'purchase-order-editor.wait-busy-one',
          })
        : msg(str`The portal is busy; trying again in ${seconds} seconds.`, {
            id: 'purchase-order-editor.wait-busy',
          });
    case 'working':
      return msg('The portal is still working on the order.', {id: 'purchase-order-editor.wait-working'});
    default:
      return msg('No answer yet; trying again. It stays one order.', {
        id: 'purchase-order-editor.wait-retry',
      });
  }
}
