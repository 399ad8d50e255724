import type {ReactiveController} from 'lit';
import {currencyDigits, separators} from '../../locales/formats.ts';
import {RunningEstimate} from '../../orders/amounts.ts';
import {DraftKeeper} from '../../orders/draft-keeper.ts';
import {DraftStore, type Submission} from '../../orders/draft-store.ts';
import {
  addLine,
  changeHeader,
  changeLine,
  chooseItem,
  newDraft,
  newLine,
  removeLine,
  restoreLine,
  retype,
  toOrder,
  type Draft,
  type DraftHeader,
  type DraftLine,
} from '../../orders/draft.ts';
import {fromPortal, remaining, validate, type DraftProblem} from '../../orders/problems.ts';
import {Sender, type SendState} from '../../orders/submission.ts';
import {lookUp} from '../../portal/catalog.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {Item} from '../../portal/contract/catalog.ts';
import type {Address} from '../../portal/contract/partners.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {DraftSavedEvent, OrderCreatedEvent, OrderSubmitEvent} from './purchase-order-editor.events.ts';

/** Something that has happened to the draft, with a way back. */
export type Notice =
  | {readonly kind: 'restored'; readonly at: number}
  | {readonly kind: 'discarded'; readonly draft: Draft}
  | {readonly kind: 'removed'; readonly line: DraftLine; readonly index: number};

/** A visit that was cut off longer ago does not go on by itself: portals forget the keys of orders after a day. */
const LONGEST_RESUME = 12 * 60 * 60 * 1000;

const store = new DraftStore();

/**
 * Everything about the order that is being written and is not a matter of pictures: the draft and where it is kept, its
 * estimate, its problems, and where it is on its way to the portal.
 */
export class EditorSession implements ReactiveController {
  readonly #host: PortalElement;
  readonly #keeper: DraftKeeper;
  readonly #sender: Sender;
  readonly #estimate = new RunningEstimate(currencyDigits);
  #owner: string | undefined;
  #isOpen = false;
  #portal: PortalConnection | undefined;
  #type = '';
  #addresses: readonly Address[] = [];
  #problems: readonly DraftProblem[] = [];
  #notice: Notice | undefined;
  #hasSetAside = false;

