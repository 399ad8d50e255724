import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {DraftRecord} from '../../orders/draft-store.ts';
import {toOrder, type Order} from '../../orders/draft.ts';
import {fromPortal} from '../../orders/portal-problems.ts';
import {Sender, type SendState} from '../../orders/submission.ts';
import type {Calculation, Document, DraftInput} from '../../portal/contract/documents.ts';
import {calculate} from '../../portal/documents.ts';
import {PortalError} from '../../portal/errors.ts';
import {DocumentOpenEvent} from '../../ui/events.ts';
import {ModalController} from '../../ui/modal.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import type {EditorContext} from './editor-context.ts';
import type {EditorSession} from './editor-session.ts';
import {renderFailed, renderFinishing, renderSaved, retryLabel} from './outcome.ts';
import {OrderCreatedEvent, OrderSubmitEvent} from './purchase-order-editor.events.ts';
import {objections, renderReview, type Pricing} from './review.ts';

/** A visit that was cut off longer ago does not go on by itself: portals forget the keys of orders after a day. */
const LONGEST_RESUME = 12 * 60 * 60 * 1000;

interface Calculated {
  readonly body: DraftInput;
  readonly calculation: Calculation;
}

/** Everything from the review on: the portal's prices for the order, sending it once, and what comes of it. */
export class Sending implements ReactiveController {
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  readonly #focus: (id: string) => void;
  readonly #sender: Sender;
  readonly #calculation: PortalTask<[string, DraftInput | undefined], Calculated | undefined>;
  readonly #modal: ModalController;
  #reviewed: Order | undefined;
  /** The order that the host was told of. */
  #told: Document | undefined;

