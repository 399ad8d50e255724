import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {UploadField} from '../../orders/upload/template-fields.ts';
import {textOf, type UploadRow} from '../../orders/upload/upload-row.ts';
import {renderMarks} from './row-marks.ts';
import {cellId, columnLabel, isEditable} from './row-columns.ts';
import {PAGE, type RowsGrid} from './rows-grid.ts';
import {choicesOf, renderInput, renderSelect, rowTitle} from './rows-view.ts';

const fields = [
  'item',
  'variant',
  'quantity',
  'unit',
  'requestedDate',
  'reference',
  'note',
] as const satisfies readonly UploadField[];

/** The rows below each other, as fieldsets, a page at a time. */
export function renderStack(grid: RowsGrid, locale: string): TemplateResult {
  const {rows} = grid;
  const start = Math.min(grid.page, Math.floor(Math.max(rows.length - 1, 0) / PAGE) * PAGE);
  return html`${renderPages(grid, start, locale)}
    <div
      class="stack"
      part="rows"
      @focusin=${grid.handleInStack}
      @focusout=${grid.handleInStack}
      @keydown=${grid.handleInStack}
    >
      ${repeat(
        rows.slice(start, start + PAGE),
        ({key}) => key,
        (row) => renderRow(grid, row, locale),
      )}
    </div>`;
}

function renderPages(grid: RowsGrid, start: number, locale: string): TemplateResult | typeof nothing {
  const {length} = grid.rows;
  if (length <= PAGE) return nothing;
  const [from, to, all] = [start + 1, Math.min(start + PAGE, length), length].map((each) =>
    formatCount(each, locale),
  );
  const button = (label: string, target: number) => {
    const isOpen = target >= 0 && target < length;
    return html`<button
      type="button"
      class="button"
      aria-disabled=${isOpen ? nothing : 'true'}
      @click=${() => isOpen && grid.turnTo(target)}
    >
      ${label}
    </button>`;
  };
  return html`<nav class="stack-pages" aria-label=${msg('Rows of the file', {id: 'order-upload.rows'})}>
    ${button(msg('Back', {id: 'order-upload.rows-back'}), start - PAGE)}
    <span role="status">
      ${msg(str`Rows ${from ?? ''} to ${to ?? ''} of ${all ?? ''}`, {id: 'order-upload.rows-shown'})}
    </span>
    ${button(msg('Next', {id: 'order-upload.rows-next'}), start + PAGE)}
  </nav>`;
}

function renderRow(grid: RowsGrid, row: UploadRow, locale: string): TemplateResult {
  const {sheet} = grid;
  const {key} = row;
  const marks = grid.marksOf(key);
  const state = sheet.stateOf(key);
  const isGone = state === 'taken' || state === 'merged';
  return html`<fieldset class="stacked ${state}" part="row" data-key=${key} ?disabled=${isGone}>
    <legend class="stacked-legend">${rowTitle(row)}</legend>
    ${row.line.item ? html`<p class="wide hint"><bdi>${row.line.item.description}</bdi></p>` : nothing}
    ${fields.map((field) => renderField(grid, row, field))}
    ${marks ? html`<div class="wide marks-list" id="marks-${key}">${renderMarks(marks, row.line, locale)}</div>` : nothing}
    ${
      isGone
        ? nothing
        : html`<button type="button" class="link wide" @click=${() => grid.leaveOut(key)}>
            ${
              state === 'left-out'
                ? msg('Put row back', {id: 'order-upload.put-back'})
                : msg('Leave row out', {id: 'order-upload.leave-out'})
            }
          </button>`
    }
  </fieldset>`;
}

function renderField(grid: RowsGrid, row: UploadRow, field: UploadField): TemplateResult | typeof nothing {
  if (!isEditable(field, row) || grid.isLocked(row.key)) return nothing;
  const {key} = row;
  const id = cellId(field, key);
  const marks = grid.marksOf(key);
  const isWrong = marks?.problems.some((problem) => problem.field === field) ?? false;
  const choices = choicesOf(row, field);
  const edit = grid.edit?.key === key && grid.edit.column === field ? grid.edit : undefined;
  const describedBy = marks ? `marks-${key}` : undefined;
  const view = {grid, key, column: field, className: 'input', isWrong, describedBy};
  return html`<div class="field ${field === 'item' || field === 'note' ? 'wide' : ''}" part="field">
    <label class="label" for=${id}>${columnLabel(field)}</label>
    ${choices ? renderSelect(view, choices) : renderInput(view, edit?.text ?? textOf(row, field))}
  </div>`;
}
