import {html, nothing, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import type {PortalError} from '../../portal/errors.ts';
import {renderMore, renderNotice, type MoreOptions} from '../../ui/list-end.ts';
import {describeError} from '../../ui/states.ts';
import type {More, PartnersView} from './partner-pages.ts';

/** The end of a list that goes on: a button for whoever does not scroll, and what became of the last try. */
export function renderEnd(
  more: More,
  actions: Pick<MoreOptions, 'onMore' | 'onRetry'>,
): TemplateResult | typeof nothing {
  if (more === 'none') return nothing;
  const nothingMore = msg('No more partners were loaded.', {id: 'partner-list.more-failed'});
  return renderMore(more, {nothingMore, ...actions});
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

function describeOld(error: PortalError): string {
  return `${describeError(error)} ${msg('The list may be out of date.', {id: 'document-list.out-of-date'})}`;
}

function describeSkipped(skipped: number): string {
  return skipped === 1
    ? msg('1 partner could not be read.', {id: 'partner-list.skipped-one'})
    : msg(str`${skipped} partners could not be read.`, {id: 'partner-list.skipped'});
}
