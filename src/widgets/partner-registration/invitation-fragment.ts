/**
 * Takes the token of an invitation out of the page's address, `#invitation=TOKEN`, and leaves whatever else is in the fragment as
 * it was. Undefined where there is none. The address is clean before anything else can read it.
 */
export function takeInvitation(): string | undefined {
  const parts = location.hash.replace(/^#/, '').split('&');
  const others = parts.filter((part) => !part.startsWith(mark));
  if (others.length === parts.length) return undefined;
  leave(others.join('&'));
  const token = parts.find((part) => part.startsWith(mark))?.slice(mark.length) ?? '';
  return decoded(token) || undefined;
}

const mark = 'invitation=';

/** The whole address is written: a relative one would be taken from the page's `<base>`. */
function leave(fragment: string): void {
  const url = new URL(location.href);
  url.hash = fragment;
  try {
    history.replaceState(history.state, '', url.href);
  } catch {
    // Not every document may rewrite its address; any can go to another place in itself, in place of the one before: Back would
    // lead to the token. Without its "#" the address would be loaded again.
    location.replace(`${location.href.split('#', 1)[0]}#${fragment}`);
  }
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
