/** A client of the mock portal and what it asks for, for the tests of this folder. */
import {
  PortalClient,
  PortalError,
  type PortalErrorKind,
  type PortalSettings,
} from '../../src/portal/index.ts';
import {expect, startPortal} from '../support/index.ts';

export const portal = await startPortal();
export const endpoint = '/api/v1';
/** Short pauses: what is tested is their order, not their length. */
export const timing = {backoff: 1};

export function client(settings: Partial<PortalSettings> = {}): PortalClient {
  return new PortalClient({endpoint, getToken: async () => 'demo-customer', timing, ...settings});
}

export async function kindOf(promise: Promise<unknown>): Promise<PortalErrorKind> {
  return (await errorOf(promise)).kind;
}

export async function errorOf(promise: Promise<unknown>): Promise<PortalError> {
  try {
    await promise;
  } catch (error) {
    expect(error).to.be.instanceOf(PortalError);
    return error as PortalError;
  }
  throw new Error('There was no error');
}

export function requestsTo(path: string, method = 'GET') {
  return portal.requests.filter((request) => request.method === method && request.path.endsWith(path));
}

export const order = {lines: [{itemNumber: '', quantity: '1'}], submit: true};

export async function anOrder() {
  const {items} = await client().catalog.items({limit: 200});
  const item = items.find(({variants, availability}) => !variants && availability?.status === 'available');
  if (!item) throw new Error('No plain item');
  const quantity = item.orderQuantity?.min ?? item.orderQuantity?.multipleOf ?? '1';
  return {...order, lines: [{itemNumber: item.itemNumber, quantity}]};
}
