import type {Document} from '../../portal/contract/documents.ts';
import {PortalError} from '../../portal/errors.ts';
import {isUnderWay, type OpenRecord} from '../draft-store.ts';
import {toOrder, type Order} from '../draft.ts';
import {inLanes} from '../../portal/lanes.ts';
import type {DraftProblem} from '../problems.ts';
import {isSameOrder} from '../submission.ts';
import {isCommon} from './common-errors.ts';
import {OrderOnItsWay, waiting, type Destination, type OrderState, type UploadOrder} from './upload-order.ts';

export type {Destination, OrderState, UploadOrder};

/** An order that was sent. */
export interface OrderResult {
  readonly id: string;
  /** Undefined where the portal's answer could not be read. */
  readonly document?: Document | undefined;
  /** Keys of the lines that it has; others of the draft are in no order yet. */
  readonly lineKeys: readonly string[];
}

/**
 * Sends several orders, each once and with a key of its own, two at a time. Each is kept on the device before it is sent, so
 * that a page that is left in the middle makes no second order of it.
 *
 * It belongs to no element. An element that leaves the page takes nothing with it.
 */
export class OrdersSender {
  readonly #to: Destination;
  readonly #onChange: () => void;
  readonly #orders = new Map<string, OrderOnItsWay>();
  /** What is to be sent and was not begun. */
  readonly #due = new Map<string, UploadOrder>();
  #abort = new AbortController();
  #running: Promise<void> | undefined;
  #halted: PortalError | undefined;

  constructor(to: Destination, onChange: () => void) {
    this.#to = to;
    this.#onChange = onChange;
  }

  /** Whether orders are being sent. */
  get isSending(): boolean {
    return this.#running !== undefined;
  }

  /** Why sending has ended before all were begun: what the others would have run into, too. Undefined where it has not. */
  get halted(): PortalError | undefined {
    return this.#halted;
  }

  /** What was sent, in the order in which it was taken up. */
  get results(): readonly OrderResult[] {
    return Array.from(this.#orders).flatMap(([id, {state, sentKeys}]) =>
      state.phase === 'saved' ? [{id, document: state.sent.document, lineKeys: sentKeys}] : [],
    );
  }

  /** Where an order is. */
  stateOf(id: string): OrderState {
    return this.#orders.get(id)?.state ?? waiting;
  }

  /** Whether an order waits for its turn to be sent. */
  isDue(id: string): boolean {
    return this.#due.has(id);
  }

  /** What the portal has refused of an order, at the fields of its lines. */
  problemsOf(id: string): readonly DraftProblem[] {
    return this.#orders.get(id)?.problems ?? [];
  }

