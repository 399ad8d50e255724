import type {PortalConnection} from '../portal/connection.ts';
import type {Invitation, Partner} from '../portal/contract/index.ts';
import {PortalError} from '../portal/errors.ts';
import {list} from '../portal/partners.ts';

/** What a list of partners is narrowed down to, and how it is sorted, as the portal is asked. */
export interface PartnerFilter {
  readonly q?: string | undefined;
  readonly type?: string | undefined;
  /** What has become of the invitation: `pending`. */
  readonly status?: string | undefined;
  /** `name`, `-lastActiveAt`. */
  readonly sort: string;
}

/** What has been loaded of a list of partners. Never changed: what comes later makes a new one. */
export interface PartnerListing {
  readonly portal: PortalConnection;
  readonly filter: PartnerFilter;
  /** The partners that have been loaded, in the portal's order, each once. */
  readonly partners: readonly Partner[];
  /** How many are asked for at a time, the same number for all pages: a cursor may know it. */
  readonly limit: number;
  /** Cursor of the next page; null when everything is here. */
  readonly next: string | null;
  /** How many partners the portal says there are. */
  readonly total: number | undefined;
  /** How many partners could not be read. */
  readonly skipped: number;
  /** Whether the portal had forgotten the place in the list, so that it was loaded again from its start. */
  readonly restarted: boolean;
}

const PAGE = 50;
/** As many as a portal gives at once: a list that one has gone far down is loaded again in few requests. */
const MOST = 200;
const MOST_PAGES = 1000;

/** Loads a list from its start, as far as there are at least so many partners. */
export function openPartners(
  portal: PortalConnection,
  filter: PartnerFilter,
  atLeast: number,
  signal: AbortSignal,
): Promise<PartnerListing> {
  const limit = Math.min(Math.max(atLeast, PAGE), MOST);
  const start = {
    portal,
    filter,
    limit,
    partners: [],
    next: null,
    total: undefined,
    skipped: 0,
    restarted: false,
  };
  return load(start, atLeast, signal);
}

/** The list with its next page; from its start, as far as it was, where the portal has forgotten the cursor. */
export async function extendPartners(listing: PartnerListing, signal: AbortSignal): Promise<PartnerListing> {
  const {portal, filter, partners} = listing;
  try {
    return await load(listing, partners.length + 1, signal);
  } catch (error) {
    if (PortalError.from(error).kind !== 'gone') throw error;
    return {...(await openPartners(portal, filter, partners.length, signal)), restarted: true};
  }
}

/** The list with an invitation as it is now; a partner that the filter does not fit any more is gone from it. */
export function withInvitation(listing: PartnerListing, invitation: Invitation): PartnerListing {
  const {status} = listing.filter;
  const partners = listing.partners
    .map((partner) => (partner.invitation?.id === invitation.id ? {...partner, invitation} : partner))
    // What the portal has counted among a state, by whatever rule, is only taken out once it has become another one.
    .filter(
      (partner) =>
        status === undefined || partner.invitation?.id !== invitation.id || invitation.status === status,
    );
  const gone = listing.partners.length - partners.length;
  return {...listing, partners, total: listing.total === undefined ? undefined : listing.total - gone};
}

/** Loads page by page, on from what is there. */
async function load(listing: PartnerListing, atLeast: number, signal: AbortSignal): Promise<PartnerListing> {
  const {portal, filter, limit} = listing;
  let {partners, total, skipped} = listing;
  let cursor = listing.next ?? undefined;
  let pages = 0;
  const known = new Set(partners.map(({id}) => id));
  do {
    const part = await list(portal, {...asked(filter), limit, ...(cursor ? {cursor} : {})}, {signal});
    // What has moved down between two pages comes twice.
    const fresh = part.items.filter(({id}) => !known.has(id));
    for (const {id} of fresh) known.add(id);
    partners = partners.concat(fresh);
    total = part.page.total ?? total;
    skipped += part.skipped;
    // A portal that gives the same cursor again would never come to an end.
    cursor = part.page.next === cursor ? undefined : (part.page.next ?? undefined);
    // A page may be empty although there are more.
  } while (cursor !== undefined && partners.length < Math.max(atLeast, 1) && ++pages < MOST_PAGES);
  return {...listing, partners, next: cursor ?? null, total, skipped};
}

/** What is asked for; nothing for what is not narrowed. */
export function asked({q, type, status, sort}: PartnerFilter): {
  q?: string;
  type?: string;
  status?: string;
  sort: string;
} {
  return {...(q ? {q} : {}), ...(type ? {type} : {}), ...(status ? {status} : {}), sort};
}
