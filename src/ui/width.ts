import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Knows whether an element is narrower than a width, for layouts that need other elements and not only other styles. */
export class NarrowController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #width: number;
  #observer: ResizeObserver | undefined;
  #isNarrow: boolean | undefined;
  #drawn: boolean | undefined;
  #focused: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, width: number) {
    this.#host = host;
    this.#width = width;
    host.addController(this);
  }

  /** Whether the element's content box is narrower than the width. */
  get isNarrow(): boolean {
    // The first render comes before the observer's first word.
    return (this.#isNarrow ??= this.#host.clientWidth < this.#width);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      if (!entry || entry.contentRect.width === 0) return;
      const isNarrow = entry.contentRect.width < this.#width;
      if (isNarrow === this.#isNarrow) return;
      this.#isNarrow = isNarrow;
      // Drawing now would change the size that is being observed.
      requestAnimationFrame(() => this.#host.requestUpdate());
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  hostUpdate(): void {
    this.#focused = this.#isNarrow === this.#drawn ? undefined : this.#host.shadowRoot?.activeElement?.id;
    this.#drawn = this.#isNarrow;
  }

  /** Other elements, the same ids: the focus goes to what takes the place of what had it. */
  hostUpdated(): void {
    const {shadowRoot} = this.#host;
    if (this.#focused && !shadowRoot?.activeElement) shadowRoot?.getElementById(this.#focused)?.focus();
    this.#focused = undefined;
  }
}
