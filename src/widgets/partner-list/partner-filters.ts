import {html, nothing, type TemplateResult} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg} from '../../locales/localize.ts';
import type {PartnerFilter} from '../../partners/partner-listing.ts';
import {STATUSES, type StatusCounts} from '../../partners/status-counts.ts';
import type {PartnerType} from '../../portal/contract/index.ts';
import {renderSearch} from '../../ui/search-field.ts';
import {statusMark} from './partner-words.ts';

/** The fields that narrow the list down. */
export interface FilterOptions {
  readonly filter: PartnerFilter;
  /** What is being typed into the search. */
  readonly text: string;
  readonly types: readonly PartnerType[];
  /** How many there are of each state; undefined where the member does not see states. */
  readonly counts: StatusCounts | undefined;
  readonly locale: string;
  readonly onText: (text: string, settled: boolean) => void;
  readonly onFilter: (filter: PartnerFilter) => void;
}

/** The search, and the choice of a kind of partner where there are several. */
export function renderFinders({filter, text, types, onText, onFilter}: FilterOptions): TemplateResult {
  const onType = (event: Event) => {
    if (!(event.currentTarget instanceof HTMLSelectElement)) return;
    onFilter({...filter, type: event.currentTarget.value || undefined});
  };
  return html`${renderSearch({
    text,
    label: msg('Search by name, number or e-mail address', {id: 'partner-list.search'}),
    hint: msg('Name, number or e-mail', {id: 'partner-list.search-hint'}),
    onText,
  })}
  ${
    types.length > 1
      ? html`<select
          class="input"
          part="filter"
          aria-label=${msg('Type', {id: 'partner-list.type'})}
          @change=${onType}
        >
          <option value="" .selected=${!filter.type}>
            ${msg('All types', {id: 'partner-list.all-types'})}
          </option>
          ${types.map(
            ({type, label}) =>
              html`<option value=${type} .selected=${type === filter.type}>${label}</option>`,
          )}
        </select>`
      : nothing
  }`;
}

/** The states of an invitation, each with how many there are. */
export function renderStates({filter, counts, locale, onFilter}: FilterOptions): TemplateResult {
  const state = (status: string | undefined, text: string) => {
    const count = counts?.get(status);
    return html`<button
      type="button"
      class="state-filter"
      part="state"
      aria-pressed=${filter.status === status}
      @click=${() => onFilter({...filter, status})}
    >
      ${text} <span class="number">${count === undefined ? nothing : formatCount(count, locale)}</span>
    </button>`;
  };
  return html`<div
    class="states"
    role="group"
    aria-label=${msg('Invitation', {id: 'partner-list.invitation'})}
  >
    ${state(undefined, msg('All', {id: 'partner-list.all'}))}
    ${STATUSES.map((status) => state(status, statusMark(status).text))}
  </div>`;
}
