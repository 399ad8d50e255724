import {html, nothing, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import {isDate} from '../../orders/days.ts';
import type {LineField} from '../../orders/problems.ts';
import {describeError, icon} from '../../ui/states.ts';
import {fieldAria, renderFieldErrors, type FieldAria} from '../../ui/field.ts';
import type {EditorContext} from './editor-context.ts';
import {renderAvailability, renderOwnNumber} from './item-facts.ts';
import {onItemKey, onQuantityKey, remove} from './line-actions.ts';
import {lineFieldId} from './grid-columns.ts';
import type {LineView} from './line-view.ts';
import {fieldLabel} from './texts.ts';

/** The search for a line's item. */
export function renderItemInput(context: EditorContext, view: LineView): TemplateResult {
  const {search} = context;
  const {line, lookup} = view;
  const {id, invalid, describedBy} = aria(view, 'item');
  return html`<input
    class="input item-input"
    part="item-input"
    id=${id}
    role="combobox"
    aria-autocomplete="list"
    aria-expanded=${search?.combobox.isExpanded(id) ?? false}
    aria-controls="suggestions"
    aria-activedescendant=${search?.combobox.activeId(id) ?? nothing}
    aria-label=${lineLabel('item', view)}
    aria-required="true"
    aria-invalid=${invalid}
    aria-describedby=${describedBy}
    aria-busy=${lookup?.status === 'pending' || nothing}
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    placeholder=${msg('Number, GTIN or words', {id: 'purchase-order-editor.item-placeholder'})}
    .value=${line.search}
    @focus=${() => search?.focus(line.key)}
    @blur=${() => void search?.commit(line.key)}
    @input=${(event: InputEvent) => search?.type(line.key, valueOf(event))}
    @keydown=${(event: KeyboardEvent) => onItemKey(event, context, line)}
  />`;
}

/** The choice of a variant, where the item has any. */
export function renderVariantSelect(
  {session}: EditorContext,
  view: LineView,
): TemplateResult | typeof nothing {
  const {line} = view;
  const variants = line.item?.variants ?? [];
  if (variants.length === 0) return nothing;
  const {id, invalid, describedBy} = aria(view, 'variant');
  return html`<select
    class="input"
    id=${id}
    aria-label=${lineLabel('variant', view)}
    aria-required="true"
    aria-invalid=${invalid}
    aria-describedby=${describedBy}
    @change=${(event: Event) => session.changeLine(line.key, {variantCode: valueOf(event) || undefined}, id)}
  >
    <option value="" .selected=${line.variantCode === undefined}>
      ${msg('Choose a variant', {id: 'purchase-order-editor.choose-variant'})}
    </option>
    ${variants.map(
      ({code, description}) =>
        html`<option value=${code} .selected=${code === line.variantCode}>${description}</option>`,
    )}
  </select>`;
}

/** The quantity as the user types it. */
export function renderQuantityInput(context: EditorContext, view: LineView): TemplateResult {
  const {line} = view;
  const {id, invalid, describedBy} = aria(view, 'quantity');
  return html`<input
    class="input amount"
    id=${id}
    inputmode="decimal"
    autocomplete="off"
    enterkeyhint="next"
    aria-label=${lineLabel('quantity', view)}
    aria-required="true"
    aria-invalid=${invalid}
    aria-describedby=${describedBy}
    .value=${line.quantity}
    @input=${(event: InputEvent) => context.session.changeLine(line.key, {quantity: valueOf(event)}, id)}
    @keydown=${(event: KeyboardEvent) => onQuantityKey(event, context, line)}
  />`;
}

/** The unit: a choice where there are several, else its name. */
export function renderUnit({session}: EditorContext, view: LineView): TemplateResult | typeof nothing {
  const {line, unit} = view;
  const units = line.item?.units ?? [];
  if (!unit) return nothing;
  if (units.length === 1) return html`<span class="unit-label">${unit.label}</span>`;
  const {id, invalid, describedBy} = aria(view, 'unit');
  return html`<select
    class="input"
    id=${id}
    aria-label=${lineLabel('unit', view)}
    aria-invalid=${invalid}
    aria-describedby=${describedBy}
    @change=${(event: Event) => session.changeLine(line.key, {unitCode: valueOf(event)}, id)}
  >
    ${units.map(
      ({code, label}) => html`<option value=${code} .selected=${code === unit.code}>${label}</option>`,
    )}
  </select>`;
}

/** When the line is wanted. What was pasted and is no date stays until another one is chosen. */
export function renderDateInput({session}: EditorContext, view: LineView): TemplateResult {
  const {key, requestedDate} = view.line;
  const {id, invalid, describedBy} = aria(view, 'requestedDate');
  return html`<input
    class="input date"
    type="date"
    id=${id}
    aria-invalid=${invalid}
    aria-describedby=${describedBy}
    .value=${isDate(requestedDate) ? requestedDate : ''}
    @input=${(event: InputEvent) => session.changeLine(key, {requestedDate: valueOf(event)}, id)}
  />`;
}

/** A note on the line. */
export function renderNoteInput({session}: EditorContext, view: LineView): TemplateResult {
  const {key, note} = view.line;
  const {id, invalid, describedBy} = aria(view, 'note');
  return html`<input
    class="input"
    id=${id}
    maxlength="1000"
    autocomplete="off"
    aria-invalid=${invalid}
    aria-describedby=${describedBy}
    .value=${note}
    @input=${(event: InputEvent) => session.changeLine(key, {note: valueOf(event)}, id)}
  />`;
}

/** Takes the line out. */
export function renderRemove(context: EditorContext, {line, number}: LineView): TemplateResult {
  const label = msg(str`Remove line ${number}`, {id: 'purchase-order-editor.remove-line'});
  return html`<button
    type="button"
    class="button quiet icon-button"
    part="remove-line"
    aria-label=${label}
    title=${label}
    @click=${() => remove(context, line.key)}
  >
    ${icon('close')}
  </button>`;
}

/** What the chosen item is, and whether it can be had. */
export function renderItemDetails({line: {item}}: LineView, locale: string): TemplateResult | typeof nothing {
  if (!item) return nothing;
  return html`<p class="item-details">
    <bdi>${item.description}</bdi> ${renderOwnNumber(item)} ${renderAvailability(item, locale)}
  </p>`;
}

/** What is wrong with a field, what is known of its text, what its quantity runs into. */
export function renderLineMessages(context: EditorContext, view: LineView, fields: readonly LineField[]) {
  const {line, errors, lookup, hints} = view;
  return html`${fields.map((field) => renderFieldErrors(lineFieldId(line.key, field), errors[field]))}
  ${
    fields.includes('item') && lookup
      ? html`<p class="hint lookup" id="${lineFieldId(line.key, 'item')}-hint">
          ${renderLookup(context, view)}
        </p>`
      : nothing
  }
  ${
    fields.includes('quantity') && hints.length > 0
      ? html`<ul class="hints" id="${lineFieldId(line.key, 'quantity')}-hint">
          ${hints.map((hint) => {
            const isWarning = hint.code !== 'next-price' && hint.code !== 'order-rule';
            return html`<li class=${isWarning ? 'line-hint warning' : 'line-hint'}>
              ${icon(isWarning ? 'error' : 'info')}<span
                >${context.session.onDemand?.hintText(hint, context.locale)}</span
              >
            </li>`;
          })}
        </ul>`
      : nothing
  }`;
}

function renderLookup({search}: EditorContext, {line, lookup}: LineView) {
  if (lookup?.status === 'pending') return msg('Looking up…', {id: 'purchase-order-editor.looking-up'});
  if (lookup?.status !== 'error') return nothing;
  return html`${describeError(lookup.error)}
    <button type="button" class="link" @click=${() => void search?.commit(line.key)}>
      ${msg('Try again', {id: 'action.try-again'})}
    </button>`;
}

/** In a table a column's heading is not the label of its inputs. */
function lineLabel(field: LineField, {number}: LineView): string {
  return msg(str`${fieldLabel(field)}, line ${number}`, {id: 'purchase-order-editor.field-of-line'});
}

function aria({line, errors, hints, lookup}: LineView, field: LineField): FieldAria {
  const hint =
    (field === 'quantity' && hints.length > 0) || (field === 'item' && lookup) ? 'hint' : undefined;
  return fieldAria(lineFieldId(line.key, field), {hint, errors: errors[field]});
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
