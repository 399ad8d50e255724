import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators/property.js';
import {msg} from '../../locales/localize.ts';
import {isBlank} from '../../orders/draft.ts';
import type {DraftProblem} from '../../orders/problems.ts';
import {ownerKey} from '../../orders/owner-key.ts';
import {company} from '../../portal/company.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {Membership} from '../../portal/contract/me.ts';
import type {DraftInput} from '../../portal/contract/orders.ts';
import {PortalError} from '../../portal/errors.ts';
import {fieldStyles} from '../../ui/field.styles.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import {PortalElement} from '../../ui/portal-element.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import {addStyles} from '../../ui/root-styles.ts';
import {icon, renderError} from '../../ui/states.ts';
import {gridStyles} from '../../ui/grid.styles.ts';
import {controlStyles, hostStyles} from '../../ui/styles.ts';
import {NarrowController} from '../../ui/width.ts';
import type {DeliveryAddresses, EditorContext} from './editor-context.ts';
import {EditorSession, type OnDemandModule} from './editor-session.ts';
import {renderHeaderFields, renderNote} from './header-fields.ts';
import type {FromFile} from './from-file.ts';
import type {ItemSearch} from './item-search.ts';
import {isForGrid, isReview} from './keys.ts';
import type {LineGrid} from './line-grid.ts';
import {renderEstimate, renderLines} from './lines.ts';
import {renderDiscard, renderLost, renderMissing, renderNotices} from './notices.ts';
import type {Paste} from './paste-entry.ts';
import type * as repeatingModule from './repeating.ts';
import {renderSkeleton} from './skeleton.ts';
import styles from './purchase-order-editor.styles.ts';

/** In em of the host's text; the styles have it too. */
const STACKED_BELOW = 40;

/** Who writes, and what he may do. */
interface Member {
  portal: PortalConnection;
  user: string;
  membership: string;
  capabilities: Membership['capabilities'];
}

type RepetitionModule = typeof repeatingModule;

const onDemand = new OnDemand(() => import('./on-demand.ts'));
const repetition = new OnDemand(() => import('./repeating.ts'));

