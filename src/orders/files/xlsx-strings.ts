import type {Effort} from './effort.ts';
import {refuse} from './refusal.ts';
import {readPart, type Reading} from './xlsx-package.ts';
import {unescape} from './xml-text.ts';
import type {ZipEntry} from './zip.ts';

/** How many texts a workbook may share; each costs, however short it is. */
const STRINGS = 500_000;

/**
 * The texts that the cells of a workbook share, by their index. Runs of rich text are one text; how it is pronounced is none of it.
 * Of a text that is longer than `longest`, two characters more are kept. Throws a `Refusal`.
 */
export async function readStrings(
  part: ZipEntry,
  longest: number,
  reading: Reading,
): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = new RichText(longest, reading.effort);
  await readPart(
    part,
    {
      open(name) {
        if (name === 'si') text = new RichText(longest, reading.effort);
        else text.open(name);
      },
      get wantsText() {
        return text.wantsText;
      },
      text: (piece) => text.add(piece),
      close(name) {
        if (name !== 'si') return text.close(name);
        if (strings.push(text.value) > STRINGS) refuse('overloaded');
      },
    },
    reading,
  );
  return strings;
}

/** A text that may be made of runs, and of how they are pronounced. */
export class RichText {
  readonly #longest: number;
  readonly #effort: Effort;
  #text = '';
  #isText = false;
  #isPronunciation = false;

  /** `longest`: how many characters matter, besides an apostrophe before them; of more than those, at least one is kept. */
  constructor(longest: number, effort: Effort) {
    this.#longest = longest;
    this.#effort = effort;
  }

  /** What it says. Throws a `Refusal`. */
  get value(): string {
    return unescape(this.#text, this.#effort).slice(0, this.#longest + 2);
  }

  /** Goes into an element of it. */
  open(name: string): void {
    if (name === 'rPh') this.#isPronunciation = true;
    if (name === 't') this.#isText = !this.#isPronunciation;
  }

  /** Whether the text that comes next is part of it, and matters. */
  get wantsText(): boolean {
    // An escaped character takes seven.
    return this.#isText && this.#text.length <= this.#longest * 7;
  }

  /** Takes a text within it. */
  add(text: string): void {
    if (this.wantsText) this.#text += text.slice(0, this.#longest * 7 + 1);
  }

  /** Leaves an element of it. */
  close(name: string): void {
    if (name === 'rPh') this.#isPronunciation = false;
    if (name === 't') this.#isText = false;
  }
}
