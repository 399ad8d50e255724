import type {PortalConnection} from './connection.ts';

/** Whether two connections speak to one portal in one session, as whichever member and in whichever language. */
export function isSameSession(one: PortalConnection, other: PortalConnection): boolean {
  return one.endpoint === other.endpoint && one.http.session === other.http.session;
}

/** Whether two connections speak to one portal for the same member, in whichever language. */
export function isSameMember(one: PortalConnection, other: PortalConnection): boolean {
  return isSameSession(one, other) && one.settings.membership === other.settings.membership;
}
