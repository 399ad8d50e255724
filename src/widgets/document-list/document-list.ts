import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {documentTypeLabel} from '../../locales/labels.ts';
import {msg} from '../../locales/localize.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {DocumentQuery} from '../../portal/documents.ts';
import type {PortalError} from '../../portal/errors.ts';
import {DocumentOpenEvent} from '../../ui/events.ts';
import {KeepFocus} from '../../ui/keep-focus.ts';
import {PortalElement} from '../../ui/portal-element.ts';
import {icon, renderError} from '../../ui/states.ts';
import {controlStyles, hostStyles} from '../../ui/styles.ts';
import {isPostedType, renderPostedFilter, renderSearch} from './document-filters.ts';
import {countOf, DocumentPages, type Listing, type ListView} from './document-pages.ts';
import {describeCount, renderSkeleton, renderTable} from './document-table.ts';
import {renderMore, renderNotices} from './document-notices.ts';
import styles from './document-list.styles.ts';
import tableStyles from './document-table.styles.ts';

type Loaded = Extract<ListView, {phase: 'loaded'}>;

const searchDelay = 300;
const newestFirst = '-documentDate';

/**
 * Lists the documents of one type that the member may see: with a search, a filter by posting where posting applies,
 * sorting, and more documents as one scrolls.
 *
 * It takes the same room while it loads, when it is empty and when it is full, so that nothing around it moves. An order
 * that another element of the page has created at the same portal appears by itself.
 *
 * @element document-list
 * @fires {DocumentOpenEvent} document-open - The user chose a document. Cancelable.
 * @slot empty - Shown when there is no document; replaces the sentence that says so.
 * @csspart heading - The title.
 * @csspart toolbar - Title, count, search and filter.
 * @csspart search - The search field.
 * @csspart filter - The filter by posting.
 * @csspart count - How many documents there are.
 * @csspart body - What scrolls.
 * @csspart table - The documents.
 * @csspart sort - A button that sorts by its column.
 * @csspart row - One document.
 * @csspart cell - One value of a document.
 * @csspart open - The button with the document's number.
 * @csspart posting - Posted or not posted.
 * @csspart more - The button that loads more documents.
 * @csspart notice - Something the user should know about the list.
 * @csspart error - An error in place of the list.
 * @cssproperty [--portal-list-block-size=min(32em, 85vh)] - Height of the element; `auto` lets it grow with its rows.
 * @cssproperty [--portal-accent=#0b57d0] - Links, focus and primary buttons.
 * @cssproperty [--portal-on-accent=#fff] - Text on the accent colour.
 * @cssproperty [--portal-surface=#fff] - Background.
 * @cssproperty [--portal-surface-raised=#f6f7f9] - Background of what stands out.
 * @cssproperty [--portal-text=#1b1c1f] - Text.
 * @cssproperty [--portal-text-muted=#565b63] - Text of less weight.
 * @cssproperty [--portal-border=#d5d8dd] - Lines between things.
 * @cssproperty [--portal-border-control=#81868f] - Borders of fields.
 * @cssproperty [--portal-danger=#b3261e] - Errors.
 * @cssproperty [--portal-warning=#8a5000] - Warnings.
 * @cssproperty [--portal-success=#176b36] - What is done: posted.
 * @cssproperty [--portal-radius=6px] - Rounding of corners.
 * @cssproperty [--portal-control-height=36px] - Height of fields and buttons; 28px compact, 44px comfortable.
 */
export class DocumentList extends PortalElement {
  static override styles = [hostStyles, controlStyles, styles, tableStyles];

  /** Document type, as the portal names it: `purchase-order`, `warehouse-receipt`, … Nothing is shown without it. */
  @property() type = '';

  /** Title instead of the type's own name; an empty one shows none. */
  @property() heading?: string;

  @state() private text = '';
  @state() private query: DocumentQuery = {sort: newestFirst};

