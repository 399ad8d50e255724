import {http, HttpResponse, type HttpHandler} from 'msw';
import {scenariosOf, type Scenario, type ScenarioRequest} from '../scenarios.ts';
import {halfOf, pause, signInPage} from './answer.ts';
import {Call} from './call.ts';
import type {Fault} from './faults.ts';
import {requiredKey} from './idempotency.ts';
import {Problem, serverError} from './problem.ts';
import type {PortalState, RecordedRequest} from './state.ts';
import {localeOf} from '../data/text.ts';

export type Resolve = (call: Call) => Response | Promise<Response>;

export interface RouteOptions {
  /** Whether the request needs an `Idempotency-Key`. */
  creates?: boolean;
}

/** Adds the handlers of one resource. */
export type AddRoute = (
  method: 'get' | 'post' | 'patch' | 'delete' | 'all',
  path: string,
  resolve: Resolve,
  options?: RouteOptions,
) => void;

interface Info {
  request: Request;
  params: Record<string, string | readonly string[] | undefined>;
  cookies: Record<string, string>;
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function fromFault(
  fault: Fault,
  request: Request,
  state: PortalState,
): Response | Promise<Response> | undefined {
  switch (fault.kind) {
    case 'network':
      return Response.error();
    case 'hang':
      return state.hang(request);
    case 'html':
      return signInPage();
    case 'status': {
      const {status = 500, body, headers = {}} = fault;
      if (body === undefined) {
        const problem = new Problem(
          status,
          'fault',
          {en: 'This failure was asked for.', de: 'Dieser Fehler war gewünscht.'},
          {headers},
        );
        return problem.toResponse(localeOf(request.headers.get('Accept-Language')), 'mock-fault');
      }
      if (typeof body === 'string') return new HttpResponse(body, {status, headers});
      return HttpResponse.json(body as Record<string, unknown>, {status, headers});
    }
    case 'network-after-commit':
    case 'truncated':
    case 'delay':
      return undefined;
  }
}

/** The handler function of one route: scenarios, faults, keys and problems around what the route itself does. */
class Route {
  readonly #state: PortalState;
  readonly #resolve: Resolve;
  readonly #options: RouteOptions;

  constructor(state: PortalState, resolve: Resolve, options: RouteOptions) {
    this.#state = state;
    this.#resolve = resolve;
    this.#options = options;
  }

  async answer({request, params, cookies}: Info): Promise<Response> {
    const state = this.#state;
    const url = new URL(request.url);
    const at = url.pathname.indexOf('/api/v1');
    const before = url.pathname.slice(0, at);
    const path = url.pathname.slice(at + '/api/v1'.length);
    const text = request.method === 'GET' ? '' : await request.text();
    const record: RecordedRequest = {
      method: request.method,
      path,
      query: url.search,
      scenario: decodeURIComponent(before.slice(before.lastIndexOf('/') + 1)),
      headers: Object.fromEntries(request.headers),
      body: parsed(text),
    };
    state.record(record);
    const scenarios = scenariosOf(record.scenario);
    const call = new Call({
      state,
      world: state.world(scenarios.some(({empty}) => empty)),
      request,
      params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
      cookies,
      text,
      path,
      prefix: `${url.origin}${before}/api/v1`,
      ignoresNewAddress: scenarios.some(({ignoresNewAddress}) => ignoresNewAddress),
      restrict: (membership) => scenarios.reduce((left, {restrict}) => restrict?.(left) ?? left, membership),
    });
    let response: Response;
    try {
      response = await this.#respond(call, scenarios);
    } catch (error) {
      // A mistake in a handler is a problem of the portal, and is to be seen by whoever develops it.
      if (!(error instanceof Problem)) console.error(error);
      response = (error instanceof Problem ? error : serverError()).toResponse(
        call.locale,
        state.nextTrace(),
      );
    }
    record.status = response.status;
    return response;
  }

  async #respond(call: Call, scenarios: readonly Scenario[]): Promise<Response> {
    const {state, request} = call;
    const fault = state.faults.take(request.method, call.path, new URL(request.url).search);
    const failure = fault && fromFault(fault, request, state);
    if (failure) return failure;
    const seen: ScenarioRequest = {state, method: request.method, path: call.path, headers: request.headers};
    let delay = state.latency() + (fault?.kind === 'delay' ? (fault.ms ?? 0) : 0);
    for (const scenario of scenarios) {
      if (scenario.connection === 'broken') return Response.error();
      if (scenario.connection === 'silent') return state.hang(request);
      delay += scenario.delay ?? 0;
    }
    // Failures take their time as well; what is created waits inside, so that its key is known to be in use meanwhile.
    const wait = async (): Promise<void> => {
      await pause(delay);
      if (fault?.kind === 'delay') await fault.until;
    };
    if (request.method === 'GET') await wait();
    for (const {before} of scenarios) {
      const instead = before?.(seen);
      if (instead) return instead;
    }
    let response = await this.#once(call, request.method === 'GET' ? undefined : wait);
    for (const {after} of scenarios) {
      if (after && response.ok && response.headers.get('Content-Type')?.startsWith('application/json')) {
        const json = after(seen, (await response.json()) as unknown);
        const headers = new Headers(response.headers);
        headers.delete('Content-Length');
        response = HttpResponse.json(json as Record<string, unknown>, {status: response.status, headers});
      }
    }
    if (fault?.kind === 'network-after-commit') return Response.error();
    if (scenarios.some(({loseAnswer}) => loseAnswer?.(seen))) return Response.error();
    if (fault?.kind === 'truncated') {
      const whole = await response.text();
      const half = halfOf(whole, response);
      state.truncated.set(half, whole);
      return half;
    }
    return response;
  }

  /** Does it, or gives the first answer again where the key has been seen. */
  async #once(call: Call, wait?: () => Promise<void>): Promise<Response> {
    const run = async (): Promise<Response> => {
      await wait?.();
      return this.#resolve(call);
    };
    const {request, state} = call;
    const key = request.headers.get('Idempotency-Key');
    if (!this.#options.creates && (key === null || request.method === 'GET')) return run();
    const owner =
      this.#options.creates && call.path === '/invitation-acceptances' ? 'anybody' : call.membership.id;
    const unique = `${owner} ${this.#options.creates ? requiredKey(request) : key}`;
    return state.answers.once(unique, `${request.method} ${call.path} ${call.text}`, run);
  }
}

/** Collects handlers of all resources. They match any origin and any path before `/api/v1`. */
export function routes(state: PortalState): {handlers: HttpHandler[]; add: AddRoute} {
  const handlers: HttpHandler[] = [];
  const add: AddRoute = (method, path, resolve, options = {}) => {
    const one = new Route(state, resolve, options);
    handlers.push(http[method](`*/api/v1${path}`, (info) => one.answer(info)));
  };
  return {handlers, add};
}
