import {html, nothing, type TemplateResult} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {InviteList, RowStand} from '../../partners/invite-list.ts';
import type {PortalError} from '../../portal/errors.ts';
import {describeError, icon} from '../../ui/states.ts';

/** Whether a list is being sent, and what has become of it. `ids`: of the rows that were to be sent. */
export type SendingState =
  | {readonly phase: 'editing'}
  | {readonly phase: 'sending'; readonly ids: readonly number[]; readonly halt: AbortController}
  | {
      readonly phase: 'ended';
      readonly ids: readonly number[];
      /** Who turned out to be known when it was their turn. */
      readonly leftOut: number;
      /** What has kept rows from being begun. */
      readonly stopped: PortalError | 'canceled' | undefined;
    };

/** From so many people on, how far it is is shown. */
const MANY = 10;

/** Whether it is known what has become of a row. */
export function hasEnded(list: InviteList, id: number): boolean {
  const phase = list.get(id)?.outcome?.phase;
  return phase === 'sent' || phase === 'failed';
}

/** What has come of rows that were to be sent. */
export function endOf(
  list: InviteList,
  ids: readonly number[],
  stands: ReadonlyMap<number, RowStand>,
  stopped: PortalError | undefined,
): SendingState {
  const leftOut = ids.filter((id) => stands.get(id)?.phase === 'known').length;
  const isWhole = ids.filter((id) => hasEnded(list, id)).length + leftOut === ids.length;
  return {phase: 'ended', ids, leftOut, stopped: stopped ?? (isWhole ? undefined : 'canceled')};
}

/** What the first of them has run into that could not be sent. */
export function firstError(list: InviteList, ids: readonly number[]): PortalError | undefined {
  const outcomes = ids.map((id) => list.get(id)?.outcome);
  return outcomes.find((outcome) => outcome?.phase === 'failed')?.error;
}

/** What the button says that sends so many invitations. */
export function sendLabel(count: number, locale: string): string {
  if (count === 0) return msg('Invite', {id: 'partner-invite.invite'});
  if (count === 1) return msg('Invite 1 person', {id: 'partner-invite.invite-one'});
  return msg(str`Invite ${formatCount(count, locale)} people`, {id: 'partner-invite.invite-many'});
}

/** How sending is shown. */
export interface SendingOptions {
  readonly locale: string;
  /** All rows that could not be sent, also those of an earlier time. */
  readonly failed: readonly number[];
  readonly onRetry: (ids: readonly number[]) => void;
}

/** How far sending is, and what has come of it. */
export function renderSending(
  state: SendingState,
  list: InviteList,
  options: SendingOptions,
): TemplateResult {
  const {locale} = options;
  return html`${state.phase === 'sending' ? renderBar(state, list) : nothing}
    <div role="status" class="live">
      ${state.phase === 'sending' ? html`<p class="hint">${progressText(state, list, locale)}</p>` : nothing}
    </div>
    ${state.phase === 'ended' ? renderEnd(state, list, options) : nothing}`;
}

type Sending = Extract<SendingState, {phase: 'sending'}>;
type Ended = Extract<SendingState, {phase: 'ended'}>;

function renderBar({ids}: Sending, list: InviteList): unknown {
  if (ids.length <= MANY) return nothing;
  return html`<progress
    aria-label=${msg('Invitations sent', {id: 'partner-invite.progress-label'})}
    max=${ids.length}
    .value=${ids.filter((id) => hasEnded(list, id)).length}
  ></progress>`;
}

function progressText({ids, halt}: Sending, list: InviteList, locale: string): string {
  if (halt.signal.aborted) return msg('Stopping…', {id: 'partner-invite.stopping'});
  if (ids.length <= MANY) return msg('Inviting…', {id: 'partner-invite.inviting'});
  const done = formatCount(ids.filter((id) => hasEnded(list, id)).length, locale);
  return msg(str`${done} of ${formatCount(ids.length, locale)}`, {id: 'partner-invite.progress'});
}

/** What has become of the people who were invited last. */
function renderEnd(
  {ids, leftOut, stopped}: Ended,
  list: InviteList,
  {locale, failed: allFailed, onRetry}: SendingOptions,
): TemplateResult {
  const having = (phase: string) => ids.filter((id) => list.get(id)?.outcome?.phase === phase);
  const sent = having('sent').length;
  const failed = having('failed');
  const isGood = failed.length + leftOut === 0 && stopped === undefined;
  return html`<div class="notice ${isGood ? '' : 'danger'}" part="sent" id="end" tabindex="-1">
    ${icon(isGood ? 'check' : 'error')}<span>
      ${
        sent === 0
          ? nothing
          : sent === 1
            ? msg('1 person has been invited.', {id: 'partner-invite.end-one'})
            : msg(str`${formatCount(sent, locale)} people have been invited.`, {id: 'partner-invite.end'})
      }
      ${
        failed.length > 0
          ? msg(str`Not invited: ${formatCount(failed.length, locale)}; the list says why.`, {
              id: 'partner-invite.end-failed',
            })
          : nothing
      }
      ${
        leftOut > 0
          ? html`${msg(str`Known to the portal already: ${formatCount(leftOut, locale)}.`, {
              id: 'partner-invite.count-known',
            })}
            ${msg('They are left out.', {id: 'partner-invite.left-out'})}`
          : nothing
      }
      ${stopped instanceof Error ? describeError(stopped) : nothing}
      ${
        stopped === undefined
          ? nothing
          : msg('The others were not begun.', {id: 'partner-invite.end-not-begun'})
      }
    </span>
    ${
      allFailed.length > 1
        ? html`<button type="button" class="button" @click=${() => onRetry(allFailed)}>
            ${msg('Try all again', {id: 'partner-invite.retry-all'})}
          </button>`
        : nothing
    }
  </div>`;
}
