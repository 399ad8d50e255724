import {readFile} from 'node:fs/promises';
import type {Server} from 'node:http';
import {extname, join, normalize, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {createAdaptorServer, type HttpBindings} from '@hono/node-server';
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import {getResponse} from 'msw';
import {control} from './control.ts';
import {mediaAnswer} from './media-files.ts';
import {createMockPortal, type MockPortal, type MockPortalOptions} from './portal.ts';

export interface ServeOptions extends MockPortalOptions {
  /** Port to listen on; 0 takes a free one. */
  port: number;
  /** Folder of the files under `/cdn/`; `dist/cdn` of the project unless told. */
  cdn?: string;
}

export interface ServedPortal {
  /** Where the portal is: `http://localhost:8787`. The endpoint is this with `/api/v1`. */
  origin: string;
  portal: MockPortal;
  /** Cuts all connections and frees the port. */
  close(): Promise<void>;
}

const CDN = fileURLToPath(new URL('../dist/cdn', import.meta.url));
const TYPES: ReadonlyMap<string, string> = new Map([
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.map', 'application/json'],
  ['.json', 'application/json'],
]);

/** What a page of another origin may send and see. */
function cors(request: Request): Headers {
  const headers = new Headers({
    'Access-Control-Allow-Origin': request.headers.get('Origin') ?? '*',
    'Access-Control-Expose-Headers': 'ETag, Location, Retry-After, Content-Disposition, Idempotency-Replayed',
    Vary: 'Origin',
  });
  if (request.headers.has('Origin')) headers.set('Access-Control-Allow-Credentials', 'true');
  return headers;
}

function preflight(request: Request): Response {
  const headers = cors(request);
  headers.set('Access-Control-Allow-Methods', 'GET, POST, PATCH, DELETE');
  headers.set('Access-Control-Allow-Headers', request.headers.get('Access-Control-Request-Headers') ?? '*');
  headers.set('Access-Control-Max-Age', '600');
  return new Response(null, {status: 204, headers});
}

async function file(folder: string, path: string): Promise<Response> {
  try {
    const name = normalize(join(folder, decodeURIComponent(path)));
    if (!name.startsWith(folder + sep)) return new Response('Not found', {status: 404});
    return new Response(await readFile(name), {
      headers: {
        'Content-Type': TYPES.get(extname(name)) ?? 'application/octet-stream',
        'Cache-Control': 'no-store',
      },
    });
  } catch {
    return new Response('Not found', {status: 404});
  }
}

async function media(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.slice('/media/'.length);
  const {body, ...init} = await mediaAnswer(path, request.headers.get('Range'));
  return new Response(body, init);
}

/** Sends half of an answer that promises all of it, and cuts the connection. */
async function cut(
  response: Response,
  whole: string,
  headers: Headers,
  {outgoing}: HttpBindings,
): Promise<void> {
  const bytes = Buffer.from(whole);
  outgoing.writeHead(response.status, {...Object.fromEntries(headers), 'content-length': bytes.length});
  await new Promise<void>((resolve) => {
    outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => resolve());
  });
  outgoing.destroy();
}

/** Whether a request comes from this machine, by a name of this machine: what was asked, tokens included, is nobody else's. */
function isLocal(request: Request): boolean {
  const from = request.headers.get('Origin') ?? request.url;
  return [request.url, from].every((url) => {
    return URL.canParse(url) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
  });
}

/** The answer to one request, with the connection cut where a fault or a scenario says so. */
async function answer(
  portal: MockPortal,
  cdn: string,
  request: Request,
  bindings: HttpBindings,
): Promise<Response> {
  const {pathname} = new URL(request.url);
  if (request.method === 'OPTIONS') return preflight(request);
  let response: Response | undefined;
  if (pathname.startsWith('/__mock/') && !isLocal(request))
    response = new Response('Forbidden', {status: 403});
  else if (pathname.startsWith('/__mock/') || pathname === '/') response = await control(portal, request);
  else if (pathname.startsWith('/cdn/')) response = await file(cdn, pathname.slice('/cdn/'.length));
  else if (pathname.startsWith('/media/')) response = await media(request);
  else response = await getResponse(portal.handlers, request);
  response ??= new Response('Not found', {status: 404});
  if (response.type === 'error') {
    bindings.outgoing.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  const headers = new Headers(response.headers);
  for (const [name, value] of cors(request)) headers.append(name, value);
  const whole = portal.wholeOf(response);
  if (whole !== undefined) {
    await cut(response, whole, headers, bindings);
    return RESPONSE_ALREADY_SENT;
  }
  return new Response(response.body, {status: response.status, headers});
}

/** Serves a mock portal over HTTP on this machine. */
export async function serve(options: ServeOptions): Promise<ServedPortal> {
  const {port, cdn = CDN, ...portalOptions} = options;
  const portal = createMockPortal(portalOptions);
  const server = createAdaptorServer({
    fetch: (request, bindings) => answer(portal, normalize(cdn), request, bindings as HttpBindings),
    overrideGlobalObjects: false,
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return {
    origin: `http://localhost:${taken}`,
    portal,
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

if (import.meta.main) {
  const {values} = parseArgs({options: {port: {type: 'string'}, latency: {type: 'string'}}});
  const {origin} = await serve({
    port: Number(values.port ?? process.env['PORT'] ?? 8787),
    latency: Number(values.latency ?? 0),
  });
  console.log(
    `Mock portal: ${origin}/api/v1, with the tokens demo-customer, demo-vendor, demo-3pl and demo-host.`,
  );
  console.log(`Scenarios, faults and what has been asked: ${origin}/`);
}
