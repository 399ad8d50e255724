import {html, nothing, type TemplateResult} from 'lit';
import {documentTypeName} from '../../locales/labels.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Document} from '../../portal/contract/index.ts';
import {drawing} from '../../ui/drawings.ts';
import {icon} from '../../ui/states.ts';
import {permits, type LoadedDocument} from './loaded-document.ts';
import {renderMarks} from './marks.ts';
import type {PdfPurpose} from './pdf-fetch.ts';

/** What the user can do with a document. */
export interface DocumentActions {
  readonly onEdit: () => void;
  readonly onRepeat: () => void;
  readonly onDiscard: () => void;
  readonly onPdf: (purpose: PdfPurpose) => void;
  readonly onPrint: () => void;
  /** Whether a PDF is being fetched. */
  readonly isFetching: boolean;
  /** Whether it is being printed. */
  readonly isPrinting: boolean;
}

/** One document in words: "Purchase invoice PSI-104233". */
export function documentTitle({type, number}: Pick<Document, 'type' | 'number'>): string {
  const name = documentTypeName(type);
  return number === null ? name : `${name} ${number}`;
}

/** What a document is called, and where it stands. */
export function renderTitle(document: Document): TemplateResult {
  const {type, number, externalReference} = document;
  return html`<div class="titles">
    <h2 id="title" class="heading" part="heading">
      ${documentTypeName(type)} ${number === null ? nothing : html`<bdi class="number">${number}</bdi>`}
    </h2>
    ${
      externalReference
        ? html`<p class="external">
            ${msg('Reference', {id: 'document-detail.reference'})} <bdi>${externalReference}</bdi>
          </p>`
        : nothing
    }
    ${renderMarks(document)}
  </div>`;
}

/** What the portal lets the member do with a document, and printing, which nobody has to allow. */
export function renderActions(loaded: LoadedDocument, actions: DocumentActions): TemplateResult {
  const {isFetching, isPrinting} = actions;
  const canEdit = permits(loaded, 'update');
  return html`<div
    class="actions"
    part="actions"
    role="group"
    aria-label=${msg('Actions', {id: 'document-detail.actions'})}
  >
    ${
      permits(loaded, 'pdf')
        ? html`${renderAction(icon('empty'), msg('Open PDF', {id: 'document-detail.open-pdf'}), {
            onClick: () => actions.onPdf('open'),
            isBusy: isFetching,
          })}
          ${renderAction(drawing('download'), msg('Download PDF', {id: 'document-detail.download-pdf'}), {
            onClick: () => actions.onPdf('download'),
            isBusy: isFetching,
          })}`
        : nothing
    }
    ${renderAction(drawing('print'), msg('Print', {id: 'document-detail.print'}), {onClick: actions.onPrint, isBusy: isPrinting})}
    ${
      permits(loaded, 'discard')
        ? renderAction(drawing('trash'), msg('Discard', {id: 'document-detail.discard'}), {
            onClick: actions.onDiscard,
          })
        : nothing
    }
    ${
      permits(loaded, 'repeat')
        ? renderAction(drawing('repeat'), msg('Repeat', {id: 'document-detail.repeat'}), {
            onClick: actions.onRepeat,
            isPrimary: !canEdit,
          })
        : nothing
    }
    ${
      canEdit
        ? renderAction(icon('draft'), msg('Edit', {id: 'document-detail.edit'}), {
            onClick: actions.onEdit,
            isPrimary: true,
          })
        : nothing
    }
  </div>`;
}

interface ActionOptions {
  readonly onClick: () => void;
  readonly isPrimary?: boolean;
  readonly isBusy?: boolean;
}

function renderAction(
  picture: TemplateResult,
  label: string,
  {onClick, isPrimary, isBusy}: ActionOptions,
): TemplateResult {
  return html`<button
    type="button"
    class=${isPrimary ? 'button primary' : 'button'}
    part="action"
    aria-disabled=${isBusy || nothing}
    @click=${() => isBusy || onClick()}
  >
    ${picture}<span>${label}</span>
  </button>`;
}

/** What to do with goods that go back, and why they do. */
export function renderReturn({returnReason, returnInstructions}: Document): TemplateResult | typeof nothing {
  if (!returnReason && !returnInstructions) return nothing;
  return html`<section class="return" part="return">
    ${
      returnReason
        ? html`<p class="reason">
            ${icon('info')}
            <span>
              <span class="label">${msg('Reason:', {id: 'document-detail.line-reason'})}</span>
              <bdi>${returnReason.label}</bdi>
            </span>
          </p>`
        : nothing
    }
    ${
      returnInstructions
        ? html`<div>
            <h3>${msg('Return instructions', {id: 'document-detail.return-instructions'})}</h3>
            <p class="text"><bdi>${returnInstructions}</bdi></p>
          </div>`
        : nothing
    }
  </section>`;
}

/** What somebody wrote on the document. */
export function renderNote({note}: Document): TemplateResult | typeof nothing {
  if (!note) return nothing;
  return html`<section class="note" part="note">
    <h3>${msg('Note', {id: 'document-detail.note'})}</h3>
    <p class="text"><bdi>${note}</bdi></p>
  </section>`;
}

/** What a new tab says until the PDF is in it. */
export function waitingText(document: Document): string {
  return msg(str`${documentTitle(document)}: the PDF is being made…`, {id: 'document-detail.pdf-tab'});
}
