import {html, nothing, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import type {PortalError} from '../../portal/errors.ts';
import {describeError, icon} from '../../ui/states.ts';
import type {More, PartnersView} from './partner-pages.ts';

/** The end of a list that goes on: a button for whoever does not scroll, and what became of the last try. */
export function renderEnd(
  more: More,
  {onMore, onRetry}: {onMore: () => void; onRetry: () => void},
): TemplateResult | typeof nothing {
  if (more === 'none') return nothing;
  if (typeof more === 'object') {
    return html`<div class="end" role="alert">
      ${renderNotice(
        'danger',
        `${describeError(more)} ${msg('No more partners were loaded.', {id: 'partner-list.more-failed'})}`,
        onRetry,
      )}
    </div>`;
  }
  const isLoading = more === 'loading';
  return html`<div class="end">
    <button type="button" class="button quiet" part="more" aria-disabled=${isLoading} @click=${onMore}>
      ${
        isLoading
          ? msg('Loading…', {id: 'document-list.loading'})
          : msg('Show more', {id: 'document-list.more'})
      }
    </button>
  </div>`;
}

/** What the user should know about a list whose rows are shown. */
export function renderNotices(
  {error, listing: {restarted, skipped}}: Extract<PartnersView, {phase: 'loaded'}>,
  onRetry: () => void,
): TemplateResult {
  return html`${error ? renderNotice('danger', describeOld(error), onRetry) : nothing}
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

function renderNotice(
  tone: 'info' | 'warning' | 'danger',
  text: string,
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

function describeOld(error: PortalError): string {
  return `${describeError(error)} ${msg('The list may be out of date.', {id: 'document-list.out-of-date'})}`;
}

function describeSkipped(skipped: number): string {
  return skipped === 1
    ? msg('1 partner could not be read.', {id: 'partner-list.skipped-one'})
    : msg(str`${skipped} partners could not be read.`, {id: 'partner-list.skipped'});
}
