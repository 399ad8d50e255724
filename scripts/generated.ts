import {readFile, writeFile} from 'node:fs/promises';

/** Writes a generated file, or with `--check` rejects when the committed one is not the same. */
export async function writeOrCheck(path: string, text: string, command: string): Promise<void> {
  if (!process.argv.includes('--check')) return writeFile(path, text);
  const committed = await readFile(path, 'utf8').catch(() => '');
  if (committed !== text) throw new Error(`${path} is stale: run \`${command}\` and commit it.`);
}

/** Ends a script the way a person wants to read it: a sentence, and no stack of our own. */
export async function main(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
