/** Where the portal is, and when it can be spoken to. */
export interface PortalPlace {
  endpoint: string;
  /** The mock portal in the page takes a moment to start; any other is there already. */
  ready: Promise<Mailbox | undefined>;
}

/** The e-mails that a mock portal in the page has sent. They reach nobody: the page shows their links itself. */
export interface Mailbox {
  readonly outbox: readonly {readonly to: string; readonly link?: string}[];
}

/**
 * The portal, as the server wrote it into the page.
 *
 * Not from the address bar: `?endpoint=` would let anybody who sends a link choose who gets this user's token.
 */
export function findPortal(): PortalPlace {
  const endpoint = document.querySelector<HTMLMetaElement>('meta[name="portal-endpoint"]')?.content;
  if (!endpoint) throw new Error('The page names no portal: <meta name="portal-endpoint"> is missing.');
  if (endpoint !== 'embedded') return {endpoint, ready: Promise.resolve(undefined)};
  return {
    endpoint: '/api/v1',
    ready: import('./embedded-portal.ts').then(({startEmbeddedPortal}) => startEmbeddedPortal()),
  };
}
