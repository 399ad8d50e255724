import {readdirSync} from 'node:fs';
import {defineConfig, type BuildOptions} from 'vite';
import {handOver} from './scripts/hand-over.ts';
import {minifyTemplates} from './scripts/minify-templates.ts';
import {pureSchemas} from './scripts/pure-schemas.ts';
import {workerFiles} from './scripts/worker-files.ts';
import manifest from './package.json' with {type: 'json'};

/** One entry for each widget folder, so that a new widget needs no line here. */
const widgets = readdirSync('src/widgets');

/** What reads files off the main thread. */
const FILE_WORKER = 'src/orders/files/file-worker.ts';

const dependencies = Object.keys(manifest.dependencies);

const common = {
  target: 'es2022',
  emptyOutDir: false,
  copyPublicDir: false,
  reportCompressedSize: false,
  // What others have written and is built in, with their notices.
  license: {fileName: 'THIRD-PARTY.md'},
} satisfies BuildOptions;

/** The package: readable modules that share chunks and leave the dependencies to the consumer. */
const library: BuildOptions = {
  ...common,
  outDir: 'dist',
  minify: false,
  lib: {
    formats: ['es'],
    entry: {
      index: 'src/index.ts',
      define: 'src/define.ts',
      contract: 'src/portal/contract/index.ts',
      'orders/files/file-worker': FILE_WORKER,
      ...Object.fromEntries(widgets.map((tag) => [tag, `src/widgets/${tag}/define.ts`])),
    },
  },
  rolldownOptions: {
    external: (id) => dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
    output: {
      // One file a module: a consumer's bundler decides what belongs together, and leaves out what a page does not need.
      preserveModules: true,
      preserveModulesRoot: 'src',
      // What is built in from a dependency of ours alone: npm packs no folder of the name node_modules.
      entryFileNames: ({name}) => `${name.replace(/^(?:.*\/)?node_modules\//, 'vendor/')}.js`,
    },
  },
};

/** A file for a script tag: minified, with all that it needs but what loads on demand. */
const cdn = (name: string): BuildOptions => ({
  ...common,
  outDir: 'dist/cdn',
  lib: {formats: ['es'], entry: {[name]: `src/cdn/${name}.ts`}},
  rolldownOptions: {
    // What a part loaded on demand needs of the file is handed over to it, and not moved to a second file.
    preserveEntrySignatures: 'allow-extension',
    output: {minify: true, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js'},
  },
});

/** The worker of the files for script tags. It shares nothing with them: they are in another world. */
const worker: BuildOptions = {
  ...common,
  outDir: 'dist/cdn',
  lib: {formats: ['es'], entry: {'file-worker': FILE_WORKER}},
  rolldownOptions: {output: {minify: true, entryFileNames: 'chunks/[name]-[hash].js'}},
};

/** The file of the worker that has been built: as what starts it, it has another name when it is another. */
function workerOfCdn(name: string): string {
  const file = readdirSync('dist/cdn/chunks').find((each) => each.startsWith(`${name}-`));
  if (file === undefined)
    throw new Error(`There is no ${name} in dist/cdn/chunks: npm run build makes it first.`);
  return `chunks/${file}`;
}

const builds: Readonly<Record<string, BuildOptions>> = {
  worker,
  cdn: cdn('portal-widgets'),
  loader: cdn('loader'),
};

// `vite build` makes the package; `--mode worker`, then `--mode cdn` and `--mode loader` make the files for script tags.
export default defineConfig(({mode, command}) => ({
  plugins:
    command === 'build'
      ? [
          minifyTemplates(),
          pureSchemas(),
          workerFiles(mode in builds ? workerOfCdn : (name) => `orders/files/${name}.js`),
          ...(mode === 'cdn' ? [handOver()] : []),
        ]
      : [],
  build: builds[mode] ?? library,
}));
