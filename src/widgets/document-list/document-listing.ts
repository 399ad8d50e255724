import type {PortalConnection} from '../../portal/connection.ts';
import {list as listDocuments, type DocumentQuery} from '../../portal/documents.ts';
import type {Capabilities, DocumentSummary, ListTotal} from '../../portal/contract/index.ts';
import {PortalError} from '../../portal/errors.ts';
import {ownerKey} from '../../orders/owner-key.ts';

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
  /** Whose list it is, and of what: what is kept on the device is kept under it. */
  readonly owner: string;
  /** The documents that have been loaded, in the portal's order, each once. */
  readonly documents: readonly DocumentSummary[];
  /** Where they stand, by id. All listings of one list share it: what it says holds only where the document is there. */
  readonly places: Map<string, number>;
  /** How many were asked for at once; a cursor is bound to it. */
  readonly limit: number;
  /** Cursor of the next page; null when everything is here. */
  readonly next: string | null;
  /** How many documents the portal says there are. */
  readonly total: number | undefined;
  /** How many documents could not be read. */
  readonly skipped: number;
  /** What all that fit come to by currency, where the portal says so. */
  readonly totals: readonly ListTotal[] | undefined;
  /** The first documents that came, of this query or an earlier one: which columns there are follows from them, so that none
   * comes or goes while one scrolls. */
  readonly sample: readonly DocumentSummary[];
  /** Whether the portal had forgotten the place in the list, so that it was loaded again from its start. */
  readonly restarted: boolean;
}

/** What is asked for, and what was known of the same type before. */
export interface Source {
  readonly portal: PortalConnection;
  readonly type: string;
  readonly query: DocumentQuery;
  readonly before: Listing | undefined;
}

const USUAL_LIMIT = 100;
const LARGEST_LIMIT = 200;
const MOST_PAGES = 1000;

/** Asks at once for the list and for what the member may see, so that neither waits for the other. */
export async function openListing(
  source: Source,
  atLeast: () => number,
  signal: AbortSignal,
): Promise<Listing> {
  const {portal, type, query, before} = source;
  const futile = new AbortController();
  const start: Loadable = {
    portal,
    type,
    query,
    documents: [],
    places: new Map(),
    limit: limitFor(atLeast()),
    next: null,
    total: undefined,
    skipped: 0,
    totals: undefined,
    restarted: false,
  };
  const loading = load(start, atLeast, AbortSignal.any([signal, futile.signal]));
  // What the member may see decides first; until then nobody waits for this.
  loading.catch(() => undefined);
  const [{capabilities}, {membershipId: membership, user}] = await Promise.all([
    portal.membership({signal}),
    portal.me({signal}),
  ]);
  const access = accessTo(type, capabilities);
  const owner = ownerKey({endpoint: portal.endpoint, membership, user: user.id, type});
  if (access.list) {
    const loaded = await loading;
    const {documents} = loaded;
    return {...loaded, access, owner, sample: documents.length > 0 ? documents : (before?.sample ?? [])};
  }
  futile.abort();
  return {...start, access, owner, sample: []};
}

/** The list with its next page; from its start, as far as `needed`, where the portal has forgotten the cursor. */
export async function extendListing(
  listing: Listing,
  needed: () => number,
  signal: AbortSignal,
): Promise<Listing> {
  try {
    return await load(listing, () => listing.documents.length + 1, signal);
  } catch (error) {
    if (PortalError.from(error).kind !== 'gone') throw error;
    const again = await openListing({...listing, before: listing}, needed, signal);
    return {...again, restarted: true};
  }
}

type Loadable = Omit<Listing, 'access' | 'sample' | 'owner'>;

/** Loads page by page, on from what is there, until there are at least so many documents, or all: `atLeast` may grow meanwhile. */
async function load<L extends Loadable>(listing: L, atLeast: () => number, signal: AbortSignal): Promise<L> {
  const {portal, type, query, limit, places} = listing;
  let {documents, total, skipped, totals} = listing;
  let cursor = listing.next ?? undefined;
  let pages = 0;
  do {
    const part = await listDocuments(portal, type, {...query, limit, cursor}, {signal});
    // What has moved down between two pages comes twice.
    const fresh = part.items.filter(({id}) => documents[places.get(id) ?? -1]?.id !== id);
    for (const [index, {id}] of fresh.entries()) places.set(id, documents.length + index);
    documents = documents.concat(fresh);
    total = part.page.total ?? total;
    totals ??= part.totals;
    skipped += part.skipped;
    // A portal that gives the same cursor again would never come to an end.
    cursor = part.page.next === cursor ? undefined : (part.page.next ?? undefined);
    // A page may be empty although there are more.
  } while (cursor !== undefined && documents.length < Math.max(atLeast(), 1) && ++pages < MOST_PAGES);
  return {...listing, documents, next: cursor ?? null, total, totals, skipped};
}

function limitFor(atLeast: number): number {
  return atLeast <= USUAL_LIMIT ? USUAL_LIMIT : LARGEST_LIMIT;
}

function accessTo(type: string, {documents, prices}: Capabilities): Access {
  const actions = Object.hasOwn(documents, type) ? documents[type] : undefined;
  return {
    list: actions?.includes('list') ?? false,
    read: actions?.includes('read') ?? false,
    prices: prices.visible,
  };
}
