import {define} from '../../ui/define.ts';
import {OrderUpload} from './order-upload.ts';

define('order-upload', OrderUpload);

declare global {
  interface HTMLElementTagNameMap {
    'order-upload': OrderUpload;
  }
}

export {OrderUpload};
