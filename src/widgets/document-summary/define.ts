import {define} from '../../ui/define.ts';
import {DocumentSummaryElement} from './document-summary.ts';

define('document-summary', DocumentSummaryElement);

declare global {
  interface HTMLElementTagNameMap {
    'document-summary': DocumentSummaryElement;
  }
}

export {DocumentSummaryElement};
