import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {formatDate} from '../../locales/formats.ts';
import {msg} from '../../locales/localize.ts';
import type {DraftLine} from '../../orders/draft.ts';
import {localToday} from '../../orders/dates.ts';
import {isDate} from '../../orders/days.ts';

import {drawing} from '../../ui/drawings.ts';
import {columnLabel, lineFieldId} from './grid-columns.ts';
import type {Edit, LineGrid} from './line-grid.ts';

import {fieldLabel} from './texts.ts';

/** The control in the place of a cell's text, while it is edited. */
export function renderCellEditor(grid: LineGrid, line: DraftLine, edit: Edit): TemplateResult {
  switch (edit.column) {
    case 'item':
      return renderItem(grid, line);
    case 'variant':
      return renderVariant(grid, line, edit);
    case 'unit':
      return renderUnit(grid, line, edit);
    case 'requestedDate':
      return renderDate(grid, line, edit);
    default:
      return renderText(grid, line, edit);
  }
}

function renderItem({search}: LineGrid, {key, search: text}: DraftLine): TemplateResult {
  const id = lineFieldId(key, 'item');
  const {combobox} = search;
  return html`<input
    class="cell-input"
    part="item-input"
    id=${id}
    role="combobox"
    aria-autocomplete="list"
    aria-expanded=${combobox.isExpanded(id)}
    aria-controls="suggestions"
    aria-activedescendant=${combobox.activeId(id) ?? nothing}
    aria-label=${fieldLabel('item')}
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    .value=${live(text)}
    @input=${(event: InputEvent) => search.type(key, valueOf(event))}
  />`;
}

function renderText(grid: LineGrid, line: DraftLine, {column}: Edit): TemplateResult {
  const field = column === 'quantity' ? 'quantity' : 'note';
  const isQuantity = field === 'quantity';
  return html`<input
    class="cell-input ${isQuantity ? 'amount' : ''}"
    id=${lineFieldId(line.key, field)}
    inputmode=${isQuantity ? 'decimal' : nothing}
    maxlength=${isQuantity ? nothing : '1000'}
    enterkeyhint="next"
    autocomplete="off"
    aria-label=${columnLabel(field)}
    .value=${live(line[field])}
    @input=${(event: InputEvent) => grid.change({[field]: valueOf(event)})}
  />`;
}

/** A date is typed as its locale writes it, or chosen from the browser's calendar. */
function renderDate(grid: LineGrid, line: DraftLine, edit: Edit): TemplateResult {
  const {locale} = grid.context;
  const {requestedDate} = line;
  const sample = formatDate(localToday(), locale);
  const onPick = (event: Event) => {
    const picker = (event.target as Element).closest('.cell')?.querySelector<HTMLInputElement>('[type=date]');
    try {
      picker?.showPicker();
    } catch {
      // It is in a frame that may not, or the browser cannot: the date is typed.
    }
  };
  const onPicked = (event: Event) => {
    grid.change({requestedDate: valueOf(event)});
    grid.goOn(edit.key, 'requestedDate');
  };
  return html`<input
      class="cell-input"
      id=${lineFieldId(line.key, 'requestedDate')}
      enterkeyhint="next"
      autocomplete="off"
      aria-label=${columnLabel('requestedDate')}
      placeholder=${sample}
      .value=${live(requestedDate)}
      @input=${(event: InputEvent) => grid.change({requestedDate: valueOf(event)})}
    /><input
      type="date"
      class="picker"
      tabindex="-1"
      aria-hidden="true"
      .value=${isDate(requestedDate) ? requestedDate : ''}
      @change=${onPicked}
    /><button
      type="button"
      class="button quiet icon-button pick"
      tabindex="-1"
      aria-label=${msg('Choose a date', {id: 'purchase-order-editor.choose-date'})}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${onPick}
    >
      ${drawing('calendar')}
    </button>`;
}

function renderVariant(grid: LineGrid, {item, variantCode, key}: DraftLine, edit: Edit): TemplateResult {
  const options = (item?.variants ?? []).map(({code, description}) => ({code, label: description}));
  const first = msg('Choose a variant', {id: 'purchase-order-editor.choose-variant'});
  return renderSelect(grid, edit, lineFieldId(key, 'variant'), [
    ...(variantCode === undefined ? [{code: '', label: first}] : []),
    ...withUnknown(options, variantCode),
  ]);
}

function renderUnit(grid: LineGrid, {item, unitCode, key}: DraftLine, edit: Edit): TemplateResult {
  return renderSelect(grid, edit, lineFieldId(key, 'unit'), withUnknown(item?.units ?? [], unitCode));
}

type Option = Readonly<Record<'code' | 'label', string>>;

/** What was pasted and does not exist stays to be seen until another one is chosen. */
function withUnknown(options: readonly Option[], code: string | undefined): readonly Option[] {
  return code === undefined || options.some((option) => option.code === code)
    ? options
    : [{code, label: code}, ...options];
}

function renderSelect(grid: LineGrid, edit: Edit, id: string, options: readonly Option[]): TemplateResult {
  const field = edit.column === 'unit' ? 'unitCode' : 'variantCode';
  const line = grid.activeLine;
  const value = line?.[field] ?? options[0]?.code;
  return html`<select
    class="cell-input"
    id=${id}
    aria-label=${columnLabel(edit.column)}
    @change=${(event: Event) => grid.change({[field]: valueOf(event) || undefined})}
  >
    ${options.map(({code, label}) => html`<option value=${code} .selected=${code === value}>${label}</option>`)}
  </select>`;
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
