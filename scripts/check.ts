/** `npm run check`: everything that can be said about the project without running it in a browser. */
import {run} from './run.ts';

type Check = [title: string, command: string, ...args: string[]];

/** Two lanes at a time: the checks of a lane run one after the other, those of the second need what is built at its start. */
const lanes: Check[][] = [
  [
    ['types', 'tsc'],
    [
      'types without those of Node',
      'tsc',
      '-p',
      'tsconfig.build.json',
      '--noEmit',
      '--emitDeclarationOnly',
      'false',
    ],
    ['lint', 'oxlint'],
    ['package-lock.json', 'node', 'scripts/lockfile.ts', '--check'],
    ['formatting', 'prettier', '--check', '--log-level', 'warn', '.'],
  ],
  [
    ['build', 'node', 'scripts/build.ts'],
    ['package', 'node', 'scripts/package.ts'],
    ['sizes', 'node', 'scripts/sizes.ts'],
    ['README.md', 'node', 'scripts/readme.ts', '--check'],
    ['custom-elements.json', 'node', 'scripts/manifest.ts', '--check'],
    ['openapi.json', 'node', 'scripts/openapi.ts', '--check'],
    ['translations', 'node', 'scripts/localize.ts', '--check'],
  ],
];

const total = {passed: 0, failed: 0};
await Promise.all(
  lanes.map(async (checks) => {
    for (const check of checks) await perform(check);
  }),
);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function perform([title, command, ...args]: Check): Promise<void> {
  const start = performance.now();
  const report = (mark: string) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${mark} ${title}, ${seconds} s`);
  };
  try {
    await run(command, ...args);
    total.passed += 1;
    report('✓');
  } catch (error) {
    total.failed += 1;
    report('✗');
    console.log(String(error instanceof Error ? error.message : error).replace(/^/gm, '  '));
  }
}
