import {Slices} from '../slices.ts';
import {readCsv} from './csv.ts';
import {FILE_LIMITS, type FileOptions, type FileResult} from './file-content.ts';
import {tellKind, tellText} from './file-kind.ts';
import {Refusal, refuse} from './refusal.ts';
import {decodeStepwise, tellEncoding} from './text-encoding.ts';
import type {readXlsx} from './xlsx.ts';

/** What reads workbooks. */
export interface WorkbookReader {
  readonly readXlsx: typeof readXlsx;
}

/** How a file is read besides what its user says. */
export interface ReadingOptions {
  /** Gets what reads workbooks; a text never needs it. */
  readonly loadXlsx: () => Promise<WorkbookReader>;
  /** Gives the work up. */
  readonly signal?: AbortSignal | undefined;
  /** Is told which share of the work is done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Reads a file by what its bytes are, whatever its name says, in slices that let the page answer its user. Throws the signal's
 * reason, or where what reads workbooks cannot be got.
 */
export async function readFile(
  bytes: Bytes,
  options: FileOptions,
  {loadXlsx, signal, onProgress}: ReadingOptions,
): Promise<FileResult> {
  const slices = new Slices(signal);
  const report = onProgress && hundredths(onProgress);
  try {
    const {limits = FILE_LIMITS} = options;
    if (bytes.length > limits.bytes) return refuse({code: 'too-large', limit: limits.bytes});
    const kind = tellKind(bytes);
    if (kind === 'text') return await readText(bytes, options, slices, report);
    if (kind !== 'archive') return refuse(kind);
    const {readXlsx} = await loadXlsx();
    return await readXlsx(bytes, options, slices, report);
  } catch (error) {
    if (error instanceof Refusal) return {status: 'refused', problem: error.problem};
    throw error;
  }
}

async function readText(
  bytes: Bytes,
  {limits = FILE_LIMITS, encoding: said}: FileOptions,
  slices: Slices,
  report?: (share: number) => void,
): Promise<FileResult> {
  const encoding = said ? {name: said, isSure: true} : await slices.run(tellEncoding(bytes));
  const text = await slices.run(decodeStepwise(bytes, encoding.name));
  const kind = tellText(text);
  if (kind !== 'text') return refuse(kind === 'archive' ? 'not-a-table' : kind);
  const {rows, delimiter} = await slices.run(readCsv(text, limits, report));
  return {status: 'read', content: {format: 'csv', rows, dateSystem: 1900, encoding, delimiter}};
}

/** Reports no more often than anybody sees. */
function hundredths(report: (share: number) => void): (share: number) => void {
  let last = 0;
  return (share) => {
    if (share - last < 0.01) return;
    last = share;
    report(share);
  };
}
