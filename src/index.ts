/** Classes, events, client and types. Registers nothing and touches no page, so that a server can import it. */
export * from './portal/index.ts';
export type * from './portal/contract/index.ts';
export {forgetDrafts} from './orders/forget-drafts.ts';
export {PortalElement} from './ui/portal-element.ts';
export type {DocumentFilter} from './ui/events.ts';
export {DocumentOpenEvent, PortalErrorEvent, SessionExpiredEvent} from './ui/events.ts';
export {CompanyDetails} from './widgets/company-details/company-details.ts';
export {DocumentDetail} from './widgets/document-detail/document-detail.ts';
export {
  DocumentDiscardedEvent,
  DocumentEditEvent,
  DocumentRepeatEvent,
} from './widgets/document-detail/document-detail.events.ts';
export {DocumentList} from './widgets/document-list/document-list.ts';
export {DocumentSummaryElement} from './widgets/document-summary/document-summary.ts';
export {HelpVideo} from './widgets/help-video/help-video.ts';
export {OrderUpload} from './widgets/order-upload/order-upload.ts';
export {OrderEditEvent} from './widgets/order-upload/order-upload.events.ts';
export {PartnerInvite} from './widgets/partner-invite/partner-invite.ts';
export {PartnerInvitedEvent} from './widgets/partner-invite/partner-invite.events.ts';
export {PartnerList} from './widgets/partner-list/partner-list.ts';
export {InvitationChangedEvent} from './widgets/partner-list/partner-list.events.ts';
export {PartnerPortal} from './widgets/partner-portal/partner-portal.ts';
export {
  MembershipChangedEvent,
  PlaceChangedEvent,
  SignOutEvent,
} from './widgets/partner-portal/partner-portal.events.ts';
export {PartnerRegistration} from './widgets/partner-registration/partner-registration.ts';
export {InvitationAcceptedEvent} from './widgets/partner-registration/partner-registration.events.ts';
export {PurchaseOrderEditor} from './widgets/purchase-order-editor/purchase-order-editor.ts';
export {
  DraftSavedEvent,
  OrderCreatedEvent,
  OrderSubmitEvent,
} from './widgets/purchase-order-editor/purchase-order-editor.events.ts';
export {PortalProvider} from './widgets/portal-provider/portal-provider.ts';
export {version} from './ui/version.ts';
