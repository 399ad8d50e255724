import {deviceDrafts} from '../../orders/draft-store.ts';
import {forgetDrafts} from '../../orders/forget-drafts.ts';
import {ownerKey} from '../../orders/owner-key.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {Me} from '../../portal/contract/index.ts';

/** What is written of a type on this device, and was not sent. */
export interface Unfinished {
  readonly type: string;
  /** The draft at the portal that the last one is, where it is one. */
  readonly draftId: string | undefined;
  readonly reference: string;
  readonly lineCount: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How many more there are. */
  readonly others: number;
}

/** How long the device may take, in milliseconds: an overview without it is better than none. */
const PATIENCE = 500;

/** What a user has left unfinished on this device, the last one of each type; nothing where the device does not answer. */
export async function unfinishedOrders(
  portal: PortalConnection,
  {user, membershipId}: Me,
  types: readonly string[],
): Promise<readonly Unfinished[]> {
  const {endpoint} = portal;
  const found = types.map(async (type): Promise<Unfinished[]> => {
    const owner = ownerKey({endpoint, membership: membershipId, user: user.id, type});
    const drafts = await deviceDrafts.list(owner);
    const [last] = drafts.toSorted((one, other) => other.updatedAt - one.updatedAt);
    if (!last) return [];
    const {documentId, reference, lineCount, updatedAt} = last;
    return [{type, draftId: documentId, reference, lineCount, at: updatedAt, others: drafts.length - 1}];
  });
  const late = new Promise<Unfinished[][]>((resolve) => setTimeout(() => resolve([]), PATIENCE));
  return (await Promise.race([Promise.all(found), late])).flat();
}

/** How long signing out waits for the device to forget, in milliseconds: what has been begun goes on after that. */
const PATIENCE_TO_FORGET = 3000;

/** Removes all that is unfinished from this device. A device that does not answer keeps nobody from signing out. */
export async function forgetUnfinished(): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_TO_FORGET));
  await Promise.race([forgetDrafts(), late]);
}
