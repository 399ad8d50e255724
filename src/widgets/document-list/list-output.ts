import {css, html, nothing, type LitElement, type TemplateResult} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {activeTranslation, msg, str, useTranslation} from '../../locales/localize.ts';
import {localToday} from '../../orders/dates.ts';
import {CSV_START} from '../../orders/files/csv-writer.ts';
import type {DocumentSummary} from '../../portal/contract/index.ts';
import {drawing} from '../../ui/drawings.ts';
import {printPage} from '../../ui/print-page.ts';
import {saveFile} from '../../ui/save-file.ts';
import {describeError, icon} from '../../ui/states.ts';
import {hostStyles} from '../../ui/styles.ts';
import {AllDocuments, type AllOf, type Progress} from './all-documents.ts';
import {csvColumns, csvHead, csvRows} from './list-csv.ts';
import {paperStyles} from './list-paper.ts';

/** What is exported and printed. */
export interface Output extends AllOf {
  /** What the list is called. */
  readonly title: string;
  readonly locale: string;
  readonly prices: boolean;
  /** How many documents fit, where that is known. */
  readonly count: number | undefined;
  /** The documents as they are printed; `skipped`: how many are missing because they could not be read. */
  readonly paper: (documents: readonly DocumentSummary[], skipped: number) => TemplateResult;
}

/** More than that nobody prints. */
const MOST_PRINTED = 5000;

