import {basename, posix} from 'node:path';
import type {Plugin} from 'vite';

const starting = /(?<=new Worker\(\s*)new URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/g;
const placeholder = /__WORKER_FILE_([\w$]+?)__/g;

/**
 * Lets a worker be a file of its own beside what starts it, as the policy of a strict page wants it; Vite would put it into the code
 * of a library. `fileOf` says which file of the output it is, by the name of its module. In the package, the address stays as
 * bundlers look for it.
 */
export function workerFiles(fileOf: (name: string) => string): Plugin {
  return {
    name: 'worker-files',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.ts') || !code.includes('new Worker(')) return undefined;
      // Not even an address stays for Vite to look at.
      const marked = code.replaceAll(
        starting,
        (_, name: string) => `__WORKER_FILE_${name.replaceAll('-', '$')}__`,
      );
      if (marked === code) this.error(`${basename(id)} starts a worker in a way that is not known here.`);
      return {code: marked, map: null};
    },
    renderChunk(code, {fileName}) {
      const addressed = code.replaceAll(placeholder, (_, name: string) => {
        const path = posix.relative(posix.dirname(fileName), fileOf(name.replaceAll('$', '-')));
        return `new URL('${path.startsWith('.') ? path : `./${path}`}', import.meta.url)`;
      });
      return addressed === code ? undefined : {code: addressed, map: null};
    },
  };
}
