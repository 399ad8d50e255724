import {refuse} from './refusal.ts';
import type {ZipEntry} from './zip.ts';

/** Bytes that are given to the inflater at once: it makes at most a thousand times as many of them, without a pause. */
const PACKED_PIECE = 8_192;
/** Bytes that are handed on at once. */
const PIECE = 65_536;

/**
 * The bytes of an entry, piece by piece, as far as they are taken. `onRead` is told how many packed bytes have been read. Throws a
 * `Refusal` as soon as there are more of them than the archive's directory says, and in the end where they are not the same.
 */
export async function* inflate(
  {packed, isDeflated, size, crc}: ZipEntry,
  onRead?: (count: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const source = inPieces(packed, onRead);
  const reader = (
    isDeflated ? source.pipeThrough(new DecompressionStream('deflate-raw')) : source
  ).getReader();
  let [count, sum] = [0, -1];
  try {
    for (;;) {
      const {done, value} = await reader.read().catch(() => refuse('damaged'));
      if (done) break;
      count += value.length;
      if (count > size) refuse('unsafe');
      for (let at = 0; at < value.length; at += PIECE) {
        const piece = value.subarray(at, at + PIECE);
        sum = addToCrc(sum, piece);
        yield piece;
      }
    }
  } finally {
    // Nothing more is inflated where no more is taken.
    void reader.cancel().catch(() => undefined);
  }
  if (count !== size || ~sum >>> 0 !== crc) refuse('damaged');
}

function inPieces(
  bytes: Uint8Array<ArrayBuffer>,
  onRead?: (count: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        const piece = bytes.subarray(at, at + PACKED_PIECE);
        at += piece.length;
        if (piece.length === 0) return controller.close();
        onRead?.(piece.length);
        controller.enqueue(piece);
      },
    },
    {highWaterMark: 0},
  );
}

/** What a byte does to the sum; four tables one behind the other, for a byte that none, one, two or three others follow. */
const crcs = new Int32Array(4 * 256);
for (let byte = 0; byte < 256; byte++) {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  crcs[byte] = sum;
}
for (let at = 256; at < crcs.length; at++) crcs[at] = next(crcs[at - 256] ?? 0);

/** The sum behind a byte that is zero. */
function next(sum: number): number {
  return (sum >>> 8) ^ (crcs[sum & 0xff] ?? 0);
}

function addToCrc(before: number, bytes: Uint8Array): number {
  let sum = before;
  let at = 0;
  // Four bytes at once take half the time.
  for (; at + 4 <= bytes.length; at += 4) {
    sum ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    sum =
      (crcs[768 + (sum & 0xff)] ?? 0) ^
      (crcs[512 + ((sum >>> 8) & 0xff)] ?? 0) ^
      (crcs[256 + ((sum >>> 16) & 0xff)] ?? 0) ^
      (crcs[sum >>> 24] ?? 0);
  }
  for (; at < bytes.length; at++) sum = next(sum ^ (bytes[at] ?? 0));
  return sum;
}
