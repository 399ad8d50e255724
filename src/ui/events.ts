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

declare global {
  interface GlobalEventHandlersEventMap {
    'portal-error': PortalErrorEvent;
    'session-expired': SessionExpiredEvent;
  }
}
