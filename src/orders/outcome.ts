import type {Document} from '../portal/contract/documents.ts';
import type {PortalError} from '../portal/errors.ts';
import type {Wait} from '../portal/http.ts';

/**
 * How sending ended. `created`: there is an order; without a document where the portal's answer to it could not be read.
 * `refused`: the portal has seen the order and did not take it. `not-sent`: it never got that far. `unknown`: there may be an
 * order or not; only the same key and body can tell.
 */
export type Outcome =
  | {
      readonly kind: 'created';
      readonly document?: Document | undefined;
      /** Version of the document. */
      readonly etag?: string | undefined;
      readonly error?: PortalError | undefined;
    }
  | {readonly kind: 'refused' | 'not-sent' | 'unknown'; readonly error: PortalError};

/** How a submission is delivered. */
export interface DeliverOptions {
  /** False where an earlier try may have reached the portal. */
  isFirstTry: boolean;
  signal?: AbortSignal;
  onWait?: (wait: Wait) => void;
}

/**
 * A portal that knows a key answers with what it has made of it; so one that objects to the content under that key has made
 * nothing. Of any other refusal this is certain only for the first try. A sign-in page in place of an answer, or a redirect to
 * one, says nothing: a proxy may have put it there when the order was made.
 */
export function outcomeOf(
  {kind, status}: PortalError,
  mayHaveArrived: boolean,
): 'refused' | 'not-sent' | 'unknown' {
  if (kind === 'key-reused' || (kind === 'invalid' && status === 422)) return 'refused';
  if (mayHaveArrived) return 'unknown';
  const neverAsked = kind === 'signed-out' && (status === undefined || status === 401);
  if (neverAsked || kind === 'token' || status === 429) return 'not-sent';
  const isRefusal =
    kind === 'invalid' || kind === 'forbidden' || kind === 'not-found' || kind === 'gone' || kind === 'stale';
  return isRefusal || (kind === 'failed' && status !== undefined) ? 'refused' : 'unknown';
}
