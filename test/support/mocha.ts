/** Mocha's globals as imports, typed: tests import what they use. */
type Callback = (this: void) => void | Promise<void>;

interface Mocha {
  describe: (title: string, suite: () => void) => void;
  it: (title: string, test: Callback) => void;
  before: (hook: Callback) => void;
  after: (hook: Callback) => void;
  beforeEach: (hook: Callback) => void;
  afterEach: (hook: Callback) => void;
}

export const {describe, it, before, after, beforeEach, afterEach} = globalThis as unknown as Mocha;
