/** `npm run openapi`: openapi.json from the schemas; `-- --check` fails when it is stale. Either way it is linted. */
import {readdir, readFile} from 'node:fs/promises';
import {createConfig, lintFromString} from '@redocly/openapi-core';
import manifest from '../package.json' with {type: 'json'};
import {main, writeOrCheck} from './generated.ts';
import {readDescriptions, type Described} from './openapi/descriptions.ts';
import {openapi} from './openapi/document.ts';

const folder = 'src/portal/contract';

await main(async () => {
  const described = new Map<string, Described>();
  for (const name of await readdir(folder)) {
    const path = `${folder}/${name}`;
    for (const [id, what] of readDescriptions(path, await readFile(path, 'utf8'))) described.set(id, what);
  }
  const text = `${JSON.stringify(openapi(manifest.version, described), null, 2)}\n`;
  const config = await createConfig({extends: ['recommended']});
  const found = await lintFromString({source: text, absoluteRef: 'openapi.json', config});
  if (found.length > 0) {
    const lines = found.map(
      ({ruleId, message, location}) => `  ${ruleId}: ${message} ${location[0]?.pointer ?? ''}`,
    );
    throw new Error(`openapi.json\n${lines.join('\n')}`);
  }
  await writeOrCheck('openapi.json', text, 'npm run openapi');
});
