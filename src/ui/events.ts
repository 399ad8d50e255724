import type {PortalError} from '../portal/errors.ts';

/** Something could not be read from, or written to, the portal. The element shows it too. */
export class PortalErrorEvent extends Event {
  static readonly type = 'portal-error';
  /** What happened. */
  readonly error: PortalError;

  constructor(error: PortalError) {
    super(PortalErrorEvent.type, {bubbles: true, composed: true});
    this.error = error;
  }
}

/** The session is over: the portal refuses the token, also a fresh one. The element offers to try again. */
export class SessionExpiredEvent extends Event {
  static readonly type = 'session-expired';

  constructor() {
    super(SessionExpiredEvent.type, {bubbles: true, composed: true});
  }
}

/** What a list is to be narrowed down to. What is undefined is not narrowed. */
export interface DocumentFilter {
  /** Only documents that are posted, or only those that are not. */
  readonly posted?: boolean;
  /** How much has been paid, as the portal names it: `overdue`; `unpaid` is whatever something is still owed of. */
  readonly payment?: string;
  /** Where the documents are in their life, as the portal names it: `released`. */
  readonly state?: string;
}

/**
 * The user chose a document, or with a type alone its list. Cancelable: a host that shows it itself prevents the default.
 *
 * The document's type is `documentType`: `type` is the name of every event, and frameworks find their listeners by it.
 */
export class DocumentOpenEvent extends Event {
  static readonly type = 'document-open';
  /** The document's type, as the portal names it. */
  readonly documentType: string;
  /** The document's id; undefined means all documents of the type. */
  readonly id: string | undefined;
  /** The document's number, where it has one. */
  readonly number: string | undefined;
  /** Which of the type's documents are meant where there is no id; undefined means all. */
  readonly filter: DocumentFilter | undefined;

  constructor(document: {
    type: string;
    id?: string | undefined;
    number?: string | undefined;
    filter?: DocumentFilter | undefined;
  }) {
    super(DocumentOpenEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.documentType = document.type;
    this.id = document.id;
    this.number = document.number;
    this.filter = document.filter;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'document-open': DocumentOpenEvent;
    'portal-error': PortalErrorEvent;
    'session-expired': SessionExpiredEvent;
  }
}
