import {html, nothing, type TemplateResult} from 'lit';
import {msg} from '../locales/localize.ts';
import type {PortalError} from '../portal/errors.ts';
import {describeError, icon} from './states.ts';

/** What a list says and does at its end. */
export interface MoreOptions {
  /** The sentence that no more of what it lists was loaded. */
  readonly nothingMore: string;
  readonly onMore: () => void;
  readonly onRetry: () => void;
}

/** The end of a list that goes on: a button for whoever does not scroll, and what became of the last try. */
export function renderMore(
  more: 'waiting' | 'loading' | PortalError,
  {nothingMore, onMore, onRetry}: MoreOptions,
): TemplateResult {
  if (typeof more === 'object') {
    return html`<div class="end" role="alert">
      ${renderNotice('danger', html`${describeError(more)} ${nothingMore}`, onRetry)}
    </div>`;
  }
  const loading = more === 'loading';
  return html`<div class="end">
    <button type="button" class="button quiet more" part="more" aria-disabled=${loading} @click=${onMore}>
      ${
        loading
          ? msg('Loading…', {id: 'document-list.loading'})
          : msg('Show more', {id: 'document-list.more'})
      }
    </button>
  </div>`;
}

/** A notice below a list. */
export function renderNotice(
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
