import {html, nothing, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import {discard} from '../../portal/documents.ts';
import {PortalError} from '../../portal/errors.ts';
import {ModalController} from '../../ui/modal.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {describeError, icon} from '../../ui/states.ts';
import {DocumentDiscardedEvent} from './document-detail.events.ts';
import type {LoadedDocument} from './loaded-document.ts';

type State =
  | {readonly phase: 'idle' | 'changed'}
  | {readonly phase: 'asking' | 'discarding'; readonly source: LoadedDocument}
  | {readonly phase: 'failed'; readonly source: LoadedDocument; readonly error: PortalError}
  | {readonly phase: 'discarded'; readonly id: string};

/** Discards a draft at the portal, once the user has said so, and only the version that the user has seen. */
export class Discard {
  readonly #host: PortalElement;
  readonly #onChanged: () => void;
  #state: State = {phase: 'idle'};

  /** `onChanged`: the draft is another one at the portal by now, and has to be loaded again. */
  constructor(host: PortalElement, onChanged: () => void) {
    this.#host = host;
    this.#onChanged = onChanged;
    new ModalController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('#discard-dialog'),
      isOpen: () => this.#asked !== undefined,
      onCancel: () => this.#cancel(),
    });
  }

  /** Asks whether a draft is to be discarded. */
  ask(source: LoadedDocument): void {
    this.#set({phase: 'asking', source});
  }

  /** Whether the document of an id was discarded here. */
  isDiscarded(id: string): boolean {
    return this.#state.phase === 'discarded' && this.#state.id === id;
  }

  /** Whether discarding has found the draft changed. */
  get hasFoundChange(): boolean {
    return this.#state.phase === 'changed';
  }

  /** Forgets what was asked, and what came of it. */
  renew(): void {
    this.#state = {phase: 'idle'};
  }

  /** The question, open or not. It stays in the page while it is closed. */
  render(): TemplateResult {
    const isBusy = this.#state.phase === 'discarding';
    return html`<dialog class="dialog" id="discard-dialog" part="dialog" aria-labelledby="discard-title">
      ${
        this.#asked
          ? html`<div class="dialog-head">
                <h2 id="discard-title">
                  ${msg('Discard this draft?', {id: 'document-detail.discard-title'})}
                </h2>
              </div>
              <div class="dialog-body">
                <p>
                  ${msg('It will be gone for everybody who works on it.', {
                    id: 'document-detail.discard-question',
                  })}
                </p>
                ${this.#state.phase === 'failed' ? renderFailed(this.#state.error) : nothing}
              </div>
              <div class="dialog-foot">
                <button
                  type="button"
                  class="button"
                  aria-disabled=${isBusy || nothing}
                  @click=${() => this.#cancel()}
                >
                  ${msg('Keep the draft', {id: 'document-detail.discard-keep'})}
                </button>
                <button
                  type="button"
                  class="button primary"
                  aria-disabled=${isBusy || nothing}
                  @click=${() => void this.#discard()}
                >
                  ${isBusy ? icon('pending') : nothing}
                  ${msg('Discard the draft', {id: 'document-detail.discard-yes'})}
                </button>
              </div>`
          : nothing
      }
    </dialog>`;
  }

  get #asked(): LoadedDocument | undefined {
    return 'source' in this.#state ? this.#state.source : undefined;
  }

  #cancel(): void {
    if (this.#state.phase !== 'discarding') this.#set({phase: 'idle'});
  }

  async #discard(): Promise<void> {
    const source = this.#asked;
    if (!source || this.#state.phase === 'discarding') return;
    this.#set({phase: 'discarding', source});
    const {portal, document, etag} = source;
    const {type, id} = document;
    try {
      await discard(portal, type, id, {etag});
      this.#finish(type, id, source);
    } catch (thrown) {
      const error = PortalError.from(thrown);
      // Somebody else was faster, or the answer to an earlier try was lost.
      if (error.kind === 'not-found' || error.kind === 'gone') this.#finish(type, id, source);
      else this.#fail(source, error);
    }
  }

  /** It is a fact also for who looks at another document by now. */
  #finish(type: string, id: string, source: LoadedDocument): void {
    if (this.#asked === source) this.#set({phase: 'discarded', id});
    this.#host.dispatchEvent(new DocumentDiscardedEvent({type, id}));
  }

  #fail(source: LoadedDocument, error: PortalError): void {
    if (this.#asked !== source) return;
    if (error.kind === 'stale' || error.kind === 'conflict') {
      this.#set({phase: 'changed'});
      this.#onChanged();
      return;
    }
    this.#host.announceError(error);
    this.#set({phase: 'failed', source, error});
  }

  #set(state: State): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

function renderFailed(error: PortalError): TemplateResult {
  return html`<div class="notice danger" role="alert" part="error">
    ${icon('error')}
    <span>
      ${describeError(error)}
      ${
        // Without an answer nobody knows; asking again does no harm.
        error.status === undefined
          ? msg('It is not known whether the draft was discarded. You can try again.', {
              id: 'document-detail.discard-unknown',
            })
          : nothing
      }
    </span>
  </div>`;
}
