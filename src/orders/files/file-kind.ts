import type {PlainCode} from './refusal.ts';

/** What a file is by its bytes: a table of ours to read, or why it is none. */
export type FileKind = 'archive' | 'text' | PlainCode;

/** First bytes of files that are no tables, nor text. */
const others: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x52, 0x49, 0x46, 0x46], // RIFF
  [0x1f, 0x8b], // gzip
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF
];
/** First bytes of workbooks from before they were archives or compound files. */
const oldest: readonly (readonly number[])[] = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF = [0x25, 0x50, 0x44, 0x46];
/** How many bytes tell text from anything else. */
const SAMPLE = 4_096;

/** Tells by its bytes what a file is, whatever its name says. */
export function tellKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'archive';
  if (starts(bytes, COMPOUND)) return tellCompound(bytes);
  if (starts(bytes, PDF)) return 'pdf';
  if (oldest.some((mark) => starts(bytes, mark))) return 'old-excel';
  if (others.some((mark) => starts(bytes, mark))) return 'not-a-table';
  return 'text';
}

/** Tells by the beginning of a text whether it is one of a table at all. */
export function tellText(text: string): FileKind {
  const start = text.slice(0, SAMPLE);
  const controls = start.match(/(?!\s)[\p{Cc}\ufffd]/gu)?.length ?? 0;
  // A few get into a text by mistake.
  if (controls > 8 && controls * 20 > start.length) return 'not-a-table';
  const markup = start.trimStart().slice(0, 1_000).toLowerCase();
  if (!markup.startsWith('<')) return 'text';
  if (/^<\?xml[^]*<(\?mso-application|(\w+:)?workbook\b)/.test(markup)) return 'old-excel';
  if (
    /^(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<(!doctype html|html|head|meta|body|table|style|div)\b/.test(markup)
  )
    return 'html';
  return /^<(\?xml|!doctype|svg)\b/.test(markup) ? 'not-a-table' : 'text';
}

/** Tells by the names of its entries what an archive is; undefined: a workbook as we read it. */
export function tellArchive(names: ReadonlySet<string>): PlainCode | undefined {
  const has = (...wanted: string[]) => wanted.some((name) => names.has(name));
  if (has('xl/workbook.bin')) return 'binary-excel';
  if (has('[content_types].xml') && [...names].some((name) => name.startsWith('xl/'))) return undefined;
  if (has('index/document.iwa', 'index.zip', 'index/calculationengine.iwa')) return 'apple-numbers';
  if (has('content.xml') && has('mimetype', 'meta-inf/manifest.xml')) return 'open-document';
  const isWorkbook = has('_rels/.rels') && ![...names].some((name) => /^(word|ppt|visio)\//.test(name));
  return isWorkbook ? undefined : 'not-a-table';
}

function starts(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** What a compound file holds, by the names of its streams. */
function tellCompound(bytes: Uint8Array): PlainCode {
  if (holds(bytes, 'EncryptedPackage')) return 'encrypted';
  return holds(bytes, 'Workbook') || holds(bytes, 'Book') ? 'old-excel' : 'not-a-table';
}

/** Whether a stream has this name, which is in UTF-16 and ends with a zero. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = [...new TextEncoder().encode(`${name}\0`)].flatMap((byte) => [byte, 0]);
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
