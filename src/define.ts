/** Registers every element. */
import './widgets/document-list/define.ts';
import './widgets/order-upload/define.ts';
import './widgets/portal-provider/define.ts';
import './widgets/purchase-order-editor/define.ts';
