import fc from 'fast-check';
import {
  estimateLine,
  lineAmount,
  priceBreaksOf,
  RunningEstimate,
  unitPrice,
  type CurrencyDigits,
} from '../../src/orders/amounts.ts';
import {parseQuantity} from '../../src/orders/decimals.ts';
import {isBlankLine, retype, type Draft, type DraftLine} from '../../src/orders/draft.ts';
import type {Item} from '../../src/portal/contract/catalog.ts';
import {describe, expect, it} from '../support/index.ts';
import {anyDecimal, anyDraft, anyItem, anyLineFields, anySeparators, decimal} from './arbitraries.ts';

const digitsOf: CurrencyDigits = (currency) => ({JPY: 0, KWD: 3})[currency] ?? 2;
const runs = {numRuns: 1000};

/** A decimal string in whole numbers: so many units of 10^-digits. */
interface Exact {
  readonly units: bigint;
  readonly digits: number;
}

function exact(text: string): Exact {
  const [integer = '', fraction = ''] = text.split('.');
  return {units: BigInt(integer + fraction), digits: fraction.length};
}

function times(a: Exact, b: Exact): Exact {
  return {units: a.units * b.units, digits: a.digits + b.digits};
}

/** To so many digits, half away from zero. */
function rounded({units, digits}: Exact, to: number): Exact {
  if (digits <= to) return {units: units * 10n ** BigInt(to - digits), digits: to};
  const by = 10n ** BigInt(digits - to);
  const half = by / 2n;
  return {units: (units < 0n ? units - half : units + half) / by, digits: to};
}

function isAtLeast(a: Exact, b: Exact): boolean {
  const digits = Math.max(a.digits, b.digits);
  return rounded(a, digits).units >= rounded(b, digits).units;
}

/** The contract's rule: round(quantity × price) − round(that × discount ÷ 100). */
function modelAmount(quantity: Exact, price: Exact, discount: Exact, digits: number): string {
  const full = rounded(times(quantity, price), digits);
  const {units} = rounded(times(full, {...discount, digits: discount.digits + 2}), digits);
  return decimal(full.units - units, digits);
}

/** The price of one unit: that of the break with the greatest quantity that is reached. */
function modelPrice(item: Item, perBase: string, quantity: string): Exact | undefined {
  if (item.unitPrice === undefined) return undefined;
  const base = times(exact(quantity), exact(perBase));
  const reached = (item.priceBreaks ?? []).filter(({minQuantity}) => isAtLeast(base, exact(minQuantity)));
  const best = reached.reduce<{minQuantity: string; unitPrice: string} | undefined>(
    (least, each) => (least && !isAtLeast(exact(each.minQuantity), exact(least.minQuantity)) ? least : each),
    undefined,
  );
  return times(exact(best?.unitPrice ?? item.unitPrice), exact(perBase));
}

describe('the amount of a line', () => {
  it('is that of whole numbers, to the currency’s digits', () => {
    const anyDiscount = fc.oneof(fc.constantFrom('0', '5', '12.5', '33.33', '100'), anyDecimal(2, 2, 0n));
    fc.assert(
      fc.property(
        anyDecimal(15, 8),
        anyDecimal(12, 8, 0n),
        anyDiscount,
        fc.constantFrom(0, 2, 3),
        (quantity, price, discount, digits) => {
          const model = modelAmount(exact(quantity), exact(price), exact(discount), digits);
          expect(lineAmount(quantity, price, discount, digits)).to.equal(model);
          expect(lineAmount(`-${quantity}`, price, '0', digits)).to.equal(
            modelAmount(exact(`-${quantity}`), exact(price), exact('0'), digits),
          );
        },
      ),
      runs,
    );
  });

  it('is never more for a larger discount', () => {
    fc.assert(
      fc.property(anyDecimal(6, 3), anyDecimal(5, 4), fc.nat(100), fc.nat(100), (quantity, price, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((percent) =>
          exact(lineAmount(quantity, price, String(percent), 2)),
        ) as [Exact, Exact];
        expect(less.units >= more.units && more.units >= 0n).to.equal(true);
      }),
    );
  });
});

describe('the price of a unit', () => {
  it('is that of the highest break that its base units reach', () => {
    // Of two breaks at one quantity, which one counts is not said.
    const distinct = anyItem.filter(({priceBreaks = []}) => {
      return new Set(priceBreaks.map(({minQuantity}) => minQuantity)).size === priceBreaks.length;
    });
    const anyPerBase = fc.constantFrom('1', '6', '100', '0.5', '0.125', '2.54');
    fc.assert(
      fc.property(distinct, anyPerBase, anyDecimal(5, 3), (item, perBase, quantity) => {
        const model = modelPrice(item, perBase, quantity);
        const price = unitPrice(item, perBase, quantity);
        expect(price === undefined).to.equal(model === undefined);
        if (!model || price === undefined) return;
        expect(rounded(exact(price), 12).units).to.equal(rounded(model, 12).units);
      }),
      runs,
    );
  });

  it('changes exactly at a break', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const breaks = priceBreaksOf(item).filter(({minQuantity}, index, all) => {
          return minQuantity !== all[index + 1]?.minQuantity;
        });
        if (item.unitPrice === undefined) return;
        for (const [index, {minQuantity, unitPrice: price}] of breaks.entries()) {
          const {units, digits} = exact(minQuantity);
          const below = decimal(units * 1000n - 1n, digits + 3);
          expect(Number(unitPrice(item, '1', minQuantity))).to.equal(Number(price));
          const before = breaks[index - 1]?.unitPrice ?? item.unitPrice;
          expect(Number(unitPrice(item, '1', below))).to.equal(Number(before));
        }
      }),
    );
  });
});

