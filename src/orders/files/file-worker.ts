/** The worker's own module: reads the one file that it is sent, and says what came of it. */
import type {FileMessage, FileRequest} from './file-messages.ts';
import type {FileResult} from './file-content.ts';
import {readFile} from './read-file.ts';
// Not on demand: a worker in parts is more than some bundlers can make.
import * as xlsx from './xlsx.ts';

/** How many rows the page takes without a pause that is felt. */
const ROWS = 500;

addEventListener('message', ({data}: MessageEvent<FileRequest>) => {
  read(data).then(send, () => say({type: 'failed'}));
});
say({type: 'hello'});

async function read({file, options}: FileRequest): Promise<FileResult> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return readFile(bytes, options, {
    loadXlsx: () => Promise.resolve(xlsx),
    onProgress: (share) => say({type: 'progress', share}),
  });
}

function send(result: FileResult): void {
  if (result.status !== 'read') return say({type: 'result', result});
  const {rows} = result.content;
  for (let at = 0; at < rows.length; at += ROWS) say({type: 'rows', rows: rows.slice(at, at + ROWS)});
  say({type: 'result', result: {...result, content: {...result.content, rows: []}}});
}

function say(message: FileMessage): void {
  postMessage(message);
}
