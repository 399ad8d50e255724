import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {ListView} from './list-view.ts';
import {readView, viewNames, writeView, type ViewName} from './view-text.ts';

/** What an address has to do with a list. */
export interface ViewAddressOptions {
  /** The list's name in the address. Another list of the page that has it already makes it `name-2`. */
  readonly key: () => string;
  /** The address shows another view than the last one: the user has gone back or forward. */
  readonly onView: (view: ListView) => void;
}

/** The names that lists of this page have now. */
const taken = new Map<string, ViewAddress>();

/**
 * Keeps a list's view in the page's address, so that it can be shared and Back works. It touches no parameter but the list's
 * own. Where the page has no address of its own, as in a sandboxed frame, nothing happens.
 */
export class ViewAddress implements ReactiveController {
  readonly #options: ViewAddressOptions;
  #key: string | undefined;
  /** The list's part of the address, as last seen or written. */
  #known = '';
  /** The address that the last replaceable writing has made. */
  #replaceable: string | undefined;

  constructor(host: ReactiveControllerHost, options: ViewAddressOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    const wanted = this.#options.key();
    let key = wanted;
    for (let number = 2; taken.has(key); number++) key = `${wanted}-${number}`;
    taken.set(key, this);
    this.#key = key;
    this.#known = this.#ownPart();
    window.addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#onPopState);
    if (this.#key !== undefined) taken.delete(this.#key);
    this.#key = undefined;
    this.#replaceable = undefined;
  }

  /** The view that the address shows; the usual one where it says nothing. */
  read(): ListView {
    const parameters = new URLSearchParams(location.search);
    return readView((name) => parameters.get(this.#nameOf(name)));
  }

  /**
   * Shows a view in the address. The same view again changes nothing. `replace`: in place of the last entry of the history if
   * that was written so too, as for a text that is being typed; otherwise there is a new entry to go back from.
   */
  write(view: ListView, {replace = false} = {}): void {
    const isWritten = this.#put(view, replace && this.#replaceable === location.href);
    if (isWritten) this.#replaceable = replace ? location.href : undefined;
  }

  /** Shows a view in the address in place of what it says now: nobody has chosen it, so there is nothing to go back from. */
  settle(view: ListView): void {
    this.#put(view, true);
  }

  #put(view: ListView, isReplaced: boolean): boolean {
    if (this.#key === undefined) return false;
    const written = writeView(view);
    const own = this.#parts((name) => written.get(name));
    if (own.join('&') === this.#ownPart()) return false;
    const url = new URL(location.href);
    url.search = this.#insert(own);
    try {
      if (isReplaced) history.replaceState(history.state, '', url);
      else history.pushState(history.state, '', url);
    } catch {
      // The page has no address of its own, or has changed it too often.
      return false;
    }
    this.#known = this.#ownPart();
    return true;
  }

  #nameOf(name: ViewName): string {
    return `${this.#key ?? ''}.${name}`;
  }

  #parts(textOf: (name: ViewName) => string | null | undefined): string[] {
    return viewNames.flatMap((name) => {
      const text = textOf(name);
      return text == null ? [] : [`${encode(this.#nameOf(name))}=${encode(text)}`];
    });
  }

  /** What the address says of the list, as one text. */
  #ownPart(): string {
    const parameters = new URLSearchParams(location.search);
    return this.#parts((name) => parameters.get(this.#nameOf(name))).join('&');
  }

  /** The address's parameters with these for the list's; all others as they are, to the letter. */
  #insert(own: readonly string[]): string {
    const names = new Set(viewNames.map((name) => this.#nameOf(name)));
    const isOwn = (part: string) => [...new URLSearchParams(part).keys()].some((name) => names.has(name));
    const parts = location.search.slice(1).split('&').filter(Boolean);
    const at = parts.findIndex(isOwn);
    const others = parts.filter((part) => !isOwn(part));
    others.splice(at < 0 ? others.length : at, 0, ...own);
    return others.join('&');
  }

  readonly #onPopState = (): void => {
    this.#replaceable = undefined;
    const own = this.#ownPart();
    if (own === this.#known) return;
    this.#known = own;
    this.#options.onView(this.read());
  };
}

/** Readable: what an address may contain stays as it is. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+').replaceAll('%2C', ',').replaceAll('%3A', ':');
}
