/** The user wants the same document once more, as a draft. Cancelable: a host that writes it itself prevents the default. */
export class DocumentRepeatEvent extends Event {
  static readonly type = 'document-repeat';
  /** The document's type, as the portal names it. */
  readonly documentType: string;
  /** The document's id. */
  readonly id: string;

  constructor(document: {type: string; id: string}) {
    super(DocumentRepeatEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.documentType = document.type;
    this.id = document.id;
  }
}

/** The user wants to go on writing a draft. Cancelable: a host that opens it itself prevents the default. */
export class DocumentEditEvent extends Event {
  static readonly type = 'document-edit';
  /** The draft's type, as the portal names it. */
  readonly documentType: string;
  /** The draft's id. */
  readonly id: string;

  constructor(document: {type: string; id: string}) {
    super(DocumentEditEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.documentType = document.type;
    this.id = document.id;
  }
}

/** A draft was discarded at the portal. */
export class DocumentDiscardedEvent extends Event {
  static readonly type = 'document-discarded';
  /** The draft's type, as the portal names it. */
  readonly documentType: string;
  /** The id that the draft had. */
  readonly id: string;

  constructor(document: {type: string; id: string}) {
    super(DocumentDiscardedEvent.type, {bubbles: true, composed: true});
    this.documentType = document.type;
    this.id = document.id;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'document-repeat': DocumentRepeatEvent;
    'document-edit': DocumentEditEvent;
    'document-discarded': DocumentDiscardedEvent;
  }
}
