/**
 * `npm run sizes`: what a page must load, brotli-11, of the built package as a company would use it. Fails over the goal, or
 * more than 1 % over sizes.json; `-- --update` writes the sizes reached there.
 */
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {constants, brotliCompressSync} from 'node:zlib';
import {build, type Metafile} from 'esbuild';
import {main} from './generated.ts';
import {root} from './run.ts';

interface Size {
  /** Bytes reached. */
  bytes: number;
  /** Most bytes that it may ever have, where there is a goal. */
  goal?: number;
}

const goals: Record<string, number> = {
  'partner-invite.js': 30_000,
  'document-list.js': 36_000,
  'purchase-order-editor.js': 48_000,
  'cdn/portal-widgets.js': 80_000,
};
/** What a size may be above the one reached: 1 %, and for the smallest a few bytes. */
const limit = (reached: number): number => Math.max(reached * 1.01, reached + 100);
const file = 'sizes.json';

await main(async () => {
  const measured = await measureAll();
  if (process.argv.includes('--update')) {
    const sizes = measured.map(([name, bytes]): [string, Size] => [name, {bytes, goal: goals[name]}]);
    await writeFile(file, `${JSON.stringify(Object.fromEntries(sizes), null, 2)}\n`);
  }
  const reached = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Record<string, Size>;
  const problems: string[] = [];
  for (const [name, bytes] of measured) {
    const before = reached[name]?.bytes;
    const goal = goals[name];
    console.log(`${kilobytes(bytes)}  ${name}${goal ? `, goal ${kilobytes(goal).trim()}` : ''}`);
    if (goal !== undefined && bytes > goal)
      problems.push(`${name} is over its goal by ${bytes - goal} bytes`);
    if (before === undefined) problems.push(`${name} is not in ${file}`);
    else if (bytes > limit(before)) problems.push(`${name} grew from ${before} to ${bytes} bytes`);
  }
  if (problems.length > 0) {
    const advice = `Where there is a good reason: npm run sizes -- --update, and the reason in the commit.`;
    throw new Error([...problems, advice].join('\n'));
  }
});

async function measureAll(): Promise<[string, number][]> {
  const sizes: [string, number][] = [];
  for (const tag of await readdir('src/widgets')) sizes.push([`${tag}.js`, await measureElement(tag)]);
  for (const name of ['cdn/portal-widgets.js', 'cdn/loader.js']) sizes.push([name, await measureFile(name)]);
  return sizes;
}

/** Bundles a page that uses one element. Parts that load on demand do not count, but for an element's body, which comes at once. */
async function measureElement(tag: string): Promise<number> {
  const {outputFiles, metafile} = await build({
    stdin: {contents: `import 'partner-portal-widgets/${tag}.js'`, resolveDir: root},
    absWorkingDir: root,
    // The project's own would lead to src instead of the built package.
    tsconfigRaw: '{}',
    outdir: 'out',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    metafile: true,
    write: false,
  });
  const needed = staticOutputs(metafile, 'out/stdin.js');
  const loaded = outputFiles.filter(({path}) => needed.has(path.slice(root.length).replaceAll('\\', '/')));
  if (!loaded.some(({text}) => text.includes(`"${tag}"`))) {
    throw new Error(`A bundler drops the registration of <${tag}>: see "sideEffects" in package.json.`);
  }
  return loaded.reduce((sum, {contents}) => sum + brotli(contents), 0);
}

/** Whether a part is what an element shows first: see src/ui/element-body.ts. */
function isBody(path: string): boolean {
  return /-body-[^/]*$/.test(path);
}

function staticOutputs(metafile: Metafile, entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  for (const {path, kind} of metafile.outputs[entry]?.imports ?? []) {
    if (kind === 'import-statement' || isBody(path)) staticOutputs(metafile, path, found);
  }
  return found;
}

/** A file for a script tag, which must need no other. */
async function measureFile(name: string): Promise<number> {
  const path = `dist/${name}`;
  const {metafile} = await build({
    entryPoints: [path],
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
  });
  const needs = metafile.inputs[path]?.imports.filter(({kind}) => kind === 'import-statement') ?? [];
  if (needs.length > 0) throw new Error(`${path} needs ${needs.map((needed) => needed.path).join(', ')}.`);
  return brotli(await readFile(path));
}

function brotli(contents: Uint8Array): number {
  return brotliCompressSync(contents, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(6)} KB`;
}
