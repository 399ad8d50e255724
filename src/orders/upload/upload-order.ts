import type {PortalConnection} from '../../portal/connection.ts';
import {DraftKeeper} from '../draft-keeper.ts';
import {isSent, type DraftStore, type OpenRecord} from '../draft-store.ts';
import {toOrder, type Draft} from '../draft.ts';
import {fromPortal} from '../portal-problems.ts';
import type {DraftProblem} from '../problems.ts';
import {SubmissionRecord} from '../submission-record.ts';
import {isSameOrder, Sender, type SendState} from '../submission.ts';

/** One of several orders that are sent together. */
export interface UploadOrder {
  /** Names the order among the others. */
  readonly id: string;
  readonly draft: Draft;
}

/** Where one of several orders is. `waiting`: nothing of it was sent. */
export type OrderState =
  {readonly phase: 'waiting'} | Exclude<SendState, {readonly phase: 'editing' | 'reviewing'}>;

/** Where orders go, and where they are kept meanwhile. */
export interface Destination {
  readonly portal: PortalConnection;
  /** Document type. */
  readonly type: string;
  /** Whose orders they are, as `ownerKey` says it. */
  readonly owner: string;
  readonly store: DraftStore;
  /** Is asked before each order; false ends the sending. Without it all may be begun. */
  readonly mayBegin?: (() => Promise<boolean>) | undefined;
  /** Is asked of each order that has arrived; false: its record stays, for another page that may make it once more. */
  readonly mayForget?: (() => Promise<boolean>) | undefined;
}

/** Nothing of an order was sent. */
export const waiting: OrderState = {phase: 'waiting'};

/** An order on its way, with a record of its own on the device from before it is sent until it is known what became of it. */
export class OrderOnItsWay {
  readonly #to: Destination;
  readonly #onChange: () => void;
  #draft: Draft;
  #lineKeys: readonly string[] = [];
  #sentKeys: readonly string[] | undefined;
  #keeper: DraftKeeper | undefined;
  #sender: Sender | undefined;

  private constructor(to: Destination, draft: Draft, onChange: () => void) {
    this.#to = to;
    this.#draft = draft;
    this.#onChange = onChange;
  }

  /** An order that the device does not have. */
  static fromDraft(to: Destination, draft: Draft, onChange: () => void): OrderOnItsWay {
    return new OrderOnItsWay(to, draft, onChange);
  }

  /** Where it is. */
  get state(): OrderState {
    const state = this.#sender?.state;
    return !state || state.phase === 'editing' || state.phase === 'reviewing' ? waiting : state;
  }

  /** The order as it was last sent, or is to be. */
  get draft(): Draft {
    return this.#draft;
  }

  /** Its record on the device; undefined while it has none. */
  get recordId(): string | undefined {
    return this.#keeper?.id;
  }

  /** Keys of the lines that the portal's order has: fewer than the draft has where that was mended since. */
  get sentKeys(): readonly string[] {
    const {state} = this;
    if (state.phase !== 'saved') return [];
    return (state.sent.isOutdated ? this.#sentKeys : undefined) ?? this.#lineKeys;
  }

  /** What the portal has refused, at the fields of the lines. */
  get problems(): readonly DraftProblem[] {
    const {state} = this;
    return state.phase === 'failed' && state.outcome === 'refused'
      ? fromPortal(state.error.problems, this.#lineKeys)
      : [];
  }

  /** Goes on with what was begun of the same order. */
  async takeUp(record: OpenRecord): Promise<void> {
    const keeper = this.#newKeeper();
    await keeper.open(this.#to.owner, record.draft.separators, {id: record.id});
    const sender = this.#newSender(keeper);
    if (isSent(record)) {
      const isOutdated = !isSameOrder(toOrder(record.draft), toOrder(this.#draft));
      // Another file may have said the same in lines of other keys.
      this.#lineKeys = toOrder(isOutdated ? record.draft : this.#draft).lineKeys;
      sender.show({document: record.document, number: record.number, isOutdated});
      await this.#forget(keeper);
    } else if (keeper.submission) {
      sender.showUnsettled(keeper.submission);
    }
  }

  /** Sends it, with the key of the try before where it is not known what became of that. */
  async send(draft: Draft): Promise<void> {
    const {portal, type} = this.#to;
    const {keeper, sender} = this.#begin(draft);
    const order = toOrder(draft);
    const pending = keeper.submission;
    this.#draft = draft;
    this.#lineKeys = order.lineKeys;
    this.#sentKeys = pending?.lineKeys;
    await sender.send(portal, type, order, pending);
    await this.#tidyUp(keeper, sender);
  }

  /** Stops waiting for the portal's answer; what became of the order is not known then. */
  stopWaiting(): void {
    this.#sender?.stopWaiting();
  }

  /** The user has looked for the order at the portal and found it. */
  async hasArrived(): Promise<void> {
    const [state, sender, keeper] = [this.#sender?.state, this.#sender, this.#keeper];
    if (!sender || !keeper || state?.phase !== 'failed') return;
    await sender.hasArrived(state.submission, toOrder(this.#draft));
    await this.#forget(keeper);
  }

  /** The user has looked for the order at the portal and did not find it: it waits, and the next try is a new one. */
  async hasNotArrived(): Promise<void> {
    const [state, sender, keeper] = [this.#sender?.state, this.#sender, this.#keeper];
    if (!sender || !keeper || state?.phase !== 'failed') return;
    await sender.hasNotArrived(state.submission, {phase: 'editing'});
    await this.#leave(keeper);
  }

  #begin(draft: Draft): {keeper: DraftKeeper; sender: Sender} {
    const [keeper, sender] = [this.#keeper, this.#sender];
    if (keeper && sender) {
      if (draft !== this.#draft) keeper.adopt(draft);
      return {keeper, sender};
    }
    const fresh = this.#newKeeper();
    fresh.startNew(this.#to.owner, draft);
    return {keeper: fresh, sender: this.#newSender(fresh)};
  }

  #newKeeper(): DraftKeeper {
    const listener = {onKept: () => undefined, onChange: this.#onChange};
    return (this.#keeper = new DraftKeeper(this.#to.store, this.#draft.separators, listener));
  }

  #newSender(keeper: DraftKeeper): Sender {
    return (this.#sender = new Sender(new SubmissionRecord(keeper), this.#onChange));
  }

  /** Keeps on the device what is needed to find out what became of the order, and no more. */
  async #tidyUp(keeper: DraftKeeper, {state}: Sender): Promise<void> {
    if (state.phase === 'saved') await this.#forget(keeper);
    else if (state.phase === 'failed' && state.outcome !== 'unknown') await this.#leave(keeper);
  }

  /** It has arrived, and that is known wherever it could be sent again from. */
  async #forget(keeper: DraftKeeper): Promise<void> {
    if ((await this.#to.mayForget?.()) !== false) await keeper.markDone();
  }

  /** Nothing was made of it: it is where it came from, and its record would be the same order once more. */
  async #leave(keeper: DraftKeeper): Promise<void> {
    // Before the device answers: a new try has a record of its own.
    this.#keeper = undefined;
    await keeper.discard();
  }
}
