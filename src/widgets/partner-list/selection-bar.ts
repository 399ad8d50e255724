import {html, nothing, type TemplateResult} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Batch, BatchProgress} from '../../partners/invitation-work.ts';
import type {InvitationAction} from '../../partners/partner-access.ts';
import {describeError, icon} from '../../ui/states.ts';
import {actionText} from './partner-words.ts';

/** What can be done with what is chosen. */
export interface SelectionOptions {
  /** How many are chosen. */
  readonly count: number;
  /** How many of them each action is possible with; only those that the member has. */
  readonly possible: ReadonlyMap<InvitationAction, number>;
  readonly locale: string;
  readonly onAction: (action: InvitationAction) => void;
  readonly onClear: () => void;
}

/** How far several at once are. */
export interface BatchOptions {
  readonly batch: Batch;
  readonly progress: BatchProgress;
  readonly locale: string;
  readonly onCancel: () => void;
  readonly onRetry: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

/** So many are done before anybody could press a button. */
const QUICK = 10;

/** What can be done with the partners that are chosen. */
export function renderSelection({
  count,
  possible,
  locale,
  onAction,
  onClear,
}: SelectionOptions): TemplateResult {
  const shown = formatCount(count, locale);
  return html`<div
    class="bar"
    part="selection"
    role="group"
    aria-label=${msg('Chosen partners', {id: 'partner-list.selection'})}
  >
    <span class="bar-text">${msg(str`${shown} selected`, {id: 'partner-list.selected'})}</span>
    ${[...possible].map(([action, some]) => {
      const text = actionText(action);
      return some === 0
        ? nothing
        : html`<button type="button" class="button" part="action" @click=${() => onAction(action)}>
            ${
              some === count
                ? text
                : msg(str`${text} (${formatCount(some, locale)} of ${shown})`, {
                    id: 'partner-list.action-some',
                  })
            }
          </button>`;
    })}
    <button type="button" class="button quiet" @click=${onClear}>
      ${msg('Clear selection', {id: 'partner-list.clear-selection'})}
    </button>
  </div>`;
}

/** How far it is, and then what came of it. */
export function renderBatch(options: BatchOptions): TemplateResult {
  const {batch, progress, locale, onCancel, onRetry, onClose} = options;
  const {total, done, failed, dropped, isOver} = progress;
  const settled = done + failed.length;
  // What the user has canceled is not wanted any more.
  const left = batch.canceled ? failed : [...failed, ...dropped];
  return html`<div
    class="bar"
    part="selection"
    role="group"
    tabindex="-1"
    aria-label=${msg('Chosen partners', {id: 'partner-list.selection'})}
  >
    ${isOver ? icon(failed.length > 0 ? 'error' : 'check') : nothing}
    <span class="bar-text">
      ${
        isOver
          ? describeBatch(options)
          : msg(str`${formatCount(settled, locale)} of ${formatCount(total, locale)} done`, {
              id: 'partner-list.progress',
            })
      }
    </span>
    ${
      isOver
        ? nothing
        : html`<progress max=${total} .value=${settled} aria-label=${actionText(batch.action)}></progress>`
    }
    ${
      !isOver && total > QUICK && !batch.canceled
        ? html`<button type="button" class="button" @click=${onCancel}>
            ${msg('Cancel', {id: 'action.cancel'})}
          </button>`
        : nothing
    }
    ${
      isOver && left.length > 0
        ? html`<button type="button" class="button" @click=${() => onRetry(left)}>
            ${msg('Try again', {id: 'action.try-again'})}
          </button>`
        : nothing
    }
    ${
      isOver
        ? html`<button type="button" class="button quiet" @click=${onClose}>
            ${msg('Close', {id: 'action.close'})}
          </button>`
        : nothing
    }
  </div>`;
}

/** What came of several at once. */
export function describeBatch({
  batch,
  progress,
  locale,
}: Pick<BatchOptions, 'batch' | 'progress' | 'locale'>): string {
  const {done, failed, dropped} = progress;
  const count = formatCount(done, locale);
  const sentences = [
    batch.action === 'resend'
      ? msg(str`Sent again: ${count}.`, {id: 'partner-list.batch-resent'})
      : msg(str`Revoked: ${count}.`, {id: 'partner-list.batch-revoked'}),
  ];
  if (failed.length > 0)
    sentences.push(
      msg(str`Failed: ${formatCount(failed.length, locale)}.`, {id: 'partner-list.batch-failed'}),
    );
  if (dropped.length > 0)
    sentences.push(
      msg(str`Not begun: ${formatCount(dropped.length, locale)}.`, {id: 'partner-list.batch-dropped'}),
    );
  if (batch.stoppedBy) sentences.push(describeError(batch.stoppedBy));
  return sentences.join(' ');
}
