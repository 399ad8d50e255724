import fc from 'fast-check';
import {formatDecimal, separators as separatorsOf} from '../../src/locales/formats.ts';
import {parseQuantity, typeDecimal} from '../../src/orders/decimals.ts';
import {
  changeHeader,
  changeLine,
  duplicateLines,
  isBlankLine,
  newDraft,
  newLine,
  retype,
  reviveDraft,
  toDraftInput,
  toOrder,
  withItem,
  type Draft,
} from '../../src/orders/draft.ts';
import {fromInput} from '../../src/orders/from-portal.ts';
import {fromPortal} from '../../src/orders/portal-problems.ts';
import {remaining, samePlace, validate} from '../../src/orders/problems.ts';
import {DraftInput} from '../../src/portal/contract/orders.ts';
import {describe, expect, it} from '../support/index.ts';
import {
  anyDecimal,
  anyDraft,
  anyHeaderChange,
  anyItem,
  anyLineFields,
  anyOrder,
  anySeparators,
  anyTyped,
  locales,
} from './arbitraries.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const runs = {numRuns: 400};

describe('a quantity', () => {
  it('is read as it is typed in every language', () => {
    fc.assert(
      fc.property(anyDecimal(15, 8), anySeparators, (value, typedIn) => {
        expect(parseQuantity(typeDecimal(value, typedIn), typedIn)).to.deep.equal({value});
      }),
      runs,
    );
  });

  it('is read as it is shown, with separators between thousands', () => {
    // Digits of other scripts and groups of two are shown, and not read.
    const common = locales.filter((locale) => /^1\D234\D567$/.test(formatDecimal('1234567', locale)));
    fc.assert(
      fc.property(anyDecimal(15, 8), fc.constantFrom(...common), (value, locale) => {
        const shown = formatDecimal(value, locale);
        expect({shown, ...parseQuantity(shown, separatorsOf(locale))}).to.deep.equal({shown, value});
      }),
      runs,
    );
  });

  it('is a decimal of the contract, or has one problem, whatever is typed', () => {
    const characters = fc.constantFrom(...Array.from("0123456789.,'’ -+e\u00a0\u202f٫٬١x"));
    const anything = fc.oneof(anyTyped, fc.string({unit: characters, maxLength: 22}));
    fc.assert(
      fc.property(anything, anySeparators, (text, typedIn) => {
        const {value, problem} = parseQuantity(text, typedIn);
        expect(value === undefined).to.equal(problem !== undefined);
        if (value === undefined) return;
        expect(value).to.match(/^(0|[1-9]\d{0,14})(\.\d{0,7}[1-9])?$/);
        expect(value).to.not.equal('0');
        expect(parseQuantity(typeDecimal(value, typedIn), typedIn)).to.deep.equal({value});
      }),
      {numRuns: 2000},
    );
  });

  it('stays the same in another language, there and back', () => {
    fc.assert(
      fc.property(anyDraft, anySeparators, (draft, other) => {
        const there = retype(draft, other);
        for (const [index, line] of draft.lines.entries()) {
          const {value} = parseQuantity(line.quantity, draft.separators);
          if (value === undefined) expect(there.lines[index]).to.equal(line);
          else expect(parseQuantity(there.lines[index]?.quantity ?? '', other)).to.deep.equal({value});
        }
        const back = toDraftInput(retype(there, draft.separators)).lines.map(({quantity}) => quantity);
        const now = toDraftInput(draft).lines.map(({quantity}) => quantity);
        for (const [index, {quantity}] of draft.lines.filter((line) => !isBlankLine(line)).entries()) {
          if (parseQuantity(quantity, draft.separators).value) expect(back[index]).to.equal(now[index]);
        }
      }),
      runs,
    );
  });
});

describe('an item that was found for a line', () => {
  it('is found again with the same variant and unit', () => {
    fc.assert(
      fc.property(anyLineFields, anyItem, (fields, item) => {
        const once = withItem({...newLine(), ...fields}, item);
        expect(withItem(once, item)).to.deep.equal(once);
      }),
      {numRuns: 1000},
    );
  });

  it('keeps a variant and a unit that it has, whatever others are called', () => {
    fc.assert(
      fc.property(anyItem, fc.nat(), (item, place) => {
        const unit = item.units[place % item.units.length];
        const variant = item.variants?.[place % item.variants.length];
        const line = {...newLine(), unitCode: unit?.code, variantCode: variant?.code};
        const found = withItem(line, item);
        expect(found.unitCode).to.equal(unit?.code);
        if (variant) expect(found.variantCode).to.equal(variant.code);
      }),
      {numRuns: 1000},
    );
  });

  it('is not guessed by a name that two variants have', () => {
    const variants = [
      {code: '1', description: 'Red'},
      {code: '2', description: 'red '},
      {code: '3', description: 'Blue'},
    ];
    const item = {itemNumber: 'A-1', description: 'Screw', units: [], variants};
    const variantOf = (variantCode: string) => withItem({...newLine(), variantCode}, item).variantCode;
    expect(variantOf('RED')).to.equal('RED');
    expect(variantOf(' blue')).to.equal('3');
    expect(variantOf('2')).to.equal('2');
  });
});

