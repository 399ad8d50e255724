/**
 * Where somebody may be sent on to: an address of the page's own origin or of the portal's, absolute. Undefined for any other,
 * which could be anybody's.
 */
export function nextAddress(next: string | undefined, endpoint: string): string | undefined {
  if (!next) return undefined;
  try {
    const {protocol, origin, username, password, href} = new URL(next, document.baseURI);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    const isOurs = origin === location.origin || origin === new URL(endpoint, document.baseURI).origin;
    return isWeb && isOurs && !username && !password ? href : undefined;
  } catch {
    return undefined;
  }
}
