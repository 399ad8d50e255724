/** Mocha's globals as imports, typed: tests import what they use. */
type Callback = (this: void) => void | Promise<void>;

interface Mocha {
  describe: (title: string, suite: () => void) => void;
  it: (title: string, test: Callback) => {timeout: (ms: number) => unknown};
  before: (hook: Callback) => void;
  after: (hook: Callback) => void;
  beforeEach: (hook: Callback) => void;
  afterEach: (hook: Callback) => void;
}

const mocha = globalThis as unknown as Mocha;

export const {describe, before, after, beforeEach, afterEach} = mocha;

const ends: Callback[] = [];

/**
 * What belongs to every test itself, after its own steps and in this order. Where a hook fails, Mocha gives up the rest of the
 * file; where this fails, the one test does.
 */
export function atEndOfTest(step: Callback): void {
  ends.push(step);
}

/**
 * An error that can be told to the test runner: without what an assertion compared where that is more than data. An element would
 * take the whole page with it, for minutes; the message says which one it was.
 */
export function tellable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const compared: Error & {actual?: unknown; expected?: unknown} = error;
  if (!isData(compared.actual) || !isData(compared.expected)) {
    Object.assign(compared, {actual: undefined, expected: undefined});
  }
  return error;
}

function isData(value: unknown, within: readonly unknown[] = []): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function';
  if (within.includes(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = Array.isArray(value) || prototype === Object.prototype || prototype === null;
  return isPlain && Object.values(value).every((each) => isData(each, [...within, value]));
}

/** A test. One that does much says how long it may take, in ms. */
export const it = (title: string, test: Callback, {ms}: {ms?: number} = {}): void => {
  const made = mocha.it(title, async () => {
    const failures: unknown[] = [];
    for (const step of [test, ...ends]) {
      try {
        await step();
      } catch (error) {
        failures.push(tellable(error));
      }
    }
    const [first, ...others] = failures;
    if (first instanceof Error) {
      for (const other of others)
        first.message += `\n\n${other instanceof Error ? other.message : String(other)}`;
    }
    if (failures.length > 0) throw first;
  });
  if (ms !== undefined) made.timeout(ms);
};
