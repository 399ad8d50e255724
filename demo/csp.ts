/** How the demo page runs. */
export interface PolicyOptions {
  /** The portal's base URL on another origin, or `embedded`. */
  endpoint: string;
}

/**
 * The content security policy that the demo page is sent with. It is as strict as one can be; the widgets need nothing more
 * from a page than `trusted-types lit-html`.
 */
export function contentSecurityPolicy({endpoint}: PolicyOptions): string {
  const embedded = endpoint === 'embedded';
  // The videos of the help and their posters are the portal's.
  const portal = embedded ? '' : ` ${new URL(endpoint).origin}`;
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    // With the slash at its end a path stands for all below it.
    `connect-src ${embedded ? `'self'` : `${endpoint}/`}`,
    `img-src 'self' data: blob:${portal}`,
    `media-src 'self'${portal}`,
    `require-trusted-types-for 'script'`,
    // The page itself registers the worker of the embedded portal, by a default policy for that one address.
    `trusted-types lit-html${embedded ? ' default' : ''}`,
  ].join('; ');
}

/** Writes the endpoint into the page, as a company's server would. */
export function withEndpoint(html: string, endpoint: string): string {
  const written = endpoint.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return html.replace('content="embedded"', () => `content="${written}"`);
}
