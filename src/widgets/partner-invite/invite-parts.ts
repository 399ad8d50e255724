import {fieldErrorStyles} from '../../ui/field-error.styles.ts';
import {workStyles} from './invite-work.styles.ts';

/** What the form needs once somebody does something with it. It is one module on purpose: all of it comes at once. */
export {InviteWork} from './invite-work.ts';

/** For the element's root, before any of this is drawn in it. */
export const styles = [fieldErrorStyles, workStyles];

// It is there already. Said here, a bundler makes one file of what it shares with its parts.
export {PartnerInvite} from './partner-invite.ts';
export {PartnerInviteBody} from './partner-invite-body.ts';
