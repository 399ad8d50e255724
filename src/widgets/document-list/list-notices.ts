import {html, nothing} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import type {PortalError} from '../../portal/errors.ts';
import {describeError} from '../../ui/states.ts';
import type {Listing} from './document-listing.ts';
import {renderNotice} from '../../ui/list-end.ts';

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

function describeSkipped(skipped: number): string {
  return skipped === 1
    ? msg('1 document could not be read.', {id: 'document-list.skipped-one'})
    : msg(str`${skipped} documents could not be read.`, {id: 'document-list.skipped'});
}
