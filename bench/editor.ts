/** How fast an order of 5,000 lines is written, against an input on an empty page. */
import type {CDPSession, Page} from 'puppeteer-core';
import {countElements, frameTimes, pasteRows, startTimer, takeTimes} from './in-page.ts';
import {heading, median, quantile, row} from './report.ts';
import {startStage, type Stage} from './stage.ts';

const KEYS = 15;
const ROUNDS = 4;
const PASTED = 1000;

/** Goes to the quantity of one of the first lines, as one who clicks there; of many, not the first one. */
async function goToQuantity(page: Page): Promise<void> {
  const selector = 'purchase-order-editor >>> [data-column="quantity"]';
  await page.waitForSelector(selector, {timeout: 60_000});
  await settle(page);
  const cells = await page.$$(selector);
  await cells[Math.min(5, cells.length - 1)]?.click();
  await settle(page);
}

/** Milliseconds from a key to the frame that shows it, of some keys. */
async function keyTimes(page: Page): Promise<number[]> {
  await page.bringToFront();
  await page.evaluate(startTimer);
  for (let count = 0; count < KEYS; count++) {
    await page.keyboard.press(`Digit${1 + (count % 9)}` as 'Digit1');
    await settle(page);
    await page.keyboard.press('Backspace');
    await settle(page);
  }
  return page.evaluate(takeTimes);
}

/** Lets what a key has set off come to its end: the draft is kept, too. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 5))));
}

async function measureKeys(stage: Stage): Promise<void> {
  const bare = await stage.openBare();
  await bare.focus('input');
  const [short, long] = [await stage.openEditor(50), await stage.openEditor(5000)];
  for (const page of [short, long]) {
    await page.bringToFront();
    await goToQuantity(page);
  }
  const times = new Map<Page, number[]>([bare, short, long].map((page) => [page, []]));
  // In turns, so that what else the machine does falls on all of them. The first round compiles the code.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [page, all] of times) {
      const some = await keyTimes(page);
      if (round > 0) all.push(...some);
    }
  }
  heading('One key in the quantity, to paint (median; 95 of 100 keys)');
  const floor = median(times.get(bare) ?? []);
  for (const [name, page] of [
    ['a bare input', bare],
    ['the editor at 50 lines', short],
    ['the editor at 5,000 lines', long],
  ] as const) {
    const all = times.get(page) ?? [];
    row(name, ms(median(all)), `${ms(quantile(all, 0.95))}, ${ratio(median(all), floor)} the bare input`);
  }
  await Promise.all([bare, short, long].map((page) => page.browserContext().close()));
}

async function measurePaste(stage: Stage): Promise<void> {
  const rows = stage.items
    .slice(0, PASTED)
    .map(({itemNumber}, index) => `${itemNumber}\t${1 + (index % 50)}`);
  while (rows.length < PASTED) rows.push(rows[rows.length % 100] ?? '');
  rows.unshift('Item number\tQuantity');
  const page = await stage.openEditor(1);
  await goToQuantity(page);
  const pasted = await page.evaluate(pasteRows, rows.join('\n'), PASTED);
  const floor = await stage.openBare();
  const table = await floor.evaluate(
    drawTable,
    rows.map((text) => text.split('\t')),
  );
  heading(`${PASTED} rows pasted, to paint`);
  row('a table of two columns, all in the page', ms(table));
  if (pasted === undefined) row('the editor', 'nothing came');
  else row('the editor', ms(pasted), `${ratio(pasted, table)} the table`);
  await page.browserContext().close();
  await floor.browserContext().close();
}

/** Runs in the page. */
async function drawTable(rows: readonly string[][]): Promise<number> {
  const start = performance.now();
  const table = document.createElement('table');
  for (const cells of rows) {
    const line = table.insertRow();
    for (const text of cells) line.insertCell().textContent = text;
  }
  document.body.append(table);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

async function measureScroll(stage: Stage): Promise<void> {
  const page = await stage.openEditor(5000);
  await goToQuantity(page);
  const times = await page.evaluate(frameTimes);
  const bare = await stage.openBare();
  await bare.evaluate(drawTall);
  const floor = await bare.evaluate(frameTimes);
  heading('A fling of 60 frames over 5,000 lines (beside it, over an empty page)');
  for (const limit of [20, 50]) {
    const over = (all: readonly number[]) => String(all.filter((time) => time > limit).length);
    row(`frames over ${limit} ms`, over(times), over(floor));
  }
  row('the longest', ms(Math.max(...times)), ms(Math.max(...floor)));
  row('elements in the editor', String(await page.evaluate(countElements)));
  await Promise.all([page, bare].map((each) => each.browserContext().close()));
}

/** Runs in the page. */
function drawTall(): void {
  const tall = document.createElement('div');
  tall.style.blockSize = '200000px';
  document.body.append(tall);
}

/** What 5,000 lines take beside what their own data take. */
async function measureHeap(stage: Stage): Promise<void> {
  const heaps: number[] = [];
  for (const lines of [1, 5000]) {
    const page = await stage.openEditor(lines);
    await goToQuantity(page);
    heaps.push(await heapOf(page));
    await page.browserContext().close();
  }
  const bare = await stage.openBare();
  const before = await heapOf(bare);
  const data = await bare.evaluateHandle((given) => given, stage.linesOf(5000));
  const own = (await heapOf(bare)) - before;
  await data.dispose();
  const [one = 0, many = 0] = heaps;
  heading('Heap');
  row('the editor with one line', mb(one), `an empty page ${mb(before)}`);
  row('5,000 lines more', mb(many - one), `their data alone ${mb(own)}`);
  await bare.browserContext().close();
}

async function heapOf(page: Page): Promise<number> {
  const session: CDPSession = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const {usedSize} = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function mb(value: number): string {
  return `${(value / 2 ** 20).toFixed(1)} MB`;
}

function ratio(value: number, floor: number): string {
  return `${(value / floor).toFixed(2)} ×`;
}

for (const [unthrottled, measures] of [
  [true, [measureKeys, measurePaste]],
  [false, [measureScroll, measureHeap]],
] as const) {
  const stage = await startStage({unthrottled});
  try {
    for (const measure of measures) await measure(stage);
  } finally {
    await stage.close();
  }
}
