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

function leave(fragment: string): void {
  const {pathname, search} = location;
  try {
    history.replaceState(history.state, '', `${pathname}${search}${fragment && `#${fragment}`}`);
  } catch {
    // A document without an address of its own, as a sandboxed frame's: its fragment can still be replaced.
    location.replace(`#${fragment}`);
  }
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
