import type {LitElement, ReactiveController} from 'lit';
import {RowHeights} from './row-heights.ts';

/** A row of a long list that is drawn. */
export interface WindowRow {
  readonly index: number;
  /** Names the elements that draw it. They draw another row when this one has gone out of sight. */
  readonly slot: number;
  /** Its distance from the first row, in px. */
  readonly top: number;
}

/** Rows beyond those in sight, so that a short scroll finds them drawn. */
const OVERSCAN = 4;

/** So long, in ms, nothing has been scrolled when scrolling is over. */
const REST = 150;

/**
 * Which rows of a long list are drawn, where, and by which elements. The list is in a box that scrolls; in it are `.grid-head`,
 * which stays, `.rows`, which is as high as all of them, and `.grid-probe` with a low row and what makes one tall.
 */
export class RowWindow implements ReactiveController {
  readonly #host: LitElement;
  readonly #selector: string;
  readonly #heights = new RowHeights();
  #count = 0;
  #scrollTop = 0;
  #viewport = 600;
  #isScrolling = false;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #drawn = 0;
  #slots: ReadonlyMap<string, number> = new Map();
  /** The slots as their elements follow each other in the page. */
  #order: readonly number[] = [];
  readonly #free: number[] = [];
  #slotCount = 0;
  #observer: ResizeObserver | undefined;
  #observed: Element | undefined;

  /** `selector`: of the box, in the root of the host. */
  constructor(host: LitElement, selector: string) {
    this.#host = host;
    this.#selector = selector;
    host.addController(this);
  }

  /** So many rows fit. */
  get pageSize(): number {
    // The box may have grown since the last frame.
    const box = this.#box;
    if (box) this.#measure(box);
    const end = this.#heights.at(this.#scrollTop + this.#viewport);
    return Math.max(end - this.#heights.at(this.#scrollTop) - 1, 1);
  }

  /** Sets how many rows there are, and which of them are tall: ascending indexes. */
  update(count: number, tall: readonly number[]): void {
    this.#count = count;
    this.#heights.update(count, tall);
  }

  /** Takes how far the box is scrolled. */
  scroll(scrollTop: number): void {
    this.#scrollTop = scrollTop;
    this.#isScrolling = true;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#isScrolling = false;
      this.#host.requestUpdate();
    }, REST);
    this.#host.requestUpdate();
  }

  /**
   * The rows to draw: those in sight, some more, and the one of the index `pinned` wherever it is. `keyOf` names the row of an
   * index. In the order of their indexes, but as their elements stand while one scrolls, as to move elements costs more than to
   * draw them, and as long as they are to stay: `isSteady`.
   */
  rows(
    keyOf: (index: number) => string,
    {pinned, isSteady}: {pinned: number; isSteady: boolean},
  ): readonly WindowRow[] {
    const first = Math.max(this.#heights.at(this.#scrollTop) - OVERSCAN, 0);
    const end = this.#heights.at(this.#scrollTop + this.#viewport) + OVERSCAN + 1;
    // Elements neither come nor go while one scrolls.
    const least = this.#isScrolling ? first + this.#drawn : 0;
    const last = Math.min(Math.max(end, least), this.#count) - 1;
    this.#drawn = last - first + 1;
    const indexes = Array.from({length: Math.max(this.#drawn, 0)}, (_, place) => first + place);
    if (pinned < first) indexes.unshift(pinned);
    if (pinned > last) indexes.push(pinned);
    const shown = indexes.filter((index) => index >= 0 && index < this.#count);
    const slots = this.#assign(shown.map(keyOf));
    const rows = shown.map((index, place) => ({
      index,
      slot: slots[place] ?? index,
      top: this.#heights.top(index),
    }));
    if (this.#isScrolling || isSteady) this.#keepOrder(rows);
    this.#order = rows.map(({slot}) => slot);
    return rows;
  }

  hostUpdated(): void {
    const box = this.#box;
    this.#observe(box ?? undefined);
    const rows = box?.querySelector<HTMLElement>('.rows');
    const size = `${this.#heights.total}px`;
    if (rows && rows.style.blockSize !== size) rows.style.setProperty('block-size', size);
  }

  hostDisconnected(): void {
    clearTimeout(this.#resting);
    this.#isScrolling = false;
    this.#observe(undefined);
  }

  get #box(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(this.#selector);
  }

  /** A row keeps its slot as long as it is drawn; that of one that is not any more goes to another one. */
  #assign(keys: readonly string[]): readonly number[] {
    const before = this.#slots;
    const slots = new Map<string, number>();
    for (const key of keys) {
      const slot = before.get(key);
      if (slot !== undefined) slots.set(key, slot);
    }
    for (const [key, slot] of before) if (!slots.has(key)) this.#free.push(slot);
    for (const key of keys) if (!slots.has(key)) slots.set(key, this.#free.pop() ?? this.#slotCount++);
    this.#slots = slots;
    return keys.map((key) => slots.get(key) ?? 0);
  }

  #keepOrder(rows: WindowRow[]): void {
    const places = new Map(this.#order.map((slot, place) => [slot, place]));
    const placeOf = ({slot}: WindowRow) => places.get(slot) ?? places.size;
    rows.sort((a, b) => placeOf(a) - placeOf(b));
  }

  /** Sizes are read when they change, and not after each key: reading makes the browser lay everything out. */
  #observe(box: HTMLElement | undefined): void {
    if (box === this.#observed) return;
    this.#observer?.disconnect();
    this.#observed = box;
    if (!box) return;
    // Drawing now would change the sizes that are being observed.
    this.#observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure(box)));
    this.#observer.observe(box);
    const heading = box.querySelector('.heading');
    // Larger text makes the headings larger, too.
    if (heading) this.#observer.observe(heading);
  }

  #measure(box: HTMLElement): void {
    const probe = box.querySelector<HTMLElement>('.grid-probe');
    const head = box.querySelector<HTMLElement>('.grid-head');
    const [low, more] = [...(probe?.children ?? [])].map((each) => (each as HTMLElement).offsetHeight);
    const viewport = box.clientHeight - (head?.offsetHeight ?? 0);
    const isNew = this.#heights.measure(low ?? 0, more ?? 0);
    if (!isNew && (viewport <= 0 || Math.abs(viewport - this.#viewport) <= 1)) return;
    this.#viewport = viewport;
    // Only once this update is over: it may just have drawn what is measured here.
    queueMicrotask(() => this.#host.requestUpdate());
  }
}
