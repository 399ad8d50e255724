import {html, nothing, type LitElement, type ReactiveController} from 'lit';
import {msg} from '../../locales/localize.ts';
import {localToday} from '../../orders/dates.ts';
import type {PortalError} from '../../portal/errors.ts';
import {KeepFocus} from '../../ui/keep-focus.ts';
import {renderMore} from '../../ui/list-end.ts';
import {ListWindow, type ListRow} from '../../ui/list-window.ts';
import type {Listing} from './document-listing.ts';
import type {DocumentPages, More} from './document-pages.ts';
import {ListDrawers, type Looking} from './list-drawers.ts';
import {renderNotices} from './list-notices.ts';
import {renderTotals} from './list-totals.ts';
import {SeenFacets} from './list-facets.ts';
import type {DrawerName} from './list-tools.ts';
import {ALL_COLUMNS} from './extra-columns.ts';
import {ListAddress} from './list-address.ts';
import type {ListView, Period} from './list-view.ts';
import {renderPostedFilter} from './posted-filter.ts';
import {daysOf, type Days} from './periods.ts';

/** What of a list its work has to do with. */
export interface ListInside {
  readonly pages: DocumentPages;
  /** Hears of the view that the user has gone back or forward to. */
  readonly onView: (view: ListView) => void;
}

/** So many documents before the last one in sight the next page is asked for: at rest, and once one scrolls. */
const AHEAD = {resting: 40, scrolling: 250};
const GAP = 4;
const MARGIN = 8;
const LEAST_HEIGHT = 280;
/** What moves a button away from what it has opened. */
const moves = ['resize', 'scroll'];

/** What a list does once somebody does something with it: it scrolls, opens what its buttons open, keeps its place. */
export class ListWork implements ReactiveController {
  readonly #host: LitElement;
  readonly #inside: ListInside;
  readonly #window: ListWindow;
  readonly #drawers: ListDrawers;
  readonly #facets = new SeenFacets();
  #open: DrawerName | undefined;
  #wantsFocus = false;
  #focusRow: number | undefined;
  #drawn: Listing | undefined;

  constructor(host: LitElement, inside: ListInside) {
    this.#host = host;
    this.#inside = inside;
    this.#window = new ListWindow(host);
    this.#drawers = new ListDrawers(host);
    this.address = new ListAddress(host, inside.onView);
    new KeepFocus(host);
    host.addController(this);
  }

  /** What the page's address has to do with the list. */
  readonly address: ListAddress;

  /** What is open. */
  get open(): DrawerName | undefined {
    return this.#open;
  }

  /** Whether all rows are drawn, one after the other, for a printer. */
  get isPrinting(): boolean {
    return this.#window.isPrinting;
  }

