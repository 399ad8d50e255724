import {define} from '../../ui/define.ts';
import {DocumentDetail} from './document-detail.ts';

define('document-detail', DocumentDetail);

declare global {
  interface HTMLElementTagNameMap {
    'document-detail': DocumentDetail;
  }
}

export {DocumentDetail};
