import type {PortalConnection} from './connection.ts';
import {Company} from './contract/partners.ts';
import type {CallOptions} from './http.ts';

/** The company behind the membership. */
export function company(portal: PortalConnection, options?: CallOptions): Promise<Company> {
  return portal.http.json(Company, 'company', options);
}
