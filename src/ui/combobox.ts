import {css, type ReactiveController, type ReactiveControllerHost} from 'lit';
import {PortalError} from '../portal/errors.ts';
import {hidePopup, placePopup} from './popup.ts';

/** What a combobox works on. */
export interface ComboboxOptions<T> {
  /** Finds options for a text; best first. */
  search: (text: string, options: {signal: AbortSignal}) => Promise<readonly T[]>;
  /** An option was chosen for an input. */
  onChoose: (inputId: string, option: T) => void;
  /** The list's popup and an input, once they are drawn. */
  popup: () => HTMLElement | null | undefined;
  input: (id: string) => HTMLElement | null | undefined;
  /** Pause after a key before the search, in milliseconds. */
  debounce?: number;
}

/** What the list of suggestions shows. */
export type Suggestions<T> =
  | {readonly status: 'closed'}
  | {readonly status: 'pending' | 'complete'; readonly text: string; readonly options: readonly T[]}
  | {readonly status: 'error'; readonly text: string; readonly error: PortalError};

/**
 * An editable combobox after the ARIA pattern (list autocomplete, automatic selection), for any number of inputs that share
 * one list: only the one with the focus can have it open.
 *
 * The input takes `role="combobox"`, `aria-autocomplete="list"`, `aria-expanded`, `aria-controls` and
 * `aria-activedescendant`; the list `role="listbox"` in the same root; its options the ids of `optionId`.
 */
export class ComboboxController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ComboboxOptions<T>;
  #suggestions: Suggestions<T> = {status: 'closed'};
  #inputId: string | undefined;
  #active = -1;
  #isMoved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost, options: ComboboxOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** What the list shows. */
  get suggestions(): Suggestions<T> {
    return this.#suggestions;
  }

  /** Index of the option that Enter chooses; -1 for none. */
  get active(): number {
    return this.#active;
  }

  /** The input that the list belongs to. */
  get inputId(): string | undefined {
    return this.#inputId;
  }

  /** Whether an input's list has options to choose from. */
  isExpanded(inputId: string): boolean {
    return this.#inputId === inputId && this.#list.length > 0;
  }

  /** Id of the active option of an input's list. */
  activeId(inputId: string): string | undefined {
    return this.isExpanded(inputId) && this.#active >= 0 ? this.optionId(this.#active) : undefined;
  }

  /** Id of an option. */
  optionId(index: number): string {
    return `suggestion-${index}`;
  }

  /** The text of an input has changed. */
  type(inputId: string, text: string): void {
    this.#stop();
    if (text.trim() === '') {
      this.close();
      return;
    }
    const options = this.#inputId === inputId ? this.#list : [];
    this.#inputId = inputId;
    this.#active = -1;
    this.#set({status: 'pending', text, options});
    this.#timer = setTimeout(() => void this.#search(text), this.#options.debounce ?? 180);
  }

  /** Handles a key in an input; true where the key has done its work. */
  press(event: KeyboardEvent, inputId: string, text: string): boolean {
    if (event.isComposing || event.ctrlKey || event.metaKey) return false;
    const isOpen = this.#inputId === inputId && this.#suggestions.status !== 'closed';
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (isOpen && event.altKey) this.close();
        else if (isOpen) this.#move(event.key === 'ArrowDown' ? 1 : -1);
        else this.type(inputId, text);
        return true;
      case 'Escape':
        if (!isOpen) return false;
        event.preventDefault();
        this.close();
        return true;
      case 'Enter':
      case 'Tab': {
        const option = this.#list[this.#active];
        const isCurrent = this.#suggestions.status === 'complete' && this.#suggestions.text === text;
        const isChosen = event.key === 'Enter' ? isCurrent : this.#isMoved;
        if (!isOpen || !option || !isChosen) return false;
        if (event.key === 'Enter') event.preventDefault();
        this.choose(option);
        return true;
      }
      default:
        return false;
    }
  }

  /** Chooses an option of the open list. */
  choose(option: T): void {
    const inputId = this.#inputId;
    this.close();
    if (inputId !== undefined) this.#options.onChoose(inputId, option);
  }

  /** Searches again after a failure. */
  retry(): void {
    if (this.#suggestions.status === 'error') void this.#search(this.#suggestions.text);
  }

  /** Closes the list and gives its search up. */
  close(): void {
    this.#stop();
    this.#active = -1;
    if (this.#suggestions.status === 'closed') return;
    this.#inputId = undefined;
    this.#set({status: 'closed'});
  }

  hostConnected(): void {
    window.addEventListener('scroll', this.#place, {capture: true, passive: true});
    window.addEventListener('resize', this.#place);
  }

  hostDisconnected(): void {
    window.removeEventListener('scroll', this.#place, {capture: true});
    window.removeEventListener('resize', this.#place);
    this.close();
  }

  hostUpdated(): void {
    const popup = this.#options.popup();
    if (!popup) return;
    if (this.#suggestions.status === 'closed') hidePopup(popup);
    else this.#place();
    if (this.#isMoved) popup.querySelector('[aria-selected="true"]')?.scrollIntoView({block: 'nearest'});
  }

  get #list(): readonly T[] {
    const {status} = this.#suggestions;
    return status === 'closed' || status === 'error' ? [] : this.#suggestions.options;
  }

  readonly #place = (): void => {
    if (this.#suggestions.status === 'closed' || this.#inputId === undefined) return;
    const popup = this.#options.popup();
    const input = this.#options.input(this.#inputId);
    if (popup && input) placePopup(popup, input);
  };

  async #search(text: string): Promise<void> {
    this.#stop();
    const abort = (this.#abort = new AbortController());
    if (this.#suggestions.status === 'error') this.#set({status: 'pending', text, options: []});
    try {
      const options = await this.#options.search(text, {signal: abort.signal});
      if (abort.signal.aborted) return;
      this.#active = options.length > 0 ? 0 : -1;
      this.#set({status: 'complete', text, options});
    } catch (thrown) {
      const error = PortalError.from(thrown);
      if (!abort.signal.aborted) this.#set({status: 'error', text, error});
    }
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#isMoved = false;
  }

  #move(step: 1 | -1): void {
    const {length} = this.#list;
    if (length === 0) return;
    this.#active = (this.#active + step + length) % length;
    this.#isMoved = true;
    this.#host.requestUpdate();
  }

  #set(suggestions: Suggestions<T>): void {
    this.#suggestions = suggestions;
    this.#host.requestUpdate();
  }
}

/** The popup and list of a combobox. */
export const comboboxStyles = css`
  .popup {
    position: fixed;
    inset: auto;
    margin: 0;
    overflow: hidden;
    flex-direction: column;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 4px;
    font: inherit;
    color: var(--_text);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }

  .popup:popover-open {
    display: flex;
  }

  .listbox {
    flex: 0 1 auto;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    list-style: none;
  }

  .option {
    border-radius: calc(var(--_radius) - 2px);
    padding: 6px 8px;
    cursor: pointer;
  }

  .option:hover {
    background: color-mix(in srgb, var(--_accent) 6%, var(--_surface));
  }

  .option[aria-selected='true'] {
    background: color-mix(in srgb, var(--_accent) 14%, var(--_surface));
  }

  .popup-message {
    padding: 6px 8px;
    color: var(--_text-muted);
  }

  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
