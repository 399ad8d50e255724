import ky from 'ky';
import type * as z from 'zod/mini';
import {errorFromAnswer, PortalError} from './errors.ts';
import {Session, type GetToken} from './session.ts';

/** How long things may take, in milliseconds. */
export interface Timing {
  /** One request, until its answer is read whole. Default 15,000. */
  request: number;
  /** All tries of one call together; none is begun after it. Default 45,000. */
  total: number;
  /** The host's `getToken`. Default 10,000. */
  token: number;
  /** The longest pause before the first retry; it doubles with each. Default 500. */
  backoff: number;
}

/** Where a portal is and how to speak to it. */
export interface PortalSettings {
  /** Base URL of the portal: `https://portal.example/api/v1`. */
  endpoint: string;
  /** The membership to act as; without it the portal takes the user's default. */
  membership?: string | undefined;
  /** Language of texts from the portal, BCP 47. */
  locale?: string | undefined;
  /** Gives a bearer token. */
  getToken?: GetToken | undefined;
  /** `include` sends cookies to another origin too. Default `same-origin`. */
  credentials?: RequestCredentials | undefined;
  /** The header that every request but GET carries when there is no token. Default `X-CSRF-Token: 1`. */
  csrf?: {header?: string; value: string | (() => string)} | undefined;
  /** Stands in for the browser's `fetch`. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Times that differ from the defaults. */
  timing?: Partial<Timing> | undefined;
}

/** Why a call takes longer than its first try. */
export interface Wait {
  /** `busy`: the portal asked for patience. `working`: it still works on the same request. `retry`: the last try failed. */
  reason: 'busy' | 'working' | 'retry';
  /** The pause before the next try, in seconds. */
  seconds: number;
}

/** What every call takes. */
export interface CallOptions {
  /** Gives the call up. */
  signal?: AbortSignal | undefined;
  /** Hears of every pause between two tries. */
  onWait?: ((wait: Wait) => void) | undefined;
}

/** What a creating call takes besides. */
export interface CreateOptions extends CallOptions {
  /** UUID, made and kept before the first try; the same for every try of the same order. */
  idempotencyKey: string;
}

/** What a changing call takes besides. */
export interface ChangeOptions extends CallOptions {
  /** `ETag` of the version that the change was made to. */
  etag: string | undefined;
  /**
   * Whether a try without an answer is repeated. It is one change all the same: a portal that has made it answers the next try
   * with 412, which then says no more than that the document has changed. Default: no.
   */
  repeatable?: boolean;
}

/** One call, as the client's methods describe it. */
export interface Call extends CallOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  query?: object;
  body?: unknown;
  /** `Idempotency-Key`: the call creates something, and is safe to repeat with this key. */
  idempotencyKey?: string;
  /** `If-Match`. */
  etag?: string | undefined;
  /** Whether a try without an answer may be repeated. Default: GET, and whatever has an `idempotencyKey`. */
  repeatable?: boolean;
  /** 409 means that the portal still works on it. Default: whatever has an `idempotencyKey`. */
  mayBeWorking?: boolean;
  /** False for the calls that need nobody to be signed in. */
  authenticated?: boolean;
  accept?: string;
}

/** An answer of status 2xx. */
export interface Answer {
  status: number;
  headers: Headers;
  blob: Blob;
}

const RETRIES = 2;
const LONGEST_RETRY_AFTER = 30;
const defaultTiming: Timing = {request: 15_000, total: 45_000, token: 10_000, backoff: 500};

/**
 * Carries calls over HTTP: authentication, time limits, and which failures are worth another try.
 *
 * ky's own retries are off. They know neither `Idempotency-Key` nor a truncated body, would sit out a `Retry-After` of an
 * hour, and would not say that they wait.
 */
export class Http {
  readonly settings: PortalSettings;
  /** The endpoint without a slash at its end; absolute where the page's own address is known. */
  readonly endpoint: string;
  readonly #session: Session | undefined;
  /** How long things may take. @internal */
  readonly timing: Timing;

  constructor(settings: PortalSettings, session?: Session) {
    this.settings = settings;
    this.endpoint = resolveEndpoint(settings.endpoint);
    this.timing = {...defaultTiming, ...settings.timing};
    this.#session =
      session ?? (settings.getToken ? new Session(settings.getToken, this.timing.token) : undefined);
  }

