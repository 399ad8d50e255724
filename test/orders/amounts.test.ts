import {currencyDigits} from '../../src/locales/formats.ts';
import {lineAmount, round, RunningEstimate, unitPrice} from '../../src/orders/amounts.ts';
import {addLine, changeLine, newDraft, newLine, removeLines, type Draft} from '../../src/orders/draft.ts';
import type {Item} from '../../src/portal/contract/catalog.ts';
import {describe, expect, it} from '../support/index.ts';

const separators = {decimal: '.', group: ','};

/** Numbers that look random and are the same in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** `units` of `10^-digits` as a decimal string. */
function decimal(units: bigint, digits: number): string {
  const sign = units < 0n ? '-' : '';
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Division that rounds half away from zero, in whole numbers. */
function divide(value: bigint, by: bigint): bigint {
  const half = value < 0n ? -by / 2n : by / 2n;
  return (value + half) / by;
}

/** The contract's rule in whole numbers: quantity in 10^-3, price in 10^-4, discount in 10^-2 percent, amount in 10^-digits. */
function modelAmount(quantity: bigint, price: bigint, discount: bigint, digits: number): bigint {
  const full = divide(quantity * price, 10n ** BigInt(7 - digits));
  return full - divide(full * discount, 10_000n);
}

const item = (change: Partial<Item> = {}): Item => ({
  itemNumber: 'A-1',
  description: 'Screw',
  units: [
    {code: 'PCS', label: 'piece', perBase: '1'},
    {code: 'BOX', label: 'box', perBase: '100'},
  ],
  unitPrice: '0.0237',
  currency: 'EUR',
  priceBreaks: [
    {minQuantity: '500', unitPrice: '0.0218'},
    {minQuantity: '1000', unitPrice: '0.02'},
  ],
  ...change,
});

function draftOf(...quantities: string[]): Draft {
  const lines = quantities.map((quantity) => ({...newLine(), item: item(), search: 'A-1', quantity}));
  return {...newDraft(separators), lines};
}

describe('amounts', () => {
  it('round half away from zero', () => {
    expect(round('2.345', 2)).to.equal('2.35');
    expect(round('-2.345', 2)).to.equal('-2.35');
    expect(round('1.005', 2)).to.equal('1.01');
    expect(round('0.5', 0)).to.equal('1');
    expect(round('2', 2)).to.equal('2.00');
  });

  it('are those of an independent model in whole numbers', () => {
    const random = randomNumbers(20261122);
    for (let count = 0; count < 20_000; count++) {
      const quantity = BigInt(1 + random(5_000_000));
      const price = BigInt(random(2_000_000));
      const discount = BigInt([0, 0, 500, 1250, 3333, random(10_000)][random(6)] ?? 0);
      const digits = [0, 2, 3][random(3)] ?? 2;
      const expected = decimal(modelAmount(quantity, price, discount, digits), digits);
      const actual = lineAmount(decimal(quantity, 3), decimal(price, 4), decimal(discount, 2), digits);
      if (actual !== expected) {
        throw new Error(`${quantity}e-3 × ${price}e-4 − ${discount}e-2 %: ${actual}, not ${expected}`);
      }
    }
  });

  it('are those that floating point gets wrong', () => {
    expect(lineAmount('3', '1.115', '0', 2)).to.equal('3.35');
    expect(lineAmount('1', '1.005', '0', 2)).to.equal('1.01');
    expect(lineAmount('999999999999999', '99999999999.99999999', '0', 2)).to.equal(
      '99999999999999899990000000.00',
    );
  });
});

describe('the price of a unit', () => {
  it('counts price breaks in base units', () => {
    expect(unitPrice(item(), '1', '499')).to.equal('0.0237');
    expect(unitPrice(item(), '1', '500')).to.equal('0.0218');
    expect(unitPrice(item(), '100', '4')).to.equal('2.37');
    expect(unitPrice(item(), '100', '5')).to.equal('2.18');
    expect(unitPrice(item(), '100', '10')).to.equal('2');
    const unsorted = item({priceBreaks: item().priceBreaks?.toReversed()});
    expect(unitPrice(unsorted, '1', '5000')).to.equal(unitPrice(item(), '1', '5000'));
  });

  it('is unknown where prices are not shown', () => {
    expect(unitPrice(item({unitPrice: undefined}), '1', '1')).to.equal(undefined);
  });
});

describe('the running estimate', () => {
  it('is the sum of its lines after any changes', () => {
    const random = randomNumbers(7);
    const estimate = new RunningEstimate(currencyDigits);
    let draft = draftOf('1', '2', '3');
    for (let count = 0; count < 500; count++) {
      const {key} = draft.lines[random(draft.lines.length)] ?? {key: ''};
      const quantity = String(random(3) === 0 ? '' : 1 + random(2000));
      const change = random(4);
      if (change === 0) draft = addLine(draft, {...newLine(), item: item(), search: 'A-1', quantity});
      else if (change === 1) draft = removeLines(draft, new Set([key]));
      else draft = changeLine(draft, key, {quantity});
      estimate.update(draft.lines, draft.separators);
      const fresh = new RunningEstimate(currencyDigits);
      fresh.update(draft.lines, draft.separators);
      expect(estimate.total).to.deep.equal(fresh.total);
    }
  });

  it('computes only the lines that changed', () => {
    const asked: string[] = [];
    const draft = draftOf('1', '2', '3', '4');
    const estimate = new RunningEstimate((currency) => {
      asked.push(currency);
      return 2;
    });
    estimate.update(draft.lines, separators);
    asked.length = 0;
    estimate.update(changeLine(draft, draft.lines[2]?.key ?? '', {quantity: '30'}).lines, separators);
    expect(asked).to.have.length(1);
  });

  it('says how many lines are not in it', () => {
    const estimate = new RunningEstimate(currencyDigits);
    const draft = addLine(draftOf('10', '', 'ten'), newLine());
    estimate.update(draft.lines, draft.separators);
    expect(estimate.total).to.deep.equal({amount: '0.24', currency: 'EUR', missing: 2});
  });

  it('has no total of several currencies, and none without prices', () => {
    const estimate = new RunningEstimate(currencyDigits);
    const draft = draftOf('1', '1');
    const [first, second] = draft.lines;
    if (!first || !second) throw new Error('Two lines are needed');
    estimate.update([first, {...second, item: item({currency: 'CHF'})}], separators);
    expect(estimate.total).to.equal(undefined);
    estimate.update([{...first, item: item({unitPrice: undefined, currency: undefined})}], separators);
    expect(estimate.total).to.equal(undefined);
    expect(estimate.of(first.key)).to.deep.equal({});
  });

  it('has the digits of its currency', () => {
    const estimate = new RunningEstimate(currencyDigits);
    const [line] = draftOf('3').lines;
    if (!line) throw new Error('A line is needed');
    estimate.update(
      [{...line, item: item({currency: 'JPY', unitPrice: '1.5', priceBreaks: []})}],
      separators,
    );
    expect(estimate.total?.amount).to.equal('5');
  });

  it('leaves the lines between changed ones alone', () => {
    let looks = 0;
    const running = new RunningEstimate((currency) => {
      looks++;
      return currencyDigits(currency);
    });
    const draft = draftOf(...Array.from({length: 50}, () => '1'));
    running.update(draft.lines, separators);
    looks = 0;
    const lines = draft.lines.map((line, index) =>
      index === 3 || index === 40 ? {...line, quantity: '2'} : line,
    );
    running.update(lines, separators);
    expect(looks).to.equal(2);
    const afresh = new RunningEstimate(currencyDigits);
    afresh.update(lines, separators);
    expect(running.total).to.deep.equal(afresh.total);
  });
});
