import fc from 'fast-check';
import {copyText, neutralise, restore} from '../../src/orders/clipboard.ts';
import {
  newDraft,
  newLine,
  toDraftInput,
  withItem,
  type Draft,
  type DraftLine,
} from '../../src/orders/draft.ts';
import {applyPaste, planPaste, readPaste} from '../../src/orders/paste.ts';
import type {Item} from '../../src/portal/contract/catalog.ts';
import {describe, expect, it} from '../support/index.ts';

const english = {decimal: '.', group: ','};
const german = {decimal: ',', group: '.'};
const labels = {
  item: 'Item',
  variant: 'Variant',
  unit: 'Unit',
  quantity: 'Quantity',
  requestedDate: 'Requested delivery date',
  note: 'Note',
};

const items: readonly Item[] = [
  {itemNumber: 'KH-10036', description: 'Screw', units: [{code: 'PCS', label: 'piece', perBase: '1'}]},
  {
    itemNumber: '00123',
    description: 'Pipe',
    units: [
      {code: 'M', label: 'metre', perBase: '1'},
      {code: 'BAR', label: 'bar', perBase: '6'},
    ],
    variants: [
      {code: '09', description: 'Red'},
      {code: '42', description: 'Blue'},
    ],
  },
];

const line = (change: Partial<DraftLine> = {}): DraftLine => ({...newLine(), ...change});
const draftOf = (lines: readonly DraftLine[], separators = english): Draft => ({
  ...newDraft(separators),
  lines,
});

/** What is copied of the lines, pasted into an empty order in which the portal has found the items. */
function copyAndPaste(draft: Draft): Draft {
  const {block, problem} = readPaste(copyText(draft.lines, draft.separators, labels), {at: 'item'});
  if (!block) throw new Error(problem.code);
  expect(block.questions).to.deep.equal([]);
  const empty = newDraft(draft.separators);
  const plan = planPaste(block, {}, draft.separators);
  const {draft: pasted} = applyPaste(empty, plan, empty.lines[0]?.key ?? '');
  return {
    ...pasted,
    lines: pasted.lines.map((each) => {
      const item = items.find(({itemNumber}) => itemNumber === each.search);
      return item ? withItem(each, item) : each;
    }),
  };
}

const ordered = (draft: Draft) => toDraftInput(draft).lines;

describe('copied lines', () => {
  it('have a row of names above them where they are several', () => {
    const lines = [line({search: 'A-1', quantity: '5'}), line({search: 'A-2', note: 'for "site 3"'})];
    expect(copyText(lines.slice(0, 1), english, labels)).to.equal('A-1\t\t\t5\t\t');
    expect(copyText(lines, english, labels).split('\r\n')).to.deep.equal([
      'Item\tVariant\tUnit\tQuantity\tRequested delivery date\tNote',
      'A-1\t\t\t5\t\t',
      'A-2\t\t\t\t\t"for ""site 3"""',
    ]);
  });

  it('hold no formula, and negative numbers stay numbers', () => {
    for (const cell of [
      '=1+1',
      '+1',
      '-A1',
      '@SUM(A1)',
      '\tx',
      '\rx',
      '＝1',
      '＋1',
      '－1',
      '＠x',
      "'=1",
      "''@x",
    ]) {
      expect(neutralise(cell)).to.equal(`'${cell}`);
      expect(restore(neutralise(cell))).to.equal(cell);
    }
    for (const cell of ['-5', '-12,5', 'A=1', '', "'tis", 'KH-1']) {
      expect(neutralise(cell)).to.equal(cell);
      expect(restore(cell)).to.equal(cell);
    }
  });

  it('are restored from whatever was neutralised', () => {
    const cell = fc.string({unit: fc.constantFrom(...`'=+-@\t\r\n＝5,.a`.split('')), maxLength: 5});
    fc.assert(
      fc.property(cell, (text) => {
        expect(restore(neutralise(text))).to.equal(text);
      }),
      {numRuns: 1000},
    );
  });

  it('have quantities that cannot be read in two ways', () => {
    const copied = (quantity: string, separators = english) =>
      copyText([line({search: 'A', quantity})], separators, labels).split('\t')[3];
    expect(copied('1,234')).to.equal('1234');
    expect(copied('1.234')).to.equal('1.2340');
    expect(copied('1.234', german)).to.equal('1234');
    expect(copied('1,234', german)).to.equal('1,2340');
    expect(copied('0.125')).to.equal('0.125');
    expect(copied('a few')).to.equal('a few');
  });

  it('are the same lines where they are pasted', () => {
    const number = fc.tuple(fc.integer({min: 1, max: 99_999}), fc.integer({min: 0, max: 9_999}));
    const quantity = fc.oneof(
      number.map(([whole, part]) => [String(whole), String(part)] as const),
      fc.constantFrom(['1', '234'] as const, ['12', '500'] as const, ['a few'] as const, ['-5'] as const),
    );
    const typed = fc.record({
      item: fc.constantFrom(undefined, ...items),
      search: fc.constantFrom('X-1', '=1+1', '90.750', '8.71E+12', 'pipe 3"', "'=quoted"),
      quantity,
      variant: fc.nat(2),
      unit: fc.nat(2),
      requestedDate: fc.constantFrom('', '2026-04-03', 'next week'),
      note: fc.oneof(fc.constantFrom('', '-', '=A1', '@home', 'two\nlines', '"'), fc.string({maxLength: 12})),
    });
    const separators = fc.constantFrom(english, german);
    const [screw] = items;
    const asHeadings = line({item: screw, search: 'KH-10036', unitCode: 'PCS', quantity: '1', note: 'ep'});
    expect(ordered(copyAndPaste(draftOf([asHeadings]))), 'a row that sounds like names').to.deep.equal(
      ordered(draftOf([asHeadings])),
    );
    fc.assert(
      fc.property(fc.array(typed, {minLength: 1, maxLength: 8}), separators, (all, marks) => {
        const lines = all.map(({item, search, variant, unit, note, ...rest}) =>
          line({
            item,
            search: item?.itemNumber ?? search,
            variantCode: item?.variants?.[variant]?.code,
            unitCode: item?.units[unit]?.code,
            quantity: rest.quantity.join(marks.decimal),
            requestedDate: rest.requestedDate,
            note: note.replaceAll('\u0000', ''),
          }),
        );
        const draft = draftOf(lines, marks);
        expect(ordered(copyAndPaste(draft))).to.deep.equal(ordered(draft));
      }),
      {numRuns: 500},
    );
  });
});
