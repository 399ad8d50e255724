import type {DraftInput} from '../portal/contract/orders.ts';
import {parseQuantity, type Separators} from './decimals.ts';
import type {DraftLine} from './draft.ts';

const texts = new WeakMap<DraftLine, string>();
const ofInputs = new WeakMap<DraftInput['lines'], readonly string[]>();
const plain: Separators = {decimal: '.', group: ','};

/** What a line says to a portal, as one text: lines that say the same have the same. `separators` are those of its draft. */
export function lineText(line: DraftLine, separators: Separators): string {
  let text = texts.get(line);
  if (text === undefined) {
    const {item, search, variantCode, unitCode, quantity, requestedDate, note} = line;
    const number = item?.itemNumber ?? search;
    text = join(
      number,
      variantCode,
      unitCode ?? item?.units[0]?.code,
      quantity,
      separators,
      requestedDate,
      note,
    );
    texts.set(line, text);
  }
  return text;
}

/** The same of lines as a portal has them. */
export function lineTexts(lines: DraftInput['lines']): readonly string[] {
  let known = ofInputs.get(lines);
  if (!known) {
    known = lines.map(({itemNumber, variantCode, unitCode, quantity, requestedDate, note}) =>
      join(itemNumber, variantCode, unitCode, quantity, plain, requestedDate, note),
    );
    ofInputs.set(lines, known);
  }
  return known;
}

function join(
  number: string,
  variant: string | undefined,
  unit: string | undefined,
  quantity: string,
  separators: Separators,
  date = '',
  note = '',
): string {
  const amount = parseQuantity(quantity, separators).value ?? quantity.trim();
  return JSON.stringify([number.trim(), variant ?? '', unit ?? '', amount, date.trim(), note.trim()]);
}
