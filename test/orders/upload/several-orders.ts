/** Orders of an uploaded file and the portal that they go to, for the tests of sending them. */
import {changeHeader, newDraft, withItem, type Draft} from '../../../src/orders/draft.ts';
import type {UploadOrder} from '../../../src/orders/upload/upload-order.ts';
import {PortalClient} from '../../../src/portal/index.ts';
import {startPortal} from '../../support/index.ts';
import {english} from '../tabs.ts';

/** The portal, as new before each test. */
export const portal = await startPortal();
export const token = 'demo-customer';
export const type = 'purchase-order';
/** Where orders are at the portal. */
export const path = `/documents/${type}`;

/** A client with short waits. */
export function client(
  scenario = 'normal',
  getToken = () => Promise.resolve<string | null>(token),
): PortalClient {
  return new PortalClient({endpoint: `/${scenario}/api/v1`, getToken, timing: {backoff: 20, total: 2000}});
}

/** An item that nothing speaks against. */
function item() {
  const found = portal.data
    .items(token)
    .find(
      ({units, variants, orderQuantity, availability}) =>
        units.length === 1 && !variants?.length && !orderQuantity && availability?.status !== 'unavailable',
    );
  if (!found) throw new Error('No plain item');
  return found;
}

/** An uploaded order of one line. */
export function draft(reference: string, quantity = '3'): Draft {
  const empty = newDraft(english);
  const line = withItem({...(empty.lines[0] as Draft['lines'][number]), quantity}, item());
  return {...changeHeader(empty, {reference}), lines: [line], origin: {kind: 'upload'}};
}

/** Several orders, `o0` with the reference `U-0` and so on. */
export function orders(count: number): UploadOrder[] {
  return Array.from({length: count}, (_, index) => ({id: `o${index}`, draft: draft(`U-${index}`)}));
}
