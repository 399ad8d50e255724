import type {Effort} from './effort.ts';
import {refuse} from './refusal.ts';
import {decodeText} from './xml-text.ts';

/** Takes what is in an XML text, in its order. Names come without their prefixes. */
export interface XmlHandler {
  /**
   * Takes a whole element at once, where one begins that it knows well, and returns where the text goes on behind it; -1: it is taken
   * tag by tag. Spends what that would, but for the first tag.
   */
  takeWhole?(text: string, start: number): number;
  open(name: string, attributes: Attributes): void;
  /** Whether it takes the text that comes next; one that nobody takes is not decoded. */
  readonly wantsText: boolean;
  /** What stands between two tags; one text may come in several. */
  text(text: string): void;
  close(name: string): void;
}

/** How deep elements may lie in each other; no sheet comes near it. */
const DEEPEST = 100;
/** How deep the elements may be that are taken at once. */
const WHOLE = 5;
/** How long a tag, or a text between two, may be. */
const LONGEST = 1_000_000;
/** How long a name may be, how many attributes a tag may have, and how long one that is asked for may be. */
const LONGEST_NAME = 1_000;
const ATTRIBUTES = 200;
const LONGEST_VALUE = 10_000;

const SLASH = 47;
const EQUALS = 61;
const END = 62;

/**
 * Takes an XML text apart, piece by piece. There is no `DOMParser` in a worker, and none that could be stopped. Throws a `Refusal`:
 * `unsafe` for a DOCTYPE, which no spreadsheet has, and for depths; `damaged` for what is no XML.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #effort: Effort;
  readonly #attributes: Attributes;
  /** The elements that are open: their names, and those as they are written, with their prefixes. */
  readonly #open: string[] = [];
  readonly #written: string[] = [];
  /** What is still to be read. Joined, and not added up, it is one flat text, which is gone through faster. */
  #rest: string[] = [];
  #length = 0;
  /** How much there has to be of it until it is looked at again: what comes in many pieces is not with each of them. */
  #enough = 0;

  constructor(handler: XmlHandler, effort: Effort) {
    this.#handler = handler;
    this.#effort = effort;
    this.#attributes = new Attributes(effort);
  }

  /** Goes on with the next piece of the text. */
  push(piece: string): void {
    this.#rest.push(piece);
    this.#length += piece.length;
    if (this.#length < this.#enough) return;
    const text = this.#rest.join('');
    const at = this.#scan(text);
    this.#rest = [text.slice(at)];
    this.#length = text.length - at;
    this.#enough = at === 0 ? Math.min(2 * this.#length, LONGEST) : 0;
    if (this.#length > LONGEST) refuse('damaged');
  }

  /** Has to be called behind the last piece: what is left open is damaged. */
  end(): void {
    const text = this.#rest.join('');
    const at = this.#scan(text);
    if (this.#open.length > 0 || text.slice(at).trim() !== '') refuse('damaged');
  }

  /** Reads as far as the text is whole, and returns where that is. */
  #scan(text: string): number {
    for (let at = 0; ;) {
      const start = text.indexOf('<', at);
      if (start === -1) return at;
      if (start > at && this.#open.length > 0 && this.#handler.wantsText)
        this.#handler.text(decodeText(text.slice(at, start), this.#effort));
      const end = this.#markup(text, start);
      if (end === -1) return start;
      this.#effort.spend();
      at = end;
    }
  }

  /** Where the text goes on behind a tag or a comment; -1 where its end is still to come. */
  #markup(text: string, start: number): number {
    if (start + 1 === text.length) return -1;
    switch (text.charCodeAt(start + 1)) {
      case SLASH:
        return this.#close(text, start);
      case 63:
        return behind(text, '?>', start);
      case 33:
        return this.#declaration(text, start);
      default:
        return this.#element(text, start);
    }
  }

  #declaration(text: string, start: number): number {
    if (text.startsWith('<!--', start)) return behind(text, '-->', start + 4);
    if (text.startsWith('<![CDATA[', start)) {
      const end = behind(text, ']]>', start);
      if (end !== -1 && this.#open.length > 0 && this.#handler.wantsText)
        this.#handler.text(text.slice(start + 9, end - 3));
      return end;
    }
    const isCut = ['<!--', '<![CDATA['].some((mark) => mark.startsWith(text.slice(start)));
    return isCut ? -1 : refuse('unsafe');
  }

  #close(text: string, start: number): number {
    const end = text.indexOf('>', start);
    if (end === -1) return -1;
    const name = this.#open.pop();
    const written = this.#written.pop();
    if (name === undefined || written === undefined) return refuse('damaged');
    const isSame = end === start + 2 + written.length && text.startsWith(written, start + 2);
    if (!isSame && localName(text.slice(start + 2, end).trimEnd()) !== name) refuse('damaged');
    this.#handler.close(name);
    return end + 1;
  }

  #element(text: string, start: number): number {
    const isFar = this.#open.length < DEEPEST - WHOLE;
    const end = isFar ? (this.#handler.takeWhole?.(text, start) ?? -1) : -1;
    return end === -1 ? this.#tag(text, start) : end;
  }

  #tag(text: string, start: number): number {
    const nameEnd = endOfName(text, start + 1);
    if (nameEnd - start > LONGEST_NAME) refuse('unsafe');
    const end = this.#attributes.read(text, nameEnd);
    if (end === -1) return -1;
    const written = text.slice(start + 1, nameEnd);
    const name = localName(written);
    if (this.#open.length >= DEEPEST) refuse('unsafe');
    this.#handler.open(name, this.#attributes);
    if (text.charCodeAt(end - 2) === SLASH) {
      this.#handler.close(name);
    } else {
      this.#open.push(name);
      this.#written.push(written);
    }
    return end;
  }
}

