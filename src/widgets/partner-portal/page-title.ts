/** Says in the page's title what is shown, before what the page itself says there. */
export class PageTitle {
  #own: string | undefined;
  #shown: string | undefined;

  /** Shows a title. */
  show(label: string): void {
    // The page may have changed it since.
    if (document.title !== this.#shown) this.#own = document.title;
    this.#shown = this.#own ? `${label} · ${this.#own}` : label;
    document.title = this.#shown;
  }

  /** Leaves the title to the page again. */
  clear(): void {
    if (document.title === this.#shown) document.title = this.#own ?? '';
    this.#shown = undefined;
  }
}
