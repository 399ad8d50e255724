import {html, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import {copyText} from '../../ui/copy-text.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {drawing} from '../../ui/drawings.ts';
import {icon} from '../../ui/states.ts';

/** What to write on a payment, with a button that copies it. */
export class PaymentReference {
  readonly #host: PortalElement;
  /** The reference that was copied last. */
  #copied: string | undefined;

  constructor(host: PortalElement) {
    this.#host = host;
  }

  /** Renders a reference. */
  render(reference: string): TemplateResult {
    const isCopied = this.#copied === reference;
    return html`<span class="copyable">
      <bdi class="payment-reference">${reference}</bdi>
      <button
        type="button"
        class="copy"
        part="copy"
        @click=${(event: Event) => void this.#copy(event, reference)}
      >
        ${isCopied ? icon('check') : drawing('copy')}
        <span class="visually-hidden">
          ${msg('Copy the payment reference', {id: 'document-detail.copy'})}
        </span>
      </button>
      <span class="copied" role="status">
        ${isCopied ? msg('Copied', {id: 'document-detail.copied'}) : ''}
      </span>
    </span>`;
  }

  async #copy({currentTarget}: Event, reference: string): Promise<void> {
    const text = currentTarget instanceof Element ? currentTarget.previousElementSibling : null;
    if (!text || !(await copyText(reference, text))) return;
    this.#copied = reference;
    this.#host.requestUpdate();
  }
}
