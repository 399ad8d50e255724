import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {TaskStatus} from '@lit/task';
import {property} from 'lit/decorators/property.js';
import {msg, str} from '../../locales/localize.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import {PortalError} from '../../portal/errors.ts';
import {DocumentOpenEvent, type DocumentFilter} from '../../ui/events.ts';
import {KeepFocus} from '../../ui/keep-focus.ts';
import {PortalElement} from '../../ui/portal-element.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import {describeError, icon, renderError} from '../../ui/states.ts';
import {controlStyles, hostStyles} from '../../ui/styles.ts';
import {loadCounts, type Counts} from './counts.ts';
import {renderCounts, renderSkeleton} from './summary-table.ts';
import styles from './document-summary.styles.ts';

/** What there is to show. */
type SummaryView =
  | {phase: 'loading'; types: number | undefined}
  | {phase: 'denied'; detail: string | undefined}
  | {phase: 'failed'; error: PortalError}
  | {phase: 'loaded'; counts: Counts; busy: boolean; error: PortalError | undefined};

/**
 * Says of each document type that the member may list how many documents there are, how many are posted and not posted,
 * and what is open and overdue in money. Each figure leads to the documents behind it.
 *
 * An order that another element of the page has created or discarded at the same portal is counted by itself.
 *
 * @element document-summary
 * @fires {DocumentOpenEvent} document-open - The user chose a type, or a figure: the same with a `filter`. Cancelable.
 * @csspart heading - The title.
 * @csspart table - The types.
 * @csspart row - One type.
 * @csspart open - A button with the name of a type.
 * @csspart figure - A button with a number or an amount.
 * @csspart bar - The drawing of what is posted and not posted.
 * @csspart notice - Something the user should know about the figures.
 * @csspart error - An error in place of the figures.
 * @cssproperty [--portal-accent=#0b57d0] - Links, focus and primary buttons.
 * @cssproperty [--portal-surface=#fff] - Background.
 * @cssproperty [--portal-surface-raised=#f6f7f9] - Background of what stands out.
 * @cssproperty [--portal-text=#1b1c1f] - Text.
 * @cssproperty [--portal-text-muted=#565b63] - Text of less weight.
 * @cssproperty [--portal-border=#d5d8dd] - Lines between things.
 * @cssproperty [--portal-danger=#b3261e] - Errors, and what is overdue.
 * @cssproperty [--portal-warning=#8a5000] - What is not posted.
 * @cssproperty [--portal-success=#176b36] - What is posted.
 * @cssproperty [--portal-radius=6px] - Rounding of corners.
 * @cssproperty [--portal-control-height=36px] - Height of fields and buttons; 28px compact, 44px comfortable.
 */
export class DocumentSummaryElement extends PortalElement {
  static override styles = [hostStyles, controlStyles, styles];

  /** Title instead of “Documents”; an empty one shows none. */
  @property() heading?: string;

