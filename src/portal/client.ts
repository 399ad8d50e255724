import * as catalog from './catalog.ts';
import {company} from './company.ts';
import {PortalConnection} from './connection.ts';
import type {Company} from './contract/partners.ts';
import type {HelpTopic} from './contract/help.ts';
import * as documents from './documents.ts';
import {help} from './help.ts';
import type {CallOptions} from './http.ts';
import * as invitations from './invitations.ts';
import * as partners from './partners.ts';
import * as templates from './templates.ts';

/** The functions of a module, as methods of one portal. */
type Bound<M> = {
  readonly [K in keyof M]: M[K] extends (portal: PortalConnection, ...rest: infer A) => infer R
    ? (...rest: A) => R
    : never;
};

/**
 * All that can be asked of a portal, for a host's own code. Every method throws a `PortalError` and nothing else.
 *
 * @see openapi.json
 */
export class PortalClient extends PortalConnection {
  /** The documents of all types. */
  readonly documents: Bound<typeof documents> = bind(this, documents);
  /** Items that can be ordered. */
  readonly catalog: Bound<typeof catalog> = bind(this, catalog);
  /** The company's partners. */
  readonly partners: Bound<typeof partners> = bind(this, partners);
  /** Invitations to the portal. */
  readonly invitations: Bound<typeof invitations> = bind(this, invitations);
  /** Files that can be filled in and uploaded as orders. */
  readonly templates: Bound<typeof templates> = bind(this, templates);

  /** The company behind the membership. */
  company(options?: CallOptions): Promise<Company> {
    return company(this, options);
  }

  /** Help on one topic. */
  help(topic: string, options?: CallOptions): Promise<HelpTopic> {
    return help(this, topic, options);
  }
}

function bind<M extends object>(portal: PortalConnection, module: M): Bound<M> {
  const methods = Object.entries(module).map(([name, call]: [string, (...all: unknown[]) => unknown]) => {
    return [name, (...rest: unknown[]) => call(portal, ...rest)];
  });
  return Object.fromEntries(methods) as Bound<M>;
}
