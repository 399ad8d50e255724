/** The upload as a person uses it: a file is dropped on it, its rows come, their items are looked up, and all of it is kept. */
import type {Page} from 'puppeteer-core';

/** Drops a file on the upload, and says after how many milliseconds its rows were drawn. */
export async function uploadFile(page: Page, name: string): Promise<number> {
  return page.evaluate(dropFile, name);
}

/** Waits until an upload is there, and neither it nor its page has anything to do any more. */
export async function untilSettled(page: Page): Promise<void> {
  await page.waitForSelector('order-upload >>> #file, order-upload >>> [role="grid"]');
  await page.waitForFunction(isAtRest, {polling: 100});
  await page.waitForNetworkIdle();
  // What is there is kept on the device a moment later.
  await new Promise((resolve) => setTimeout(resolve, 2000));
}

/** Names of the files that a page has loaded of the library, each once. */
export function loadedNames(urls: readonly string[]): string[] {
  return [...new Set(urls.flatMap((url) => /\/cdn\/(.+)\.js$/.exec(url)?.[1] ?? []))];
}

/** Runs in the page. */
function isAtRest(): boolean {
  return !document.querySelector('order-upload')?.shadowRoot?.querySelector('progress');
}

/** Runs in the page. */
async function dropFile(name: string): Promise<number> {
  const upload = document.querySelector('order-upload');
  const blob = await (await fetch(`/files/${name}`)).blob();
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([blob], name));
  const start = performance.now();
  upload?.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
  do {
    if (performance.now() - start > 60_000) throw new Error('No rows have come');
    // To the end of a frame, its style, layout and paint.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  } while (!upload?.shadowRoot?.querySelector('[role="grid"] [role="rowheader"]'));
  return performance.now() - start;
}
