/** What reading files is measured on: the mock portal, the built library, and files of 5,000 and 10,000 rows. */
import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {Page} from 'puppeteer-core';
import {serve} from '../mocks/serve.ts';
import {launchBrowser} from '../scripts/browser.ts';
import {root} from '../scripts/run.ts';
import {serveFiles} from '../test/support/static-server.ts';
import {csvOf, ownXlsxOf, sharedXlsxOf, tableOf} from './file-data.ts';
import {otherReaders, type OtherReader} from './other-readers.ts';
import {bundled, host, orderable} from './stage.ts';

const head = `<!doctype html><html lang="en"><title>Bench</title><link rel="icon" href="data:,">`;

const uploadPage = (endpoint: string) => `${head}
<script type="module" src="/cdn/portal-widgets.js"></script><script type="module" src="/host.js"></script>
<body><portal-provider endpoint="${endpoint}"><order-upload></order-upload></portal-provider>`;

/** A policy under which no worker can be started. */
const strictPolicy = {
  'Content-Security-Policy': `require-trusted-types-for 'script'; trusted-types lit-html`,
};

export interface FileStage {
  readonly others: readonly OtherReader[];
  /** Address of the library's worker. */
  readonly worker: string;
  /** A page that can read files and shows nothing. It has seen nothing before, nor has its browser context. */
  openReader(): Promise<Page>;
  /** An empty page, to be sent to `uploadAt`. */
  openBlank(): Promise<Page>;
  /** Address of a page with an upload in it, which reads in a worker, or in slices where it allows none. */
  uploadAt(place: 'worker' | 'slices'): string;
  close(): Promise<void>;
}

/** Starts all of it. */
export async function startFileStage(): Promise<FileStage> {
  const portal = await serve({port: 0});
  const endpoint = `${portal.origin}/api/v1`;
  const folder = await writeFiles(endpoint);
  const others = await otherReaders();
  const served = {
    routes: {'/cdn/': path.join(root, 'dist/cdn'), '/files/': folder},
    pages: {
      '/': uploadPage(endpoint),
      '/host.js': host,
      '/read.html': `${head}<script type="module" src="/read.js"></script>`,
      '/read.js': await bundled('bench/file-readers.ts'),
      ...Object.fromEntries(others.map(({address, code}) => [address, code])),
    },
  };
  const free = await serveFiles(served);
  const strict = await serveFiles({...served, headers: strictPolicy});
  const browser = await launchBrowser();
  const openBlank = async () => {
    const page = await (await browser.createBrowserContext()).newPage();
    await page.setViewport({width: 1280, height: 900});
    return page;
  };
  return {
    others,
    worker: await findWorker(),
    openBlank,
    async openReader() {
      const page = await openBlank();
      await page.goto(`${free.origin}/read.html`);
      return page;
    },
    uploadAt: (place) => `${(place === 'slices' ? strict : free).origin}/`,
    async close() {
      await browser.close();
      await Promise.all([free, strict, portal].map((each) => each.close()));
      await rm(folder, {recursive: true});
    },
  };
}

async function findWorker(): Promise<string> {
  const names = await readdir(path.join(root, 'dist/cdn/chunks'));
  const name = names.find((each) => each.startsWith('file-worker-'));
  if (name === undefined) throw new Error('There is no worker: npm run build makes it.');
  return `/cdn/chunks/${name}`;
}

/** Writes `5000.csv`, `10000.csv`, and as many workbooks of either kind. */
async function writeFiles(endpoint: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
  const items = await orderable(endpoint);
  for (const count of [5000, 10_000]) {
    const table = tableOf(items, count);
    await writeFile(path.join(folder, `${count}.csv`), csvOf(table));
    await writeFile(path.join(folder, `${count}.xlsx`), await sharedXlsxOf(table));
    await writeFile(path.join(folder, `${count}-own.xlsx`), await ownXlsxOf(table));
  }
  return folder;
}
