import {PortalError} from './errors.ts';

/** Why a token is asked for, and a signal that fires when nobody waits for it any more. */
export interface TokenRequest {
  /** `first`: none is known yet. `expired`: the portal refused the one that is known. */
  readonly reason: 'first' | 'expired';
  /** Aborts when the time for an answer is over. */
  readonly signal: AbortSignal;
}

/** The host's way to give a bearer token; null says that nobody is signed in. */
export type GetToken = (request: TokenRequest) => Promise<string | null>;

/**
 * Holds the bearer token in memory and asks the host for it: once for any number of requests that wait,
 * and again only when the portal has refused it.
 */
export class Session {
  readonly #getToken: GetToken;
  readonly #timeout: number;
  #token: string | undefined;
  #pending: Promise<string> | undefined;
  #version = 0;

  /** `timeout` is how long the host may take, in milliseconds. */
  constructor(getToken: GetToken, timeout: number) {
    this.#getToken = getToken;
    this.#timeout = timeout;
  }

  /** Changes with every token: whoever has another one may be somebody else. */
  get version(): number {
    return this.#version;
  }

  /** The token to send. Throws a `PortalError` of kind `token` or `signed-out`. */
  async token(): Promise<string> {
    return this.#token ?? this.#ask('first');
  }

  /** Another token than `refused`; one that arrived in the meantime is taken as it is. */
  async renew(refused: string): Promise<string> {
    if (this.#token !== undefined && this.#token !== refused) return this.#token;
    this.#token = undefined;
    return this.#ask('expired');
  }

  /** Forgets the token, also one that is on its way, so that the next request asks the host again. */
  forget(): void {
    this.#token = undefined;
    this.#pending = undefined;
    this.#version++;
  }

  #ask(reason: TokenRequest['reason']): Promise<string> {
    if (this.#pending) return this.#pending;
    const pending = this.#call(reason).then(
      (token) => {
        if (this.#pending === pending) {
          this.#pending = undefined;
          this.#token = token;
          this.#version++;
        }
        return token;
      },
      (error: unknown) => {
        if (this.#pending === pending) this.#pending = undefined;
        throw error;
      },
    );
    this.#pending = pending;
    return pending;
  }

  async #call(reason: TokenRequest['reason']): Promise<string> {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        controller.abort();
        reject(new PortalError('token'));
      }, this.#timeout);
    });
    let token: string | null;
    try {
      token = await Promise.race([this.#getToken({reason, signal: controller.signal}), late]);
    } catch (error) {
      // The host's own error may hold anything, a token too: it stays with the host.
      throw error instanceof PortalError ? error : new PortalError('token');
    } finally {
      clearTimeout(timer);
    }
    if (!token) throw new PortalError('signed-out');
    return token;
  }
}
