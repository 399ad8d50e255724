import type {PortalConnection} from '../portal/connection.ts';
import type {Document, DocumentSummary} from '../portal/contract/documents.ts';
import {get, list} from '../portal/documents.ts';
import {inLanes} from '../portal/lanes.ts';
import {withReference, type EarlierOrder} from './unusual.ts';

/** How many of the latest orders are read. */
const LATEST = 5;
/** Drafts and cancelled orders among them do not count. */
const LISTED = 20;

/**
 * What the member has ordered before, as far as it helps to tell what is unusual. Each thing is asked once; what fails is as
 * if there were nothing, and is asked again next time.
 */
export class EarlierOrders {
  readonly #portal: PortalConnection;
  readonly #type: string;
  readonly #known = new Map<string, Promise<unknown>>();
  readonly #aborting = new AbortController();

  constructor(portal: PortalConnection, type: string) {
    this.#portal = portal;
    this.#type = type;
  }

  /** Gives up what is under way. */
  abort(): void {
    this.#aborting.abort();
  }

  /** The latest orders with their lines, newest first; those with an item where there is only one to look for. */
  latest(item?: string, ownId?: string): Promise<readonly Document[]> {
    const read = async (signal: AbortSignal): Promise<Document[]> => {
      if (!(await this.#may('list', 'read'))) return [];
      const query = {...(item === undefined ? {} : {q: item}), sort: '-documentDate', limit: LISTED};
      const {items} = await list(this.#portal, this.#type, query, {signal});
      return this.#read(items.filter((order) => isOrder(order, ownId)).slice(0, LATEST), signal);
    };
    return this.#once(JSON.stringify(['latest', item, ownId]), read, []);
  }

  /** The orders that have a reference already, newest first. */
  withReference(reference: string, ownId?: string): Promise<readonly EarlierOrder[]> {
    const find = async (signal: AbortSignal): Promise<EarlierOrder[]> => {
      if (reference.trim() === '' || !(await this.#may('list'))) return [];
      const query = {q: reference.trim(), sort: '-documentDate'};
      const {items} = await list(this.#portal, this.#type, query, {signal});
      return withReference(items, reference, ownId);
    };
    return this.#once(JSON.stringify(['reference', reference.trim(), ownId]), find, []);
  }

  /** What cannot be read is left out, and the next one is no better for it. */
  async #read(orders: readonly DocumentSummary[], signal: AbortSignal): Promise<Document[]> {
    const documents: (Document | undefined)[] = [];
    const read = async ({id}: DocumentSummary, index: number): Promise<void> => {
      const found = await get(this.#portal, this.#type, id, {signal}).catch(() => undefined);
      documents[index] = found?.document;
    };
    await inLanes(orders, read, {signal});
    return documents.filter((document) => document !== undefined);
  }

  async #may(...actions: ('list' | 'read')[]): Promise<boolean> {
    const {documents} = (await this.#portal.membership()).capabilities;
    const allowed = Object.hasOwn(documents, this.#type) ? (documents[this.#type] ?? []) : [];
    return actions.every((action) => allowed.includes(action));
  }

  #once<T>(key: string, work: (signal: AbortSignal) => Promise<T>, otherwise: T): Promise<T> {
    const known = this.#known.get(key);
    if (known) return known as Promise<T>;
    const asking = work(this.#aborting.signal).catch(() => {
      this.#known.delete(key);
      return otherwise;
    });
    this.#known.set(key, asking);
    return asking;
  }
}

function isOrder({id, state, allowedActions}: DocumentSummary, ownId: string | undefined): boolean {
  return id !== ownId && state !== 'draft' && state !== 'canceled' && allowedActions.includes('read');
}
