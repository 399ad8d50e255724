import type {Page} from 'puppeteer-core';

/** Has every document of a page begin at an instant, so that its pictures are the same on every day. Time goes on from there. */
export async function startClockAt(page: Page, start: Date): Promise<void> {
  await page.evaluateOnNewDocument((begin) => {
    const realNow = Date.now;
    const offset = begin - realNow();
    const shiftedNow = () => realNow() + offset;
    globalThis.Date = new Proxy(Date, {
      construct: (target, values, made) =>
        Reflect.construct(target, values.length === 0 ? [shiftedNow()] : values, made) as Date,
      get: (target, name) => (name === 'now' ? shiftedNow : (Reflect.get(target, name) as unknown)),
    });
  }, start.getTime());
}
