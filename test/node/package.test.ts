import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {inlineParts} from '../../scripts/inline-parts.ts';
import {version} from '../../src/ui/version.ts';

test('the version in the code is that of the package', async () => {
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as {version: string};
  assert.equal(version, manifest.version);
});

test('the lockfile names no address and no engine', async () => {
  const lock = await readFile('package-lock.json', 'utf8');
  assert.doesNotMatch(lock, /"resolved"|https?:\/\/registry/);
});

test('the one-file build has the parts of widgets in it', () => {
  const {transform} = inlineParts();
  assert.equal(typeof transform, 'function');
  const inline = transform as unknown as (code: string, id: string) => {code: string} | undefined;
  const code = `const part = new OnDemand(() => import('./on-demand.ts'));`;
  const inlined = inline(code, '/project/src/widgets/any/any.ts')?.code ?? '';
  assert.match(inlined, /Promise\.resolve\(inlinedPart0\)/);
  assert.match(inlined, /import \* as inlinedPart0 from '\.\/on-demand\.ts';/);
  assert.equal(inline(`import('./generated/de.ts')`, '/project/src/locales/localize.ts'), undefined);
});
