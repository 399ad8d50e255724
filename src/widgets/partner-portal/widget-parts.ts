import {html, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import {PortalError} from '../../portal/errors.ts';
import {renderError} from '../../ui/states.ts';
import type {PartnerPortal} from './partner-portal.ts';
import type {WidgetName} from './widget-loaders.ts';

/** Loads the elements of the portal, each when it is first shown. */
export class WidgetParts {
  readonly #host: PartnerPortal;
  readonly #failures = new Map<WidgetName, PortalError>();
  readonly #loading = new Set<WidgetName>();

  constructor(host: PartnerPortal) {
    this.#host = host;
  }

  /** Renders an element once it is here; until then its room, or why it does not come. */
  render(name: WidgetName, widget: () => TemplateResult): TemplateResult {
    if (customElements.get(name)) return widget();
    const failure = this.#failures.get(name);
    if (failure)
      return renderError(failure, () => {
        this.#load(name);
        this.#host.requestUpdate();
      });
    this.#load(name);
    return html`<div class="pending" aria-busy="true">
      <p class="visually-hidden" role="status">${msg('Loading…', {id: 'document-list.loading'})}</p>
      <div class="skeleton title"></div>
      <div class="skeleton block"></div>
    </div>`;
  }

  #load(name: WidgetName): void {
    if (this.#loading.has(name)) return;
    this.#loading.add(name);
    this.#failures.delete(name);
    this.#host
      .loadWidget(name)
      .catch((thrown: unknown) => {
        const failure = PortalError.from(thrown);
        this.#failures.set(name, failure);
        this.#host.announceError(failure);
      })
      .finally(() => {
        this.#loading.delete(name);
        this.#host.requestUpdate();
      });
  }
}
