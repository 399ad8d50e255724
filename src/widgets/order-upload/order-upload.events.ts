import type {DraftInput} from '../../portal/contract/orders.ts';

/**
 * The user wants to go on with rows of a file as one order, in an editor. Cancelable: a host that prevents the default opens it
 * itself, by `PurchaseOrderEditor.write()` for example.
 */
export class OrderEditEvent extends Event {
  static readonly type = 'order-edit';
  /** The order as far as the file tells it. */
  readonly draft: DraftInput;

  constructor(draft: DraftInput) {
    super(OrderEditEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.draft = draft;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'order-edit': OrderEditEvent;
  }
}
