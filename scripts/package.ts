/** Packs what would be published and uses it as companies do: publint, TypeScript in both module resolutions, Node. */
import {mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import manifest from '../package.json' with {type: 'json'};
import {main} from './generated.ts';
import {root, run} from './run.ts';

await main(async () => {
  await assertListed();
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'partner-portal-widgets-')));
  try {
    const packed = await install(folder);
    const {messages, pkg} = await publint({pkgDir: packed, pack: false, strict: true});
    const problems = messages.map((message) => formatMessage(message, pkg, {color: false}));
    if (problems.length > 0) throw new Error(problems.join('\n'));
    await writeFile(join(folder, 'consumer.ts'), await consumer());
    for (const resolution of ['nodenext', 'bundler']) await compile(folder, resolution);
    await run('node', join(folder, 'consumer-node.mjs'));
  } finally {
    await rm(folder, {recursive: true});
  }
});

/** A widget has a line of its own in these; only the build finds it by itself. */
async function assertListed(): Promise<void> {
  for (const path of ['src/define.ts', 'src/cdn/loader.ts', 'src/index.ts']) {
    const text = await readFile(path, 'utf8');
    for (const tag of await readdir('src/widgets')) {
      if (!text.includes(`/widgets/${tag}/`)) throw new Error(`${path} does not mention ${tag}.`);
    }
  }
}

/** Installs the package with its dependencies and, as strict package managers do, without theirs. */
async function install(folder: string): Promise<string> {
  const packed = join(folder, 'node_modules', manifest.name);
  await mkdir(packed, {recursive: true});
  await run('npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
  const archive = `${manifest.name}-${manifest.version}.tgz`;
  await run('tar', '-xzf', join(folder, archive), '-C', packed, '--strip-components=1');
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(packed, 'node_modules', name);
    await mkdir(dirname(link), {recursive: true});
    await symlink(join(root, 'node_modules', name), link, 'junction');
  }
  await writeFile(join(folder, 'package.json'), '{"type": "module"}');
  await writeFile(join(folder, 'consumer-node.mjs'), `import '${manifest.name}';\n`);
  return packed;
}

/** A page's script that uses every element by its module and by its tag. */
async function consumer(): Promise<string> {
  const tags = await readdir('src/widgets');
  const lines = tags.map((tag) => {
    const camel = tag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    // The class may have another name than its tag where the contract has a type of that name.
    return `import * as ${camel} from '${manifest.name}/${tag}.js';
export const ${camel}Element: HTMLElementTagNameMap['${tag}'] = document.createElement('${tag}');
export const ${camel}Class: CustomElementConstructor = Object.values(${camel})[0];`;
  });
  return `import {PortalClient, PortalError, configurePortal} from '${manifest.name}';
import '${manifest.name}/define.js';
import {Me} from '${manifest.name}/contract.js';
${lines.join('\n')}
configurePortal({endpoint: '/api/v1', getToken: async ({reason}) => (reason === 'first' ? 'token' : null)});
export const me: Promise<Me> = new PortalClient({endpoint: '/api/v1'}).me();
export const parsed: string = Me.parse({}).user.name;
export const kind = (error: PortalError): string => error.kind;
// @ts-expect-error A declaration that cannot be resolved would make everything \`any\`.
export const wrong: number = Me.parse({}).user.name;
// @ts-expect-error
document.createElement('portal-provider').endpoint = 1;
`;
}

async function compile(folder: string, moduleResolution: string): Promise<void> {
  const config = {
    compilerOptions: {
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      module: moduleResolution === 'bundler' ? 'esnext' : moduleResolution,
      moduleResolution,
      types: [],
      strict: true,
      noEmit: true,
    },
    files: ['consumer.ts'],
  };
  const path = join(folder, `tsconfig.${moduleResolution}.json`);
  await writeFile(path, JSON.stringify(config));
  await run('tsc', '-p', path).catch((error: unknown) => {
    throw new Error(`A consumer with "moduleResolution": "${moduleResolution}":\n${String(error)}`);
  });
}
