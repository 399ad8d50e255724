import {TaskStatus} from '@lit/task';
import {html, nothing, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import type {Line, Related} from '../../portal/contract/index.ts';
import {get} from '../../portal/documents.ts';
import {PortalError} from '../../portal/errors.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import {describeError, icon, retryText} from '../../ui/states.ts';
import {LinePages} from './line-pages.ts';
import type {LoadedDocument} from './loaded-document.ts';
import {drawsQuantities, hasQuantities, renderQuantities} from './quantities-view.ts';

/** So many lines are shown at first, and more at a time. */
const portion = 50;

/**
 * What was ordered, received, invoiced and returned, line by line: of the document itself where its lines say so and are few,
 * else of the order that it follows from, which is loaded when somebody asks for it.
 */
export class LineQuantities {
  readonly #host: PortalElement;
  readonly #task: PortalTask<[Related | undefined], void>;
  readonly #pages: LinePages;
  #source: LoadedDocument | undefined;
  #own: readonly Line[] = [];
  #wanted: Related | undefined;
  #order: LoadedDocument | undefined;
  #shown = portion;

  constructor(host: PortalElement) {
    this.#host = host;
    this.#task = new PortalTask<[Related | undefined], void>(host, {
      args: () => [this.#wanted && this.#source?.portal, this.#wanted],
      task: async ([portal, wanted], {signal}) => {
        const source = this.#source;
        if (wanted?.id === undefined || !source) return;
        const {document, etag} = await get(portal, wanted.type, wanted.id, {signal});
        signal.throwIfAborted();
        this.#order = {...source, document, etag};
      },
    });
    this.#pages = new LinePages(host, () => void this.#task.run());
  }

  /** Follows a document and those of its lines that are here. Call it before the host's tasks look at what they have to do. */
  follow(source: LoadedDocument | undefined, lines: readonly Line[]): void {
    this.#own = lines;
    if (source !== this.#source) this.#change(source);
    this.#pages.follow(this.#order);
  }

  /** The quantities, or the button that shows them; nothing where nobody knows them, or the lines say them. */
  render(locale: string): TemplateResult | typeof nothing {
    if (!this.#source) return nothing;
    const {document} = this.#source;
    const own = this.#own;
    if (drawsQuantities(document, own)) return this.#renderOpen(own, own.length, locale);
    if (hasQuantities(own)) return nothing;
    const order = orderOf(this.#source);
    if (!order) return nothing;
    const isFailed = this.#task.status === TaskStatus.ERROR && this.#wanted !== undefined;
    const failed = isFailed ? this.#renderFailed(this.#task.error, () => void this.#task.run()) : nothing;
    if (!this.#order) return isFailed ? html`${failed}` : this.#renderClosed(this.#wanted !== undefined);
    const {lines, isComplete, error} = this.#pages;
    const total = isComplete ? lines.length : Math.max(this.#order.document.lineCount, lines.length);
    return html`${failed} ${this.#renderOpen(lines, total, locale, order.number)}
    ${error ? this.#renderFailed(error, () => this.#pages.retry()) : nothing}`;
  }

  /** Another document begins anew; the same one, loaded again, asks for its order again. */
  #change(source: LoadedDocument | undefined): void {
    const before = this.#source;
    this.#source = source;
    if (source?.portal === before?.portal && source?.document.id === before?.document.id) {
      this.#wanted = this.#wanted && source && orderOf(source);
      return;
    }
    this.#wanted = undefined;
    this.#order = undefined;
    this.#shown = portion;
  }

  #renderOpen(lines: readonly Line[], total: number, locale: string, orderNumber?: string): TemplateResult {
    const shown = lines.slice(0, this.#shown);
    return renderQuantities({
      locale,
      lines: shown,
      // It stays while what it shows next is on its way: the focus is on it.
      hasMore: shown.length < (this.#pages.error ? lines.length : total),
      total,
      orderNumber,
      onMore: this.#onMore,
    });
  }

  #renderClosed(isBusy: boolean): TemplateResult {
    return html`<p class="quantities-ask">
      <button type="button" class="button" aria-disabled=${isBusy} @click=${this.#onOpen}>
        ${
          isBusy
            ? msg('Loading…', {id: 'document-list.loading'})
            : msg('Show quantities by line', {id: 'document-quantities.show'})
        }
      </button>
    </p>`;
  }

  #renderFailed(thrown: unknown, onRetry: () => void): TemplateResult {
    const error = PortalError.from(thrown);
    return html`<div class="notice danger" role="alert">
      ${icon('error')}
      <span class="notice-text">${describeError(error)}</span>
      <button type="button" class="button" @click=${onRetry}>${retryText(error)}</button>
    </div>`;
  }

  /** The button that was pressed gives way to what it shows: the focus goes there, unless it has gone elsewhere. */
  async #goOnReading(): Promise<void> {
    await this.#host.updateComplete;
    await this.#task.taskComplete.catch(() => undefined);
    await this.#host.updateComplete;
    const {shadowRoot} = this.#host;
    const active = shadowRoot?.activeElement;
    if (active && !active.matches('[data-focus-fallback]')) return;
    shadowRoot?.querySelector<HTMLElement>('.quantities-title')?.focus({preventScroll: true});
  }

  readonly #onOpen = (): void => {
    if (this.#wanted || !this.#source) return;
    this.#wanted = orderOf(this.#source);
    this.#host.requestUpdate();
    void this.#goOnReading();
  };

  readonly #onMore = (): void => {
    this.#shown += portion;
    this.#host.requestUpdate();
  };
}

/** The order that a document follows from, where the member may open it. */
function orderOf({document, capabilities}: LoadedDocument): Related | undefined {
  const readable = new Map(Object.entries(capabilities.documents));
  return document.related.find(
    ({rel, type, id}) => rel === 'order' && id !== undefined && readable.get(type)?.includes('read'),
  );
}
