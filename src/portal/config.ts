import {PortalClient} from './client.ts';
import type {PortalSettings} from './http.ts';

/** A portal for the whole page. */
export interface PortalConfiguration extends PortalSettings {
  /** Texts by message id that replace the library's own. */
  strings?: Readonly<Record<string, string>> | undefined;
}

interface Shared {
  configuration: PortalConfiguration | undefined;
  readonly listeners: Set<() => void>;
}

// On the global object, so that the setting reaches the elements of another copy of the library too.
const key = Symbol.for('partner-portal-widgets/configuration');
const holder = globalThis as {[key]?: Shared};

function shared(): Shared {
  return (holder[key] ??= {configuration: undefined, listeners: new Set()});
}

/** Gives every element on the page a portal that has none of its own and none around it. Call it at any time. */
export function configurePortal(configuration: PortalConfiguration | undefined): void {
  const {listeners} = shared();
  shared().configuration = configuration;
  for (const listener of listeners) listener();
}

/** The portal of the whole page, if one was set. */
export function portalConfiguration(): PortalConfiguration | undefined {
  return shared().configuration;
}

/** Calls `listener` when the portal of the page changes, until the function that it returns is called. */
export function onPortalConfigured(listener: () => void): () => void {
  const {listeners} = shared();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const pageClients = new WeakMap<PortalConfiguration, PortalClient>();
const endpointClients = new Map<string, PortalClient>();

/** The client for the portal of the whole page. */
export function pageClient(configuration: PortalConfiguration): PortalClient {
  let client = pageClients.get(configuration);
  if (!client) pageClients.set(configuration, (client = new PortalClient(configuration)));
  return client;
}

/**
 * The client for an element's own `endpoint` attribute. It takes over how `inherited` signs in only where both are of one
 * origin: a token never goes anywhere else.
 */
export function endpointClient(endpoint: string, inherited: PortalClient | undefined): PortalClient {
  const settings: PortalSettings = {endpoint};
  const own = new PortalClient(settings);
  if (inherited?.endpoint === own.endpoint) return inherited;
  if (inherited && origin(inherited.endpoint) === origin(own.endpoint)) {
    const {getToken, credentials, csrf} = inherited.settings;
    Object.assign(settings, {getToken, credentials, csrf});
    return memo(inheritedClients(inherited), own.endpoint, () => new PortalClient(settings));
  }
  return memo(endpointClients, own.endpoint, () => own);
}

const clientsByInherited = new WeakMap<PortalClient, Map<string, PortalClient>>();

function inheritedClients(inherited: PortalClient): Map<string, PortalClient> {
  let clients = clientsByInherited.get(inherited);
  if (!clients) clientsByInherited.set(inherited, (clients = new Map<string, PortalClient>()));
  return clients;
}

function memo(clients: Map<string, PortalClient>, name: string, make: () => PortalClient): PortalClient {
  let client = clients.get(name);
  if (!client) clients.set(name, (client = make()));
  return client;
}

function origin(endpoint: string): string | undefined {
  return URL.canParse(endpoint) ? new URL(endpoint).origin : undefined;
}
