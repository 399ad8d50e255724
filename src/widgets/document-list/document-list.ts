import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators/property.js';
import {state} from 'lit/decorators/state.js';
import {documentTypeLabel} from '../../locales/labels.ts';
import {msg} from '../../locales/localize.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {DocumentQuery} from '../../portal/documents.ts';
import type {PortalError} from '../../portal/errors.ts';
import {DocumentOpenEvent} from '../../ui/events.ts';
import {PortalElement} from '../../ui/portal-element.ts';
import {renderSearch, searchStyles} from '../../ui/search-field.ts';
import {icon, renderError} from '../../ui/states.ts';
import {controlStyles, hostStyles} from '../../ui/styles.ts';
import {
  COLUMNS,
  commonCurrency,
  fittingColumns,
  shownColumns,
  type Column,
  type FittingColumns,
} from './document-columns.ts';
import type {Listing} from './document-listing.ts';
import {DocumentPages, type ListState, type More} from './document-pages.ts';
import {describeCount, layOut, renderSkeleton, renderTable, SKELETON_WIDTHS} from './document-table.ts';
import {isFiltered, queryOf, usualSort, withoutFilters} from './list-query.ts';
import {chosenColumns} from './device-texts.ts';
import type {Looking} from './list-drawers.ts';
import {ListTools} from './list-tools.ts';
import type {ListView} from './list-view.ts';
import styles from './document-list.styles.ts';
import tableStyles from './document-table.styles.ts';

type Loaded = Extract<ListState, {phase: 'loaded'}>;

const searchDelay = 300;
/** So many rows are drawn before anybody can scroll. */
const FIRST = 24;

