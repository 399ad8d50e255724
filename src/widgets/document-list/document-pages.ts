import {TaskStatus} from '@lit/task';
import type {PortalConnection} from '../../portal/connection.ts';
import type {DocumentQuery} from '../../portal/documents.ts';
import {PortalError} from '../../portal/errors.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import {extendListing, openListing, type Listing} from './document-listing.ts';

/** The next page: nobody has asked for it, it is on its way, or why it failed. */
export type More = 'none' | 'waiting' | 'loading' | PortalError;

/** What there is to show. */
export type ListState =
  | {phase: 'loading'}
  | {phase: 'denied'; detail: string | undefined}
  | {phase: 'failed'; error: PortalError}
  | {
      phase: 'loaded';
      listing: Listing;
      /** Loading the list again: the rows are those from before. */
      busy: boolean;
      /** Why loading the list again failed; the rows are those from before. */
      error: PortalError | undefined;
      more: More;
    };

type Request = readonly [PortalConnection | undefined, string, DocumentQuery];

/** Loads a list page by page: the first when what is asked for changes, the next ones on demand. */
export class DocumentPages {
  readonly #host: PortalElement;
  readonly #request: () => Request;
  readonly #needed: () => number;
  readonly #start: PortalTask<[string, DocumentQuery], void>;
  readonly #continuation: PortalTask<[Listing | undefined], void>;
  #listing: Listing | undefined;
  /** The listing whose next page is wanted. */
  #wanted: Listing | undefined;

  /**
   * `request` says what is asked for: a query is the same as long as it is the same object. `needed` says how many documents
   * there have to be for the user to stay where they are when the list is loaded again.
   */
  constructor(host: PortalElement, request: () => Request, needed: () => number) {
    this.#host = host;
    this.#request = request;
    this.#needed = needed;
    this.#start = new PortalTask<[string, DocumentQuery], void>(host, {
      args: request,
      task: async ([portal, type, query], {signal}) => {
        const before = this.#sameSource(portal, type);
        const atLeast = before?.query === query ? needed : () => 0;
        const listing = await openListing({portal, type, query, before}, atLeast, signal);
        signal.throwIfAborted();
        this.#listing = listing;
      },
    });
    this.#continuation = new PortalTask<[Listing | undefined], void>(host, {
      args: () => {
        const [portal, , query] = this.#request();
        const wanted = this.#wanted;
        const stillWanted = wanted && wanted === this.#listing && wanted.query === query;
        return [stillWanted && wanted.portal === portal ? portal : undefined, wanted];
      },
      task: async ([, wanted], {signal}) => {
        if (!wanted) return;
        const listing = await extendListing(wanted, this.#needed, signal);
        signal.throwIfAborted();
        this.#listing = listing;
      },
    });
  }

  /** What there is to show now. */
  get state(): ListState {
    const [portal, type, query] = this.#request();
    const listing = portal && this.#sameSource(portal, type);
    if (this.#start.status === TaskStatus.ERROR) {
      const error = PortalError.from(this.#start.error);
      if (error.kind === 'forbidden') return {phase: 'denied', detail: error.detail};
      const keep = listing?.access.list && listing.query === query && error.kind !== 'signed-out';
      if (!keep) return {phase: 'failed', error};
      return {phase: 'loaded', listing, busy: false, error, more: this.#more(listing)};
    }
    if (!listing) return {phase: 'loading'};
    if (!listing.access.list) return {phase: 'denied', detail: undefined};
    const busy = this.#start.status === TaskStatus.PENDING;
    return {phase: 'loaded', listing, busy, error: undefined, more: this.#more(listing)};
  }

  /** Loads what is shown again, as far as it is needed. */
  async reload(): Promise<void> {
    await this.#start.run();
  }

  /** Loads the next page; does nothing while anything else is under way, and does not repeat what failed. */
  loadMore(): void {
    const {state} = this;
    if (state.phase !== 'loaded' || state.busy || state.more !== 'waiting') return;
    this.#wanted = state.listing;
    this.#host.requestUpdate();
  }

  /** Tries again to load the next page. */
  async retryMore(): Promise<void> {
    await this.#continuation.run();
  }

  #more(listing: Listing): More {
    if (listing.next === null) return 'none';
    if (this.#wanted !== listing) return 'waiting';
    if (this.#continuation.status === TaskStatus.ERROR) return PortalError.from(this.#continuation.error);
    return 'loading';
  }

  /** What has been loaded, unless it was of another portal or type: nothing of that may be shown any more. */
  #sameSource(portal: PortalConnection, type: string): Listing | undefined {
    return this.#listing?.portal === portal && this.#listing.type === type ? this.#listing : undefined;
  }
}
