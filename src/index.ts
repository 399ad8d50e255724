/** Classes, events, client and types. Registers nothing and touches no page, so that a server can import it. */
export * from './portal/index.ts';
export type * from './portal/contract/index.ts';
export {PortalElement} from './ui/portal-element.ts';
export {PortalErrorEvent, SessionExpiredEvent} from './ui/events.ts';
export {PortalProvider} from './widgets/portal-provider/portal-provider.ts';
export {version} from './ui/version.ts';
