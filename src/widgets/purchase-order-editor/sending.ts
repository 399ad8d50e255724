import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {isSent, type DraftRecord, type SentOrder} from '../../orders/draft-store.ts';
import {toOrder, type Order} from '../../orders/draft.ts';
import {fromPortal} from '../../orders/portal-problems.ts';
import {isForgotten, Sender, type SendState} from '../../orders/submission.ts';
import {hasMoved} from '../../orders/submit-draft.ts';
import {SubmissionRecord} from '../../orders/submission-record.ts';
import type {Calculation, DraftInput} from '../../portal/contract/orders.ts';
import {calculate} from '../../portal/documents.ts';
import {PortalError} from '../../portal/errors.ts';
import {DocumentOpenEvent} from '../../ui/events.ts';
import {ModalController} from '../../ui/modal.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import type {EditorContext} from './editor-context.ts';
import type {EditorSession} from './editor-session.ts';
import {canRetry, renderDecision, renderFailed, renderFinishing, renderSaved, retryLabel} from './outcome.ts';
import {OrderCreatedEvent, OrderSubmitEvent} from './purchase-order-editor.events.ts';
import {objections, renderReview, warnings, type Pricing} from './review.ts';
import {SecondLook} from './second-look.ts';

interface Calculated {
  readonly body: DraftInput;
  readonly calculation: Calculation;
}

/** Everything from the review on: the portal's prices for the order, sending it once, and what comes of it. */
export class Sending implements ReactiveController {
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  readonly #focus: (id: string) => void;
  #sender: Sender;
  readonly #calculation: PortalTask<[string, DraftInput | undefined], Calculated | undefined>;
  readonly #modal: ModalController;
  readonly #secondLook: SecondLook;
  #reviewed: Order | undefined;
  #showsAll = false;
  /** Key of the submission that trying again has told nothing of. */
  #stuck: string | undefined;
  /** The order that the host was told of. */
  #told: SentOrder | undefined;

