import path from 'node:path';
import type {Reporter, TestSession, TestSuiteResult} from '@web/test-runner';

interface Count {
  passed: number;
  failed: number;
}

/** A line for each test file, and the sum in the last one: what a log can hold where there is no terminal to draw progress in. */
export function lineReporter(): Reporter {
  return {
    reportTestFileResults({logger, sessionsForTestFile, testFile}) {
      logger.log(`${path.relative(process.cwd(), testFile)}: ${inWords(countAll(sessionsForTestFile))}`);
    },
    onTestRunFinished({sessions}) {
      console.log(`\n${inWords(countAll(sessions))}`);
    },
  };
}

function countAll(sessions: readonly TestSession[]): Count {
  return sum(
    sessions.map(({errors, testResults}) => {
      const {passed, failed} = testResults ? countSuite(testResults) : {passed: 0, failed: 0};
      // What broke a file off is a failure, whatever its tests had said by then.
      return {passed, failed: failed + errors.length};
    }),
  );
}

/** A test that was skipped has not passed. */
function countSuite({tests, suites}: TestSuiteResult): Count {
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  return sum([{passed, failed: tests.length - passed}, ...suites.map(countSuite)]);
}

function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (all, {passed, failed}) => ({passed: all.passed + passed, failed: all.failed + failed}),
    {passed: 0, failed: 0},
  );
}

function inWords({passed, failed}: Count): string {
  return `${passed} passed, ${failed} failed`;
}
