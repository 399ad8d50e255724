/**
 * `npm run localize`: collects the messages of src into src/locales/xliff and makes modules of the translations.
 * `-- --check` fails when either is stale or a message has no translation.
 */
import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {format, resolveConfig} from 'prettier';
import {main, writeOrCheck} from './generated.ts';
import {root, run} from './run.ts';

interface Config {
  targetLocales: string[];
  tsConfig: string;
  output: {mode: string; outputDir: string};
  interchange: {format: string; xliffDir: string};
}

await main(async () => {
  const config = JSON.parse(await readFile('lit-localize.json', 'utf8')) as Config;
  const {targetLocales, output, interchange} = config;
  // In a copy, so that a check leaves the tree alone and a failure half way changes nothing.
  const folder = await mkdtemp('node_modules/.localize-');
  try {
    const copy = {
      ...config,
      tsConfig: `${root}${config.tsConfig}`,
      output: {...output, outputDir: 'generated'},
      interchange: {...interchange, xliffDir: 'xliff'},
    };
    await mkdir(`${folder}/xliff`);
    await cp(interchange.xliffDir, `${folder}/xliff`, {recursive: true}).catch(() => undefined);
    await writeFile(`${folder}/lit-localize.json`, JSON.stringify(copy));
    await run('lit-localize', 'extract', `--config=${folder}/lit-localize.json`);
    await run('lit-localize', 'build', `--config=${folder}/lit-localize.json`);
    await mkdir(interchange.xliffDir, {recursive: true});
    for (const locale of targetLocales) {
      const xliff = await readFile(`${folder}/xliff/${locale}.xlf`, 'utf8');
      const templates = await tidy(await readFile(`${folder}/generated/${locale}.ts`, 'utf8'));
      await writeOrCheck(`${interchange.xliffDir}/${locale}.xlf`, xliff, 'npm run localize');
      await writeOrCheck(`${output.outputDir}/${locale}.ts`, templates, 'npm run localize');
      report(locale, xliff);
    }
  } finally {
    await rm(folder, {recursive: true});
  }
});

/**
 * lit-localize escapes every text as if it were HTML; those that are not would show `&amp;`. And the module brings its own
 * `str`, because one line that is shared with it would cost every page a file more.
 */
async function tidy(module: string): Promise<string> {
  const str =
    'const str = (strings: TemplateStringsArray, ...values: number[]) => ({strTag: true as const, strings, values});';
  const plain = /^(\s*'[^']+': (?:str)?`)((?:[^`\\]|\\.)*)(`,)$/gm;
  const unescaped = module
    .replace(/^\s*\/\* eslint-disable .*\n/gm, '')
    .replace("import {str} from '@lit/localize';", str)
    .replace(plain, (_, start: string, text: string, end: string) => {
      return start + text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') + end;
    });
  return format(unescaped, {...(await resolveConfig('src/locales/generated/de.ts')), parser: 'typescript'});
}

/** Rejects messages without a translation, and those without an id of their own: hosts replace texts by id. */
function report(locale: string, xliff: string): void {
  const problems: string[] = [];
  for (const [, id = '', unit = ''] of xliff.matchAll(/<trans-unit id="([^"]+)">(.*?)<\/trans-unit>/gs)) {
    if (/^[sh][0-9a-f]{16}$/.test(id)) problems.push(`no id: ${unit.trim()}`);
    if (!/<target>[^]*\S[^]*<\/target>/.test(unit)) problems.push(`no translation: ${id}`);
  }
  if (problems.length > 0) throw new Error(`${locale}\n${problems.map((line) => `  ${line}`).join('\n')}`);
}
