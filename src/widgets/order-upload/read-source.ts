import {FILE_LIMITS, type FileOptions, type FileResult} from '../../orders/files/file-content.ts';
import {fileWorker, readTable} from '../../orders/files/file-reader.ts';
import {allowsWorker} from '../../ui/worker.ts';
import type {UploadContext} from './upload-context.ts';

/** A file that is being read, or of which a sheet has to be chosen. */
export interface Source {
  readonly file: File;
  readonly options: Pick<FileOptions, 'sheet' | 'encoding'>;
}

/** Reads a file as far as the portal and we take it, in a worker where the page allows one. Throws as `readTable`. */
export function readSource(
  {file, options}: Source,
  {bytes, rows}: UploadContext['limits'],
  watching: {readonly signal: AbortSignal; readonly onProgress: (share: number) => void},
): Promise<FileResult> {
  return readTable(file, {
    ...options,
    ...watching,
    limits: {
      ...FILE_LIMITS,
      bytes: Math.min(bytes, FILE_LIMITS.bytes),
      rows: Math.min(rows, FILE_LIMITS.rows),
    },
    startWorker: () => (allowsWorker(import.meta.url) ? fileWorker() : undefined),
  });
}
