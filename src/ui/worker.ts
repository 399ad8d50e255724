/**
 * Whether the page may start a worker of a module beside the one at `url` without breaking a policy that it has set. A module of
 * another origin can be no worker, and where the page takes only trusted types, starting one from an address is a violation. That
 * cannot be asked for without being reported, except from a document that is gone: it still throws, and has nobody to report to.
 */
export function allowsWorker(url: string): boolean {
  return typeof Worker === 'function' && isOfPage(url) && takesTexts();
}

function isOfPage(url: string): boolean {
  return location.origin !== 'null' && new URL(url).origin === location.origin;
}

/** Whether a text may be used where scripts could come of it. */
function takesTexts(): boolean {
  const frame = document.createElement('iframe');
  try {
    frame.hidden = true;
    document.body.append(frame);
    const inner = frame.contentWindow as (Window & typeof globalThis) | null;
    const Parser = inner?.DOMParser;
    frame.remove();
    return Parser !== undefined && new Parser().parseFromString('', 'text/html') !== undefined;
  } catch {
    return false;
  } finally {
    frame.remove();
  }
}
