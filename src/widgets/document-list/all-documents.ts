import type {LitElement, ReactiveController} from 'lit';
import type {PortalConnection} from '../../portal/connection.ts';
import {list, type DocumentQuery} from '../../portal/documents.ts';
import type {DocumentSummary} from '../../portal/contract/index.ts';
import {PortalError} from '../../portal/errors.ts';

/** How far one has come with all documents of a query. */
export type Progress =
  | {readonly phase: 'idle'}
  | {readonly phase: 'running'; readonly done: number; readonly total: number | undefined}
  | {readonly phase: 'done'; readonly done: number; readonly skipped: number}
  | {readonly phase: 'failed'; readonly done: number; readonly error: PortalError};

/** Whose documents, and which. */
export interface AllOf {
  readonly portal: PortalConnection;
  readonly type: string;
  readonly query: DocumentQuery;
}

/** Takes the documents page by page, and from the first one again after `restart`. */
export interface Taker {
  take(documents: readonly DocumentSummary[]): void;
  restart(): void;
}

const PAGE = 200;
/** So often a portal may forget the place before that is an error. */
const MOST_RESTARTS = 3;

/** Reads all documents of a query, however many have been loaded for looking at, until it is canceled. */
export class AllDocuments implements ReactiveController {
  readonly #host: LitElement;
  #progress: Progress = {phase: 'idle'};
  #running: AbortController | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Reads them all; says whether it has come to the end. One at a time: what was under way ends. */
  async read(all: AllOf, taker: Taker): Promise<boolean> {
    this.cancel();
    const running = (this.#running = new AbortController());
    this.#set({phase: 'running', done: 0, total: undefined});
    try {
      for (let restarts = 0; ; restarts++) {
        try {
          await this.#walk(all, taker, running.signal);
          return true;
        } catch (error) {
          if (PortalError.from(error).kind !== 'gone' || restarts === MOST_RESTARTS) throw error;
          taker.restart();
        }
      }
    } catch (error) {
      if (running.signal.aborted) return false;
      this.#set({phase: 'failed', done: this.#done, error: PortalError.from(error)});
      return false;
    }
  }

  /** Ends what is under way, and forgets what came of it. */
  cancel(): void {
    this.#running?.abort();
    this.#running = undefined;
    if (this.#progress.phase !== 'idle') this.#set({phase: 'idle'});
  }

  hostDisconnected(): void {
    // A move in the page disconnects and connects in one go.
    queueMicrotask(() => this.#host.isConnected || this.cancel());
  }

  get #done(): number {
    return this.#progress.phase === 'idle' ? 0 : this.#progress.done;
  }

  async #walk({portal, type, query}: AllOf, taker: Taker, signal: AbortSignal): Promise<void> {
    const ids = new Set<string>();
    let cursor: string | undefined;
    let skipped = 0;
    do {
      const part = await list(portal, type, {...query, limit: PAGE, cursor}, {signal});
      signal.throwIfAborted();
      taker.take(part.items.filter(({id}) => !ids.has(id) && ids.add(id)));
      skipped += part.skipped;
      const total = part.page.total;
      cursor = part.page.next === cursor ? undefined : (part.page.next ?? undefined);
      this.#set(
        cursor === undefined
          ? {phase: 'done', done: ids.size, skipped}
          : {phase: 'running', done: ids.size, total},
      );
    } while (cursor !== undefined);
  }

  #set(progress: Progress): void {
    this.#progress = progress;
    this.#host.requestUpdate();
  }
}
