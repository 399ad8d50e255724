import {ContextRoot, createContext} from '@lit/context';
import type {PortalConnection} from './connection.ts';

/** What a `portal-provider` gives to everything inside it. */
export interface PortalContext {
  /** Speaks to the portal. */
  readonly client: PortalConnection;
  /** Language and formats, BCP 47; undefined follows the page. */
  readonly locale: string | undefined;
  /** Texts by message id that replace the library's own. */
  readonly strings: Readonly<Record<string, string>> | undefined;
}

/** The key is a string of our own namespace, so that two copies of the library on a page share it. */
export const portalContext = createContext<PortalContext | undefined>('partner-portal-widgets/portal');

let root: ContextRoot | undefined;

/** Keeps requests for a portal until a provider that is defined late can answer them. */
export function keepContextRequests(): void {
  if (root) return;
  root = new ContextRoot();
  root.attach(document.documentElement);
}
