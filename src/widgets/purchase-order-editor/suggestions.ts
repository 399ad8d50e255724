import {html, nothing, type TemplateResult} from 'lit';
import {formatCount, formatPrice, pluralForm} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Item} from '../../portal/contract/catalog.ts';
import {describeError, icon} from '../../ui/states.ts';
import type {EditorContext} from './editor-context.ts';
import {renderAvailability, renderOwnNumber} from './item-facts.ts';
import type {ItemSearch} from './item-search.ts';

/** The list of items below the field that is being typed in. */
export function renderSuggestions(context: EditorContext): TemplateResult | typeof nothing {
  const {search, locale, showsPrices} = context;
  return search ? renderItems({search, locale, showsPrices}) : nothing;
}

/** A list of items, and what chooses among them. */
interface View extends Pick<EditorContext, 'locale' | 'showsPrices'> {
  readonly search: Pick<ItemSearch, 'combobox' | 'pick'>;
}

/** The list of the items that were found. It is in the page always, so that it can be spoken of. */
export function renderItems(context: View): TemplateResult {
  const {combobox} = context.search;
  const {suggestions} = combobox;
  const options =
    suggestions.status === 'pending' || suggestions.status === 'complete' ? suggestions.options : [];
  return html`<div class="popup" id="suggestions-popup" popover="manual" part="suggestions">
      <ul
        class="listbox"
        role="listbox"
        id="suggestions"
        aria-label=${msg('Items', {id: 'purchase-order-editor.items'})}
        ?hidden=${options.length === 0}
        @mousedown=${(event: Event) => event.preventDefault()}
      >
        ${options.map((item, index) => renderOption(context, item, index))}
      </ul>
      ${renderMessage(context, options.length)}
    </div>
    <p class="visually-hidden" role="status">${spoken(context)}</p>`;
}

function renderOption(context: View, item: Item, index: number): TemplateResult {
  const {search, locale, showsPrices} = context;
  return html`<li
    class="option"
    role="option"
    id=${search.combobox.optionId(index)}
    aria-selected=${index === search.combobox.active}
    @click=${() => search.pick(item)}
  >
    <span class="option-line">
      <span class="option-number">${item.itemNumber}</span>
      ${renderOwnNumber(item)}
      ${
        showsPrices && item.unitPrice !== undefined && item.currency !== undefined
          ? html`<span class="option-price amount"
              >${formatPrice(item.unitPrice, item.currency, locale)}</span
            >`
          : nothing
      }
    </span>
    <span class="option-line">
      <bdi class="option-description">${item.description}</bdi>
      ${renderAvailability(item, locale) ?? html`<span class="hint">${item.units[0]?.label}</span>`}
    </span>
  </li>`;
}

function renderMessage({search}: View, count: number): TemplateResult | typeof nothing {
  const {suggestions} = search.combobox;
  switch (suggestions.status) {
    case 'pending':
      return count > 0
        ? nothing
        : html`<p class="popup-message">${msg('Searching…', {id: 'purchase-order-editor.searching'})}</p>`;
    case 'complete':
      return count > 0
        ? nothing
        : html`<p class="popup-message">
            ${msg(str`No item found for “${suggestions.text.trim()}”.`, {id: 'purchase-order-editor.no-item'})}
          </p>`;
    case 'error':
      return html`<p class="popup-message">
        ${icon('error')} ${describeError(suggestions.error)}
        <button
          type="button"
          class="link"
          tabindex="-1"
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => search.combobox.retry()}
        >
          ${msg('Try again', {id: 'action.try-again'})}
        </button>
      </p>`;
    default:
      return nothing;
  }
}

/** What a screen reader is told of the list. */
function spoken({search, locale}: View): string {
  const {suggestions} = search.combobox;
  if (suggestions.status === 'error') return describeError(suggestions.error);
  if (suggestions.status !== 'complete') return '';
  const {length} = suggestions.options;
  if (length === 0) {
    return msg(str`No item found for “${suggestions.text.trim()}”.`, {id: 'purchase-order-editor.no-item'});
  }
  const count = formatCount(length, locale);
  return pluralForm(length, locale) === 'one'
    ? msg(str`${count} item found.`, {id: 'purchase-order-editor.found-one'})
    : msg(str`${count} items found.`, {id: 'purchase-order-editor.found'});
}
