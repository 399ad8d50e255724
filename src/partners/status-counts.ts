import type {PortalConnection} from '../portal/connection.ts';
import {list} from '../portal/partners.ts';
import {asked, type PartnerFilter} from './partner-listing.ts';

/** What becomes of invitations, in the order of their life. */
export const STATUSES: readonly string[] = ['pending', 'accepted', 'expired', 'revoked'];

/** How many partners there are by the state of their invitation; those of all are under `undefined`. */
export type StatusCounts = ReadonlyMap<string | undefined, number>;

/**
 * Asks how many partners of each state fit the rest of a filter, all at once. What the portal does not count, or cannot answer
 * now, is missing: a number is a help, and no reason for an error.
 */
export async function countStatuses(
  portal: PortalConnection,
  filter: PartnerFilter,
  signal: AbortSignal,
): Promise<StatusCounts> {
  const all = [undefined, ...STATUSES];
  const totals = await Promise.all(
    all.map(async (status) => {
      const query = {...asked({...filter, status}), limit: 1};
      const answer = await list(portal, query, {signal}).catch(() => undefined);
      return answer?.page.total;
    }),
  );
  return new Map(
    all.flatMap((status, index) => {
      const total = totals[index];
      return total === undefined ? [] : [[status, total] as const];
    }),
  );
}
