/** The texts in an archive by their paths, read by its directory. */
export async function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<Map<string, string>> {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const files = new Map<string, string>();
  let at = data.getUint32(end + 16, true);
  for (let count = data.getUint16(end + 10, true); count > 0; count--) {
    const [method, size] = [data.getUint16(at + 10, true), data.getUint32(at + 20, true)];
    const [nameLength, start] = [data.getUint16(at + 28, true), data.getUint32(at + 42, true)];
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const from = start + 30 + data.getUint16(start + 26, true) + data.getUint16(start + 28, true);
    const packed = new Blob([bytes.subarray(from, from + size)]);
    const stream =
      method === 0 ? packed.stream() : packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
    files.set(path, await new Response(stream).text());
    at += 46 + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  }
  return files;
}
