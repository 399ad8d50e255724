import {css, html, type TemplateResult} from 'lit';
import {formatDate} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {localToday} from '../../orders/dates.ts';
import type {DocumentSummary} from '../../portal/contract/index.ts';
import {headingOf, renderNone, type CellContext, type Column} from './document-columns.ts';

/** What stands on paper beside the documents. */
export interface Paper extends CellContext {
  readonly title: string;
  readonly columns: readonly Column[];
  /** How many there are, in words. */
  readonly count: string;
  /** What the list is narrowed down to, in words. */
  readonly filters: readonly string[];
  readonly totals: unknown;
}

/** A list as it is printed: every document a row of an ordinary table, whose head each page repeats. */
export function renderPaper(documents: readonly DocumentSummary[], paper: Paper): TemplateResult {
  const {title, columns, count, filters, totals, locale, currency} = paper;
  const context: CellContext = {locale, currency, mayRead: false};
  const today = formatDate(localToday(), locale);
  return html`<h2>${title}</h2>
    <p class="about">
      ${[count, ...filters, msg(str`Printed on ${today}`, {id: 'document-list.printed-on'})].join(' · ')}
    </p>
    <table>
      <thead>
        <tr>
          ${columns.map(
            (column) =>
              html`<th class=${column.isAmount ? 'amount' : ''}>${headingOf(column, currency)}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${documents.map(
          (document) =>
            html`<tr>
              ${columns.map(
                ({cell, isAmount}) =>
                  html`<td class=${isAmount ? 'amount' : ''}>${cell(document, context) || renderNone()}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
    ${totals}`;
}

/** How it looks on paper. */
export const paperStyles = css`
  .about {
    margin-block: 4px 12px;
    color: var(--_text-muted);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    border-block-end: 1px solid var(--_border);
    padding: 4px 8px 4px 0;
    text-align: start;
    vertical-align: top;
    font-variant-numeric: tabular-nums;
  }

  td:not(.amount) {
    overflow-wrap: anywhere;
  }

  th.amount,
  td.amount {
    text-align: end;
    white-space: nowrap;
  }

  .external {
    display: block;
    color: var(--_text-muted);
  }

  .totals {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    justify-content: flex-end;
    margin-block-start: 12px;
  }

  .totals > div {
    display: flex;
    gap: 6px;
  }
`;
