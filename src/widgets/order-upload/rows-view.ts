import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import {formatDate, formatDecimal, separators} from '../../locales/formats.ts';
import {activeStrings, msg, str} from '../../locales/localize.ts';
import {parseQuantity} from '../../orders/decimals.ts';
import {isDate} from '../../orders/days.ts';
import type {UploadField} from '../../orders/upload/template-fields.ts';
import {textOf, type UploadRow} from '../../orders/upload/upload-row.ts';
import {unitOf} from '../../orders/units.ts';
import type {DrawnRow} from './row-cell.ts';
import {renderMarks} from './row-marks.ts';
import {cellId, columnLabel, isEditable, ROW_COLUMNS, type RowColumn} from './row-columns.ts';
import type {RowsGrid} from './rows-grid.ts';

/** What a row is drawn from. */
interface RowView {
  readonly grid: RowsGrid;
  readonly locale: string;
  readonly drawn: DrawnRow;
}

/** The rows of a file after the ARIA grid pattern: one tab stop, and only those rows that can be seen. */
export function renderRows(grid: RowsGrid, locale: string): TemplateResult {
  const {handle: on} = grid;
  return html`<div class="grid-scroll" @scroll=${{handleEvent: on, passive: true}}>
    <div
      class="grid"
      role="grid"
      part="rows"
      id="rows"
      aria-label=${msg('Rows of the file', {id: 'order-upload.rows'})}
      aria-rowcount=${grid.rows.length + 1}
      aria-colcount=${ROW_COLUMNS.length}
      @keydown=${on}
      @focusin=${on}
      @focusout=${on}
      @click=${on}
    >
      <div class="grid-probe" aria-hidden="true">
        <div class="cell"></div>
        <div class="marks"></div>
      </div>
      <div role="rowgroup" class="grid-head">
        <div role="row" class="row" aria-rowindex="1">
          ${ROW_COLUMNS.map(
            (column, index) =>
              html`<div
                role="columnheader"
                class="cell heading ${cellClass(column)}"
                aria-colindex=${index + 1}
              >
                ${columnLabel(column)}
              </div>`,
          )}
        </div>
      </div>
      <div role="rowgroup" class="rows">
        ${repeat(
          grid.drawn,
          ({slot}) => slot,
          (drawn) => guarded({grid, locale, drawn}),
        )}
      </div>
    </div>
  </div>`;
}

/** A row is drawn anew when something of it has changed: a key in one row costs one row. */
function guarded(view: RowView): unknown {
  const {grid, locale, drawn} = view;
  const {row, index, top, active, edit} = drawn;
  const {sheet} = grid;
  const {key} = row;
  return guard(
    [
      row,
      index,
      top,
      active,
      edit,
      edit?.text,
      edit && grid.combobox.activeId(cellId('item', key)),
      edit && grid.combobox.isExpanded(cellId('item', key)),
      sheet.stateOf(key),
      sheet.problemsOf(key),
      sheet.warningsOf(key),
      locale,
      activeStrings(),
    ],
    () => renderRow(view),
  );
}

function renderRow(view: RowView): TemplateResult {
  const {grid, locale, drawn} = view;
  const {row, index, top} = drawn;
  const marks = grid.marksOf(row.key);
  return html`<div
    role="row"
    class="row line ${grid.sheet.stateOf(row.key)} ${marks ? 'tall' : ''}"
    part="row"
    data-key=${row.key}
    aria-rowindex=${index + 2}
    .style=${`inset-block-start: ${top}px`}
  >
    ${ROW_COLUMNS.map((column, place) => renderCell(view, column, place + 1))}
    ${
      marks
        ? html`<div class="marks" id="marks-${row.key}">${renderMarks(marks, row.line, locale)}</div>`
        : nothing
    }
  </div>`;
}

function renderCell(view: RowView, column: RowColumn, place: number): TemplateResult {
  const {grid, drawn} = view;
  const {row, active, edit} = drawn;
  const {sheet} = grid;
  const {key} = row;
  const isOpen = edit?.column === column;
  const marks = grid.marksOf(key);
  const isWrong = marks?.problems.some(({field}) => field === column) ?? false;
  const canEdit = !grid.isLocked(key) && isEditable(column, row);
  return html`<div
    role=${column === 'no' ? 'rowheader' : 'gridcell'}
    class="cell ${cellClass(column)} ${canEdit ? 'editable' : ''} ${isOpen ? 'open' : ''}"
    id="cell-${cellId(column, key)}"
    data-column=${column}
    tabindex=${isOpen ? nothing : active === column ? 0 : -1}
    aria-colindex=${place}
    aria-readonly=${canEdit ? nothing : 'true'}
    aria-invalid=${isWrong ? 'true' : nothing}
    aria-busy=${column === 'item' && sheet.stateOf(key) === 'pending' ? 'true' : nothing}
    aria-describedby=${marks ? `marks-${key}` : nothing}
  >
    ${isOpen ? renderEditor(view, edit.column, edit.text) : cellText(row, column, view.locale)}
  </div>`;
}

