import type {PortalConnection} from '../../portal/connection.ts';
import type {DocumentCount} from '../../portal/contract/index.ts';
import {summary} from '../../portal/documents.ts';

/** What the portal has counted for one membership. */
export interface Counts {
  readonly portal: PortalConnection;
  /** The types that the member may list, in the portal's order. */
  readonly items: readonly DocumentCount[];
  /** How many types' figures could not be read. */
  readonly skipped: number;
}

interface LoadOptions {
  signal: AbortSignal;
  /** Hears how many types the member may list as soon as that is known. */
  onAccess: (types: number) => void;
}

/** Asks at once for the figures and for what the member may see, so that neither waits for the other. */
export async function loadCounts(portal: PortalConnection, {signal, onAccess}: LoadOptions): Promise<Counts> {
  const counting = summary(portal, {signal});
  // What the member may see decides first; until then nobody waits for this.
  counting.catch(() => undefined);
  const {capabilities} = await portal.membership({signal});
  const listable = new Map(Object.entries(capabilities.documents));
  const mayList = (type: string) => listable.get(type)?.includes('list') ?? false;
  onAccess([...listable.keys()].filter(mayList).length);
  const {items, skipped} = await counting;
  const visible = items.filter(({type}) => mayList(type));
  return {portal, skipped, items: capabilities.prices.visible ? visible : visible.map(withoutMoney)};
}

/** Whether posting applies to documents of the type: then each of them is either posted or not. */
export function isPostable({total, posted, notPosted}: DocumentCount): boolean {
  return posted + notPosted > 0 && posted + notPosted >= total;
}

/** The currency of all amounts; undefined where there are several, or none. */
export function commonCurrency(items: readonly DocumentCount[]): string | undefined {
  const currencies = new Set(
    items.flatMap(({open, overdue}) => [open, overdue]).flatMap((money) => money?.currency ?? []),
  );
  return currencies.size === 1 ? [...currencies][0] : undefined;
}

function withoutMoney({type, total, posted, notPosted}: DocumentCount): DocumentCount {
  return {type, total, posted, notPosted};
}
