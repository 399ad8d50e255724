import type {PortalConnection} from '../portal/connection.ts';
import {createWithEtag} from '../portal/documents.ts';
import {PortalError} from '../portal/errors.ts';
import {abortable, type CallOptions, type Wait} from '../portal/http.ts';
import type {SentOrder, Submission} from './draft-store.ts';
import type {Order} from './draft.ts';
import {outcomeOf, type DeliverOptions, type Outcome} from './outcome.ts';
import {submitDraft} from './submit-draft.ts';
import {newUuid} from '../portal/uuid.ts';

export type {Outcome};

/**
 * Why an order is under way. `settling`: an earlier try of it is cleared up first. `resumed`: so is one that a former visit
 * left behind. `elsewhere`: so is one that another tab has begun.
 */
export type Reason = 'sending' | 'settling' | 'resumed' | 'elsewhere';

/** Where an order is on its way to the portal. */
export type SendState =
  | {readonly phase: 'editing'}
  | {readonly phase: 'reviewing'; readonly order: Order}
  | {
      readonly phase: 'submitting';
      readonly key: string;
      readonly order: Order;
      readonly why: Reason;
      readonly wait?: Wait | undefined;
    }
  | {
      readonly phase: 'saved';
      readonly sent: SentOrder;
      /** Another tab has sent it. */
      readonly isElsewhere?: boolean | undefined;
      /** Why there is no document, where an answer could not be read. */
      readonly error?: PortalError | undefined;
    }
  | {
      readonly phase: 'failed';
      readonly error: PortalError;
      readonly outcome: 'refused' | 'not-sent' | 'unknown';
      readonly submission: Submission;
      /** Trying again has not told whether the order has arrived, or cannot tell any more: the user may look for himself. */
      readonly isStuck: boolean;
    };

type Ended = Extract<SendState, {phase: 'saved' | 'failed'}>;

/** Remembers what must not be forgotten about a submission while it is under way. */
export interface SubmissionKeeper {
  /**
   * Finds out what became of saving the draft at the portal where that is not known, so that the order becomes of that draft and
   * none is left beside it. Resolves with the order as it is to be sent; rejects with a `PortalError` while it is not known.
   */
  settleSaving?(portal: PortalConnection, type: string, order: Order, options: CallOptions): Promise<Order>;
  /**
   * Keeps the submission before anything is sent. Resolves with the one that counts: another tab's where that was first, or
   * the order where that has ended.
   */
  begin(submission: Submission): Promise<Submission | SentOrder>;
  /**
   * Keeps how it ended; an unknown outcome keeps the submission. `isOutdated`: the draft has changed since. Resolves with the
   * order where another tab has found out meanwhile that there is one.
   */
  end(submission: Submission, outcome: Outcome, isOutdated?: boolean): Promise<SentOrder | undefined>;
}

/** How long a try can be repeated, in milliseconds: portals forget the keys of orders after a day. */
const MEMORY = 12 * 60 * 60 * 1000;

/** Whether the portal may have forgotten a submission's key, so that trying again could make a second order. */
export function isForgotten({startedAt, portalDraft}: Submission, now = Date.now()): boolean {
  // What became of a draft at the portal can be looked up at any time.
  if (portalDraft) return false;
  // A start that lies ahead is as doubtful as one long ago: the clock was set back.
  return !(Math.abs(now - startedAt) < MEMORY);
}

/** A new submission of an order, with a key of its own. */
export function newSubmission(order: Order, now = Date.now()): Submission {
  return {...order, key: newUuid(), startedAt: now};
}

/** Whether two orders would be sent as the same text. */
export function isSameOrder(a: Order, b: Order): boolean {
  return JSON.stringify(a.body) === JSON.stringify(b.body);
}

/**
 * Sends orders, each once: the state machine between "Send" and the order's number.
 *
 * It belongs to no element. An element that leaves the page takes nothing with it; how sending ends is kept.
 */
