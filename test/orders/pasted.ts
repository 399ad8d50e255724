import {newDraft, newLine, type Draft, type DraftLine} from '../../src/orders/draft.ts';
import {
  planPaste,
  readPaste,
  type PasteAnswers,
  type PasteBlock,
  type PasteOptions,
} from '../../src/orders/paste.ts';
import type {Item} from '../../src/portal/contract/catalog.ts';

/** How numbers are typed in English. */
export const english = {decimal: '.', group: ','};
/** How numbers are typed in German. */
export const german = {decimal: ',', group: '.'};

/** An item of two units and two variants. */
export const screw: Item = {
  itemNumber: 'KH-10036',
  description: 'Screw',
  units: [
    {code: 'PCS', label: 'piece', perBase: '1'},
    {code: 'BOX', label: 'box', perBase: '100'},
  ],
  variants: [
    {code: '08', description: 'Galvanised'},
    {code: '09', description: 'Plain'},
  ],
};

/** A paste that can be read. */
export function read(text: string, options: Partial<PasteOptions> = {}): PasteBlock {
  const {block, problem} = readPaste(text, {at: 'item', ...options});
  if (!block) throw new Error(problem.code);
  return block;
}

/** What the fields of a paste are read as. */
export function valuesOf(text: string, options: Partial<PasteOptions> = {}, answers: PasteAnswers = {}) {
  const {values} = planPaste(read(text, options), answers, english);
  return Object.fromEntries(values);
}

/** A line, empty but for what is said of it. */
export const line = (change: Partial<DraftLine> = {}): DraftLine => ({...newLine(), ...change});

/** An English draft of such lines. */
export const draftOf = (...lines: DraftLine[]): Draft => ({...newDraft(english), lines});
