import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Knows whether an element is narrower than a width in em, for layouts that need other elements and not only other styles:
 * larger text needs more room, and then the element is narrow sooner.
 */
export class NarrowController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #ems: number;
  #observer: ResizeObserver | undefined;
  #isNarrow: boolean | undefined;
  #drawn: boolean | undefined;
  #focused: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, ems: number) {
    this.#host = host;
    this.#ems = ems;
    host.addController(this);
  }

  /** Whether the element's content box is narrower than the width. */
  get isNarrow(): boolean {
    // The first render comes before the observer's first word.
    return (this.#isNarrow ??= this.#host.clientWidth < this.#least);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      if (!entry || entry.contentRect.width === 0) return;
      const isNarrow = entry.contentRect.width < this.#least;
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

  get #least(): number {
    return this.#ems * Number.parseFloat(getComputedStyle(this.#host).fontSize);
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
