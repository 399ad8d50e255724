import {deviceDrafts} from '../../orders/draft-store.ts';
import {toDraftInput} from '../../orders/draft.ts';
import {leftBehind} from '../../orders/upload/send-orders.ts';
import type {DraftInput} from '../../portal/contract/orders.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {OrderEditEvent} from './order-upload.events.ts';
import type {RowsStep} from './rows-step.ts';
import {ownerOf, type UploadContext} from './upload-context.ts';

/** Whether an order of these rows may have arrived already: in a former visit, too. */
export async function isUnsettled(rows: RowsStep, context: UploadContext): Promise<boolean> {
  if (rows.batch?.hasUnsettled) return true;
  const left = await leftBehind({owner: ownerOf(context), store: deviceDrafts});
  return left.some(({draft}) => draft.lines.some(({key}) => rows.sheet.row(key) !== undefined));
}

/**
 * Gives all that is ready away as one order: the page takes it for an editor of its own, or `write` puts it into ours and says
 * whether that has worked. The rows are done then.
 */
export async function giveReady(
  host: PortalElement,
  rows: RowsStep,
  write: (input: DraftInput, lost: readonly string[]) => Promise<boolean>,
): Promise<void> {
  const {sheet} = rows;
  const {draft, lost} = sheet.asOneOrder();
  const keys = sheet.rows.flatMap(({key}) => (sheet.stateOf(key) === 'ready' ? [key] : []));
  if (keys.length === 0) return;
  const input = toDraftInput(draft, {submit: false});
  const isTaken = !host.dispatchEvent(new OrderEditEvent(input));
  if (!isTaken && !(await write(input, lost))) return;
  sheet.take(keys, {kind: 'opened'});
  // At once: a page that has taken it may go on to another one.
  await rows.noteMade();
}