/** Takes all documents that fit out of a list: into a file, or onto paper. */
export class ListOutput {
  readonly #host: LitElement;
  readonly #all: AllDocuments;
  #kind: 'csv' | 'print' = 'csv';
  #isTooLong = false;
  /** What was asked for last. */
  #asked: AllOf | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#all = new AllDocuments(host);
  }

  /** What the panel shows. */
  render(output: Output): TemplateResult {
    const {locale, count, prices} = output;
    const {progress} = this.#all;
    const known = count === undefined ? '' : formatCount(count, locale);
    const columns = csvColumns({prices});
    const translation = activeTranslation();
    return html`<div class="panel-content output" data-id="output">
      <p class="hint">
        ${
          known === ''
            ? msg('All documents that fit the search and the filter.', {id: 'document-list.output-all'})
            : msg(str`All ${known} documents that fit the search and the filter.`, {
                id: 'document-list.output-count',
              })
        }
      </p>
      <div class="output-actions">
        <button
          type="button"
          class="button"
          aria-disabled=${progress.phase === 'running'}
          @click=${() => this.#exportCsv(output, columns)}
        >
          ${drawing('download')}${msg('Save as CSV', {id: 'document-list.export'})}
        </button>
        <button
          type="button"
          class="button"
          aria-disabled=${progress.phase === 'running'}
          @click=${() => this.#print(output, () => useTranslation(translation))}
        >
          ${drawing('print')}${msg('Print', {id: 'document-list.print'})}
        </button>
      </div>
      ${progress.phase === 'running' ? this.#renderProgress(progress, locale) : nothing}
      <div aria-live="polite">
        ${this.#asked?.query === output.query ? this.#renderOutcome(locale) : nothing}
      </div>
    </div>`;
  }

  /** Ends what is under way. */
  cancel(): void {
    this.#isTooLong = false;
    this.#all.cancel();
  }

  #renderProgress({done, total}: Extract<Progress, {phase: 'running'}>, locale: string): TemplateResult {
    const read = formatCount(done, locale);
    return html`<div class="output-progress">
      <progress
        max=${total ?? nothing}
        value=${total === undefined ? nothing : done}
        aria-label=${msg('Documents read', {id: 'document-list.output-progress'})}
      ></progress>
      <span>
        ${
          total === undefined
            ? read
            : msg(str`${read} of ${formatCount(total, locale)}`, {id: 'document-list.output-of'})
        }
      </span>
      <button type="button" class="button" @click=${() => this.#all.cancel()}>
        ${msg('Cancel', {id: 'action.cancel'})}
      </button>
    </div>`;
  }

  #renderOutcome(locale: string): unknown {
    const {progress} = this.#all;
    if (this.#isTooLong) {
      const most = formatCount(MOST_PRINTED, locale);
      return html`<p class="field-error">
        ${icon('error')}${msg(
          str`More than ${most} documents are not printed. Narrow the list down, or save it as CSV.`,
          {id: 'document-list.print-too-long'},
        )}
      </p>`;
    }
    if (progress.phase === 'idle' || progress.phase === 'running') return nothing;
    const done = formatCount(progress.done, locale);
    switch (progress.phase) {
      case 'failed':
        return html`<p class="field-error">
          ${icon('error')}<span
            >${describeError(progress.error)}
            ${msg(str`Nothing was saved; ${done} documents had been read.`, {
              id: 'document-list.output-failed',
            })}</span
          >
        </p>`;
      case 'done':
        return html`<p class="output-done">
          ${icon('check')}<span
            >${
              this.#kind === 'csv'
                ? msg(str`${done} documents were saved.`, {id: 'document-list.exported'})
                : msg(str`${done} documents were given to the printer.`, {id: 'document-list.printed'})
            }
            ${
              progress.skipped > 0
                ? msg(str`${progress.skipped} could not be read and are missing.`, {
                    id: 'document-list.output-skipped',
                  })
                : nothing
            }</span
          >
        </p>`;
    }
  }

  async #exportCsv(output: Output, columns: ReturnType<typeof csvColumns>): Promise<void> {
    if (this.#all.progress.phase === 'running') return;
    this.#begin('csv', output);
    const head = CSV_START + csvHead(columns, output.locale);
    // Page by page into a blob: what has been read is text no more, and the browser may keep it on disk.
    let file = new Blob([head]);
    const isComplete = await this.#all.read(output, {
      take: (documents) => (file = new Blob([file, csvRows(documents, columns, output.locale)])),
      restart: () => (file = new Blob([head])),
    });
    if (!isComplete) return;
    const name = `${output.title} ${localToday()}.csv`.replaceAll(/[\\/:*?"<>|]/g, '-');
    saveFile(new Blob([file], {type: 'text/csv;charset=utf-8'}), name);
  }

  async #print(output: Output, useTexts: () => void): Promise<void> {
    if (this.#all.progress.phase === 'running') return;
    this.#begin('print', output);
    if (output.count !== undefined && output.count > MOST_PRINTED) {
      this.#tooLong();
      return;
    }
    const documents: DocumentSummary[] = [];
    const isComplete = await this.#all.read(output, {
      take: (some) => {
        documents.push(...some);
        if (documents.length > MOST_PRINTED) this.#tooLong();
      },
      restart: () => (documents.length = 0),
    });
    if (!isComplete) return;
    const {progress} = this.#all;
    // In the words of the list, whatever has been drawn while it was read.
    useTexts();
    await printPage({
      title: output.title,
      content: output.paper(documents, progress.phase === 'done' ? progress.skipped : 0),
      styles: [hostStyles, paperStyles],
      lang: output.locale,
      dir: getComputedStyle(this.#host).direction === 'rtl' ? 'rtl' : 'ltr',
    });
  }

  #begin(kind: 'csv' | 'print', asked: AllOf): void {
    this.#kind = kind;
    this.#asked = asked;
    this.cancel();
  }

  #tooLong(): void {
    this.#all.cancel();
    this.#isTooLong = true;
    this.#host.requestUpdate();
  }
}

/** How the panel looks. */
export const outputStyles = css`
  .output-actions,
  .output-progress {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }

  .output-progress > progress {
    flex: 1 1 6em;
    accent-color: var(--_accent);
  }

  .output-progress > span {
    font-variant-numeric: tabular-nums;
  }

  /* Until there is something to say. */
  .output > :empty {
    margin-block-start: -16px;
  }

  .output-done {
    display: flex;
    gap: 6px;
    align-items: baseline;
  }

  .output-done > .icon {
    color: var(--_success);
  }
`;
