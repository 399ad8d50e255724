import type {LitElement} from 'lit';
import type {ListView} from './list-view.ts';
import {ViewAddress} from './view-address.ts';

/** Keeps a list's view in the page's address where the page wants that. */
export class ListAddress {
  readonly #host: LitElement;
  readonly #onView: (view: ListView) => void;
  #address: ViewAddress | undefined;
  #key: string | undefined;
  #type = '';

  /** `onView`: the user has gone back or forward to this one. */
  constructor(host: LitElement, onView: (view: ListView) => void) {
    this.#host = host;
    this.#onView = onView;
  }

  /**
   * Sets the list's name in the address; undefined where its view is not to be there. Returns the view that is there under a new
   * name. An address that says nothing of the list takes nothing away from what the page has set: `view` is there then, as it is
   * under the same name for the documents of another type.
   */
  follow(key: string | undefined, type: string, view: ListView): ListView | undefined {
    const isOther = type !== this.#type && this.#type !== '';
    this.#type = type;
    if (key === this.#key) {
      if (isOther) this.#address?.settle(view);
      return undefined;
    }
    this.#key = key;
    if (this.#address) {
      this.#address.hostDisconnected();
      this.#host.removeController(this.#address);
      this.#address = undefined;
    }
    if (key === undefined) return undefined;
    this.#address = new ViewAddress(this.#host, {key: () => key, onView: this.#onView});
    const shared = this.#address.read();
    if (Object.values(shared).some((value) => value !== undefined)) return shared;
    this.#address.settle(view);
    return undefined;
  }

  /** Shows a view in the address; `replace`: in the place of the one before, as while a text is being typed. */
  write(view: ListView, how?: {readonly replace: boolean}): void {
    this.#address?.write(view, how);
  }
}