  /** `focus` moves the focus to the element of an id when it is drawn. */
  constructor(host: PortalElement, session: EditorSession, focus: (id: string) => void) {
    this.#host = host;
    this.#session = session;
    this.#focus = focus;
    this.#sender = new Sender(session.keeper, () => host.requestUpdate());
    // Before the task, which calculates what is reviewed.
    host.addController(this);
    this.#calculation = new PortalTask(host, {
      args: () => [session.portal, session.type, this.#reviewed?.body],
      task: async ([portal, type, body], {signal}) =>
        body && {body, calculation: await calculate(portal, type, body, {signal})},
    });
    this.#modal = new ModalController(host, {
      dialog: () => host.renderRoot.querySelector('dialog'),
      isOpen: () => this.isReviewing,
      onCancel: () => this.#back(),
    });
  }

  /** Whether the review is open. */
  get isReviewing(): boolean {
    return this.#reviewed !== undefined;
  }

  /** Whether an order is on its way. */
  get isSending(): boolean {
    return this.#sender.state.phase === 'submitting';
  }

  /** Shows the draft for review. It has been checked. */
  review(): void {
    this.#sender.review(toOrder(this.#session.draft));
  }

  /** Back to writing. Nothing while an order is being sent. */
  edit(): void {
    this.#sender.edit();
  }

  /** Takes up what a former visit left behind: an order that was sent, or one of which that is not known. */
  takeUp({document, submission}: DraftRecord): void {
    const {portal, type, draft} = this.#session;
    if (document) this.#sender.show(document);
    else if (submission) {
      const isFresh = Date.now() - submission.startedAt < LONGEST_RESUME;
      if (!portal || submission.isUnsettled || !isFresh || navigator.onLine === false) {
        this.#sender.showUnsettled(submission);
        return;
      }
      void this.#sender.resume(portal, type, submission, toOrder(draft)).then(() => this.#settled());
    }
  }

  hostUpdate(): void {
    const {state} = this.#sender;
    if (state.phase === 'reviewing') this.#reviewed = state.order;
    else if (state.phase === 'editing' || state.phase === 'saved') {
      if (this.#reviewed && state.phase === 'saved') this.#focus('saved-title');
      this.#reviewed = undefined;
    }
  }

  /** An order is told of when it is shown: an element that has left the page shows it when it is back, or the next one does. */
  hostUpdated(): void {
    const {state} = this.#sender;
    if (state.phase !== 'saved' || state.document === this.#told || !this.#host.isConnected) return;
    this.#told = state.document;
    this.#host.dispatchEvent(new OrderCreatedEvent(state.document));
    void this.#session.keeper.markDone();
  }

  /** What is drawn in place of the form; undefined while an order can be written. */
  renderInstead(locale: string): TemplateResult | undefined {
    const {state} = this.#sender;
    if (state.phase === 'saved') {
      const {type, id, number} = state.document;
      return renderSaved(state, locale, {
        onNew: () => {
          this.#session.startNew();
          this.#focus('reference');
        },
        onOpen: () =>
          this.#host.dispatchEvent(new DocumentOpenEvent({type, id, number: number ?? undefined})),
        onContinue: () => this.#session.continueWithChanges(),
      });
    }
    if (state.phase !== 'submitting' || this.#reviewed) return undefined;
    return renderFinishing(state, locale, () => this.#sender.stopWaiting());
  }

  /** An order of which it is not known whether it has arrived: of an earlier visit, or one whose review was left. */
  renderUnsettled(): TemplateResult | typeof nothing {
    const state = this.#failure;
    if (!state || this.#reviewed) return nothing;
    return html`<div class="unsettled">
      ${renderFailed(state)}
      ${
        state.error.kind === 'key-reused'
          ? nothing
          : html`<button
              type="button"
              class="button"
              @click=${() => this.#signInAgain(() => void this.#settle())}
            >
              ${retryLabel(state)}
            </button>`
      }
    </div>`;
  }

  /** The review, open or not. */
  renderReview(context: EditorContext): TemplateResult {
    return renderReview({
      context,
      order: this.#reviewed,
      pricing: this.#pricing,
      state: this.#sender.state,
      onCalculate: () => this.#signInAgain(() => void this.#calculation.run()),
      onSend: () => void this.#send(),
      onRetry: () => this.#signInAgain(() => void this.#retry()),
      onStop: () => this.#sender.stopWaiting(),
      onBack: () => this.#back(),
    });
  }

  /** How sending has failed; going back to writing does not make it known. */
  get #failure(): Extract<SendState, {phase: 'failed'}> | undefined {
    const {state} = this.#sender;
    if (state.phase === 'failed') return state;
    const {submission} = this.#session.keeper;
    if (state.phase !== 'editing' || !submission) return undefined;
    return {phase: 'failed', error: new PortalError('aborted'), outcome: 'unknown', submission};
  }

  get #pricing(): Pricing {
    return this.#calculation.render({
      initial: (): Pricing => ({status: 'pending'}),
      pending: (): Pricing => ({status: 'pending'}),
      error: (error): Pricing => ({status: 'error', error: PortalError.from(error)}),
      complete: (value): Pricing =>
        value && value.body === this.#reviewed?.body
          ? {status: 'complete', calculation: value.calculation}
          : {status: 'pending'},
    });
  }

  #back(): void {
    const pricing = this.#pricing;
    const found =
      pricing.status === 'complete' && this.#reviewed ? objections(pricing.calculation, this.#reviewed) : [];
    if (found.length > 0) this.#session.object(found);
    this.#sender.edit();
    if (found.length > 0 && this.#sender.state.phase === 'editing') this.#focus('summary');
  }

  /** Sends the draft. Does nothing while one is being sent, or where the host takes it over. */
  async #send(): Promise<void> {
    const {portal, draft} = this.#session;
    if (!portal || this.#sender.state.phase === 'submitting') return;
    if (!this.#host.dispatchEvent(new OrderSubmitEvent(toOrder(draft).body))) this.#sender.edit();
    else await this.#retry();
    if (this.#sender.state.phase === 'editing' && this.#session.problems.length > 0) this.#focus('summary');
  }

  /** Tries once more what has failed: it is no new intent, and the host is not asked again. */
  async #retry(): Promise<void> {
    const {portal, type, draft, keeper} = this.#session;
    if (!portal || this.#sender.state.phase === 'submitting') return;
    await this.#sender.send(portal, type, toOrder(draft), keeper.submission);
    await this.#settled();
  }

  /** Clears up the submission whose outcome is not known. */
  async #settle(): Promise<void> {
    const {portal, type, draft, keeper} = this.#session;
    if (!portal || !keeper.submission) return;
    await this.#sender.resume(portal, type, keeper.submission, toOrder(draft));
    await this.#settled();
  }

  /** What follows when sending has ended, however it did. */
  async #settled(): Promise<void> {
    const {state} = this.#sender;
    if (state.phase === 'failed') {
      const {error, submission, outcome} = state;
      this.#host.announceError(error);
      if (outcome !== 'refused' || error.kind !== 'invalid') return;
      const problems = fromPortal(error.problems, submission.lineKeys);
      this.#session.object(problems);
      if (problems.length > 0) this.#sender.edit();
    }
  }

  #signInAgain(again: () => void): void {
    const {state} = this.#sender;
    const failures = [this.#calculation.error, state.phase === 'failed' ? state.error : undefined];
    const isOver = failures.some((failure) => failure && PortalError.from(failure).kind === 'signed-out');
    if (isOver) this.#session.portal?.forget();
    again();
  }
}
