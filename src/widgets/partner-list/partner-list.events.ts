import type {Invitation} from '../../portal/contract/index.ts';

/** An invitation was sent again, or revoked: `invitation` is as it is now. A fact: not cancelable. */
export class InvitationChangedEvent extends Event {
  static readonly type = 'invitation-changed';
  /** The invitation as it is now. */
  readonly invitation: Invitation;

  constructor(invitation: Invitation) {
    super(InvitationChangedEvent.type, {bubbles: true, composed: true});
    this.invitation = invitation;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'invitation-changed': InvitationChangedEvent;
  }
}
