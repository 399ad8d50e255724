import {html, nothing, type TemplateResult} from 'lit';
import {postedLabel} from '../../locales/labels.ts';
import {msg} from '../../locales/localize.ts';
import {icon} from '../../ui/states.ts';

/** The search field and who hears of it. */
export interface SearchOptions {
  readonly text: string;
  /** `settled` is false while the user may go on typing. */
  readonly onText: (text: string, settled: boolean) => void;
}

/** The search field. */
export function renderSearch({text, onText}: SearchOptions): TemplateResult {
  const label = msg('Search by number, reference or item', {id: 'document-list.search'});
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || text === '') return;
    // Inside a dialog of the host the first Escape is ours.
    event.preventDefault();
    event.stopPropagation();
    onText('', true);
  };
  const onClear = (event: Event) => {
    onText('', true);
    if (event.currentTarget instanceof Element) {
      event.currentTarget.parentElement?.querySelector('input')?.focus();
    }
  };
  return html`<form
    class="search"
    role="search"
    @submit=${(event: Event) => {
      event.preventDefault();
      onText(text, true);
    }}
  >
    ${icon('search')}
    <input
      class="input"
      part="search"
      type="search"
      autocomplete="off"
      spellcheck="false"
      enterkeyhint="search"
      aria-label=${label}
      placeholder=${msg('Number, reference or item', {id: 'document-list.search-hint'})}
      .value=${text}
      @input=${(event: Event) =>
        event.currentTarget instanceof HTMLInputElement && onText(event.currentTarget.value, false)}
      @keydown=${onKeydown}
    />
    ${
      text === ''
        ? nothing
        : html`<button
            type="button"
            class="clear bare"
            aria-label=${msg('Clear search', {id: 'document-list.clear-search'})}
            @click=${onClear}
          >
            ${icon('close')}
          </button>`
    }
  </form>`;
}

const postedTypes =
  /^((purchase|sales)-(return-order|invoice|credit-memo)|warehouse-(receipt|shipment)|shipment|delivery)$/;

/** Whether a type's documents are posted, as everywhere in the trade; of types that are not known here only documents tell. */
export function isPostedType(type: string): boolean {
  return postedTypes.test(type);
}

/** The filter by posting; undefined stands for all documents. */
export function renderPostedFilter(
  value: boolean | undefined,
  onPosted: (posted: boolean | undefined) => void,
): TemplateResult {
  const choices = [
    {posted: undefined, label: msg('All', {id: 'document-list.all'})},
    {posted: true, label: postedLabel(true)},
    {posted: false, label: postedLabel(false)},
  ];
  return html`<fieldset class="segments" part="filter">
    <legend class="visually-hidden">${msg('Posting', {id: 'document.posting'})}</legend>
    ${choices.map(
      ({posted, label}) =>
        html`<label class="segment">
          <input type="radio" name="posted" .checked=${posted === value} @change=${() => onPosted(posted)} />
          <span>${label}</span>
        </label>`,
    )}
  </fieldset>`;
}
