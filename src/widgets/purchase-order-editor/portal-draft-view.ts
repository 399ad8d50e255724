import {html, nothing, type TemplateResult} from 'lit';
import {formatRecent} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {PortalCopy} from '../../orders/draft.ts';
import type {Document} from '../../portal/contract/documents.ts';
import type {PortalError} from '../../portal/errors.ts';
import {describeError, icon, renderError, retryText} from '../../ui/states.ts';
import {renderWait, stopLabel} from './outcome.ts';
import type {PortalDraftState} from './portal-drafts.ts';

/** The button that saves at the portal. */
export function renderSaveButton({phase}: PortalDraftState, onSave: () => void): TemplateResult {
  const isSaving = phase === 'saving';
  return html`<button
    type="button"
    class="button"
    part="save"
    aria-disabled=${isSaving || nothing}
    @click=${onSave}
  >
    ${isSaving ? icon('pending') : nothing} ${msg('Save to portal', {id: 'purchase-order-editor.save'})}
  </button>`;
}

/** What the status beside the button is drawn from. */
export interface SaveStatus {
  readonly state: PortalDraftState;
  readonly copy: PortalCopy | undefined;
  readonly isChanged: boolean;
  readonly locale: string;
  readonly onSave: () => void;
  readonly onStop: () => void;
}

/** Whether the portal has the draft as it is, and why not. */
export function renderSaveStatus(status: SaveStatus): TemplateResult {
  const {state, locale, onSave, onStop} = status;
  const isFailed = state.phase === 'save-failed';
  return html`<div class="save-status" part="save-status">
    <p class="hint live" role="status">${isFailed ? nothing : statusText(status)}</p>
    ${
      state.phase === 'saving'
        ? html`${renderWait(state.wait, locale)}
            <button type="button" class="link" @click=${onStop}>${stopLabel()}</button>`
        : nothing
    }
    ${isFailed ? renderNotSaved(state.error, onSave) : nothing}
  </div>`;
}

function statusText({state, copy, isChanged, locale}: SaveStatus): TemplateResult | typeof nothing {
  if (state.phase === 'saving') {
    return html`<span>${msg('Saving to the portal…', {id: 'purchase-order-editor.saving'})}</span>`;
  }
  if (!copy) return nothing;
  const {number, savedAt} = copy;
  const time = savedAt === undefined ? '' : formatRecent(savedAt, locale);
  if (isChanged) {
    return html`<span
      >${
        savedAt === undefined
          ? msg('Your changes are not saved to the portal yet.', {id: 'purchase-order-editor.not-saved-yet'})
          : msg(str`Not saved to the portal since ${time}.`, {id: 'purchase-order-editor.not-saved-since'})
      }</span
    >`;
  }
  if (savedAt === undefined) return nothing;
  return html`${icon('check')}
    <span
      >${
        number === undefined
          ? msg(str`Saved to the portal as a draft at ${time}.`, {id: 'purchase-order-editor.draft-saved'})
          : msg(str`Saved to the portal as draft ${number} at ${time}.`, {
              id: 'purchase-order-editor.draft-saved-number',
            })
      }</span
    >`;
}

function renderNotSaved(error: PortalError, retry: () => void): TemplateResult {
  return html`<div class="notice danger" role="alert" part="error">
    ${icon('error')}
    <span>
      ${
        error.kind === 'aborted'
          ? msg(
              'It is not known whether the order was saved to the portal. Saving it again finds that out.',
              {
                id: 'purchase-order-editor.save-interrupted',
              },
            )
          : describeError(error)
      }
      ${msg('Everything you typed is kept.', {id: 'purchase-order-editor.kept'})}
      ${
        error.traceId
          ? html`<span class="reference"
              >${msg(str`Reference: ${error.traceId}`, {id: 'error.reference'})}</span
            >`
          : nothing
      }
    </span>
    <button type="button" class="button" @click=${retry}>${retryText(error)}</button>
  </div>`;
}

/** The portal's draft could not be read. */
export function renderUnread(error: PortalError, onRetry: () => void, onNew: () => void): TemplateResult {
  const isGone = error.kind === 'not-found' || error.kind === 'gone';
  if (!isGone && error.kind !== 'forbidden') return renderError(error, onRetry);
  return html`<section class="state" part="closed" aria-labelledby="closed-title">
    ${icon(isGone ? 'empty' : 'locked')}
    <h2 id="closed-title" tabindex="-1">
      ${
        isGone
          ? msg('This draft does not exist any more.', {id: 'purchase-order-editor.draft-gone'})
          : msg('You are not allowed to open this draft.', {id: 'purchase-order-editor.draft-forbidden'})
      }
    </h2>
    <div class="buttons">
      <button type="button" class="button primary" @click=${onNew}>${writeNew()}</button>
    </div>
  </section>`;
}

/** What the user can do where a document can be changed no more. */
export interface ClosedActions {
  readonly onOpen: (document: Document) => void;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
  readonly onNew: () => void;
}

/** The document is no draft any more, or none that may be changed. */
export function renderClosed(
  {document, hasMine}: Extract<PortalDraftState, {phase: 'closed'}>,
  actions: ClosedActions,
): TemplateResult {
  return html`<section class="state" part="closed" aria-labelledby="closed-title">
    ${icon('info')}
    <h2 id="closed-title" tabindex="-1">${closedText(document)}</h2>
    ${
      hasMine
        ? html`<p>
            ${msg('What you changed here is not in it. It is kept on this device.', {
              id: 'purchase-order-editor.closed-mine',
            })}
          </p>`
        : nothing
    }
    <div class="buttons">
      ${
        hasMine
          ? html`<button type="button" class="button primary" @click=${actions.onKeep}>
              ${msg('Keep mine as a new order', {id: 'purchase-order-editor.keep-as-new'})}
            </button>`
          : nothing
      }
      ${
        document
          ? html`<button
              type="button"
              class="button ${hasMine ? '' : 'primary'}"
              @click=${() => actions.onOpen(document)}
            >
              ${msg('Show this order', {id: 'purchase-order-editor.show'})}
            </button>`
          : nothing
      }
      ${
        hasMine
          ? html`<button type="button" class="button" @click=${actions.onDrop}>
              ${msg('Discard my changes', {id: 'purchase-order-editor.discard-mine'})}
            </button>`
          : html`<button type="button" class="button" @click=${actions.onNew}>${writeNew()}</button>`
      }
    </div>
  </section>`;
}

/** Why a document can be changed no more; without one it is gone. */
export function closedText(document: Document | undefined): string {
  if (!document) {
    return msg('This draft was discarded at the portal in the meantime.', {
      id: 'purchase-order-editor.draft-discarded',
    });
  }
  if (document.state === 'draft') {
    return msg('You are not allowed to change this draft.', {id: 'purchase-order-editor.draft-locked'});
  }
  const {number} = document;
  return number === null
    ? msg('This draft was sent already.', {id: 'purchase-order-editor.draft-sent'})
    : msg(str`This draft was sent already, as order ${number}.`, {
        id: 'purchase-order-editor.draft-sent-number',
      });
}

function writeNew(): string {
  return msg('Write a new order', {id: 'purchase-order-editor.write-new'});
}
