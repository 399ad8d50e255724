/** `npm run manifest`: custom-elements.json from the classes; `-- --check` fails when it is stale or says too little. */
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {main, writeOrCheck} from './generated.ts';
import {run} from './run.ts';

interface Described {
  name: string;
  description?: string;
  /** A constant of the class, such as an event's name, which says itself what it is. */
  static?: boolean;
}

interface Declaration extends Described {
  tagName?: string;
  members?: Described[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
}

interface Manifest {
  modules: {declarations: Declaration[]}[];
}

await main(async () => {
  const text = await analyze();
  const manifest = JSON.parse(text) as Manifest;
  const silent = manifest.modules.flatMap(({declarations}) => declarations.flatMap(undescribed));
  if (silent.length > 0) throw new Error(`No description:\n${silent.map((name) => `  ${name}`).join('\n')}`);
  await writeOrCheck('custom-elements.json', text, 'npm run manifest');
});

/** The analyzer writes into a folder only, and only below the project's. */
async function analyze(): Promise<string> {
  const folder = await mkdtemp('node_modules/.manifest-');
  try {
    await run('cem', 'analyze', '--quiet', '--outdir', folder);
    return await readFile(`${folder}/custom-elements.json`, 'utf8');
  } finally {
    await rm(folder, {recursive: true});
  }
}

/** Names of what a host can use and cannot read about. Events without a sentence are left out of the manifest. */
function undescribed(declaration: Declaration): string[] {
  const {members = [], slots = [], cssParts = [], cssProperties = []} = declaration;
  return [declaration, ...members, ...slots, ...cssParts, ...cssProperties]
    .filter((item) => !item.description && !item.static)
    .map(({name}) => (name === declaration.name ? name : `${declaration.name} ${name}`));
}