/** The attributes of one tag, as long as it is looked at. */
export class Attributes {
  readonly #effort: Effort;
  #text = '';
  #count = 0;
  // Places in the text; most attributes are never asked for.
  readonly #nameStarts = new Uint32Array(ATTRIBUTES);
  readonly #nameEnds = new Uint32Array(ATTRIBUTES);
  readonly #starts = new Uint32Array(ATTRIBUTES);
  readonly #ends = new Uint32Array(ATTRIBUTES);

  constructor(effort: Effort) {
    this.#effort = effort;
  }

  /** The value of an attribute by its name without a prefix. */
  get(name: string): string | undefined {
    for (let at = 0; at < this.#count; at++) {
      if (!isNamed(this.#text, this.#nameStarts[at] ?? 0, this.#nameEnds[at] ?? 0, name)) continue;
      const [start, end] = [this.#starts[at] ?? 0, this.#ends[at] ?? 0];
      if (end - start > LONGEST_VALUE) refuse('unsafe');
      return decodeText(this.#text.slice(start, end), this.#effort);
    }
    return undefined;
  }

  /** Reads up to the end of a tag, and returns where that is; -1 where it is still to come. */
  read(text: string, start: number): number {
    this.#text = text;
    this.#count = 0;
    for (let at = start; ;) {
      at = skipSpaces(text, at);
      if (at >= text.length) return -1;
      const code = text.charCodeAt(at);
      if (code === END) return at + 1;
      if (code === SLASH) {
        if (at + 1 >= text.length) return -1;
        return text.charCodeAt(at + 1) === END ? at + 2 : refuse('damaged');
      }
      if (this.#count === ATTRIBUTES) refuse('unsafe');
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
    const quote = text.charAt(open);
    if (nameEnd === start || text.charCodeAt(equals) !== EQUALS || (quote !== '"' && quote !== "'"))
      refuse('damaged');
    const end = text.indexOf(quote, open + 1);
    if (end === -1) return -1;
    this.#effort.spend();
    const at = this.#count++;
    this.#nameStarts[at] = start;
    this.#nameEnds[at] = nameEnd;
    this.#starts[at] = open + 1;
    this.#ends[at] = end;
    return end + 1;
  }
}

/** Whether that is the name between these places, behind its prefix. */
function isNamed(text: string, start: number, end: number, name: string): boolean {
  const at = end - name.length;
  if (at < start || !text.startsWith(name, at)) return false;
  return at === start || (text.charAt(at - 1) === ':' && !text.startsWith('xmlns', start));
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
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** A name ends before a space, `=`, `/` or `>`. */
function endOfName(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === EQUALS || code === END || code === SLASH || isSpace(code)) return at;
  }
  return text.length;
}
