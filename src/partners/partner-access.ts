import type {Capabilities, Invitation} from '../portal/contract/index.ts';

/** What can be done with an invitation once it is there. */
export type InvitationAction = 'resend' | 'revoke';

/** What a member may see of partners, and do with their invitations. */
export interface PartnerAccess {
  readonly list: boolean;
  /** Whether the member sees who is invited. Without it there is nothing to be done with invitations either. */
  readonly invitations: boolean;
  readonly actions: readonly InvitationAction[];
}

const known: readonly InvitationAction[] = ['resend', 'revoke'];

/** What capabilities come to for a list of partners. */
export function accessTo({partners, invitations}: Capabilities): PartnerAccess {
  const seesInvitations = invitations.includes('read');
  return {
    list: partners.includes('read'),
    invitations: seesInvitations,
    actions: seesInvitations ? known.filter((action) => invitations.includes(action)) : [],
  };
}

/** What may be done with an invitation now: by the member at all, and with this one. */
export function possibleActions(
  invitation: Invitation | undefined,
  {actions}: PartnerAccess,
): readonly InvitationAction[] {
  return invitation ? actions.filter((action) => invitation.allowedActions.includes(action)) : [];
}

/** What there is before it is known what a member may do. */
export const noAccess: PartnerAccess = {list: false, invitations: false, actions: []};
