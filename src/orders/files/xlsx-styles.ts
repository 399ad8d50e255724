import {refuse} from './refusal.ts';
import {readPart, type Reading} from './xlsx-package.ts';
import type {ZipEntry} from './zip.ts';

/**
 * How a number is shown, as far as it matters: as a day, with zeros in front of it or behind its decimal point, or with
 * characters that are only in its format: `"KH-"0000`. Of those, `pieces` are the characters and the places of digits.
 */
export type NumberForm =
  | {readonly kind: 'plain' | 'date'}
  | {readonly kind: 'lettered'; readonly pieces: readonly Piece[]}
  | {readonly kind: 'padded'; readonly integer: number; readonly fraction: number};

/** Characters, or the place of a digit: of one that is always shown, or only where there is one. */
export type Piece = {readonly text: string} | {readonly digit: '0' | '#'};

const plain: NumberForm = {kind: 'plain'};
const date: NumberForm = {kind: 'date'};

/** How many styles a workbook may have; spreadsheets have at most 64,000. */
const STYLES = 100_000;
/** How many formats of its own it may have; spreadsheets have some hundreds. */
const FORMATS = 5_000;
/** How many places of digits, and characters between them, are filled; a number has fifteen digits. */
const PIECES = 40;
/** How many characters a format may have. */
const LONGEST = 255;

/** How numbers are shown by the index of a cell's style. Throws a `Refusal`. */
export async function readStyles(part: ZipEntry, reading: Reading): Promise<readonly NumberForm[]> {
  const codes = new Map<string, string>();
  const ids: string[] = [];
  // There are formats of conditions, and styles of styles, under the same names.
  let section = '';
  await readPart(
    part,
    {
      open(name, attributes) {
        if (name === 'numFmts' || name === 'cellXfs') section = name;
        const id = () => attributes.get('numFmtId') ?? '0';
        if (name === 'numFmt' && section === 'numFmts') {
          if (codes.set(id(), attributes.get('formatCode') ?? '').size > FORMATS) refuse('unsafe');
        }
        if (name === 'xf' && section === 'cellXfs' && ids.push(id()) > STYLES) refuse('unsafe');
      },
      wantsText: false,
      text: () => undefined,
      close(name) {
        if (name === section) section = '';
      },
    },
    reading,
  );
  const forms = new Map<string, NumberForm>();
  return ids.map((id) => {
    const form = forms.get(id) ?? formOf(Number(id), codes.get(id));
    forms.set(id, form);
    return form;
  });
}

/** How a number format shows numbers: one that every spreadsheet has by its id, any other by its code. */
export function formOf(id: number, code?: string): NumberForm {
  if (code !== undefined) return formOfCode(code);
  const isDate = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  if (isDate) return date;
  if (id === 1) return formOfCode('0');
  return id === 2 ? formOfCode('0.00') : plain;
}

function formOfCode(code: string): NumberForm {
  // No spreadsheet takes a longer one.
  if (code.length > LONGEST) return plain;
  const [, zeros = '', decimals = ''] = /^(0+)(?:\.(0+))?$/.exec(code) ?? [];
  if (zeros.length + decimals.length > 1)
    return {kind: 'padded', integer: zeros.length, fraction: decimals.length};
  if (isDateCode(code)) return date;
  const pieces = piecesOf(code);
  return pieces ? {kind: 'lettered', pieces} : plain;
}

/** What a format of whole numbers above zero puts around and between their digits; undefined: nothing, or it is another one. */
function piecesOf(code: string): Piece[] | undefined {
  const pieces: Piece[] = [];
  let isLettered = false;
  for (const [token] of code.matchAll(/"[^"]*"?|\\.|_.|\[[^\]]*\]?|general|standard|./gis)) {
    if (token === ';') break;
    if (token === '0') pieces.push({digit: '0'});
    else if (token === '#' || /^(general|standard)$/i.test(token)) pieces.push({digit: '#'});
    else if (/^\[(\$-|black|blue|cyan|green|magenta|red|white|yellow|color)/i.test(token) || token[0] === '_')
      continue;
    else if (/^(".*|\\.|[-+ ()])$/s.test(token)) {
      const text = token[0] === '"' ? token.replaceAll('"', '') : token.slice(-1);
      const last = pieces.at(-1);
      if (last && 'text' in last) pieces[pieces.length - 1] = {text: last.text + text};
      else pieces.push({text});
      isLettered ||= text.trim() !== '';
    } else return undefined;
  }
  if (pieces.length > PIECES) return undefined;
  return isLettered && pieces.some((piece) => 'digit' in piece) ? pieces : undefined;
}

/** Days, months and years; minutes have the same letter as months, but hours or seconds beside them. */
function isDateCode(code: string): boolean {
  // Duration in brackets, `[h]:mm`; colours, conditions and languages are there, too.
  if (/\[(h+|m+|s+)\]/i.test(code)) return false;
  const [letters = ''] = code.replaceAll(/"[^"]*"?|\[[^\]]*\]?|[\\_*]./gs, '').split(';');
  if (/general|standard/i.test(letters)) return false;
  return /[yd]/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters));
}
