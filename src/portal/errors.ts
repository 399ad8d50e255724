import {Problem, type ProblemItem} from './contract/problem.ts';

/**
 * What kind of failure it was, by what a caller can do about it.
 *
 * - `offline`: the browser has no network. `unreachable`: it has, but the portal did not answer (refused, blocked, CORS).
 * - `timeout`: no answer in time. `server`: the portal failed (5xx). `busy`: asked to come back later (429, 503).
 * - `signed-out`: the session is over (401, a sign-in page, no token). `token`: the host's `getToken` failed or took too long.
 * - `forbidden` (403), `not-found` (404), `gone` (410).
 * - `invalid`: the request body was refused (400, 422); `problems` says where.
 * - `stale`: somebody else has changed it (412, 428). `conflict`: another state than expected (409).
 * - `key-reused`: the portal knows this `Idempotency-Key` with another body.
 * - `contract`: the answer is not what the contract promises.
 * - `aborted`: the caller's own signal. `failed`: anything else.
 */
export type PortalErrorKind =
  | 'offline'
  | 'unreachable'
  | 'timeout'
  | 'server'
  | 'busy'
  | 'signed-out'
  | 'token'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'invalid'
  | 'stale'
  | 'conflict'
  | 'key-reused'
  | 'contract'
  | 'aborted'
  | 'failed';

/** What is known of a failure besides its kind. */
export interface PortalErrorDetails {
  /** The HTTP status, where there was an answer. */
  status?: number | undefined;
  /** The portal's stable name of the problem. */
  code?: string | undefined;
  /** The portal's own sentence for the user, in the requested language. */
  detail?: string | undefined;
  /** Reference for the portal's operators. */
  traceId?: string | undefined;
  /** The places of the request body that are wrong. */
  problems?: readonly ProblemItem[] | undefined;
  /** Seconds until it makes sense to ask again. */
  retryAfter?: number | undefined;
  /** The error below, without addresses. */
  cause?: unknown;
}

/** The one error that leaves the portal client. Its message names the kind alone: never an address, a body or a token. */
export class PortalError extends Error {
  readonly kind: PortalErrorKind;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly traceId: string | undefined;
  readonly problems: readonly ProblemItem[];
  readonly retryAfter: number | undefined;

  constructor(kind: PortalErrorKind, details: PortalErrorDetails = {}) {
    super(`${kind}${details.status === undefined ? '' : ` (${details.status})`}`, {cause: details.cause});
    this.name = 'PortalError';
    this.kind = kind;
    this.status = details.status;
    this.code = details.code;
    this.detail = details.detail;
    this.traceId = details.traceId;
    this.problems = details.problems ?? [];
    this.retryAfter = details.retryAfter;
  }

  /** `error` as a `PortalError`, one of another copy of this library too; whatever it is not is wrapped as `failed`. */
  static from(error: unknown): PortalError {
    if (error instanceof PortalError) return error;
    if (error instanceof Error && error.name === 'PortalError') return error as PortalError;
    return new PortalError('failed', {cause: error});
  }
}

const kindsByStatus: Readonly<Record<number, PortalErrorKind>> = {
  400: 'invalid',
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'gone',
  412: 'stale',
  422: 'invalid',
  428: 'stale',
  429: 'busy',
  503: 'busy',
};

/** The code of a 422 by which a portal says that an `Idempotency-Key` was used with another body. */
export const IDEMPOTENCY_KEY_REUSED = 'idempotency_key_reused';

/** Makes the error for an answer that is not a success. `body` is its text, which is trusted only as far as it parses. */
export function errorFromAnswer(status: number, body: string, retryAfter: number | undefined): PortalError {
  const problem = parseProblem(body);
  const kind = kindsByStatus[status] ?? (status >= 500 ? 'server' : 'failed');
  return new PortalError(problem.code === IDEMPOTENCY_KEY_REUSED ? 'key-reused' : kind, {
    status,
    code: problem.code,
    detail: problem.detail,
    traceId: problem.traceId,
    problems: problem.errors,
    retryAfter,
  });
}

/** Field by field, so that one wrong field of a problem does not cost the others. */
function parseProblem(body: string): Problem {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  const whole = Problem.safeParse(value);
  if (whole.success) return whole.data;
  const {traceId, code} = value as Record<string, unknown>;
  return {
    ...(typeof traceId === 'string' ? {traceId} : {}),
    ...(typeof code === 'string' ? {code} : {}),
  };
}