/**
 * Writes an order and sends it, once, whatever happens on the way. What is typed is kept on the device, and nothing of it is
 * lost by an error.
 *
 * @element purchase-order-editor
 * @fires {OrderSubmitEvent} order-submit - The user sends the order; a host that prevents the default takes it over.
 * @fires {OrderCreatedEvent} order-created - The portal has made the order.
 * @fires {DraftSavedEvent} draft-saved - The unfinished order was kept on this device for the first time, or saved to the portal.
 * @fires {DocumentOpenEvent} document-open - The user wants to see the order that was sent, or that a draft has become.
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
 * @csspart from-file - The button that takes lines from a file.
 * @csspart suggestions - The list of items that were found.
 * @csspart estimate - The estimated total.
 * @csspart summary - What is wrong with the order, with links.
 * @csspart notice - News about the unfinished order.
 * @csspart discard - The button that throws the order away.
 * @csspart drafts - The unfinished orders of this device.
 * @csspart new-order - The button that begins another order.
 * @csspart save - The button that saves the order at the portal as a draft.
 * @csspart save-status - Whether the portal has the draft as it is.
 * @csspart closed - The draft at the portal can be changed no more.
 * @csspart conflict - Two versions of the order beside each other.
 * @csspart use-version - The button that takes what was chosen of both.
 * @csspart discard-dialog - The question whether the draft goes at the portal too.
 * @csspart review - The button that leads to the review.
 * @csspart repeat - An earlier order beside what the portal proposes to order now.
 * @csspart repeat-line - One line of both.
 * @csspart repeat-totals - The total then and now.
 * @csspart repeat-take - The button that takes the picked lines into the order.
 * @csspart repeat-cancel - The button that leads to the order form without them.
 * @csspart doubts - What is unusual about the order in the review.
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
  static override styles = [hostStyles, controlStyles, fieldStyles, gridStyles, styles];

  /** Type of the document that is created, as the portal names it. */
  @property() type = 'purchase-order';

  /** Id of an earlier document of `type` to order again; nothing is created before the user sends. */
  @property({attribute: 'repeat-of'}) repeatOf?: string | undefined;

  /** A draft at the portal that is to be gone on with; without it, what is unfinished on this device, or a new order. */
  @property({attribute: 'document-id'}) documentId?: string | undefined;

  readonly #session = new EditorSession(this, () => void this.#require());
  #search: ItemSearch | undefined;
  #grid: LineGrid | undefined;
  /** What has happened in the grid before it worked. */
  #early: {event: Event; target: Element; text: string | undefined}[] = [];
  readonly #narrow = new NarrowController(this, STACKED_BELOW);
  readonly #access = new PortalTask(this, {
    args: () => [this.portal] as const,
    task: async ([portal], {signal}): Promise<Member> => {
      const [{user}, {id, capabilities}] = await Promise.all([
        portal.me({signal}),
        portal.membership({signal}),
      ]);
      return {portal, user: user.id, membership: id, capabilities};
    },
  });
  readonly #company = new PortalTask(this, {
    args: () => [this.portal, this.#member?.capabilities.company.includes('read')] as const,
    task: async ([portal, mayRead], {signal}) =>
      mayRead ? {portal, ...(await company(portal, {signal}))} : undefined,
  });
  /**
   * Who writes here, as last known: what is being written stays when that cannot be asked again. Of another client it is not
   * known: nothing of the former user's draft stays in sight.
   */
  #member: Member | undefined;
  #opened: readonly unknown[] = [];
  #opening: Promise<void> | undefined;
  /** What waits for the order to be opened. */
  readonly #waiting: (() => void)[] = [];
  #isChecking = false;
  #paste: Paste | undefined;
  /** Why what loads on demand is missing, where it was needed. */
  #missing: PortalError | undefined;
  #repeating: repeatingModule.Repeating | undefined;
  #fromFile: FromFile | undefined;

  /** Whether there is an order that has not arrived, as far as is known here: for a page that is about to be left. */
  get hasUnsentOrder(): boolean {
    const {isOpen, draft, sending} = this.#session;
    return isOpen && !isBlank(draft) && !sending?.isSaved;
  }

  /**
   * Discards the order that is being written on this device and starts an empty one: for a page that has prevented
   * `order-submit` and sent the order itself. Does nothing while an order is on its way, or may have arrived.
   */
  async reset(): Promise<void> {
    await this.#opening;
    await this.#session.reset();
  }

  /**
   * Begins another order with this content, as `order-edit` brings it; what was being written stays on the device. Resolves when
   * its items are looked up; with false where nothing was begun: an order that may be on its way is cleared up first.
   */
  async write(draft: DraftInput): Promise<boolean> {
    if (!this.#session.isOpen) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return (await this.#require()) && (this.#fromFile?.write(draft) ?? false);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const {value} = this.#access;
    if (value && this.#isOurs(value.portal)) this.#member = value;
    else if (this.#member && !this.#isOurs(this.#member.portal)) this.#member = undefined;
    this.#session.isHidden = !this.#mayWrite;
    if (this.#member && this.#member === value && this.#mayWrite) this.#open(value);
    const known = this.#knownCompany;
    if (this.#member && known) this.#session.propose(known.deliveryAddresses);
    if (this.#session.isAddressGone || (this.#session.isOpen && this.#narrow.isNarrow)) void this.#load();
    if (this.repeatOf && changed.has('repeatOf')) void this.#require();
  }

  protected override renderWidget(): TemplateResult {
    if (this.#session.isOpen && !this.#session.isHidden) return this.#renderEditor();
    return this.#access.render({
      initial: renderSkeleton,
      pending: renderSkeleton,
      error: (thrown) => this.#renderFailed(PortalError.from(thrown)),
      complete: () => (this.#mayWrite ? renderSkeleton() : this.#renderNotAllowed()),
    });
  }

  get #knownCompany() {
    const {value} = this.#company;
    return value && this.#isOurs(value.portal) ? value : undefined;
  }

  /** Whether a connection is the one of now, though perhaps in another language. */
  #isOurs(other: PortalConnection): boolean {
    const {portal} = this;
    if (!portal || portal === other) return portal === other;
    const {membership, locale} = other.settings;
    return membership === portal.settings.membership && portal.with({membership, locale}) === other;
  }

  get #mayWrite(): boolean {
    return this.#allowed.includes(this.documentId ? 'update' : 'create');
  }

  get #allowed(): readonly string[] {
    const documents = this.#member?.capabilities.documents ?? {};
    return Object.hasOwn(documents, this.type) ? (documents[this.type] ?? []) : [];
  }

  get #context(): EditorContext {
    return {
      session: this.#session,
      search: this.#search,
      grid: this.#grid,
      onGridEvent: this.#onGridEvent,
      paste: this.#paste,
      locale: this.activeLocale,
      delivery: this.#delivery,
      showsPrices: this.#member?.capabilities.prices.visible ?? false,
      currency: this.#knownCompany?.currency,
      allowed: this.#allowed,
      isNarrow: this.#narrow.isNarrow,
      onFromFile: () => void this.#require().then(() => this.#fromFile?.open()),
      focus: (id) => void this.#focus(id),
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

  #renderEditor(): TemplateResult {
    const context = this.#context;
    const {sending, portalDrafts, deviceDrafts, isInterrupted} = this.#session;
    if (isInterrupted) return this.#missing ? this.#renderMissing(this.#missing) : renderSkeleton();
    const isWaiting = this.#isChecking && (!sending || this.#session.isSaving);
    const missing = this.#missing && this.#renderMissing(this.#missing);
    const {error} = this.#access;
    const lost = error === undefined ? undefined : PortalError.from(error);
    const {usesOwnAddress} = this.#session.draft;
    return (
      sending?.renderInstead(context.locale) ??
      portalDrafts?.renderInstead(context) ??
      this.#renderRepeat(context) ??
      this.#fromFile?.renderInstead(context) ??
      html`<form
          novalidate
          aria-label=${msg('Order', {id: 'purchase-order-editor.form'})}
          @submit=${this.#onSubmit}
          @keydown=${this.#onKeydown}
          @focusin=${this.#onTouch}
          @pointerdown=${this.#onTouch}
          @input=${this.#onTouch}
        >
          ${lost && renderLost(lost, () => this.#askAgain(lost))} ${renderNotices(context)}
          ${portalDrafts?.renderNews()} ${deviceDrafts?.render(context)}
          ${this.#repeating?.renderNotice(context.locale)} ${this.#fromFile?.renderNotice()}
          ${sending?.renderUnsettled()} ${this.#session.onDemand?.renderSummary(context)}
          ${renderHeaderFields(context, missing)} ${renderLines(context)}
          <div class="end">
            ${renderNote(context)}
            <div class="finish">
              ${renderEstimate(context)} ${usesOwnAddress ? nothing : missing}
              ${portalDrafts?.renderStatus(context)}
              <div class="finish-buttons">
                ${renderDiscard(context)} ${deviceDrafts?.renderNew()} ${portalDrafts?.renderSave(context)}
                <button
                  type="submit"
                  class="button primary"
                  part="review"
                  aria-disabled=${isWaiting || nothing}
                >
                  ${isWaiting ? icon('pending') : nothing}
                  ${msg('Review order', {id: 'purchase-order-editor.review'})}
                </button>
              </div>
            </div>
          </div>
        </form>
        ${this.#session.onDemand?.renderSuggestions(context)} ${sending?.renderReview(context)}
        ${portalDrafts?.renderDialog(context)} ${this.#paste?.renderQuestions(context)}`
    );
  }

  #renderRepeat(context: EditorContext): TemplateResult | undefined {
    if (!this.repeatOf || this.#repeating) return this.#repeating?.renderInstead(context);
    return this.#missing ? this.#renderMissing(this.#missing) : renderSkeleton();
  }

  #renderMissing(error: PortalError): TemplateResult {
    const {isInterrupted, draft} = this.#session;
    const isReview = !isInterrupted && !draft.usesOwnAddress && !this.repeatOf && this.#early.length === 0;
    return renderMissing(error, () => void (isReview ? this.#onReview() : this.#require()));
  }

  #renderFailed(error: PortalError): TemplateResult {
    return renderError(error, () => this.#askAgain(error));
  }

  #askAgain({kind}: PortalError): void {
    if (kind === 'signed-out') this.portal?.forget();
    void this.#access.run();
  }

  #renderNotAllowed(): TemplateResult {
    return html`<div class="state" part="not-allowed">
      ${icon('locked')}
      <p>${msg('You are not allowed to write orders here.', {id: 'purchase-order-editor.not-allowed'})}</p>
    </div>`;
  }

  #open({portal, user, membership}: Member): void {
    const documentId = this.documentId || undefined;
    const opened = [portal, user, membership, this.type, this.activeLocale, documentId];
    if (opened.every((value, index) => value === this.#opened[index])) return;
    this.#opened = opened;
    const owner = ownerKey({endpoint: portal.endpoint, membership, user, type: this.type});
    this.#opening = this.#session.open(owner, portal, this.type, this.activeLocale, documentId);
    void this.#begin(this.#opening);
  }

  async #begin(opening: Promise<void>): Promise<void> {
    await opening;
    for (const go of this.#waiting.splice(0)) go();
    const {isInterrupted, draft, storage, hasOthers} = this.#session;
    const hasNews = !storage.isLasting || storage.hasSetAside || hasOthers || draft.portalCopy;
    if (isInterrupted || draft.usesOwnAddress) await this.#require();
    else if (hasNews || !isBlank(draft)) await this.#load();
  }

  /** Loads what is not needed before the user begins. Resolves with what went wrong. */
  async #load(): Promise<PortalError | undefined> {
    const repeats = Boolean(this.repeatOf) && !this.#repeating;
    if (this.#session.sending && !repeats) return undefined;
    let failure: PortalError | undefined;
    await Promise.all([onDemand.load(), repeats ? repetition.load() : undefined]).then(
      ([loaded, more]) => this.#equip(loaded, more),
      (thrown: unknown) => (failure = PortalError.from(thrown)),
    );
    return failure;
  }

  #equip(loaded: OnDemandModule, repetition?: RepetitionModule): void {
    if (repetition && !this.#repeating) {
      addStyles(this.renderRoot, repetition.styles);
      const wanted = () => this.repeatOf;
      const focus = (id: string) => void this.#focus(id);
      this.#repeating = new repetition.Repeating(this, this.#session, {wanted, focus});
    }
    if (this.#session.sending) return;
    addStyles(this.renderRoot, loaded.styles);
    this.#missing = undefined;
    this.#paste = new loaded.Paste(this, this.#session, () => this.#context);
    this.#equipLines(loaded);
    const focus = (id: string) => void this.#focus(id);
    this.#fromFile = new loaded.FromFile(this, this.#session, () => this.#context);
    this.#session.equip(loaded, {
      sending: new loaded.Sending(this, this.#session, focus),
      portalDrafts: new loaded.PortalDrafts(this, this.#session, focus),
      deviceDrafts: new loaded.DeviceDrafts(this, this.#session, focus),
    });
    this.#catchUp();
  }

  #equipLines({ItemSearch, LineGrid, goOn}: OnDemandModule): void {
    const session = this.#session;
    const search: ItemSearch = new ItemSearch(this, session, {
      portal: () => this.portal,
      onChosen: (lineKey) => {
        if (grid.edit) grid.goOn(lineKey, 'item');
        else goOn(this.#context, lineKey);
      },
      step: (lineKey) => (this.#narrow.isNarrow ? `item-${lineKey}` : grid.stepOf(lineKey)),
      onKnown: (lineKey) => grid.touch(lineKey),
    });
    const grid: LineGrid = new LineGrid(this, session, search, {
      context: () => this.#context,
      draw: () => this.performUpdate(),
    });
    session.onItems = () => grid.forgetMarks();
    this.#search = search;
    this.#grid = grid;
  }

  /** Makes up for what has happened in the grid before it worked, in its order and before anything else does. */
  #catchUp(): void {
    if (this.#early.length === 0) return;
    this.performUpdate();
    for (const {event, target, text} of this.#early.splice(0)) this.#grid?.replay(event, target, text);
  }

  readonly #onGridEvent = (event: Event): void => {
    if (this.#grid) {
      this.#grid.handle(event);
      return;
    }
    const isKey = event.type === 'keydown' && isForGrid(event as KeyboardEvent, this.#early.length > 0);
    if (isKey || event.type === 'click' || event.type === 'paste') {
      event.preventDefault();
      // Later, an event says less of where it came from, and nothing of what is pasted.
      const text = (event as ClipboardEvent).clipboardData?.getData('text/plain');
      this.#early.push({event, target: event.target as Element, text});
      if (this.#early.length === 1) void this.#require();
    }
  };

  /** As `load`, where it cannot go on without; says whether it can. */
  async #require(): Promise<boolean> {
    this.#missing = undefined;
    this.requestUpdate();
    this.#missing = await this.#load();
    if (this.#missing) this.announceError(this.#missing);
    this.requestUpdate();
    return this.#missing === undefined;
  }

  async #focus(id: string): Promise<void> {
    await this.updateComplete;
    // What the change of state makes the element draw may itself ask for another render.
    await this.updateComplete;
    const reveal = () => !this.#narrow.isNarrow && this.#grid?.reveal(id);
    if (reveal()) return;
    if (this.#narrow.isNarrow && this.#session.turnTo(id)) await this.updateComplete;
    const find = () => this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    if (!find() && (await this.#require())) {
      await this.updateComplete;
      // A line's field is a cell, once the grid is there.
      if (reveal()) return;
    }
    find()?.focus();
  }

  /** What will be needed is there before it is asked for. */
  readonly #onTouch = (): void => void this.#load();

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
    if (this.#isChecking || this.#session.sending?.isReviewing) return;
    const isRight = () => this.#session.check([...this.#incomplete(), ...(this.#search?.unchecked() ?? [])]);
    this.#isChecking = true;
    const before = this.shadowRoot?.activeElement;
    try {
      const isThere = await this.#require();
      this.#grid?.endEdit();
      await this.#search?.commitAll();
      // The order is to be the draft that the portal has by then; what is found out then may be in the way.
      await this.#session.portalDrafts?.whenSaved();
      const {isHidden, portalDrafts, sending} = this.#session;
      if (isHidden || portalDrafts?.isInTheWay) return;
      if (isThere && isRight()) sending?.review();
    } finally {
      this.#isChecking = false;
    }
    const now = this.shadowRoot?.activeElement;
    // Who has gone on writing in another field is not interrupted.
    const isWriting = now !== before && now?.matches('input, select, textarea');
    if (this.#session.problems.length > 0 && !isWriting) await this.#focus('summary');
  }

  /** What a native field holds, but does not give away. */
  #incomplete(): DraftProblem[] {
    const date = this.renderRoot.querySelector<HTMLInputElement>('#requestedDate');
    if (!date?.validity.badInput) return [];
    return [{pointer: '#/requestedDate', place: {field: 'requestedDate'}, code: 'date-incomplete'}];
  }
}
