/** `npm test`: everything, one part after the other; what failed at the end, once more, and how many in the last line. */
import {spawn} from 'node:child_process';
import {findBrowser} from './browser.ts';
import {failuresIn} from './failures.ts';
import {root} from './run.ts';

interface Part {
  title: string;
  /** A script of package.json. */
  script: string;
  count(output: string, code: number): Result;
}

interface Result {
  passed: number;
  failed: number;
}

const parts: Part[] = [
  {title: 'Checks', script: 'check', count: countLine},
  {title: 'Build', script: 'build', count: countOne},
  {title: 'Unit and component tests, in a browser', script: 'test:unit', count: countLine},
  {title: 'Node tests', script: 'test:node', count: countNodeTests},
  {title: 'Stories', script: 'test:stories', count: countNodeTests},
  {title: 'End to end', script: 'test:e2e', count: countNodeTests},
];

/** A part that hangs must not hang everything. */
const limit = 10 * 60_000;

const summary: string[] = [];
/** A log that is cut in the middle still has this. */
const failures: string[] = [];
const total: Result = {passed: 0, failed: 0};

try {
  // Every part uses the browser that is found, or installed, here.
  process.env['CHROME_PATH'] = await findBrowser();
  for (const part of parts) await perform(part);
} catch (error) {
  total.failed += 1;
  failures.push(String(error instanceof Error ? error.message : error));
}

if (failures.length > 0) console.log(`\n── Failed ${'─'.repeat(64)}\n\n${failures.join('\n\n')}`);
console.log(`\n${[...summary, `${total.passed} passed, ${total.failed} failed`].join('\n')}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function perform(part: Part): Promise<void> {
  console.log(`\n── ${part.title} ${'─'.repeat(70 - part.title.length)}\n`);
  const start = performance.now();
  const {output, code} = await npmRun(part.script);
  const result = part.count(output, code);
  // Neither a crash between two tests nor a part without a test may pass for success.
  if (result.failed === 0 && (code !== 0 || result.passed === 0)) result.failed = 1;
  if (result.failed > 0) failures.push(`${part.title}:`, ...failuresIn(output));
  total.passed += result.passed;
  total.failed += result.failed;
  const seconds = Math.round((performance.now() - start) / 1000);
  summary.push(`${part.title}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
}

async function npmRun(script: string): Promise<{output: string; code: number}> {
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: root,
    env: process.env,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limit,
  });
  let output = '';
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      target.write(text);
    });
  }
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject).once('close', (exit) => resolve(exit ?? 1));
  });
  return {output, code};
}

/** The last line of the form that this script ends with too. */
function countLine(output: string): Result {
  const last = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
  return {passed: Number(last?.[1] ?? 0), failed: Number(last?.[2] ?? 0)};
}

function countOne(_output: string, code: number): Result {
  return code === 0 ? {passed: 1, failed: 0} : {passed: 0, failed: 1};
}

/** The closing lines of node:test. A test that is skipped, or still to be written, has not passed. */
function countNodeTests(output: string): Result {
  const number = (name: string) =>
    Number([...output.matchAll(RegExp(`^ℹ ${name} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);
  const failed = number('fail') + number('cancelled') + number('skipped') + number('todo');
  return {passed: number('pass'), failed};
}
