import type {ReactiveController} from 'lit';
import {deviceDrafts} from '../../orders/draft-store.ts';
import {changeHeader, toDraftInput, type Draft} from '../../orders/draft.ts';
import {checkOrders, type OrderCheck} from '../../orders/upload/check-orders.ts';
import {OrdersSender, type OrderState} from '../../orders/upload/send-orders.ts';
import {problemsAtRows, type RowOrder} from '../../orders/upload/row-orders.ts';
import type {UploadSheet} from '../../orders/upload/upload-sheet.ts';
import type {DraftProblem} from '../../orders/problems.ts';
import {company} from '../../portal/company.ts';
import type {Address} from '../../portal/contract/partners.ts';
import {PortalError} from '../../portal/errors.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {OrderCreatedEvent, OrderSubmitEvent} from '../purchase-order-editor/purchase-order-editor.events.ts';
import {ownerOf, type UploadContext} from './upload-context.ts';

/** One of the orders of a file. */
export interface BatchOrder extends RowOrder {
  /** Rows of the same reference that are not ready, and are not sent with it. */
  readonly missing: number;
}

/** Where an order of a batch is. `handed-over`: the page has taken it. */
export type BatchState = OrderState | {readonly phase: 'handed-over'};

const nothingSaid: readonly string[] = [];
const handedOver: BatchState = {phase: 'handed-over'};

/** What the orders need of the rows that they are made of. */
interface OrdersBatchOptions {
  readonly context: () => UploadContext;
  /** Is asked before each order. */
  readonly mayBegin: () => Promise<boolean>;
  /** Is asked of each order that has arrived, when its rows are done: whether that is known to whoever has them. */
  readonly mayForget: () => Promise<boolean>;
  /** Rows have become an order, of that number where the portal has told one. */
  readonly onTaken: (number: string | undefined) => void;
  /** Nothing is on its way any more. */
  readonly onEnded: () => void;
}

/** The orders that the ready rows of a file are: looked at, picked, checked by the portal and sent. */
export class OrdersBatch implements ReactiveController {
  readonly orders: readonly BatchOrder[];
  readonly #host: PortalElement;
  readonly #sheet: UploadSheet;
  readonly #context: () => UploadContext;
  readonly #sender: OrdersSender;
  readonly #abort = new AbortController();
  #checking = new AbortController();
  readonly #checks = new Map<string, OrderCheck>();
  readonly #handedOver = new Set<string>();
  readonly #announced = new Set<string>();
  readonly #said = new Map<string, readonly string[]>();
  readonly #mayBegin: () => Promise<boolean>;
  readonly #onTaken: (number: string | undefined) => void;
  readonly #onEnded: () => void;
  #picked: ReadonlySet<string>;
  #isChecking = false;
  #isBeginning = false;
  #addresses: readonly Address[] | undefined;
  #shipToId: string | undefined;

  constructor(
    host: PortalElement,
    sheet: UploadSheet,
    {context, mayBegin, mayForget, onTaken, onEnded}: OrdersBatchOptions,
  ) {
    this.#mayBegin = mayBegin;
    this.#onTaken = onTaken;
    this.#onEnded = onEnded;
    this.#host = host;
    this.#sheet = sheet;
    this.#context = context;
    const missing = sheet.missing();
    this.orders = sheet.orders().map((order) => ({...order, missing: missing.get(order.reference) ?? 0}));
    // A part of an order is sent only where somebody says so.
    this.#picked = new Set(this.orders.filter(({missing}) => missing === 0).map(({id}) => id));
    const {member, type} = context();
    const {portal} = member;
    const to = {portal, type, owner: ownerOf(context()), store: deviceDrafts, mayBegin, mayForget};
    this.#sender = new OrdersSender(to, () => this.#onChange());
    host.addController(this);
    void this.#learnAddresses().then(() => this.#check());
  }

  /** Ends what asks the portal on the host's behalf; an order that is on its way goes on. */
  dispose(): void {
    this.#abort.abort();
    this.#host.removeController(this);
  }

