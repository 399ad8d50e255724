export * from './errors.ts';
export {PortalClient, Catalog, Documents, Invitations} from './client.ts';
export type {ChangeOptions, CreateOptions, DocumentQuery, List} from './client.ts';
export type {CallOptions, PortalSettings, Timing, Wait} from './http.ts';
export type {GetToken, TokenRequest} from './session.ts';
export {configurePortal} from './config.ts';
export type {PortalConfiguration} from './config.ts';
