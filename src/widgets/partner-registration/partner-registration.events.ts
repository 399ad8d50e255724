/** An invitation was accepted: its membership is there. */
export class InvitationAcceptedEvent extends Event {
  static readonly type = 'invitation-accepted';
  /** Id of the new membership. */
  readonly membershipId: string;
  /** Where to go next, absolute: of the page's own origin or the portal's. Undefined where the portal names no such address. */
  readonly next: string | undefined;

  constructor({membershipId, next}: {membershipId: string; next?: string | undefined}) {
    super(InvitationAcceptedEvent.type, {bubbles: true, composed: true});
    this.membershipId = membershipId;
    this.next = next;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'invitation-accepted': InvitationAcceptedEvent;
  }
}
