/** `npm run build`: everything in dist, from nothing. */
import {createHash} from 'node:crypto';
import {glob, readFile, rm, writeFile} from 'node:fs/promises';
import {build} from 'vite';
import {run} from './run.ts';

await rm('dist', {recursive: true, force: true});
for (const mode of ['production', 'worker', 'cdn', 'loader']) await build({mode, logLevel: 'warn'});
await run('tsc', '-p', 'tsconfig.build.json');
await finishDeclarations();
await writeHashes();

/**
 * Makes the declarations mean the same for every consumer: an import names the file that exists at run time, and types that
 * TypeScript attributed to Lit's inner packages, which a consumer may not be able to resolve, come from lit.
 */
async function finishDeclarations(): Promise<void> {
  for await (const path of glob('dist/types/**/*.d.ts')) {
    const text = await readFile(path, 'utf8');
    const finished = text
      .replace(/((?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2')
      .replaceAll(/(['"])(?:lit-html|lit-element|@lit\/reactive-element)\1/g, '$1lit$1');
    if (finished !== text) await writeFile(path, finished);
  }
}

/** Writes the hashes for `integrity`: of the files for script tags, and of all that they load. */
async function writeHashes(): Promise<void> {
  const names: string[] = [];
  for await (const path of glob('**/*.js', {cwd: 'dist/cdn'})) names.push(path.replaceAll('\\', '/'));
  const hashes: Record<string, string> = {};
  for (const name of names.toSorted()) {
    const hash = createHash('sha384').update(await readFile(`dist/cdn/${name}`));
    hashes[name] = `sha384-${hash.digest('base64')}`;
  }
  await writeFile('dist/cdn/sri.json', `${JSON.stringify(hashes, null, 2)}\n`);
}
