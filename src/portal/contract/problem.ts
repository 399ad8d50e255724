import * as z from 'zod/mini';
import {wholeNumber} from './primitives.ts';

/** What is wrong with one place of a request body. */
export const ProblemItem = z.object({
  /** JSON Pointer into the request body, as a URI fragment: `#/lines/2/quantity`. */
  pointer: z.string(),
  /** Stable name of the reason, for programs: `below_minimum`. */
  code: z.string(),
  /** The reason as a sentence for the user, in the requested language. */
  detail: z.string(),
});
export type ProblemItem = z.infer<typeof ProblemItem>;

/** An error answer, RFC 9457 `application/problem+json`. */
export const Problem = z.object({
  /** URI that names the kind of problem; `about:blank` where the status says it all. */
  type: z.optional(z.string()),
  /** Short summary of the kind of problem. */
  title: z.optional(z.string()),
  /** The HTTP status code, repeated. */
  status: z.optional(wholeNumber()),
  /** What happened this time, as a sentence for the user, in the requested language. */
  detail: z.optional(z.string()),
  /** Stable name of the problem, for programs: `idempotency_key_reused`. */
  code: z.optional(z.string()),
  /** Reference by which the portal's operators find this request in their logs. */
  traceId: z.optional(z.string()),
  /** The places of the request body that are wrong. */
  errors: z.optional(z.array(ProblemItem)),
});
export type Problem = z.infer<typeof Problem>;
