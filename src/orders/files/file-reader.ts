import {
  FILE_LIMITS,
  type FileOptions,
  type FileProblem,
  type FileResult,
  type FileRow,
} from './file-content.ts';
import type {FileMessage, FileRequest} from './file-messages.ts';
import {readFile, type WorkbookReader} from './read-file.ts';

/** How a file is read, and by whom. */
export interface ReadTableOptions extends FileOptions {
  /** Gives the reading up. */
  readonly signal?: AbortSignal | undefined;
  /** Is told which share of the work is done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Starts a worker, as `fileWorker` does; undefined: there can be none, and the file is read in slices between which the page answers. */
  readonly startWorker?: (() => Worker | undefined) | undefined;
  /** Gets what reads workbooks where there is no worker. */
  readonly loadXlsx?: (() => Promise<WorkbookReader>) | undefined;
}

/** How long a worker may take until it says that it is there, in milliseconds. */
const PATIENCE = 4_000;

/** A worker for one file. Throws, or is a violation of the page's policy, where the page allows none. */
export function fileWorker(): Worker {
  // Written like this, bundlers find the worker's module.
  return new Worker(new URL('./file-worker.ts', import.meta.url), {type: 'module'});
}

/**
 * Reads a file off the main thread where there can be a worker, else in slices. Throws the signal's reason, a `DOMException` where
 * the file cannot be opened, and where what reads workbooks cannot be loaded.
 */
export async function readTable(file: Blob, options: ReadTableOptions = {}): Promise<FileResult> {
  const {signal, onProgress, startWorker, loadXlsx = () => import('./xlsx.ts'), ...fileOptions} = options;
  signal?.throwIfAborted();
  const {limits = FILE_LIMITS} = fileOptions;
  if (file.size === 0) return refused({code: 'empty'});
  if (file.size > limits.bytes) return refused({code: 'too-large', limit: limits.bytes});
  const worker = start(startWorker);
  const result = worker && (await ask(worker, {file, options: fileOptions}, {signal, onProgress}));
  if (result) return result;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readFile(bytes, fileOptions, {loadXlsx, signal, onProgress});
  // Between two slices nobody may have asked.
  signal?.throwIfAborted();
  return read;
}

function refused(problem: FileProblem): FileResult {
  return {status: 'refused', problem};
}

function start(startWorker: ReadTableOptions['startWorker']): Worker | undefined {
  try {
    return startWorker?.();
  } catch {
    // A policy of the page.
    return undefined;
  }
}

/** What the worker has found; undefined where it does not work. */
async function ask(
  worker: Worker,
  request: FileRequest,
  {signal, onProgress}: Pick<ReadTableOptions, 'signal' | 'onProgress'>,
): Promise<FileResult | undefined> {
  const done = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      const {signal: until} = done;
      const stop = () => resolve(undefined);
      const patience = setTimeout(stop, PATIENCE);
      until.addEventListener('abort', () => clearTimeout(patience));
      signal?.addEventListener('abort', () => reject(reasonOf(signal)), {signal: until});
      worker.addEventListener('message', () => clearTimeout(patience), {signal: until});
      worker.addEventListener('message', taking(resolve, onProgress), {signal: until});
      for (const type of ['error', 'messageerror']) worker.addEventListener(type, stop, {signal: until});
      worker.postMessage(request);
    });
  } finally {
    done.abort();
    worker.terminate();
  }
}

/** Takes what the worker says, up to its result. */
function taking(
  resolve: (result: FileResult | undefined) => void,
  onProgress: ReadTableOptions['onProgress'],
): (event: MessageEvent<FileMessage>) => void {
  const rows: FileRow[] = [];
  return ({data}) => {
    if (data.type === 'progress') onProgress?.(data.share);
    if (data.type === 'rows') for (const row of data.rows) rows.push(row);
    if (data.type === 'result') resolve(withRows(data.result, rows));
    if (data.type === 'failed') resolve(undefined);
  };
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('Given up', 'AbortError');
}

function withRows(result: FileResult, rows: readonly FileRow[]): FileResult {
  return result.status === 'read' ? {...result, content: {...result.content, rows}} : result;
}
