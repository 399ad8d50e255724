import {html, nothing, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import {fromInput} from '../../orders/from-portal.ts';
import type {DraftInput} from '../../portal/contract/orders.ts';
import {PortalError} from '../../portal/errors.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import type {OrderEditEvent} from '../order-upload/order-upload.events.ts';
import type {OrderUpload} from '../order-upload/order-upload.ts';
import type {EditorContext} from './editor-context.ts';
import type {EditorSession} from './editor-session.ts';
import {renderDismiss, renderMissing} from './notices.ts';

const module = new OnDemand(() => import('./from-file-upload.ts'));

/** Rows of a file in the place of the order's form, until they are an order in it, or are not wanted. */
export class FromFile {
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  readonly #context: () => EditorContext;
  /** Kept while it is not shown: rows may be left in it. */
  #upload: OrderUpload | undefined;
  #isOpen = false;
  #hasRest = false;
  /** Why there is nothing to choose a file with. */
  #missing: PortalError | undefined;

  constructor(host: PortalElement, session: EditorSession, context: () => EditorContext) {
    this.#host = host;
    this.#session = session;
    this.#context = context;
  }

  /** Begins another order with this content; false where one is to be cleared up first. Resolves when its items are looked up. */
  async write(input: DraftInput): Promise<boolean> {
    const {isSubmitted, items, draft} = this.#session;
    if (isSubmitted) return false;
    await this.#session.startWith(fromInput(input, items.catalogue, draft.separators));
    await this.#context().search?.commitAll();
    return true;
  }

  /** Shows the file, or where one is chosen. */
  async open(): Promise<void> {
    this.#missing = undefined;
    try {
      await module.load();
      this.#upload ??= this.#newUpload();
      this.#isOpen = true;
      this.#context().focus('from-file-back');
    } catch (thrown) {
      this.#missing = PortalError.from(thrown);
      this.#host.announceError(this.#missing);
    }
    this.#host.requestUpdate();
  }

  /** What is drawn in place of the form; undefined where that is drawn. */
  renderInstead({session, locale}: EditorContext): TemplateResult | undefined {
    const upload = this.#upload;
    if (!this.#isOpen || !upload || session.isSubmitted) return undefined;
    upload.client = session.portal;
    upload.locale = locale;
    upload.type = session.type;
    return html`<div class="from-file">
      <button type="button" class="button quiet" id="from-file-back" @click=${() => this.#close()}>
        ${msg('Back to the order', {id: 'purchase-order-editor.from-file-back'})}
      </button>
      ${upload}
    </div>`;
  }

  /** Says that rows of a file are left. It is there before it speaks. */
  renderNotice(): TemplateResult {
    return html`<div class="notices live" role="status">
      ${this.#missing ? renderMissing(this.#missing, () => void this.open()) : nothing}
      ${
        this.#hasRest
          ? html`<div class="notice" part="notice">
              <span
                >${msg('Rows of the file are left that are in no order yet.', {id: 'purchase-order-editor.from-file-rest'})}</span
              >
              <button type="button" class="link" @click=${() => void this.open()}>
                ${msg('Show them', {id: 'purchase-order-editor.from-file-show'})}
              </button>
              ${renderDismiss(() => this.#close(false))}
            </div>`
          : nothing
      }
    </div>`;
  }

  /** The order goes on in this form. */
  #take(event: OrderEditEvent): void {
    // An order that may be on its way is cleared up first: the rows stay.
    if (this.#session.isSubmitted) return;
    event.preventDefault();
    event.stopPropagation();
    void this.write(event.draft).then(() => this.#close());
  }

  #newUpload(): OrderUpload {
    const upload = document.createElement('order-upload');
    upload.addEventListener('order-edit', (event) => this.#take(event));
    return upload;
  }

  #close(hasRest = this.#upload?.hasRows ?? false): void {
    this.#isOpen = false;
    this.#hasRest = hasRest;
    this.#host.requestUpdate();
    this.#context().focus('reference');
  }
}
