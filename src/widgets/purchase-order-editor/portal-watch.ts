import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import type {DraftKeeper} from '../../orders/draft-keeper.ts';
import type {PortalVersion} from '../../orders/draft.ts';
import {mayChange} from '../../orders/portal-draft.ts';
import type {Document} from '../../portal/contract/documents.ts';
import {get} from '../../portal/documents.ts';
import {icon} from '../../ui/states.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import type {EditorSession} from './editor-session.ts';
import {closedText} from './portal-draft-view.ts';

/** What a watch works with. */
export interface WatchOptions {
  /** Whether nothing else is being found out or decided. */
  isIdle: () => boolean;
  /** Brings what is here and what is at the portal together. */
  onMeet: (documentId: string) => void;
}

/**
 * Asks the portal once, for each draft that comes back from this device, whether the draft there has moved on. Where nobody has
 * begun to write, both are brought together at once; else that is said, and waits. What cannot be found out is not said:
 * saving finds it out.
 */
export class PortalWatch implements ReactiveController {
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  readonly #options: WatchOptions;
  /** Whose draft is known to be compared. */
  #seen: DraftKeeper | undefined;
  #abort: AbortController | undefined;
  #moved: Document | undefined;

  constructor(host: PortalElement, session: EditorSession, options: WatchOptions) {
    this.#host = host;
    this.#session = session;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const {keeper, isOpen, isHidden, isSubmitted, draft, portal} = this.#session;
    const copy = draft.portalCopy;
    if (!isOpen || isHidden || isSubmitted || !copy || !portal || !this.#host.isConnected) return;
    if (keeper === this.#seen || !this.#options.isIdle()) return;
    this.#seen = keeper;
    void this.#look(keeper, copy);
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected || !this.#abort) return;
      this.#abort.abort();
      this.#seen = undefined;
    });
  }

  /** The draft of now is compared with the portal's by other means; what was found out before does not count any more. */
  leave(): void {
    this.#abort?.abort();
    this.#seen = this.#session.keeper;
    this.#moved = undefined;
  }

  /** The draft of before is not written any more. */
  renew(): void {
    this.#abort?.abort();
    this.#moved = undefined;
  }

  /** That the portal's draft has moved on. The live region is there before it speaks. */
  render(): TemplateResult {
    const moved = this.#moved;
    return html`<div class="notices live" role="status">
      ${
        moved
          ? html`<div class="notice warning" part="notice">
              ${icon('info')}
              <span>${mayChange(moved) ? changedText() : closedText(moved)}</span>
              <button type="button" class="link" @click=${() => this.#options.onMeet(moved.id)}>
                ${
                  mayChange(moved)
                    ? msg('Compare', {id: 'purchase-order-editor.moved-compare'})
                    : msg('Choose how to go on', {id: 'purchase-order-editor.moved-decide'})
                }
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  async #look(keeper: DraftKeeper, {documentId, etag}: PortalVersion): Promise<void> {
    const {portal, type} = this.#session;
    const abort = (this.#abort = new AbortController());
    const {signal} = abort;
    const known = portal && (await get(portal, type, documentId, {signal}).catch(() => undefined));
    if (this.#abort === abort) this.#abort = undefined;
    const isCurrent = !signal.aborted && this.#session.keeper === keeper && this.#options.isIdle();
    if (!known || !isCurrent || this.#session.draft.portalCopy?.etag !== etag) return;
    if (known.etag === etag && mayChange(known.document)) return;
    if (this.#isUntouched) {
      this.#options.onMeet(documentId);
      return;
    }
    this.#moved = known.document;
    this.#host.requestUpdate();
  }

  /** Whether nobody has begun to write, here or elsewhere in the page: the form may give way to something else. */
  get #isUntouched(): boolean {
    const focused = document.activeElement;
    return !this.#session.canUndo && (!focused || focused === document.body);
  }
}

function changedText(): string {
  return msg('This order was changed at the portal in the meantime.', {id: 'purchase-order-editor.moved-on'});
}
