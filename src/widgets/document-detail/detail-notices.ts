import {html, nothing, type TemplateResult} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {PortalError} from '../../portal/errors.ts';
import {describeError, icon, retryText} from '../../ui/states.ts';
import type {PdfPurpose, PdfState} from './pdf-fetch.ts';

/** What there is to know about a document that is shown, and about what was asked of it. */
export interface Notices {
  readonly locale: string;
  /** Why it could not be loaded again. */
  readonly error: PortalError | undefined;
  readonly onReload: () => void;
  /** Whether it was not discarded because it had changed. */
  readonly hasChanged: boolean;
  readonly pdf: PdfState;
  readonly onPdf: (purpose: PdfPurpose) => void;
  readonly onDismissPdf: () => void;
  /** How many lines there are of those that are to be printed; undefined where nothing waits for them. */
  readonly printing: {readonly loaded: number; readonly total: number} | undefined;
  readonly onCancelPrint: () => void;
}

/** The notices, in a region that is always there: what comes into it is read out. */
export function renderNotices(notices: Notices): TemplateResult {
  const {error, onReload, hasChanged} = notices;
  return html`<div class="notices" role="status">
    ${
      error
        ? renderNotice(
            'danger',
            html`${describeError(error)}
            ${msg('What you see may be out of date.', {id: 'document-detail.out-of-date'})}`,
            [retryText(error), onReload],
          )
        : nothing
    }
    ${
      hasChanged
        ? renderNotice(
            'warning',
            msg(
              'The draft has been changed by somebody else, so it was not discarded. This is its newest version.',
              {
                id: 'document-detail.changed',
              },
            ),
          )
        : nothing
    }
    ${renderPdf(notices)} ${renderPrinting(notices)}
  </div>`;
}

function renderPdf({pdf, onPdf, onDismissPdf}: Notices): TemplateResult | typeof nothing {
  const cancel: Action = [msg('Cancel', {id: 'action.cancel'}), onDismissPdf];
  switch (pdf.phase) {
    case 'idle':
      return nothing;
    case 'working':
      return renderNotice('info', msg('The PDF is being made…', {id: 'document-detail.pdf-working'}), cancel);
    case 'failed':
      return renderNotice(
        'danger',
        html`${msg('There is no PDF yet.', {id: 'document-detail.pdf-failed'})} ${describeError(pdf.error)}`,
        [retryText(pdf.error), () => onPdf(pdf.purpose)],
        [msg('Close', {id: 'document-detail.close'}), onDismissPdf],
      );
    case 'blocked':
      return renderNotice(
        'info',
        html`${msg('The PDF is ready. Your browser did not open a new tab for it.', {
            id: 'document-detail.pdf-blocked',
          })}
          <a href=${pdf.address} target="_blank"
            >${msg(str`Open ${pdf.name}`, {id: 'document-detail.pdf-link'})}</a
          >`,
        [msg('Close', {id: 'document-detail.close'}), onDismissPdf],
      );
  }
}

function renderPrinting({printing, onCancelPrint, locale}: Notices): TemplateResult | typeof nothing {
  if (!printing) return nothing;
  const [loaded, total] = [formatCount(printing.loaded, locale), formatCount(printing.total, locale)];
  return renderNotice(
    'info',
    msg(str`All lines are being loaded for printing: ${loaded} of ${total}`, {
      id: 'document-detail.print-waits',
    }),
    [msg('Cancel', {id: 'action.cancel'}), onCancelPrint],
  );
}

type Action = readonly [label: string, onClick: () => void];

function renderNotice(
  tone: 'info' | 'warning' | 'danger',
  text: unknown,
  ...actions: readonly Action[]
): TemplateResult {
  return html`<div class="notice ${tone}" part="notice">
    ${icon(tone === 'info' ? 'info' : 'error')}
    <span class="notice-text">${text}</span>
    ${actions.map(
      ([label, onClick]) => html`<button type="button" class="button" @click=${onClick}>${label}</button>`,
    )}
  </div>`;
}
