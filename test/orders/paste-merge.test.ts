import fc from 'fast-check';
import {parseQuantity} from '../../src/orders/decimals.ts';
import type {DraftLine} from '../../src/orders/draft.ts';
import {mergeLines, sameLines} from '../../src/orders/paste-merge.ts';
import {describe, expect, it} from '../support/index.ts';
import {draftOf, english, german, line, screw} from './pasted.ts';

describe('lines that order the same', () => {
  const order = (change: Partial<DraftLine>) =>
    line({item: screw, search: 'KH-10036', variantCode: '08', quantity: '1', ...change});

  it('are those equal in item, variant, unit, date and note', () => {
    const lines = [
      order({}),
      order({unitCode: 'PCS', quantity: '2.5'}),
      order({variantCode: '09'}),
      order({unitCode: 'BOX'}),
      order({note: 'x'}),
      order({requestedDate: '2026-01-01'}),
      line({search: 'A', quantity: '1'}),
      line({search: 'A', quantity: '1'}),
    ];
    expect(sameLines(lines, english)).to.deep.equal([lines.slice(0, 2)]);
    const draft = draftOf(...lines);
    const merged = mergeLines(draft, sameLines(lines, english));
    expect(merged.lines.map(({quantity}) => quantity)).to.deep.equal(['3.5', '1', '1', '1', '1', '1', '1']);
    expect(merged.lines.slice(1)).to.deep.equal(lines.slice(2));
  });

  it('are not merged where a quantity cannot be read, or the sum would be too long', () => {
    expect(sameLines([order({}), order({quantity: 'x'})], english)).to.deep.equal([]);
    expect(sameLines([order({quantity: '9'.repeat(15)}), order({})], english)).to.deep.equal([]);
  });

  it('order as much in one as in many', () => {
    const typed = fc.record({
      thousandths: fc.integer({min: 1, max: 9_999_999}),
      variantCode: fc.constantFrom('08', '09'),
      note: fc.constantFrom('', ' ', 'a'),
    });
    const total = (lines: readonly DraftLine[]) => {
      const sums = new Map<string, bigint>();
      for (const each of lines) {
        const key = `${each.variantCode}${each.note.trim()}`;
        const [whole = '0', part = ''] = each.quantity.split(',');
        sums.set(key, (sums.get(key) ?? 0n) + BigInt(whole) * 1000n + BigInt(part.padEnd(3, '0')));
      }
      return sums;
    };
    fc.assert(
      fc.property(fc.array(typed, {minLength: 1, maxLength: 12}), (all) => {
        const lines = all.map(({thousandths, ...rest}) =>
          order({
            ...rest,
            quantity: `${Math.floor(thousandths / 1000)},${String(thousandths % 1000).padStart(3, '0')}`,
          }),
        );
        const draft = {...draftOf(...lines), separators: german};
        fc.pre(lines.every(({quantity}) => parseQuantity(quantity, german).value !== undefined));
        const merged = mergeLines(draft, sameLines(draft.lines, german));
        expect(total(merged.lines)).to.deep.equal(total(lines));
        expect(sameLines(merged.lines, german)).to.deep.equal([]);
        expect(merged.lines).to.have.length(total(lines).size);
      }),
      {numRuns: 300},
    );
  });
});