describe('a draft', () => {
  it('comes back from storage as it was, whatever is in it', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const stored = plain(draft);
        expect(reviveDraft(stored)).to.deep.equal(stored);
      }),
      runs,
    );
  });

  it('comes back from storage with the items that its lines share', () => {
    const item = {itemNumber: 'A-1', description: 'Screw', units: []};
    const lines = ['1', '2'].map((quantity) => ({...newLine(), item, quantity}));
    const [one, two] =
      reviveDraft(structuredClone({...newDraft({decimal: '.', group: ','}), lines}))?.lines ?? [];
    expect(one?.item).to.deep.equal(item);
    expect(two?.item).to.equal(one?.item);
  });

  it('comes back from storage with lines that can be told apart', () => {
    const line = {...newLine(), key: 'twin'};
    const draft = {...newDraft({decimal: '.', group: ','}), lines: [line, {...line, quantity: '2'}]};
    const revived = reviveDraft(plain(draft));
    expect(revived?.lines.map(({quantity}) => quantity)).to.deep.equal(['', '2']);
    expect(new Set(revived?.lines.map(({key}) => key)).size).to.equal(2);
  });

  it('tells its lines apart, however many there are', () => {
    const lines = Array.from({length: 100_000}, newLine);
    expect(new Set(lines.map(({key}) => key)).size).to.equal(lines.length);
    const draft = duplicateLines({...newDraft({decimal: '.', group: ','}), lines: lines.slice(0, 5)}, 1, 4);
    expect(new Set(draft.lines.map(({key}) => key)).size).to.equal(8);
  });

  it('stays the same object where a change changes nothing', () => {
    fc.assert(
      fc.property(anyDraft, fc.nat(), (draft, place) => {
        const {key, ...fields} = draft.lines[place % draft.lines.length] ?? newLine();
        expect(changeLine(draft, key, fields)).to.equal(draft);
        expect(changeHeader(draft, {reference: draft.reference, note: draft.note})).to.equal(draft);
      }),
    );
  });
});

describe('an order', () => {
  it('is the same after it was opened as a draft', () => {
    fc.assert(
      fc.property(anyOrder, anySeparators, (order, typedIn) => {
        const draft = fromInput(order, undefined, typedIn);
        expect(plain(toDraftInput(draft, {submit: order.submit}))).to.deep.equal(order);
      }),
      runs,
    );
  });

  it('can be sent where nothing is wrong with it, and names the line of each of its own', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const {body, lineKeys} = toOrder(draft);
        const keys = draft.lines.filter((line) => !isBlankLine(line)).map(({key}) => key);
        expect(lineKeys).to.deep.equal(keys);
        expect(body.lines).to.have.length(keys.length);
        if (validate(draft).length === 0) expect(DraftInput.safeParse(body).success).to.equal(true);
      }),
      {numRuns: 1000},
    );
  });
});

/** A change of a line or two, or of the head, or lines gone. */
const anyChange: fc.Arbitrary<(draft: Draft) => Draft> = fc.oneof(
  fc.tuple(fc.nat(), anyLineFields).map(([place, fields]) => (draft: Draft) => {
    const line = draft.lines[place % draft.lines.length] ?? newLine();
    return changeLine(draft, line.key, fields);
  }),
  anyHeaderChange.map((change) => (draft: Draft) => changeHeader(draft, change)),
  fc.nat().map((place) => (draft: Draft) => {
    const lines = draft.lines.toSpliced(place % draft.lines.length, 1);
    return {...draft, lines: lines.length > 0 ? lines : [newLine()]};
  }),
);

describe('what is left of what was wrong', () => {
  const placeAndCode = ({place, code}: {place?: unknown; code: string}) => fc.stringify([place, code]);

  it('still holds, stands where something was wrong before, and says where it is now', () => {
    fc.assert(
      fc.property(anyDraft, anyChange, (before, change) => {
        const problems = validate(before);
        const after = change(before);
        const now = validate(after);
        const left = remaining(problems, before, after);
        // As it is said now: none is invented, none stands for what does not hold any more.
        expect(now).to.deep.include.members(left);
        for (const {place} of left)
          expect(problems.some((problem) => samePlace(problem.place, place))).to.equal(true);
        // None is forgotten that holds as it did.
        const known = new Set(left.map(placeAndCode));
        const still = now.filter(({place}) => problems.some((problem) => samePlace(problem.place, place)));
        expect(still.every((problem) => known.has(placeAndCode(problem)))).to.equal(true);
        expect(known.size).to.equal(left.length);
      }),
      {numRuns: 1000},
    );
  });

  it('says nothing of a line that is gone, in nobody’s words', () => {
    const fields = ['itemNumber', 'variantCode', 'unitCode', 'quantity', 'requestedDate', 'note'];
    fc.assert(
      fc.property(anyDraft, fc.nat(), fc.constantFrom(...fields), (before, place, field) => {
        const {lineKeys} = toOrder(before);
        const index = place % Math.max(lineKeys.length, 1);
        const pointer = `#/lines/${index}/${field}`;
        const problems = fromPortal([{pointer, code: 'no', detail: 'No.'}], lineKeys);
        expect(remaining(problems, before, before)).to.deep.equal(problems);
        const after = {...before, lines: before.lines.filter(({key}) => key !== lineKeys[index])};
        if (lineKeys.length > 0) expect(remaining(problems, before, after)).to.deep.equal([]);
      }),
      runs,
    );
  });
});
