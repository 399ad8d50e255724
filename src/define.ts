/** Registers every element. */
import './widgets/company-details/define.ts';
import './widgets/document-detail/define.ts';
import './widgets/document-list/define.ts';
import './widgets/document-summary/define.ts';
import './widgets/help-video/define.ts';
import './widgets/order-upload/define.ts';
import './widgets/partner-invite/define.ts';
import './widgets/partner-list/define.ts';
import './widgets/partner-portal/define.ts';
import './widgets/partner-registration/define.ts';
import './widgets/portal-provider/define.ts';
import './widgets/purchase-order-editor/define.ts';
