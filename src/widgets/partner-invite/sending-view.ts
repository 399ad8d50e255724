import {html, nothing, type TemplateResult} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {InviteList} from '../../partners/invite-list.ts';
import type {PortalError} from '../../portal/errors.ts';
import {describeError, icon} from '../../ui/states.ts';

/** Whether a list is being sent, and what has become of it. `ids`: of the rows that were to be sent. */
export type SendingState =
  | {readonly phase: 'editing'}
  | {readonly phase: 'sending'; readonly ids: readonly number[]; readonly halt: AbortController}
  | {
      readonly phase: 'ended';
      readonly ids: readonly number[];
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

/** How far sending is, and what has come of it. */
export function renderSending(
  state: SendingState,
  list: InviteList,
  {locale, onRetry}: {locale: string; onRetry: (ids: readonly number[]) => void},
): TemplateResult {
  return html`${state.phase === 'sending' ? renderBar(state, list) : nothing}
    <div role="status" class="live">
      ${state.phase === 'sending' ? html`<p class="hint">${progressText(state, list, locale)}</p>` : nothing}
    </div>
    ${state.phase === 'ended' ? renderEnd(state, list, {locale, onRetry}) : nothing}`;
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
  {ids, stopped}: Ended,
  list: InviteList,
  {locale, onRetry}: {locale: string; onRetry: (ids: readonly number[]) => void},
): TemplateResult {
  const having = (phase: string) => ids.filter((id) => list.get(id)?.outcome?.phase === phase);
  const sent = having('sent').length;
  const failed = having('failed');
  const isGood = failed.length === 0 && stopped === undefined;
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
      ${stopped instanceof Error ? describeError(stopped) : nothing}
      ${
        stopped === undefined
          ? nothing
          : msg('The others were not begun.', {id: 'partner-invite.end-not-begun'})
      }
    </span>
    ${
      failed.length > 1
        ? html`<button type="button" class="button" @click=${() => onRetry(failed)}>
            ${msg('Try all again', {id: 'partner-invite.retry-all'})}
          </button>`
        : nothing
    }
  </div>`;
}
