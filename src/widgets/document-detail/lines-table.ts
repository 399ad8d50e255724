import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {activeStrings, msg} from '../../locales/localize.ts';
import type {Line} from '../../portal/contract/index.ts';
import type {Chunk} from '../../ui/chunk-window.ts';
import {lineColumnsOf, type LineColumn, type LineContext} from './line-columns.ts';
import {renderLineItem, type Disclosure} from './line-details.ts';

/** Which lines a table has, and which of them are drawn. */
export interface TableView {
  readonly lines: readonly Line[];
  /** The lines that say which columns there are: all, also while only some are shown. */
  readonly all: readonly Line[];
  /** The portions of the lines; undefined draws all of them, in one. */
  readonly chunks: readonly Chunk[] | undefined;
  /** How lots are opened; undefined shows all. */
  readonly disclosure: Disclosure | undefined;
  /** How many rows there will be when all lines are here. */
  readonly rowCount: number;
}

/**
 * Lines as a table. Its roles are explicit, because a table whose parts are laid out as cards is no table to a browser any more.
 * One that is long scrolls in a box of its own, so that what comes after it is in reach.
 */
export function renderLinesTable(view: TableView, context: LineContext): TemplateResult {
  const {lines, all, chunks, rowCount} = view;
  const columns = lineColumnsOf(all, context);
  const names = ['lines', columns.length > 6 ? 'many' : '', chunks ? 'long' : ''].join(' ');
  const whole: Chunk = {index: 0, from: 0, to: lines.length, isDrawn: true};
  return html`<div
    class=${chunks ? 'lines-box long' : 'lines-box'}
    role=${chunks ? 'region' : nothing}
    aria-labelledby=${chunks ? 'lines-title' : nothing}
    tabindex=${chunks ? 0 : nothing}
  >
    <table
      class=${names}
      role="table"
      aria-labelledby="lines-title"
      aria-rowcount=${chunks ? rowCount + 1 : nothing}
    >
      <thead role="rowgroup">
        <tr role="row" aria-rowindex=${chunks ? 1 : nothing}>
          <th role="columnheader" scope="col" class="col-no">${msg('No.', {id: 'document-detail.no'})}</th>
          <th role="columnheader" scope="col" class="col-item">
            ${msg('Item', {id: 'document-detail.item-number'})}
          </th>
          ${columns.map(
            ({id, label}) =>
              html`<th role="columnheader" scope="col" class="col-${id}">${label(context)}</th>`,
          )}
        </tr>
      </thead>
      ${(chunks ?? [whole]).map((chunk) => renderChunk(chunk, columns, view, context))}
    </table>
  </div>`;
}

/** Rendered once and left alone as long as the same lines are in it: more of them come while one reads. */
function renderChunk(
  {index, from, to, isDrawn}: Chunk,
  columns: readonly LineColumn[],
  view: TableView,
  context: LineContext,
): TemplateResult {
  const {lines, chunks, disclosure} = view;
  const ids = columns.map(({id}) => id).join();
  const body = () =>
    isDrawn
      ? lines.slice(from, to).map((line, place) => {
          return renderRow(line, columns, context, disclosure, chunks ? from + place + 2 : undefined);
        })
      : html`<tr aria-hidden="true">
          <td class="gap" colspan=${columns.length + 2}></td>
        </tr>`;
  const kept = [
    lines[from],
    lines[to - 1],
    to,
    ids,
    isDrawn,
    context.document,
    context.locale,
    activeStrings(),
  ];
  return html`<tbody role="rowgroup" data-chunk=${index}>
    ${guard(kept, body)}
  </tbody>`;
}

function renderRow(
  line: Line,
  columns: readonly LineColumn[],
  context: LineContext,
  disclosure: Disclosure | undefined,
  rowIndex: number | undefined,
): TemplateResult {
  return html`<tr role="row" part="line" aria-rowindex=${rowIndex ?? nothing}>
    <td role="cell" class="col-no">${line.no}</td>
    <th role="rowheader" scope="row" class="col-item">${renderLineItem(line, context, disclosure)}</th>
    ${columns.map(
      ({id, label, cell}) =>
        html`<td role="cell" class="col-${id}" data-label=${label(context)}>${cell(line, context)}</td>`,
    )}
  </tr>`;
}
