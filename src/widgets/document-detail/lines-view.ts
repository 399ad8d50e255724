import {html, nothing, type TemplateResult} from 'lit';
import {formatCount, pluralForm} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {PortalError} from '../../portal/errors.ts';
import {describeError, icon, retryText} from '../../ui/states.ts';
import type {LineContext} from './line-columns.ts';
import {renderLinesTable, type TableView} from './lines-table.ts';

/** A document's lines as they are shown. */
export interface LinesView extends TableView, LineContext {
  /** How many lines the document has. */
  readonly total: number;
  /** How many of them are here. */
  readonly loaded: number;
  /** Why no more came. */
  readonly error: PortalError | undefined;
  readonly onRetry: () => void;
  /** Whether there are so many lines that one searches them. */
  readonly isSearchable: boolean;
  /** What is searched for. */
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The lines with how many they are, and a search where they are many. */
export function renderLines(view: LinesView): TemplateResult {
  const {total, lines, locale, isSearchable} = view;
  return html`<section class="lines-section" part="lines">
    <div class="lines-head">
      <h3 id="lines-title">${msg('Lines', {id: 'document-detail.lines-title'})}</h3>
      <p class="count" role="status">${describe(view)}</p>
      ${isSearchable ? renderFind(view) : nothing}
    </div>
    ${view.error ? renderFailed(view, view.error) : nothing}
    ${
      lines.length > 0
        ? renderLinesTable(view, view)
        : html`<p class="none">
            ${
              total === 0
                ? msg('There are no lines.', {id: 'document-detail.no-lines'})
                : msg(str`No line fits “${view.text}”.`, {id: 'document-detail.no-match'})
            }
          </p>`
    }
    <p class="print-only">${view.loaded < total ? describePart(view.loaded, total, locale) : nothing}</p>
  </section>`;
}

function describe({text, lines, loaded, total, locale, error}: LinesView): string {
  if (text.trim() !== '') {
    return msg(str`${formatCount(lines.length, locale)} of ${formatCount(total, locale)} lines fit`, {
      id: 'document-detail.lines-fit',
    });
  }
  if (loaded < total && !error) return describePart(loaded, total, locale);
  const count = formatCount(total, locale);
  return pluralForm(total, locale) === 'one'
    ? msg(str`${count} line`, {id: 'document-detail.line-count-one'})
    : msg(str`${count} lines`, {id: 'document-detail.line-count'});
}

function describePart(loaded: number, total: number, locale: string): string {
  return msg(str`${formatCount(loaded, locale)} of ${formatCount(total, locale)} lines loaded`, {
    id: 'document-detail.lines-loaded',
  });
}

function renderFind({text, onText}: LinesView): TemplateResult {
  return html`<div class="find" role="search">
    ${icon('search')}
    <input
      class="input"
      part="find"
      type="search"
      autocomplete="off"
      spellcheck="false"
      aria-label=${msg('Find in the lines', {id: 'document-detail.find'})}
      placeholder=${msg('Find in the lines', {id: 'document-detail.find'})}
      .value=${text}
      @input=${({currentTarget}: Event) => {
        if (currentTarget instanceof HTMLInputElement) onText(currentTarget.value);
      }}
    />
  </div>`;
}

function renderFailed({loaded, total, locale, onRetry}: LinesView, error: PortalError): TemplateResult {
  return html`<div class="notice danger" role="alert" part="notice">
    ${icon('error')}
    <span class="notice-text">${describeError(error)} ${describePart(loaded, total, locale)}.</span>
    <button type="button" class="button" @click=${onRetry}>${retryText(error)}</button>
  </div>`;
}
