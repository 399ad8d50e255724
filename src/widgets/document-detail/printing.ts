import type {ReactiveController, TemplateResult} from 'lit';
import {PortalError} from '../../portal/errors.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {printPage} from '../../ui/print-page.ts';
import {detailStyles} from './document-detail.styles.ts';

/** What is to be printed. */
export interface Pages {
  readonly title: string;
  readonly content: TemplateResult;
  /** BCP 47. */
  readonly locale: string;
}

/** Prints a document once all of it is here. The host renders its pages, because texts are in its language only while it renders. */
export class Printing implements ReactiveController {
  readonly #host: PortalElement;
  #phase: 'idle' | 'waiting' | 'printing' = 'idle';
  #pages: Pages | undefined;

  constructor(host: PortalElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether something is to be printed, and lines are missing. */
  get isWaiting(): boolean {
    return this.#phase === 'waiting';
  }

  /** Whether something is being printed. */
  get isBusy(): boolean {
    return this.#phase !== 'idle';
  }

  /** Prints as soon as the host offers what there is. */
  start(): void {
    if (this.#phase !== 'idle') return;
    this.#set('waiting');
  }

  /** Gives it up. */
  cancel(): void {
    if (this.#phase === 'waiting') this.#set('idle');
  }

  /** Takes what is to be printed, while the host renders; asked for only where something is to be. */
  offer(pages: () => Pages): void {
    if (this.#phase !== 'waiting') return;
    this.#phase = 'printing';
    this.#pages = pages();
  }

  hostUpdated(): void {
    const pages = this.#pages;
    this.#pages = undefined;
    if (pages) void this.#print(pages);
  }

  hostDisconnected(): void {
    this.#phase = 'idle';
  }

  async #print(pages: Pages): Promise<void> {
    // The pages are drawn after the host, which is still being drawn.
    await this.#host.updateComplete;
    const {direction} = getComputedStyle(this.#host);
    try {
      await printPage({
        title: pages.title,
        content: pages.content,
        styles: detailStyles,
        lang: pages.locale,
        dir: direction === 'rtl' ? 'rtl' : 'ltr',
      });
    } catch (error) {
      this.#host.announceError(PortalError.from(error));
    }
    this.#set('idle');
  }

  #set(phase: 'idle' | 'waiting'): void {
    this.#phase = phase;
    this.#host.requestUpdate();
  }
}
