/** A file for a script tag with two parts, built and loaded as pages load it: at addresses that the build does not know. */
import assert from 'node:assert/strict';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {build} from 'vite';
import {handOver} from '../../scripts/hand-over.ts';

interface Main {
  label: object;
  first(): Promise<Part>;
  second(): Promise<Part>;
}

interface Part {
  label: object;
  own: object;
  shared: object;
}

const sources: Record<string, string> = {
  main: `export {label} from './label.js';
    export const first = () => import('./first.js');
    export const second = () => import('./second.js');`,
  label: `export const label = {}; export const internal = {label};`,
  first: `export {label} from './label.js'; export {shared} from './shared.js';
    import {internal} from './label.js'; export const own = internal;`,
  second: `import {internal, label} from './label.js'; import {shared} from './shared.js';
    export const own = internal; export {label, shared};`,
  shared: `import {internal} from './label.js'; export const shared = [internal];`,
};

let folder: string;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hand-over-'));
  await writeFile(path.join(folder, 'package.json'), '{"type": "module"}');
});

after(() => rm(folder, {recursive: true}));

/** Builds these modules as the files for script tags are built. */
async function bundle(name: string, modules = sources): Promise<string> {
  const [source, outDir] = [path.join(folder, `${name}-source`), path.join(folder, name)];
  await build({
    configFile: false,
    logLevel: 'warn',
    root: folder,
    plugins: [
      {
        name: 'sources',
        enforce: 'pre',
        resolveId: (id) => path.join(source, path.basename(id)),
        load: (id) => modules[path.basename(id, '.js')],
      },
      handOver(),
    ],
    build: {
      outDir,
      lib: {formats: ['es'], entry: {main: 'main.js'}},
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {minify: true, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js'},
      },
    },
  });
  return outDir;
}

async function load(file: string, query = ''): Promise<Main> {
  return (await import(pathToFileURL(file).href + query)) as Main;
}

test('parts have what the file has, whatever its address is', async () => {
  const main = await load(path.join(await bundle('any'), 'main.js'), '?v=3');
  const [first, second] = [await main.first(), await main.second()];
  assert.equal(first.label, main.label);
  assert.equal(second.label, main.label);
  assert.equal(first.own, second.own);
  assert.equal(first.shared, second.shared, 'what parts share is there once');
});

test('the file exports what its source exports, and no part names it', async () => {
  const out = await bundle('exports');
  assert.deepEqual(Object.keys(await load(path.join(out, 'main.js'))).toSorted(), [
    'first',
    'label',
    'second',
  ]);
  const chunks = await readdir(path.join(out, 'chunks'));
  assert.ok(chunks.length >= 2, String(chunks));
  for (const chunk of chunks) {
    assert.doesNotMatch(await readFile(path.join(out, 'chunks', chunk), 'utf8'), /main/, chunk);
  }
});

test('two versions beside each other have nothing in common', async () => {
  const [one, other] = [
    await bundle('one', {...sources, label: `export const label = {one: 1}; export const internal = [1];`}),
    await bundle('other', {
      ...sources,
      label: `export const label = {other: 1}; export const internal = [2];`,
    }),
  ];
  const [first, second] = [await load(path.join(one, 'main.js')), await load(path.join(other, 'main.js'))];
  assert.deepEqual((await first.second()).own, [1]);
  assert.deepEqual((await second.second()).own, [2]);
  assert.equal((await second.first()).label, second.label);
});

test('the same sources give the same files in every folder', async () => {
  const [one, other] = [await bundle('here'), await bundle('there/below')];
  assert.deepEqual(
    (await readdir(path.join(one, 'chunks'))).toSorted(),
    (await readdir(path.join(other, 'chunks'))).toSorted(),
  );
  for (const file of [
    'main.js',
    ...(await readdir(path.join(one, 'chunks'))).map((name) => `chunks/${name}`),
  ]) {
    assert.equal(
      await readFile(path.join(one, file), 'utf8'),
      await readFile(path.join(other, file), 'utf8'),
      file,
    );
  }
});
