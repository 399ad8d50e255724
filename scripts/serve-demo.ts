/**
 * `node scripts/serve-demo.ts [--port 5173] [--endpoint http://localhost:8787/api/v1]`: the built demo page of dist-demo/,
 * with the exact policy. Without an endpoint the page brings its mock portal along.
 *
 * Tests start it themselves: `const demo = await serveDemo({endpoint}); await page.goto(demo.url); await demo.close();`
 */
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {contentSecurityPolicy, withEndpoint} from '../demo/csp.ts';
import {mediaAnswer} from '../mocks/media-files.ts';

/** How the page is served. */
export interface DemoOptions {
  /** The portal's base URL, `http://localhost:8787/api/v1`. Default `embedded`. */
  endpoint?: string;
  /** Default: any free port. */
  port?: number;
}

/** A running server. */
export interface DemoServer {
  /** Address of the page, with a slash at its end. */
  url: string;
  close(): Promise<void>;
}

const folder = fileURLToPath(new URL('../dist-demo', import.meta.url));

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves dist-demo/ (`npm run build && npm run build:demo`) on localhost. */
export async function serveDemo({endpoint = 'embedded', port = 0}: DemoOptions = {}): Promise<DemoServer> {
  const pages = new Map<string, string>();
  for (const [at, name] of [
    ['/', 'index.html'],
    ['/portal.html', 'portal.html'],
  ] as const)
    pages.set(at, withEndpoint(await readFile(path.join(folder, name), 'utf8'), endpoint));
  const policy = contentSecurityPolicy({endpoint});

  const server = createServer((request, response) => {
    const url = `http://localhost${request.url ?? '/'}`;
    if (!URL.canParse(url)) {
      response.writeHead(400).end();
      return;
    }
    const {pathname} = new URL(url);
    const page = pages.get(pathname);
    if (page !== undefined) {
      response.writeHead(200, {'Content-Type': contentTypes['.html'], 'Content-Security-Policy': policy});
      response.end(page);
      return;
    }
    if (pathname.startsWith('/media/')) {
      void mediaAnswer(pathname.slice('/media/'.length), request.headers.range).then(
        ({status, headers, body}) => response.writeHead(status, headers).end(body),
      );
      return;
    }
    // A URL's path has no dots left that lead up, and one with an encoded slash names no file here.
    const file = path.join(folder, pathname);
    readFile(file).then(
      (content) => {
        const type = contentTypes[path.extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, {'Content-Type': type, 'X-Content-Type-Options': 'nosniff'}).end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, 'localhost', resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {values} = parseArgs({
    options: {port: {type: 'string', default: process.env.PORT ?? '5173'}, endpoint: {type: 'string'}},
  });
  const {url} = await serveDemo({
    port: Number(values.port),
    ...(values.endpoint !== undefined && {endpoint: values.endpoint}),
  });
  console.log(`Demo page: ${url}`);
}
