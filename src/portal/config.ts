import {PortalConnection} from './connection.ts';
import {resolveEndpoint, type PortalSettings} from './http.ts';

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

const pageClients = new WeakMap<PortalConfiguration, PortalConnection>();

/** The client for the portal of the whole page. */
export function pageClient(configuration: PortalConfiguration): PortalConnection {
  let client = pageClients.get(configuration);
  if (!client) pageClients.set(configuration, (client = new PortalConnection(configuration)));
  return client;
}

const anonymousClients = new Map<string, PortalConnection>();
const inheritingClients = new WeakMap<PortalConnection, Map<string, PortalConnection>>();

/**
 * The client for an element's own `endpoint` attribute; the same for the same endpoint. It takes over how `inherited` signs
 * in only where both are of one origin: a token never goes anywhere else.
 */
export function endpointClient(endpoint: string, inherited: PortalConnection | undefined): PortalConnection {
  const resolved = resolveEndpoint(endpoint);
  if (inherited?.endpoint === resolved) return inherited;
  if (!inherited || origin(inherited.endpoint) !== origin(resolved)) {
    return memo(anonymousClients, resolved, () => new PortalConnection({endpoint: resolved}));
  }
  let clients = inheritingClients.get(inherited);
  if (!clients) inheritingClients.set(inherited, (clients = new Map<string, PortalConnection>()));
  const {getToken, credentials, csrf} = inherited.settings;
  return memo(
    clients,
    resolved,
    () => new PortalConnection({endpoint: resolved, getToken, credentials, csrf}),
  );
}

function memo(
  clients: Map<string, PortalConnection>,
  key: string,
  make: () => PortalConnection,
): PortalConnection {
  let client = clients.get(key);
  if (!client) clients.set(key, (client = make()));
  return client;
}

function origin(endpoint: string): string | undefined {
  return URL.canParse(endpoint) ? new URL(endpoint).origin : undefined;
}
