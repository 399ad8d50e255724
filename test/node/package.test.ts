import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {version} from '../../src/ui/version.ts';

test('the version in the code is that of the package', async () => {
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as {version: string};
  assert.equal(version, manifest.version);
});

test('the lockfile names no address and no engine', async () => {
  const lock = await readFile('package-lock.json', 'utf8');
  assert.doesNotMatch(lock, /"resolved"|https?:\/\/registry/);
});
