/** Runs in the page before the editor: keeps a long draft on the device, as if somebody had written it. */
import {DraftStore, newDraftId, type DraftRecord} from '../src/orders/draft-store.ts';
import {ownerKey} from '../src/orders/owner-key.ts';
import {newDraft, newLine} from '../src/orders/draft.ts';
import type {Item} from '../src/portal/contract/catalog.ts';
import {PortalClient} from '../src/portal/index.ts';

/** Whose draft it is to be, and what is in it. */
export interface Seed {
  readonly endpoint: string;
  readonly lines: readonly {readonly item: Item; readonly quantity: string}[];
}

async function seed({endpoint, lines}: Seed): Promise<void> {
  const {user, membershipId} = await new PortalClient({endpoint, getToken: async () => 'demo-customer'}).me();
  const blank = newDraft({decimal: '.', group: ','});
  const record: DraftRecord = {
    id: newDraftId(),
    owner: ownerKey({endpoint, membership: membershipId, user: user.id, type: 'purchase-order'}),
    updatedAt: Date.now(),
    revision: 1,
    draft: {
      ...blank,
      lines: lines.map(({item, quantity}) => ({...newLine(), search: item.itemNumber, item, quantity})),
    },
  };
  await new DraftStore().update(record.id, () => record);
}

Object.assign(globalThis, {seed});
