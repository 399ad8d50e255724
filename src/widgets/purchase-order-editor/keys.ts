/** Ctrl+Enter reviews from anywhere; it is handled for the whole form. */
export function isReview(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
}