  hostDisconnected(): void {
    // A move in the page disconnects and connects in one go.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#abort.abort();
    });
  }

  /** The company's delivery addresses; empty where there is nothing to choose. */
  get addresses(): readonly Address[] {
    return this.#addresses ?? [];
  }

  get shipToId(): string | undefined {
    return this.#shipToId;
  }

  get isChecking(): boolean {
    return this.#isChecking;
  }

  get isSending(): boolean {
    return this.#sender.isSending;
  }

  /** Why sending has ended before all were begun. */
  get halted(): PortalError | undefined {
    const isCut = this.due.some(({id}) => this.stateOf(id).phase === 'waiting');
    return isCut ? this.#sender.halted : undefined;
  }

  /** Orders that are picked and neither sent nor given away. */
  get due(): readonly BatchOrder[] {
    const isStuck = (state: BatchState) => state.phase === 'failed' && state.isStuck;
    return this.orders.filter(
      ({id}) => this.#picked.has(id) && !this.isEnded(id) && !isStuck(this.stateOf(id)),
    );
  }

  /** Orders that were sent, or given to the page. */
  get done(): readonly BatchOrder[] {
    return this.orders.filter(({id}) => this.isEnded(id));
  }

  /** Whether anything was tried already. */
  get isBegun(): boolean {
    return this.orders.some(({id}) => this.stateOf(id).phase !== 'waiting');
  }

  /** Whether it is not known of an order whether it has arrived: its rows are to become no other one. */
  get hasUnsettled(): boolean {
    return this.orders.some(({id}) => {
      const state = this.stateOf(id);
      return state.phase === 'submitting' || (state.phase === 'failed' && state.outcome === 'unknown');
    });
  }

  /** How many rows of an order that was sent are not in it: they were mended or added since its first try. */
  leftOf({id, rows}: BatchOrder): number {
    const sent = this.#sender.results.find((result) => result.id === id);
    return sent ? rows.filter(({key}) => !sent.lineKeys.includes(key)).length : 0;
  }

  /** What the portal has said of an order and not of its rows. */
  saidOf(id: string): readonly string[] {
    return this.#said.get(id) ?? nothingSaid;
  }

  isPicked(id: string): boolean {
    return this.#picked.has(id);
  }

  isEnded(id: string): boolean {
    const {phase} = this.stateOf(id);
    return phase === 'saved' || phase === 'handed-over';
  }

  checkOf(id: string): OrderCheck | undefined {
    return this.#checks.get(id);
  }

  stateOf(id: string): BatchState {
    return this.#handedOver.has(id) ? handedOver : this.#sender.stateOf(id);
  }

  pick(id: string, isPicked: boolean): void {
    const picked = new Set(this.#picked);
    if (isPicked) picked.add(id);
    else picked.delete(id);
    this.#picked = picked;
    this.#host.requestUpdate();
  }

  shipTo(id: string | undefined): void {
    this.#shipToId = id;
    // Prices and dates may be others there.
    this.#checks.clear();
    void this.#check();
    this.#host.requestUpdate();
  }

  /** Sends what is picked and not sent yet; what has failed is tried again, each with the key that it has to have. */
  async send(): Promise<void> {
    if (this.isSending || this.#isBeginning) return;
    // Before the first await: the second click of a double click finds it.
    this.#isBeginning = true;
    try {
      if (!(await this.#mayBegin())) return;
      const due = this.due.map(({id, draft}) => ({id, draft: this.#addressed(draft)}));
      const open = due.filter(({id, draft}) => !this.#givesAway(id, draft));
      await this.#sender.send(open);
    } finally {
      this.#isBeginning = false;
      this.#settle();
    }
  }

  /** Tries one order again. */
  async retry(id: string): Promise<void> {
    await this.#sender.retry(id);
    this.#settle();
  }

  /** Begins no more orders. */
  async stop(): Promise<void> {
    await this.#sender.stop();
  }

  async hasArrived(id: string): Promise<void> {
    await this.#sender.hasArrived(id);
    this.#settle();
  }

  async hasNotArrived(id: string): Promise<void> {
    await this.#sender.hasNotArrived(id);
  }

  /** A page that takes orders over itself gets each of them, once. */
  #givesAway(id: string, draft: Draft): boolean {
    if (this.#sender.stateOf(id).phase !== 'waiting') return false;
    if (this.#host.dispatchEvent(new OrderSubmitEvent(toDraftInput(draft)))) return false;
    this.#handedOver.add(id);
    this.#take(id);
    return true;
  }

  #addressed(draft: Draft): Draft {
    return this.#shipToId === undefined ? draft : changeHeader(draft, {shipToId: this.#shipToId});
  }

  #onChange(): void {
    this.#announce();
    this.#host.requestUpdate();
  }

  /** What was sent is told, and its rows are done, as soon as that is known. */
  #announce(): void {
    for (const {id, document} of this.#sender.results) {
      if (this.#announced.has(id)) continue;
      this.#announced.add(id);
      this.#take(id);
      if (document) this.#host.dispatchEvent(new OrderCreatedEvent(document));
    }
  }

  #settle(): void {
    this.#announce();
    for (const {id} of this.orders) this.#object(id, this.#sender.problemsOf(id));
    this.#onEnded();
    this.#host.requestUpdate();
  }

  #take(id: string): void {
    const order = this.orders.find((each) => each.id === id);
    const sent = this.#sender.results.find((each) => each.id === id);
    const keys = order?.rows.map(({key}) => key) ?? [];
    const {document} = sent ?? {};
    this.#sheet.take(sent ? keys.filter((key) => sent.lineKeys.includes(key)) : keys, {
      kind: 'sent',
      ...(document && {document: {id: document.id, number: document.number ?? undefined}}),
    });
    this.#onTaken(document?.number ?? undefined);
  }

  /** What the portal has refused is said at its rows, and of the order what concerns none of them. */
  #object(id: string, problems: readonly DraftProblem[]): void {
    const order = this.orders.find((each) => each.id === id);
    if (!order || problems.length === 0) return;
    const {atRows, others} = problemsAtRows(order, problems);
    this.#sheet.object(atRows);
    this.#said.set(id, [...new Set(others.flatMap(({detail}) => detail ?? []))]);
  }

  async #check(): Promise<void> {
    this.#isChecking = true;
    const {member, type} = this.#context();
    this.#checking.abort();
    const {signal} = (this.#checking = new AbortController());
    const orders = this.orders.map(({id, draft}) => ({id, draft: this.#addressed(draft)}));
    try {
      await checkOrders(member.portal, type, orders, {
        signal: AbortSignal.any([signal, this.#abort.signal]),
        onProgress: (_, id, check) => {
          this.#learn(id, check);
        },
      });
    } catch {
      // It was given up: the orders can be sent without.
    } finally {
      if (!signal.aborted) this.#isChecking = false;
      this.#host.requestUpdate();
    }
  }

  /** What the portal would refuse is not sent: it is mended in its rows first. */
  #learn(id: string, check: OrderCheck): void {
    this.#checks.set(id, check);
    if (check.status === 'checked' && check.errors.length > 0 && this.stateOf(id).phase === 'waiting') {
      this.pick(id, false);
      this.#object(id, check.errors);
    }
    this.#host.requestUpdate();
  }

  async #learnAddresses(): Promise<void> {
    const {member} = this.#context();
    if (!member.capabilities.company.includes('read')) return;
    try {
      const {deliveryAddresses} = await company(member.portal, {signal: this.#abort.signal});
      this.#addresses = deliveryAddresses.filter(({id}) => id !== undefined);
      this.#shipToId ??= this.#addresses[0]?.id;
    } catch (thrown) {
      const error = PortalError.from(thrown);
      // Without it the portal takes its own default.
      if (error.kind !== 'aborted') this.#host.announceError(error);
    }
  }
}
