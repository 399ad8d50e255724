/** Fails a test whose page complains: the web test runner puts this module before every test file. */
import './mount.ts';
import {after, atEndOfTest} from './mocha.ts';

const {unexpected, expected} = window.pageComplaints;

/**
 * Says that this test makes the page complain with a text that fits. The test fails without such a complaint. A complaint is
 * a console warning or error, an exception or rejection that nobody handled, or something that the content security policy
 * blocked.
 */
export function expectComplaint(pattern: RegExp): void {
  expected.push({pattern, seen: false});
}

// After the page has been cleared, which may make it complain too.
atEndOfTest(async () => {
  // The browser tells of a rejection after the task that left it unhandled.
  await new Promise((resolve) => setTimeout(resolve));
  const missing = expected.splice(0).filter(({seen}) => !seen);
  failOnComplaints();
  if (missing.length > 0) {
    throw new Error(
      `The page did not complain as expected: ${missing.map(({pattern}) => pattern).join(', ')}`,
    );
  }
});

after(failOnComplaints);

function failOnComplaints(): void {
  const complaints = unexpected.splice(0);
  if (complaints.length === 0) return;
  const error = new Error(`The page complained:\n${complaints.map(({text}) => text).join('\n')}`);
  error.stack = complaints.find(({stack}) => stack !== undefined)?.stack ?? error.stack;
  throw error;
}
