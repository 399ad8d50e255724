import {initialState, Task, TaskStatus} from '@lit/task';
import type {PortalConnection} from '../portal/connection.ts';
import {PortalError} from '../portal/errors.ts';
import type {PortalElement} from './portal-element.ts';

/** What a task is made of. The first argument is the portal; without it the task waits. */
export interface PortalTaskOptions<A extends readonly unknown[], R> {
  args: () => readonly [PortalConnection | undefined, ...A];
  task: (args: readonly [PortalConnection, ...A], options: {signal: AbortSignal}) => Promise<R>;
}

/**
 * A read from the portal, bound to its element's life.
 *
 * It is given up when the element leaves the page (not when it is only moved) and begun again when it comes back; giving
 * up is no error; every error is a `PortalError` and is told to the host once. It loads again when the network is back,
 * and when the page comes out of the back/forward cache.
 */
export class PortalTask<A extends readonly unknown[], R> extends Task<
  readonly [PortalConnection | undefined, ...A],
  R
> {
  readonly #host: PortalElement;
  #givenUp = false;

  constructor(host: PortalElement, {args, task}: PortalTaskOptions<A, R>) {
    super(host, {
      args,
      task: async (values, {signal}) => {
        const [portal, ...rest] = values;
        if (!portal) return initialState;
        if (!host.isConnected) {
          this.#givenUp = true;
          return initialState;
        }
        try {
          return await task([portal, ...rest], {signal});
        } catch (thrown) {
          const error = PortalError.from(thrown);
          if (error.kind === 'aborted' || signal.aborted) return initialState;
          host.announceError(error);
          throw error;
        }
      },
    });
    this.#host = host;
    if (host.isConnected) this.hostConnected();
  }

  hostConnected(): void {
    // An element that is in the page already says so at once: to the constructor of the base class.
    if (!(#host in this)) return;
    window.addEventListener('online', this.#onOnline);
    window.addEventListener('pageshow', this.#onPageShow);
    if (this.#givenUp) {
      this.#givenUp = false;
      void this.run();
    }
  }

  hostDisconnected(): void {
    // A move in the page disconnects and connects in one go.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      window.removeEventListener('online', this.#onOnline);
      window.removeEventListener('pageshow', this.#onPageShow);
      if (this.status === TaskStatus.PENDING) {
        this.#givenUp = true;
        this.abort();
      }
    });
  }

  readonly #onOnline = (): void => {
    if (this.status === TaskStatus.ERROR && PortalError.from(this.error).kind === 'offline') void this.run();
  };

  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted && this.status !== TaskStatus.INITIAL) void this.run();
  };
}
