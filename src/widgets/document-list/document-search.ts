import {html, nothing, type TemplateResult} from 'lit';
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
