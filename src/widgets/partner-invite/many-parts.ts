import {manyStyles} from './many.styles.ts';

/** What inviting several needs, once somebody wants to. */
export {InviteMany} from './invite-many.ts';

/** For the element's root, before any of this is drawn in it. */
export const styles = [manyStyles];

// They are there already. Said here, a bundler makes one file of what they share with their parts.
export {PartnerInvite} from './partner-invite.ts';
export {PartnerInviteBody} from './partner-invite-body.ts';