export class Sender {
  readonly #keeper: SubmissionKeeper;
  readonly #onChange: () => void;
  #state: SendState = {phase: 'editing'};
  #abort: AbortController | undefined;

  constructor(keeper: SubmissionKeeper, onChange: () => void) {
    this.#keeper = keeper;
    this.#onChange = onChange;
  }

  /** Where the order is. */
  get state(): SendState {
    return this.#state;
  }

  /** Shows the order for review. Nothing while one is being sent. */
  review(order: Order): void {
    if (this.#state.phase !== 'submitting') this.#set({phase: 'reviewing', order});
  }

  /** Back to writing. Nothing while one is being sent. */
  edit(): void {
    if (this.#state.phase !== 'submitting') this.#set({phase: 'editing'});
  }

  /** Shows an order that was sent before: by another tab, or by this one before it was left. */
  show(sent: SentOrder, isElsewhere = false): void {
    this.#set({phase: 'saved', sent, isElsewhere});
  }

  /** Shows that an earlier sending of the order ended without an answer. */
  showUnsettled(submission: Submission): void {
    this.#set(failed(submission, 'unknown', new PortalError('aborted'), isForgotten(submission)));
  }

  /** Sends an order. `pending` is an earlier submission whose outcome is unknown: it is settled first. */
  async send(
    portal: PortalConnection,
    type: string,
    order: Order,
    pending: Submission | undefined,
  ): Promise<void> {
    if (this.#state.phase === 'submitting') return;
    if (pending) {
      const ended = await this.#try(portal, type, pending, order, 'settling');
      const isFree =
        ended.phase === 'failed' && ended.outcome === 'refused' && ended.error.kind !== 'key-reused';
      if (!isFree || isSameOrder(pending, order)) {
        this.#set(ended);
        return;
      }
    }
    const settled = this.#keeper.settleSaving ? await this.#settleSaving(portal, type, order) : order;
    this.#set(
      'body' in settled ? await this.#try(portal, type, newSubmission(settled), order, 'sending') : settled,
    );
  }

  /** The order as it is to be sent, or how finding that out has failed. */
  async #settleSaving(portal: PortalConnection, type: string, order: Order): Promise<Order | Ended> {
    const submission = newSubmission(order);
    const submitting: SendState = {phase: 'submitting', key: submission.key, order, why: 'sending'};
    this.#set(submitting);
    const {signal} = (this.#abort = new AbortController());
    const onWait = (wait: Wait) => this.#set({...submitting, wait});
    try {
      const settled = await this.#keeper.settleSaving?.(portal, type, order, {signal, onWait});
      if (signal.aborted) throw new PortalError('aborted');
      return settled ?? order;
    } catch (thrown) {
      // Nothing of the order itself was sent.
      return failed(submission, 'not-sent', PortalError.from(thrown), false);
    }
  }

  /** Clears up an order that was being sent when the page was left, or that another tab has begun to send. */
  async resume(
    portal: PortalConnection,
    type: string,
    submission: Submission,
    current: Order,
    why: 'resumed' | 'elsewhere' = 'resumed',
  ): Promise<void> {
    if (this.#state.phase === 'submitting') return;
    this.#set(await this.#try(portal, type, submission, current, why));
  }

  /** Stops waiting for an answer. What the portal does with what it has got, it does. */
  stopWaiting(): void {
    this.#abort?.abort();
  }

  /** The user has looked for the order and found it. `current` is the draft as it is now. */
  async hasArrived(submission: Submission, current: Order): Promise<void> {
    if (this.#state.phase === 'submitting' || this.#state.phase === 'saved') return;
    const isOutdated = !isSameOrder(submission, current);
    // Before the first await: a second click finds nothing to decide.
    this.#set({phase: 'saved', sent: {isOutdated}});
    await this.#keeper.end(submission, {kind: 'created'}, isOutdated);
  }

  /** The user has looked for the order and did not find it: the next try is a new one. */
  async hasNotArrived(
    submission: Submission,
    next: Extract<SendState, {phase: 'editing' | 'reviewing'}>,
  ): Promise<void> {
    if (this.#state.phase === 'submitting' || this.#state.phase === 'saved') return;
    this.#set(next);
    await this.#keeper.end(submission, {kind: 'not-sent', error: new PortalError('not-found')});
  }

  /** Sends a submission, once, and says how that ended. `current` is the order as it is now. */
  async #try(
    portal: PortalConnection,
    type: string,
    submission: Submission,
    current: Order,
    why: Reason,
  ): Promise<Ended> {
    if (isForgotten(submission)) return failed(submission, 'unknown', new PortalError('aborted'), true);
    // Before the first await: the second click of a double click must find it.
    this.#set({phase: 'submitting', key: submission.key, order: submission, why});
    const abort = (this.#abort = new AbortController());
    let counting: Submission | SentOrder;
    try {
      counting = await abortable(this.#keeper.begin(submission), abort.signal);
      if (abort.signal.aborted) throw new PortalError('aborted');
    } catch (thrown) {
      const error = PortalError.from(thrown);
      const kind = why === 'sending' ? 'not-sent' : 'unknown';
      // The device may be what is waited for.
      void this.#keeper.end(submission, {kind, error});
      return failed(submission, kind, error, false);
    }
    if (!('key' in counting)) return {phase: 'saved', sent: counting, isElsewhere: true};
    const reason = counting.key === submission.key ? why : 'elsewhere';
    return this.#deliver(portal, type, counting, current, reason, abort.signal);
  }

  async #deliver(
    portal: PortalConnection,
    type: string,
    submission: Submission,
    current: Order,
    why: Reason,
    signal: AbortSignal,
  ): Promise<Ended> {
    if (isForgotten(submission)) return failed(submission, 'unknown', new PortalError('aborted'), true);
    const submitting: SendState = {phase: 'submitting', key: submission.key, order: submission, why};
    this.#set(submitting);
    const outcome = await deliver(portal, type, submission, {
      isFirstTry: why === 'sending',
      signal,
      onWait: (wait) => this.#set({...submitting, wait}),
    });
    const isOutdated = !isSameOrder(submission, current);
    const known = await this.#keeper.end(submission, outcome, isOutdated);
    if (outcome.kind === 'created') {
      const {document, error} = outcome;
      return {
        phase: 'saved',
        sent: {...known, document, isOutdated},
        isElsewhere: why === 'elsewhere',
        error,
      };
    }
    if (known) return {phase: 'saved', sent: known, isElsewhere: true};
    return failed(
      submission,
      outcome.kind,
      outcome.error,
      outcome.kind === 'unknown' && (why !== 'sending' || isForgotten(submission)),
    );
  }

  #set(state: SendState): void {
    this.#state = state;
    this.#onChange();
  }
}

function failed(
  submission: Submission,
  outcome: 'refused' | 'not-sent' | 'unknown',
  error: PortalError,
  isStuck: boolean,
): Extract<SendState, {phase: 'failed'}> {
  return {phase: 'failed', submission, outcome, error, isStuck};
}

/** Sends a submission and says how it ended; never rejects. */
export async function deliver(
  portal: PortalConnection,
  type: string,
  submission: Submission,
  options: DeliverOptions,
): Promise<Outcome> {
  const {isFirstTry, signal, onWait} = options;
  if (submission.portalDraft && submission.body.submit) {
    return submitDraft(portal, type, submission, submission.portalDraft, options);
  }
  let mayHaveArrived = !isFirstTry;
  try {
    const {document, etag} = await createWithEtag(portal, type, submission.body, {
      idempotencyKey: submission.key,
      signal,
      onWait: (wait) => {
        mayHaveArrived = true;
        onWait?.(wait);
      },
    });
    return {kind: 'created', document, etag};
  } catch (thrown) {
    const error = PortalError.from(thrown);
    // Only a success is held against the contract: there is an order, whatever the portal says of it.
    if (error.kind === 'contract') return {kind: 'created', error};
    return {kind: outcomeOf(error, mayHaveArrived), error};
  }
}
