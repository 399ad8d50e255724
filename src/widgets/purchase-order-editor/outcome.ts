import {html, nothing, type TemplateResult} from 'lit';
import {formatMoney, pluralForm} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {isForgotten, type SendState} from '../../orders/submission.ts';
import type {Document} from '../../portal/contract/documents.ts';
import type {Wait} from '../../portal/http.ts';
import {describeError, icon} from '../../ui/states.ts';

type Failed = Extract<SendState, {phase: 'failed'}>;
type Saved = Extract<SendState, {phase: 'saved'}>;
type Submitting = Extract<SendState, {phase: 'submitting'}>;

/** What the user can do once an order was sent. */
export interface SavedActions {
  onNew: () => void;
  onOpen: (document: Document) => void;
  onContinue: () => void;
}

/** What the user can say of an order that the portal tells nothing of. */
export interface Decision {
  onArrived: () => void;
  onNotArrived: () => void;
}

/** The order was sent. */
export function renderSaved(
  {sent, isElsewhere, error}: Saved,
  locale: string,
  actions: SavedActions,
): TemplateResult {
  const {document, isOutdated} = sent;
  const {totals, currency} = document ?? {};
  const number = document?.number ?? sent.number;
  return html`<section class="state saved" part="saved" aria-labelledby="saved-title">
    ${icon('check')}
    <h2 id="saved-title" tabindex="-1">
      ${
        number === undefined
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
      document
        ? nothing
        : html`<p>
            ${
              error
                ? msg('The portal’s answer could not be read.', {id: 'purchase-order-editor.saved-unread'})
                : nothing
            }
            ${msg('You will find it in the list of your orders.', {id: 'purchase-order-editor.saved-in-list'})}
          </p>`
    }
    ${
      isElsewhere
        ? html`<p>
            ${msg('This order was sent from another window.', {id: 'purchase-order-editor.saved-elsewhere'})}
          </p>`
        : nothing
    }
    ${
      isOutdated
        ? html`<p class="notice warning">
            <span>
              ${
                isElsewhere
                  ? msg('What you changed here is not in it.', {
                      id: 'purchase-order-editor.saved-elsewhere-outdated',
                    })
                  : msg('It was sent as it was at the first try. What you changed since is not in it.', {
                      id: 'purchase-order-editor.saved-outdated',
                    })
              }
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
      ${
        document
          ? html`<button type="button" class="button" @click=${() => actions.onOpen(document)}>
              ${msg('Show this order', {id: 'purchase-order-editor.show'})}
            </button>`
          : nothing
      }
    </div>
  </section>`;
}

/** An order that was being sent when the page was left, or is being sent by another tab, is cleared up. */
export function renderFinishing(state: Submitting, locale: string, onStop: () => void): TemplateResult {
  return html`<section class="state" role="status" part="finishing">
    ${icon('pending')}
    <p>
      ${
        state.why === 'elsewhere'
          ? elsewhereText()
          : msg('Finishing an order that was being sent…', {id: 'purchase-order-editor.finishing'})
      }
    </p>
    ${renderWait(state.wait, locale)}
    <button type="button" class="button" @click=${onStop}>${stopLabel()}</button>
  </section>`;
}

/** Why sending takes longer. */
export function renderWait(wait: Wait | undefined, locale: string): TemplateResult | typeof nothing {
  return wait ? html`<p class="hint">${waitText(wait, locale)}</p>` : nothing;
}

/** Said while an order that another tab has begun to send is cleared up. */
export function elsewhereText(): string {
  return msg('This order is being sent in another window…', {id: 'purchase-order-editor.elsewhere'});
}

/** What happened, what was kept, what it means for the order. */
export function renderFailed(state: Failed): TemplateResult {
  const {error, submission} = state;
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
      <p>${outcomeText(state)}</p>
      ${
        reference
          ? html`<p class="reference">${msg(str`Reference: ${reference}`, {id: 'error.reference'})}</p>`
          : nothing
      }
    </div>
  </div>`;
}

/** Asks the user whether the order has arrived, where trying again has not told or would not. */
export function renderDecision(
  {isStuck}: Failed,
  {onArrived, onNotArrived}: Decision,
): TemplateResult | typeof nothing {
  if (!isStuck) return nothing;
  return html`<div class="decision" role="group" aria-labelledby="decision">
    <p id="decision">
      ${msg('Look for it in the list of your orders first. What did you find?', {
        id: 'purchase-order-editor.decide',
      })}
    </p>
    <div class="buttons">
      <button type="button" class="button" @click=${onArrived}>
        ${msg('It arrived', {id: 'purchase-order-editor.arrived'})}
      </button>
      <button type="button" class="button" @click=${onNotArrived}>
        ${msg('It did not arrive', {id: 'purchase-order-editor.not-arrived'})}
      </button>
    </div>
  </div>`;
}

/** Whether trying once more can help, and does no harm. */
export function canRetry({error, outcome, submission}: Failed): boolean {
  return error.kind !== 'key-reused' && !(outcome === 'unknown' && isForgotten(submission));
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

function outcomeText({error, outcome, submission}: Failed): string {
  switch (error.kind === 'key-reused' ? 'reused' : outcome) {
    case 'unknown':
      if (isForgotten(submission)) {
        return msg(
          'It is not known whether the order has arrived, and that was too long ago to find out: sending it again could make a second order. Everything is kept.',
          {id: 'purchase-order-editor.outcome-forgotten'},
        );
      }
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
