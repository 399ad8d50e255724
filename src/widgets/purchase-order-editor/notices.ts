import {html, nothing, type TemplateResult} from 'lit';
import {formatRecent} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {PortalError} from '../../portal/errors.ts';
import {describeError, icon, retryText} from '../../ui/states.ts';
import type {EditorContext} from './editor-context.ts';
import type {EditorSession} from './editor-session.ts';

/** What there is to know about the draft and where it is kept. */
export function renderNotices({session, locale, focus}: EditorContext): TemplateResult {
  const {notice} = session;
  const onUndo = () => {
    if (notice?.kind === 'discarded') focus('reference');
    session.restore();
  };
  return html`<div class="notices live" role="status">
    ${
      notice?.kind === 'restored' && session.canDiscard
        ? html`<div class="notice" part="notice">
            <span>
              ${msg(str`Your unfinished order from ${formatRecent(notice.at, locale)} is back.`, {
                id: 'purchase-order-editor.restored',
              })}
            </span>
            <button
              type="button"
              class="link"
              aria-disabled=${session.isSaving || nothing}
              @click=${() => discard(session, focus)}
            >
              ${discardLabel()}
            </button>
            ${renderDismiss(({currentTarget}) => {
              if ((currentTarget as Element).matches(':focus')) focus('reference');
              session.dismissNotice();
            })}
          </div>`
        : nothing
    }
    ${
      notice?.kind === 'discarded' || notice?.kind === 'discarded-other'
        ? html`<div class="notice" part="notice">
            <span
              >${msg('The unfinished order was discarded.', {id: 'purchase-order-editor.discarded'})}</span
            >
            <button type="button" class="link" id="undo" @click=${onUndo}>
              ${msg('Undo discarding', {id: 'purchase-order-editor.undo-discard'})}
            </button>
          </div>`
        : nothing
    }
    ${session.onDemand
      ?.storageTexts(session)
      .map(
        (text) => html`<div class="notice warning" part="notice">${icon('info')}<span>${text}</span></div>`,
      )}
  </div>`;
}

/** Throws the order away; where the notice that it is back offers that, once is enough. */
export function renderDiscard({session, focus}: EditorContext): TemplateResult | typeof nothing {
  if (!session.canDiscard || session.notice?.kind === 'restored') return nothing;
  return html`<button
    type="button"
    class="button quiet"
    part="discard"
    aria-disabled=${session.isSaving || nothing}
    @click=${() => discard(session, focus)}
  >
    ${discardLabel()}
  </button>`;
}

/** It is not known any more who writes: what is written stays where it is. */
export function renderLost(error: PortalError, retry: () => void): TemplateResult {
  return html`<div class="notice danger" role="alert" part="error">
    ${icon('error')}
    <span
      >${describeError(error)}
      ${msg('Everything you typed is kept.', {id: 'purchase-order-editor.kept'})}</span
    >
    <button type="button" class="button" @click=${retry}>${retryText(error)}</button>
  </div>`;
}

/** What loads on demand has not. */
export function renderMissing(error: PortalError, retry: () => void): TemplateResult {
  return html`<div class="notice danger missing" role="alert" part="error">
    ${icon('error')}
    <span>
      ${error.kind === 'offline' ? describeError(error) : nothing}
      ${msg('A part of this form could not be loaded.', {id: 'purchase-order-editor.part-missing'})}
      ${msg('Everything you typed is kept.', {id: 'purchase-order-editor.kept'})}
    </span>
    <button type="button" class="button" @click=${retry}>
      ${msg('Try again', {id: 'action.try-again'})}
    </button>
  </div>`;
}

/** The button that has done it goes: the focus is where it can be undone. */
function discard(session: EditorSession, focus: EditorContext['focus']): void {
  if (session.isSaving) return;
  if (session.draft.portalCopy && session.portalDrafts) {
    session.portalDrafts.askDiscard();
    return;
  }
  void session.discard();
  focus('undo');
}

function discardLabel(): string {
  return msg('Discard', {id: 'purchase-order-editor.discard'});
}

/** Takes a notice away. */
export function renderDismiss(onClick: (event: Event) => void): TemplateResult {
  const label = msg('Dismiss', {id: 'action.dismiss'});
  return html`<button
    type="button"
    class="button quiet icon-button dismiss"
    aria-label=${label}
    title=${label}
    @click=${onClick}
  >
    ${icon('close')}
  </button>`;
}
