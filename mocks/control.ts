import * as z from 'zod/mini';
import {SCENARIOS, type Fault, type MockPortal} from './portal.ts';

const FaultInput = z.object({
  method: z.optional(z.string()),
  path: z.optional(z.string()),
  /** A regular expression over path and query, instead of `path`. */
  pattern: z.optional(z.string()),
  times: z.optional(z.int()),
  kind: z.enum(['status', 'network', 'network-after-commit', 'hang', 'html', 'truncated', 'delay']),
  status: z.optional(z.int()),
  body: z.optional(z.unknown()),
  headers: z.optional(z.record(z.string(), z.string())),
  ms: z.optional(z.number()),
});

const SessionInput = z.object({token: z.string()});

function json(body: unknown, init?: ResponseInit): Response {
  return Response.json(body, init);
}

async function parsed<T extends z.ZodMiniType>(
  request: Request,
  schema: T,
): Promise<z.output<T> | undefined> {
  try {
    const result = schema.safeParse(await request.json());
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

function overview(): Response {
  const lines = [
    'Mock portal',
    '',
    'Endpoint   /api/v1, or /<scenario>/api/v1; several scenarios are joined by +',
    'Tokens     demo-customer, demo-vendor, demo-3pl, demo-host',
    '',
    ...[...SCENARIOS].map(([name, {summary}]) => `${name.padEnd(16)} ${summary}`),
    '',
    'POST /__mock/reset       back to the beginning',
    'POST /__mock/faults      adds a fault: {"method", "path" or "pattern", "kind", "times", "status", "body", "headers", "ms"}',
    'DELETE /__mock/faults    forgets the faults that are left',
    'GET /__mock/requests     what has been asked',
    'GET /__mock/outbox       e-mails that were sent',
    'POST /__mock/session     {"token"}: signs a browser in by a cookie',
    '',
  ];
  return new Response(lines.join('\n'), {headers: {'Content-Type': 'text/plain; charset=utf-8'}});
}

async function addFault(portal: MockPortal, request: Request): Promise<Response> {
  const input = await parsed(request, FaultInput);
  if (!input) return json({error: 'This is not a fault.'}, {status: 422});
  const {pattern, path, ...rest} = input;
  const fault: Fault = {...rest, ...(pattern === undefined ? {path} : {path: new RegExp(pattern)})};
  portal.faults.add(fault);
  return json({added: true}, {status: 201});
}

async function signIn(request: Request): Promise<Response> {
  const input = await parsed(request, SessionInput);
  if (!input || !/^[\w-]*$/.test(input.token)) return json({error: 'This is not a token.'}, {status: 422});
  const life = input.token === '' ? '; Max-Age=0' : '';
  return json(
    {signedIn: input.token !== ''},
    {headers: {'Set-Cookie': `portal_session=${input.token}; Path=/; HttpOnly; SameSite=Lax${life}`}},
  );
}

/** Answers what tests ask the mock portal about itself; it is no part of the contract. */
export async function control(portal: MockPortal, request: Request): Promise<Response> {
  const {pathname} = new URL(request.url);
  switch (`${request.method} ${pathname}`) {
    case 'GET /':
      return overview();
    case 'POST /__mock/reset':
      portal.reset();
      return json({reset: true});
    case 'POST /__mock/faults':
      return addFault(portal, request);
    case 'DELETE /__mock/faults':
      portal.faults.clear();
      return json({cleared: true});
    case 'GET /__mock/requests':
      return json(portal.requests);
    case 'GET /__mock/outbox':
      return json(portal.outbox);
    case 'POST /__mock/session':
      return signIn(request);
    default:
      return json({error: 'There is no such control.'}, {status: 404});
  }
}