/** Every element has a `.reference` of its own, for support. */
function cellClass(column: RowColumn): string {
  if (column === 'reference') return 'own-reference';
  return column === 'quantity' ? 'quantity amount' : column;
}

/** The control in the place of a cell's text, while it is edited. */
function renderEditor(view: RowView, column: UploadField, text: string): TemplateResult {
  const {grid, drawn} = view;
  const choices = choicesOf(drawn.row, column);
  return choices
    ? renderSelect({grid, key: drawn.row.key, column, className: 'cell-input'}, choices)
    : renderInput({grid, key: drawn.row.key, column, className: 'cell-input'}, text);
}

/** A field of a row, in a cell or with a label of its own. */
export interface FieldView {
  readonly grid: RowsGrid;
  readonly key: string;
  readonly column: UploadField;
  readonly className: string;
  readonly isWrong?: boolean;
  /** Id of what is said about it. */
  readonly describedBy?: string | undefined;
}

/** A text field of a row; an item's is a search. */
export function renderInput(view: FieldView, text: string): TemplateResult {
  const {grid, key, column, className, isWrong, describedBy} = view;
  const {combobox} = grid;
  const id = cellId(column, key);
  const isItem = column === 'item';
  return html`<input
    class="${className} ${column === 'quantity' ? 'amount' : ''}"
    id=${id}
    data-column=${column}
    role=${isItem ? 'combobox' : nothing}
    aria-autocomplete=${isItem ? 'list' : nothing}
    aria-expanded=${isItem ? combobox.isExpanded(id) : nothing}
    aria-controls=${isItem ? 'suggestions' : nothing}
    aria-activedescendant=${combobox.activeId(id) ?? nothing}
    aria-label=${columnLabel(column)}
    aria-invalid=${isWrong ? 'true' : nothing}
    aria-describedby=${describedBy ?? nothing}
    inputmode=${column === 'quantity' ? 'decimal' : nothing}
    maxlength="1000"
    enterkeyhint="next"
    autocomplete="off"
    autocapitalize="off"
    spellcheck=${column === 'note' ? nothing : 'false'}
    .value=${live(text)}
    @input=${(event: InputEvent) => grid.type((event.target as HTMLInputElement).value, key, column)}
  />`;
}

/** A field of a row that is chosen. */
export function renderSelect(view: FieldView, {options, value}: Choices): TemplateResult {
  const {grid, key, column, className, isWrong, describedBy} = view;
  return html`<select
    class=${className}
    id=${cellId(column, key)}
    data-column=${column}
    aria-label=${columnLabel(column)}
    aria-invalid=${isWrong ? 'true' : nothing}
    aria-describedby=${describedBy ?? nothing}
    @change=${(event: Event) => grid.type((event.target as HTMLSelectElement).value, key, column)}
  >
    ${options.map(({code, label}) => html`<option value=${code} .selected=${code === value}>${label}</option>`)}
  </select>`;
}

/** What can be chosen for a field. */
export interface Choices {
  readonly options: readonly {readonly code: string; readonly label: string}[];
  readonly value: string;
}

/** The variants or units of a row's item; what the file says and the item has not is among them, to be seen. */
export function choicesOf({line}: UploadRow, column: UploadField): Choices | undefined {
  const {item} = line;
  if (!item || (column !== 'variant' && column !== 'unit')) return undefined;
  const value = (column === 'variant' ? line.variantCode : line.unitCode) ?? '';
  const known =
    column === 'unit'
      ? item.units
      : (item.variants ?? []).map(({code, description}) => ({code, label: description}));
  if (known.some(({code}) => code === value)) return {options: known, value};
  if (value !== '') return {options: [{code: value, label: value}, ...known], value};
  if (column === 'unit') return {options: known, value: known[0]?.code ?? ''};
  const first = msg('Choose a variant', {id: 'purchase-order-editor.choose-variant'});
  return {options: [{code: '', label: first}, ...known], value};
}

function cellText(row: UploadRow, column: RowColumn, locale: string): unknown {
  const {line} = row;
  const {item, variantCode, unitCode} = line;
  switch (column) {
    case 'no':
      return String(row.number);
    case 'description':
      return item?.description ?? '';
    case 'variant':
      return item?.variants?.find(({code}) => code === variantCode)?.description ?? variantCode ?? '';
    case 'unit':
      return (item && unitOf(item, unitCode)?.label) ?? unitCode ?? '';
    case 'quantity': {
      const {value} = parseQuantity(line.quantity, separators(locale));
      // What is no number keeps its order, too: a sign stays in front.
      return html`<bdi>${value === undefined ? line.quantity : formatDecimal(value, locale)}</bdi>`;
    }
    case 'requestedDate':
      return isDate(line.requestedDate) ? formatDate(line.requestedDate, locale) : line.requestedDate;
    default:
      return textOf(row, column);
  }
}

/** What a row below each other is called. */
export function rowTitle({number}: UploadRow): string {
  return msg(str`Row ${number}`, {id: 'order-upload.row-number'});
}
