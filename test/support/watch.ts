/** Fails a test whose page complains: the web test runner puts this module before every test file. */
import {afterEach} from './mocha.ts';

const {unexpected, expected} = window.pageComplaints;

/**
 * Says that this test makes the page complain with a text that fits. The test fails without such a complaint. A complaint is
 * a console warning or error, an exception or rejection that nobody handled, or something that the content security policy blocked.
 */
export function expectComplaint(pattern: RegExp): void {
  expected.push({pattern, seen: false});
}

afterEach(() => {
  const complaints = unexpected.splice(0);
  const missing = expected.splice(0).filter(({seen}) => !seen);
  if (complaints.length > 0) {
    const error = new Error(`The page complained:\n${complaints.map(({text}) => text).join('\n')}`);
    error.stack = complaints.find(({stack}) => stack !== undefined)?.stack ?? error.stack;
    throw error;
  }
  if (missing.length > 0) {
    throw new Error(
      `The page did not complain as expected: ${missing.map(({pattern}) => pattern).join(', ')}`,
    );
  }
});
