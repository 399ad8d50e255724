import type {ReactiveController} from 'lit';
import type {Order} from '../../orders/draft.ts';
import {EarlierOrders} from '../../orders/earlier-orders.ts';
import {localToday} from '../../orders/dates.ts';
import {unusualIn, type Precedents, type Unusual} from '../../orders/unusual.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import type {EditorSession} from './editor-session.ts';

/** Looks for what is unusual about the order in review. What it has to ask for comes late, or not at all, and holds nothing up. */
export class SecondLook implements ReactiveController {
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  #earlier: EarlierOrders | undefined;
  #asked: PortalConnection | undefined;
  #order: Order | undefined;
  #found: readonly Unusual[] = [];

  constructor(host: PortalElement, session: EditorSession) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  /** What was found so far. */
  get found(): readonly Unusual[] {
    return this.#found;
  }

  /** Looks at an order, once. */
  look(order: Order | undefined): void {
    if (order === this.#order) return;
    this.#order = order;
    this.#found = [];
    if (!order) return;
    const {draft, type, portal} = this.#session;
    const lines = new Map(draft.lines.map((line) => [line.key, line]));
    let known: Precedents = {today: localToday(), latest: [], sameReference: []};
    const learn = (more: Partial<Precedents>): void => {
      known = {...known, ...more};
      if (order !== this.#order) return;
      this.#found = unusualIn(order, (key) => lines.get(key)?.item, known);
      this.#host.requestUpdate();
    };
    learn({});
    if (!portal) return;
    if (!this.#earlier || this.#asked !== portal) this.#earlier = new EarlierOrders(portal, type);
    this.#asked = portal;
    const {lines: inputs, externalReference = ''} = order.body;
    const own = draft.portalCopy?.documentId;
    const isOne = inputs.every(({itemNumber}) => itemNumber === inputs[0]?.itemNumber);
    void this.#earlier
      .latest(isOne ? inputs[0]?.itemNumber : undefined, own)
      .then((latest) => learn({latest}));
    void this.#earlier.withReference(externalReference, own).then((sameReference) => learn({sameReference}));
  }

  /** An order was made: what is known of the earlier ones is not all any more. */
  forget(): void {
    this.#earlier?.abort();
    this.#earlier = undefined;
  }

  hostDisconnected(): void {
    // A move in the page disconnects and connects in one go.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.forget();
      this.#order = undefined;
    });
  }
}
