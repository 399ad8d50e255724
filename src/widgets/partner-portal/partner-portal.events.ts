/** The user acts for another company, or in another role, from now on. */
export class MembershipChangedEvent extends Event {
  static readonly type = 'membership-changed';
  /** Id of the membership. */
  readonly membershipId: string;

  constructor(membershipId: string) {
    super(MembershipChangedEvent.type, {bubbles: true, composed: true});
    this.membershipId = membershipId;
  }
}

/** The portal shows another place. */
export class PlaceChangedEvent extends Event {
  static readonly type = 'place-changed';
  /** The place as a text: `documents/purchase-order`. */
  readonly place: string;
  /** What the place is called, in the user's language. */
  readonly label: string;

  constructor(place: string, label: string) {
    super(PlaceChangedEvent.type, {bubbles: true, composed: true});
    this.place = place;
    this.label = label;
  }
}

/**
 * The user wants to sign out. The host ends its session. Unless it prevents the default, the portal forgets its token and what
 * it shows, and offers to sign in again.
 */
export class SignOutEvent extends Event {
  static readonly type = 'sign-out';

  constructor() {
    super(SignOutEvent.type, {bubbles: true, composed: true, cancelable: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'membership-changed': MembershipChangedEvent;
    'place-changed': PlaceChangedEvent;
    'sign-out': SignOutEvent;
  }
}
