import {dayOf, localDay, type Day} from '../data/dates.ts';
import {World} from '../data/world.ts';
import {Answers} from './idempotency.ts';
import {Faults} from './faults.ts';

export interface MockPortalOptions {
  /** The portal's clock stands still at this instant; without it the clock runs. */
  now?: Date;
  /** Another seed, other data. */
  seed?: number;
  /** How long every answer takes in milliseconds, or between which two bounds; 0 unless told. */
  latency?: number | readonly [least: number, most: number];
  /** Where the videos of the help are, with a slash at its end; an address relative to the endpoint, `/media/` unless told. */
  media?: string;
}

/** A request as it reached the portal. */
export interface RecordedRequest {
  method: string;
  /** What comes after `/api/v1`. */
  path: string;
  query: string;
  /** The path segment before `/api/v1`, where there is one. */
  scenario: string;
  /** By lower-case names. */
  headers: Record<string, string>;
  /** Parsed JSON; text that is not JSON as it is; undefined without a body. */
  body: unknown;
  /** The status of the answer; 0 where the connection was broken, undefined while there is no answer. */
  status?: number;
}

const KEPT_REQUESTS = 5000;

/** All that changes while the portal runs. */
export class PortalState {
  readonly options: MockPortalOptions;
  readonly faults = new Faults();
  readonly requests: RecordedRequest[] = [];
  answers = new Answers();
  /** Marks of scenarios that fail once. */
  readonly marks = new Set<string>();
  /** Answers of which only half reaches the client. */
  readonly truncated = new WeakMap<Response, string>();
  /** Counts resets: cursors of an earlier life are stale. */
  generation = 1;
  #worlds = new Map<boolean, World>();
  readonly #hanging = new Set<() => void>();
  #traces = 0;

  constructor(options: MockPortalOptions) {
    this.options = options;
  }

  world(empty = false): World {
    let world = this.#worlds.get(empty);
    if (!world) {
      const {now, seed = 1} = this.options;
      // A fixed instant means the same day in every time zone; the running clock means the visitor's own.
      const today = (): Day => (now ? dayOf(now) : localDay(new Date()));
      world = new World({seed, clock: () => now ?? new Date(), today, empty});
      this.#worlds.set(empty, world);
    }
    return world;
  }

  nextTrace(): string {
    return `mock-${(++this.#traces).toString(16).padStart(8, '0')}`;
  }

  record(request: RecordedRequest): void {
    this.requests.push(request);
    if (this.requests.length > KEPT_REQUESTS) this.requests.shift();
  }

  /** Milliseconds that the next answer takes. */
  latency(): number {
    const {latency = 0} = this.options;
    if (typeof latency === 'number') return latency;
    const [least, most] = latency;
    return Math.round(least + Math.random() * (most - least));
  }

  /** Never answers; ends when the client gives up, or when the portal lets go. */
  async hang(request: Request): Promise<Response> {
    await new Promise<void>((resolve) => {
      const end = (): void => {
        this.#hanging.delete(end);
        resolve();
      };
      this.#hanging.add(end);
      request.signal.addEventListener('abort', end, {once: true});
    });
    return Response.error();
  }

  /** Breaks the connections that would hang for ever: a worker does not stop before its requests are answered. */
  letGo(): void {
    for (const end of this.#hanging) end();
  }

  /** Back to the beginning. */
  reset(): void {
    this.letGo();
    this.#worlds = new Map();
    this.answers = new Answers();
    this.marks.clear();
    this.faults.clear();
    this.requests.length = 0;
    this.generation++;
  }
}
