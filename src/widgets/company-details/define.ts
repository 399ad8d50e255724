import {define} from '../../ui/define.ts';
import {CompanyDetails} from './company-details.ts';

define('company-details', CompanyDetails);

declare global {
  interface HTMLElementTagNameMap {
    'company-details': CompanyDetails;
  }
}

export {CompanyDetails};
