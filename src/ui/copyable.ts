import {css, html, type LitElement, type TemplateResult} from 'lit';
import {msg} from '../locales/localize.ts';
import {copyText} from './copy-text.ts';
import {drawing} from './drawings.ts';
import {icon} from './states.ts';

/** Texts with a button each that copies them. */
export class Copyable {
  readonly #host: LitElement;
  /** Key of what was copied last. */
  #copied: string | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /**
   * Renders a text. `label` says what its button copies; `shown`: in place of the text, where that is drawn in another way; `key`
   * tells it from others with the same text.
   */
  render(
    text: string,
    label: string,
    {shown = text, key = text}: {shown?: unknown; key?: string} = {},
  ): TemplateResult {
    return html`<span class="copyable"><bdi>${shown}</bdi> ${this.renderButton(text, label, key)}</span>`;
  }

  /** The button alone, and what it says once it has copied; it stands after the element that shows the text. */
  renderButton(text: string, label: string, key = text): TemplateResult {
    const isCopied = this.#copied === key;
    return html`<button
        type="button"
        class="copy"
        part="copy"
        @click=${(event: Event) => void this.#copy(event, text, key)}
      >
        ${isCopied ? icon('check') : drawing('copy')}<span class="visually-hidden">${label}</span>
      </button>
      <span class="copied" role="status">
        ${isCopied ? msg('Copied', {id: 'document-detail.copied'}) : ''}
      </span>`;
  }

  async #copy({currentTarget}: Event, text: string, key: string): Promise<void> {
    const shown = currentTarget instanceof Element ? currentTarget.previousElementSibling : null;
    if (!shown || !(await copyText(text, shown))) return;
    this.#copied = key;
    this.#host.requestUpdate();
  }
}

/** Texts that can be copied. */
export const copyableStyles = css`
  .copyable {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 6px;
    align-items: center;
  }

  .copy {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    margin-block: -4px;
    border: 0;
    border-radius: 4px;
    padding: 0;
    font: inherit;
    color: var(--_accent);
    background: none;
    cursor: pointer;
  }

  .copy:hover {
    background: color-mix(in srgb, var(--_accent) 8%, var(--_surface));
  }

  .copied {
    font-size: 0.875em;
    color: var(--_text-muted);
  }
`;
