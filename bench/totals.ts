/** A million random lines against whole numbers: no cent may be wrong. */
import {lineAmount, RunningEstimate} from '../src/orders/amounts.ts';
import {newLine, type DraftLine} from '../src/orders/draft.ts';
import {heading, row} from './report.ts';

const LINES = 1_000_000;
const separators = {decimal: '.', group: ','};

/** Numbers that look random and are the same in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function decimal(units: bigint, digits: number): string {
  const text = units.toString().padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Rounds half away from zero; nothing here is below it. */
function divide(value: bigint, by: bigint): bigint {
  return (value + by / 2n) / by;
}

/** How many of the lines differ from the model, and how many would in floating point. */
function compare(count: number): {wrong: number; floatWrong: number; perLine: number} {
  const random = randomNumbers(20261122);
  let [wrong, floatWrong, spent] = [0, 0, 0];
  for (let index = 0; index < count; index++) {
    const quantity = BigInt(1 + random(5_000_000)); // in thousandths
    const price = BigInt(random(2_000_000)); // in ten-thousandths
    const discount = BigInt([0, 0, 500, 1250, 3333, random(10_000)][random(6)] ?? 0); // in hundredths of a percent
    const digits = [0, 2, 3][random(3)] ?? 2;
    const full = divide(quantity * price, 10n ** BigInt(7 - digits));
    const expected = decimal(full - divide(full * discount, 10_000n), digits);
    const texts = [decimal(quantity, 3), decimal(price, 4), decimal(discount, 2)] as const;
    const start = performance.now();
    const actual = lineAmount(...texts, digits);
    spent += performance.now() - start;
    if (actual !== expected) wrong++;
    if (inFloatingPoint(texts.map(Number) as [number, number, number], digits) !== expected) floatWrong++;
  }
  return {wrong, floatWrong, perLine: spent / count};
}

function inFloatingPoint([quantity, price, discount]: [number, number, number], digits: number): string {
  const scale = 10 ** digits;
  const full = Math.round(quantity * price * scale) / scale;
  return (full - Math.round(((full * discount) / 100) * scale) / scale).toFixed(digits);
}

/** Milliseconds of one key in an order of so many lines, and of the whole order at once. */
function running(count: number): {first: number; key: number} {
  const units = [{code: 'PCS', label: 'piece', perBase: '1'}];
  const item = {itemNumber: 'A', description: 'A', units, unitPrice: '1.2345', currency: 'EUR'};
  let lines: readonly DraftLine[] = Array.from({length: count}, () => ({...newLine(), item, quantity: '12'}));
  const estimate = new RunningEstimate(() => 2);
  const begun = performance.now();
  estimate.update(lines, separators);
  const first = performance.now() - begun;
  const keys = 1000;
  const start = performance.now();
  for (let key = 0; key < keys; key++) {
    const index = Math.floor(count / 2);
    lines = lines.with(index, {...(lines[index] as DraftLine), quantity: String(key + 1)});
    estimate.update(lines, separators);
  }
  return {first, key: (performance.now() - start) / keys};
}

const {wrong, floatWrong, perLine} = compare(LINES);
heading(`${LINES.toLocaleString('en')} random lines`);
row('amounts that differ from the model', String(wrong), 'goal: 0');
row('the same in floating point', String(floatWrong));
row('one amount', `${(perLine * 1000).toFixed(1)} µs`);
const [short, long] = [running(50), running(5000)];
heading('The running estimate');
row('5,000 lines at once', `${long.first.toFixed(1)} ms`);
row(
  'one key at 5,000 lines',
  `${(long.key * 1000).toFixed(0)} µs`,
  `${(short.key * 1000).toFixed(0)} µs at 50`,
);
