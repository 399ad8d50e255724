import {countStatuses, STATUSES} from '../../partners/status-counts.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import {statusMark} from '../partner-list/partner-words.ts';

/** How many partners have come so far with their invitation. */
export interface PartnerFigure {
  /** The state in the user's language; to be called while rendering. */
  readonly label: () => string;
  readonly count: number;
}

/** Asks the portal how many partners there are by the state of their invitation; those that it does not count are missing. */
export async function partnerFigures(
  portal: PortalConnection,
  signal: AbortSignal,
): Promise<readonly PartnerFigure[]> {
  const counts = await countStatuses(portal, {sort: 'name'}, signal);
  return STATUSES.flatMap((status) => {
    const count = counts.get(status);
    return count === undefined ? [] : [{label: () => statusMark(status).text, count}];
  });
}
