/**
 * `npm run screenshot`: pictures of the built demo page for the README, the same on every day.
 *
 * The page runs against the mock portal over HTTP, as in the end-to-end tests, and is pictured on one fixed day.
 */
import {mkdir, writeFile} from 'node:fs/promises';
import type {Browser, Page} from 'puppeteer-core';
import {serve} from '../mocks/serve.ts';
import {launchBrowser} from './browser.ts';
import {startClockAt} from './page-clock.ts';
import {palettize} from './png.ts';
import {serveDemo} from './serve-demo.ts';

const now = new Date('2026-11-20T09:30:00Z');

const order = [
  {item: 'DIN 933 M12×40 A2', quantity: '200'},
  {item: 'Washer M12 A2', quantity: '400'},
];

const editor = 'purchase-order-editor';

const pictures = [
  {
    file: 'docs/portal.png',
    path: 'portal.html?scheme=light#portal=write/purchase-order',
    form: `partner-portal >>> ${editor}`,
  },
  {file: 'docs/demo.png', path: '?scheme=light', form: editor},
];

const portal = await serve({port: 0, now});
const demo = await serveDemo({endpoint: `${portal.origin}/api/v1`});
const browser = await launchBrowser();
try {
  await mkdir('docs', {recursive: true});
  for (const {file, path, form} of pictures) {
    const picture = palettize(await takePicture(browser, `${demo.url}${path}`, form));
    await writeFile(file, picture);
    console.log(`${file}: ${Math.ceil(picture.length / 1024)} KB`);
  }
} finally {
  await browser.close();
  await demo.close();
  await portal.close();
}

/** A picture of a page with an order that is being written in the form, and with help where the page has it. */
async function takePicture(browser: Browser, url: string, form: string): Promise<Uint8Array> {
  // A context of its own: the editor finds no order of the picture before.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({width: 1280, height: 1400});
  await page.emulateTimezone('Europe/Berlin');
  await startClockAt(page, now);
  await page.goto(url);
  await writeOrder(page, form);
  if (form.startsWith('partner-portal')) {
    await page.locator('partner-portal >>> #help').click();
    await page.waitForSelector('partner-portal >>> help-video >>> [part=play]', {visible: true});
  }
  await page.mouse.move(0, 0);
  await page.waitForNetworkIdle({idleTime: 1000});
  // No caret that blinks, and the page's own beginning.
  await page.evaluate(() => {
    let field: Element | null | undefined = document.activeElement;
    while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
    if (field instanceof HTMLElement) field.blur();
    window.scrollTo(0, 0);
  });
  const bottom = await page.evaluate(() => {
    const shown = document.querySelector('#new-order, partner-portal');
    return shown?.getBoundingClientRect().bottom ?? 0;
  });
  const picture = await page.screenshot({clip: {x: 0, y: 0, width: 1280, height: Math.ceil(bottom) + 24}});
  await context.close();
  return picture;
}

/** Writes lines as somebody would who leaves the mouse alone: the words, Enter, the quantity, Enter. */
async function writeOrder(page: Page, form: string): Promise<void> {
  await page.locator(`${form} >>> [role="row"] [data-column="item"]`).click();
  for (const [index, {item, quantity}] of order.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(item);
    await page.waitForSelector(`${form} >>> [role="option"]`, {visible: true});
    await page.keyboard.press('Enter');
    await page.keyboard.type(quantity);
  }
}
