import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {msg} from '../../locales/localize.ts';
import type {Order} from '../../orders/draft.ts';
import {ownerKey} from '../../orders/draft-store.ts';
import type {DraftProblem} from '../../orders/problems.ts';
import {company} from '../../portal/company.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import {calculate} from '../../portal/documents.ts';
import {PortalError} from '../../portal/errors.ts';
import {comboboxStyles} from '../../ui/combobox.ts';
import {DocumentOpenEvent} from '../../ui/events.ts';
import {ModalController, modalStyles} from '../../ui/modal.ts';
import {PortalElement} from '../../ui/portal-element.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import {icon, renderError} from '../../ui/states.ts';
import {controlStyles, hostStyles} from '../../ui/styles.ts';
import {NarrowController} from '../../ui/width.ts';
import type {DeliveryAddresses, EditorContext} from './editor-context.ts';
import {EditorSession} from './editor-session.ts';
import {renderHeaderFields, renderNote} from './header-fields.ts';
import {ItemSearch} from './item-search.ts';
import {goOn, isReview} from './line-actions.ts';
import {renderEstimate, renderLines} from './lines.ts';
import {renderNotices, renderSummary} from './notices.ts';
import {renderFailed, renderFinishing, renderSaved, retryLabel} from './outcome.ts';
import {objections, renderReview, type Pricing} from './review.ts';
import {renderSkeleton} from './skeleton.ts';
import {renderSuggestions} from './suggestions.ts';
import styles from './purchase-order-editor.styles.ts';
import reviewStyles from './review.styles.ts';

const STACKED_BELOW = 640;

/**
 * Writes an order and sends it, once, whatever happens on the way. What is typed is kept on the device, and nothing of it is
 * lost by an error.
 *
 * @element purchase-order-editor
 * @fires {OrderSubmitEvent} order-submit - The user sends the order; a host that prevents the default takes it over.
 * @fires {OrderCreatedEvent} order-created - The portal has made the order.
 * @fires {DraftSavedEvent} draft-saved - The unfinished order was kept on this device for the first time.
 * @fires {DocumentOpenEvent} document-open - The user wants to see the order that was sent.
 * @fires {PortalErrorEvent} portal-error - Something could not be read from, or written to, the portal.
 * @fires {SessionExpiredEvent} session-expired - The session is over; the element offers to try again.
 * @csspart header - The fields of the whole order.
 * @csspart address - The fields of another delivery address.
 * @csspart field - One field with its label.
 * @csspart field-error - What is wrong with one field.
 * @csspart lines - The order lines: a table, or fieldsets in a narrow place.
 * @csspart line - One order line.
 * @csspart item-input - The search for a line's item.
 * @csspart line-amount - The estimated amount of a line.
 * @csspart remove-line - The button that takes a line out.
 * @csspart add-line - The button that adds a line.
 * @csspart suggestions - The list of items that were found.
 * @csspart estimate - The estimated total.
 * @csspart summary - What is wrong with the order, with links.
 * @csspart notice - News about the unfinished order.
 * @csspart review - The button that leads to the review.
 * @csspart dialog - The review of the order.
 * @csspart totals - The portal's totals in the review.
 * @csspart back - The button that leads back to the order.
 * @csspart send - The button that sends the order.
 * @csspart finishing - An order of an earlier visit is being cleared up.
 * @csspart saved - The order was sent.
 * @csspart error - An error.
 * @cssproperty [--portal-accent=#0b57d0] - Links, focus and primary buttons.
 * @cssproperty [--portal-on-accent=#fff] - Text on the accent colour.
 * @cssproperty [--portal-surface=#fff] - Background.
 * @cssproperty [--portal-surface-raised=#f6f7f9] - Background of notices.
 * @cssproperty [--portal-text=#1b1c1f] - Text.
 * @cssproperty [--portal-text-muted=#565b63] - Hints.
 * @cssproperty [--portal-border=#d5d8dd] - Lines between things.
 * @cssproperty [--portal-border-control=#81868f] - Borders of inputs.
 * @cssproperty [--portal-danger=#b3261e] - Errors.
 * @cssproperty [--portal-warning=#8a5000] - Warnings.
 * @cssproperty [--portal-success=#176b36] - What is well.
 * @cssproperty [--portal-radius=6px] - Corners.
 * @cssproperty [--portal-control-height=36px] - Height of inputs and buttons.
 * @cssproperty [--portal-shadow] - Shadow of what floats.
 */
