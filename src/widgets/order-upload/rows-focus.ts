import type {PortalElement} from '../../ui/portal-element.ts';
import type {RowCell} from './row-cell.ts';
import {cellId} from './row-columns.ts';

/** Keeps the focus in the rows while they are drawn, and moves it to the active cell. */
export class RowsFocus {
  readonly #host: PortalElement;
  readonly #active: () => RowCell;
  #isWanted = false;
  /** What has the focus in the grid, while that is drawn: rows that change places in the page lose it. */
  #held: HTMLElement | undefined;

  constructor(host: PortalElement, active: () => RowCell) {
    this.#host = host;
    this.#active = active;
  }

  /** Whether the rows are being drawn around what has the focus. */
  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  /** Moves to the active cell as soon as that is drawn. */
  want(): void {
    this.#isWanted = true;
  }

  /** Has to be called before the rows are drawn. */
  hold(): void {
    const focused = this.#host.shadowRoot?.activeElement;
    this.#held = focused instanceof HTMLElement && focused.closest('.rows, .stack') ? focused : undefined;
  }

  /** Has to be called when the rows are drawn. `goOn`: the field that had the focus is there no more, and what was typed into it is. */
  restore(goOn: () => void): void {
    const held = this.#held;
    this.#held = undefined;
    const isLost = held !== undefined && !this.#host.shadowRoot?.activeElement;
    // A field that an item does not have is gone with the focus; to go on is another change.
    if (isLost && held.matches('.input')) queueMicrotask(goOn);
    else if (this.#isWanted || (isLost && !held.isConnected)) this.move();
    else if (isLost) held.focus({preventScroll: true});
  }

  /** Moves to the active cell. */
  move(): void {
    this.#isWanted = false;
    const {key, column} = this.#active();
    const target =
      this.find(cellId(column, key)) ??
      this.find(`cell-${cellId(column, key)}`) ??
      this.find(cellId('quantity', key));
    target?.focus({preventScroll: true});
    target?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  /** What is drawn under an id; null for nothing. */
  find(id: string): HTMLElement | null {
    return this.#host.shadowRoot?.getElementById(id) ?? null;
  }
}
