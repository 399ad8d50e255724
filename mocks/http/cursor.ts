import {Problem} from './problem.ts';

/** A short fingerprint of a query, so that a cursor fits no other one. */
function fingerprint(text: string): string {
  let value = 5381;
  for (let index = 0; index < text.length; index++)
    value = (Math.imul(value, 33) ^ text.charCodeAt(index)) >>> 0;
  return value.toString(36);
}

export const staleCursor = (): Problem =>
  new Problem(410, 'cursor_stale', {
    en: 'The list has changed. Please load it again.',
    de: 'Die Liste hat sich geändert. Bitte laden Sie sie neu.',
  });

/** What a cursor says: for which list it was made, and after which place of it to go on. */
type Content = [list: string, ...place: (string | number | null)[]];

/** Makes a cursor for a list. `list` names everything that the list depends on. */
export function makeCursor(list: string, ...place: (string | number | null)[]): string {
  const content: Content = [fingerprint(list), ...place];
  return btoa(encodeURIComponent(JSON.stringify(content))).replaceAll('=', '');
}

/** The place that a cursor names; throws 410 where it was made for another list, or not by this portal. */
export function readCursor(cursor: string, list: string): (string | number | null)[] {
  let content: unknown;
  try {
    content = JSON.parse(decodeURIComponent(atob(cursor)));
  } catch {
    throw staleCursor();
  }
  if (!Array.isArray(content) || content[0] !== fingerprint(list)) throw staleCursor();
  return content
    .slice(1)
    .map((value: unknown) => (typeof value === 'string' || typeof value === 'number' ? value : null));
}