/** The estimate from nothing, in whole numbers. */
function fromScratch({lines, separators}: Draft) {
  const sums = new Map<string, bigint>();
  let missing = 0;
  for (const line of lines) {
    const {amount, currency} = modelLine(line, separators);
    if (amount === undefined && !isBlankLine(line)) missing++;
    if (currency !== undefined) sums.set(currency, (sums.get(currency) ?? 0n) + (amount ?? 0n));
  }
  const [only, another] = sums;
  if (!only || another) return undefined;
  return {amount: decimal(only[1], digitsOf(only[0])), currency: only[0], missing};
}

function modelLine(line: DraftLine, separators: Draft['separators']): {amount?: bigint; currency?: string} {
  const {item, unitCode} = line;
  if (item?.currency === undefined) return {};
  const {currency} = item;
  const unit = unitCode === undefined ? item.units[0] : item.units.find(({code}) => code === unitCode);
  if (!unit) return {currency};
  if (item.unitPrice === undefined) return {};
  const {value} = parseQuantity(line.quantity, separators);
  const price = value === undefined ? undefined : modelPrice(item, unit.perBase, value);
  if (value === undefined || !price) return {currency};
  const amount = modelAmount(exact(value), price, exact('0'), digitsOf(currency));
  return {currency, amount: exact(amount).units};
}

/** What may become of lines between two looks at them. */
const anyRewrite: fc.Arbitrary<(draft: Draft) => Draft> = fc.oneof(
  fc.tuple(fc.nat(11), anyLineFields).map(([place, fields]) => (draft: Draft) => {
    const index = place % draft.lines.length;
    const key = draft.lines[index]?.key ?? 'none';
    return {...draft, lines: draft.lines.with(index, {...fields, key})};
  }),
  fc.tuple(fc.nat(11), fc.array(anyLineFields, {maxLength: 4}), fc.nat()).map(([place, added, seed]) => {
    return (draft: Draft) => {
      const lines = added.map((fields, index) => ({...fields, key: `added-${seed}-${index}`}));
      return {...draft, lines: draft.lines.toSpliced(place % (draft.lines.length + 1), 0, ...lines)};
    };
  }),
  fc.tuple(fc.nat(11), fc.nat(4)).map(([place, count]) => (draft: Draft) => {
    const lines = draft.lines.toSpliced(place % draft.lines.length, count);
    return lines.length > 0 ? {...draft, lines} : draft;
  }),
  fc.constant((draft: Draft) => ({...draft, lines: draft.lines.toReversed()})),
  fc.nat(11).map((place) => (draft: Draft) => {
    const index = place % draft.lines.length;
    return {...draft, lines: [...draft.lines.slice(index), ...draft.lines.slice(0, index)]};
  }),
  // The same line twice, which must not be, and must not spoil the sum for good.
  fc.nat(11).map((place) => (draft: Draft) => {
    const line = draft.lines[place % draft.lines.length];
    return line ? {...draft, lines: [...draft.lines, line, {...line, quantity: '3'}]} : draft;
  }),
  anySeparators.map((separators) => (draft: Draft) => retype(draft, separators)),
  anySeparators.map((separators) => (draft: Draft) => ({...draft, separators})),
);

describe('the running estimate', () => {
  it('is the sum from nothing, whatever has changed', () => {
    // Each break's quantity once: of two at one quantity, which one counts is not said.
    const withoutTwins = (draft: Draft): Draft => ({
      ...draft,
      lines: draft.lines.map((line) => (line.item ? {...line, item: untwinned(line.item)} : line)),
    });
    fc.assert(
      fc.property(anyDraft, fc.array(anyRewrite, {maxLength: 12}), (first, rewrites) => {
        const estimate = new RunningEstimate(digitsOf);
        let draft = withoutTwins(first);
        let hadTwins = false;
        estimate.update(draft.lines, draft.separators);
        expect(estimate.total).to.deep.equal(fromScratch(draft));
        for (const rewrite of rewrites) {
          const next = rewrite(draft);
          // Only lines that are new are made anew: what stays must stay the same object.
          const known = new Set(draft.lines);
          const lines = next.lines.map((line) =>
            known.has(line) ? line : withoutTwins({...next, lines: [line]}).lines[0],
          );
          draft = {...next, lines: lines.filter((line) => line !== undefined)};
          estimate.update(draft.lines, draft.separators);
          expect(estimate.total).to.deep.equal(fromScratch(draft));
          hadTwins ||= new Set(draft.lines.map(({key}) => key)).size < draft.lines.length;
          for (const line of hadTwins ? [] : draft.lines) {
            expect(estimate.of(line.key)).to.deep.equal(estimateLine(line, draft.separators, digitsOf));
          }
        }
      }),
      {numRuns: 400},
    );
  });

  it('forgets the lines that are gone', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const estimate = new RunningEstimate(digitsOf);
        estimate.update(draft.lines, draft.separators);
        estimate.update([], draft.separators);
        expect(estimate.total).to.equal(undefined);
        for (const {key} of draft.lines) expect(estimate.of(key)).to.deep.equal({});
      }),
    );
  });
});

function untwinned(item: Item): Item {
  const breaks = new Map(item.priceBreaks?.map((each) => [each.minQuantity, each]));
  return item.priceBreaks ? {...item, priceBreaks: [...breaks.values()]} : item;
}
