import {html, type ReactiveController, type TemplateResult} from 'lit';
import {documentTypeName} from '../../locales/labels.ts';
import {msg} from '../../locales/localize.ts';
import {fileName} from '../../orders/files/file-name.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {PortalError} from '../../portal/errors.ts';
import {Copyable} from '../../ui/copyable.ts';
import type {Body, BodyStand} from '../../ui/element-body.ts';
import {icon, renderError, type IconName} from '../../ui/states.ts';
import {renderNotices} from './detail-notices.ts';
import {Discard} from './discard.ts';
import {DocumentAnswer, type DocumentView} from './document-answer.ts';
import {DocumentEditEvent, DocumentRepeatEvent} from './document-detail.events.ts';
import type {DocumentDetail} from './document-detail.ts';
import {renderFacts, renderFigures} from './facts.ts';
import {
  documentTitle,
  renderActions,
  renderNote,
  renderReturn,
  renderTitle,
  waitingText,
  type DocumentActions,
} from './head-view.ts';
import {LineList} from './line-list.ts';
import type {LoadedDocument} from './loaded-document.ts';
import {renderParties} from './parties.ts';
import {PdfFetch} from './pdf-fetch.ts';
import {renderPrinted} from './printed-document.ts';
import {Printing} from './printing.ts';
import {renderSkeleton} from './skeleton.ts';
import {DocumentSurroundings} from './surroundings.ts';
import {renderTotals} from './totals.ts';

type Loaded = Extract<DocumentView, {phase: 'loaded'}>;

/** A document with all that is known of it, and what can be done with it. */
export class DocumentDetailBody implements Body<undefined>, ReactiveController {
  readonly #host: DocumentDetail;
  readonly #answer: DocumentAnswer;
  readonly #lines: LineList;
  readonly #surroundings: DocumentSurroundings;
  readonly #pdf: PdfFetch;
  readonly #discard: Discard;
  readonly #printing: Printing;
  readonly #reference: Copyable;
  /** What was asked for when the element was drawn last. */
  #asked: readonly unknown[] = [];

