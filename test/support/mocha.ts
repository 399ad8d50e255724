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

/** A test. One that does much says how long it may take, in ms. */
export const it = (title: string, test: Callback, {ms}: {ms?: number} = {}): void => {
  const made = mocha.it(title, async () => {
    const failures: unknown[] = [];
    for (const step of [test, ...ends]) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
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