  /**
   * Sends what is neither sent nor on its way; resolves when all have ended. An order that failed is tried again: with its key
   * where it is not known what became of it, else as a new one. One that is stuck waits for the user's word.
   */
  async send(orders: readonly UploadOrder[]): Promise<void> {
    for (const order of orders) {
      const state = this.stateOf(order.id);
      const isOpen = state.phase === 'waiting' || (state.phase === 'failed' && !state.isStuck);
      if (isOpen) this.#due.set(order.id, order);
    }
    // Before the first await: the second click of a double click finds it. What comes while sending is being stopped is sent then.
    while (this.#due.size > 0) await (this.#running ??= this.#run());
    await this.#running;
  }

  /** Tries an order again as it was last sent, even one that the portal has refused. */
  async retry(id: string): Promise<void> {
    const draft = this.#orders.get(id)?.draft;
    if (draft) await this.send([{id, draft}]);
  }

  /** Tries all again that have failed, but for those that are stuck or that the portal has refused. */
  async retryFailed(): Promise<void> {
    const failed = Array.from(this.#orders).filter(
      ([, {state}]) => state.phase === 'failed' && state.outcome !== 'refused',
    );
    await this.send(failed.map(([id, {draft}]) => ({id, draft})));
  }

  /** Begins no more orders: they wait. Resolves when those under way have ended. */
  async stop(): Promise<void> {
    this.#endEarly();
    await this.#running;
  }

  /** As `stop`, and waits for no answer any more: what became of the orders under way is not known then. */
  async stopWaiting(): Promise<void> {
    this.#endEarly();
    for (const order of this.#orders.values()) order.stopWaiting();
    await this.#running;
  }

  /** The user has looked for an order at the portal and found it. */
  async hasArrived(id: string): Promise<void> {
    await this.#orders.get(id)?.hasArrived();
  }

  /** The user has looked for an order at the portal and did not find it: it waits, and the next try is a new one. */
  async hasNotArrived(id: string): Promise<void> {
    await this.#orders.get(id)?.hasNotArrived();
  }

  async #run(): Promise<void> {
    if (this.#halted?.kind === 'signed-out') this.#to.portal.forget();
    this.#halted = undefined;
    this.#abort = new AbortController();
    const {signal} = this.#abort;
    try {
      await this.#takeUp();
      // What is sent meanwhile has its turn after the others.
      while (this.#due.size > 0 && !signal.aborted) {
        await inLanes([...this.#due.values()], (order) => this.#sendOne(order), {signal});
      }
    } finally {
      this.#running = undefined;
      this.#onChange();
    }
  }

  async #sendOne({id, draft}: UploadOrder): Promise<void> {
    if (navigator.onLine === false) {
      this.#halt(new PortalError('offline'));
      return;
    }
    const {signal} = this.#abort;
    if ((await this.#to.mayBegin?.()) === false) this.#endEarly();
    if (signal.aborted) return;
    this.#due.delete(id);
    const order = this.#orders.get(id) ?? OrderOnItsWay.fromDraft(this.#to, draft, this.#onChange);
    this.#orders.set(id, order);
    await order.send(draft);
    const {state} = order;
    if (state.phase === 'failed' && isCommon(state.error)) this.#halt(state.error);
  }

  #halt(error: PortalError): void {
    this.#halted ??= error;
    this.#endEarly();
  }

  #endEarly(): void {
    this.#due.clear();
    this.#abort.abort();
    this.#onChange();
  }

  /** What was begun of an order before, here or on a former visit, is gone on with: it would become a second one. */
  async #takeUp(): Promise<void> {
    const ours = new Set(Array.from(this.#orders.values(), ({recordId}) => recordId));
    const left = (await leftBehind(this.#to)).filter(({id}) => !ours.has(id));
    for (const {id, draft} of this.#due.values()) {
      if (left.length === 0) return;
      if (this.#orders.has(id)) continue;
      const order = toOrder(draft);
      const index = left.findIndex((record) => isOf(record, order));
      const [record] = index < 0 ? [] : left.splice(index, 1);
      if (!record) continue;
      const known = OrderOnItsWay.fromDraft(this.#to, draft, this.#onChange);
      // Before it is taken up: what has arrived is told of at once.
      this.#orders.set(id, known);
      await known.takeUp(record);
      if (known.state.phase === 'saved') this.#due.delete(id);
    }
  }
}

/** Uploaded orders of an owner on the device of which it is not known whether they have arrived, or that nobody was shown. */
export async function leftBehind({
  store,
  owner,
}: Pick<Destination, 'store' | 'owner'>): Promise<OpenRecord[]> {
  const records: OpenRecord[] = [];
  for (const {id, isUnderWay: isLeft} of await store.list(owner)) {
    const record = isLeft ? await store.read(id) : undefined;
    if (record && isUnderWay(record) && record.draft.origin?.kind === 'upload') records.push(record);
  }
  return records;
}

/** Whether a record is of the order: it says the same, or has lines of it as they were before they were mended. */
function isOf(record: OpenRecord, order: Order): boolean {
  const begun = record.submission ?? toOrder(record.draft);
  const lineKeys = new Set(begun.lineKeys);
  return isSameOrder(begun, order) || order.lineKeys.some((key) => lineKeys.has(key));
}
