/** Runs in the page: reads files as the library does, and as packages do, in a worker of the same kind or on the page. */
import {FILE_LIMITS} from '../src/orders/files/file-content.ts';
import {readTable} from '../src/orders/files/file-reader.ts';
import type {Read} from './reader-worker.ts';

type Rows = Awaited<ReturnType<Read>>;

/** How much has been read. */
export interface Amount {
  readonly rows: number;
  /** Those with something in them. */
  readonly cells: number;
}

/** More than an upload takes. */
const limits = {...FILE_LIMITS, bytes: 50_000_000, rows: 100_000};

const readers = {
  /** The library, with the worker at that address. */
  worker: (file: Blob, address: string) => readOwn(file, () => new Worker(address, {type: 'module'})),
  /** The library, where there can be no worker. */
  slices: (file: Blob) => readOwn(file, undefined),
  /** A package, in the worker at that address. */
  other: readOther,
  /** A package on the page, which has loaded it before. */
  blocking: (file: Blob) => (globalThis as unknown as {readOther: Read}).readOther(file),
};

export type ReaderKind = keyof typeof readers;

async function readOwn(file: Blob, startWorker: (() => Worker) | undefined): Promise<() => Rows> {
  const result = await readTable(file, {limits, startWorker});
  if (result.status !== 'read') throw new Error(JSON.stringify(result));
  return () => result.content.rows.map(({cells}) => cells);
}

async function readOther(file: Blob, address: string): Promise<Rows> {
  const worker = new Worker(address, {type: 'module'});
  try {
    return await new Promise((resolve, reject) => {
      const rows: (readonly unknown[])[] = [];
      worker.addEventListener('error', ({message}) => reject(new Error(message)));
      worker.addEventListener('message', ({data}: MessageEvent<Rows | string>) => {
        if (typeof data !== 'string') for (const row of data) rows.push(row);
        else if (data === '') resolve(rows);
        else reject(new Error(data));
      });
      worker.postMessage(file);
    });
  } finally {
    worker.terminate();
  }
}

let file: Blob | undefined;
let last: Rows | (() => Rows) = [];

/** Gets what is needed before a file is chosen, and the file. */
async function prepareReading(kind: ReaderKind, path: string, address: string): Promise<void> {
  file = await (await fetch(path)).blob();
  if (kind === 'blocking') await import(address);
}

/** Milliseconds from the file to its rows. */
async function timeReading(kind: ReaderKind, address: string): Promise<number> {
  if (!file) throw new Error('There is no file');
  const start = performance.now();
  last = await readers[kind](file, address);
  return performance.now() - start;
}

/** What the last reading has brought. */
function amountRead(): Amount {
  const rows = typeof last === 'function' ? last() : last;
  const filled = (row: readonly unknown[]) => row.filter((cell) => cell !== '' && cell != null).length;
  return {rows: rows.length, cells: rows.reduce((sum, row) => sum + filled(row), 0)};
}

/** What the page can be asked for. */
export interface ReaderPage {
  readonly prepareReading: typeof prepareReading;
  readonly timeReading: typeof timeReading;
  readonly amountRead: typeof amountRead;
}

Object.assign(globalThis, {prepareReading, timeReading, amountRead} satisfies ReaderPage);
