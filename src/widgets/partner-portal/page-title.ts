import type {ReactiveController} from 'lit';
import type {PortalElement} from '../../ui/portal-element.ts';

/** Says in the page's title what is shown, before what the page itself says there, as long as the element is in the page. */
export class PageTitle implements ReactiveController {
  readonly #host: PortalElement;
  #own = '';
  #label: string | undefined;
  #shown: string | undefined;

  constructor(host: PortalElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    // A move in the page disconnects and connects in one go.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.clear();
    });
  }

  /** What the title says is shown; undefined where it says nothing of it. */
  get label(): string | undefined {
    return this.#label;
  }

  /** Shows a title. */
  show(label: string): void {
    // The page may have changed it since.
    if (document.title !== this.#shown) this.#own = document.title;
    this.#label = label;
    this.#shown = this.#own ? `${label} · ${this.#own}` : label;
    document.title = this.#shown;
  }

  /** Leaves the title as the page had it, unless the page has another one by now. */
  clear(): void {
    if (this.#label !== undefined && document.title === this.#shown) document.title = this.#own;
    this.#label = undefined;
    this.#shown = undefined;
  }
}
