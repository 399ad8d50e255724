/**
 * Puts a text on the clipboard; resolves with whether that was possible. Where the page may not write to it, as over plain HTTP,
 * the text of `element` is marked and copied as a user would, and what is copied is the same text all the same.
 */
export async function copyText(text: string, element: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(element);
    return copyMarked(text);
  }
}

/** What is marked may have other lines than the text, and the page may have ideas of its own about what is copied from it. */
function copyMarked(text: string): boolean {
  const write = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', write, {capture: true});
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', write, {capture: true});
  }
}
