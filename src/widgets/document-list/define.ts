import {define} from '../../ui/define.ts';
import {DocumentList} from './document-list.ts';

define('document-list', DocumentList);

declare global {
  interface HTMLElementTagNameMap {
    'document-list': DocumentList;
  }
}

export {DocumentList};
