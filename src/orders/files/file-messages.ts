import type {FileOptions, FileResult, FileRow} from './file-content.ts';

/** What a page asks of the worker: one file, once. */
export interface FileRequest {
  readonly file: Blob;
  readonly options: FileOptions;
}

/**
 * What the worker answers: that it is there, how far it is, rows as they may be taken without a pause, and in the end the result
 * without its rows. `failed`: something that is not the file's fault.
 */
export type FileMessage =
  | {readonly type: 'hello' | 'failed'}
  | {readonly type: 'progress'; readonly share: number}
  | {readonly type: 'rows'; readonly rows: readonly FileRow[]}
  | {readonly type: 'result'; readonly result: FileResult};
