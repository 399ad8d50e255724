import type {Slices} from '../slices.ts';
import type {Effort} from './effort.ts';
import {refuse} from './refusal.ts';
import {XmlScanner, type XmlHandler} from './xml.ts';
import {inflate} from './zip-inflate.ts';
import type {Archive, ZipEntry} from './zip.ts';

/** What one part of a workbook says of another. */
export interface Relationship {
  /** The last word of its type: `worksheet`, `sharedStrings`; the same in both editions of the standard. */
  readonly type: string;
  /** The other part; undefined where it is none of this archive. */
  readonly part?: ZipEntry | undefined;
}

/** How parts are read. */
export interface Reading {
  readonly archive: Archive;
  readonly slices: Slices;
  readonly effort: Effort;
  /** Is told how many packed bytes have been read. */
  readonly onRead?: ((count: number) => void) | undefined;
}

/** How many other parts and places one may name. */
const RELATIONSHIPS = 1_000;

/** Has a part of a workbook taken apart, until `isDone` says that no more of it is needed. Throws a `Refusal`. */
export async function readPart(
  part: ZipEntry,
  handler: XmlHandler,
  {slices, effort, onRead}: Reading,
  isDone: () => boolean = () => false,
): Promise<void> {
  const scanner = new XmlScanner(handler, effort);
  let decoder: TextDecoder | undefined;
  for await (const bytes of inflate(part, onRead)) {
    decoder ??= new TextDecoder(encodingOf(bytes), {fatal: true});
    scanner.push(decode(decoder, bytes));
    if (isDone()) return;
    await slices.rest();
  }
  scanner.push(decoder ? decode(decoder) : '');
  scanner.end();
}

/** The relationships of a part by their ids; none where it has no file of them. */
export async function readRelationships(path: string, reading: Reading): Promise<Map<string, Relationship>> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const file = reading.archive.get(`${folder}_rels/${path.slice(folder.length)}.rels`.toLowerCase());
  const found = new Map<string, Relationship>();
  if (!file) return found;
  let count = 0;
  await readPart(
    file,
    {
      open(name, attributes) {
        const id = name === 'Relationship' ? attributes.get('Id') : undefined;
        if (id === undefined) return;
        if (++count > RELATIONSHIPS) refuse('unsafe');
        const isOurs = attributes.get('TargetMode') !== 'External';
        const target = resolve(folder, attributes.get('Target') ?? '');
        const part = isOurs ? reading.archive.get(target.toLowerCase()) : undefined;
        found.set(id, {type: attributes.get('Type')?.replace(/^.*\//s, '') ?? '', part});
      },
      wantsText: false,
      text: () => undefined,
      close: () => undefined,
    },
    reading,
  );
  return found;
}

/** A target as the name of an entry: from the top, or from the folder of the part that names it. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  const full = target.startsWith('/') ? target : folder + target;
  for (const name of full.split('/')) {
    if (name === '..') path.pop();
    else if (name !== '' && name !== '.') path.push(name);
  }
  return path.join('/');
}

/** Parts are in UTF-8, or in UTF-16 with a mark. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function decode(decoder: TextDecoder, bytes?: Uint8Array<ArrayBuffer>): string {
  try {
    return decoder.decode(bytes, {stream: bytes !== undefined});
  } catch {
    return refuse('damaged');
  }
}
