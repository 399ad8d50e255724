import {define} from '../../ui/define.ts';
import {PartnerPortal} from './partner-portal.ts';

define('partner-portal', PartnerPortal);

declare global {
  interface HTMLElementTagNameMap {
    'partner-portal': PartnerPortal;
  }
}

export {PartnerPortal};