  readonly #counts = new PortalTask<[], void>(this, {
    args: () => [this.portal],
    task: async ([portal], {signal}) => {
      const onAccess = (types: number) => this.#onTypes(portal, types);
      const counts = await loadCounts(portal, {signal, onAccess});
      signal.throwIfAborted();
      this.#loaded = counts;
    },
  });
  #loaded: Counts | undefined;
  #types: {portal: PortalConnection; count: number} | undefined;

  constructor() {
    super();
    new KeepFocus(this);
  }

  /** Counts again; the figures stay until the new ones are there. Resolves then, or when it has failed. */
  async reload(): Promise<void> {
    await this.#counts.run();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The element that creates or discards orders may be anywhere on the page.
    document.addEventListener('order-created', this.#onChange);
    document.addEventListener('document-discarded', this.#onChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('order-created', this.#onChange);
    document.removeEventListener('document-discarded', this.#onChange);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Nothing of another membership may be shown any more, nor kept.
    if (this.#loaded && this.#loaded.portal !== this.portal) this.#loaded = undefined;
  }

  protected override renderWidget(portal: PortalConnection): TemplateResult {
    const view = this.#view(portal);
    const usual = msg('Documents', {id: 'document-summary.heading'});
    const title = this.heading ?? usual;
    const busy = view.phase === 'loading' || (view.phase === 'loaded' && view.busy);
    return html`<section
      class="frame"
      aria-label=${title || usual}
      aria-busy=${busy}
      tabindex="-1"
      data-focus-fallback
    >
      ${title ? html`<h2 class="heading" part="heading">${title}</h2>` : nothing}
      <p class="visually-hidden" role="status">
        ${view.phase === 'loading' ? msg('Loading…', {id: 'document-list.loading'}) : nothing}
      </p>
      ${this.#renderBody(view, portal)}
      <div aria-live="polite">${view.phase === 'loaded' ? this.#renderNotices(view) : nothing}</div>
    </section>`;
  }

  #view(portal: PortalConnection): SummaryView {
    const counts = this.#loaded?.portal === portal ? this.#loaded : undefined;
    if (this.#counts.status === TaskStatus.ERROR) {
      const error = PortalError.from(this.#counts.error);
      if (error.kind === 'forbidden') return {phase: 'denied', detail: error.detail};
      if (!counts || error.kind === 'signed-out') return {phase: 'failed', error};
      return {phase: 'loaded', counts, busy: false, error};
    }
    if (counts) {
      return {
        phase: 'loaded',
        counts,
        busy: this.#counts.status === TaskStatus.PENDING,
        error: undefined,
      };
    }
    return {phase: 'loading', types: this.#types?.portal === portal ? this.#types.count : undefined};
  }

  #renderBody(view: SummaryView, portal: PortalConnection): TemplateResult {
    switch (view.phase) {
      case 'loading':
        return renderSkeleton(view.types);
      case 'denied':
        return html`<div class="state">
          ${icon('locked')}
          <p>
            ${
              view.detail ??
              msg('You are not allowed to see these documents.', {id: 'document-list.not-allowed'})
            }
          </p>
        </div>`;
      case 'failed':
        return renderError(view.error, () => this.#retry(view.error, portal));
      case 'loaded':
        return view.counts.items.length > 0 ? this.#renderCounts(view.counts) : renderEmpty();
    }
  }

  #renderCounts(counts: Counts): TemplateResult {
    const {activeLocale: locale} = this;
    const caption = this.heading || msg('Documents', {id: 'document-summary.heading'});
    return renderCounts(counts, {locale, caption, onOpen: this.#onOpen});
  }

  #renderNotices({counts: {skipped}, error}: Extract<SummaryView, {phase: 'loaded'}>): unknown {
    return html`${
      error
        ? html`<div class="notice danger" part="notice">
            ${icon('error')}
            <span class="notice-text">
              ${describeError(error)}
              ${msg('These figures may be out of date.', {id: 'document-summary.out-of-date'})}
            </span>
            <button type="button" class="button" @click=${() => this.reload()}>
              ${msg('Try again', {id: 'action.try-again'})}
            </button>
          </div>`
        : nothing
    }
    ${
      skipped > 0
        ? html`<div class="notice warning" part="notice">
            ${icon('error')}<span>${describeSkipped(skipped)}</span>
          </div>`
        : nothing
    }`;
  }

  #onTypes(portal: PortalConnection, count: number): void {
    if (this.#types?.portal === portal && this.#types.count === count) return;
    this.#types = {portal, count};
    this.requestUpdate();
  }

  #retry(error: PortalError, portal: PortalConnection): void {
    if (error.kind === 'signed-out' || error.kind === 'token') portal.forget();
    void this.reload();
  }

  readonly #onOpen = (type: string, filter?: DocumentFilter): void => {
    this.dispatchEvent(new DocumentOpenEvent({type, filter}));
  };

  readonly #onChange = (event: Event): void => {
    if (this.sharesPortalWith(event.composedPath()[0])) void this.reload();
  };
}

function renderEmpty(): TemplateResult {
  return html`<div class="state">
    ${icon('empty')}
    <p>${msg('There are no documents that you may see.', {id: 'document-summary.empty'})}</p>
  </div>`;
}

function describeSkipped(skipped: number): string {
  return skipped === 1
    ? msg('The figures of 1 document type could not be read.', {id: 'document-summary.skipped-one'})
    : msg(str`The figures of ${skipped} document types could not be read.`, {
        id: 'document-summary.skipped',
      });
}
