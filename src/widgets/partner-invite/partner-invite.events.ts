import type {Invitation} from '../../portal/contract/index.ts';

/** Somebody has been invited. There is one event for each invitation. */
export class PartnerInvitedEvent extends Event {
  static readonly type = 'partner-invited';
  /** The invitation as the portal has made it. */
  readonly invitation: Invitation;

  constructor(invitation: Invitation) {
    super(PartnerInvitedEvent.type, {bubbles: true, composed: true});
    this.invitation = invitation;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'partner-invited': PartnerInvitedEvent;
  }
}
