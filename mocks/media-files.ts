/** Files of videos, as every server of this project sends them: with their types, and in parts. */
import {readFile} from 'node:fs/promises';
import {extname, join, normalize, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The folder of the videos of the help. */
export const MEDIA_FOLDER = fileURLToPath(new URL('media', import.meta.url));

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.jpg', 'image/jpeg'],
  ['.json', 'application/json'],
  ['.mp4', 'video/mp4'],
  ['.vtt', 'text/vtt; charset=utf-8'],
  ['.webm', 'video/webm'],
]);

/** An answer, for servers of every kind. */
export interface MediaAnswer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

/**
 * Answers for a file in a folder. `range` is the request's header: without parts a browser plays a video from its beginning to its
 * end, and jumps nowhere.
 */
export async function mediaAnswer(
  path: string,
  range: string | null | undefined,
  folder = MEDIA_FOLDER,
): Promise<MediaAnswer> {
  const none = {
    status: 404,
    headers: {'Content-Type': 'text/plain'},
    body: new TextEncoder().encode('Not found'),
  };
  const file = fileAt(path, folder);
  const type = TYPES.get(extname(file));
  if (!file.startsWith(folder + sep) || type === undefined) return none;
  const whole = await readFile(file).catch(() => undefined);
  if (!whole) return none;
  const headers = {'Content-Type': type, 'Accept-Ranges': 'bytes'};
  const [, first = '', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === '') return {status: 200, headers, body: Uint8Array.from(whole)};
  const start = Number(first);
  const end = Math.min(last === '' ? Infinity : Number(last), whole.length - 1);
  if (start > end)
    return {status: 416, headers: {'Content-Range': `bytes */${whole.length}`}, body: new Uint8Array()};
  return {
    status: 206,
    headers: {...headers, 'Content-Range': `bytes ${start}-${end}/${whole.length}`},
    body: Uint8Array.from(whole.subarray(start, end + 1)),
  };
}

/** The file that an address names; none where it is not written as addresses are. */
function fileAt(path: string, folder: string): string {
  try {
    return normalize(join(folder, decodeURIComponent(path)));
  } catch {
    return '';
  }
}
