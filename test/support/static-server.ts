import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {mediaAnswer} from '../../mocks/media-files.ts';

export interface StaticServer {
  /** Without a slash at its end. */
  origin: string;
  close(): Promise<void>;
}

interface StaticOptions {
  /** What each address serves: the folder or file for the longest address that the request's begins with. */
  routes: Record<string, string>;
  /** Pages and scripts that are no files. */
  pages?: Record<string, string>;
  /** Sent with every answer. */
  headers?: Record<string, string>;
}

interface Found {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

function found(type = 'application/octet-stream', body: string | Uint8Array): Found {
  return {status: 200, headers: {'Content-Type': type}, body};
}

/** Serves files on an origin of its own, at a free port. */
export async function serveFiles({routes, pages = {}, headers = {}}: StaticOptions): Promise<StaticServer> {
  const prefixes = Object.keys(routes).toSorted((a, b) => b.length - a.length);
  const server = createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const answer = async (): Promise<Found> => {
      const page = pages[address];
      if (page !== undefined) return found(types[path.extname(address) || '.html'], page);
      const prefix = prefixes.find((candidate) => address.startsWith(candidate));
      if (prefix === undefined) throw new Error('no route');
      const rest = address.slice(prefix.length);
      if (/\.(?:mp4|vtt|webm)$/.test(rest)) return mediaAnswer(rest, request.headers.range, routes[prefix]);
      const file = path.join(routes[prefix] ?? '', address.endsWith('/') ? `${rest}index.html` : rest);
      return found(types[path.extname(file)], await readFile(file));
    };
    answer().then(
      ({status, headers: own, body}) => response.writeHead(status, {...headers, ...own}).end(body),
      () => response.writeHead(404, {...headers, 'Content-Type': 'text/plain'}).end('Not found'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
