import fc from 'fast-check';
import {addUp, compare, isLeftOut, pick, priceChange} from '../../src/orders/repeat.ts';
import type {Line} from '../../src/portal/contract/documents.ts';
import type {DraftLine, RepeatProposal} from '../../src/portal/contract/orders.ts';
import {describe, expect, it} from '../support/index.ts';

type Change = RepeatProposal['changes'][number];

const was = (itemNumber: string, change: Partial<Line> = {}): Line => ({
  id: itemNumber,
  no: 10,
  itemNumber,
  description: itemNumber,
  quantity: '1',
  unit: {code: 'PCS', label: 'piece'},
  ...change,
});

const now = (itemNumber: string, change: Partial<DraftLine> = {}): DraftLine => ({
  itemNumber,
  unitCode: 'PCS',
  quantity: '1',
  ...change,
});

const proposal = (lines: DraftLine[], changes: Change[] = []): RepeatProposal => ({
  draft: {lines, submit: false},
  changes,
});

/** Pairs of earlier and proposed items, as `A>A`, with the codes of what is said. */
const pairs = (before: Line[], after: RepeatProposal) =>
  compare(before, after).lines.map(({before: old, now: proposed, changes}) =>
    `${old?.itemNumber ?? ''}>${proposed?.itemNumber ?? ''} ${changes.map(({code}) => code).join()}`.trim(),
  );

const change = (pointer: string, code: string, rest: Partial<Change> = {}): Change => ({
  pointer,
  code,
  detail: code,
  ...rest,
});