  /** The session that this connection uses, to be shared with another one to the same endpoint. */
  get session(): Session | undefined {
    return this.#session;
  }

  /** Calls and parses a JSON answer. Throws a `PortalError`. */
  async json<T>(schema: z.ZodMiniType<T>, path: string, call: Call = {}): Promise<T> {
    return (await this.jsonWithEtag(schema, path, call)).value;
  }

  /** As `json`, with the answer's `ETag`. */
  async jsonWithEtag<T>(
    schema: z.ZodMiniType<T>,
    path: string,
    call: Call = {},
  ): Promise<{value: T; etag: string | undefined}> {
    return this.#retrying(call, async () => {
      const answer = await this.#authenticated(path, call);
      const value = parse(schema, await readJson(answer), answer.status);
      return {value, etag: answer.headers.get('etag') ?? undefined};
    });
  }

  /** Calls and gives the answer as it is. Throws a `PortalError`. */
  async raw(path: string, call: Call = {}): Promise<Answer> {
    return this.#retrying(call, async () => {
      const answer = await this.#authenticated(path, call);
      // No file of a portal is a page: this is the one to sign in.
      if (answer.headers.get('content-type')?.startsWith('text/html')) throw signedOut(answer.status);
      return answer;
    });
  }

  async #retrying<T>(call: Call, attempt: () => Promise<T>): Promise<T> {
    const repeatable =
      call.repeatable ?? (call.idempotencyKey !== undefined || (call.method ?? 'GET') === 'GET');
    const mayBeWorking = call.mayBeWorking ?? call.idempotencyKey !== undefined;
    const started = performance.now();
    let failures = 0;
    let polls = 0;
    for (;;) {
      try {
        return await attempt();
      } catch (thrown) {
        const error = PortalError.from(thrown);
        const working = mayBeWorking && error.kind === 'conflict';
        if (!working && (!repeatable || !isTransient(error) || failures >= RETRIES)) throw error;
        const reason = working ? 'working' : error.retryAfter === undefined ? 'retry' : 'busy';
        const pause =
          error.retryAfter === undefined
            ? this.#backoff(working ? polls++ : failures)
            : error.retryAfter * 1000;
        if (error.retryAfter !== undefined && error.retryAfter > LONGEST_RETRY_AFTER) throw error;
        if (performance.now() - started + pause > this.timing.total) throw error;
        if (!working) failures++;
        call.onWait?.({reason, seconds: Math.ceil(pause / 1000)});
        await pauseFor(pause, call.signal);
      }
    }
  }

  /** Full jitter, so that many pages that failed together do not come back together. */
  #backoff(failures: number): number {
    return Math.random() * this.timing.backoff * 2 ** Math.min(failures, 4);
  }

  async #authenticated(path: string, call: Call): Promise<Answer> {
    const session = call.authenticated === false ? undefined : this.#session;
    if (!session) return this.#send(path, call, undefined);
    const token = await abortable(session.token(), call.signal);
    try {
      return await this.#send(path, call, token);
    } catch (error) {
      if (!(error instanceof PortalError && error.status === 401)) throw error;
      const renewed = await abortable(session.renew(token), call.signal);
      return this.#send(path, call, renewed);
    }
  }

  async #send(path: string, call: Call, token: string | undefined): Promise<Answer> {
    const headers = this.#headers(call, token);
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), this.timing.request);
    try {
      const response = await ky(path, {
        prefix: this.endpoint,
        method: call.method ?? 'GET',
        headers,
        signal: call.signal ? AbortSignal.any([call.signal, limit.signal]) : limit.signal,
        // A redirect of an API leads to a sign-in page; following it would carry our headers there.
        redirect: 'manual',
        credentials: this.settings.credentials ?? 'same-origin',
        referrerPolicy: 'no-referrer',
        timeout: false,
        retry: 0,
        throwHttpErrors: false,
        ...(call.query && {searchParams: definedOnly(call.query)}),
        ...(call.body !== undefined && {json: call.body}),
        ...(this.settings.fetch && {fetch: this.settings.fetch}),
      });
      // Read to the end inside the time limit: a body can hang or break off as well as a connection.
      const blob = await response.blob();
      if (response.ok) return {status: response.status, headers: response.headers, blob};
      if (response.type === 'opaqueredirect') throw signedOut(response.status);
      throw errorFromAnswer(response.status, await blob.text(), retryAfter(response.headers));
    } catch (error) {
      if (call.signal?.aborted) throw new PortalError('aborted');
      if (limit.signal.aborted) throw new PortalError('timeout');
      if (error instanceof PortalError) throw error;
      const offline = typeof navigator !== 'undefined' && navigator.onLine === false;
      throw new PortalError(offline ? 'offline' : 'unreachable', {cause: withoutAddress(error)});
    } finally {
      clearTimeout(timer);
    }
  }

  #headers(call: Call, token: string | undefined): Headers {
    const {membership, locale, csrf} = this.settings;
    const headers: Record<string, string> = {accept: call.accept ?? 'application/json'};
    if (locale) headers['accept-language'] = locale;
    if (membership && call.authenticated !== false) headers['portal-membership'] = membership;
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
    if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey;
    if (call.etag !== undefined) headers['if-match'] = call.etag;
    if (call.method === 'PATCH') headers['content-type'] = 'application/merge-patch+json';
    try {
      // Without a token there may be a cookie, of the same origin at least, that the browser sends by itself.
      if ((call.method ?? 'GET') !== 'GET' && (csrf || token === undefined)) {
        const value = csrf?.value ?? '1';
        headers[csrf?.header ?? 'x-csrf-token'] = typeof value === 'function' ? value() : value;
      }
      return new Headers(headers);
    } catch {
      // The host's callback threw, or gave what cannot stand in a header. Either may hold a secret, so it stays here.
      throw new PortalError('token');
    }
  }
}

