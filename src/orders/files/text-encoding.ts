import type {Stepwise} from '../slices.ts';
import type {FileEncoding} from './file-content.ts';

/** How a text is encoded. `isSure`: false where other encodings make sense of its bytes, too. */
export interface EncodingFound {
  readonly name: FileEncoding;
  readonly isSure: boolean;
}

/** How many bytes are looked at or decoded in a step. */
const PIECE = 65_536;
/** How many bytes tell UTF-16 without a mark from other texts. */
const SAMPLE = 4_096;

/** Tells by the bytes of a text how it is encoded: by its mark, by its zeros, else by whether they can be UTF-8 at all. */
export function* tellEncoding(bytes: Uint8Array): Stepwise<EncodingFound> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return {name: 'utf-16le', isSure: true};
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return {name: 'utf-16be', isSure: true};
  const wide = tellWide(bytes.subarray(0, SAMPLE));
  if (wide) return {name: wide, isSure: true};
  if (yield* isUtf8(bytes)) return {name: 'utf-8', isSure: true};
  return {name: 'windows-1252', isSure: false};
}

/** The text, without a byte order mark. What makes no sense becomes U+FFFD. */
export function* decodeStepwise(bytes: Uint8Array, name: FileEncoding): Stepwise<string> {
  const decoder = new TextDecoder(name);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(decoder.decode(bytes.subarray(at, at + PIECE), {stream: true}));
    yield;
  }
  pieces.push(decoder.decode());
  return pieces.join('');
}

/** In a text of the West every other byte is zero, delimiters and line breaks at the least in any other. */
function tellWide(sample: Uint8Array): FileEncoding | undefined {
  let [even, odd] = [0, 0];
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const many = sample.length / 8;
  if (odd > many && even * 10 < odd) return 'utf-16le';
  return even > many && odd * 10 < even ? 'utf-16be' : undefined;
}

function* isUtf8(bytes: Uint8Array): Stepwise<boolean> {
  const decoder = new TextDecoder('utf-8', {fatal: true});
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      decoder.decode(bytes.subarray(at, at + PIECE), {stream: true});
      yield;
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
