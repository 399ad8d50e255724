import {html, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {documentTypeName} from '../../locales/labels.ts';
import {msg} from '../../locales/localize.ts';
import {fileName} from '../../orders/files/file-name.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {PortalError} from '../../portal/errors.ts';
import {KeepFocus} from '../../ui/keep-focus.ts';
import {PortalElement} from '../../ui/portal-element.ts';
import {icon, renderError, type IconName} from '../../ui/states.ts';
import {renderNotices} from './detail-notices.ts';
import {Discard} from './discard.ts';
import {DocumentAnswer, type DocumentView} from './document-answer.ts';
import {DocumentEditEvent, DocumentRepeatEvent} from './document-detail.events.ts';
import {detailStyles} from './document-detail.styles.ts';
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
import {PaymentReference} from './payment-reference.ts';
import {PdfFetch} from './pdf-fetch.ts';
import {renderPrinted} from './printed-document.ts';
import {Printing} from './printing.ts';
import {renderSkeleton} from './skeleton.ts';
import {DocumentSurroundings} from './surroundings.ts';
import {renderTotals} from './totals.ts';

type Loaded = Extract<DocumentView, {phase: 'loaded'}>;

/**
 * Shows one document: what it is for, who takes part, its lines, its sums, the chain that it belongs to, what has happened to it,
 * and what the member may do with it.
 *
 * What is shown follows from what the document has, and what can be done from what the portal allows: no type is known by name.
 *
 * @element document-detail
 * @fires {DocumentOpenEvent} document-open - The user chose another document. Cancelable.
 * @fires {DocumentRepeatEvent} document-repeat - The user wants the document once more. Cancelable.
 * @fires {DocumentEditEvent} document-edit - The user wants to go on writing the draft. Cancelable.
 * @fires {DocumentDiscardedEvent} document-discarded - The draft was discarded at the portal.
 * @csspart heading - What the document is called.
 * @csspart mark - The state, and what is delivered or paid.
 * @csspart posting - Posted or not posted.
 * @csspart actions - What can be done with the document.
 * @csspart action - One button of them.
 * @csspart notice - Something the user should know.
 * @csspart figures - What one looks for first.
 * @csspart return - Why goods go back, and how.
 * @csspart facts - Everything else that is known.
 * @csspart note - What somebody wrote on the document.
 * @csspart parties - Who buys, who sells and where the goods go.
 * @csspart lines - The lines.
 * @csspart line - One line.
 * @csspart find - The search in the lines.
 * @csspart totals - VAT and totals.
 * @csspart chain - The documents that belong together.
 * @csspart chain-node - One document of them.
 * @csspart chain-open - A button with its number.
 * @csspart quantities - What was ordered, received, invoiced and returned of each line.
 * @csspart history - What has happened to the document.
 * @csspart event - One thing that has happened.
 * @csspart dialog - The question whether a draft is to be discarded.
 * @csspart error - An error in place of the document.
 * @cssproperty [--portal-lines-block-size=min(40em, 80vh)] - Height of the lines where they are very many.
 * @cssproperty [--portal-accent=#0b57d0] - Links, focus and primary buttons.
 * @cssproperty [--portal-on-accent=#fff] - Text on the accent colour.
 * @cssproperty [--portal-surface=#fff] - Background.
 * @cssproperty [--portal-surface-raised=#f6f7f9] - Background of what stands out.
 * @cssproperty [--portal-text=#1b1c1f] - Text.
 * @cssproperty [--portal-text-muted=#565b63] - Text of less weight.
 * @cssproperty [--portal-border=#d5d8dd] - Lines between things.
 * @cssproperty [--portal-border-control=#81868f] - Borders of fields.
 * @cssproperty [--portal-danger=#b3261e] - Errors, and what is overdue.
 * @cssproperty [--portal-warning=#8a5000] - Warnings.
 * @cssproperty [--portal-success=#176b36] - What is done: posted, paid.
 * @cssproperty [--portal-radius=6px] - Rounding of corners.
 * @cssproperty [--portal-control-height=36px] - Height of fields and buttons; 28px compact, 44px comfortable.
 */
export class DocumentDetail extends PortalElement {
  static override styles = detailStyles;

  /** Document type, as the portal names it: `purchase-order`, `warehouse-receipt`, … Nothing is shown without it. */
  @property() type = '';

  /** The document's id at the portal. Nothing is shown without it. */
  @property({attribute: 'document-id'}) documentId = '';

  readonly #answer = new DocumentAnswer(this, () => [
    this.type && this.documentId ? this.portal : undefined,
    this.type,
    this.documentId,
  ]);
  readonly #lines = new LineList(this, () => void this.reload());
  readonly #surroundings = new DocumentSurroundings(this);
  readonly #pdf = new PdfFetch(this);
  readonly #discard = new Discard(this, () => void this.reload());
  readonly #printing = new Printing(this);
  readonly #reference = new PaymentReference(this);
  /** What was asked for when the element was drawn last. */
  #asked: readonly unknown[] = [];

  constructor() {
    super();
    new KeepFocus(this);
  }

  /** Loads the document again. Resolves when it is there, or has failed. */
  async reload(): Promise<void> {
    await this.#answer.reload();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The element that writes drafts may be anywhere on the page.
    document.addEventListener('order-created', this.#onWritten);
    document.addEventListener('draft-saved', this.#onWritten);
    window.addEventListener('beforeprint', this.#onBeforePrint);
    window.addEventListener('afterprint', this.#onAfterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('order-created', this.#onWritten);
    document.removeEventListener('draft-saved', this.#onWritten);
    window.removeEventListener('beforeprint', this.#onBeforePrint);
    window.removeEventListener('afterprint', this.#onAfterPrint);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#leaveOther([this.portal, this.type, this.documentId]);
    const {view} = this.#answer;
    const loaded = view.phase === 'loaded' ? view.loaded : undefined;
    this.#lines.follow(loaded);
    this.#surroundings.follow(loaded, this.#lines.lines);
  }

  protected override renderWidget(portal: PortalConnection): TemplateResult | undefined {
    if (!this.type || !this.documentId) return undefined;
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
    this.#asked = asked;
    if (!this.hasUpdated) return;
    this.#discard.renew();
    this.#pdf.dismiss();
    this.#printing.cancel();
  }

  #label(view: DocumentView): string {
    return view.phase === 'loaded' ? documentTitle(view.loaded.document) : documentTypeName(this.type);
  }

  #renderView(view: DocumentView, portal: PortalConnection): unknown {
    if (this.#discard.isDiscarded(this.documentId)) {
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
    const locale = this.activeLocale;
    this.#offerPages(loaded, locale);
    const options = {locale, renderReference: (text: string) => this.#reference.render(text)};
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
      onEdit: () => this.dispatchEvent(new DocumentEditEvent({type, id})),
      onRepeat: () => this.dispatchEvent(new DocumentRepeatEvent({type, id})),
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
      locale: this.activeLocale,
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
    if (written.id !== this.documentId || !this.sharesPortalWith(event.composedPath()[0])) return;
    void this.reload();
  };

  /** The page is printed at once: what is not drawn by then is not on paper. */
  readonly #onBeforePrint = (): void => {
    if (!this.hasUpdated) return;
    this.#lines.drawsAll = true;
    this.requestUpdate();
    this.performUpdate();
  };

  readonly #onAfterPrint = (): void => {
    this.#lines.drawsAll = false;
    this.requestUpdate();
  };
}

function renderState(name: IconName, text: string): TemplateResult {
  return html`<div class="state">
    ${icon(name)}
    <p>${text}</p>
  </div>`;
}
