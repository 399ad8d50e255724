import {deleteDB} from 'idb';
import {DraftKeeper} from '../../src/orders/draft-keeper.ts';
import {DraftStore} from '../../src/orders/draft-store.ts';
import {changeHeader, type Draft} from '../../src/orders/draft.ts';
import {ownerKey} from '../../src/orders/owner-key.ts';
import type {Document} from '../../src/portal/contract/documents.ts';
import {afterEach, beforeEach} from '../support/index.ts';

/** How numbers are typed in English. */
export const english = {decimal: '.', group: ','};
/** Whose drafts they are. */
export const owner = ownerKey({
  endpoint: 'https://a.example',
  membership: 'm',
  user: 'u',
  type: 'purchase-order',
});
/** What an order has become. */
export const made = {id: '1', type: 'purchase-order', number: 'SO-1'} as Document;

/** Name of the database of the test that runs. */
export let database = '';
beforeEach(() => {
  database = `drafts-test-${crypto.randomUUID()}`;
});
afterEach(() => deleteDB(database, {blocked: () => undefined}));

/** A tab of its own: a store and a keeper that know nothing of the others. */
export function tab(kept: string[] = []) {
  const store = new DraftStore(database);
  const keeper = new DraftKeeper(store, english, {onKept: (id) => kept.push(id), onChange: () => undefined});
  const write = async (note: string) => {
    keeper.change(changeHeader(keeper.draft, {note}));
    await keeper.flush();
  };
  /** Begins another draft in the same tab. */
  const another = (draft: Draft) => {
    const next = new DraftKeeper(store, english, {onKept: () => undefined, onChange: () => undefined});
    next.startNew(owner, draft);
    return next;
  };
  return {store, keeper, write, another};
}
