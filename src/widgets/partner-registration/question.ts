import {html, nothing, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import {fieldPlace} from '../../partners/registration.ts';
import type {Field} from '../../portal/contract/index.ts';
import {countries} from '../../ui/countries.ts';
import {fieldAria, renderField, renderFieldErrors, type FieldAria} from '../../ui/field.ts';
import {autocompleteOf} from './autocomplete.ts';
import type {FormView} from './form-view.ts';
import {problemText} from './problem-text.ts';

/** One field that the portal asks for. What it holds is the browser's: nothing is put into it, and nothing is cut off. */
export function renderQuestion(field: Field, view: FormView): TemplateResult {
  const place = fieldPlace(field);
  const id = view.idOf(place);
  const errors = view.problems
    .filter((problem) => problem.place === place)
    .map((problem) => problemText(problem, field));
  if (field.type === 'checkbox') return renderTick(field, id, errors);
  const {label, required} = field;
  return renderField({
    id,
    label,
    ...(required ? {} : {optional: msg('optional', {id: 'partner-registration.optional'})}),
    hint: field.type === 'password' ? passwordHint(field) : undefined,
    errors,
    control: (aria) => renderControl(field, aria, view),
  });
}

function renderTick({key, label, required}: Field, id: string, errors: readonly string[]): TemplateResult {
  const aria = fieldAria(id, {errors});
  return html`<div class="field">
    <label class="tick">
      <input
        type="checkbox"
        id=${id}
        name=${key}
        aria-required=${required ? 'true' : nothing}
        aria-invalid=${aria.invalid}
        aria-describedby=${aria.describedBy}
      />
      <span><bdi>${label}</bdi></span>
    </label>
    ${renderFieldErrors(id, errors)}
  </div>`;
}

function renderControl(field: Field, aria: FieldAria, view: FormView): TemplateResult {
  switch (field.type) {
    case 'country':
      return renderSelect(
        field,
        aria,
        countries(view.locale).map(({code, name}) => ({value: code, label: name})),
      );
    case 'select':
      return renderSelect(field, aria, field.options ?? []);
    case 'password':
      return renderPassword(field, aria, view);
    default:
      return renderInput(field, aria, field.type === 'email' || field.type === 'tel' ? field.type : 'text');
  }
}

function renderInput(field: Field, {id, invalid, describedBy}: FieldAria, type: string): TemplateResult {
  // Words are corrected; an address, a number or a password is not.
  const isProse = field.type !== 'email' && field.type !== 'password';
  return html`<input
    class="input"
    type=${type}
    id=${id}
    name=${field.key}
    autocomplete=${autocompleteOf(field) ?? nothing}
    autocapitalize=${isProse ? nothing : 'none'}
    spellcheck=${isProse ? nothing : 'false'}
    dir="auto"
    aria-required=${field.required ? 'true' : nothing}
    aria-invalid=${invalid}
    aria-describedby=${describedBy}
  />`;
}

function renderPassword(field: Field, aria: FieldAria, {shown, onShow}: FormView): TemplateResult {
  const place = fieldPlace(field);
  const isShown = shown.has(place);
  return html`<div class="password">
    ${renderInput(field, aria, isShown ? 'text' : 'password')}
    <button
      type="button"
      class="button"
      aria-pressed=${isShown}
      aria-label=${msg(str`Show: ${field.label}`, {id: 'partner-registration.show-of'})}
      @click=${() => onShow(place)}
    >
      ${msg('Show', {id: 'partner-registration.show'})}
    </button>
  </div>`;
}

function renderSelect(
  field: Field,
  {id, invalid, describedBy}: FieldAria,
  options: readonly {value: string; label: string}[],
): TemplateResult {
  return html`<select
    class="input"
    id=${id}
    name=${field.key}
    autocomplete=${autocompleteOf(field) ?? nothing}
    aria-required=${field.required ? 'true' : nothing}
    aria-invalid=${invalid}
    aria-describedby=${describedBy}
  >
    <option value="">${msg('Please choose', {id: 'partner-registration.choose'})}</option>
    ${options.map(({value, label}) => html`<option value=${value}>${label}</option>`)}
  </select>`;
}

function passwordHint({maxLength}: Field): string {
  return maxLength === undefined
    ? msg('Long is better than complicated. You can paste it.', {id: 'partner-registration.password'})
    : msg(str`Long is better than complicated: up to ${maxLength} characters. You can paste it.`, {
        id: 'partner-registration.password-up-to',
      });
}
