import {spawn} from 'node:child_process';
import {delimiter} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The project's folder; every script works there. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Starts a command of the project's own tools and waits for it; rejects with all that it printed when it fails. */
export async function run(command: string, ...args: string[]): Promise<string> {
  const path = `${root}node_modules/.bin${delimiter}${process.env['PATH'] ?? ''}`;
  const child = spawn(command, args, {
    cwd: root,
    env: {...process.env, PATH: path},
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) throw new Error(output.trim() || `${command} ended with ${code ?? 'a signal'}`);
  return output;
}
