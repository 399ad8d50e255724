import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import {accessTo, noAccess} from '../../partners/partner-access.ts';
import type {PartnerFilter} from '../../partners/partner-listing.ts';
import {countStatuses, type StatusCounts} from '../../partners/status-counts.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {Membership, PartnerType} from '../../portal/contract/index.ts';
import type {PortalError} from '../../portal/errors.ts';
import {ChunkWindow} from '../../ui/chunk-window.ts';
import type {Body, BodyStand} from '../../ui/element-body.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import {icon, renderError} from '../../ui/states.ts';
import {InvitationActions} from './invitation-actions.ts';
import {renderFinders, renderStates, type FilterOptions} from './partner-filters.ts';
import type {PartnerList} from './partner-list.ts';
import {renderEnd, renderNotices} from './partner-notices.ts';
import {PartnerPages, type PartnersView} from './partner-pages.ts';
import {renderTable} from './partner-table.ts';
import {describeCount} from './partner-words.ts';
import {renderSkeletonRows} from './skeleton.ts';

type Loaded = Extract<PartnersView, {phase: 'loaded'}>;
type CountArgs = [q: string | undefined, type: string | undefined, revision: number];

const searchDelay = 300;
/** Who invites a hundred fires a hundred events. */
const newsDelay = 250;
/** So near to its end, in px, a list that is scrolled goes on by itself. */
const NEAR = 600;
/** Partners of a portion that is drawn or not. */
const portion = 50;
const usual: PartnerFilter = {sort: 'name'};

/** The partners of a company, and what can be done with their invitations. */
export class PartnerListBody implements Body<Membership>, ReactiveController {
  readonly #host: PartnerList;
  readonly #pages: PartnerPages;
  readonly #counting: PortalTask<CountArgs, void>;
  readonly #actions: InvitationActions;
  readonly #window: ChunkWindow;
  #portal: PortalConnection | undefined;
  #access = noAccess;
  #types: readonly PartnerType[] = [];
  #filter = usual;
  #text = '';
  #typing: ReturnType<typeof setTimeout> | undefined;
  #news: ReturnType<typeof setTimeout> | undefined;
  #counts: {portal: PortalConnection; counts: StatusCounts} | undefined;
  /** How often an invitation has become another one, so that the states have to be counted again. */
  #revision = 0;

