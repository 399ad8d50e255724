import {css, html, nothing, type TemplateResult} from 'lit';
import {msg} from '../locales/localize.ts';
import {icon} from './states.ts';

/** The search field and who hears of it. */
export interface SearchOptions {
  readonly text: string;
  /** What can be searched by, as a sentence for who does not see the field. */
  readonly label: string;
  /** The same in a few words, for who does. */
  readonly hint: string;
  /** `settled` is false while the user may go on typing. */
  readonly onText: (text: string, settled: boolean) => void;
}

/** The search field. */
export function renderSearch({text, label, hint, onText}: SearchOptions): TemplateResult {
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
      placeholder=${hint}
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

/** The search field. */
export const searchStyles = css`
  .search {
    position: relative;
  }

  .search > .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0.7em;
    margin-block: auto;
    color: var(--_text-muted);
    pointer-events: none;
  }

  .search > .input {
    display: block;
    padding-inline: 2.1em 36px;
    text-overflow: ellipsis;
    appearance: none;
  }

  .search > .input::-webkit-search-cancel-button {
    display: none;
  }

  .bare {
    border: 0;
    border-radius: 4px;
    font: inherit;
    color: var(--_text-muted);
    background: none;
    cursor: pointer;
  }
`;
