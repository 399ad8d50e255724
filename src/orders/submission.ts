import type {PortalConnection} from '../portal/connection.ts';
import {create} from '../portal/documents.ts';
import type {Document} from '../portal/contract/documents.ts';
import {PortalError} from '../portal/errors.ts';
import type {Wait} from '../portal/http.ts';
import type {Submission} from './draft-store.ts';
import type {Order} from './draft.ts';
import {newUuid} from './uuid.ts';

/**
 * How sending ended. `refused`: the portal has seen the order and did not take it. `not-sent`: it never got that far.
 * `unknown`: there may be an order or not; only the same key and body can tell.
 */
export type Outcome =
  | {readonly kind: 'created'; readonly document: Document}
  | {readonly kind: 'refused' | 'not-sent' | 'unknown'; readonly error: PortalError};

/** Where an order is on its way to the portal. */
export type SendState =
  | {readonly phase: 'editing'}
  | {readonly phase: 'reviewing'; readonly order: Order}
  | {
      readonly phase: 'submitting';
      readonly key: string;
      readonly order: Order;
      /** `settling`: an earlier try of the order is cleared up first. `resumed`: one that a former visit left behind. */
      readonly why: 'sending' | 'settling' | 'resumed';
      readonly wait?: Wait | undefined;
    }
  | {
      readonly phase: 'saved';
      readonly document: Document;
      /** What was sent is older than what the draft says now. */
      readonly isOutdated: boolean;
    }
  | {
      readonly phase: 'failed';
      readonly error: PortalError;
      readonly outcome: 'refused' | 'not-sent' | 'unknown';
      readonly submission: Submission;
    };

/** Remembers what must not be forgotten about a submission while it is under way. */
export interface SubmissionKeeper {
  /**
   * Keeps the submission before anything is sent. Resolves with the one that counts: another tab's where that was first, or
   * the document where that has ended.
   */
  begin(submission: Submission): Promise<Submission | Document>;
  /** Keeps how it ended; an unknown outcome keeps the submission. */
  end(submission: Submission, outcome: Outcome): Promise<void>;
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

  /** An order that was sent elsewhere: by another tab, or by this one before it was left. */
  show(document: Document): void {
    this.#set({phase: 'saved', document, isOutdated: false});
  }

  /** Shows that an earlier sending of the order ended without an answer. */
  showUnsettled(submission: Submission): void {
    this.#set({phase: 'failed', error: new PortalError('aborted'), outcome: 'unknown', submission});
  }

  /** Sends an order. `pending` is an earlier submission whose outcome is unknown: it is settled first. */
  async send(
    portal: PortalConnection,
    type: string,
    order: Order,
    pending: Submission | undefined,
  ): Promise<void> {
    if (this.#state.phase === 'submitting') return;
    if (pending && !isSameOrder(pending, order)) {
      const outcome = await this.#deliver(portal, type, pending, 'settling');
      if (outcome.kind !== 'refused' || outcome.error.kind === 'key-reused') {
        this.#finish(pending, outcome, true);
        return;
      }
      pending = undefined;
    }
    await this.#run(portal, type, pending ?? newSubmission(order), order, pending ? 'settling' : 'sending');
  }

  /** Clears up an order that was being sent when the page was left. */
  async resume(
    portal: PortalConnection,
    type: string,
    submission: Submission,
    current: Order,
  ): Promise<void> {
    if (this.#state.phase === 'submitting') return;
    await this.#run(portal, type, submission, current, 'resumed');
  }

  /** Stops waiting for an answer. What the portal does with what it has got, it does. */
  stopWaiting(): void {
    this.#abort?.abort();
  }

  async #run(
    portal: PortalConnection,
    type: string,
    submission: Submission,
    current: Order,
    why: 'sending' | 'settling' | 'resumed',
  ): Promise<void> {
    // Before the first await: the second click of a double click must find it.
    this.#set({phase: 'submitting', key: submission.key, order: submission, why});
    const counting = await this.#keeper.begin(submission);
    if ('allowedActions' in counting) {
      this.show(counting);
      return;
    }
    const isOurs = counting.key === submission.key;
    const outcome = await this.#deliver(portal, type, counting, isOurs ? why : 'settling');
    this.#finish(counting, outcome, !isSameOrder(counting, current));
  }

  async #deliver(
    portal: PortalConnection,
    type: string,
    submission: Submission,
    why: 'sending' | 'settling' | 'resumed',
  ): Promise<Outcome> {
    const submitting: SendState = {phase: 'submitting', key: submission.key, order: submission, why};
    this.#set(submitting);
    this.#abort = new AbortController();
    const outcome = await deliver(portal, type, submission, {
      isFirstTry: why === 'sending',
      signal: this.#abort.signal,
      onWait: (wait) => this.#set({...submitting, wait}),
    });
    this.#abort = undefined;
    await this.#keeper.end(submission, outcome);
    return outcome;
  }

  #finish(submission: Submission, outcome: Outcome, isOutdated: boolean): void {
    this.#set(
      outcome.kind === 'created'
        ? {phase: 'saved', document: outcome.document, isOutdated}
        : {phase: 'failed', error: outcome.error, outcome: outcome.kind, submission},
    );
  }

  #set(state: SendState): void {
    this.#state = state;
    this.#onChange();
  }
}

interface DeliverOptions {
  /** False where an earlier try may have reached the portal. */
  isFirstTry: boolean;
  signal?: AbortSignal;
  onWait?: (wait: Wait) => void;
}

/** Sends a submission and says how it ended; never rejects. */
export async function deliver(
  portal: PortalConnection,
  type: string,
  submission: Submission,
  {isFirstTry, signal, onWait}: DeliverOptions,
): Promise<Outcome> {
  let mayHaveArrived = !isFirstTry;
  try {
    const document = await create(portal, type, submission.body, {
      idempotencyKey: submission.key,
      signal,
      onWait: (wait) => {
        mayHaveArrived = true;
        onWait?.(wait);
      },
    });
    return {kind: 'created', document};
  } catch (thrown) {
    const error = PortalError.from(thrown);
    return {kind: outcomeOf(error, mayHaveArrived), error};
  }
}

/**
 * A portal that knows a key answers with what it has made of it; so one that objects to the content under that key has made
 * nothing. Of any other refusal this is certain only for the first try.
 */
function outcomeOf({kind, status}: PortalError, mayHaveArrived: boolean): 'refused' | 'not-sent' | 'unknown' {
  if (kind === 'key-reused' || (kind === 'invalid' && status === 422)) return 'refused';
  if (mayHaveArrived) return 'unknown';
  if (kind === 'signed-out' || kind === 'token' || status === 429) return 'not-sent';
  const isRefusal =
    kind === 'invalid' || kind === 'forbidden' || kind === 'not-found' || kind === 'gone' || kind === 'stale';
  return isRefusal || (kind === 'failed' && status !== undefined) ? 'refused' : 'unknown';
}
