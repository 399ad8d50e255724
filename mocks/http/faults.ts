/** A failure that is to happen to requests that are still to come. */
export interface Fault {
  /** HTTP method; every method without it. */
  method?: string;
  /** What comes after `/api/v1`: exactly that path, or a pattern over path and query. Every path without it. */
  path?: string | RegExp;
  /** How many requests it happens to; 1 unless told. */
  times?: number;
  /**
   * `status` answers with `status`, `body` and `headers`; `network` breaks the connection before anything is done,
   * `network-after-commit` after everything is done; `hang` never answers; `html` answers 200 with a sign-in page;
   * `truncated` does everything and sends half the answer; `delay` waits `ms`, and `until` that, before it does anything.
   */
  kind: 'status' | 'network' | 'network-after-commit' | 'hang' | 'html' | 'truncated' | 'delay';
  status?: number;
  /** A string is sent as it is, anything else as JSON; a problem of the status without it. */
  body?: unknown;
  headers?: Record<string, string>;
  ms?: number;
  until?: Promise<unknown>;
}

/** The failures that wait for their requests. */
export class Faults {
  #waiting: {fault: Fault; left: number}[] = [];

  add(fault: Fault): void {
    this.#waiting.push({fault, left: fault.times ?? 1});
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The first fault that fits the request; it is used up by that. */
  take(method: string, path: string, query: string): Fault | undefined {
    const found = this.#waiting.find(({fault}) => {
      if (fault.method && fault.method.toUpperCase() !== method) return false;
      if (fault.path === undefined) return true;
      return typeof fault.path === 'string' ? fault.path === path : fault.path.test(path + query);
    });
    if (!found) return undefined;
    found.left--;
    if (found.left <= 0) this.#waiting = this.#waiting.filter((one) => one !== found);
    return found.fault;
  }
}
