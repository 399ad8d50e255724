import {define} from '../../ui/define.ts';
import {PartnerList} from './partner-list.ts';

define('partner-list', PartnerList);

declare global {
  interface HTMLElementTagNameMap {
    'partner-list': PartnerList;
  }
}

export {PartnerList};
