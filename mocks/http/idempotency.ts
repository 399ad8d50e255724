import {Problem} from './problem.ts';

interface Entry {
  fingerprint: string;
  answer?: {status: number; headers: [string, string][]; body: string};
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** The key of a request that has to have one. */
export function requiredKey(request: Request): string {
  const key = request.headers.get('Idempotency-Key');
  if (key === null) {
    throw new Problem(400, 'idempotency_key_required', {
      en: 'The request has no Idempotency-Key.',
      de: 'Die Anfrage hat keinen Idempotency-Key.',
    });
  }
  if (!UUID.test(key)) {
    throw new Problem(400, 'idempotency_key_invalid', {
      en: 'The Idempotency-Key is not a UUID.',
      de: 'Der Idempotency-Key ist keine UUID.',
    });
  }
  return key;
}

export const keyReused = (): Problem =>
  new Problem(422, 'idempotency_key_reused', {
    en: 'This Idempotency-Key has been used with another body.',
    de: 'Dieser Idempotency-Key wurde schon mit einem anderen Inhalt verwendet.',
  });

export const inProgress = (): Problem =>
  new Problem(
    409,
    'request_in_progress',
    {en: 'This request is still being worked on.', de: 'Diese Anfrage wird noch bearbeitet.'},
    {headers: {'Retry-After': '1'}},
  );

/**
 * Remembers the answers of requests by their keys. Refused requests are forgotten, so that the mended one may use the key
 * again; what was done is never done twice.
 */
export class Answers {
  readonly #entries = new Map<string, Entry>();

  async once(key: string, fingerprint: string, run: () => Promise<Response>): Promise<Response> {
    const known = this.#entries.get(key);
    if (known) {
      if (known.fingerprint !== fingerprint) throw keyReused();
      if (!known.answer) throw inProgress();
      const {status, headers, body} = known.answer;
      return new Response(body, {status, headers: [...headers, ['Idempotency-Replayed', 'true']]});
    }
    const entry: Entry = {fingerprint};
    this.#entries.set(key, entry);
    try {
      const response = await run();
      if (response.ok) {
        entry.answer = {
          status: response.status,
          headers: [...response.headers],
          body: await response.clone().text(),
        };
      } else {
        this.#entries.delete(key);
      }
      return response;
    } catch (error) {
      this.#entries.delete(key);
      throw error;
    }
  }
}