  /** `focus` moves the focus to the element of an id when it is drawn. */
  constructor(host: PortalElement, session: EditorSession, focus: (id: string) => void) {
    this.#host = host;
    this.#session = session;
    this.#focus = focus;
    this.#sender = this.#newSender();
    // Before the task, which calculates what is reviewed.
    host.addController(this);
    this.#secondLook = new SecondLook(host, session);
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

  /** Whether the portal has made the order, with all that was written. */
  get isSaved(): boolean {
    const {state} = this.#sender;
    return state.phase === 'saved' && !state.sent.isOutdated;
  }

  /** Whether an order is being written, and not read, sent or shown. */
  get isWriting(): boolean {
    const {phase} = this.#sender.state;
    return phase === 'editing' || (phase === 'failed' && !this.isReviewing);
  }

  /** Begins anew with the session's keeper. What is under way with the one before ends there, unseen. */
  renew(): void {
    this.#sender = this.#newSender();
    this.#reviewed = undefined;
  }

  /** Shows the draft for review. It has been checked. */
  review(): void {
    this.#sender.review(toOrder(this.#session.draft));
  }

  /** Back to writing. Nothing while an order is being sent. */
  edit(): void {
    this.#sender.edit();
  }

  /** Takes up what a former visit or another tab left: an order that was sent, or one of which that is not known. */
  takeUp(record: DraftRecord): void {
    const {portal, type, draft} = this.#session;
    const {submission, document, number, isOutdated, isElsewhere = false} = record;
    const sender = this.#sender;
    if (isSent(record)) {
      sender.show({document, number, isOutdated}, isElsewhere);
      if (isElsewhere) this.#focus('saved-title');
    } else if (submission) {
      if (!portal || submission.isUnsettled || isForgotten(submission) || navigator.onLine === false) {
        sender.showUnsettled(submission);
        return;
      }
      const why = isElsewhere ? 'elsewhere' : 'resumed';
      void sender.resume(portal, type, submission, toOrder(draft), why).then(() => this.#settled(sender));
    }
  }

  hostUpdate(): void {
    const {state} = this.#sender;
    if (state.phase === 'failed' && state.isStuck) this.#stuck = state.submission.key;
    if (state.phase === 'reviewing') this.#reviewed = state.order;
    else if (state.phase === 'editing' || state.phase === 'saved') {
      if (this.#reviewed && state.phase === 'saved') this.#focus('saved-title');
      if (state.phase === 'saved') this.#secondLook.forget();
      this.#reviewed = undefined;
      this.#showsAll = false;
    }
    this.#secondLook.look(this.#reviewed);
  }

  /** An order is told of when it is shown: an element that has left the page shows it when it is back, or the next one does. */
  hostUpdated(): void {
    const {state} = this.#sender;
    const isShown = this.#host.isConnected && !this.#session.isHidden;
    if (state.phase !== 'saved' || state.sent === this.#told || !isShown) return;
    this.#told = state.sent;
    const {document, isOutdated} = state.sent;
    if (document) this.#host.dispatchEvent(new OrderCreatedEvent(document));
    // What was changed since is kept until the user says what becomes of it.
    if (!isOutdated) void this.#session.keeper.markDone();
  }

  /** What is drawn in place of the form; undefined while an order can be written. */
  renderInstead(locale: string): TemplateResult | undefined {
    const {state} = this.#sender;
    if (state.phase === 'saved') {
      return renderSaved(state, locale, {
        onNew: () => {
          this.#session.startNew();
          this.#focus('reference');
        },
        onOpen: ({type, id, number}) => this.#open(type, id, number),
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
      ${renderFailed(state)} ${renderDecision(state, this.#decision)}
      ${
        canRetry(state)
          ? html`<button
              type="button"
              class="button"
              @click=${() => this.#signInAgain(() => void this.#settle())}
            >
              ${retryLabel(state)}
            </button>`
          : nothing
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
      decision: this.#decision,
      found: this.#secondLook.found,
      showsAll: this.#showsAll,
      onShowAll: (showsAll) => {
        this.#showsAll = showsAll;
        this.#host.requestUpdate();
      },
      onOpen: ({type, id, number}) => this.#open(type, id, number),
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
    const isStuck = isForgotten(submission) || this.#stuck === submission.key;
    return {phase: 'failed', error: new PortalError('aborted'), outcome: 'unknown', submission, isStuck};
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

  /** What the user can say of an order himself, where trying again does not tell. */
  readonly #decision = {
    onArrived: async (): Promise<void> => {
      const submission = this.#failure?.submission;
      if (!submission) return;
      this.#focus('saved-title');
      await this.#sender.hasArrived(submission, this.#reviewed ?? toOrder(this.#session.draft));
    },
    onNotArrived: async (): Promise<void> => {
      const submission = this.#failure?.submission;
      if (!submission) return;
      const order = this.#reviewed;
      this.#focus(order ? 'review-title' : 'reference');
      await this.#sender.hasNotArrived(submission, order ? {phase: 'reviewing', order} : {phase: 'editing'});
    },
  };

  #newSender(): Sender {
    const sender: Sender = new Sender(new SubmissionRecord(this.#session.keeper), () => {
      if (sender === this.#sender) this.#host.requestUpdate();
    });
    return sender;
  }

  /** The review goes: whatever the host shows of a document is not to lie behind it. Not while an order is on its way. */
  #open(type: string, id: string, number: string | null): void {
    this.#host.dispatchEvent(new DocumentOpenEvent({type, id, number: number ?? undefined}));
    if (this.#sender.state.phase === 'reviewing') this.#back();
  }

  #back(): void {
    const pricing = this.#pricing;
    if (pricing.status === 'complete' && this.#reviewed) {
      this.#session.warn(warnings(pricing.calculation, this.#reviewed));
    }
    const found =
      pricing.status === 'complete' && this.#reviewed ? objections(pricing.calculation, this.#reviewed) : [];
    if (found.length > 0) this.#session.object(found);
    this.#sender.edit();
    if (found.length > 0 && this.#sender.state.phase === 'editing') this.#focus('summary');
  }

  /** Sends what was reviewed. Does nothing while an order is being sent, or where the host takes it over. */
  async #send(): Promise<void> {
    const order = this.#reviewed;
    if (!order || this.#sender.state.phase === 'submitting') return;
    // A copy: what the user has read is what is sent, whatever the host does to it.
    if (!this.#host.dispatchEvent(new OrderSubmitEvent(structuredClone(order.body)))) this.#sender.edit();
    else await this.#retry();
    if (this.#sender.state.phase === 'editing' && this.#session.problems.length > 0) this.#focus('summary');
  }

  /** Tries once more what has failed: it is no new intent, and the host is not asked again. */
  async #retry(): Promise<void> {
    const {portal, type, keeper} = this.#session;
    const order = this.#reviewed;
    const sender = this.#sender;
    if (!portal || !order || sender.state.phase === 'submitting') return;
    // No way back to before: the order may be on its way.
    this.#session.dismissNotice();
    await sender.send(portal, type, order, keeper.submission);
    await this.#settled(sender);
  }

  /** Clears up the submission whose outcome is not known. */
  async #settle(): Promise<void> {
    const {portal, type, draft, keeper} = this.#session;
    const sender = this.#sender;
    if (!portal || !keeper.submission) return;
    await sender.resume(portal, type, keeper.submission, toOrder(draft));
    await this.#settled(sender);
  }

  /** What follows when sending has ended, however it did. */
  async #settled(sender: Sender): Promise<void> {
    // The draft of somebody else is open by now. What came of this one is kept with it.
    if (sender !== this.#sender || this.#session.isHidden) return;
    const {state} = sender;
    if (state.phase === 'saved' && state.error) this.#host.announceError(state.error);
    if (state.phase === 'failed') {
      const {error, submission, outcome} = state;
      this.#host.announceError(error);
      if (outcome === 'refused' && submission.portalDraft && hasMoved(error)) {
        this.#sender.edit();
        await this.#session.portalDrafts?.reconcile(submission.portalDraft, error);
        return;
      }
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