/** Parses `value`; throws a `PortalError` of kind `contract` that says where it broke, never what was there. */
export function parse<T>(schema: z.ZodMiniType<T>, value: unknown, status?: number): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const broken = result.error.issues.map((issue) => `/${issue.path.join('/')}: ${issue.code}`);
  throw new PortalError('contract', {status, cause: new TypeError(broken.slice(0, 5).join(', '))});
}

/** One segment of a path. What the browser would take for a way up, or for none at all, is refused: it names another resource. */
export function segment(text: string): string {
  if (text === '' || text === '.' || text === '..') throw new PortalError('failed');
  return encodeURIComponent(text);
}

/** Settles as `promise` does, but no later than `signal` aborts: a shared answer outlives the one who asked first. */
export async function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  if (signal.aborted) throw new PortalError('aborted');
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(new PortalError('aborted'));
    signal.addEventListener('abort', onAbort, {once: true});
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    if (onAbort) signal.removeEventListener('abort', onAbort);
  }
}

async function readJson(answer: Answer): Promise<unknown> {
  const text = await answer.blob.text();
  if (/^\s*</.test(text)) throw signedOut(answer.status);
  try {
    return JSON.parse(text);
  } catch {
    // Cut in half by a proxy: worth another try, unlike an answer that is whole and wrong.
    throw new PortalError('server', {status: answer.status});
  }
}

/** A page to sign in, or a way to one, in place of an answer. The request itself may have been served. */
function signedOut(status: number): PortalError {
  return new PortalError('signed-out', {status});
}

function isTransient({kind, status}: PortalError): boolean {
  if (kind === 'server') return status === undefined || status <= 504;
  return kind === 'timeout' || kind === 'unreachable' || kind === 'busy';
}

/** `Retry-After` in seconds; undefined where it is missing, past or nonsense. */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return seconds > 0 ? seconds : undefined;
}

export async function pauseFor(ms: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await abortable(
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms);
      }),
      signal,
    );
  } finally {
    clearTimeout(timer);
  }
}

/** An endpoint as it is asked: absolute where the page's own address is known, without query, fragment and slash at its end. */
export function resolveEndpoint(endpoint: string): string {
  const base = typeof document === 'undefined' ? undefined : document.baseURI;
  if (!URL.canParse(endpoint, base)) return endpoint.replace(/\/+$/, '');
  const url = new URL(endpoint, base);
  url.search = '';
  url.hash = '';
  return url.href.replace(/\/+$/, '');
}

function definedOnly(query: object): Record<string, string> {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]));
}

/** The browser's own error below ky's, whose message would hold the whole URL. */
function withoutAddress(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
}
