import type {FileLimits} from './file-content.ts';
import {refuse} from './refusal.ts';

/** A file in an archive, as the archive's directory has it. */
export interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly crc: number;
  /** Bytes, inflated. */
  readonly size: number;
  /** What is to be inflated. */
  readonly packed: Uint8Array<ArrayBuffer>;
}

/** The entries of an archive by their names in lower case: to a workbook, both cases are the same. */
export type Archive = ReadonlyMap<string, ZipEntry>;

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const FULL_32 = 0xffffffff;

interface Directory {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/** An entry as it says where it is. */
interface Listed {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly start: number;
}

/** Where an entry is, with its header. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Checks an archive by its directory before anything is inflated. Throws a `Refusal`. */
export function openArchive(bytes: Uint8Array<ArrayBuffer>, limits: FileLimits): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readArchive(bytes, view, limits);
  } catch (error) {
    // The view has ended before the archive has.
    if (error instanceof RangeError) return refuse('damaged');
    throw error;
  }
}

function readArchive(bytes: Uint8Array<ArrayBuffer>, view: DataView, limits: FileLimits): Archive {
  const directory = findDirectory(view);
  if (directory.count > limits.entries) return refuse({code: 'too-many-entries', limit: limits.entries});
  const listed = list(bytes, view, directory);
  const inflated = listed.reduce((sum, {size}) => sum + size, 0);
  if (inflated > limits.inflated) return refuse({code: 'inflates', limit: limits.inflated});
  const archive = new Map<string, ZipEntry>();
  const places: Place[] = [];
  for (const entry of listed) {
    const start = dataStart(bytes, view, entry);
    const end = start + entry.packedSize;
    if (end > directory.start) refuse('damaged');
    places.push({start: entry.start, end});
    const {name, method, crc, size} = entry;
    const key = name.toLowerCase();
    if (archive.has(key)) refuse('unsafe');
    archive.set(key, {name, crc, size, isDeflated: method === 8, packed: bytes.subarray(start, end)});
  }
  assertApart(places);
  return archive;
}

/** The directory is named at the very end, but for a comment. */
function findDirectory(view: DataView): Directory {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== END || view.getUint16(at + 20, true) !== last - at) continue;
    const isLarge = at >= 20 && view.getUint32(at - 20, true) === LOCATOR_64;
    return isLarge ? readLargeEnd(view, at) : readEnd(view, at);
  }
  return refuse('damaged');
}

function readEnd(view: DataView, at: number): Directory {
  const disks = view.getUint32(at + 4, true);
  const count = view.getUint16(at + 10, true);
  const size = view.getUint32(at + 12, true);
  const start = view.getUint32(at + 16, true);
  // What lies before the archive, or between its directory and its end, is read by some and overlooked by others.
  if (disks !== 0 || view.getUint16(at + 8, true) !== count || start + size !== at) refuse('damaged');
  return {start, end: at, count};
}

function readLargeEnd(view: DataView, end: number): Directory {
  const at = readLong(view, end - 12);
  if (view.getUint32(at, true) !== END_64 || at + 12 + readLong(view, at + 4) !== end - 20) refuse('damaged');
  const count = readLong(view, at + 32);
  const size = readLong(view, at + 40);
  const start = readLong(view, at + 48);
  if (readLong(view, at + 24) !== count || start + size !== at) refuse('damaged');
  return {start, end: at, count};
}

/** No number of an archive that we take is as large as that it would be rounded. */
function readLong(view: DataView, at: number): number {
  const number = view.getBigUint64(at, true);
  return number > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(number);
}

function list(bytes: Uint8Array, view: DataView, {start, end, count}: Directory): Listed[] {
  const listed: Listed[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) refuse('damaged');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > end) refuse('damaged');
    listed.push(readListed(view, at, bytes.subarray(at + 46, nameEnd), [nameEnd, extraEnd]));
    at = next;
  }
  if (at !== end) refuse('damaged');
  return listed;
}

function readListed(view: DataView, at: number, name: Uint8Array, extra: readonly [number, number]): Listed {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  // Bit 0: encrypted; bit 13: its header is.
  if (flags & 0x2001) refuse('encrypted');
  if (method !== 0 && method !== 8) refuse('damaged');
  const numbers = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ];
  const [size = 0, packedSize = 0, start = 0] = widen(view, numbers, extra);
  if (method === 0 && size !== packedSize) refuse('damaged');
  return {name: readName(name, flags), method, crc: view.getUint32(at + 16, true), packedSize, size, start};
}

/** Numbers that did not fit are in an extra field, in the same order. */
function widen(
  view: DataView,
  numbers: readonly number[],
  [start, end]: readonly [number, number],
): number[] {
  if (!numbers.includes(FULL_32)) return [...numbers];
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let from = at + 4;
    return numbers.map((number) => (number === FULL_32 ? readLong(view, (from += 8) - 8) : number));
  }
  return refuse('damaged');
}

function readName(name: Uint8Array, flags: number): string {
  const text = new TextDecoder(flags & 0x800 ? 'utf-8' : 'windows-1252').decode(name);
  const isPlain = text !== '' && !/[\0\\]|^\/|^[a-z]:/i.test(text) && !text.split('/').includes('..');
  return isPlain ? text : refuse('unsafe');
}

/** Where the bytes of an entry begin, behind its own header, which has to say the same. */
function dataStart(bytes: Uint8Array, view: DataView, {start, name}: Listed): number {
  if (view.getUint32(start, true) !== LOCAL) refuse('damaged');
  const flags = view.getUint16(start + 6, true);
  const nameEnd = start + 30 + view.getUint16(start + 26, true);
  if (readName(bytes.subarray(start + 30, nameEnd), flags) !== name) refuse('unsafe');
  return nameEnd + view.getUint16(start + 28, true);
}

/** Entries that share bytes are how a small archive becomes an enormous one. */
function assertApart(places: readonly Place[]): void {
  let taken = 0;
  for (const {start, end} of places.toSorted((a, b) => a.start - b.start)) {
    if (start < taken) refuse('unsafe');
    taken = end;
  }
}
