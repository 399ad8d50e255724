import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {failuresIn} from '../../scripts/failures.ts';

describe('What npm test repeats of what failed', () => {
  it('has the names and first error lines of tests in the browser, with their files', () => {
    const output = `test/a.test.ts: 3 passed, 0 failed
test/b.test.ts:

 \u001B[31m❌\u001B[39m b > does it
      AssertionError: expected 1 to equal 2
        at test/b.test.ts:4:5

test/b.test.ts: 3 passed, 1 failed

6 passed, 1 failed
`;
    assert.deepEqual(failuresIn(output), [
      'test/b.test.ts:\n❌ b > does it\n      AssertionError: expected 1 to equal 2\n        at test/b.test.ts:4:5',
    ]);
  });

  it('has those of the tests in Node, each once', () => {
    const output = `▶ outer
  ✖ fails (16 ms)
✖ outer (37 ms)
ℹ fail 1

✖ failing tests:

test at test/node/c.test.ts:2:24
✖ fails (16 ms)
  AssertionError [ERR_ASSERTION]: 1 == 2
      at TestContext.<anonymous> (test/node/c.test.ts:2:52)
`;
    assert.deepEqual(failuresIn(output), [
      `test at test/node/c.test.ts:2:24
✖ fails (16 ms)
  AssertionError [ERR_ASSERTION]: 1 == 2
      at TestContext.<anonymous> (test/node/c.test.ts:2:52)`,
    ]);
  });

  it('has those of the checks', () => {
    assert.deepEqual(failuresIn('✓ types, 1.0 s\n✗ lint, 0.5 s\n  src/a.ts:1: no\n\n1 passed, 1 failed\n'), [
      '✗ lint, 0.5 s\n  src/a.ts:1: no',
    ]);
  });

  it('is no more than the first lines of a long error', () => {
    const [failure] = failuresIn(`✗ types\n${'  one more\n'.repeat(100)}`);
    assert.equal(failure?.split('\n').length, 9);
  });

  it('is the end of the output of what broke off without a word that is known', () => {
    assert.deepEqual(failuresIn('a\n\nSegmentation fault\n'), ['a\nSegmentation fault']);
  });
});