  /** So many documents there have to be for the user to stay where they are when the list is loaded again. */
  get needed(): number {
    return Math.max(this.#window.last, 0) + AHEAD.resting;
  }

  /** The rows to draw. */
  rows(count: number): readonly ListRow[] {
    return this.#window.rows(count);
  }

  /** Something has been scrolled. */
  onScroll(): void {
    this.#window.onScroll();
  }

  /** All columns that there are. */
  readonly columns = ALL_COLUMNS;

  /** The days that a period means today. */
  daysOf(period: Period, locale: string): Days {
    return daysOf(period, localToday(), locale);
  }

  /** Goes to a document, once it is there. */
  goTo(index: number): void {
    this.#focusRow = index;
    this.#host.requestUpdate();
  }

  /** Goes from row to row; `index` is that of the row where a key was pressed. */
  onKey(event: KeyboardEvent, index: number): void {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const {state} = this.#inside.pages;
    if (!step || state.phase !== 'loaded' || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const {documents} = state.listing;
    let next = index + step;
    // Nothing in its row takes the focus.
    while (documents[next]?.allowedActions.includes('read') === false) next += step;
    if (next >= 0) this.goTo(next);
  }

  /** The filter by posting, where posting applies. */
  renderPosted({view, listing, onView}: Looking): unknown {
    const {posted} = view;
    if (posted === undefined && !this.#facets.of(listing).posting) return nothing;
    return renderPostedFilter(posted, (value) => onView({...view, posted: value}));
  }

  /** What stands below the rows: a way to more of them. */
  renderEnd(more: More, onRetry: () => void): unknown {
    if (more === 'none') return nothing;
    const {pages} = this.#inside;
    const onMore = () => {
      const {state} = pages;
      if (state.phase === 'loaded') this.goTo(state.listing.documents.length);
      pages.loadMore();
    };
    const nothingMore = msg('No more documents were loaded.', {id: 'document-list.more-failed'});
    return renderMore(more, {nothingMore, onMore, onRetry});
  }

  /** What stands below the list: what the user should know about it, and its amounts. */
  renderFoot(listing: Listing, error: PortalError | undefined, locale: string): unknown {
    return html`<div class="notices" aria-live="polite">
        ${renderNotices(listing, error, () => void this.#inside.pages.reload())}
      </div>
      ${renderTotals(listing, locale)}`;
  }

  /** What the list is narrowed down to, and what is open. */
  render(looking: Looking): unknown {
    const label = this.#open && this.#find(`#open-${this.#open} > .tool-label`)?.textContent.trim();
    return html`${this.#drawers.renderChips(looking)}
      <div
        popover
        class="drawer"
        part="drawer"
        role="dialog"
        aria-label=${label ?? nothing}
        @toggle=${this.#onToggle}
      >
        ${this.#open ? this.#drawers.render(this.#open, looking, this.#facets.of(looking.listing)) : nothing}
      </div>`;
  }

  /** Opens what a button opens, or closes it again. */
  toggle(name: DrawerName, button: HTMLElement): void {
    const drawer = this.#find('.drawer');
    if (!drawer) return;
    if (this.#open === name && drawer.matches(':popover-open')) {
      drawer.hidePopover();
      return;
    }
    this.#open = name;
    this.#wantsFocus = true;
    // Named as its source, the button does not close by its press what its click opens.
    if (!drawer.matches(':popover-open')) drawer.showPopover({source: button});
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    // Out of the page, what was open is closed without a word.
    if (!this.#find('.drawer')?.matches(':popover-open')) this.#open = undefined;
    for (const move of moves) window.addEventListener(move, this.#placeOpen, {capture: true, passive: true});
  }

  hostDisconnected(): void {
    for (const move of moves) window.removeEventListener(move, this.#placeOpen, {capture: true});
  }

  hostUpdate(): void {
    const {phase} = this.#inside.pages.state;
    if (phase === 'loaded') return;
    this.#open = undefined;
    // Another's documents, or none any more.
    if (phase !== 'failed') this.#drawers.leave();
  }

  hostUpdated(): void {
    const {state} = this.#inside.pages;
    if (state.phase === 'loaded') {
      this.#keepPlace(state.listing);
      this.#focusWanted(state.listing);
      this.#loadAhead(state.listing);
    }
    const drawer = this.#placeOpen();
    if (!drawer || !this.#wantsFocus) return;
    this.#wantsFocus = false;
    drawer.querySelector<HTMLElement>('[data-focus], input:checked, input, select, button')?.focus();
  }

  #loadAhead({documents}: Listing): void {
    const {first, last} = this.#window;
    const ahead = first > 0 ? AHEAD.scrolling : AHEAD.resting;
    // Not from within an update.
    if (last >= first && last + ahead >= documents.length)
      queueMicrotask(() => this.#inside.pages.loadMore());
  }

  /** The document that was at the top stays there when others have come before it; another query begins at its start. */
  #keepPlace(listing: Listing): void {
    const before = this.#drawn;
    this.#drawn = listing;
    if (!before || before === listing) return;
    if (before.query !== listing.query || before.type !== listing.type) {
      this.#window.toStart();
      return;
    }
    const {first} = this.#window;
    const top = before.documents[first];
    if (first === 0 || !top || listing.documents[first]?.id === top.id) return;
    const found = listing.documents.findIndex(({id}) => id === top.id);
    if (found >= 0) this.#window.shift(found - first);
  }

  #focusWanted({documents, next}: Listing): void {
    const index = this.#focusRow;
    if (index === undefined) return;
    if (documents.length <= index) {
      if (next === null) this.#focusRow = undefined;
      return;
    }
    const active = this.#host.shadowRoot?.activeElement;
    if (active && !active.matches('.more, .frame, .open')) {
      this.#focusRow = undefined;
      return;
    }
    this.#window.reveal(index);
    const row = this.#find(`[data-index="${index}"]`);
    if (!row) return;
    this.#focusRow = undefined;
    row.querySelector('button')?.focus({preventScroll: true});
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }

  /** Puts what is open where its button is now. */
  readonly #placeOpen = (): HTMLElement | undefined => {
    if (!this.#open) return undefined;
    const drawer = this.#find('.drawer:popover-open');
    const anchor = this.#find(`#open-${this.#open}`);
    if (!drawer || !anchor) return undefined;
    place(drawer, anchor);
    return drawer;
  };

  readonly #onToggle = ({newState, target, currentTarget}: ToggleEvent): void => {
    if (newState !== 'closed' || target !== currentTarget || !(target instanceof Element)) return;
    // It may have been opened for another button by now.
    if (target.matches(':popover-open')) return;
    const button = this.#open && this.#find(`#open-${this.#open}`);
    this.#open = undefined;
    // Some browsers give the focus back by themselves, but not within a shadow root.
    if (target.contains(this.#host.shadowRoot?.activeElement ?? null)) button?.focus();
    this.#host.requestUpdate();
  };
}

/** Below its button, or above it where there is more room; inside the window either way. */
function place(drawer: HTMLElement, anchor: HTMLElement): void {
  const {top, bottom, left, right} = anchor.getBoundingClientRect();
  const {clientWidth, clientHeight} = document.documentElement;
  const {offsetWidth} = drawer;
  const below = clientHeight - bottom - GAP - MARGIN;
  const above = top - GAP - MARGIN;
  const goesUp = below < LEAST_HEIGHT && above > below;
  const start = getComputedStyle(anchor).direction === 'rtl' ? right - offsetWidth : left;
  const most = clientWidth - offsetWidth - MARGIN;
  const set = (name: string, value: number) => drawer.style.setProperty(name, `${value}px`);
  set('left', Math.max(Math.min(start, most), MARGIN));
  set('max-block-size', Math.max(goesUp ? above : below, 160));
  if (goesUp) set('bottom', clientHeight - top + GAP);
  else set('top', bottom + GAP);
  drawer.style.removeProperty(goesUp ? 'top' : 'bottom');
}