  constructor(host: PortalElement) {
    this.#host = host;
    this.#keeper = new DraftKeeper(store, separators('en'), {
      onKept: (draftId) => host.dispatchEvent(new DraftSavedEvent(draftId, 'device')),
      onChange: () => host.requestUpdate(),
    });
    this.#sender = new Sender(this.#keeper, () => host.requestUpdate());
    host.addController(this);
  }

  /** Whether the draft has been looked up on the device. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  get draft(): Draft {
    return this.#keeper.draft;
  }

  /** The draft's own estimate; the portal's totals come with the review. */
  get estimate(): RunningEstimate {
    return this.#estimate;
  }

  /** What is wrong, as far as it was looked at. */
  get problems(): readonly DraftProblem[] {
    return this.#problems;
  }

  get notice(): Notice | undefined {
    return this.#notice;
  }

  /** Where the order is on its way. */
  get state(): SendState {
    return this.#sender.state;
  }

  /** What there is to say about keeping the draft on this device. */
  get storage(): {isLasting: boolean; hasForked: boolean; hasSetAside: boolean} {
    const {isLasting, hasForked} = this.#keeper;
    return {isLasting, hasForked, hasSetAside: this.#hasSetAside};
  }

  /** Opens the owner's draft; the one that is open stays where it is the same. */
  async open(owner: string, portal: PortalConnection, type: string, locale: string): Promise<void> {
    this.#portal = portal;
    this.#type = type;
    if (this.#owner === owner) {
      this.#show(retype(this.draft, separators(locale)));
      return;
    }
    this.#owner = owner;
    this.#isOpen = false;
    const {record, setAside} = await this.#keeper.open(owner, separators(locale));
    if (this.#owner !== owner) return;
    this.#isOpen = true;
    this.#hasSetAside = setAside;
    this.#problems = [];
    this.#notice = undefined;
    this.#sender.edit();
    this.#show(this.draft);
    if (record?.document) this.#showSent(record.document);
    else if (record?.submission) this.#takeUp(record.submission);
    else if (record) this.#notice = {kind: 'restored', at: record.updatedAt};
    if (record && !record.document) void this.#refreshItems();
  }

  /** The addresses that goods can be delivered to; the first is proposed. */
  propose(addresses: readonly Address[]): void {
    this.#addresses = addresses;
    const {shipToId} = this.draft;
    if (!this.#isOpen || addresses.some(({id}) => id === shipToId)) return;
    this.#show(changeHeader(this.draft, {shipToId: addresses[0]?.id}));
  }

  changeHeader(change: Partial<DraftHeader>): void {
    this.#change(changeHeader(this.draft, change));
  }

  changeLine(key: string, change: Partial<Omit<DraftLine, 'key'>>): void {
    this.#change(changeLine(this.draft, key, change));
  }

  chooseItem(key: string, item: Item): void {
    this.#change(chooseItem(this.draft, key, item));
  }

  /** Adds an empty line at the end and says its key. */
  addLine(): string {
    const line = newLine();
    this.#change(addLine(this.draft, line));
    return line.key;
  }

  removeLine(key: string): void {
    const index = this.draft.lines.findIndex((line) => line.key === key);
    const line = this.draft.lines[index];
    if (!line) return;
    this.#change(removeLine(this.draft, key));
    this.#notice = {kind: 'removed', line, index};
  }

  /** Takes the draft off the device. `undo` brings it back. */
  async discard(): Promise<void> {
    const {draft} = this;
    this.#problems = [];
    this.#notice = {kind: 'discarded', draft};
    this.#sender.edit();
    const discarding = this.#keeper.discard(this.#blank());
    this.#show(this.draft);
    await discarding;
  }

  /** Undoes what the notice tells of; says the key of the line that came back. */
  undo(): string | undefined {
    const notice = this.#notice;
    this.dismissNotice();
    if (notice?.kind === 'removed') {
      this.#change(restoreLine(this.draft, notice.line, notice.index));
      return notice.line.key;
    }
    if (notice?.kind === 'discarded') this.#change(notice.draft);
    return undefined;
  }

  dismissNotice(): void {
    this.#notice = undefined;
    this.#host.requestUpdate();
  }

  /** Checks the draft, and shows it for review where nothing is wrong. `found` was wrong in the fields themselves. */
  review(found: readonly DraftProblem[]): boolean {
    this.#problems = [...found, ...validate(this.draft)];
    if (this.#problems.length === 0) this.#sender.review(toOrder(this.draft));
    this.#host.requestUpdate();
    return this.#problems.length === 0;
  }

  /** Back to writing, with what the portal objects to at its fields. */
  edit(objections: readonly DraftProblem[] = []): void {
    if (objections.length > 0) this.#problems = objections;
    this.#sender.edit();
  }

  /** Sends the draft. Does nothing while one is being sent, or where the host takes it over. */
  async send(): Promise<void> {
    if (!this.#portal || this.state.phase === 'submitting') return;
    const order = toOrder(this.draft);
    if (!this.#host.dispatchEvent(new OrderSubmitEvent(order.body))) {
      this.#sender.edit();
      return;
    }
    await this.#sender.send(this.#portal, this.#type, order, this.#keeper.submission);
    await this.#settled();
  }

  /** Tries once more what has failed: it is no new intent, and the host is not asked again. */
  async retry(): Promise<void> {
    if (!this.#portal || this.state.phase === 'submitting') return;
    await this.#sender.send(this.#portal, this.#type, toOrder(this.draft), this.#keeper.submission);
    await this.#settled();
  }

  /** Clears up the submission whose outcome is not known. */
  async settle(): Promise<void> {
    const {submission} = this.#keeper;
    if (!this.#portal || !submission) return;
    await this.#sender.resume(this.#portal, this.#type, submission, toOrder(this.draft));
    await this.#settled();
  }

  stopWaiting(): void {
    this.#sender.stopWaiting();
  }

  /** Begins a new order after one was sent. */
  startNew(): void {
    this.#keeper.startNew(this.#blank());
    this.#begin();
  }

  /** Goes on with what was typed after the order was sent, as another order. */
  continueWithChanges(): void {
    const {draft} = this;
    this.#keeper.startNew(draft);
    this.#begin();
    this.#change(draft);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#flush);
    document.addEventListener('visibilitychange', this.#flush);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#flush);
    document.removeEventListener('visibilitychange', this.#flush);
    this.#flush();
  }

  readonly #flush = (): void => void this.#keeper.flush();

  #begin(): void {
    this.#problems = [];
    this.#notice = undefined;
    this.#sender.edit();
    this.#show(this.draft);
  }

  #blank(): Draft {
    return changeHeader(newDraft(this.draft.separators), {shipToId: this.#addresses[0]?.id});
  }

  #change(draft: Draft): void {
    const {draft: before} = this;
    if (this.#problems.length > 0) this.#problems = remaining(this.#problems, before, draft);
    // Undoing would now cost what was typed since.
    if (this.#notice?.kind === 'discarded') this.#notice = undefined;
    this.#keeper.change(draft);
    this.#show(draft);
  }

  #show(draft: Draft): void {
    this.#keeper.adopt(draft);
    this.#estimate.update(draft.lines, draft.separators);
    this.#host.requestUpdate();
  }

  #showSent(document: Parameters<Sender['show']>[0]): void {
    this.#sender.show(document);
    void this.#keeper.markDone();
  }

  #takeUp(submission: Submission): void {
    const isFresh = Date.now() - submission.startedAt < LONGEST_RESUME;
    if (!this.#portal || submission.isUnsettled || !isFresh || navigator.onLine === false) {
      this.#sender.showUnsettled(submission);
      return;
    }
    void this.#sender
      .resume(this.#portal, this.#type, submission, toOrder(this.draft))
      .then(() => this.#settled());
  }

  /** What follows when sending has ended, however it did. */
  async #settled(): Promise<void> {
    const {state} = this;
    if (state.phase === 'saved') {
      this.#host.dispatchEvent(new OrderCreatedEvent(state.document));
      // An element that has left the page has not shown it: the next one does.
      if (this.#host.isConnected) await this.#keeper.markDone();
    } else if (state.phase === 'failed') {
      const {error, submission, outcome} = state;
      this.#host.announceError(error);
      if (outcome !== 'refused' || error.kind !== 'invalid') return;
      this.#problems = fromPortal(error.problems, submission.lineKeys);
      if (this.#problems.length > 0) this.#sender.edit();
    }
  }

  /** Prices and availability have moved on since the draft was kept. What the portal does not find stays as it is. */
  async #refreshItems(): Promise<void> {
    const keys = [...new Set(this.draft.lines.flatMap(({item}) => item?.itemNumber ?? []))].slice(0, 500);
    if (keys.length === 0 || !this.#portal) return;
    const found = await lookUp(this.#portal, keys).catch(() => undefined);
    const items = new Map(found?.items.flatMap(({key, item}) => (item ? [[key, item] as const] : [])));
    const {draft} = this;
    const lines = draft.lines.map((line) => {
      const item = line.item && items.get(line.item.itemNumber);
      return item ? {...line, item} : line;
    });
    this.#show({...draft, lines});
  }
}
