import {html, nothing, type TemplateResult} from 'lit';
import {formatCount, formatDecimal} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Template} from '../../portal/contract/templates.ts';
import type {PortalError} from '../../portal/errors.ts';
import {drawing} from '../../ui/drawings.ts';
import {describeError, icon, retryText} from '../../ui/states.ts';
import type {FileDrop} from './file-drop.ts';
import {formatsOf, type TemplateDownloads, type TemplateFormat} from './template-downloads.ts';
import type {UploadContext} from './upload-context.ts';

/** The page before a file is there. */
export interface StartView {
  readonly context: UploadContext;
  /** Undefined while they are being asked for. */
  readonly templates: readonly Template[] | undefined;
  /** Why the portal's templates are not known. */
  readonly error: PortalError | undefined;
  readonly onRetry: () => void;
  readonly downloads: TemplateDownloads;
  readonly drop: FileDrop;
  /** What reads the file is on its way. */
  readonly isLoading: boolean;
  /** What has become of the last file. */
  readonly news: unknown;
}

/** A template to download, and where the file goes that it has become. */
export function renderStart(view: StartView): TemplateResult {
  return html`<section class="start" aria-labelledby="title">
    <h2 id="title" tabindex="-1">${msg('Orders from a file', {id: 'order-upload.title'})}</h2>
    <div class="news" role="status">${view.news}</div>
    <div class="steps">
      <section class="step" part="templates" aria-labelledby="templates-title">
        <h3 id="templates-title">${msg('1. Download the template', {id: 'order-upload.download-title'})}</h3>
        <p class="hint">
          ${msg(
            'Fill it in with Excel or another spreadsheet: a row for each order line. Rows with different references become different orders.',
            {id: 'order-upload.download-hint'},
          )}
        </p>
        ${renderTemplates(view)}
      </section>
      <section class="step" aria-labelledby="file-title">
        <h3 id="file-title">${msg('2. Upload the file', {id: 'order-upload.file-title'})}</h3>
        ${renderDrop(view)}
      </section>
    </div>
  </section>`;
}

/** Takes the room that the start will take. */
export function renderStartSkeleton(): TemplateResult {
  return html`<div class="start" role="status">
    <span class="visually-hidden">${msg('Loading…', {id: 'order-upload.loading'})}</span>
    <div class="skeleton title-skeleton"></div>
    <div class="steps">
      <div class="skeleton step-skeleton"></div>
      <div class="skeleton step-skeleton"></div>
    </div>
  </div>`;
}

function renderTemplates(view: StartView): TemplateResult {
  const {templates, error, downloads} = view;
  return html`${
      templates || error
        ? (templates?.length ? templates : [undefined]).map((template) => renderTemplate(view, template))
        : html`<div class="skeleton template-skeleton"></div>`
    }
    <div class="news" role="status">
      ${
        error
          ? renderTrouble(
              msg('The portal’s own templates could not be loaded.', {id: 'order-upload.templates-failed'}),
              error,
              view.onRetry,
            )
          : nothing
      }
      ${
        downloads.error
          ? renderTrouble(
              msg('The template could not be downloaded.', {id: 'order-upload.download-failed'}),
              downloads.error,
            )
          : nothing
      }
    </div>`;
}

function renderTemplate({context, downloads}: StartView, template: Template | undefined): TemplateResult {
  const name = template?.label ?? msg('Orders', {id: 'order-upload.default-template'});
  return html`<div class="template" part="template" role="group" aria-label=${name}>
    <bdi class="template-name">${name}</bdi>
    <div class="buttons">
      ${formatsOf(template).map(
        (format) =>
          html`<button
            type="button"
            class="button"
            aria-disabled=${downloads.isBusy || nothing}
            @click=${() => void downloads.download(context, template, format)}
          >
            ${drawing('download')} ${formatLabel(format)}
          </button>`,
      )}
    </div>
  </div>`;
}

function formatLabel(format: TemplateFormat): string {
  return format === 'xlsx'
    ? msg('Excel (.xlsx)', {id: 'order-upload.format-xlsx'})
    : msg('CSV (.csv)', {id: 'order-upload.format-csv'});
}

function renderDrop({context, drop, isLoading}: StartView): TemplateResult {
  const {locale, limits} = context;
  const size = formatDecimal(String(Math.floor(limits.bytes / 100_000) / 10), locale);
  const rows = formatCount(limits.rows, locale);
  return html`<div class="drop ${drop.isOver ? 'over' : ''}" part="drop" aria-busy=${isLoading}>
    ${icon('arrow')}
    <label class="button primary choose" part="choose">
      <input
        type="file"
        class="visually-hidden"
        id="file"
        accept=".csv,.tsv,.txt,.xlsx,.xlsm"
        aria-describedby="file-hint"
        @change=${({target}: Event) => drop.takeFrom(target as HTMLInputElement)}
      />
      ${isLoading ? icon('pending') : nothing} ${msg('Choose a file', {id: 'order-upload.choose'})}
    </label>
    <p>
      ${msg('or drop it here, or paste it: a file, or cells of a spreadsheet', {id: 'order-upload.drop'})}
    </p>
    <p class="hint" id="file-hint">
      ${msg(str`Excel (.xlsx) or CSV, up to ${size} MB and ${rows} rows.`, {id: 'order-upload.limits'})}
      ${msg('Nothing is sent before you have checked it.', {id: 'order-upload.private'})}
    </p>
  </div>`;
}

function renderTrouble(what: string, error: PortalError, retry?: () => void): TemplateResult {
  return html`<div class="notice danger" part="error">
    ${icon('error')}
    <span>${what} ${describeError(error)}</span>
    ${retry ? html`<button type="button" class="button" @click=${retry}>${retryText(error)}</button>` : nothing}
  </div>`;
}