export class PurchaseOrderEditor extends PortalElement {
  static override styles = [hostStyles, controlStyles, comboboxStyles, modalStyles, styles, reviewStyles];

  /** Type of the document that is created, as the portal names it. */
  @property() type = 'purchase-order';

  readonly #session = new EditorSession(this);
  readonly #search = new ItemSearch(this, this.#session, {
    portal: () => this.portal,
    onChosen: (lineKey) => goOn(this.#context, lineKey),
  });
  readonly #narrow = new NarrowController(this, STACKED_BELOW);
  readonly #modal = new ModalController(this, {
    dialog: () => this.renderRoot.querySelector('dialog'),
    isOpen: () => this.#reviewed !== undefined,
    onCancel: () => this.#onBack(),
  });
  readonly #access = new PortalTask(this, {
    args: () => [this.portal] as const,
    task: async ([portal], {signal}) => {
      const [{user}, {id, capabilities}] = await Promise.all([
        portal.me({signal}),
        portal.membership({signal}),
      ]);
      return {portal, user: user.id, membership: id, capabilities};
    },
  });
  readonly #company = new PortalTask(this, {
    args: () => [this.portal, this.#access.value?.capabilities.company.includes('read')] as const,
    task: async ([portal, mayRead], {signal}) => (mayRead ? await company(portal, {signal}) : undefined),
  });
  readonly #calculation = new PortalTask(this, {
    args: () => [this.portal, this.type, this.#reviewed?.body] as const,
    task: async ([portal, type, body], {signal}) =>
      body && {body, calculation: await calculate(portal, type, body, {signal})},
  });
  #reviewed: Order | undefined;
  #opened: readonly unknown[] = [];
  #isChecking = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const {value} = this.#access;
    if (value && this.#mayCreate) this.#open(value);
    if (this.#company.value) this.#session.propose(this.#company.value.deliveryAddresses);
    const {state} = this.#session;
    if (state.phase === 'reviewing') this.#reviewed = state.order;
    else if (state.phase === 'editing' || state.phase === 'saved') {
      if (this.#reviewed && state.phase === 'saved') this.#context.focus('saved-title');
      this.#reviewed = undefined;
    }
  }

  protected override renderWidget(): TemplateResult {
    if (this.#session.isOpen && this.#mayCreate) return this.#renderEditor();
    return this.#access.render({
      initial: renderSkeleton,
      pending: renderSkeleton,
      error: (error) =>
        renderError(PortalError.from(error), () => this.#signInAgain(() => this.#access.run())),
      complete: () => (this.#mayCreate ? renderSkeleton() : this.#renderNotAllowed()),
    });
  }

  get #mayCreate(): boolean {
    const documents = this.#access.value?.capabilities.documents ?? {};
    return Object.hasOwn(documents, this.type) && (documents[this.type] ?? []).includes('create');
  }

  get #context(): EditorContext {
    return {
      session: this.#session,
      search: this.#search,
      locale: this.activeLocale,
      delivery: this.#delivery,
      showsPrices: this.#access.value?.capabilities.prices.visible ?? false,
      currency: this.#company.value?.currency,
      isNarrow: this.#narrow.isNarrow,
      focus: (id) => void this.#focus(id),
      review: () => void this.#onReview(),
    };
  }

  get #delivery(): DeliveryAddresses {
    return this.#company.render({
      initial: (): DeliveryAddresses => ({status: 'pending'}),
      pending: (): DeliveryAddresses => ({status: 'pending'}),
      error: (): DeliveryAddresses => ({status: 'error', retry: () => void this.#company.run()}),
      complete: (company): DeliveryAddresses => ({
        status: 'complete',
        addresses: company?.deliveryAddresses ?? [],
      }),
    });
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

  #renderEditor(): TemplateResult {
    const context = this.#context;
    const {state} = this.#session;
    if (state.phase === 'saved') {
      return renderSaved(state, this.activeLocale, {
        onNew: () => this.#onStartNew(),
        onOpen: () => this.dispatchEvent(new DocumentOpenEvent(withId(state.document))),
        onContinue: () => this.#session.continueWithChanges(),
      });
    }
    if (state.phase === 'submitting' && !this.#reviewed) {
      return renderFinishing(state, this.activeLocale, () => this.#session.stopWaiting());
    }
    return html`<form
        novalidate
        aria-label=${msg('Order', {id: 'purchase-order-editor.form'})}
        @submit=${this.#onSubmit}
        @keydown=${this.#onKeydown}
      >
        ${renderNotices(context)} ${this.#renderUnsettled()} ${renderSummary(context)}
        ${renderHeaderFields(context)} ${renderLines(context)}
        <div class="end">
          ${renderNote(context)}
          <div class="finish">
            ${renderEstimate(context)}
            <button type="submit" class="button primary" part="review">
              ${msg('Review order', {id: 'purchase-order-editor.review'})}
            </button>
          </div>
        </div>
      </form>
      ${renderSuggestions(context)}
      ${renderReview({
        context,
        order: this.#reviewed,
        pricing: this.#pricing,
        onCalculate: () => this.#signInAgain(() => this.#calculation.run()),
        onSend: () => void this.#onSend(),
        onRetry: () => this.#signInAgain(() => this.#session.retry()),
        onStop: () => this.#session.stopWaiting(),
        onBack: () => this.#onBack(),
      })}`;
  }

  /** An order of an earlier visit of which it is not known whether it has arrived. */
  #renderUnsettled(): TemplateResult | typeof nothing {
    const {state} = this.#session;
    if (state.phase !== 'failed' || this.#reviewed) return nothing;
    return html`<div class="unsettled">
      ${renderFailed(state)}
      ${
        state.error.kind === 'key-reused'
          ? nothing
          : html`<button
              type="button"
              class="button"
              @click=${() => this.#signInAgain(() => this.#session.settle())}
            >
              ${retryLabel(state)}
            </button>`
      }
    </div>`;
  }

  #renderNotAllowed(): TemplateResult {
    return html`<div class="state" part="not-allowed">
      ${icon('locked')}
      <p>${msg('You are not allowed to write orders here.', {id: 'purchase-order-editor.not-allowed'})}</p>
    </div>`;
  }

  #open({portal, user, membership}: {portal: PortalConnection; user: string; membership: string}): void {
    const opened = [portal, user, membership, this.type, this.activeLocale];
    if (opened.every((value, index) => value === this.#opened[index])) return;
    this.#opened = opened;
    const owner = ownerKey({endpoint: portal.endpoint, membership, user, type: this.type});
    void this.#session.open(owner, portal, this.type, this.activeLocale);
  }

  async #focus(id: string): Promise<void> {
    await this.updateComplete;
    // What the change of state makes the element draw may itself ask for another render.
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
  }

  #signInAgain(again: () => unknown): void {
    const {error} = this.#access;
    const {state} = this.#session;
    const failures = [error, this.#calculation.error, state.phase === 'failed' ? state.error : undefined];
    const isOver = failures.some((failure) => failure && PortalError.from(failure).kind === 'signed-out');
    if (isOver) this.portal?.forget();
    again();
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#onReview();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // Enter in a field goes on with the order, or does nothing: nobody reviews by accident.
    if (event.target instanceof HTMLInputElement) event.preventDefault();
    if (isReview(event)) void this.#onReview();
  };

  async #onReview(): Promise<void> {
    if (this.#isChecking || this.#reviewed) return;
    this.#isChecking = true;
    try {
      await this.#search.commitAll();
    } finally {
      this.#isChecking = false;
    }
    if (!this.#session.review(this.#incomplete())) await this.#focus('summary');
  }

  /** What a native field holds, but does not give away. */
  #incomplete(): DraftProblem[] {
    const date = this.renderRoot.querySelector<HTMLInputElement>('#requestedDate');
    if (!date?.validity.badInput) return [];
    return [{pointer: '#/requestedDate', place: {field: 'requestedDate'}, code: 'date-incomplete'}];
  }

  async #onSend(): Promise<void> {
    await this.#session.send();
    const {state, problems} = this.#session;
    if (state.phase === 'editing' && problems.length > 0) await this.#focus('summary');
  }

  #onBack(): void {
    const pricing = this.#pricing;
    const found =
      pricing.status === 'complete' && this.#reviewed ? objections(pricing.calculation, this.#reviewed) : [];
    this.#session.edit(found);
    if (found.length > 0 && this.#session.state.phase === 'editing') void this.#focus('summary');
  }

  #onStartNew(): void {
    this.#session.startNew();
    void this.#focus('reference');
  }
}

function withId({type, id, number}: {type: string; id: string; number: string | null}) {
  return {type, id, number: number ?? undefined};
}