  constructor(host: PartnerList) {
    this.#host = host;
    this.#pages = new PartnerPages(host, () => [this.#access.list ? this.#portal : undefined, this.#filter]);
    this.#counting = new PortalTask<CountArgs, void>(host, {
      args: () => [
        this.#access.list && this.#access.invitations ? this.#portal : undefined,
        this.#filter.q,
        this.#filter.type,
        this.#revision,
      ],
      task: async ([portal, q, type], {signal}) => {
        const counts = await countStatuses(portal, {...usual, q, type}, signal);
        signal.throwIfAborted();
        this.#counts = {portal, counts};
      },
    });
    this.#actions = new InvitationActions(host, {
      onInvitation: (invitation) => this.#pages.take(invitation),
      onSettled: () => {
        this.#revision++;
        this.#pages.settle();
      },
      onStale: () => void this.reload(),
    });
    this.#window = new ChunkWindow(host, portion);
    host.addController(this);
  }

  /** Loads the list again. Resolves when it is there, or has failed. */
  async reload(): Promise<void> {
    this.#revision++;
    await this.#pages.reload();
  }

  hostConnected(): void {
    // The element that invites may be anywhere on the page.
    document.addEventListener('partner-invited', this.#onInvited);
    document.addEventListener('invitation-changed', this.#onInvited);
    document.addEventListener('visibilitychange', this.#onVisible);
    window.addEventListener('beforeprint', this.#onPrint);
    window.addEventListener('afterprint', this.#onPrint);
    // What was typed just before the element was moved, or taken away for a while.
    this.#searchText(this.#text);
  }

  hostDisconnected(): void {
    document.removeEventListener('partner-invited', this.#onInvited);
    document.removeEventListener('invitation-changed', this.#onInvited);
    document.removeEventListener('visibilitychange', this.#onVisible);
    window.removeEventListener('beforeprint', this.#onPrint);
    window.removeEventListener('afterprint', this.#onPrint);
    clearTimeout(this.#typing);
  }

  prepare({portal, membership}: BodyStand<Membership>): void {
    const {capabilities} = membership;
    this.#access = accessTo(capabilities);
    this.#types = capabilities.partnerTypes ?? [];
    this.#portal = portal;
    if (!this.#actions.goOnWith(portal)) {
      this.#filter = usual;
      this.#text = '';
    }
    const {view} = this.#pages;
    // What is on its way may be the same list in another language: what is chosen of it stays chosen.
    if (view.phase === 'loading') return;
    const partners = view.phase === 'loaded' ? view.listing.partners : [];
    this.#actions.follow(partners, this.#access);
  }

  render({portal}: BodyStand<Membership>): TemplateResult {
    const view = this.#view;
    const usualTitle = msg('Partners', {id: 'partner-list.heading'});
    const title = this.#host.heading ?? usualTitle;
    const isBusy = view.phase === 'loading' || (view.phase === 'loaded' && view.busy);
    const {locale} = this.#host.inside;
    return html`<section
      class="frame"
      aria-label=${title || usualTitle}
      aria-busy=${isBusy}
      tabindex="-1"
      data-focus-fallback
    >
      <div class="toolbar" part="toolbar">
        ${title ? html`<h2 class="heading" part="heading">${title}</h2>` : nothing}
        ${isOpen(view) ? this.#renderFilters(view) : nothing}
      </div>
      <div class="body" part="body" @scroll=${this.#onScroll}>${this.#renderBody(view, portal, title)}</div>
      <div class="foot" aria-live="polite">
        ${view.phase === 'loaded' ? renderNotices(view, () => void this.reload()) : nothing}
      </div>
      ${view.phase === 'loaded' ? this.#actions.renderBar(locale) : nothing}
      <p class="visually-hidden" aria-live="polite">${this.#actions.describe(locale)}</p>
      ${this.#actions.renderQuestion(locale)}
    </section>`;
  }

  get #view(): PartnersView {
    return this.#access.list ? this.#pages.view : {phase: 'denied', detail: undefined};
  }

  #renderFilters(view: PartnersView): TemplateResult {
    const {locale} = this.#host.inside;
    const options: FilterOptions = {
      filter: this.#filter,
      text: this.#text,
      types: this.#types,
      counts: this.#counts?.portal === this.#portal ? this.#counts?.counts : undefined,
      locale,
      onText: this.#onText,
      onFilter: (filter) => this.#look(filter),
    };
    return html`<div class="finders">
        ${renderFinders(options)}
        <p class="count" part="count" role="status">
          ${
            // Another element, so that the count appears where it belongs, and is nothing that has moved there.
            view.phase === 'loading'
              ? html`<span>${msg('Loading…', {id: 'document-list.loading'})}</span>`
              : view.phase === 'loaded'
                ? html`<bdi>${describeCount(view.listing, locale)}</bdi>`
                : nothing
          }
        </p>
      </div>
      ${this.#access.invitations ? renderStates(options) : nothing}`;
  }

  #renderBody(view: PartnersView, portal: PortalConnection, title: string): TemplateResult {
    switch (view.phase) {
      case 'loading':
        return renderSkeletonRows();
      case 'denied':
        return html`<div class="state">
          ${icon('locked')}
          <p>
            ${view.detail ?? msg('You are not allowed to see the partners.', {id: 'partner-list.not-allowed'})}
          </p>
        </div>`;
      case 'failed':
        return renderError(view.error, () => this.#retry(view.error, portal));
      case 'loaded':
        return view.listing.partners.length > 0 ? this.#renderRows(view, title) : this.#renderEmpty();
    }
  }

  #renderRows({listing, busy, more}: Loaded, title: string): TemplateResult {
    return html`<div class=${busy ? 'content busy' : 'content'}>
      ${renderTable(listing, this.#window.chunks(listing.partners.length), {
        ...this.#actions.rowContext,
        caption: title || msg('Partners', {id: 'partner-list.heading'}),
        locale: this.#host.inside.locale,
        types: this.#types,
        access: this.#access,
        sort: this.#filter.sort,
        onSort: (sort) => this.#look({...this.#filter, sort}),
      })}
      ${renderEnd(more, {
        onMore: () => this.#pages.loadMore(),
        onRetry: () => void this.#pages.retryMore(),
      })}
    </div>`;
  }

  #renderEmpty(): TemplateResult {
    const {q, type, status} = this.#filter;
    if (!q && !type && !status) {
      return html`<div class="state">
        ${icon('empty')}
        <p>${msg('There are no partners yet.', {id: 'partner-list.empty'})}</p>
      </div>`;
    }
    return html`<div class="state">
      ${icon('search')}
      <p>${msg('No partner fits the search and the filter.', {id: 'partner-list.no-match'})}</p>
      <button type="button" class="button" @click=${this.#onClear}>
        ${msg('Clear filters', {id: 'document-list.clear-filters'})}
      </button>
    </div>`;
  }

  #look(filter: PartnerFilter): void {
    clearTimeout(this.#typing);
    this.#text = filter.q ?? '';
    this.#filter = filter;
    // Another list begins at its start.
    this.#host.renderRoot.querySelector('.body')?.scrollTo({top: 0, behavior: 'instant'});
    this.#host.requestUpdate();
  }

  #searchText(text: string): void {
    const q = text.trim() || undefined;
    if (q === this.#filter.q) return;
    this.#look({...this.#filter, q});
    this.#text = text;
  }

  #retry(error: PortalError, portal: PortalConnection): void {
    if (error.kind === 'signed-out' || error.kind === 'token') portal.forget();
    void this.reload();
  }

  readonly #onText = (text: string, settled: boolean): void => {
    this.#text = text;
    clearTimeout(this.#typing);
    if (settled) this.#searchText(text);
    else this.#typing = setTimeout(() => this.#host.isConnected && this.#searchText(text), searchDelay);
    this.#host.requestUpdate();
  };

  readonly #onClear = (): void => {
    this.#look({sort: this.#filter.sort});
    this.#host.renderRoot.querySelector<HTMLElement>('.search input')?.focus();
  };

  readonly #onScroll = (event: Event): void => {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    const {scrollTop, scrollHeight, clientHeight} = event.currentTarget;
    if (scrollHeight - scrollTop - clientHeight < NEAR) this.#pages.loadMore();
  };

  /** Who comes back to the page after a night reads how long ago it is now. */
  readonly #onVisible = (): void => {
    if (!document.hidden) this.#host.requestUpdate();
  };

  /** Where the page lets the list grow, a printer gets all of it. */
  readonly #onPrint = ({type}: Event): void => {
    this.#window.drawsAll = type === 'beforeprint';
    this.#host.inside.drawNow();
  };

  readonly #onInvited = (event: Event): void => {
    const [source] = event.composedPath();
    if (source === this.#host || !this.#host.inside.sharesPortalWith(source)) return;
    clearTimeout(this.#news);
    this.#news = setTimeout(() => void this.reload(), newsDelay);
  };
}

/** Whether it makes sense to search. */
function isOpen(view: PartnersView): boolean {
  return view.phase !== 'denied' && !(view.phase === 'failed' && view.error.kind === 'signed-out');
}

// It is there already. Said here, a bundler makes one file of what it shares with its body.
export {PartnerList} from './partner-list.ts';
export {listStyles as styles} from './partner-list.styles.ts';
export {PartnerListBody as Body};
