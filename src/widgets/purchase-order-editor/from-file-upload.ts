/** What takes rows of a file: the element of its own. */
import '../order-upload/define.ts';

// It is there already. Said here, a bundler makes one file of what it shares with its parts, and not one for each set of them.
export {PurchaseOrderEditor} from './purchase-order-editor.ts';
