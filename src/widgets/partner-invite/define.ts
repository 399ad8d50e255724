import {define} from '../../ui/define.ts';
import {PartnerInvite} from './partner-invite.ts';

define('partner-invite', PartnerInvite);

declare global {
  interface HTMLElementTagNameMap {
    'partner-invite': PartnerInvite;
  }
}

export {PartnerInvite};
