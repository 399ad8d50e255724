import type {Invitation, InvitationInput, PartnerType} from '../portal/contract/index.ts';
import {PortalError, type PortalErrorKind} from '../portal/errors.ts';
import type {Wait} from '../portal/http.ts';
import {inLanes} from '../portal/lanes.ts';
import {newUuid} from '../portal/uuid.ts';
import {toInput, type InvitationTerms} from './invitation-draft.ts';
import type {InviteList, InviteRow} from './invite-list.ts';

/** The body of an invitation with its `Idempotency-Key`, made before it is first sent. */
export interface Parcel {
  readonly key: string;
  readonly input: InvitationInput;
}

/** The same body keeps its key, so that a portal that has it already does not invite twice; another body gets another key. */
export function parcelOf(input: InvitationInput, last: Parcel | undefined): Parcel {
  return last && JSON.stringify(last.input) === JSON.stringify(input) ? last : {key: newUuid(), input};
}

/** How a list is sent. */
export interface SendOptions {
  readonly forAll: InvitationTerms;
  readonly types: readonly PartnerType[];
  /** Whether a row is to be sent, now that it is its turn. What is not stays as it is. */
  readonly mayBegin: (row: InviteRow) => Promise<boolean>;
  /** Asks the portal once. */
  readonly send: (parcel: Parcel, onWait: (wait: Wait) => void) => Promise<Invitation>;
  readonly onSent: (invitation: Invitation) => void;
  /** Something in the list has changed. */
  readonly onChange: () => void;
  /** Begins nothing more; what has begun is not broken off. */
  readonly signal: AbortSignal;
}

/** Requests at a time. */
const LANES = 4;

/** What one invitation has run into, and all others would run into as well. */
const common: ReadonlySet<PortalErrorKind> = new Set([
  'offline',
  'unreachable',
  'timeout',
  'busy',
  'signed-out',
  'token',
  'forbidden',
]);

/**
 * Sends rows of a list, a few at a time and each with a key of its own. Resolves with what has kept it from going on: then the
 * rows that were not begun stay as they are. Never rejects.
 */
export async function sendRows(
  list: InviteList,
  ids: readonly number[],
  {forAll, types, mayBegin, send, onSent, onChange, signal}: SendOptions,
): Promise<PortalError | undefined> {
  const halt = new AbortController();
  const isOver = AbortSignal.any([signal, halt.signal]);
  let stopped: PortalError | undefined;
  const sendOne = async (id: number): Promise<void> => {
    const row = list.get(id);
    if (!row) return;
    list.update(id, {outcome: {phase: 'sending', isWaiting: false}});
    onChange();
    if (!(await mayBegin(row)) || isOver.aborted) {
      list.update(id, {outcome: row.outcome});
      onChange();
      return;
    }
    const parcel = parcelOf(toInput(row.draft, forAll, types), row.parcel);
    list.update(id, {parcel});
    try {
      const invitation = await send(parcel, () => {
        list.update(id, {outcome: {phase: 'sending', isWaiting: true}});
        onChange();
      });
      list.update(id, {outcome: {phase: 'sent', invitation}});
      onSent(invitation);
    } catch (thrown) {
      const error = PortalError.from(thrown);
      // A key that the portal knows with another body would be refused for ever.
      list.update(id, {
        outcome: {phase: 'failed', error},
        ...(error.kind === 'key-reused' && {parcel: undefined}),
      });
      if (common.has(error.kind)) {
        stopped ??= error;
        halt.abort();
      }
    }
    onChange();
  };
  await inLanes(ids, sendOne, {signal: isOver, lanes: LANES});
  return stopped;
}
