import {crc32, deflateSync, inflateSync} from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Makes a screenshot small: a palette of 256 of its colours, the others shown as the nearest of them. */
export function palettize(png: Uint8Array): Uint8Array {
  const {width, height, channels, pixels} = decode(Buffer.from(png));
  const counts = new Map<number, number>();
  const colours = new Uint32Array(width * height);
  for (let i = 0; i < colours.length; i++) {
    const colour = pixels.readUIntBE(i * channels, 3);
    colours[i] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = choosePalette(counts);
  const indices = new Map<number, number>(palette.map((colour, index) => [colour, index]));

  const rows = Buffer.alloc((width + 1) * height);
  for (let i = 0; i < colours.length; i++) {
    const colour = colours[i] ?? 0;
    let index = indices.get(colour);
    if (index === undefined) indices.set(colour, (index = nearest(palette, colour)));
    rows[i + Math.floor(i / width) + 1] = index;
  }

  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // eight bits a pixel, by palette
  const table = Buffer.alloc(palette.length * 3);
  for (const [index, colour] of palette.entries()) table.writeUIntBE(colour, index * 3, 3);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, {level: 9, memLevel: 9})),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

interface Picture {
  width: number;
  height: number;
  /** Bytes a pixel: red, green, blue and perhaps alpha. */
  channels: number;
  pixels: Buffer;
}

/** Reads what browsers write: eight bits a channel, RGB or RGBA, not interlaced. */
function decode(png: Buffer): Picture {
  const parts: Buffer[] = [];
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : 3;
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < channels ? 0 : (pixels[at - channels] ?? 0);
      const up = y === 0 ? 0 : (pixels[at - stride] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (pixels[at - stride - channels] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      pixels[at] = (raw[at + y + 1] ?? 0) + guess;
    }
  }
  return {width, height, channels, pixels};
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Half of the palette are the commonest colours, the other half those that would be missed most. */
function choosePalette(counts: ReadonlyMap<number, number>): number[] {
  const rest = [...counts].toSorted(([a, m], [b, n]) => n - m || a - b);
  const palette = rest.splice(0, 128).map(([colour]) => colour);
  const missed = rest.map(([colour, count]) => {
    const error = distance(palette[nearest(palette, colour)] ?? 0, colour);
    return {colour, count, error};
  });
  while (palette.length < 256 && missed.length > 0) {
    const worst = missed.reduce((a, b) => (b.error * b.count > a.error * a.count ? b : a));
    if (worst.error === 0) break;
    palette.push(worst.colour);
    for (const other of missed) other.error = Math.min(other.error, distance(other.colour, worst.colour));
  }
  return palette;
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Infinity;
  for (const [index, candidate] of palette.entries()) {
    const error = distance(candidate, colour);
    if (error < least) [best, least] = [index, error];
  }
  return best;
}

function distance(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = (one & 255) - (other & 255);
  return red * red + green * green + blue * blue;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const result = Buffer.alloc(body.length + 8);
  result.writeUInt32BE(data.length, 0);
  result.set(body, 4);
  result.writeUInt32BE(crc32(body), body.length + 4);
  return result;
}
