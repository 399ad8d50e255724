/**
 * Puts a text on the clipboard; resolves with whether that was possible. Where the page may not write to it, as over plain HTTP,
 * the text of `element` is marked and copied as a user would.
 */
export async function copyText(text: string, element: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const selection = getSelection();
    selection?.selectAllChildren(element);
    return document.execCommand('copy');
  }
}
