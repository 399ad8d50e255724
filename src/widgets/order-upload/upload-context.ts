import {ownerKey} from '../../orders/owner-key.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {Membership} from '../../portal/contract/me.ts';
import type {Template} from '../../portal/contract/templates.ts';

/** Who uploads, and what he may do. */
export interface Member {
  readonly portal: PortalConnection;
  readonly user: string;
  readonly membership: string;
  readonly capabilities: Membership['capabilities'];
}

/** What the views know of the element that they are in. */
export interface UploadContext {
  readonly member: Member;
  /** Document type. */
  readonly type: string;
  readonly locale: string;
  /** The portal's templates; empty while they are not known, or where there is none. */
  readonly templates: readonly Template[];
  /** How much of a file the portal takes: bytes, and rows without that of the headers. */
  readonly limits: {readonly bytes: number; readonly rows: number};
  readonly isNarrow: boolean;
  /** Moves the focus to the element of an id once it is drawn. */
  readonly focus: (id: string) => void;
}

/** Whose orders and rows they are, on this device. */
export function ownerOf({member, type}: Pick<UploadContext, 'member' | 'type'>): string {
  const {portal, membership, user} = member;
  return ownerKey({endpoint: portal.endpoint, membership, user, type});
}
