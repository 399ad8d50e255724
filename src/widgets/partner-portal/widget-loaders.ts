import {OnDemand} from '../../ui/on-demand.ts';

const widgets = {
  'document-summary': new OnDemand(() => import('../document-summary/define.ts')),
  'document-list': new OnDemand(() => import('../document-list/define.ts')),
  'document-detail': new OnDemand(() => import('../document-detail/define.ts')),
  'purchase-order-editor': new OnDemand(() => import('../purchase-order-editor/define.ts')),
  'order-upload': new OnDemand(() => import('../order-upload/define.ts')),
  'company-details': new OnDemand(() => import('../company-details/define.ts')),
  'partner-list': new OnDemand(() => import('../partner-list/define.ts')),
  'partner-invite': new OnDemand(() => import('../partner-invite/define.ts')),
  'help-video': new OnDemand(() => import('../help-video/define.ts')),
};

/** An element that the portal is made of. */
export type WidgetName = keyof typeof widgets;

/** Registers an element. Throws a `PortalError` where it cannot be loaded; the next call tries again. */
export async function loadWidget(name: WidgetName): Promise<void> {
  await widgets[name].load();
}
