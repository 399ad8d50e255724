import type {PortalConnection} from './connection.ts';
import {Partner} from './contract/partners.ts';
import type {CallOptions} from './http.ts';
import {readList, type List} from './list.ts';

/** How partners are asked for; contract, section 3. */
export interface PartnerQuery {
  /** Searches names, numbers and addresses. */
  q?: string;
  type?: string;
  status?: string;
  sort?: string;
  cursor?: string;
  /** Items a page, at most 200. */
  limit?: number;
}

/** One page of the company's partners. */
export async function list(
  portal: PortalConnection,
  query: PartnerQuery = {},
  options?: CallOptions,
): Promise<List<Partner>> {
  return readList(portal, Partner, 'partners', query, options);
}
