import fc from 'fast-check';
import {chooseAll, compare, isSettled, preset, resolve} from '../../src/orders/conflict.ts';
import {lineText} from '../../src/orders/line-text.ts';
import {align} from '../../src/orders/alignment.ts';
import {newDraft, newLine, toDraftInput, type Draft} from '../../src/orders/draft.ts';
import type {DraftInput} from '../../src/portal/contract/orders.ts';
import {describe, expect, it} from '../support/index.ts';

const english = {decimal: '.', group: ','};

type Row = readonly [item: string, quantity: string, note?: string];

function draftOf(rows: readonly Row[], header: Partial<Draft> = {}): Draft {
  const lines = rows.map(([search, quantity, note = '']) => ({...newLine(), search, quantity, note}));
  return {...newDraft(english), ...header, lines: lines.length > 0 ? lines : [newLine()]};
}

const bodyOf = (draft: Draft): DraftInput => toDraftInput(draft, {submit: false});
const textsOf = (draft: Draft) => draft.lines.map((line) => lineText(line, draft.separators));

const row = fc.tuple(
  fc.constantFrom('A', 'B', 'C', 'D', 'E'),
  fc.constantFrom('1', '2', '3'),
  fc.constantFrom('', 'x'),
);
const header = fc.record({
  reference: fc.constantFrom('', 'PO-1', 'PO-2'),
  note: fc.constantFrom('', 'soon'),
  requestedDate: fc.constantFrom('', '2026-12-01'),
});
const anyDraft = fc.tuple(fc.array(row, {maxLength: 14}), header).map(([rows, head]) => draftOf(rows, head));
const three = fc.tuple(anyDraft, anyDraft, anyDraft);

describe('two versions of an order', () => {
  it('are the one or the other where all of it is chosen', () => {
    fc.assert(
      fc.property(three, ([base, mine, theirs]) => {
        const conflict = compare(bodyOf(base), mine, theirs);
        expect(bodyOf(resolve(conflict, chooseAll(conflict, 'mine')))).to.deep.equal(bodyOf(mine));
        expect(bodyOf(resolve(conflict, new Map()))).to.deep.equal(bodyOf(mine));
        expect(bodyOf(resolve(conflict, chooseAll(conflict, 'theirs')))).to.deep.equal(bodyOf(theirs));
      }),
      {numRuns: 400},
    );
  });

  it('lose and invent no line, and name each once', () => {
    fc.assert(
      fc.property(
        three,
        fc.infiniteStream(fc.constantFrom('mine', 'theirs')),
        ([base, mine, theirs], sides) => {
          const conflict = compare(bodyOf(base), mine, theirs);
          const written = (draft: Draft) => draft.lines.filter(({search}) => search !== '');
          expect(conflict.lines.flatMap((pair) => pair.mine ?? [])).to.deep.equal(written(mine));
          expect(conflict.lines.flatMap((pair) => pair.theirs ?? [])).to.deep.equal(written(theirs));
          const choices = new Map(
            [...chooseAll(conflict, 'mine').keys()].map((id) => [
              id,
              sides.next().value as 'mine' | 'theirs',
            ]),
          );
          const resolved = resolve(conflict, choices);
          const known = new Set([mine, theirs, newDraft(english)].flatMap(textsOf));
          expect(textsOf(resolved).filter((text) => !known.has(text))).to.deep.equal([]);
          expect(new Set(resolved.lines.map(({key}) => key)).size).to.equal(resolved.lines.length);
        },
      ),
      {numRuns: 300},
    );
  });

  it('need no choice where one of them is what both had, or both are the same', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (base, changed) => {
        const same = {...base, lines: base.lines.map((line) => ({...line, key: newLine().key}))};
        expect(isSettled(compare(bodyOf(changed), base, same))).to.equal(true);
        const forward = compare(bodyOf(base), same, changed);
        expect(bodyOf(resolve(forward, preset(forward)))).to.deep.equal(bodyOf(changed));
        expect(preset(forward).size).to.equal(chooseAll(forward, 'mine').size);
        const kept = compare(bodyOf(base), changed, same);
        expect(bodyOf(resolve(kept, preset(kept)))).to.deep.equal(bodyOf(changed));
      }),
      {numRuns: 300},
    );
  });

  it('have a line of the same item beside each other, and say who has changed it', () => {
    const base = draftOf([
      ['A', '1'],
      ['B', '2'],
      ['C', '3'],
      ['D', '4'],
    ]);
    const mine = draftOf([
      ['A', '10'],
      ['B', '2'],
      ['C', '30'],
      ['D', '4'],
      ['E', '5'],
    ]);
    const theirs = draftOf(
      [
        ['A', '1'],
        ['B', '20'],
        ['C', '31'],
      ],
      {reference: 'PO-9'},
    );
    const conflict = compare(bodyOf(base), mine, theirs);
    const seen = conflict.lines.map((pair) => [
      pair.mine?.search,
      pair.mine?.quantity,
      pair.theirs?.quantity,
      pair.changedBy,
    ]);
    expect(seen).to.deep.equal([
      ['A', '10', '1', 'mine'],
      ['B', '2', '20', 'theirs'],
      ['C', '30', '31', undefined],
      ['D', '4', undefined, 'theirs'],
      ['E', '5', undefined, 'mine'],
    ]);
    expect(conflict.header).to.deep.equal([{id: 'reference', changedBy: 'theirs'}]);
  });

  it('of five thousand lines are set beside each other in a blink', () => {
    const rows = Array.from({length: 5000}, (_, index): Row => [`I-${index % 700}`, String(index % 9)]);
    const base = draftOf(rows);
    const mine = draftOf(rows.toSpliced(1000, 3, ['NEW', '1']));
    const theirs = draftOf(rows.toSpliced(4000, 0, ['OTHER', '1']));
    const began = performance.now();
    const conflict = compare(bodyOf(base), mine, theirs);
    expect(performance.now() - began).to.be.lessThan(1500);
    expect(conflict.lines.filter(({isDifferent}) => isDifferent)).to.have.length(5);
    const backwards = compare(bodyOf(base), mine, draftOf(rows.toReversed()));
    expect(performance.now() - began).to.be.lessThan(5000);
    expect(bodyOf(resolve(backwards, chooseAll(backwards, 'theirs')))).to.deep.equal(
      bodyOf(draftOf(rows.toReversed())),
    );
  });
});

describe('an alignment', () => {
  it('ascends in both lists and pairs only what is the same', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), {maxLength: 30});
    fc.assert(
      fc.property(list, list, (left, right) => {
        const pairs = align(left, right);
        for (const [index, [l, r]] of pairs.entries()) {
          expect(left[l]).to.equal(right[r]);
          const next = pairs[index + 1];
          if (next) expect(next[0] > l && next[1] > r).to.equal(true);
        }
        expect(align(left, left)).to.have.length(left.length);
      }),
    );
  });
});
