import {html, nothing, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import type {PortalError} from '../../portal/errors.ts';
import {describeError, icon} from '../../ui/states.ts';
import type {Listing} from './document-pages.ts';

/** What the user should know about a list whose rows are shown. */
export function renderNotices(
  {skipped, restarted}: Listing,
  error: PortalError | undefined,
  onRetry: () => void,
): unknown {
  return html`${
    error
      ? renderNotice(
          'danger',
          html`${describeError(error)}
          ${msg('The list may be out of date.', {id: 'document-list.out-of-date'})}`,
          onRetry,
        )
      : nothing
  }
  ${
    restarted
      ? renderNotice(
          'info',
          msg('The list had changed, so it was loaded again.', {id: 'document-list.restarted'}),
        )
      : nothing
  }
  ${skipped > 0 ? renderNotice('warning', describeSkipped(skipped)) : nothing}`;
}

/** The end of a list that goes on: a button for whoever does not scroll, and what became of the last try. */
export function renderMore(
  more: 'waiting' | 'loading' | PortalError,
  onMore: () => void,
  onRetry: () => void,
): TemplateResult {
  if (typeof more === 'object') {
    return html`<div class="end" role="alert">
      ${renderNotice(
        'danger',
        html`${describeError(more)}
        ${msg('No more documents were loaded.', {id: 'document-list.more-failed'})}`,
        onRetry,
      )}
    </div>`;
  }
  const loading = more === 'loading';
  return html`<div class="end">
    <div class="near-end"></div>
    <button type="button" class="button quiet more" part="more" aria-disabled=${loading} @click=${onMore}>
      ${
        loading
          ? msg('Loading…', {id: 'document-list.loading'})
          : msg('Show more', {id: 'document-list.more'})
      }
    </button>
  </div>`;
}

function renderNotice(
  tone: 'info' | 'warning' | 'danger',
  text: unknown,
  onRetry?: () => void,
): TemplateResult {
  return html`<div class="notice ${tone}" part="notice">
    ${icon(tone === 'info' ? 'info' : 'error')}
    <span class="notice-text">${text}</span>
    ${
      onRetry
        ? html`<button type="button" class="button" @click=${onRetry}>
            ${msg('Try again', {id: 'action.try-again'})}
          </button>`
        : nothing
    }
  </div>`;
}

function describeSkipped(skipped: number): string {
  return skipped === 1
    ? msg('1 document could not be read.', {id: 'document-list.skipped-one'})
    : msg(str`${skipped} documents could not be read.`, {id: 'document-list.skipped'});
}
