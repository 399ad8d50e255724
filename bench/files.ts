/** How fast files are read to rows, against packages that read them, and how long that keeps the page from its user. */
import type {Page} from 'puppeteer-core';
import type {Amount, ReaderKind, ReaderPage} from './file-readers.ts';
import {startFileStage, type FileStage} from './file-stage.ts';
import {loadedNames, uploadFile, untilSettled} from './file-upload.ts';
import {longestTask, type LongestTask} from './main-thread.ts';
import {heading, median, row} from './report.ts';

const ROUNDS = 7;
const ROWS = 10_000;

/** One way to read a file. */
interface Reader {
  readonly name: string;
  readonly kind: ReaderKind;
  readonly address: string;
}

interface Reading extends Amount {
  readonly time: number;
}

type Format = 'csv' | 'xlsx';

function readersOf({others, worker}: FileStage, format: Format): Reader[] {
  const rest = others.filter((other) => other.format === format);
  return [
    {name: 'the library, in its worker', kind: 'worker', address: worker},
    {name: 'the library, in slices', kind: 'slices', address: ''},
    ...rest.map(({name, address}) => ({name: `${name}, in a worker`, kind: 'other' as const, address})),
    ...rest.map(({name, address}) => ({name: `${name}, on the page`, kind: 'blocking' as const, address})),
  ];
}

/** Reads a file in a page of its own, so that no code has been run, or even seen, before. */
async function readCold(stage: FileStage, reader: Reader, file: string): Promise<Reading> {
  const page = await prepared(stage, reader, file);
  const time = await read(page, reader);
  const amount = await page.evaluate(() => (globalThis as unknown as ReaderPage).amountRead());
  await page.browserContext().close();
  return {time, ...amount};
}

async function prepared(stage: FileStage, {kind, address}: Reader, file: string): Promise<Page> {
  const page = await stage.openReader();
  await page.waitForFunction(() => 'prepareReading' in globalThis);
  await page.evaluate(
    (...given) => (globalThis as unknown as ReaderPage).prepareReading(...given),
    kind,
    file,
    address,
  );
  return page;
}

async function read(page: Page, {kind, address}: Reader): Promise<number> {
  return page.evaluate(
    (...given) => (globalThis as unknown as ReaderPage).timeReading(...given),
    kind,
    address,
  );
}

async function measureReaders(stage: FileStage, format: Format, file: string, what: string): Promise<void> {
  const readers = readersOf(stage, format);
  const times = new Map<Reader, number[]>(readers.map((reader) => [reader, []]));
  const amounts = new Set<string>();
  // In turns, so that what else the machine does falls on all of them.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [reader, all] of times) {
      const {time, rows, cells} = await readCold(stage, reader, file);
      all.push(time);
      amounts.add(`${rows} rows, ${cells} cells`);
    }
  }
  heading(`${what}, cold, ${[...amounts].join(' or ')} (medians; the fastest of ${ROUNDS})`);
  const [own = []] = times.values();
  for (const [{name}, all] of times) {
    const [half, least] = [median(own) / median(all), Math.min(...own) / Math.min(...all)];
    const compared = `, in the worker ${half.toFixed(2)} × and ${least.toFixed(2)} × that`;
    row(name, ms(median(all)), `${ms(Math.min(...all))}${all === own ? '' : compared}`);
  }
}

/** How long the page is busy at a stretch while a file is read. */
async function measureReadingTasks(stage: FileStage): Promise<void> {
  heading(`The page's longest task while ${ROWS} rows are read (medians: by the clock; of the processor)`);
  for (const format of ['csv', 'xlsx'] as const) {
    for (const reader of readersOf(stage, format)) {
      const tasks: LongestTask[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const page = await prepared(stage, reader, `/files/${ROWS}.${format}`);
        tasks.push(await longestTask(page, () => read(page, reader)));
        await page.browserContext().close();
      }
      taskRow(`${format}: ${reader.name}`, tasks);
    }
  }
}

/** From a file that is dropped on the element to its rows, and from there until all is looked up and kept. */
async function measureUpload(stage: FileStage): Promise<void> {
  heading('order-upload, 5,000 rows (medians: by the clock; of the processor)');
  for (const place of ['worker', 'slices'] as const) {
    for (const file of ['5000.csv', '5000.xlsx']) {
      const [toRows, afterwards, times]: [LongestTask[], LongestTask[], number[]] = [[], [], []];
      for (let round = 0; round < ROUNDS; round++) {
        const page = await stage.openBlank();
        await page.goto(stage.uploadAt(place));
        await untilSettled(page);
        toRows.push(await longestTask(page, async () => times.push(await uploadFile(page, file))));
        afterwards.push(await longestTask(page, () => untilSettled(page)));
        await page.browserContext().close();
      }
      row(`${file}, read in ${place === 'worker' ? 'the worker' : 'slices'}, to its rows`, ms(median(times)));
      taskRow('  longest task up to its rows', toRows);
      taskRow('  longest task afterwards', afterwards);
    }
  }
}

function taskRow(name: string, tasks: readonly LongestTask[]): void {
  row(name, ms(median(tasks.map(({wall}) => wall))), ms(median(tasks.map(({cpu}) => cpu))));
}

/** Which of the library's files a page with an upload gets before a file is chosen, and for a workbook. */
async function listLoaded(stage: FileStage): Promise<void> {
  const page = await stage.openBlank();
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  page.on('workercreated', (worker) => urls.push(worker.url()));
  await page.goto(stage.uploadAt('worker'));
  await untilSettled(page);
  const before = loadedNames(urls);
  await uploadFile(page, '5000.xlsx');
  await untilSettled(page);
  heading('Loaded of the library');
  row('before a file is chosen', String(before.length), before.join(', '));
  const more = loadedNames(urls).filter((name) => !before.includes(name));
  row('for a workbook', String(more.length), more.join(', '));
  await page.browserContext().close();
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

const stage = await startFileStage();
try {
  await listLoaded(stage);
  await measureReaders(stage, 'csv', `/files/${ROWS}.csv`, 'CSV');
  await measureReaders(stage, 'xlsx', `/files/${ROWS}.xlsx`, 'XLSX as spreadsheets save it');
  await measureReaders(stage, 'xlsx', `/files/${ROWS}-own.xlsx`, 'XLSX as the library writes it');
  await measureReadingTasks(stage);
  await measureUpload(stage);
} finally {
  await stage.close();
}
