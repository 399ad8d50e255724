import type {LitElement, ReactiveController} from 'lit';

/** A portion of a long list. What is not drawn is a space of its size. */
export interface Chunk {
  readonly index: number;
  /** The first item, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly isDrawn: boolean;
}

/** Height of an item, in px, before any was measured. */
const usualHeight = 44;

/**
 * Which portions of a long list are drawn: those in sight and their neighbours, whatever scrolls and however high each item is.
 * The element of a portion has its index in `data-chunk`; one that is not drawn holds one element `.gap`.
 */
export class ChunkWindow implements ReactiveController {
  readonly #host: LitElement;
  readonly #size: number;
  #count = 0;
  readonly #inSight = new Set<number>();
  /** What was in sight when anything was. */
  #kept: ReadonlySet<number> = new Set([0]);
  #heights = new Map<number, number>();
  #width = 0;
  #observer: IntersectionObserver | undefined;
  readonly #observed = new Set<Element>();
  #drawsAll = false;

  /** `size`: items of a portion. */
  constructor(host: LitElement, size: number) {
    this.#host = host;
    this.#size = size;
    host.addController(this);
  }

  /** Draws all portions, as for a printer, or those that are needed. */
  set drawsAll(drawsAll: boolean) {
    this.#drawsAll = drawsAll;
  }

  /** Another list: nothing is known of its heights. */
  reset(): void {
    this.#heights.clear();
    this.#kept = new Set([0]);
    // What is in sight is told anew.
    this.hostDisconnected();
  }

  /** The portions of so many items. */
  chunks(count: number): readonly Chunk[] {
    this.#count = count;
    const focused = this.#focusedChunk();
    return Array.from({length: Math.ceil(count / this.#size)}, (_, index) => ({
      index,
      from: index * this.#size,
      to: Math.min((index + 1) * this.#size, count),
      isDrawn:
        this.#drawsAll ||
        index === focused ||
        [index - 1, index, index + 1].some((near) => this.#kept.has(near)),
    }));
  }

  hostUpdated(): void {
    const chunks = new Set(this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-chunk]'));
    for (const each of this.#observed) {
      if (chunks.has(each as HTMLElement)) continue;
      this.#observer?.unobserve(each);
      this.#observed.delete(each);
      this.#inSight.delete(indexOf(each));
    }
    for (const each of chunks) {
      const gap = each.querySelector<HTMLElement>('.gap');
      if (gap) gap.style.setProperty('block-size', `${this.#heightOf(indexOf(each))}px`);
      if (this.#observed.has(each) || !this.#host.isConnected) continue;
      this.#observer ??= new IntersectionObserver(this.#onIntersection);
      this.#observer.observe(each);
      this.#observed.add(each);
    }
  }

  hostConnected(): void {
    if (this.#host.hasUpdated) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed.clear();
    this.#inSight.clear();
  }

  readonly #onIntersection = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const {target, isIntersecting, boundingClientRect} of entries) {
      const index = indexOf(target);
      if (isIntersecting) this.#inSight.add(index);
      else this.#inSight.delete(index);
      if (boundingClientRect.width > 0) this.#measure(target, boundingClientRect);
    }
    // Out of the page, or not displayed, nothing is in sight: what was drawn stays.
    if (this.#inSight.size === 0) return;
    this.#kept = new Set(this.#inSight);
    this.#host.requestUpdate();
  };

  /** Heights hold for a width. */
  #measure(chunk: Element, {width, height}: DOMRectReadOnly): void {
    if (Math.abs(width - this.#width) > 1) this.#heights.clear();
    this.#width = width;
    if (!chunk.querySelector('.gap')) this.#heights.set(indexOf(chunk), height);
  }

  #heightOf(index: number): number {
    const known = this.#heights.get(index);
    if (known !== undefined) return known;
    const total = [...this.#heights.values()].reduce((sum, height) => sum + height, 0);
    const perItem = total === 0 ? usualHeight : total / (this.#heights.size * this.#size);
    return Math.round(perItem * Math.min(this.#size, this.#count - index * this.#size));
  }

  /** What has the focus stays, or it would be lost. */
  #focusedChunk(): number {
    const chunk = this.#host.shadowRoot?.activeElement?.closest('[data-chunk]');
    return chunk ? indexOf(chunk) : -1;
  }
}

function indexOf(chunk: Element): number {
  return Number(chunk.getAttribute('data-chunk'));
}
