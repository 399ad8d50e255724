/** MSW’s service worker as every server of this project gives it to a page, so that no copy has to be kept in the project. */
import {readFile} from 'node:fs/promises';
import type {Plugin} from 'vite';

const name = 'mockServiceWorker.js';

/**
 * What asks for a part of a file is none of MSW’s business: it passes such requests on without saying which part, as the browser lets
 * no script do that, and nobody could jump in a video.
 */
const leavesParts =
  "addEventListener('fetch', (event) => event.request.headers.has('Range') && event.stopImmediatePropagation());";

/** The code of the worker. */
export async function workerCode(): Promise<string> {
  return `${leavesParts}\n${await readFile(new URL(import.meta.resolve(`msw/${name}`)), 'utf8')}`;
}

/** Gives a page the worker at the top of its site. */
export function mockServiceWorker(): Plugin {
  return {
    name: 'mock-service-worker',
    configureServer(server) {
      server.middlewares.use(`/${name}`, (_request, response, next) => {
        workerCode().then((code) => {
          response
            .writeHead(200, {'Content-Type': 'text/javascript', 'Service-Worker-Allowed': '/'})
            .end(code);
        }, next);
      });
    },
    async generateBundle() {
      this.emitFile({type: 'asset', fileName: name, source: await workerCode()});
    },
  };
}
