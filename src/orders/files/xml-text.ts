import type {Effort} from './effort.ts';
import {refuse} from './refusal.ts';

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** How long the name or the number of a character may be; none is longer. */
const LONGEST = 16;

/** A text as it is meant: with its line breaks as one character, and what is written by name. Throws a `Refusal`. */
export function decodeText(text: string, effort: Effort): string {
  const plain = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  let [decoded, at] = ['', 0];
  for (;;) {
    const start = plain.indexOf('&', at);
    if (start === -1) return at === 0 ? plain : decoded + plain.slice(at);
    effort.spend();
    const end = endOfEntity(plain, start + 1);
    decoded += plain.slice(at, start) + (end === -1 ? '&' : decodeEntity(plain.slice(start + 1, end)));
    at = (end === -1 ? start : end) + 1;
  }
}

/** Where the `;` is; -1 where the `&` stands for itself. */
function endOfEntity(text: string, start: number): number {
  const last = Math.min(text.length, start + LONGEST);
  for (let at = start; at < last; at++) {
    const code = text.charCodeAt(at);
    if (code === 59) return at > start ? at : -1;
    const isLetter = (code | 32) >= 97 && (code | 32) <= 122;
    const isDigit = code >= 48 && code <= 57;
    if (!isLetter && !isDigit && code !== 35) return -1;
  }
  return -1;
}

function decodeEntity(name: string): string {
  const known = entities.get(name);
  if (known !== undefined) return known;
  const number = /^#(?:(\d{1,7})|x([\da-f]{1,6}))$/i.exec(name);
  if (!number) return /\d|#/.test(name) ? `&${name};` : refuse('damaged');
  const [, decimal, hex = ''] = number;
  const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
  if (code > 0x10ffff) return refuse('damaged');
  // There are no characters for zero, and for halves of pairs.
  return code === 0 || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code);
}

/** Characters that XML cannot hold are written as `_x000D_`. Throws a `Refusal`. */
export function unescape(text: string, effort: Effort): string {
  let [plain, at] = ['', 0];
  for (let from = 0; ;) {
    const start = text.indexOf('_x', from);
    if (start === -1) return at === 0 ? text : plain + text.slice(at);
    from = start + 1;
    const code = text[start + 6] === '_' ? hexOf(text, start + 2) : -1;
    if (code === -1) continue;
    effort.spend();
    plain += text.slice(at, start) + String.fromCharCode(code);
    at = from = start + 7;
  }
}

/** The number that four digits are; -1 where they are none. */
function hexOf(text: string, start: number): number {
  let number = 0;
  for (let at = start; at < start + 4; at++) {
    const code = text.charCodeAt(at);
    const letter = (code | 32) - 87;
    if (code >= 48 && code <= 57) number = number * 16 + code - 48;
    else if (letter >= 10 && letter <= 15) number = number * 16 + letter;
    else return -1;
  }
  return number;
}
