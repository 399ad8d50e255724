import {readPart, type Reading} from './xlsx-package.ts';
import type {ZipEntry} from './zip.ts';

/** How a number is shown, as far as it matters: as a day, or with zeros in front of it or behind its decimal point. */
export type NumberForm =
  | {readonly kind: 'plain' | 'date'}
  | {readonly kind: 'padded'; readonly integer: number; readonly fraction: number};

const plain: NumberForm = {kind: 'plain'};
const date: NumberForm = {kind: 'date'};

/** How many styles and formats of a workbook are looked at; spreadsheets have at most 64,000. */
const STYLES = 100_000;

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
        const id = attributes.get('numFmtId') ?? '0';
        if (name === 'numFmts' || name === 'cellXfs') section = name;
        if (name === 'numFmt' && section === 'numFmts' && codes.size < STYLES)
          codes.set(id, attributes.get('formatCode') ?? '');
        if (name === 'xf' && section === 'cellXfs' && ids.length < STYLES) ids.push(id);
      },
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
  const [, zeros = '', decimals = ''] = /^(0+)(?:\.(0+))?$/.exec(code) ?? [];
  if (zeros.length + decimals.length > 1)
    return {kind: 'padded', integer: zeros.length, fraction: decimals.length};
  return isDateCode(code) ? date : plain;
}

/** Days, months and years; minutes have the same letter as months, but hours or seconds beside them. */
function isDateCode(code: string): boolean {
  // Duration in brackets, `[h]:mm`; colours, conditions and languages are there, too.
  if (/\[(h+|m+|s+)\]/i.test(code)) return false;
  const [letters = ''] = code.replaceAll(/"[^"]*"?|\[[^\]]*\]?|[\\_*]./gs, '').split(';');
  if (/general|standard/i.test(letters)) return false;
  return /[yd]/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters));
}
