import {PortalError} from './errors.ts';
import {pauseFor, retryAfter, type Answer, type Call, type Http} from './http.ts';

/** As `http.raw`, asking again while the portal answers 202: it is making what was asked for. */
export async function rawWhenReady(http: Http, path: string, call: Call): Promise<Answer> {
  const started = performance.now();
  for (;;) {
    const answer = await http.raw(path, call);
    if (answer.status !== 202) return answer;
    const seconds = retryAfter(answer.headers) ?? 2;
    if (performance.now() - started + seconds * 1000 > http.timing.total) throw new PortalError('timeout');
    call.onWait?.({reason: 'working', seconds});
    await pauseFor(seconds * 1000, call.signal);
  }
}
