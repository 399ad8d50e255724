/** Lets a package read files as the library does: in a worker that says its rows 500 at a time, or on the page. */
const ROWS = 500;

/** Reads a file to rows of cells. */
export type Read = (file: Blob) => Promise<readonly (readonly unknown[])[]>;

/** Reads the one file that the worker is sent. An empty text says that it is done, another one why it is not. */
export function serveReader(read: Read): void {
  if ('document' in globalThis) {
    Object.assign(globalThis, {readOther: read});
    return;
  }
  addEventListener('message', ({data}: MessageEvent<Blob>) => {
    read(data).then(send, (error: unknown) => postMessage(String(error)));
  });
}

function send(rows: readonly (readonly unknown[])[]): void {
  for (let at = 0; at < rows.length; at += ROWS) postMessage(rows.slice(at, at + ROWS));
  postMessage('');
}
