import {html, nothing, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import {isOutOfReach} from '../../orders/portal-draft.ts';
import {discard} from '../../portal/documents.ts';
import {PortalError} from '../../portal/errors.ts';
import {ModalController} from '../../ui/modal.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {describeError, icon} from '../../ui/states.ts';
import type {EditorContext} from './editor-context.ts';
import type {EditorSession} from './editor-session.ts';

/** The question whether a draft goes at the portal, too. */
type State =
  {readonly phase: 'asking' | 'discarding'} | {readonly phase: 'failed'; readonly error: PortalError};

/** What discarding works with. */
export interface DiscardOptions {
  /** Shows what the portal has of a document; resolves with whether that can be gone on with. */
  reopen: (documentId: string) => Promise<boolean>;
  /** Moves the focus to the element of an id when it is drawn. */
  focus: (id: string) => void;
}

/** Discards a draft that the portal has, too: the user is asked whether it goes there as well. */
export class PortalDiscard {
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  readonly #options: DiscardOptions;
  #state: State | undefined;

  constructor(host: PortalElement, session: EditorSession, options: DiscardOptions) {
    this.#host = host;
    this.#session = session;
    this.#options = options;
    new ModalController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('#discard-dialog'),
      isOpen: () => this.#state !== undefined,
      onCancel: () => this.#cancel(),
    });
  }

  /** Asks what is to be discarded. */
  ask(): void {
    this.#set({phase: 'asking'});
  }

  /** Begins anew with another draft. */
  renew(): void {
    this.#set(undefined);
  }

  /** The question what is to be discarded, open or not. */
  render({allowed}: EditorContext): TemplateResult {
    return renderDialog(this.#state, {
      mayDiscard: allowed.includes('discard'),
      onBoth: () => void this.#discardBoth(),
      onHere: () => void this.#discardHere(),
      onCancel: () => this.#cancel(),
    });
  }

  #cancel(): void {
    if (this.#state?.phase !== 'discarding') this.#set(undefined);
  }

  /** The changes of this device go. What the portal has is shown again where it was asked for. */
  async #discardHere(): Promise<void> {
    const {draft, documentId} = this.#session;
    this.#state = undefined;
    const discarding = this.#session.discard();
    const {keeper} = this.#session;
    if (draft.portalCopy && draft.portalCopy.documentId === documentId) {
      await discarding;
      if (this.#session.keeper !== keeper) return;
      const isOpen = await this.#options.reopen(documentId);
      // What comes back would be sent once more.
      const isSent = this.#session.deviceDrafts?.left === 'sent';
      if (isOpen && !isSent) this.#session.tell({kind: 'discarded', draft});
    }
    this.#options.focus('undo');
  }

  async #discardBoth(): Promise<void> {
    const {portal, type, draft, keeper} = this.#session;
    const copy = draft.portalCopy;
    if (!portal || !copy || this.#state?.phase === 'discarding') return;
    this.#set({phase: 'discarding'});
    let failure: PortalError | undefined;
    await discard(portal, type, copy.documentId, {etag: copy.etag}).catch((thrown: unknown) => {
      const error = PortalError.from(thrown);
      if (!isOutOfReach(error)) failure = error;
    });
    if (this.#session.keeper !== keeper) return;
    if (failure) {
      this.#host.announceError(failure);
      this.#set({phase: 'failed', error: failure});
      return;
    }
    // What comes back by Undo is an order of its own.
    this.#session.complete((mine) => ({...mine, portalCopy: undefined}));
    await this.#discardHere();
  }

  #set(state: State | undefined): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

/** What the user can do where a draft is to be discarded that the portal has, too. */
interface DiscardActions {
  readonly mayDiscard: boolean;
  readonly onBoth: () => void;
  readonly onHere: () => void;
  readonly onCancel: () => void;
}

/** Asks whether a draft goes at the portal, too. The dialog stays in the page while it is closed. */
function renderDialog(state: State | undefined, actions: DiscardActions): TemplateResult {
  const isBusy = state?.phase === 'discarding';
  return html`<dialog
    class="dialog"
    id="discard-dialog"
    part="discard-dialog"
    aria-labelledby="discard-title"
  >
    ${
      state
        ? html`<div class="dialog-head">
              <h2 id="discard-title">
                ${msg('Discard this order?', {id: 'purchase-order-editor.discard-title'})}
              </h2>
            </div>
            <div class="dialog-body">
              <p>
                ${msg('The portal has it as a draft, too. Others may be working on it.', {
                  id: 'purchase-order-editor.discard-question',
                })}
              </p>
              ${state.phase === 'failed' ? renderNotDiscarded(state.error) : nothing}
            </div>
            <div class="dialog-foot">
              <button
                type="button"
                class="button quiet"
                aria-disabled=${isBusy || nothing}
                @click=${actions.onCancel}
              >
                ${msg('Cancel', {id: 'action.cancel'})}
              </button>
              <button
                type="button"
                class="button"
                aria-disabled=${isBusy || nothing}
                @click=${actions.onHere}
              >
                ${msg('Only discard my changes', {id: 'purchase-order-editor.discard-here'})}
              </button>
              ${
                actions.mayDiscard
                  ? html`<button
                      type="button"
                      class="button primary"
                      aria-disabled=${isBusy || nothing}
                      @click=${actions.onBoth}
                    >
                      ${isBusy ? icon('pending') : nothing}
                      ${msg('Discard at the portal too', {id: 'purchase-order-editor.discard-both'})}
                    </button>`
                  : nothing
              }
            </div>`
        : nothing
    }
  </dialog>`;
}

function renderNotDiscarded(error: PortalError): TemplateResult {
  return html`<div class="notice danger" role="alert" part="error">
    ${icon('error')}
    <span
      >${
        error.kind === 'stale'
          ? msg('The draft was changed at the portal in the meantime. It was not discarded there.', {
              id: 'purchase-order-editor.discard-stale',
            })
          : describeError(error)
      }</span
    >
  </div>`;
}
