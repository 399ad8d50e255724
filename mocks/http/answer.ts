import {HttpResponse, type JsonBodyType} from 'msw';
import type {Call} from './call.ts';

/** A JSON answer with the headers that all answers have. */
export function json(
  call: Call,
  body: JsonBodyType,
  init: {status?: number; headers?: Record<string, string>} = {},
): Response {
  return HttpResponse.json(body, {
    status: init.status ?? 200,
    headers: {
      'Content-Language': call.locale,
      'Cache-Control': 'no-store',
      Vary: 'Accept-Language',
      ...init.headers,
    },
  });
}

/** A sign-in page, as a proxy sends it instead of the portal's answer. */
export function signInPage(): Response {
  return new HttpResponse(
    '<!doctype html><html lang="en"><title>Sign in</title><body><form action="/login" method="post"><h1>Sign in</h1></form></body></html>',
    {headers: {'Content-Type': 'text/html; charset=utf-8'}},
  );
}

/** An answer that stops in the middle. The HTTP server sends `text` by itself and cuts the connection. */
export function halfOf(text: string, response: Response): Response {
  const half = new TextEncoder().encode(text.slice(0, Math.floor(text.length / 2)));
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!sent) {
        sent = true;
        controller.enqueue(half);
        return;
      }
      // The worker must have answered before the body breaks, or the page sees no answer at all.
      await pause(30);
      controller.error(new TypeError('The connection was cut'));
    },
  });
  return new Response(body, {status: response.status, headers: response.headers});
}

/** Waits; at once where there is nothing to wait for. */
export async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}
