const named = /^(Enter|F2|Delete|Backspace|Insert|Arrow.+|Page.+|Home|End)$/;

/** Whether the grid would take a key, and not the browser. Where one types already, so are those that end that. */
export function isForGrid({key, ctrlKey, metaKey, altKey}: KeyboardEvent, isTyping: boolean): boolean {
  if (key === 'Tab' || key === 'Escape') return isTyping;
  const isText = key.length === 1;
  if ((ctrlKey || metaKey) && !altKey) return isText ? /[adyz]/i.test(key) : named.test(key);
  return isText || (!altKey && named.test(key));
}

/** Ctrl+Enter reviews from anywhere; it is handled for the whole form. */
export function isReview(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
}
