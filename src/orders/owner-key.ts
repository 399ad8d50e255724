/** Whose draft it is, and of what. */
export interface DraftOwner {
  readonly endpoint: string;
  readonly membership: string;
  readonly user: string;
  /** Document type. */
  readonly type: string;
}

/** One text for an owner, to look drafts up by. */
export function ownerKey({endpoint, membership, user, type}: DraftOwner): string {
  return JSON.stringify([endpoint, membership, user, type]);
}
