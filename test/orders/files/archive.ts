/** Archives as they come from spreadsheets, and as nobody makes them who means well. */

type Bytes = Uint8Array<ArrayBuffer>;

/** An entry of an archive, and what its headers say of it where that is not so. */
export interface Packed {
  readonly name: string;
  readonly content: string | Bytes;
  readonly isStored?: boolean;
  readonly says?: Partial<Headers> & {readonly localName?: string; readonly start?: number};
}

interface Headers {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
}

/** What the end of an archive says where that is not so. */
export interface ArchiveOptions {
  readonly count?: number;
  readonly comment?: string;
  readonly isLarge?: boolean;
}

const encoder = new TextEncoder();

/** Makes an archive. */
export async function archive(files: readonly Packed[], options: ArchiveOptions = {}): Promise<Bytes> {
  const parts: Bytes[] = [];
  const directory: Bytes[] = [];
  let at = 0;
  for (const file of files) {
    const {headers, packed} = await pack(file);
    const {localName = file.name, start = at} = file.says ?? {};
    const [name, inner] = [encoder.encode(file.name), encoder.encode(localName)];
    const common = fields(headers);
    const local = join([numbers(4, 0x04034b50), common, numbers(2, inner.length, 2, 0), inner, packed]);
    const listed = numbers(2, name.length, 2, 0, 2, 0, 2, 0, 2, 0, 4, 0, 4, start);
    directory.push(numbers(4, 0x02014b50, 2, 20), common, listed, name);
    parts.push(local);
    at += local.length;
  }
  const central = join(directory);
  return join([...parts, central, end(files.length, central.length, at, options)]);
}

/** So many bytes, packed: a thousandth of them. */
export function packRepeated(byte: number, count: number): Promise<Bytes> {
  return deflate(new Uint8Array(count).fill(byte));
}

async function pack({content, isStored, says}: Packed): Promise<{headers: Headers; packed: Bytes}> {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  const isReady = isStored || says?.method !== undefined;
  const packed = isReady ? bytes : await deflate(bytes);
  const headers = {
    flags: 0x0800,
    method: isStored ? 0 : 8,
    crc: crcOf(bytes),
    packedSize: packed.length,
    size: bytes.length,
    ...says,
  };
  return {headers, packed};
}

async function deflate(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function fields({flags, method, crc, packedSize, size}: Headers): Bytes {
  return numbers(2, 20, 2, flags, 2, method, 2, 0, 2, 0x21, 4, crc, 4, packedSize, 4, size);
}

function end(files: number, size: number, start: number, options: ArchiveOptions): Bytes {
  const {count = files, comment = '', isLarge = false} = options;
  const text = encoder.encode(comment);
  const last = (entries: number, at: number) =>
    numbers(4, 0x06054b50, 4, 0, 2, entries, 2, entries, 4, size, 4, at, 2, text.length);
  if (!isLarge) return join([last(count, start), text]);
  const large = numbers(
    4,
    0x06064b50,
    8,
    44,
    2,
    45,
    2,
    45,
    4,
    0,
    4,
    0,
    8,
    count,
    8,
    count,
    8,
    size,
    8,
    start,
  );
  const locator = numbers(4, 0x07064b50, 4, 0, 8, start + size, 4, 1);
  return join([large, locator, last(0xffff, 0xffffffff), text]);
}

/** Little-endian numbers: how many bytes each has, and what it is. */
function numbers(...pairs: readonly number[]): Bytes {
  const bytes: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    let [count = 0, value = 0] = pairs.slice(at, at + 2);
    for (; count > 0; count--) {
      bytes.push(value % 256);
      value = Math.floor(value / 256);
    }
  }
  return new Uint8Array(bytes);
}

function join(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const crcs = Uint32Array.from({length: 256}, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

function crcOf(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) sum = (sum >>> 8) ^ (crcs[(sum ^ byte) & 255] ?? 0);
  return ~sum >>> 0;
}