/**
 * Lists the documents of one type that the member may see: with a search, filters, sorting, columns of the user's choice, saved
 * views, amounts by currency, and more documents as one scrolls.
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
 * @csspart tool - A button that opens a panel: filter, views, columns, export.
 * @csspart panel - What such a button opens.
 * @csspart count - How many documents there are.
 * @csspart body - What scrolls.
 * @csspart table - The documents.
 * @csspart sort - A button that sorts by its column.
 * @csspart row - One document.
 * @csspart cell - One value of a document.
 * @csspart open - The button with the document's number.
 * @csspart posting - Posted or not posted.
 * @csspart totals - The amounts below the list.
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
  static override styles = [hostStyles, controlStyles, searchStyles, styles, tableStyles];

  /** Document type, as the portal names it: `purchase-order`, `warehouse-receipt`, … Nothing is shown without it. */
  @property() type = '';

  /** Title instead of the type's own name; an empty one shows none. */
  @property() heading?: string;

  /**
   * Keeps the view (search, filters, order, columns) in the page's address, so that it can be shared and Back works. The value
   * names the list in the address; without one its type does.
   */
  @property({attribute: 'sync-url'}) syncUrl?: string;

  /** What the list is narrowed down to when it is set: the `filter` of a `document-open` event, for instance. */
  @property({attribute: false}) filter?: Pick<ListView, 'posted' | 'state' | 'payment'>;

  @state() private text = '';
  @state() private view: ListView = {};

  readonly #pages = new DocumentPages(
    this,
    () => [this.#isKnown ? this.portal : undefined, this.type, this.#query],
    () => this.#tools.work?.needed ?? 0,
  );
  readonly #tools = new ListTools(this, {pages: this.#pages, onView: (view) => this.#show(view)});
  #query: DocumentQuery = {sort: usualSort};
  #columns: readonly Column[] = [];
  #fitting:
    {sample: unknown; all: unknown; columns: FittingColumns; currency: string | undefined} | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  /** Loads the list again, without losing the place in it. Resolves when it is there, or has failed. */
  async reload(): Promise<void> {
    await this.#pages.reload();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What creates and discards orders may be anywhere on the page.
    for (const name of changes) document.addEventListener(name, this.#onChanged);
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const name of changes) document.removeEventListener(name, this.#onChanged);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.get('type')) this.#show({});
    const {work, error} = this.#tools;
    if (this.syncUrl !== undefined && !work && !error) void this.#tools.load();
    const shared = work?.address.follow(this.syncUrl === '' ? this.type : this.syncUrl, this.type, this.view);
    if (shared) this.#show(shared);
    // Once the address has its name for the type: there the filter belongs, too.
    if (changed.has('filter') && this.filter) this.#look({...this.filter});
    this.#ask();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const {state: now} = this.#pages;
    const isLoaded = now.phase === 'loaded';
    layOut(this.renderRoot, isLoaded ? this.#columns.map(({width}) => width) : SKELETON_WIDTHS);
    if (isLoaded && !this.#tools.work && !this.#tools.error) whenIdle(() => this.#tools.load());
  }

  protected override renderWidget(portal: PortalConnection): TemplateResult | undefined {
    if (!this.type) return undefined;
    const {state: now} = this.#pages;
    const title = this.heading ?? documentTypeLabel(this.type);
    const busy = now.phase === 'loading' || (now.phase === 'loaded' && now.busy);
    const looking = now.phase === 'loaded' ? this.#lookAt(now.listing, title) : undefined;
    return html`<section
      class="frame"
      aria-label=${title || documentTypeLabel(this.type)}
      aria-busy=${busy}
      tabindex="-1"
      data-focus-fallback
    >
      <div class="toolbar" part="toolbar">
        <div class="title">
          ${title ? html`<h2 class="heading" part="heading">${title}</h2>` : nothing}
          ${this.#isOpen(now) ? this.#tools.renderOthers(Boolean(looking)) : nothing}
        </div>
        <div class="finders">
          ${this.#isOpen(now) ? this.#renderFinders(now, looking) : nothing}
          <p class="count" part="count" role="status">${this.#renderCount(now)}</p>
        </div>
      </div>
      ${looking ? this.#tools.work?.render(looking) : nothing}
      <div class="body" part="body" @scroll=${() => this.#tools.work?.onScroll()}>
        ${this.#renderBody(now, looking, portal)}
      </div>
      ${now.phase === 'loaded' ? this.#tools.work?.renderFoot(now.listing, now.error, this.activeLocale) : nothing}
    </section>`;
  }

  #renderBody(now: ListState, looking: Looking | undefined, portal: PortalConnection): TemplateResult {
    if (now.phase === 'denied') {
      const words = msg('You are not allowed to see these documents.', {id: 'document-list.not-allowed'});
      return html`<div class="state">
        ${icon('locked')}
        <p>${now.detail ?? words}</p>
      </div>`;
    }
    if (now.phase === 'failed') return renderError(now.error, () => this.#retry(now.error, portal));
    if (now.phase === 'loading' || !looking) return renderSkeleton();
    return now.listing.documents.length > 0 ? this.#renderRows(now, looking) : this.#renderEmpty();
  }

  #renderRows({listing, busy, more}: Loaded, looking: Looking): TemplateResult {
    const {work} = this.#tools;
    const {documents} = listing;
    return html`<div class=${busy ? 'content busy' : 'content'}>
      ${renderTable(listing, {
        ...looking,
        caption: documentTypeLabel(this.type),
        sort: this.#query.sort ?? '',
        onSort: (sort) => this.#look({...this.view, sort}),
        onRow: this.#onRow,
        rows:
          work?.rows(documents.length).map(({index}) => index) ??
          documents.slice(0, FIRST).map((_, at) => at),
        stand: work && !work.isPrinting ? 'windowed' : 'in-flow',
      })}
      ${this.#renderEnd(more)}
    </div>`;
  }

  /** Without what scrolls there is no more to be seen than the first rows. */
  #renderEnd(more: More): unknown {
    const {work, error} = this.#tools;
    if (error) return renderError(error, () => void this.#tools.load());
    return work?.renderEnd(more, () => void this.#pages.retryMore());
  }

  #renderEmpty(): TemplateResult {
    if (!this.view.q && !isFiltered(this.view)) {
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

  #renderFinders(now: ListState, looking: Looking | undefined): TemplateResult {
    const {posted, state: inState, payment, period} = this.view;
    const filters = [posted, inState, payment, period].filter((each) => each !== undefined);
    const search = renderSearch({
      text: this.text,
      label: msg('Search by number, reference or item', {id: 'document-list.search'}),
      hint: msg('Number, reference or item', {id: 'document-list.search-hint'}),
      onText: this.#onText,
    });
    return html`${search}
    ${this.#tools.render('filter', msg('Filter', {id: 'document-list.filter'}), {
      count: filters.length,
      isReady: now.phase === 'loaded',
    })}
    ${looking ? this.#tools.work?.renderPosted(looking) : nothing}`;
  }

  #renderCount(now: ListState): unknown {
    // Another element, so that the count appears where it belongs, and is nothing that has moved there.
    if (now.phase === 'loading') {
      return html`<span>${msg('Loading…', {id: 'document-list.loading'})}</span>`;
    }
    return now.phase === 'loaded'
      ? html`<bdi>${describeCount(now.listing, this.activeLocale)}</bdi>`
      : nothing;
  }

  /** Whether it makes sense to search. */
  #isOpen(now: ListState): boolean {
    return now.phase !== 'denied' && !(now.phase === 'failed' && now.error.kind === 'signed-out');
  }

  #lookAt(listing: Listing, title: string): Looking {
    const {totals, access, owner, sample} = listing;
    const all = this.#tools.work?.columns ?? COLUMNS;
    if (this.#fitting?.sample !== sample || this.#fitting.all !== all)
      this.#fitting = {
        sample,
        all,
        columns: fittingColumns(all, sample, access),
        currency: commonCurrency(sample),
      };
    const {columns: fitting} = this.#fitting;
    const columns = shownColumns(fitting, this.view.columns ?? chosenColumns(owner));
    // The same ones, so that no row is drawn anew.
    if (columns.map(({id}) => id).join() !== this.#columns.map(({id}) => id).join()) this.#columns = columns;
    return {
      title,
      listing,
      view: this.view,
      columns: this.#columns,
      possible: fitting.possible,
      locale: this.activeLocale,
      currency: totals && totals.length > 1 ? undefined : this.#fitting.currency,
      mayRead: access.read,
      onView: (view, how) => this.#look(view, how),
    };
  }

  /** Shows a view that comes from elsewhere. */
  #show(view: ListView): void {
    clearTimeout(this.#typing);
    this.text = view.q ?? '';
    this.view = view;
  }

  /** Shows a view that the user wants. */
  #look(view: ListView, how?: {readonly replace: boolean}): void {
    this.#show(view);
    this.#tools.work?.address.write(view, how);
  }

  #searchText(text: string): void {
    const q = text.trim() || undefined;
    if (q === this.view.q) return;
    this.#look({...this.view, q}, {replace: true});
    this.text = text;
  }

  /** Whether it is known what to ask for: what the address says. */
  get #isKnown(): boolean {
    const {work, error} = this.#tools;
    // A list that cannot be shared is still a list.
    return this.type !== '' && Boolean(this.syncUrl === undefined || work || error);
  }

  #ask(): void {
    const {work} = this.#tools;
    const query = queryOf(this.view, (period) =>
      typeof period === 'string' ? (work?.daysOf(period, this.activeLocale) ?? {}) : period,
    );
    // Another view of the same documents is nothing to load.
    if (JSON.stringify(query) !== JSON.stringify(this.#query)) this.#query = query;
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
    this.#look({...withoutFilters(this.view), q: undefined});
    this.renderRoot.querySelector<HTMLElement>('.search input')?.focus();
  };

  readonly #onRow = (event: Event): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    const index = Number(row?.dataset['index'] ?? -1);
    if (event instanceof KeyboardEvent) this.#tools.work?.onKey(event, index);
    else this.#open(row, index, event.target);
  };

  #open(row: HTMLElement | null, index: number, target: EventTarget | null): void {
    const button = row?.querySelector('button');
    const {state: now} = this.#pages;
    const chosen = now.phase === 'loaded' ? now.listing.documents[index] : undefined;
    if (!button || !chosen) return;
    // Who marks text in a row wants to copy it.
    if (!button.contains(target as Node) && String(getSelection()) !== '') return;
    const {type, id, number} = chosen;
    this.dispatchEvent(new DocumentOpenEvent({type, id, number: number ?? undefined}));
  }

  readonly #onChanged = (event: Event): void => {
    const of = (event: Event): unknown => {
      if ('documentType' in event) return event.documentType;
      const created: unknown = 'document' in event ? event.document : undefined;
      return typeof created === 'object' && created !== null && 'type' in created ? created.type : undefined;
    };
    if (of(event) === this.type && this.sharesPortalWith(event.composedPath()[0])) void this.reload();
  };
}

/** Facts that make a list another one. */
const changes = ['order-created', 'document-discarded'];

/** Calls back when the browser has nothing better to do, or after a while: a busy page, or one behind another, never is idle. */
function whenIdle(callback: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(callback, {timeout: 2000});
  else setTimeout(callback, 200);
}