  readonly #pages = new DocumentPages(this, () => [
    this.type ? this.portal : undefined,
    this.type,
    this.query,
  ]);
  // What is really near its end loads more: the observer knows every box that clips the list.
  readonly #nearEnd = new IntersectionObserver((entries) => {
    if (entries.some(({isIntersecting}) => isIntersecting)) this.#pages.loadMore();
  });
  #typing: ReturnType<typeof setTimeout> | undefined;
  #scrolledFor: DocumentQuery | undefined;
  #focusRow: number | undefined;

  constructor() {
    super();
    new KeepFocus(this);
  }

  /** Loads the list again, without losing the place in it. Resolves when it is there, or has failed. */
  async reload(): Promise<void> {
    await this.#pages.reload();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The element that creates orders may be anywhere on the page.
    document.addEventListener('order-created', this.#onOrderCreated);
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('order-created', this.#onOrderCreated);
    this.#nearEnd.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('type') && this.hasUpdated) this.#search({sort: newestFirst}, '');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const {view} = this.#pages;
    this.#nearEnd.disconnect();
    if (view.phase !== 'loaded') return;
    const {listing} = view;
    const body = this.renderRoot.querySelector('.body');
    if (body && listing.query !== this.#scrolledFor) body.scrollTop = 0;
    this.#scrolledFor = listing.query;
    this.#focusFirstNew(listing);
    const end = this.renderRoot.querySelector('.near-end');
    if (end && this.isConnected) this.#nearEnd.observe(end);
  }

  protected override renderWidget(portal: PortalConnection): TemplateResult | undefined {
    if (!this.type) return undefined;
    const {view} = this.#pages;
    const title = this.heading ?? documentTypeLabel(this.type);
    const busy = view.phase === 'loading' || (view.phase === 'loaded' && view.busy);
    return html`<section
      class="frame"
      aria-label=${title || documentTypeLabel(this.type)}
      aria-busy=${busy}
      tabindex="-1"
      data-focus-fallback
    >
      <div class="toolbar" part="toolbar">
        ${title ? html`<h2 class="heading" part="heading">${title}</h2>` : nothing}
        ${this.#isOpen(view) ? renderSearch({text: this.text, onText: this.#onText}) : nothing}
        <p class="count" part="count" role="status">${this.#renderCount(view)}</p>
        ${this.#renderFilter(view)}
      </div>
      <div class="body" part="body">${this.#renderBody(view, portal)}</div>
      <div class="notices" aria-live="polite">
        ${view.phase === 'loaded' ? renderNotices(view.listing, view.error, () => this.reload()) : nothing}
      </div>
    </section>`;
  }

  #renderBody(view: ListView, portal: PortalConnection): TemplateResult {
    switch (view.phase) {
      case 'loading':
        return renderSkeleton();
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
        return countOf(view.listing) > 0 ? this.#renderRows(view) : this.#renderEmpty();
    }
  }

  #renderRows({listing, busy, more}: Loaded): TemplateResult {
    return html`<div class=${busy ? 'content busy' : 'content'}>
      ${renderTable(listing, {
        caption: documentTypeLabel(this.type),
        locale: this.activeLocale,
        sort: this.query.sort ?? '',
        onSort: (sort) => this.#search({...this.query, sort}),
        onRowClick: this.#onRowClick,
      })}
      ${more === 'none' ? nothing : renderMore(more, this.#onMore, () => this.#pages.retryMore())}
    </div>`;
  }

  #renderEmpty(): TemplateResult {
    if (this.query.q === undefined && this.query.posted === undefined) {
      return html`<slot name="empty">
        <div class="state">
          ${icon('empty')}
          <p>${msg('There are no documents yet.', {id: 'document-list.empty'})}</p>
        </div>
      </slot>`;
    }
    return html`<div class="state">
      ${icon('search')}
      <p>${msg('No document fits the search and the filter.', {id: 'document-list.no-match'})}</p>
      <button type="button" class="button" @click=${this.#onClear}>
        ${msg('Clear filters', {id: 'document-list.clear-filters'})}
      </button>
    </div>`;
  }

  #renderFilter(view: ListView): unknown {
    const {posted} = this.query;
    // Until documents tell, their type does: the rows stay where they are when the first of them arrive.
    const isTold = view.phase === 'loaded' && countOf(view.listing) > 0;
    const applies = posted !== undefined || (isTold ? view.listing.posting : isPostedType(this.type));
    if (!applies || !this.#isOpen(view)) return nothing;
    return renderPostedFilter(posted, (value) => this.#search({...this.query, posted: value}));
  }

  #renderCount(view: ListView): unknown {
    // Another element, so that the count appears where it belongs, and is nothing that has moved there.
    if (view.phase === 'loading') {
      return html`<span>${msg('Loading…', {id: 'document-list.loading'})}</span>`;
    }
    return view.phase === 'loaded' ? describeCount(view.listing, this.activeLocale) : nothing;
  }

  /** Whether it makes sense to search. */
  #isOpen(view: ListView): boolean {
    return view.phase !== 'denied' && !(view.phase === 'failed' && view.error.kind === 'signed-out');
  }

  #search(query: DocumentQuery, text = this.text): void {
    clearTimeout(this.#typing);
    this.text = text;
    this.query = query;
  }

  #searchText(text: string): void {
    const q = text.trim() || undefined;
    if (q !== this.query.q) this.#search({...this.query, q}, text);
  }

  #focusFirstNew(listing: Listing): void {
    if (this.#focusRow === undefined || countOf(listing) <= this.#focusRow) return;
    const row = this.renderRoot.querySelectorAll('tr[data-id]')[this.#focusRow];
    this.#focusRow = undefined;
    const active = this.shadowRoot?.activeElement;
    if (active?.matches('.more, .frame')) row?.querySelector('button')?.focus();
  }

  #retry(error: PortalError, portal: PortalConnection): void {
    if (error.kind === 'signed-out' || error.kind === 'token') portal.forget();
    void this.reload();
  }

  readonly #onText = (text: string, settled: boolean): void => {
    this.text = text;
    clearTimeout(this.#typing);
    if (settled) this.#searchText(text);
    else this.#typing = setTimeout(() => this.isConnected && this.#searchText(text), searchDelay);
  };

  readonly #onClear = (): void => {
    this.#search({sort: this.query.sort}, '');
    this.renderRoot.querySelector<HTMLElement>('.search input')?.focus();
  };

  readonly #onMore = (): void => {
    const {view} = this.#pages;
    if (view.phase === 'loaded') this.#focusRow = countOf(view.listing);
    this.#pages.loadMore();
  };

  readonly #onRowClick = (event: MouseEvent): void => {
    const {view} = this.#pages;
    const row = event.target instanceof Element ? event.target.closest('tr') : null;
    const button = row?.querySelector('button');
    if (view.phase !== 'loaded' || !row || !button) return;
    // Who marks text in a row wants to copy it.
    if (!button.contains(event.target as Node) && String(getSelection()) !== '') return;
    const {id} = row.dataset;
    const chosen = view.listing.pages.flat().find((document) => document.id === id);
    if (!chosen) return;
    const {type, number} = chosen;
    this.dispatchEvent(new DocumentOpenEvent({type, id, number: number ?? undefined}));
  };

  readonly #onOrderCreated = (event: Event): void => {
    const created: unknown = 'document' in event ? event.document : undefined;
    if (typeof created !== 'object' || created === null || !('type' in created)) return;
    if (created.type === this.type && this.sharesPortalWith(event.composedPath()[0])) void this.reload();
  };
}
