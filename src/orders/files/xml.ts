import {refuse} from './refusal.ts';

/** Takes what is in an XML text, in its order. Names come without their prefixes. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  /** What stands between two tags; one text may come in several. */
  text(text: string): void;
  close(name: string): void;
}

/** How deep elements may lie in each other; no sheet comes near it. */
const DEEPEST = 100;
/** How long a tag, or a text between two, may be. */
const LONGEST = 1_000_000;
/** How long a name may be, and how many attributes a tag may have: each costs, and is read again with every piece of its tag. */
const LONGEST_NAME = 1_000;
const ATTRIBUTES = 200;

/**
 * Takes an XML text apart, piece by piece. There is no `DOMParser` in a worker, and none that could be stopped. Throws a `Refusal`:
 * `unsafe` for a DOCTYPE, which no spreadsheet has, and for depths; `damaged` for what is no XML.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #attributes = new Attributes();
  readonly #open: string[] = [];
  #rest = '';

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** Goes on with the next piece of the text. */
  push(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start === -1) break;
      if (start > at && this.#open.length > 0) this.#handler.text(decodeText(text.slice(at, start)));
      at = start;
      const end = this.#markup(text, start);
      if (end === -1) break;
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > LONGEST) refuse('damaged');
  }

  /** Has to be called behind the last piece: what is left open is damaged. */
  end(): void {
    if (this.#open.length > 0 || this.#rest.trim() !== '') refuse('damaged');
  }

  /** Where the text goes on behind a tag or a comment; -1 where its end is still to come. */
  #markup(text: string, start: number): number {
    switch (text[start + 1]) {
      case undefined:
        return -1;
      case '/':
        return this.#close(text, start);
      case '?':
        return behind(text, '?>', start);
      case '!':
        return this.#declaration(text, start);
      default:
        return this.#tag(text, start);
    }
  }

  #declaration(text: string, start: number): number {
    if (text.startsWith('<!--', start)) return behind(text, '-->', start + 4);
    if (text.startsWith('<![CDATA[', start)) {
      const end = behind(text, ']]>', start);
      if (end !== -1 && this.#open.length > 0) this.#handler.text(text.slice(start + 9, end - 3));
      return end;
    }
    const isCut = ['<!--', '<![CDATA['].some((mark) => mark.startsWith(text.slice(start)));
    return isCut ? -1 : refuse('unsafe');
  }

  #close(text: string, start: number): number {
    const end = text.indexOf('>', start);
    if (end === -1) return -1;
    const name = localName(text.slice(start + 2, end).trimEnd());
    if (this.#open.pop() !== name) refuse('damaged');
    this.#handler.close(name);
    return end + 1;
  }

  #tag(text: string, start: number): number {
    const nameEnd = endOfName(text, start + 1);
    if (nameEnd - start > LONGEST_NAME) refuse('unsafe');
    const end = this.#attributes.read(text, nameEnd);
    if (end === -1) return -1;
    const name = localName(text.slice(start + 1, nameEnd));
    if (this.#open.length >= DEEPEST) refuse('unsafe');
    this.#handler.open(name, this.#attributes);
    if (text[end - 2] === '/') this.#handler.close(name);
    else this.#open.push(name);
    return end;
  }
}

/** The attributes of one tag, as long as it is looked at. */
export class Attributes {
  readonly #names: string[] = [];
  readonly #values: string[] = [];

  /** The value of an attribute by its name without a prefix. */
  get(name: string): string | undefined {
    const index = this.#names.indexOf(name);
    return index === -1 ? undefined : decodeText(this.#values[index] ?? '');
  }

  /** Reads up to the end of a tag, and returns where that is; -1 where it is still to come. */
  read(text: string, start: number): number {
    this.#names.length = 0;
    this.#values.length = 0;
    let left = ATTRIBUTES;
    for (let at = start; ;) {
      at = skipSpaces(text, at);
      if (at >= text.length) return -1;
      if (text[at] === '>') return at + 1;
      if (text[at] === '/') {
        if (at + 1 >= text.length) return -1;
        return text[at + 1] === '>' ? at + 2 : refuse('damaged');
      }
      if (--left < 0) refuse('unsafe');
      at = this.#readOne(text, at);
      if (at === -1) return -1;
    }
  }

  #readOne(text: string, start: number): number {
    const nameEnd = endOfName(text, start);
    if (nameEnd - start > LONGEST_NAME) refuse('unsafe');
    const equals = skipSpaces(text, nameEnd);
    const open = skipSpaces(text, equals + 1);
    if (open >= text.length) return -1;
    const quote = text[open];
    if (nameEnd === start || text[equals] !== '=' || (quote !== '"' && quote !== "'")) refuse('damaged');
    const end = text.indexOf(quote ?? '"', open + 1);
    if (end === -1) return -1;
    const name = text.slice(start, nameEnd);
    if (!name.startsWith('xmlns')) {
      this.#names.push(localName(name));
      this.#values.push(text.slice(open + 1, end));
    }
    return end + 1;
  }
}

function behind(text: string, mark: string, start: number): number {
  const at = text.indexOf(mark, start);
  return at === -1 ? -1 : at + mark.length;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function skipSpaces(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** A name ends before a space, `=`, `/` or `>`. */
function endOfName(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 61 || code === 62 || code === 47 || isSpace(code)) return at;
  }
  return text.length;
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decodeText(text: string): string {
  const plain = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  if (!plain.includes('&')) return plain;
  return plain.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));|&/gi, (_, decimal, hex, name) =>
    decodeEntity(decimal as string | undefined, hex as string | undefined, name as string | undefined),
  );
}

function decodeEntity(decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities.get(name) ?? refuse('damaged');
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  // There are no characters for zero, halves of pairs, and beyond the last.
  if (Number.isNaN(code) || code > 0x10ffff) return refuse('damaged');
  return code === 0 || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code);
}
