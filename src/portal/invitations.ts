import type {PortalConnection} from './connection.ts';
import {
  Invitation,
  InvitationAcceptance,
  InvitationLookup,
  type InvitationAcceptanceInput,
  type InvitationInput,
} from './contract/partners.ts';
import {PortalError} from './errors.ts';
import {pauseFor, segment, type CallOptions, type ChangeOptions, type CreateOptions} from './http.ts';
import {readList, type List} from './list.ts';

/** One page of the invitations. */
export async function list(
  portal: PortalConnection,
  query: {status?: string; cursor?: string} = {},
  options?: CallOptions,
): Promise<List<Invitation>> {
  return readList(portal, Invitation, 'invitations', query, options);
}

/** Invites once, however often it has to be tried. */
export async function create(
  portal: PortalConnection,
  invitation: InvitationInput,
  options: CreateOptions,
): Promise<Invitation> {
  return portal.http.json(Invitation, 'invitations', {...options, method: 'POST', body: invitation});
}

/** Sends a new link, to another address where `email` is one; the old link dies. */
export async function resend(
  portal: PortalConnection,
  invitationId: string,
  {email, ...options}: Partial<ChangeOptions> & {email?: string | undefined} = {},
): Promise<Invitation> {
  const call = {...options, method: 'POST', ...(email === undefined ? {} : {body: {email}})} as const;
  return portal.http.json(Invitation, path(invitationId, 'resend'), call);
}

/** Makes the link useless. */
export async function revoke(
  portal: PortalConnection,
  invitationId: string,
  options: Partial<ChangeOptions> = {},
): Promise<Invitation> {
  return portal.http.json(Invitation, path(invitationId, 'revoke'), {...options, method: 'POST'});
}

/** What an invitation is to; nobody need be signed in, nothing is used up. */
export function lookUp(
  portal: PortalConnection,
  token: string,
  options?: CallOptions,
): Promise<InvitationLookup> {
  const call = {...options, method: 'POST', body: {token}, authenticated: false, repeatable: true} as const;
  return portal.http.json(InvitationLookup, 'invitation-lookups', call);
}

/**
 * Accepts an invitation; nobody need be signed in. A 409 is final here, somebody has accepted it already, unless it says when to ask
 * again: then the portal is still working on the same request.
 */
export async function accept(
  portal: PortalConnection,
  acceptance: InvitationAcceptanceInput,
  options: CreateOptions,
): Promise<InvitationAcceptance> {
  const call = {
    ...options,
    method: 'POST',
    body: acceptance,
    authenticated: false,
    mayBeWorking: false,
  } as const;
  const end = performance.now() + portal.http.timing.total;
  for (;;) {
    try {
      return await portal.http.json(InvitationAcceptance, 'invitation-acceptances', call);
    } catch (error) {
      const {kind, retryAfter: seconds} = PortalError.from(error);
      const isWorking = kind === 'conflict' && seconds !== undefined;
      if (!isWorking || performance.now() + seconds * 1000 > end) throw error;
      options.onWait?.({reason: 'working', seconds});
      await pauseFor(seconds * 1000, options.signal);
    }
  }
}

function path(invitationId: string, action: string): string {
  return `invitations/${segment(invitationId)}/${action}`;
}
