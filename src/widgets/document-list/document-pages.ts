import {TaskStatus} from '@lit/task';
import type {PortalConnection} from '../../portal/connection.ts';
import {list as listDocuments, type DocumentQuery} from '../../portal/documents.ts';
import type {Capabilities, DocumentSummary} from '../../portal/contract/index.ts';
import {PortalError} from '../../portal/errors.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {PortalTask} from '../../ui/portal-task.ts';

/** What the member may do with the documents of a type. */
export interface Access {
  readonly list: boolean;
  readonly read: boolean;
  readonly prices: boolean;
}

/** What has been loaded of a list. Never changed: what comes later makes a new one. */
export interface Listing {
  readonly portal: PortalConnection;
  readonly type: string;
  readonly query: DocumentQuery;
  readonly access: Access;
  /** The documents, in the portions in which they came. */
  readonly pages: readonly (readonly DocumentSummary[])[];
  /** How many were asked for at once; a cursor is bound to it. */
  readonly limit: number | undefined;
  /** Cursor of the next page; null when everything is here. */
  readonly next: string | null;
  /** How many documents the portal says there are. */
  readonly total: number | undefined;
  /** How many documents could not be read. */
  readonly skipped: number;
  /** Whether posting applies to the type, as far as any document that was seen tells. */
  readonly posting: boolean;
  /** Whether the portal had forgotten the place in the list, so that it was loaded again from its start. */
  readonly restarted: boolean;
}

/** What there is to show. */
export type ListView =
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
      /** The next page. */
      more: 'none' | 'waiting' | 'loading' | PortalError;
    };

type Request = readonly [PortalConnection | undefined, string, DocumentQuery];

const usualLimit = 50;
const largestLimit = 200;

/** Loads a list page by page: the first when what is asked for changes, the next ones on demand. */
export class DocumentPages {
  readonly #host: PortalElement;
  readonly #request: () => Request;
  readonly #start: PortalTask<[string, DocumentQuery], void>;
  readonly #continuation: PortalTask<[Listing | undefined], void>;
  #listing: Listing | undefined;
  /** The listing whose next page is wanted. */
  #wanted: Listing | undefined;

  /** `request` says what is asked for: a query is the same as long as it is the same object. */
  constructor(host: PortalElement, request: () => Request) {
    this.#host = host;
    this.#request = request;
    this.#start = new PortalTask<[string, DocumentQuery], void>(host, {
      args: request,
      task: async ([portal, type, query], {signal}) => {
        const before = this.#sameSource(portal, type);
        const atLeast = before?.query === query ? countOf(before) : 0;
        const source = {portal, type, query, posting: before?.posting ?? false};
        const listing = await open(source, atLeast, signal);
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
        const listing = await advance(wanted, signal);
        signal.throwIfAborted();
        this.#listing = listing;
      },
    });
  }

  /** What there is to show now. */
  get view(): ListView {
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

  /** Loads what is shown again, at least as many documents as there are. */
  async reload(): Promise<void> {
    await this.#start.run();
  }

  /** Loads the next page; does nothing while anything else is under way, and does not repeat what failed. */
  loadMore(): void {
    const {view} = this;
    if (view.phase !== 'loaded' || view.busy || view.more !== 'waiting') return;
    this.#wanted = view.listing;
    this.#host.requestUpdate();
  }

  /** Tries again to load the next page. */
  async retryMore(): Promise<void> {
    await this.#continuation.run();
  }

  #more(listing: Listing): 'none' | 'waiting' | 'loading' | PortalError {
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

/** How many documents have been loaded. */
export function countOf({pages}: Listing): number {
  return pages.reduce((count, page) => count + page.length, 0);
}

type Source = Pick<Listing, 'portal' | 'type' | 'query' | 'posting'>;

/** Asks at once for the list and for what the member may see, so that neither waits for the other. */
async function open(source: Source, atLeast: number, signal: AbortSignal): Promise<Listing> {
  const {portal, type} = source;
  const futile = new AbortController();
  const loading = load(source, atLeast, AbortSignal.any([signal, futile.signal]));
  // What the member may see decides first; until then nobody waits for this.
  loading.catch(() => undefined);
  const {capabilities} = await portal.membership({signal});
  const access = accessTo(type, capabilities);
  if (access.list) return {...source, ...(await loading), access, restarted: false};
  futile.abort();
  return {...source, access, pages: [], limit: undefined, next: null, total: 0, skipped: 0, restarted: false};
}

/** The list with its next page; from its start, as far as it was, where the portal has forgotten the cursor. */
async function advance(listing: Listing, signal: AbortSignal): Promise<Listing> {
  try {
    const {pages, ...loaded} = await load(listing, 1, signal, listing);
    const skipped = listing.skipped + loaded.skipped;
    return {...listing, ...loaded, pages: [...listing.pages, ...pages], skipped};
  } catch (error) {
    if (PortalError.from(error).kind !== 'gone') throw error;
    return {...listing, ...(await load(listing, countOf(listing) + 1, signal)), restarted: true};
  }
}

type Loaded = Pick<Listing, 'pages' | 'limit' | 'next' | 'total' | 'skipped' | 'posting'>;

const mostPages = 100;

/** Loads page by page, from the start or `after` what is there, until there are at least so many documents, or all. */
async function load(source: Source, atLeast: number, signal: AbortSignal, after?: Listing): Promise<Loaded> {
  const {portal, type, query} = source;
  const limit = after ? after.limit : limitFor(atLeast);
  const pages: DocumentSummary[][] = [];
  let {posting} = source;
  let cursor = after?.next ?? undefined;
  let total = after?.total;
  let skipped = 0;
  let count = 0;
  do {
    const part = await listDocuments(portal, type, {...query, limit, cursor}, {signal});
    pages.push(part.items);
    posting ||= part.items.some(({posted}) => posted !== null);
    total = part.page.total ?? total;
    skipped += part.skipped;
    count += part.items.length;
    // A portal that gives the same cursor again would never come to an end.
    cursor = part.page.next === cursor ? undefined : (part.page.next ?? undefined);
    // A page may be empty although there are more.
  } while (cursor !== undefined && count < Math.max(atLeast, 1) && pages.length < mostPages);
  return {pages, limit, next: cursor ?? null, total, skipped, posting};
}

/** The portal's own limit as long as it is enough; whole pages otherwise. */
function limitFor(atLeast: number): number | undefined {
  if (atLeast <= usualLimit) return undefined;
  return Math.min(Math.ceil(atLeast / usualLimit) * usualLimit, largestLimit);
}

function accessTo(type: string, {documents, prices}: Capabilities): Access {
  const actions = Object.hasOwn(documents, type) ? documents[type] : undefined;
  return {
    list: actions?.includes('list') ?? false,
    read: actions?.includes('read') ?? false,
    prices: prices.visible,
  };
}
