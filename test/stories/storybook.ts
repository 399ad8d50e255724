import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {serveFiles, type StaticServer} from '../support/static-server.ts';

export interface Entry {
  id: string;
  title: string;
  name: string;
  type: 'story' | 'docs';
}

const root = path.resolve(import.meta.dirname, '../..');

/** Builds Storybook into a folder of its own and serves it until it is closed. */
export async function serveStorybook(): Promise<StaticServer & {entries: Entry[]}> {
  const folder = await mkdtemp(path.join(tmpdir(), 'storybook-'));
  const storybook = path.join(root, 'node_modules/storybook/dist/bin/dispatcher.js');
  await promisify(execFile)(
    process.execPath,
    [storybook, 'build', '--output-dir', folder, '--loglevel', 'warn'],
    {cwd: root, env: {...process.env, STORYBOOK_DISABLE_TELEMETRY: '1'}},
  );
  const index = JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8')) as {
    entries: Record<string, Entry>;
  };
  const server = await serveFiles({
    routes: {
      '/': folder,
      // Chromium asks for it by itself.
      '/favicon.ico': path.join(folder, 'favicon.svg'),
    },
  });
  return {
    origin: server.origin,
    entries: Object.values(index.entries),
    async close() {
      await server.close();
      await rm(folder, {recursive: true});
    },
  };
}
