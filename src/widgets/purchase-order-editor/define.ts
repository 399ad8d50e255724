import {define} from '../../ui/define.ts';
import {PurchaseOrderEditor} from './purchase-order-editor.ts';

define('purchase-order-editor', PurchaseOrderEditor);

declare global {
  interface HTMLElementTagNameMap {
    'purchase-order-editor': PurchaseOrderEditor;
  }
}

export {PurchaseOrderEditor};
