/**
 * `npm run lockfile`, after every change of a dependency: takes out of package-lock.json what makes it work on one machine only.
 * `-- --check` fails when it is still there.
 *
 * - `engines`: npm compares them with the Node that runs npm, and on an older one leaves out optional packages, the native parts
 *   of our tools among them, without a word. The tools run on the Node that this project installs, which satisfies them all.
 * - `resolved`: addresses of the registry that was used; another one may serve the next user.
 */
import {readFile} from 'node:fs/promises';
import {main, writeOrCheck} from './generated.ts';

await main(async () => {
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
    packages: Record<string, {engines?: unknown; resolved?: unknown}>;
  };
  for (const [path, entry] of Object.entries(lock.packages)) {
    // The entry of the project itself says what its own users need.
    if (path !== '') delete entry.engines;
    delete entry.resolved;
  }
  await writeOrCheck('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`, 'npm run lockfile');
});
