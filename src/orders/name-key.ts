/** A text without the space around it, in small letters: where two are equal, they name the same. */
export function nameKey(text: string): string {
  return text.trim().toLowerCase();
}
