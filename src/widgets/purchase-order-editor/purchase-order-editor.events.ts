import type {Document} from '../../portal/contract/documents.ts';
import type {DraftInput} from '../../portal/contract/orders.ts';

/** The user sends an order. Cancelable: a host that prevents the default sends it itself, or not at all. */
export class OrderSubmitEvent extends Event {
  static readonly type = 'order-submit';
  /** The order as it will be sent. */
  readonly draft: DraftInput;

  constructor(draft: DraftInput) {
    super(OrderSubmitEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.draft = draft;
  }
}

/** The portal has made an order. */
export class OrderCreatedEvent extends Event {
  static readonly type = 'order-created';
  /** The order as the portal answered it. */
  readonly document: Document;

  constructor(document: Document) {
    super(OrderCreatedEvent.type, {bubbles: true, composed: true});
    this.document = document;
  }
}

/** An unfinished order was kept on the device for the first time, or saved to the portal. */
export class DraftSavedEvent extends Event {
  static readonly type = 'draft-saved';
  /** Names the draft where it was kept. */
  readonly draftId: string;
  /** On this device, or as a draft at the portal. */
  readonly where: 'device' | 'portal';

  constructor(draftId: string, where: 'device' | 'portal') {
    super(DraftSavedEvent.type, {bubbles: true, composed: true});
    this.draftId = draftId;
    this.where = where;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'order-submit': OrderSubmitEvent;
    'order-created': OrderCreatedEvent;
    'draft-saved': DraftSavedEvent;
  }
}