  constructor(host: DocumentDetail) {
    this.#host = host;
    // Before the parts: they look after it has been prepared.
    this.#answer = new DocumentAnswer(host, () => [
      host.type && host.documentId ? host.inside.portal : undefined,
      host.type,
      host.documentId,
    ]);
    this.#lines = new LineList(host, () => void this.reload());
    this.#surroundings = new DocumentSurroundings(host);
    this.#pdf = new PdfFetch(host);
    this.#discard = new Discard(host, () => void this.reload());
    this.#printing = new Printing(host);
    this.#reference = new Copyable(host);
    host.addController(this);
  }

  /** Loads the document again. Resolves when it is there, or has failed. */
  async reload(): Promise<void> {
    await this.#answer.reload();
  }

  hostConnected(): void {
    // The element that writes drafts may be anywhere on the page.
    document.addEventListener('order-created', this.#onWritten);
    document.addEventListener('draft-saved', this.#onWritten);
    window.addEventListener('beforeprint', this.#onBeforePrint);
    window.addEventListener('afterprint', this.#onAfterPrint);
  }

  hostDisconnected(): void {
    document.removeEventListener('order-created', this.#onWritten);
    document.removeEventListener('draft-saved', this.#onWritten);
    window.removeEventListener('beforeprint', this.#onBeforePrint);
    window.removeEventListener('afterprint', this.#onAfterPrint);
  }

  prepare({portal}: BodyStand<undefined>): void {
    this.#leaveOther([portal, this.#host.type, this.#host.documentId]);
    const {view} = this.#answer;
    const loaded = view.phase === 'loaded' ? view.loaded : undefined;
    this.#lines.follow(loaded);
    this.#surroundings.follow(loaded, this.#lines.lines);
  }

  render({portal}: BodyStand<undefined>): TemplateResult {
    const {view} = this.#answer;
    return html`<section
      class="frame"
      aria-label=${this.#label(view)}
      aria-busy=${this.#answer.isBusy}
      tabindex="-1"
      data-focus-fallback
    >
      ${this.#renderView(view, portal)} ${this.#discard.render()}
    </section>`;
  }

  /** What was begun with another document, or as another member, is not gone on with. */
  #leaveOther(asked: readonly unknown[]): void {
    if (asked.every((part, index) => part === this.#asked[index])) return;
    const isFirst = this.#asked.length === 0;
    this.#asked = asked;
    if (isFirst) return;
    this.#discard.renew();
    this.#pdf.dismiss();
    this.#printing.cancel();
  }

  #label(view: DocumentView): string {
    return view.phase === 'loaded' ? documentTitle(view.loaded.document) : documentTypeName(this.#host.type);
  }

  #renderView(view: DocumentView, portal: PortalConnection): unknown {
    if (this.#discard.isDiscarded(this.#host.documentId)) {
      return renderState('check', msg('The draft was discarded.', {id: 'document-detail.discarded'}));
    }
    switch (view.phase) {
      case 'loading':
        return html`<p class="visually-hidden" role="status">
            ${msg('Loading…', {id: 'document-list.loading'})}
          </p>
          ${renderSkeleton()}`;
      case 'denied':
        return renderState(
          'locked',
          view.detail ??
            msg('You are not allowed to see this document.', {id: 'document-detail.not-allowed'}),
        );
      case 'missing':
        return renderState(
          'empty',
          view.detail ?? msg('This document is not there, or not any more.', {id: 'document-detail.missing'}),
        );
      case 'failed':
        return renderError(view.error, () => this.#retry(view.error, portal));
      case 'loaded':
        return this.#renderDocument(view, portal);
    }
  }

  #renderDocument({loaded, error}: Loaded, portal: PortalConnection): TemplateResult {
    const {document} = loaded;
    const locale = this.#host.inside.locale;
    this.#offerPages(loaded, locale);
    const options = {
      locale,
      renderReference: (text: string) =>
        this.#reference.render(text, msg('Copy the payment reference', {id: 'document-detail.copy'})),
    };
    const actions = this.#actionsOn(loaded);
    return html`<article class="detail">
      <header class="head">${renderTitle(document)} ${renderActions(loaded, actions)}</header>
      ${this.#renderNotices(error, portal, actions)} ${renderFigures(document, options)}
      ${renderReturn(document)} ${renderFacts(document, options)} ${renderNote(document)}
      ${renderParties(document, locale)} ${this.#lines.render({document, locale})}
      ${renderTotals(document, locale)} ${this.#surroundings.render(locale)}
    </article>`;
  }

  #actionsOn(loaded: LoadedDocument): DocumentActions {
    const {portal, document} = loaded;
    const {type, id, number} = document;
    const name = `${fileName(number ?? documentTypeName(type))}.pdf`;
    const source = {portal, type, id, name, waiting: waitingText(document)};
    return {
      onEdit: () => this.#host.dispatchEvent(new DocumentEditEvent({type, id})),
      onRepeat: () => this.#host.dispatchEvent(new DocumentRepeatEvent({type, id})),
      onDiscard: () => this.#discard.ask(loaded),
      onPdf: (purpose) => this.#pdf.start(purpose, source),
      onPrint: () => {
        if (this.#lines.hasFailed) this.#lines.retry();
        this.#printing.start();
      },
      isFetching: this.#pdf.state.phase === 'working',
      isPrinting: this.#printing.isBusy,
    };
  }

  #renderNotices(
    error: PortalError | undefined,
    portal: PortalConnection,
    {onPdf}: DocumentActions,
  ): TemplateResult {
    const {lines, total} = this.#lines;
    return renderNotices({
      locale: this.#host.inside.locale,
      error,
      onReload: () => error && this.#retry(error, portal),
      hasChanged: this.#discard.hasFoundChange,
      pdf: this.#pdf.state,
      onPdf,
      onDismissPdf: () => this.#pdf.dismiss(),
      printing: this.#printing.isWaiting ? {loaded: lines.length, total} : undefined,
      onCancelPrint: () => this.#printing.cancel(),
    });
  }

  /** What is to be printed waits for lines that are not here yet. */
  #offerPages({document}: LoadedDocument, locale: string): void {
    if (!this.#lines.isComplete) return;
    this.#printing.offer(() => ({
      title: documentTitle(document),
      content: renderPrinted(document, this.#lines.lines, locale),
      locale,
    }));
  }

  #retry(error: PortalError, portal: PortalConnection): void {
    if (error.kind === 'signed-out' || error.kind === 'token') portal.forget();
    void this.reload();
  }

  readonly #onWritten = (event: Event): void => {
    const written: unknown =
      'document' in event ? event.document : 'draftId' in event ? {id: event.draftId} : undefined;
    if (typeof written !== 'object' || written === null || !('id' in written)) return;
    if (written.id !== this.#host.documentId || !this.#host.inside.sharesPortalWith(event.composedPath()[0]))
      return;
    void this.reload();
  };

  /** The page is printed at once: what is not drawn by then is not on paper. */
  readonly #onBeforePrint = (): void => {
    this.#lines.drawsAll = true;
    this.#host.inside.drawNow();
  };

  readonly #onAfterPrint = (): void => {
    this.#lines.drawsAll = false;
    this.#host.requestUpdate();
  };
}

function renderState(name: IconName, text: string): TemplateResult {
  return html`<div class="state">
    ${icon(name)}
    <p>${text}</p>
  </div>`;
}

// It is there already. Said here, a bundler makes one file of what it shares with its body.
export {DocumentDetail} from './document-detail.ts';
export {detailStyles as styles} from './document-detail.styles.ts';
export {DocumentDetailBody as Body};
