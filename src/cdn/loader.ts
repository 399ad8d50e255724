/** Registers only the elements that the page uses, as they appear. */
import type {PortalConfiguration} from '../portal/config.ts';

/** Where each element comes from. */
const elements = new Map<string, () => Promise<unknown>>([
  ['company-details', () => import('../widgets/company-details/define.ts')],
  ['document-detail', () => import('../widgets/document-detail/define.ts')],
  ['document-list', () => import('../widgets/document-list/define.ts')],
  ['document-summary', () => import('../widgets/document-summary/define.ts')],
  ['help-video', () => import('../widgets/help-video/define.ts')],
  ['order-upload', () => import('../widgets/order-upload/define.ts')],
  ['partner-invite', () => import('../widgets/partner-invite/define.ts')],
  ['partner-list', () => import('../widgets/partner-list/define.ts')],
  ['partner-portal', () => import('../widgets/partner-portal/define.ts')],
  ['partner-registration', () => import('../widgets/partner-registration/define.ts')],
  ['portal-provider', () => import('../widgets/portal-provider/define.ts')],
  ['purchase-order-editor', () => import('../widgets/purchase-order-editor/define.ts')],
]);
const selector = [...elements.keys()].join();
const loading = new Map<string, Promise<void>>();
const observer = new MutationObserver((records) => {
  for (const {addedNodes} of records) {
    for (const node of addedNodes) if (node instanceof Element) scan(node);
  }
});

/**
 * Registers the elements used in `root`, now and later. The page itself is watched from the start, and so are the shadow
 * roots of our own elements; call it for a shadow root of your own.
 */
export function discover(root: ParentNode): void {
  observer.observe(root, {childList: true, subtree: true});
  scan(root);
}

/** Gives every element on the page a portal, as the function of this name in the package, which it loads first. */
export async function configurePortal(configuration: PortalConfiguration | undefined): Promise<void> {
  const config = await import('../portal/config.ts');
  config.configurePortal(configuration);
}

function scan(root: ParentNode): void {
  if (root instanceof Element && elements.has(root.localName)) use(root);
  for (const element of root.querySelectorAll(selector)) use(element);
}

function use(element: Element): void {
  if (customElements.get(element.localName)) {
    if (element.shadowRoot) discover(element.shadowRoot);
    return;
  }
  void load(element.localName).then(() => {
    if (element.shadowRoot) discover(element.shadowRoot);
  });
}

function load(tag: string): Promise<void> {
  let pending = loading.get(tag);
  if (!pending) {
    pending = Promise.resolve(elements.get(tag)?.()).then(
      () => undefined,
      () => {
        // The next one to appear tries again.
        loading.delete(tag);
        console.error(`<${tag}> could not be loaded.`);
      },
    );
    loading.set(tag, pending);
  }
  return pending;
}

discover(document);
