import type {LitElement, ReactiveController} from 'lit';

/** A row of a list that is drawn. */
export interface ListRow {
  readonly index: number;
  /** Its distance from the first row, in px. */
  readonly top: number;
}

/** Most rows that are drawn for a printer. */
const MOST_PRINTED = 1000;

/**
 * Which rows of a long list are drawn when all have the same height. The list's `.rows` is as high as all rows; what clips it
 * is its box, which scrolls, or whatever scrolls the box: `.head` in it stays. `.probe` has one row, to measure by.
 *
 * Each element keeps every n-th row while one scrolls, so that a row that has stayed in sight is not drawn again; at rest they
 * stand in the order of their rows, for whoever reads or tabs through them.
 */
export class ListWindow implements ReactiveController {
  readonly #host: LitElement;
  #count = 0;
  #height = 48;
  #first = 0;
  // So many are drawn before anything has been measured.
  #last = 9;
  #isPrinting = false;
  #isScrolling = false;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #roots: ReadonlySet<Node> = new Set();
  #observer: ResizeObserver | undefined;
  #observed: Element | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Index of the first row in sight. */
  get first(): number {
    return this.#first;
  }

  /** Index of the last row in sight; -1 where none is. */
  get last(): number {
    return Math.min(this.#last, this.#count - 1);
  }

  /** Whether all rows are drawn, one after the other, for a printer. */
  get isPrinting(): boolean {
    return this.#isPrinting;
  }

  /** The rows to draw, in the order in which their elements follow each other, and the one that has the focus. */
  rows(count: number): readonly ListRow[] {
    this.#count = count;
    const inSight = this.#last - this.#first + 1;
    const [least, most] = this.#isPrinting
      ? [0, Math.min(count, MOST_PRINTED) - 1]
      : [this.#first - (inSight >> 1) - 2, this.#last + (inSight >> 1) + 2];
    const first = Math.max(Math.min(least, count - (most - least + 1)), 0);
    const last = Math.min(first + most - least, count - 1);
    const places = last - first + 1;
    // While one scrolls, the element of row 7 of 10 is that of row 17, too.
    const turn = this.#isScrolling && places > 0 ? places - (first % places) : 0;
    const indexes = Array.from({length: places}, (_, place) => first + ((place + turn) % places));
    const focused = this.#focused;
    if (focused < count && focused >= 0 && (focused < first || focused > last)) indexes.push(focused);
    return indexes.map((index) => ({index, top: index * this.#height}));
  }

  /** Scrolls a row into sight, in its box and in what the box is in. */
  reveal(index: number): void {
    const box = this.#find('.body');
    const head = this.#find('.head')?.offsetHeight ?? 0;
    const y = index * this.#height;
    if (!box) return;
    if (y < box.scrollTop) box.scrollTop = y;
    else box.scrollTop = Math.max(box.scrollTop, y + this.#height + head - box.clientHeight);
    // The row itself may not be drawn yet.
    const probe = this.#find('.probe');
    probe?.style.setProperty('inset-block-start', `${y + head}px`);
    probe?.scrollIntoView({block: 'nearest', inline: 'nearest', behavior: 'instant'});
    probe?.style.removeProperty('inset-block-start');
  }

  /** Goes back to the first row. */
  toStart(): void {
    this.#find('.body')?.scrollTo({top: 0, left: 0, behavior: 'instant'});
    if (this.#first > 0) this.reveal(0);
  }

  /** Moves with the rows when so many have come in before those in sight. */
  shift(rows: number): void {
    this.#scroller()?.scrollBy({top: rows * this.#height, behavior: 'instant'});
  }

  /** Takes that something has been scrolled. */
  readonly onScroll = (): void => {
    if (!this.#measure()) return;
    this.#isScrolling = true;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#isScrolling = false;
      this.#host.requestUpdate();
    }, 150);
  };

  hostConnected(): void {
    // What scrolls in a shadow root is not heard of outside.
    const roots = new Set<Node>();
    for (let node: Element | null = this.#host; node; node = flatParent(node)) roots.add(node.getRootNode());
    this.#roots = roots;
    for (const root of roots) root.addEventListener('scroll', this.onScroll, {capture: true, passive: true});
    window.addEventListener('resize', this.#onResize);
    window.addEventListener('beforeprint', this.#onPrint);
    window.addEventListener('afterprint', this.#onPrint);
  }

  hostDisconnected(): void {
    for (const root of this.#roots) root.removeEventListener('scroll', this.onScroll, {capture: true});
    window.removeEventListener('resize', this.#onResize);
    window.removeEventListener('beforeprint', this.#onPrint);
    window.removeEventListener('afterprint', this.#onPrint);
    clearTimeout(this.#resting);
    this.#isScrolling = false;
    this.#observe(null);
  }

  hostUpdated(): void {
    const rows = this.#find('.rows');
    this.#observe(this.#find('.probe'));
    if (!rows) return;
    rows.style.setProperty('block-size', this.#isPrinting ? 'auto' : `${this.#count * this.#height}px`);
    for (const row of rows.children) {
      if (row instanceof HTMLElement) {
        const top = `${Number(row.dataset['index']) * this.#height}px`;
        if (row.style.insetBlockStart !== top) row.style.setProperty('inset-block-start', top);
      }
    }
  }

  get #focused(): number {
    const row = this.#host.shadowRoot?.activeElement?.closest<HTMLElement>('[data-index]');
    return Number(row?.dataset['index'] ?? -1);
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }

  /** Sizes are read when they change: reading makes the browser lay everything out. */
  #observe(probe: Element | null): void {
    if (probe === this.#observed) return;
    this.#observer?.disconnect();
    this.#observed = probe;
    const box = this.#find('.body');
    if (!probe || !box) return;
    // Drawing now would change the sizes that are being observed.
    this.#observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
    this.#observer.observe(box);
    this.#observer.observe(probe);
    // Before anybody sees rows where they will not stay, but not from within an update.
    queueMicrotask(() => this.#measure());
  }

  /** Reads which rows are in sight; says whether these are others, and has them drawn. */
  #measure(): boolean {
    const box = this.#find('.body');
    const rows = this.#find('.rows');
    if (!box || !rows) return false;
    const height = this.#find('.probe')?.offsetHeight || this.#height;
    const {top} = rows.getBoundingClientRect();
    const clip = box.getBoundingClientRect();
    const from = Math.max(clip.top + (this.#find('.head')?.offsetHeight ?? 0), 0) - top;
    const to = Math.min(clip.bottom, window.innerHeight) - top;
    const first = Math.max(Math.floor(from / height), 0);
    const last = to > from ? Math.ceil(to / height) - 1 : first - 1;
    if (height === this.#height && first === this.#first && last === this.#last) return false;
    [this.#height, this.#first, this.#last] = [height, first, last];
    this.#host.requestUpdate();
    return true;
  }

  /** What the rows are scrolled by: their box, or what is around it. */
  #scroller(): Element | null {
    for (let element: Element | null = this.#find('.body'); element; element = flatParent(element)) {
      const isHigher = element.scrollHeight > element.clientHeight;
      if (isHigher && /auto|scroll/.test(getComputedStyle(element).overflowY)) return element;
    }
    return document.scrollingElement;
  }

  readonly #onResize = (): void => void this.#measure();

  readonly #onPrint = ({type}: Event): void => {
    this.#isPrinting = type === 'beforeprint';
    this.#host.requestUpdate();
    // The printer does not wait.
    this.#host['performUpdate']();
  };
}

/** What an element stands in as it is drawn: through slots, and out of shadow roots. */
function flatParent(element: Element): Element | null {
  const root = element.parentNode;
  return element.assignedSlot ?? (root instanceof ShadowRoot ? root.host : element.parentElement);
}
