import type {PortalConnection} from '../../portal/connection.ts';
import type {Calculation} from '../../portal/contract/orders.ts';
import {calculate} from '../../portal/documents.ts';
import {PortalError} from '../../portal/errors.ts';
import {toOrder, type Order} from '../draft.ts';
import {inLanes} from '../../portal/lanes.ts';
import {fromPortal} from '../portal-problems.ts';
import type {DraftProblem} from '../problems.ts';
import {isCommon} from './common-errors.ts';
import type {UploadOrder} from './upload-order.ts';

/** What the portal says of an order before it is sent, or why it says nothing. */
export type OrderCheck =
  | {
      readonly status: 'checked';
      /** Absent where the member may not see prices. */
      readonly totals?: Calculation['totals'];
      /** Currency of the totals. */
      readonly currency?: Calculation['currency'];
      /** What it would refuse, at the fields of the lines. */
      readonly errors: readonly DraftProblem[];
      /** What it would take all the same. */
      readonly warnings: readonly DraftProblem[];
    }
  | {readonly status: 'failed'; readonly error: PortalError};

/** How orders are checked. */
export interface CheckOptions {
  readonly signal?: AbortSignal | undefined;
  /** Hears of every order that was checked, and how many are. */
  readonly onProgress?: ((done: number, id: string, check: OrderCheck) => void) | undefined;
}

/**
 * Asks the portal what it would say of each order, two at a time; nothing is created. What would keep every order from being
 * checked ends it: the orders that were not reached have no entry. Rejects with a `PortalError` where it is given up.
 */
export async function checkOrders(
  portal: PortalConnection,
  type: string,
  orders: readonly UploadOrder[],
  {signal, onProgress}: CheckOptions = {},
): Promise<ReadonlyMap<string, OrderCheck>> {
  const checks = new Map<string, OrderCheck>();
  const halt = new AbortController();
  const ended = signal ? AbortSignal.any([signal, halt.signal]) : halt.signal;
  await inLanes(
    orders,
    async ({id, draft}) => {
      const check = await checkOne(portal, type, toOrder(draft), signal);
      if (signal?.aborted) return;
      checks.set(id, check);
      if (check.status === 'failed' && isCommon(check.error)) halt.abort();
      onProgress?.(checks.size, id, check);
    },
    {signal: ended},
  );
  if (signal?.aborted) throw new PortalError('aborted');
  return checks;
}

async function checkOne(
  portal: PortalConnection,
  type: string,
  order: Order,
  signal: AbortSignal | undefined,
): Promise<OrderCheck> {
  try {
    const {totals, currency, issues} = await calculate(portal, type, order.body, {signal});
    const placed = (isError: boolean) =>
      fromPortal(
        issues.filter(({severity}) => (severity === 'error') === isError),
        order.lineKeys,
      );
    return {status: 'checked', totals, currency, errors: placed(true), warnings: placed(false)};
  } catch (thrown) {
    return {status: 'failed', error: PortalError.from(thrown)};
  }
}
