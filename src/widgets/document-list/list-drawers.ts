import {css, html, nothing, type LitElement, type TemplateResult} from 'lit';
import {documentTypeLabel} from '../../locales/labels.ts';
import {msg, str} from '../../locales/localize.ts';
import {localToday} from '../../orders/dates.ts';
import {icon} from '../../ui/states.ts';
import {commonCurrency, type CellContext, type Column} from './document-columns.ts';
import type {Listing} from './document-listing.ts';
import type {Facets} from './list-facets.ts';
import {describeCount} from './document-table.ts';
import {renderTotals} from './list-totals.ts';
import {renderColumnsPanel, renderFilterPanel, renderViewsPanel, weave} from './list-panels.ts';
import {ListOutput} from './list-output.ts';
import {renderPaper} from './list-paper.ts';
import {withoutFilters} from './list-query.ts';
import type {DrawerName} from './list-tools.ts';
import type {ListView} from './list-view.ts';
import {describeView, withoutFilter} from './view-chips.ts';
import {ViewStore} from './view-store.ts';

/** What the buttons above a list are about. */
export interface Looking extends CellContext {
  readonly title: string;
  readonly listing: Listing;
  readonly view: ListView;
  /** The columns that are shown. */
  readonly columns: readonly Column[];
  /** All columns that the documents can fill. */
  readonly possible: readonly Column[];
  /** Hears of another view; `replace` while the user is typing. */
  readonly onView: (view: ListView, how?: {readonly replace: boolean}) => void;
}

/** Draws what the buttons above a list open, and what the list is narrowed down to. */
export class ListDrawers {
  readonly #host: LitElement;
  readonly #store: ViewStore;
  readonly #output: ListOutput;
  #owner = '';

  constructor(host: LitElement) {
    this.#host = host;
    this.#store = new ViewStore(host, () => this.#owner);
    this.#output = new ListOutput(host);
  }

  /** What a button opens; `facets`: what there is to filter by. */
  render(name: DrawerName, looking: Looking, facets: Facets): unknown {
    const host = this.#host;
    const {listing, view, onView, locale} = looking;
    this.#owner = listing.owner;
    switch (name) {
      case 'filter':
        return renderFilterPanel({host, view, facets, today: localToday(), locale, onView});
      case 'views':
        return renderViewsPanel({host, store: this.#store, view, onView});
      case 'columns':
        return this.#renderColumns(looking);
      case 'output':
        return this.#renderOutput(looking);
    }
  }

  /** What the list is narrowed down to, each with a button that takes it away. */
  renderChips({view, locale, onView}: Looking): unknown {
    const parts = describeView(view, locale);
    if (parts.length === 0) return nothing;
    return html`<ul class="chips" part="chips">
      ${parts.map(
        ({key, text}) =>
          html`<li>
            <button type="button" class="chip" @click=${() => onView(withoutFilter(view, key))}>
              <span>${text}</span>${icon('close')}<span class="visually-hidden"
                >${msg('Remove filter', {id: 'document-list.remove-filter'})}</span
              >
            </button>
          </li>`,
      )}
      <li>
        <button type="button" class="chip all" @click=${() => onView(withoutFilters(view))}>
          ${msg('Clear filters', {id: 'document-list.clear-filters'})}
        </button>
      </li>
    </ul>`;
  }

  #renderColumns({possible, columns, view, locale, onView}: Looking): unknown {
    return renderColumnsPanel({
      host: this.#host,
      columns: possible.map(({id, label}) => ({id, label: label()})),
      shown: columns.map(({id}) => id),
      locale,
      onColumns: (ids) => {
        const before = view.columns ?? this.#store.columns ?? [];
        // What the documents shown now have nothing for stays chosen for others.
        const chosen =
          ids &&
          weave(
            ids,
            before.filter((id) => ids.includes(id) || !possible.some((column) => column.id === id)),
          );
        this.#store.columns = chosen;
        onView({...view, columns: chosen});
      },
    });
  }

  /** Nothing of the list is to be seen any more: what is under way ends. */
  leave(): void {
    this.#output.cancel();
  }

  #renderOutput({listing, title, locale, columns, view}: Looking): TemplateResult {
    const {portal, type, query, access, next, documents, total} = listing;
    const name = title || documentTypeLabel(type);
    const {q} = view;
    const filters = [
      ...(q ? [msg(str`Search: ${q}`, {id: 'document-list.paper-search'})] : []),
      ...describeView(view, locale).map(({text}) => text),
    ];
    return this.#output.render({
      portal,
      type,
      query,
      title: name,
      locale,
      prices: access.prices,
      count: next === null ? documents.length : total,
      paper: (all, skipped) => {
        const whole = {...listing, documents: all, next: null, skipped};
        return renderPaper(all, {
          title: name,
          columns,
          locale,
          currency: commonCurrency(all),
          mayRead: false,
          count: describeCount(whole, locale),
          filters,
          totals: renderTotals(whole, locale),
        });
      },
    });
  }
}

/** How what is open and what the list is narrowed down to looks. */
export const drawerStyles = css`
  .drawer {
    position: fixed;
    inset: auto;
    margin: 0;
    inline-size: min(24em, calc(100vi - 16px));
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    padding: 16px;
    overflow: auto;
    overscroll-behavior: contain;
    font: inherit;
    color: var(--_text);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    padding: 0 16px 12px;
    list-style: none;
  }

  .chip {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-block-size: 28px;
    border: 1px solid var(--_border);
    border-radius: 14px;
    padding: 0 10px;
    font: inherit;
    font-size: 0.9375em;
    color: var(--_text);
    background: var(--_surface-raised);
    cursor: pointer;
  }

  .chip > .icon {
    font-size: 0.75em;
    color: var(--_text-muted);
  }

  .chip:hover {
    border-color: var(--_border-control);
  }

  .chip.all {
    border-color: transparent;
    color: var(--_accent);
    background: none;
  }
`;
