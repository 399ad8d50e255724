import type {Membership, Partner} from '../../portal/contract/index.ts';
import {list} from '../../portal/partners.ts';
import type {BodyStand} from '../../ui/element-body.ts';

/** How long the portal may take to say whether it knows an address before the invitation goes on without, in ms. */
const PATIENCE = 5_000;

/** Partners that have a text somewhere; none where the member may not look for them. */
export async function findPartners(
  stand: BodyStand<Membership> | undefined,
  q: string,
  life: AbortSignal,
): Promise<readonly Partner[]> {
  if (!stand?.membership.capabilities.partners.includes('read')) return [];
  const signal = AbortSignal.any([life, AbortSignal.timeout(PATIENCE)]);
  return (await list(stand.portal, {q, limit: 50}, {signal})).items;
}