describe('an earlier order beside what the portal proposes', () => {
  it('pairs the lines of an item, and puts what is said at its line', () => {
    const changes = [
      change('#/requestedDate', 'date_cleared'),
      change('#/lines/1/itemNumber', 'price_changed'),
      change('#/lines', 'item_blocked', {before: 'B'}),
    ];
    const after = proposal([now('A'), now('C')], changes);
    expect(pairs([was('A'), was('B'), was('C')], after)).to.deep.equal([
      'A>A',
      'B> item_blocked',
      'C>C price_changed',
    ]);
    expect(compare([was('A'), was('B'), was('C')], after).changes).to.deep.equal([changes[0]]);
  });

  it('finds the item that takes the place of another, told or not', () => {
    const replaced = [change('#/lines/1/itemNumber', 'item_replaced', {before: 'B', after: 'X'})];
    const before = [was('A'), was('B'), was('C')];
    expect(pairs(before, proposal([now('A'), now('X'), now('C')], replaced))).to.deep.equal([
      'A>A',
      'B>X item_replaced',
      'C>C',
    ]);
    expect(pairs(before, proposal([now('A'), now('X'), now('C')]))).to.deep.equal(['A>A', 'B>X', 'C>C']);
    const {lines} = compare(before, proposal([now('A'), now('X'), now('C')]));
    expect(lines.map(({isReplaced}) => isReplaced)).to.deep.equal([false, true, false]);
  });

  it('tells lines of one item apart by what they say', () => {
    const before = [was('A', {quantity: '5'}), was('A', {quantity: '7'}), was('A', {variantCode: 'M'})];
    const after = proposal([now('A', {variantCode: 'M'}), now('A', {quantity: '7'})]);
    expect(compare(before, after).lines.map(({index}) => index)).to.deep.equal([undefined, 1, 0]);
  });

  it('shows what a portal adds, and what it leaves out without a word', () => {
    const after = proposal([now('A'), now('X'), now('Y')]);
    expect(pairs([was('A'), was('B')], after)).to.deep.equal(['A>A', '>X', '>Y', 'B>']);
  });

  it('takes no line for the successor of one that was left out', () => {
    const reason = change('#/lines', 'item_blocked', {before: 'B'});
    expect(pairs([was('A'), was('B')], proposal([now('A'), now('X')], [reason]))).to.deep.equal([
      'A>A',
      '>X',
      'B> item_blocked',
    ]);
  });

  it('gives reasons that name no item to the lines that have none, where they come out even', () => {
    const reasons = [change('#/lines', 'gone'), change('/lines/', 'gone')];
    expect(pairs([was('A'), was('B')], proposal([], reasons))).to.deep.equal(['A> gone', 'B> gone']);
    const [one] = reasons as [Change];
    expect(compare([was('A'), was('B')], proposal([], [one])).changes).to.deep.equal([one]);
  });

  it('knows an item by the partner’s own number', () => {
    const before = [was('A', {partnerItemNumber: 'KA-1'})];
    const reason = change('#/lines', 'item_blocked', {before: 'ka-1'});
    expect(pairs(before, proposal([], [reason]))).to.deep.equal(['A> item_blocked']);
    const [line] = compare(before, proposal([now('KA-1')])).lines;
    expect(line?.isReplaced).to.equal(false);
  });

  it('leaves out lines of text and charges', () => {
    expect(pairs([{...was('A'), itemNumber: undefined}, was('B')], proposal([now('B')]))).to.deep.equal([
      'B>B',
    ]);
  });

  it('takes a line for left out that the portal calls blocked, though it proposes it', () => {
    const {lines} = compare([was('A')], proposal([now('A')], [change('#/lines/0', 'item_blocked')]));
    expect(lines.map(isLeftOut)).to.deep.equal([true]);
  });

  it('has each line of both sides once, whatever they are', () => {
    const items = fc.array(fc.constantFrom('A', 'B', 'C', 'D'), {maxLength: 12});
    fc.assert(
      fc.property(items, items, fc.array(fc.nat(14), {maxLength: 4}), (before, after, places) => {
        const changes = places.map((place) => change(`#/lines/${place}/quantity`, 'any', {before: 'A'}));
        const {lines, changes: rest} = compare(
          before.map((number) => was(number)),
          proposal(
            after.map((number) => now(number)),
            changes,
          ),
        );
        expect(lines.flatMap(({before: old}) => old?.itemNumber ?? [])).to.deep.equal(before);
        const indexes = lines.flatMap(({index}) => index ?? []);
        expect(indexes.toSorted((a, b) => a - b)).to.deep.equal([...after.keys()]);
        const told = lines.flatMap(({changes: at}) => at);
        expect([...told, ...rest]).to.have.members(changes);
      }),
      {numRuns: 300},
    );
  });

  it('leaves no item without its partner where both sides have it', () => {
    const items = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'), {maxLength: 10});
    fc.assert(
      fc.property(items, items, (before, after) => {
        const {lines} = compare(
          before.map((number) => was(number)),
          proposal(after.map((number) => now(number))),
        );
        const common = before.filter((number) => after.includes(number));
        const paired = lines.filter(
          ({before: old, now: proposed}) => old?.itemNumber === proposed?.itemNumber,
        );
        expect(paired.map(({before: old}) => old?.itemNumber)).to.deep.equal(common);
      }),
      {numRuns: 300},
    );
  });

  it('is quick with a thousand lines of one item', () => {
    const before = Array.from({length: 1200}, () => was('A'));
    const after = Array.from({length: 1200}, () => now('A'));
    expect(compare(before, proposal(after)).lines).to.have.length(1200);
  });
});

describe('what is taken of a proposal', () => {
  it('is the lines that were picked', () => {
    expect(pick(proposal([now('A'), now('B'), now('C')]), new Set([0, 2])).lines).to.deep.equal([
      now('A'),
      now('C'),
    ]);
  });

  it('adds up exactly', () => {
    expect(addUp(['0.1', '0.2'])).to.equal('0.3');
    expect(addUp([])).to.equal('0');
  });

  it('costs so many percent more or less', () => {
    expect(priceChange('3', '4')).to.equal('33.3');
    expect(priceChange('4', '3')).to.equal('-25');
    expect(priceChange('1.10', '1.1')).to.equal('0');
    expect(priceChange('0', '1')).to.equal(undefined);
  });
});
