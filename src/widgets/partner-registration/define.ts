import {define} from '../../ui/define.ts';
import {PartnerRegistration} from './partner-registration.ts';

define('partner-registration', PartnerRegistration);

declare global {
  interface HTMLElementTagNameMap {
    'partner-registration': PartnerRegistration;
  }
}

export {PartnerRegistration};
