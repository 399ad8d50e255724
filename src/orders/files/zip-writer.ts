import type {Slices, Stepwise} from '../slices.ts';

/** A file to be put into an archive. */
export interface NewEntry {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Packed {
  readonly path: Uint8Array;
  readonly bytes: Uint8Array;
  readonly method: 0 | 8;
  readonly size: number;
  readonly checksum: number;
}

/** Bytes whose checksum is computed in one step. */
const BLOCK = 64 * 1024;
/** 1980-01-01, the first day that an archive knows: files are the same whenever they are made. */
const DAY = 0x0021;
/** Names are in UTF-8. */
const UTF8 = 0x0800;

/** The CRC-32 of an archive's entry, a block a step. */
function* checksum(bytes: Uint8Array): Stepwise<number> {
  let value = 0xffffffff;
  for (let start = 0; start < bytes.length; start += BLOCK) {
    for (const byte of bytes.subarray(start, start + BLOCK)) {
      value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
    }
    yield;
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** Makes an archive, compressed where the browser can, in slices that let the page answer its user. */
export async function writeZip(
  entries: readonly NewEntry[],
  slices: Slices,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed: Packed[] = [];
  for (const {path, bytes} of entries) {
    const sum = await slices.run(checksum(bytes));
    const deflated = await deflate(bytes);
    const isSmaller = deflated !== undefined && deflated.length < bytes.length;
    packed.push({
      path: new TextEncoder().encode(path),
      bytes: isSmaller ? deflated : bytes,
      method: isSmaller ? 8 : 0,
      size: bytes.length,
      checksum: sum,
    });
  }
  return join(packed);
}

/** Undefined where the browser cannot. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return undefined;
  }
}

function join(entries: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = [numbers([4, 0x04034b50], ...common(entry)), entry.path, entry.bytes];
    const place: Numbers = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ];
    directory.push(numbers([4, 0x02014b50], [2, 20], ...common(entry), ...place), entry.path);
    parts.push(...local);
    offset += sizeOf(local);
  }
  const count = entries.length;
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, sizeOf(directory)],
    [4, offset],
    [2, 0],
  );
  return concat([...parts, ...directory, end]);
}

type Numbers = (readonly [bytes: 2 | 4, value: number])[];

/** What an entry's own header and the directory both say: needed version, flags, method, time, day, checksum, sizes, lengths. */
function common({path, bytes, method, size, checksum: sum}: Packed): Numbers {
  return [
    [2, 20],
    [2, UTF8],
    [2, method],
    [2, 0],
    [2, DAY],
    [4, sum],
    [4, bytes.length],
    [4, size],
    [2, path.length],
    [2, 0],
  ];
}

/** Little-endian numbers of two or four bytes. */
function numbers(...parts: Numbers): Uint8Array {
  const data = new DataView(new ArrayBuffer(parts.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of parts) {
    if (bytes === 2) data.setUint16(at, value, true);
    else data.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(data.buffer);
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, {length}) => sum + length, 0);
}

/** All parts in one. */
export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(sizeOf(parts));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const table = /* @__PURE__ */ Uint32Array.from({length: 256}, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
