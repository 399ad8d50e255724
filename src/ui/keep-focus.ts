import type {LitElement, ReactiveController} from 'lit';

/**
 * Keeps the focus inside an element when a render takes away what has it: it goes to the same item, which carries the
 * same `data-id`, else to what carries `data-focus-fallback`. Otherwise the next Tab would start at the top of the page.
 */
export class KeepFocus implements ReactiveController {
  readonly #host: LitElement;
  #active: Element | undefined;
  #id: string | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#active = this.#focused();
    this.#id = idOf(this.#active);
  }

  hostUpdated(): void {
    if (!this.#active) return;
    const root = this.#host.renderRoot;
    const active = this.#focused();
    if (active === this.#active && idOf(active) === this.#id) return;
    // Something else has been given the focus on purpose.
    if (active && active !== this.#active) return;
    const item =
      this.#id === undefined ? null : root.querySelector(`[data-id="${CSS.escape(this.#id)}"] button`);
    const next = item ?? active ?? root.querySelector('[data-focus-fallback]');
    if (next instanceof HTMLElement) next.focus({preventScroll: true});
  }

  /** What has the focus in the element's own root, or in the element itself where it has none. */
  #focused(): Element | undefined {
    const {renderRoot} = this.#host;
    const root = renderRoot.getRootNode();
    const active = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    return active && renderRoot.contains(active) ? active : undefined;
  }
}

function idOf(element: Element | null | undefined): string | undefined {
  return element?.closest('[data-id]')?.getAttribute('data-id') ?? undefined;
}
