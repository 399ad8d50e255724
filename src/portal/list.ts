import * as z from 'zod/mini';
import type {PortalConnection} from './connection.ts';
import {Page} from './contract/primitives.ts';
import {parse, type CallOptions} from './http.ts';

/** One page of a list. */
export interface List<T> {
  /** The items that could be read. */
  items: T[];
  /** Where the next page is. */
  page: Page;
  /** How many items of the page broke the contract and were left out. */
  skipped: number;
  /** What the portal has added up, as it came: lists of documents alone have it. */
  totals: unknown;
}

const ListEnvelope = z.object({items: z.array(z.unknown()), page: Page, totals: z.optional(z.unknown())});

/** Reads a list item by item, so that one that breaks the contract does not hide the others. */
export async function readList<T>(
  portal: PortalConnection,
  schema: z.ZodMiniType<T>,
  path: string,
  query: object,
  options: CallOptions = {},
): Promise<List<T>> {
  const {items, page, totals} = await portal.http.json(ListEnvelope, path, {...options, query});
  return {...readItems(schema, items), page, totals};
}

/** The items that fit the schema, and how many do not. Throws where none of several does. */
export function readItems<T>(
  schema: z.ZodMiniType<T>,
  items: readonly unknown[],
): Pick<List<T>, 'items' | 'skipped'> {
  const read = items.map((item) => schema.safeParse(item));
  const good = read.flatMap((result) => (result.success ? [result.data] : []));
  // Not one readable item of several is a broken answer, not an empty list.
  if (good.length === 0 && items.length > 0) parse(schema, items[0]);
  return {items: good, skipped: items.length - good.length};
}
