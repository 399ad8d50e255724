import type {PortalConnection} from './connection.ts';
import {CatalogLookup, Item} from './contract/catalog.ts';
import type {CallOptions} from './http.ts';
import {readList, type List} from './list.ts';

/** One page of the items that match `q`, best first. */
export function items(
  portal: PortalConnection,
  query: {q?: string; cursor?: string; limit?: number} = {},
  options?: CallOptions,
): Promise<List<Item>> {
  return readList(portal, Item, 'catalog/items', query, options);
}

/** The items behind up to 500 item numbers, own numbers or GTINs. */
export function lookUp(
  portal: PortalConnection,
  keys: readonly string[],
  options?: CallOptions,
): Promise<CatalogLookup> {
  const call = {...options, method: 'POST', body: {keys}, repeatable: true} as const;
  return portal.http.json(CatalogLookup, 'catalog/lookups', call);
}
